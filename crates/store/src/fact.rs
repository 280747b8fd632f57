//! Facts: statements with source and date, and who else says so.

pub mod discord;

use crate::{
    Row, Tx, Value,
    book::{self, many},
    sql::sql,
};
use anyhow::Result;
use domain::{
    Instant, Permit, Text3,
    edtf::Edtf,
    fact::{Fact, Kind, SubjectKind},
    ids::{FactId, SourceId},
};
use std::collections::HashMap;

sql! {
    OF = "select f.*, s.slug as source_slug, s.title as source_title, s.written as source_written from fact f join source s on s.id = f.source
          where f.subject_kind = $1 and f.subject = $2 order by f.no, f.id";
    OF_SOURCE = "select f.*, s.slug as source_slug, s.title as source_title, s.written as source_written from fact f join source s on s.id = f.source
                 where f.source = $1 order by f.subject_kind, f.subject, f.no limit 500";
    SUPPORT = "select fs.fact, s.slug, s.title from fact_support fs join source s on s.id = fs.source join fact f on f.id = fs.fact
               where f.subject_kind = $1 and f.subject = $2 order by s.written, s.slug";
    CODES = "select df.fact, d.code from discord_fact df join discord d on d.id = df.discord join fact f on f.id = df.fact
             where f.subject_kind = $1 and f.subject = $2 order by d.no";
    BY_ID = "select f.*, s.slug as source_slug, s.title as source_title, s.written as source_written from fact f join source s on s.id = f.source where f.id = $1";
    UPDATE = "update fact set kind = $2, body = $3, number = $4, unit = $5, as_of = $6, source = $7, quote = $8 where id = $1";
    IN_DISCORD = "select d.code from discord_fact df join discord d on d.id = df.discord where df.fact = $1 order by d.no";
    DELETE_SUPPORT = "delete from fact_support where fact = $1";
    DELETE = "delete from fact where id = $1";
    LAST_NO = "select coalesce(max(no), 0) as n from fact where subject_kind = $1 and subject = $2";
    INSERT = "insert into fact (id, subject_kind, subject, no, kind, body, number, unit, as_of, source, quote, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    ADD_SUPPORT = "insert into fact_support (fact, source) values ($1, $2) on conflict do nothing";
    SUBJECTS = concat!(
        "select 'place' as kind, id, slug, names from place where id in (", many!(),
        ") union all select 'organisation' as kind, id, slug, names from organisation where id in (", many!(),
        ") union all select 'partnership' as kind, id, slug, title as names from partnership where id in (", many!(),
        ") union all select 'instrument' as kind, id, slug, title as names from instrument where id in (", many!(),
        ") union all select 'office' as kind, id, slug, name as names from office where id in (", many!(), ")"
    );
    FIND_SUBJECT = "select 'place' as kind, id, slug, names from place where $1 = 'place' and slug = $2
                    union all select 'organisation' as kind, id, slug, names from organisation where $1 = 'organisation' and slug = $2
                    union all select 'partnership' as kind, id, slug, title as names from partnership where $1 = 'partnership' and slug = $2
                    union all select 'instrument' as kind, id, slug, title as names from instrument where $1 = 'instrument' and slug = $2
                    union all select 'office' as kind, id, slug, name as names from office where $1 = 'office' and slug = $2";
}

/// A fact as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub fact: Fact,
    /// Slug, title and date of its source.
    pub source: (String, Text3, Edtf),
    /// Slug and title of the others that say the same.
    pub support: Vec<(String, Text3)>,
    /// Codes of the disagreements it is part of.
    pub discords: Vec<String>,
}

impl Line {
    /// Only one source says so.
    pub fn alone(&self) -> bool {
        self.support.is_empty()
    }
}

/// What a fact is about, as a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub kind: SubjectKind,
    pub id: String,
    pub slug: String,
    pub names: Text3,
}

impl Subject {
    /// Where its page is.
    pub fn href(&self) -> String {
        format!("/{}/{}", self.kind.plural(), self.slug)
    }
}

/// The facts about one thing in their order.
pub async fn of(tx: &mut Tx, kind: SubjectKind, subject: &str) -> Result<Vec<Line>> {
    let args: [Value; 2] = [kind.code().into(), subject.into()];
    let mut lines: Vec<Line> = tx.all(OF, &args).await?.iter().map(line).collect::<Result<_>>()?;
    if lines.is_empty() {
        return Ok(lines);
    }
    let mut support: HashMap<String, Vec<(String, Text3)>> = HashMap::new();
    for r in &tx.all(SUPPORT, &args).await? {
        support.entry(r.text("fact")?).or_default().push((r.text("slug")?, r.text3("title")?));
    }
    let mut codes: HashMap<String, Vec<String>> = HashMap::new();
    for r in &tx.all(CODES, &args).await? {
        codes.entry(r.text("fact")?).or_default().push(r.text("code")?);
    }
    for l in &mut lines {
        l.support = support.remove(l.fact.id.as_str()).unwrap_or_default();
        l.discords = codes.remove(l.fact.id.as_str()).unwrap_or_default();
    }
    Ok(lines)
}

