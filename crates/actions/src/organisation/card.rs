//! An organisation as its form holds it, for its history.

use crate::{place::card::spellings, revision::Standing};
use anyhow::Result;
use domain::{Text3, fact::SubjectKind, organisation::Organisation, revision::Card};
use store::{Tx, organisation::link};

pub(crate) async fn standing(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(o) = store::organisation::find_by_slug(tx, slug).await? else { return Ok(None) };
    let place = match &o.place {
        Some(id) => store::place::find(tx, id).await?.map(|p| (p.slug, p.names)),
        None => None,
    };
    let part_of = match &o.part_of {
        Some(id) => store::organisation::find(tx, id).await?.map(named),
        None => None,
    };
    let members = link::members(tx, &o.id).await?.into_iter().map(named).collect();
    let successors = link::successors(tx, &o.id).await?.into_iter().map(|t| named(t.organisation)).collect();
    let card = Card::default()
        .text3("name", "book-name", &o.names)
        .text("abbr", "organisation-abbr", &o.abbr)
        .code("kind", "organisation-category", "organisation-category", o.kind.code())
        .country("country", "book-country", &o.country)
        .thing("place", "organisation-place", place)
        .thing("part_of", "organisation-part-of", part_of)
        .date("established", "organisation-established", &o.established)
        .date("dissolved", "organisation-dissolved", &o.dissolved)
        .text("mailbox", "organisation-mailbox", &o.mailbox);
    let numbered = |card: Card, (scheme, value): &(domain::organisation::Scheme, String)| {
        card.text(format!("id-{}", scheme.code()), &format!("identifier-{}", scheme.code()), value)
    };
    let card = o
        .identifiers
        .iter()
        .fold(card, numbered)
        .flag("verified", "book-verified", o.verified)
        .text("=spellings", "book-aliases", spellings(tx, SubjectKind::Organisation, o.id.as_str()).await?)
        .lines("=members", "organisation-members", members)
        .lines("=successors", "organisation-successor", successors);
    Ok(Some(Standing { names: o.names, version: o.version, card }))
}

fn named(o: Organisation) -> (String, Text3) {
    (o.slug, o.names)
}
