//! Companies in a place or with partners there: public to read, kept by the offices, loaded from files (R70, R71).

pub(crate) mod card;

use crate::{
    Desk, Error, Result, Viewer,
    collaboration::{IntoError, check_source, party},
    revision,
};
use domain::{
    Action, Permit, Refusal, Subject, Text3, decide,
    edtf::Edtf,
    ids::PresenceId,
    presence::{Kind, Presence},
    refusal::{FieldError, Value},
};
use serde_json::json;
pub use store::presence::Line;
use store::{
    Tx,
    book::list::{self, Ask, List, Part},
};

/// A presence as a form or a file states it; company and place by slug or name.
#[derive(Clone, Debug)]
pub struct NewPresence {
    pub slug: String,
    pub kind: Kind,
    /// Empty where no company is named.
    pub organisation: String,
    pub country: String,
    pub place: String,
    pub body: Text3,
    pub since: Edtf,
    pub source: String,
    pub as_of: Edtf,
    pub quote: String,
    /// The version it was read at; 0 for a new one.
    pub version: i64,
}

pub async fn list(desk: &Desk) -> Result<Vec<Line>> {
    Ok(store::presence::list(&mut desk.db.read().await?).await?)
}

/// Part of the list.
pub async fn page(desk: &Desk, ask: &Ask) -> Result<Part<Line>> {
    let mut tx = desk.db.read().await?;
    let found = list::find(&mut tx, List::Presence, ask).await?;
    let rows = store::presence::by_ids(&mut tx, &found.ids()).await?;
    Ok(found.with(rows))
}

pub async fn show(desk: &Desk, slug: &str) -> Result<Line> {
    store::presence::find(&mut desk.db.read().await?, slug).await?.ok_or(Error::NotFound)
}

pub async fn save(desk: &Desk, viewer: &Viewer, new: &NewPresence) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let before = revision::before(&mut tx, revision::Kind::Presence, &new.slug).await?;
    keep(desk, &mut tx, &permit, new).await?;
    before.keep(desk, &mut tx, &permit, "").await?;
    desk.record(&mut tx, &permit, "presence", &new.slug, json!({ "kind": new.kind.code() })).await?;
    Ok(tx.commit().await?)
}

/// Keeps the lines of a file that are not there yet; answers how many came.
pub async fn load(desk: &Desk, viewer: &Viewer, all: &[NewPresence]) -> Result<usize> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let mut came = 0;
    for new in all {
        if store::presence::find(&mut tx, &new.slug).await?.is_none() {
            keep(desk, &mut tx, &permit, new).await?;
            came += 1;
        }
    }
    desk.record(&mut tx, &permit, "presence", "", json!({ "loaded": came })).await?;
    tx.commit().await?;
    Ok(came)
}

async fn keep(desk: &Desk, tx: &mut Tx, permit: &Permit, new: &NewPresence) -> Result<()> {
    let known = store::presence::find(tx, &new.slug).await?;
    if known.is_some() && new.version == 0 {
        return Err(FieldError::new("slug", "book-slug-taken", vec![("slug", Value::Text(new.slug.clone()))]).into_error());
    }
    let unknown = |field: &str, name: &str| FieldError::new(field, "book-unknown-name", vec![("name", Value::Text(name.into()))]);
    let mut wrong = Vec::new();
    let company = if new.organisation.is_empty() { None } else { party::organisation(tx, &new.organisation).await? };
    if company.is_none() && !new.organisation.is_empty() {
        wrong.push(unknown("organisation", &new.organisation));
    }
    let place = party::place(tx, &new.place).await?;
    if place.is_none() {
        wrong.push(unknown("place", &new.place));
    }
    check_source(tx, &new.source, &mut wrong).await?;
    let Some(place) = place.filter(|_| wrong.is_empty()) else { return Err(Error::Invalid(wrong)) };
    let presence = Presence {
        id: known.map_or_else(|| desk.mint(PresenceId::mint), |line| line.presence.id),
        slug: new.slug.clone(),
        kind: new.kind,
        organisation: company.map(|c| c.id),
        country: new.country.clone(),
        place: place.id,
        body: new.body.clone(),
        since: new.since.clone(),
        source: new.source.clone(),
        as_of: new.as_of.clone(),
        quote: new.quote.clone(),
        version: new.version,
    };
    if new.version == 0 {
        store::presence::insert(tx, permit, &presence, desk.now()).await?;
    } else if !store::presence::update(tx, permit, &presence).await? {
        return Err(Refusal::stale().into());
    }
    Ok(())
}
