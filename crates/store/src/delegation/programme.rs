//! Versions of a delegation's programme, ticked steps of its plan, and its invitation letters.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Instant, Permit,
    delegation::{
        plan::Step,
        programme::{Item, Version},
    },
    ids::{DelegationId, DocumentId, PersonId},
};

sql! {
    VERSIONS = "select version, at from delegation_programme where delegation = $1 order by version desc";
    ITEMS = "select starts, ends, title, place from delegation_programme_item where delegation = $1 and version = $2 order by no";
    ADD = "insert into delegation_programme (delegation, version, by, at) values ($1, $2, $3, $4)";
    ADD_ITEM = "insert into delegation_programme_item (delegation, version, no, starts, ends, title, place) values ($1, $2, $3, $4, $5, $6, $7)";
    STEPS = "select step from delegation_step where delegation = $1";
    TICK = "insert into delegation_step (delegation, step, by, at) values ($1, $2, $3, $4) on conflict (delegation, step) do nothing";
    UNTICK = "delete from delegation_step where delegation = $1 and step = $2";
    LETTERS = "select no, inviter, document, at, erased from delegation_letter where delegation = $1 order by no desc";
    OF_TRAVELLER = "select l.document from delegation_letter l where l.erased is null and exists
                    (select 1 from delegation_member m where m.delegation = l.delegation and m.person = $1)";
    OF_DELEGATION = "select l.document from delegation_letter l where l.erased is null and l.delegation = $1";
    PAST = "select l.document from delegation_letter l join delegation d on d.id = l.delegation
            where l.erased is null and d.departs is not null and d.departs < $1";
    BLANK_FILE = "update document set bytes = $2, size = 0 where id = $1";
    BLANK_LETTER = "update delegation_letter set erased = $2, inviter = '' where document = $1";
    LETTER = "insert into delegation_letter (delegation, no, inviter, document, by, at) values ($1, $2, $3, $4, $5, $6)";
}

/// Number and instant of each version, the newest first.
pub async fn versions(tx: &mut Tx, id: &DelegationId) -> Result<Vec<(i64, Instant)>> {
    tx.all(VERSIONS, &[id.as_str().into()]).await?.iter().map(|r| Ok((r.int("version")?, r.at("at")?))).collect()
}

pub async fn items(tx: &mut Tx, id: &DelegationId, version: i64) -> Result<Vec<Item>> {
    let read = |r: &Row| Ok(Item { starts: r.at("starts")?, ends: r.at("ends")?, title: r.text3("title")?, place: r.text("place")? });
    tx.all(ITEMS, &[id.as_str().into(), version.into()]).await?.iter().map(read).collect()
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, id: &DelegationId, v: &Version, by: &str) -> Result<()> {
    tx.run(ADD, &[id.as_str().into(), v.no.into(), by.into(), v.at.into()]).await?;
    for (no, i) in v.items.iter().enumerate() {
        let args =
            [id.as_str().into(), v.no.into(), (no as i64 + 1).into(), i.starts.into(), i.ends.into(), (&i.title).into(), (&i.place).into()];
        tx.run(ADD_ITEM, &args).await?;
    }
    Ok(())
}

pub async fn ticked(tx: &mut Tx, id: &DelegationId) -> Result<Vec<Step>> {
    tx.all(STEPS, &[id.as_str().into()]).await?.iter().map(|r| r.parse("step", Step::parse)).collect()
}

pub async fn tick(tx: &mut Tx, _permit: &Permit, id: &DelegationId, step: Step, on: bool, by: &str, at: Instant) -> Result<()> {
    if on {
        tx.run(TICK, &[id.as_str().into(), step.code().into(), by.into(), at.into()]).await?;
    } else {
        tx.run(UNTICK, &[id.as_str().into(), step.code().into()]).await?;
    }
    Ok(())
}

/// A letter that went out.
#[derive(Clone, Debug)]
pub struct Letter {
    pub no: i64,
    pub inviter: String,
    pub document: DocumentId,
    pub at: Instant,
    /// The text is gone: its time was over, or a traveller asked for it.
    pub erased: Option<Instant>,
}

pub async fn letters(tx: &mut Tx, _permit: &Permit, id: &DelegationId) -> Result<Vec<Letter>> {
    let read = |r: &Row| {
        Ok(Letter {
            no: r.int("no")?,
            inviter: r.text("inviter")?,
            document: r.parse("document", DocumentId::parse)?,
            at: r.at("at")?,
            erased: r.opt_at("erased")?,
        })
    };
    tx.all(LETTERS, &[id.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn add_letter(tx: &mut Tx, _permit: &Permit, id: &DelegationId, l: &Letter, by: &str) -> Result<()> {
    let args = [id.as_str().into(), l.no.into(), (&l.inviter).into(), l.document.as_str().into(), by.into(), l.at.into()];
    tx.run(LETTER, &args).await?;
    Ok(())
}

/// Whose letters lose their text.
pub enum Which<'a> {
    /// Of every delegation that this person was in.
    Of(&'a PersonId),
    In(&'a DelegationId),
    /// Of delegations that left before this ISO day.
    Before(&'a str),
}

const EMPTY: &[u8] = &[];

/// Takes the text out of letters: number and day stay. Answers how many.
pub async fn erase_letters(tx: &mut Tx, _permit: &Permit, which: Which<'_>, at: Instant) -> Result<u64> {
    let found = match which {
        Which::Of(person) => tx.all(OF_TRAVELLER, &[person.as_str().into()]).await?,
        Which::In(delegation) => tx.all(OF_DELEGATION, &[delegation.as_str().into()]).await?,
        Which::Before(day) => tx.all(PAST, &[day.into()]).await?,
    };
    for row in &found {
        let document = row.text("document")?;
        tx.run(BLANK_FILE, &[(&document).into(), EMPTY.into()]).await?;
        tx.run(BLANK_LETTER, &[(&document).into(), at.into()]).await?;
    }
    Ok(found.len() as u64)
}
