//! What the lists of the partnership book share: folded names that a list is searched by, and keys that it is ordered by.

pub mod finding;
pub mod list;

use crate::{Row, Tx, Value};
use anyhow::Result;
use domain::{Lang, Text3};
use i18n::{collate, search};
use std::collections::HashMap;

/// Folded terms a query is cut down to; the statements have room for this many.
const TERMS: usize = 4;

/// The part of a list that is wanted.
#[derive(Clone, Debug, Default)]
pub struct Want {
    pub query: String,
    /// Code of a kind, or empty for all.
    pub kind: String,
    /// ISO 3166-1, or empty for all.
    pub country: String,
    /// Only what an office has verified.
    pub verified: bool,
    pub lang: Option<Lang>,
    pub descending: bool,
    pub offset: i64,
    pub limit: i64,
}

/// Ids that one statement asks for.
pub(crate) const MANY: usize = 50;

/// `$1, … $50`: as many as `MANY`.
macro_rules! many {
    () => {
        "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, \
         $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50"
    };
}
pub(crate) use many;

/// At most `MANY` ids as parameters; an empty one is nobody's.
pub(crate) fn padded(ids: &[&str]) -> Vec<Value> {
    (0..MANY).map(|i| ids.get(i).copied().unwrap_or_default().into()).collect()
}

/// What a statement with `many!()` finds for any number of ids.
pub(crate) async fn rows(tx: &mut Tx, sql: &'static str, ids: &[&str]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for some in ids.chunks(MANY) {
        rows.extend(tx.all(sql, &padded(some)).await?);
    }
    Ok(rows)
}

/// The same, read, in the order of the ids; what is not there is left out.
pub(crate) async fn in_order<T>(tx: &mut Tx, sql: &'static str, ids: &[&str], read: impl Fn(&Row) -> Result<T>) -> Result<Vec<T>> {
    let mut known: HashMap<String, T> = HashMap::new();
    for row in rows(tx, sql, ids).await? {
        known.insert(row.text("id")?, read(&row)?);
    }
    Ok(ids.iter().filter_map(|id| known.remove(*id)).collect())
}

/// Four LIKE patterns; what is not asked for matches everything.
pub(crate) fn patterns(query: &str) -> [String; TERMS] {
    let mut terms = search::fold_query(query).into_iter();
    std::array::from_fn(|_| terms.next().map_or_else(|| "%".into(), |t| format!("%{t}%")))
}

/// The folded text of a thing: every name, every other spelling, and what people type for them on other keyboards.
pub fn searchable(names: &Text3, others: &[&str]) -> String {
    let mut all = vec![names.en.as_str()];
    all.extend([names.da.as_str(), names.zh.as_str()].into_iter().filter(|n| *n != names.en));
    all.extend(others);
    let all = all.join(" · ");
    [search::fold(&all), search::otherwise(&all)].join(" ").trim_end().to_string()
}

/// Keys that put names in the order of each language, as text that both engines compare byte by byte.
pub fn order_keys(names: &Text3) -> [String; 3] {
    Lang::ALL.map(|lang| collate::sort_key(lang, names.get(lang)).iter().take(40).map(|b| format!("{b:02x}")).collect())
}
