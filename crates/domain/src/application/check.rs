//! What is missing before an application may be submitted, every item with the step that mends it; and what may not be saved at all.

use super::{Application, Participant, cells};
use crate::{
    Refusal,
    call::{Call, ConfirmationRule, Question, QuestionKind},
    ids::ParticipantId,
    refusal::{FieldError, Value},
};

/// The steps of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Project,
    Participants,
    Participant(ParticipantId),
    Budget(ParticipantId),
    Questions,
    Confirmations,
}

/// One thing that stands in the way, and where to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub step: Step,
    pub refusal: Refusal,
}

impl Missing {
    fn new(step: Step, key: &'static str) -> Missing {
        Missing { step, refusal: Refusal::new(key, vec![]) }
    }
    fn of(step: Step, key: &'static str, name: &str) -> Missing {
        Missing { step, refusal: Refusal::new(key, vec![("name", Value::Text(name.into()))]) }
    }
}

/// Everything that keeps the application from being submitted, in the order of the steps. Empty: it may be.
pub fn missing(call: &Call, app: &Application) -> Vec<Missing> {
    let mut all = of_project(call, app);
    all.extend(of_consortium(call, app));
    for p in &app.participants {
        all.extend(of_participant(p));
        all.extend(of_figures(app, p));
    }
    for q in &call.questions {
        all.extend(of_question(app, q).map(|refusal| Missing { step: Step::Questions, refusal }));
    }
    if call.confirmation == ConfirmationRule::All {
        let open = app.participants.iter().filter(|p| !p.is_associated() && !p.is_confirmed());
        all.extend(open.map(|p| Missing::of(Step::Confirmations, "application-unconfirmed", &p.name)));
    }
    all
}

fn of_project(call: &Call, app: &Application) -> Vec<Missing> {
    let p = &app.project;
    let mut all = Vec::new();
    let gaps = [
        ("application-title", p.title.is_empty()),
        ("application-summary", p.summary.is_empty()),
        ("application-start", p.start().is_none()),
    ];
    all.extend(gaps.into_iter().filter(|(_, gap)| *gap).map(|(key, _)| Missing::new(Step::Project, key)));
    if !(1..=call.max_months).contains(&p.months) {
        let args = vec![("months", Value::Number(p.months)), ("max", Value::Number(call.max_months))];
        all.push(Missing { step: Step::Project, refusal: Refusal::new("application-months", args) });
    }
    all
}

/// Both sides take part (R14, R132), one leads, and a company comes only together with a public or knowledge institution (R13).
fn of_consortium(call: &Call, app: &Application) -> Vec<Missing> {
    let mut all = Vec::new();
    for party in &call.parties {
        if app.of(party).next().is_none() {
            all.push(Missing {
                step: Step::Participants,
                refusal: Refusal::new("application-party", vec![("party", Value::Party(party.clone()))]),
            });
        }
    }
    if app.participants.iter().filter(|p| p.lead).count() != 1 {
        all.push(Missing::new(Step::Participants, "application-lead"));
    }
    if !app.participants.is_empty() && !app.participants.iter().any(|p| p.kind.is_public_or_knowledge()) {
        all.push(Missing::new(Step::Participants, "application-companies-only"));
    }
    all
}

fn of_participant(p: &Participant) -> Vec<Missing> {
    let step = || Step::Participant(p.id.clone());
    let gaps = [
        ("application-participant-name", p.name.is_empty()),
        ("application-participant-country", p.country.len() != 2),
        // Without an address nobody can confirm the part.
        ("application-participant-email", !p.is_associated() && p.email.is_empty()),
    ];
    gaps.into_iter().filter(|(_, gap)| *gap).map(|(key, _)| Missing::of(step(), key, &p.name)).collect()
}

fn of_figures(app: &Application, p: &Participant) -> Vec<Missing> {
    let years = app.project.years();
    let stray = p
        .lines
        .iter()
        .filter(|l| l.amount.minor != 0)
        .map(|l| l.year)
        .chain(p.years.iter().filter(|y| y.hours != 0 || y.own.is_some_and(|o| o.minor != 0)).map(|y| y.year));
    let stray = stray.filter(|y| !years.is_empty() && !years.contains(y)).min();
    let mut all: Vec<Missing> = problems(p).into_iter().map(|e| Missing { step: Step::Budget(p.id.clone()), refusal: e.refusal }).collect();
    all.extend(stray.map(|year| Missing {
        step: Step::Budget(p.id.clone()),
        refusal: Refusal::new(
            "application-stray-year",
            vec![("name", Value::Text(p.name.clone())), ("year", Value::Text(year.to_string()))],
        ),
    }));
    all
}

/// What may not be saved in a part: money of a third country's organisation (R154), another currency than the side's, negative figures, sums beyond reason.
pub fn problems(p: &Participant) -> Vec<FieldError> {
    let mut all = Vec::new();
    let name = || ("name", Value::Text(p.name.clone()));
    let Some(currency) = p.currency else {
        if p.lines.iter().any(|l| l.amount.minor != 0) || p.years.iter().any(|y| y.own.is_some_and(|o| o.minor != 0)) {
            all.push(FieldError::new("money", "associated-money", vec![name()]));
        }
        return all;
    };
    let amounts = p.lines.iter().map(|l| (format!("{}-{}", l.category.code(), l.year), l.amount));
    let own = p.years.iter().filter_map(|y| y.own.map(|o| (format!("own-{}", y.year), o)));
    for (field, amount) in amounts.chain(own) {
        if amount.currency != currency {
            let args = vec![("typed", Value::Text(amount.currency.code().into())), ("currency", Value::Text(currency.code().into()))];
            all.push(FieldError::new(field, "amount-currency", args));
        } else if amount.minor < 0 {
            all.push(FieldError::new(field, "amount-negative", vec![]));
        }
    }
    for y in p.years.iter().filter(|y| y.hours < 0) {
        all.push(FieldError::new(format!("hours-{}", y.year), "hours-negative", vec![]));
    }
    if all.is_empty() && (p.requested().is_err() || p.own().is_err()) {
        all.push(FieldError::new("money", "amount-too-large", vec![]));
    }
    all
}

/// What is wrong with the answer to one question, if anything.
fn of_question(app: &Application, q: &Question) -> Option<Refusal> {
    let label = || ("question", Value::Label(q.label.clone()));
    let body = app.answers.iter().find(|a| a.question == q.id).map_or("", |a| a.body.as_str());
    let given = match q.kind {
        QuestionKind::File => app.attachments.iter().any(|a| a.question.as_ref() == Some(&q.id)),
        _ => !body.trim().is_empty(),
    };
    if !given {
        return q.required.then(|| Refusal::new("answer-missing", vec![label()]));
    }
    let (count, max) = match &q.kind {
        QuestionKind::Text => (body.chars().count() as i64, q.max_length),
        QuestionKind::Table(_) => (cells(body).len() as i64, q.max_length),
        QuestionKind::Choice(all) => {
            let known = body.parse::<usize>().is_ok_and(|n| (1..=all.len()).contains(&n));
            return (!known).then(|| Refusal::new("answer-choice", vec![label()]));
        }
        QuestionKind::Number => {
            let known = body.parse::<i64>().is_ok_and(|n| n >= 0);
            return (!known).then(|| Refusal::new("answer-number", vec![label()]));
        }
        QuestionKind::File => return None,
    };
    let args = || vec![label(), ("count", Value::Number(count)), ("max", Value::Number(max))];
    (max > 0 && count > max).then(|| Refusal::new("answer-too-long", args()))
}
