//! Programmes as records, and the dated bodies of the parties. The rows of frame, plan and schedule are in `plan`.

pub mod plan;

use crate::{Row, Tx, Value, sql::sql};
use anyhow::{Result, anyhow};
use domain::{
    Currency, Instant, PartyCode, Permit, Text3,
    ids::{BodyId, ProgrammeId},
    programme::{Body, BodyKind, Programme},
};

sql! {
    BY_ID = "select * from programme where id = $1";
    BY_SLUG = "select * from programme where slug = $1";
    LIST = "select id, slug, title, purpose, party_a, party_b, first_year, last_year, record_only from programme order by first_year desc, slug";
    INSERT = "insert into programme (id, slug, title, purpose, party_a, party_b, first_year, last_year, currency, record_only, source, note, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    BODIES = "select id, party, name, kind, appointed_by, valid_from, valid_to, successor from body order by party, valid_from, kind, id";
    SAVE_BODY = "insert into body (id, party, name, kind, appointed_by, valid_from, valid_to, successor) values ($1, $2, $3, $4, $5, $6, $7, $8)
                 on conflict (id) do update set name = excluded.name, kind = excluded.kind, appointed_by = excluded.appointed_by, valid_from = excluded.valid_from,
                 valid_to = excluded.valid_to, successor = excluded.successor";
}

/// A programme in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: ProgrammeId,
    pub slug: String,
    pub title: Text3,
    pub purpose: Text3,
    pub parties: [PartyCode; 2],
    pub first_year: i64,
    pub last_year: i64,
    pub record_only: bool,
}

pub async fn list(tx: &mut Tx) -> Result<Vec<Line>> {
    let rows = tx.all(LIST, &[]).await?;
    rows.iter()
        .map(|r| {
            Ok(Line {
                id: r.parse("id", ProgrammeId::parse)?,
                slug: r.text("slug")?,
                title: r.text3("title")?,
                purpose: r.text3("purpose")?,
                parties: [r.parse("party_a", PartyCode::parse)?, r.parse("party_b", PartyCode::parse)?],
                first_year: r.int("first_year")?,
                last_year: r.int("last_year")?,
                record_only: r.flag("record_only")?,
            })
        })
        .collect()
}

pub async fn get(tx: &mut Tx, id: &ProgrammeId) -> Result<Programme> {
    let row = tx.first(BY_ID, &[id.as_str().into()]).await?;
    whole(tx, row).await?.ok_or_else(|| anyhow!("no programme {id}"))
}

pub async fn find_by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Programme>> {
    let row = tx.first(BY_SLUG, &[slug.into()]).await?;
    whole(tx, row).await
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, p: &Programme, at: Instant) -> Result<()> {
    let args: [Value; 13] = [
        p.id.as_str().into(),
        (&p.slug).into(),
        (&p.title).into(),
        (&p.purpose).into(),
        (&p.parties[0]).into(),
        (&p.parties[1]).into(),
        p.first_year.into(),
        p.last_year.into(),
        p.currency.code().into(),
        p.record_only.into(),
        (&p.source).into(),
        (&p.note).into(),
        at.into(),
    ];
    tx.run(INSERT, &args).await?;
    plan::insert(tx, p).await
}

/// Every body of every party, those that no longer sit too.
pub async fn bodies(tx: &mut Tx) -> Result<Vec<Body>> {
    tx.all(BODIES, &[]).await?.iter().map(body).collect()
}

pub async fn save_body(tx: &mut Tx, _permit: &Permit, b: &Body) -> Result<()> {
    let args: [Value; 8] = [
        b.id.as_str().into(),
        (&b.party).into(),
        (&b.name).into(),
        b.kind.code().into(),
        (&b.appointed_by).into(),
        b.from.iso().into(),
        b.to.map(|d| d.iso()).into(),
        b.successor.as_ref().map(BodyId::as_str).into(),
    ];
    tx.run(SAVE_BODY, &args).await?;
    Ok(())
}

fn body(r: &Row) -> Result<Body> {
    Ok(Body {
        id: r.parse("id", BodyId::parse)?,
        party: r.parse("party", PartyCode::parse)?,
        name: r.text3("name")?,
        kind: r.parse("kind", BodyKind::parse)?,
        appointed_by: r.text3("appointed_by")?,
        from: r.day("valid_from")?,
        to: r.opt_parse("valid_to", domain::time::Day::parse)?,
        successor: r.opt_parse("successor", BodyId::parse)?,
    })
}

async fn whole(tx: &mut Tx, row: Option<Row>) -> Result<Option<Programme>> {
    let Some(r) = row else { return Ok(None) };
    let mut programme = Programme {
        id: r.parse("id", ProgrammeId::parse)?,
        slug: r.text("slug")?,
        title: r.text3("title")?,
        purpose: r.text3("purpose")?,
        parties: [r.parse("party_a", PartyCode::parse)?, r.parse("party_b", PartyCode::parse)?],
        first_year: r.int("first_year")?,
        last_year: r.int("last_year")?,
        currency: r.parse("currency", Currency::parse)?,
        record_only: r.flag("record_only")?,
        source: r.text3("source")?,
        note: r.text3("note")?,
        frame: vec![],
        financing: vec![],
        goals: vec![],
        themes: vec![],
        targets: vec![],
        schedule: vec![],
        facts: vec![],
    };
    plan::read_into(tx, &mut programme).await?;
    Ok(Some(programme))
}
