//! A statement as its form holds it, for the history of what it is about.

use crate::revision::Standing;
use anyhow::Result;
use domain::{
    ids::FactId,
    revision::{Card, Kind},
};
use store::Tx;

pub(crate) async fn standing(tx: &mut Tx, id: &str) -> Result<Option<Standing>> {
    let Some(id) = FactId::parse(id) else { return Ok(None) };
    let Some(line) = store::fact::find(tx, &id).await? else { return Ok(None) };
    let f = line.fact;
    let (source, title, _) = line.source;
    let card = Card::default()
        .code("kind", "fact-kind", "fact-kind", f.kind.code())
        .text3("body", "fact-statement", &f.body)
        .number("number", "fact-number", f.number)
        .code("unit", "fact-unit", "unit-name", &f.unit)
        .date("as_of", "fact-as-of", &f.as_of)
        .thing("source", "fact-source", Some((source, title)))
        .text("quote", "fact-quote", &f.quote);
    Ok(Some(Standing { names: f.body, version: store::revision::count(tx, Kind::Fact, id.as_str()).await?, card }))
}
