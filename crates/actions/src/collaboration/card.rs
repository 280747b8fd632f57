//! A link between institutions as its form holds it, for its history.

use crate::{
    named,
    revision::{Standing, by_slug},
};
use anyhow::Result;
use domain::{
    collaboration::{Role, Subject},
    revision::Card,
};
use store::Tx;

pub(crate) async fn standing(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(line) = store::collaboration::find(tx, slug).await? else { return Ok(None) };
    let c = &line.link;
    // A name alone is an organisation; a place says so.
    let typed = |subject: Subject, slug: &str| if subject == Subject::Place { format!("place:{slug}") } else { slug.to_string() };
    let of = |role: Role| line.of(role).map(|p| (typed(p.subject, &p.slug), p.names.clone())).collect::<Vec<_>>();
    let partnership = named::partnership(tx, &c.partnership).await?.map(|names| (c.partnership.as_str(), names));
    let mut card = Card::default()
        .text3("names", "book-name", &c.names)
        .code("kind", "collaboration-kind", "collaboration-kind", c.kind.code())
        .code("state", "collaboration-state", "collaboration-state", c.state.code());
    for role in Role::ALL {
        card = card.lines(role.code(), &format!("collaboration-{}", role.code()), of(*role));
    }
    card = card
        .thing("partnership", "collaboration-partnership", partnership)
        .text3("body", "collaboration-body", &c.body)
        .date("until", "collaboration-until", &c.until)
        .date("since", "see-since", &c.since)
        .thing("source", "see-source", by_slug(tx, &c.source).await?)
        .date("as_of", "book-as-of", &c.as_of)
        .text("quote", "book-quote", &c.quote);
    for (i, k) in c.capacities.iter().enumerate() {
        card = card
            .code(format!("size{i}-standing"), "collaboration-size", "collaboration-size", k.standing.code())
            .number(format!("size{i}-number"), "collaboration-size-number", k.number)
            .text3(&format!("size{i}-what"), "collaboration-size-what", &k.what)
            .date(format!("size{i}-year"), "collaboration-size-year", &k.year);
    }
    Ok(Some(Standing { names: c.names.clone(), version: c.version, card }))
}
