//! A text as its form holds it, for its history.

use crate::revision::{Standing, by_id};
use anyhow::Result;
use domain::revision::Card;
use store::Tx;

pub(crate) async fn standing(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(i) = store::instrument::find(tx, slug).await? else { return Ok(None) };
    let (parent, relation) = match &i.parent {
        Some((id, relation)) => (Some(store::instrument::get(tx, id).await?), relation.code()),
        None => (None, ""),
    };
    let notice = i.term.notice();
    let some = |n: i64| (n != 0).then_some(n);
    let card = Card::default()
        .text3("title", "instrument-title", &i.title)
        .code("kind", "instrument-kind", "instrument-kind", i.kind.code())
        .code("=state", "instrument-state", "instrument-state", i.state.code())
        .thing("parent", "instrument-parent", parent.map(|p| (p.slug, p.title)))
        .code("relation", "instrument-relation", "instrument-relation", relation)
        .date("signed", "instrument-signed", &i.signed)
        .text3("place", "instrument-place", &i.place)
        .date("in_force", "instrument-in-force", &i.in_force)
        .code("term", "instrument-term", "instrument-term-rule", i.term.code())
        .number("months", "instrument-months", some(i.term.months()))
        .number("renews", "instrument-renews", some(i.term.renews()))
        .number("notice_months", "instrument-notice-in-months", some(notice.months))
        .number("notice_days", "instrument-notice-in-days", some(notice.days))
        .date("ended", "instrument-ended", &i.ended)
        .text3("focus", "instrument-focus", &i.focus)
        .code("prevails", "instrument-prevailing", "instrument-prevails", i.prevails.code())
        .text3("note", "instrument-note", &i.note)
        .text3("label-a", "partnership-label-a", &i.labels[0])
        .text3("label-b", "partnership-label-b", &i.labels[1])
        .text("archive", "instrument-archive", &i.archive)
        .thing("source", "fact-source", by_id(tx, i.source.as_deref()).await?)
        .flag("published", "instrument-publish", i.published);
    Ok(Some(Standing { names: i.title, version: i.version, card }))
}
