//! Project ideas: sent by anyone, read by both offices (R123).

use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, PartyCode,
    call::Call,
    decide,
    idea::{self, Idea},
    ids::IdeaId,
    text::Text,
};
use i18n::search;
use serde_json::json;
pub use store::idea::Line;

/// What the form holds, checked for length and hidden characters.
#[derive(Clone, Debug)]
pub struct NewIdea {
    pub title: String,
    pub body: Text,
    pub organisation: String,
    pub party: Option<PartyCode>,
    pub contact: String,
    /// From the page; a replayed form is one idea.
    pub form_key: String,
}

pub async fn send(desk: &Desk, viewer: &Viewer, slug: &str, new: NewIdea) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.filter(|c| c.published.is_some()).ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::SendIdea, &call.shared())?;
    let now = desk.now();
    idea::accepts(&call, now)?;
    let party = new.party.filter(|p| call.has_party(p));
    let idea = Idea {
        id: desk.mint(IdeaId::mint),
        at: now,
        title: new.title,
        body: new.body,
        organisation: new.organisation,
        party,
        contact: new.contact,
    };
    let folded = search::fold(&format!("{} {} {}", idea.title, idea.organisation, idea.body.body));
    if store::idea::insert(&mut tx, &permit, &call.id, &idea, &folded, &new.form_key).await? {
        desk.record(&mut tx, &permit, "idea", idea.id.as_str(), json!({ "call": call.slug })).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// All ideas of a call, the newest first.
pub async fn list(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<(Call, Vec<Line>)> {
    let mut tx = desk.db.read().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::ReadIdeas, &call.shared())?;
    let ideas = store::idea::of_call(&mut tx, &permit, &call.id).await?;
    Ok((call, ideas))
}
