//! Programmes as records: load one from a file of facts, keep its parties' bodies, show it (R93-R121, R152-R153).

use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Currency, Money, PartyCode, Subject, Text3, decide,
    ids::{BodyId, ProgrammeId},
    programme::{Body, BodyKind, Fact, FrameLine, Programme, Source, Step, Target, Theme},
    time::Day,
};
use serde_json::json;
pub use store::programme::Line;

/// A programme as a file states it, before it has ids. Amounts are minor units of `currency`, one per year from the first.
#[derive(Clone, Debug)]
pub struct ProgrammeRecord {
    pub slug: String,
    pub title: Text3,
    pub purpose: Text3,
    pub parties: [PartyCode; 2],
    pub first_year: i64,
    pub last_year: i64,
    pub currency: Currency,
    pub record_only: bool,
    pub source: Text3,
    pub note: Text3,
    pub frame: Vec<(Text3, Vec<i64>)>,
    pub financing: Vec<SourceRecord>,
    pub goals: Vec<Text3>,
    pub themes: Vec<Theme>,
    pub targets: Vec<Target>,
    pub schedule: Vec<Step>,
    pub facts: Vec<Fact>,
}

#[derive(Clone, Debug)]
pub struct SourceRecord {
    pub label: Text3,
    pub party: Option<PartyCode>,
    pub estimate: bool,
    pub note: Text3,
    pub amounts: Vec<i64>,
}

/// A body as a file states it.
#[derive(Clone, Debug)]
pub struct BodyRecord {
    pub party: PartyCode,
    pub name: Text3,
    pub kind: BodyKind,
    pub appointed_by: Text3,
    pub from: Day,
    pub to: Option<Day>,
}

/// Keeps a record whose frame equals its plan; anything else is refused with its reason.
pub async fn load_record(desk: &Desk, viewer: &Viewer, record: &ProgrammeRecord) -> Result<ProgrammeId> {
    let permit = decide(&viewer.actor(), Action::EditProgramme, &Subject::Shared { parties: record.parties.clone() })?;
    let programme = with_ids(desk.mint(ProgrammeId::mint), record);
    if let Some(problem) = programme.problems().into_iter().next() {
        return Err(problem.into());
    }
    let mut tx = desk.db.write().await?;
    if store::programme::find_by_slug(&mut tx, &programme.slug).await?.is_some() {
        return Err(vec![domain::refusal::FieldError::new(
            "slug",
            "slug-taken",
            vec![("typed", domain::refusal::Value::Text(programme.slug))],
        )]
        .into());
    }
    store::programme::insert(&mut tx, &permit, &programme, desk.now()).await?;
    desk.record(
        &mut tx,
        &permit,
        "programme",
        programme.id.as_str(),
        json!({ "slug": programme.slug, "record_only": programme.record_only }),
    )
    .await?;
    tx.commit().await?;
    Ok(programme.id)
}

fn with_ids(id: ProgrammeId, r: &ProgrammeRecord) -> Programme {
    let yearly = |amounts: &[i64]| (r.first_year..).zip(amounts).map(|(year, minor)| (year, Money::new(*minor, r.currency))).collect();
    Programme {
        id,
        slug: r.slug.clone(),
        title: r.title.clone(),
        purpose: r.purpose.clone(),
        parties: r.parties.clone(),
        first_year: r.first_year,
        last_year: r.last_year,
        currency: r.currency,
        record_only: r.record_only,
        source: r.source.clone(),
        note: r.note.clone(),
        frame: r.frame.iter().map(|(label, amounts)| FrameLine { label: label.clone(), amounts: yearly(amounts) }).collect(),
        financing: r
            .financing
            .iter()
            .map(|s| Source {
                label: s.label.clone(),
                party: s.party.clone(),
                estimate: s.estimate,
                note: s.note.clone(),
                amounts: yearly(&s.amounts),
            })
            .collect(),
        goals: r.goals.clone(),
        themes: r.themes.clone(),
        targets: r.targets.clone(),
        schedule: r.schedule.clone(),
        facts: r.facts.clone(),
    }
}

/// Records a body of a party; the operator's act.
pub async fn add_body(desk: &Desk, viewer: &Viewer, record: &BodyRecord) -> Result<BodyId> {
    let permit = decide(&viewer.actor(), Action::EditProgramme, &Subject::Site)?;
    let body = Body {
        id: desk.mint(BodyId::mint),
        party: record.party.clone(),
        name: record.name.clone(),
        kind: record.kind,
        appointed_by: record.appointed_by.clone(),
        from: record.from,
        to: record.to,
        successor: None,
    };
    let mut tx = desk.db.write().await?;
    store::programme::save_body(&mut tx, &permit, &body).await?;
    desk.record(&mut tx, &permit, "body", body.id.as_str(), json!({ "party": body.party.as_str(), "kind": body.kind.code() })).await?;
    tx.commit().await?;
    Ok(body.id)
}

pub async fn list(desk: &Desk) -> Result<Vec<Line>> {
    Ok(store::programme::list(&mut desk.db.read().await?).await?)
}

/// A programme as everybody may read it, with its parties' bodies and its announced calls.
pub struct Public {
    pub programme: Programme,
    pub bodies: Vec<Body>,
    pub calls: Vec<store::call::Line>,
}

pub async fn show(desk: &Desk, slug: &str) -> Result<Public> {
    let mut tx = desk.db.read().await?;
    let programme = store::programme::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let mut bodies = store::programme::bodies(&mut tx).await?;
    bodies.retain(|b| programme.parties.contains(&b.party));
    let mut calls = store::call::list(&mut tx).await?;
    calls.retain(|c| c.programme_slug == programme.slug && c.published.is_some());
    Ok(Public { programme, bodies, calls })
}