pub async fn find(tx: &mut Tx, id: &FactId) -> Result<Option<Line>> {
    tx.first(BY_ID, &[id.as_str().into()]).await?.as_ref().map(line).transpose()
}

/// Changes all but what it is about.
pub async fn update(tx: &mut Tx, _permit: &Permit, f: &Fact) -> Result<()> {
    let args: [Value; 8] = [
        f.id.as_str().into(),
        f.kind.code().into(),
        (&f.body).into(),
        f.number.into(),
        (&f.unit).into(),
        f.as_of.as_str().into(),
        f.source.as_str().into(),
        (&f.quote).into(),
    ];
    tx.run(UPDATE, &args).await?;
    Ok(())
}

/// The disagreement that a fact is part of.
pub async fn discord_of(tx: &mut Tx, id: &FactId) -> Result<Option<String>> {
    tx.first(IN_DISCORD, &[id.as_str().into()]).await?.map(|r| r.text("code")).transpose()
}

pub async fn delete(tx: &mut Tx, _permit: &Permit, id: &FactId) -> Result<()> {
    tx.run(DELETE_SUPPORT, &[id.as_str().into()]).await?;
    tx.run(DELETE, &[id.as_str().into()]).await?;
    Ok(())
}

/// What rests on a source; the first 500.
pub async fn of_source(tx: &mut Tx, source: &SourceId) -> Result<Vec<Line>> {
    tx.all(OF_SOURCE, &[source.as_str().into()]).await?.iter().map(line).collect()
}

/// Adds a fact behind those there are; its `no` is given here.
pub async fn insert(tx: &mut Tx, _permit: &Permit, f: &Fact, at: Instant) -> Result<()> {
    let about: [Value; 2] = [f.about.code().into(), (&f.subject).into()];
    let last = tx.first(LAST_NO, &about).await?.map_or(Ok(0), |r| r.int("n"))?;
    let args: [Value; 12] = [
        f.id.as_str().into(),
        f.about.code().into(),
        (&f.subject).into(),
        (last + 1).into(),
        f.kind.code().into(),
        (&f.body).into(),
        f.number.into(),
        (&f.unit).into(),
        f.as_of.as_str().into(),
        f.source.as_str().into(),
        (&f.quote).into(),
        at.into(),
    ];
    tx.run(INSERT, &args).await?;
    Ok(())
}

pub async fn add_support(tx: &mut Tx, _permit: &Permit, fact: &FactId, source: &SourceId) -> Result<()> {
    tx.run(ADD_SUPPORT, &[fact.as_str().into(), source.as_str().into()]).await?;
    Ok(())
}

/// Names and addresses of what facts are about; ids are unique across all kinds.
pub async fn subjects(tx: &mut Tx, ids: &[&str]) -> Result<HashMap<String, Subject>> {
    let mut found: Vec<Subject> = book::rows(tx, SUBJECTS, ids).await?.iter().map(read_subject).collect::<Result<_>>()?;
    name(tx, &mut found).await?;
    Ok(found.into_iter().map(|s| (s.id.clone(), s)).collect())
}

/// The same by kind and slug, as files name it.
pub async fn find_subject(tx: &mut Tx, kind: SubjectKind, slug: &str) -> Result<Option<Subject>> {
    let row = tx.first(FIND_SUBJECT, &[kind.code().into(), slug.into()]).await?;
    let mut found: Vec<Subject> = row.iter().map(read_subject).collect::<Result<_>>()?;
    name(tx, &mut found).await?;
    Ok(found.pop())
}

/// A partnership without a title of its own is named after its parties.
async fn name(tx: &mut Tx, all: &mut [Subject]) -> Result<()> {
    let mut bare: Vec<&mut Subject> =
        all.iter_mut().filter(|s| s.kind == SubjectKind::Partnership && s.names.missing().len() == 3).collect();
    let ids: Vec<String> = bare.iter().map(|s| s.id.clone()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    for line in crate::partnership::by_ids(tx, &ids).await? {
        bare.iter_mut().filter(|s| s.id == line.partnership.id.as_str()).for_each(|s| s.names = line.title());
    }
    Ok(())
}

fn read_subject(r: &Row) -> Result<Subject> {
    Ok(Subject { kind: r.parse("kind", SubjectKind::parse)?, id: r.text("id")?, slug: r.text("slug")?, names: r.text3("names")? })
}

pub(crate) fn line(r: &Row) -> Result<Line> {
    let fact = Fact {
        id: r.parse("id", FactId::parse)?,
        about: r.parse("subject_kind", SubjectKind::parse)?,
        subject: r.text("subject")?,
        no: r.int("no")?,
        kind: r.parse("kind", Kind::parse)?,
        body: r.text3("body")?,
        number: r.opt_float("number")?,
        unit: r.text("unit")?,
        as_of: r.parse("as_of", Edtf::parse)?,
        source: r.parse("source", SourceId::parse)?,
        quote: r.text("quote")?,
    };
    let source = (r.text("source_slug")?, r.text3("source_title")?, r.parse("source_written", Edtf::parse)?);
    Ok(Line { fact, source, support: vec![], discords: vec![] })
}
