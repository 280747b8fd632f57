//! A presence as its form holds it, for its history.

use crate::revision::{Standing, by_slug};
use anyhow::Result;
use domain::revision::Card;
use store::Tx;

pub(crate) async fn standing(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(line) = store::presence::find(tx, slug).await? else { return Ok(None) };
    let p = line.presence;
    let card = Card::default()
        .thing("organisation", "presence-who", Some((&line.company_slug, line.company)))
        .country("country", "book-country", &p.country)
        .thing("place", "presence-place", Some((&line.place_slug, line.place)))
        .code("kind", "presence-kind", "presence-kind", p.kind.code())
        .text3("body", "fact-statement", &p.body)
        .date("since", "see-since", &p.since)
        .thing("source", "see-source", by_slug(tx, &p.source).await?)
        .date("as_of", "book-as-of", &p.as_of)
        .text("quote", "book-quote", &p.quote);
    Ok(Some(Standing { names: p.body, version: p.version, card }))
}
