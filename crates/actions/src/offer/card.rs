//! An offer as its form holds it, for its history.

use crate::{
    named,
    revision::{Standing, by_slug},
};
use anyhow::Result;
use domain::{offer::Reach, revision::Card};
use store::Tx;

pub(crate) async fn standing(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(line) = store::offer::find(tx, slug).await? else { return Ok(None) };
    let o = &line.offer;
    let partnership = named::partnership(tx, &o.partnership).await?.map(|names| (o.partnership.as_str(), names));
    let mut card = Card::default()
        .thing("provider", "offer-provider", Some((&line.provider_slug, line.provider.clone())))
        .text3("names", "book-name", &o.names)
        .codes("kinds", "offer-kind", "offer-kind", o.kinds.iter().map(|k| k.code()))
        .text3("body", "collaboration-body", &o.body)
        .text3("audience", "offer-audience", &o.audience);
    for reach in Reach::ALL {
        let places = line.reach(*reach).map(|p| (p.slug.clone(), p.names.clone())).collect();
        card = card.lines(reach.code(), &format!("offer-{}", reach.code()), places);
    }
    let card = card
        .thing("partnership", "collaboration-partnership", partnership)
        .date("since", "see-since", &o.since)
        .thing("source", "see-source", by_slug(tx, &o.source).await?)
        .date("as_of", "book-as-of", &o.as_of)
        .text("quote", "book-quote", &o.quote);
    Ok(Some(Standing { names: o.names.clone(), version: o.version, card }))
}
