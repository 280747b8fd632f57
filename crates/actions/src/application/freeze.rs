//! The frozen dossier of a submission: exactly what may cross to the other node, no mailbox and no person in it.

use anyhow::{Context, Result, anyhow};
use domain::{
    application::{Answer, Application, Participant, cells},
    call::{Call, QuestionKind},
};
use dossier::{
    Digest,
    wire::{self, AnswerValue, ApplicationDossier, Identifier, Organisation, Text},
};

/// The dossier of `app` as its `version`-th submission (from 1).
pub fn dossier(call: &Call, app: &Application, version: u32) -> Result<ApplicationDossier> {
    let p = &app.project;
    let text = |body: &str| Text { lang: p.lang.code().into(), text: body.into() };
    let mut titles = vec![text(&p.title)];
    if !p.acronym.is_empty() {
        titles.push(text(&p.acronym));
    }
    let attachments = app.attachments.iter().map(|a| {
        let sha256 = Digest::parse(&a.sha256).context("the fingerprint of an attachment")?;
        Ok(wire::Attachment { sha256, length: a.size.unsigned_abs(), media_type: a.media_type.clone(), name: a.name.clone() })
    });
    Ok(ApplicationDossier {
        v: wire::VERSION,
        programme: call.programme.to_string(),
        call: call.id.to_string(),
        application: app.id.to_string(),
        version,
        titles,
        summaries: vec![text(&p.summary)],
        start: p.start().map(|(year, month)| format!("{year:04}-{month:02}-01")),
        months: u32::try_from(p.months).ok(),
        participants: app.participants.iter().map(participant).collect::<Result<_>>()?,
        answers: answers(call, app)?,
        attachments: attachments.collect::<Result<_>>()?,
    })
}

fn money(m: domain::Money) -> wire::Money {
    wire::Money { minor: m.minor, currency: m.currency.code().into() }
}

fn participant(p: &Participant) -> Result<wire::Participant> {
    let role = match (&p.party, p.lead) {
        (None, false) => "associated",
        (_, true) => "lead",
        (Some(_), false) => "partner",
    };
    let name = |body: &str, lang: &str| Text { lang: lang.into(), text: body.into() };
    let mut names = vec![name(&p.name, p.lang.code())];
    // The applicants do not say in which language an alias is: `und` (BCP 47).
    names.extend(p.aliases.iter().map(|a| name(a, "und")));
    let budget = p
        .lines
        .iter()
        .map(|l| Ok(wire::BudgetLine { year: i32::try_from(l.year)?, category: l.category.code().into(), amount: money(l.amount) }));
    let stated = p.years.iter().any(|y| y.own.is_some());
    let own = p.own().map_err(|e| anyhow!("own contribution: {e:?}"))?;
    Ok(wire::Participant {
        id: p.id.to_string(),
        party: p.party.as_ref().map(ToString::to_string),
        role: role.into(),
        organisation: Organisation {
            names,
            place: p.country.clone(),
            identifiers: if p.identifier.is_empty() {
                Vec::new()
            } else {
                vec![Identifier { scheme: p.scheme.code().into(), value: p.identifier.clone() }]
            },
        },
        budget: budget.collect::<Result<_>>()?,
        own_contribution: own.filter(|_| stated).map(money),
        hours: (!p.years.is_empty()).then(|| p.hours()),
        confirmed: p.confirmed.as_ref().map(|c| c.at.micros()),
    })
}

fn answers(call: &Call, app: &Application) -> Result<Vec<wire::Answer>> {
    let mut all = Vec::new();
    for q in &call.questions {
        let question = q.id.to_string();
        if matches!(q.kind, QuestionKind::File) {
            for a in app.attachments.iter().filter(|a| a.question.as_ref() == Some(&q.id)) {
                let digest = Digest::parse(&a.sha256).context("the fingerprint of an attachment")?;
                all.push(wire::Answer { question: question.clone(), value: AnswerValue::File(digest) });
            }
            continue;
        }
        let given = app.answers.iter().find(|a| a.question == q.id && !a.is_empty());
        all.extend(given.map(|a| Ok::<_, anyhow::Error>(wire::Answer { question, value: value(&q.kind, a)? })).transpose()?);
    }
    Ok(all)
}

fn value(kind: &QuestionKind, a: &Answer) -> Result<AnswerValue> {
    Ok(match kind {
        QuestionKind::Text | QuestionKind::File => AnswerValue::Text(Text { lang: a.lang.code().into(), text: a.body.clone() }),
        QuestionKind::Choice(_) => AnswerValue::Choice(vec![a.body.clone()]),
        QuestionKind::Number => AnswerValue::Number(a.body.parse().context("a number as answer")?),
        QuestionKind::Table(_) => AnswerValue::Table(cells(&a.body)),
    })
}
