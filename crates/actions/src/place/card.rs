//! A place as its form holds it, for its history.

use crate::revision::Standing;
use anyhow::Result;
use domain::{fact::SubjectKind, place::Place, revision::Card};
use store::Tx;

pub(crate) async fn standing(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(p) = store::place::find_by_slug(tx, slug).await? else { return Ok(None) };
    let degrees = |at: Option<f64>| at.map(|d| d.to_string()).unwrap_or_default();
    let card = Card::default()
        .text3("name", "book-name", &p.names)
        .code("kind", "place-kind", "place-kind", p.kind.code())
        .country("country", "book-country", &p.country)
        .thing("within", "place-within", above(tx, p.within.as_ref()).await?)
        .thing("capital", "place-capital", above(tx, p.capital.as_ref()).await?)
        .text("code", "place-code", &p.code)
        .text("wikidata", "place-wikidata", &p.wikidata)
        .text("lon", "place-lon", degrees(p.at.map(|(lon, _)| lon)))
        .text("lat", "place-lat", degrees(p.at.map(|(_, lat)| lat)))
        .flag("verified", "book-verified", p.verified)
        .text("=spellings", "book-aliases", spellings(tx, SubjectKind::Place, p.id.as_str()).await?);
    Ok(Some(Standing { names: p.names, version: p.version, card }))
}

async fn above(tx: &mut Tx, id: Option<&domain::ids::PlaceId>) -> Result<Option<(String, domain::Text3)>> {
    let named = |p: Place| (p.slug, p.names);
    Ok(match id {
        Some(id) => store::place::find(tx, id).await?.map(named),
        None => None,
    })
}

/// Other spellings in one line; they have a form of their own.
pub(crate) async fn spellings(tx: &mut Tx, kind: SubjectKind, subject: &str) -> Result<String> {
    let all = store::alias::of(tx, kind, subject).await?;
    Ok(all.iter().map(|a| a.spelling.as_str()).collect::<Vec<_>>().join(" · "))
}
