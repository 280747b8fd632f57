//! A partnership as its two forms hold it, for its history.

use crate::revision::{Standing, by_id};
use anyhow::Result;
use domain::{
    Text3,
    ids::AccountId,
    partnership::{Level, Side},
    revision::Card,
};
use store::{
    Tx,
    partnership::{Line, detail},
};

/// Parties, kind, dates, purpose, contact post.
pub(crate) async fn standing(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(line) = store::partnership::find(tx, slug).await? else { return Ok(None) };
    let p = &line.partnership;
    let parties = |side: Side| line.side(side).map(|x| (x.href().trim_start_matches('/').to_string(), x.names.clone())).collect::<Vec<_>>();
    let owner = match p.owner.as_deref().and_then(AccountId::parse) {
        Some(id) => store::account::find(tx, &id).await?.map(|a| (a.id.to_string(), Text3::new(&a.name, &a.name, &a.name))),
        None => None,
    };
    let card = Card::default()
        .lines("parties-a", "partnership-side-a", parties(Side::A))
        .lines("parties-b", "partnership-side-b", parties(Side::B))
        .code("kind", "partnership-kind", "partnership-kind", p.kind.code())
        .code("=state", "partnership-state", "partnership-state", p.state.code())
        .date("since", "partnership-since", &p.since)
        .date("until", "partnership-until", &p.until)
        .text3("purpose", "partnership-purpose", &p.purpose)
        .text3("contact", "partnership-contact-post", &p.contact)
        .text("mailbox", "partnership-mailbox", &p.mailbox)
        .thing("owner", "partnership-owner", owner)
        .thing("source", "fact-source", by_id(tx, p.source.as_deref()).await?)
        .text3("title", "partnership-own-title", &p.title)
        .text3("label-a", "partnership-label-a", &p.labels[0])
        .text3("label-b", "partnership-label-b", &p.labels[1]);
    Ok(Some(of(&line, card)))
}

/// Themes and levels, a row each.
pub(crate) async fn details(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(line) = store::partnership::find(tx, slug).await? else { return Ok(None) };
    let id = &line.partnership.id;
    let goals = detail::goals(tx).await?;
    let mut card = Card::default();
    for (n, t) in detail::themes(tx, id).await?.iter().enumerate() {
        let row = format!("theme-{n}");
        let goal = goals.iter().find(|g| Some(&g.slug) == t.goal.as_ref()).map(|g| (g.slug.clone(), g.label.clone()));
        card = card
            .text3(&row, "see-theme", &t.label)
            .date(format!("{row}-since"), "partnership-since", &t.since)
            .date(format!("{row}-until"), "partnership-until", &t.until)
            .code(format!("{row}-level"), "partnership-level", "partnership-level", t.level.map_or("", Level::code))
            .thing(format!("{row}-goal"), "partnership-goal", goal)
            .thing(format!("{row}-source"), "fact-source", by_id(tx, t.source.as_deref()).await?);
    }
    for (n, x) in detail::levels(tx, id).await?.iter().enumerate() {
        let row = format!("level-{n}");
        card = card
            .code(format!("{row}-level"), "partnership-level", "partnership-level", x.level.code())
            .date(format!("{row}-since"), "partnership-since", &x.since)
            .date(format!("{row}-until"), "partnership-until", &x.until)
            .thing(format!("{row}-source"), "fact-source", by_id(tx, x.source.as_deref()).await?)
            .text3(&row, "partnership-note", &x.note);
    }
    Ok(Some(of(&line, card)))
}

fn of(line: &Line, card: Card) -> Standing {
    Standing { names: line.title(), version: line.partnership.version, card }
}
