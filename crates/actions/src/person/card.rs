//! A post as its form holds it, for its history. Who holds it is not in it: of people no history is kept, so that none outlives an erasure.

use crate::revision::Standing;
use anyhow::Result;
use domain::revision::{Card, Kind};
use store::Tx;

pub(crate) async fn standing(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(p) = store::person::post(tx, slug).await? else { return Ok(None) };
    let card = Card::default()
        .named("organisation", "person-organisation", Some(&p.organisation))
        .text3("title", "form-post", &p.title)
        .number("rank", "person-rank", Some(p.rank))
        .text("mailbox", "person-mailbox", &p.mailbox)
        .flag("contact", "person-contact-choose", p.contact);
    Ok(Some(Standing { names: p.title, version: store::revision::count(tx, Kind::Post, slug).await?, card }))
}
