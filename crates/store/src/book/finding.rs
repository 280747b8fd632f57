//! What lists are searched by, read once and then only what has changed since.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;

sql! {
    PLACES = "select id, kind, country, verified, search, by_da, by_en, by_zh, changed from place where changed > $1 order by changed, id";
    ORGANISATIONS = "select id, kind, country, verified, search, by_da, by_en, by_zh, changed from organisation where changed > $1 order by changed, id";
    PAIRS = "select a, b, changed from claim_pair where changed > $1 order by changed, a, b";
}

/// A thing as a list finds and orders it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: String,
    pub kind: String,
    pub country: String,
    pub verified: bool,
    /// Folded names (`book::searchable`).
    pub search: String,
    /// Danish, English and Chinese order (`book::order_keys`).
    pub order: [String; 3],
    pub changed: i64,
}

/// Places written after `since`, in the order of their writing.
pub async fn places(tx: &mut Tx, since: i64) -> Result<Vec<Entry>> {
    tx.all(PLACES, &[since.into()]).await?.iter().map(entry).collect()
}

pub async fn organisations(tx: &mut Tx, since: i64) -> Result<Vec<Entry>> {
    tx.all(ORGANISATIONS, &[since.into()]).await?.iter().map(entry).collect()
}

/// Ids of pairs written after `since`, with when.
pub async fn pairs(tx: &mut Tx, since: i64) -> Result<Vec<(String, String, i64)>> {
    tx.all(PAIRS, &[since.into()]).await?.iter().map(|r| Ok((r.text("a")?, r.text("b")?, r.int("changed")?))).collect()
}

fn entry(r: &Row) -> Result<Entry> {
    Ok(Entry {
        id: r.text("id")?,
        kind: r.text("kind")?,
        country: r.text("country")?,
        verified: r.flag("verified")?,
        search: r.text("search")?,
        order: [r.text("by_da")?, r.text("by_en")?, r.text("by_zh")?],
        changed: r.int("changed")?,
    })
}
