//! A news as its form holds it, for its history.

use crate::revision::Standing;
use anyhow::Result;
use domain::revision::Card;
use store::Tx;

pub(crate) async fn standing(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(n) = store::news::find(tx, slug).await? else { return Ok(None) };
    let card = Card::default()
        .text3("title", "form-title", &n.title)
        .text3("lead", "news-lead", &n.lead)
        .text3("body", "form-text", &n.body)
        .text("about", "news-about", &n.about)
        .flag("=published", "revision-published", n.published.is_some());
    Ok(Some(Standing { names: n.title, version: n.version, card }))
}
