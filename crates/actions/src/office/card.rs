//! An office as its form holds it, for its history.

use crate::revision::{Standing, by_id};
use anyhow::Result;
use domain::revision::Card;
use store::Tx;

pub(crate) async fn standing(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(line) = store::office::find(tx, slug).await? else { return Ok(None) };
    let o = line.office;
    let partnership = match &o.partnership {
        Some(id) => {
            let under = store::partnership::get(tx, id).await?;
            Some((under.partnership.slug.clone(), under.title()))
        }
        None => None,
    };
    let mut card = Card::default()
        .text3("name", "office-name", &o.name)
        .thing("place", "office-place", Some((format!("places/{}", line.place_slug), line.place)))
        .thing("partnership", "partnership-title", partnership)
        .text3("purpose", "partnership-purpose", &o.purpose)
        .date("opened", "office-opened", &o.opened);
    for (n, b) in line.parties.into_iter().enumerate() {
        card = card
            .thing(format!("party-{n}-who"), "office-organisation", Some((format!("organisations/{}", b.slug), b.names)))
            .code(format!("party-{n}-role"), "office-role", "office-role", b.party.role.code())
            .text3(&format!("party-{n}"), "office-share", &b.party.share);
    }
    if let Some(c) = &o.closing {
        card = card
            .date("decided", "office-decided", &c.decided)
            .date("closed", "office-closed", &c.closed)
            .text3("reason", "office-reason", &c.reason)
            .text3("freed_for", "office-freed-for", &c.freed_for)
            .text("freed", "office-freed-amount", c.freed.map(|m| format!("{}.{:02}", m.minor / 100, m.minor % 100)).unwrap_or_default())
            .text("currency", "office-currency", c.freed.map_or("", |m| m.currency.code()));
    }
    let card = card.text3("note", "instrument-note", &o.note).thing("source", "fact-source", by_id(tx, o.source.as_deref()).await?);
    Ok(Some(Standing { names: o.name, version: o.version, card }))
}
