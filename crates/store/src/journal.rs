//! The offices' journals. A number is taken under the one writer, so that the numbers of a year have no gap.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Lang, PartyCode, Permit,
    ids::{ApplicationId, CallId, DocumentId, JournalId},
    journal::{Direction, Entry, Number},
};

sql! {
    LAST = "select cast(coalesce(max(no), 0) as bigint) as no from journal where party = $1 and year = $2";
    INSERT = "insert into journal (id, call, application, party, year, no, direction, day, subject, counterpart, body, lang, document, search, by, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    OF_PARTY = "select id, call, application, party, year, no, direction, day, subject, counterpart, '' as body, lang, document, search, by, at
                from journal where party = $1 order by year desc, no desc";
    OF_CALL = "select id, call, application, party, year, no, direction, day, subject, counterpart, '' as body, lang, document, search, by, at
               from journal where party = $1 and call = $2 order by year desc, no desc";
    OF_APPLICATION = "select id, call, application, party, year, no, direction, day, subject, counterpart, body, lang, document, search, by, at
                      from journal where party = $1 and application = $2 order by year, no";
    ONE = "select id, call, application, party, year, no, direction, day, subject, counterpart, body, lang, document, search, by, at from journal where id = $1";
}

/// A line of a list: the entry without its body, and the folded words it is found by.
#[derive(Clone, Debug)]
pub struct Line {
    pub entry: Entry,
    pub search: String,
}

/// The next number of an office in a year; holds until this writing transaction ends.
pub async fn next(tx: &mut Tx, _permit: &Permit, party: &PartyCode, year: i64) -> Result<Number> {
    let row = tx.first(LAST, &[party.into(), year.into()]).await?;
    let last = row.map(|r| r.int("no")).transpose()?.unwrap_or(0);
    Ok(Number { year, no: last + 1 })
}

/// `search`: folded words of subject, counterpart and body.
pub async fn insert(tx: &mut Tx, _permit: &Permit, e: &Entry, search: &str) -> Result<()> {
    let args = [
        e.id.as_str().into(),
        e.call.as_ref().map(CallId::as_str).into(),
        e.application.as_ref().map(ApplicationId::as_str).into(),
        (&e.party).into(),
        e.number.year.into(),
        e.number.no.into(),
        e.direction.code().into(),
        e.day.iso().into(),
        (&e.subject).into(),
        (&e.counterpart).into(),
        (&e.body).into(),
        e.lang.code().into(),
        e.document.as_ref().map(DocumentId::as_str).into(),
        search.into(),
        (&e.by).into(),
        e.at.into(),
    ];
    tx.run(INSERT, &args).await?;
    Ok(())
}

/// An office's lines, newest first; of one call where one is named.
pub async fn list(tx: &mut Tx, _permit: &Permit, party: &PartyCode, call: Option<&CallId>) -> Result<Vec<Line>> {
    let rows = match call {
        Some(call) => tx.all(OF_CALL, &[party.into(), call.as_str().into()]).await?,
        None => tx.all(OF_PARTY, &[party.into()]).await?,
    };
    rows.iter().map(|r| Ok(Line { entry: read(r)?, search: r.text("search")? })).collect()
}

pub async fn of_application(tx: &mut Tx, _permit: &Permit, party: &PartyCode, application: &ApplicationId) -> Result<Vec<Entry>> {
    tx.all(OF_APPLICATION, &[party.into(), application.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn find(tx: &mut Tx, id: &JournalId) -> Result<Option<Entry>> {
    tx.first(ONE, &[id.as_str().into()]).await?.as_ref().map(read).transpose()
}

fn read(r: &Row) -> Result<Entry> {
    Ok(Entry {
        id: r.parse("id", JournalId::parse)?,
        call: r.opt_parse("call", CallId::parse)?,
        application: r.opt_parse("application", ApplicationId::parse)?,
        party: r.parse("party", PartyCode::parse)?,
        number: Number { year: r.int("year")?, no: r.int("no")? },
        direction: r.parse("direction", Direction::parse)?,
        day: r.day("day")?,
        subject: r.text3("subject")?,
        counterpart: r.text("counterpart")?,
        body: r.text("body")?,
        lang: r.parse("lang", Lang::parse)?,
        document: r.opt_parse("document", DocumentId::parse)?,
        by: r.text("by")?,
        at: r.at("at")?,
    })
}
