//! What is being changed in an application that stands submitted, as one JSON text: nobody but its writers reads it before it is submitted.

use super::part::{confirmations_of, set_confirmations};
use crate::{Tx, sql::sql};
use anyhow::{Context, Result};
use domain::{
    Currency, Instant, Lang, Money, PartyCode, Permit,
    application::{Answer, Application, Attachment, BudgetLine, Category, Participant, Project, YearFigures},
    ids::{ApplicationId, AttachmentId, DocumentId, ParticipantId, QuestionId},
    organisation::{Kind, Scheme},
};
use serde_json::{Value as Json, json};

sql! {
    FIND = "select content from revision where application = $1";
    PUT = "insert into revision (application, content, at) values ($1, $2, $3) on conflict (application) do update set content = excluded.content, at = excluded.at";
    DROP = "delete from revision where application = $1";
}

/// The application as its writers have it now: the revision where one is being written, else what stands.
pub async fn apply(tx: &mut Tx, standing: &Application) -> Result<Option<Application>> {
    let Some(row) = tx.first(FIND, &[standing.id.as_str().into()]).await? else { return Ok(None) };
    let content: Json = serde_json::from_str(&row.text("content")?).context("the revision of an application")?;
    let mut app = standing.clone();
    read(&content, &mut app).context("the revision of an application lacks a field")?;
    let mut confirmations = confirmations_of(tx, &standing.id).await?;
    for p in &mut app.participants {
        let all = confirmations.remove(p.id.as_str()).unwrap_or_default();
        set_confirmations(p, all, false);
    }
    Ok(Some(app))
}

pub async fn put(tx: &mut Tx, _permit: &Permit, app: &Application, at: Instant) -> Result<()> {
    tx.run(PUT, &[app.id.as_str().into(), write(app).to_string().into(), at.into()]).await?;
    Ok(())
}

pub async fn drop(tx: &mut Tx, _permit: &Permit, id: &ApplicationId) -> Result<()> {
    tx.run(DROP, &[id.as_str().into()]).await?;
    Ok(())
}

fn write(a: &Application) -> Json {
    let p = &a.project;
    json!({
        "version": a.version,
        "project": { "title": p.title, "lang": p.lang.code(), "acronym": p.acronym, "summary": p.summary, "theme": p.theme, "start": p.start_month, "months": p.months, "equal": p.equal_benefit },
        "participants": a.participants.iter().map(write_part).collect::<Vec<_>>(),
        "answers": a.answers.iter().map(|x| json!({ "question": x.question.as_str(), "lang": x.lang.code(), "body": x.body })).collect::<Vec<_>>(),
        "attachments": a.attachments.iter().map(|x| json!({
            "id": x.id.as_str(), "question": x.question.as_ref().map(QuestionId::as_str), "document": x.document.as_str(), "name": x.name, "type": x.media_type,
            "sha256": x.sha256, "size": x.size, "at": x.at.micros(),
        })).collect::<Vec<_>>(),
    })
}

fn write_part(p: &Participant) -> Json {
    json!({
        "id": p.id.as_str(), "no": p.no, "party": p.party.as_ref().map(PartyCode::as_str), "currency": p.currency.map(Currency::code), "name": p.name, "lang": p.lang.code(), "aliases": p.aliases,
        "kind": p.kind.code(), "scheme": p.scheme.code(), "identifier": p.identifier, "city": p.city, "country": p.country, "lead": p.lead, "email": p.email, "stated": p.money_stated,
        "lines": p.lines.iter().map(|l| json!([l.year, l.category.code(), l.amount.minor])).collect::<Vec<_>>(),
        "years": p.years.iter().map(|y| json!([y.year, y.own.map(|o| o.minor), y.hours])).collect::<Vec<_>>(),
    })
}

fn read(v: &Json, a: &mut Application) -> Option<()> {
    let p = &v["project"];
    a.version = v["version"].as_i64()?;
    a.project = Project {
        title: text(&p["title"])?,
        lang: Lang::parse(p["lang"].as_str()?)?,
        acronym: text(&p["acronym"])?,
        summary: text(&p["summary"])?,
        theme: p["theme"].as_i64()?,
        start_month: text(&p["start"])?,
        months: p["months"].as_i64()?,
        equal_benefit: p["equal"].as_bool()?,
    };
    a.participants = v["participants"].as_array()?.iter().map(read_part).collect::<Option<_>>()?;
    a.answers = v["answers"].as_array()?.iter().map(read_answer).collect::<Option<_>>()?;
    a.attachments = v["attachments"].as_array()?.iter().map(read_attachment).collect::<Option<_>>()?;
    Some(())
}

fn read_part(v: &Json) -> Option<Participant> {
    let party = v["party"].as_str().and_then(PartyCode::parse).zip(v["currency"].as_str().and_then(Currency::parse));
    let currency = party.as_ref().map(|(_, c)| *c);
    let lines = v["lines"].as_array()?.iter().map(|l| {
        Some(BudgetLine { year: l[0].as_i64()?, category: Category::parse(l[1].as_str()?)?, amount: Money::new(l[2].as_i64()?, currency?) })
    });
    let years = v["years"].as_array()?.iter().map(|y| {
        Some(YearFigures { year: y[0].as_i64()?, own: y[1].as_i64().zip(currency).map(|(m, c)| Money::new(m, c)), hours: y[2].as_i64()? })
    });
    Some(Participant {
        aliases: v["aliases"].as_array()?.iter().map(text).collect::<Option<_>>()?,
        kind: Kind::parse(v["kind"].as_str()?)?,
        scheme: Scheme::parse(v["scheme"].as_str()?)?,
        identifier: text(&v["identifier"])?,
        city: text(&v["city"])?,
        lead: v["lead"].as_bool()?,
        email: text(&v["email"])?,
        money_stated: v["stated"].as_bool()?,
        lines: lines.collect::<Option<_>>()?,
        years: years.collect::<Option<_>>()?,
        ..Participant::new(
            ParticipantId::parse(v["id"].as_str()?)?,
            v["no"].as_i64()?,
            party,
            v["name"].as_str()?,
            Lang::parse(v["lang"].as_str()?)?,
            v["country"].as_str()?,
        )
    })
}

fn read_answer(v: &Json) -> Option<Answer> {
    Some(Answer { question: QuestionId::parse(v["question"].as_str()?)?, lang: Lang::parse(v["lang"].as_str()?)?, body: text(&v["body"])? })
}

fn read_attachment(v: &Json) -> Option<Attachment> {
    Some(Attachment {
        id: AttachmentId::parse(v["id"].as_str()?)?,
        question: v["question"].as_str().and_then(QuestionId::parse),
        document: DocumentId::parse(v["document"].as_str()?)?,
        name: text(&v["name"])?,
        media_type: text(&v["type"])?,
        sha256: text(&v["sha256"])?,
        size: v["size"].as_i64()?,
        at: Instant::from_micros(v["at"].as_i64()?),
    })
}

fn text(v: &Json) -> Option<String> {
    v.as_str().map(str::to_string)
}
