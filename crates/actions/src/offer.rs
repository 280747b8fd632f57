//! What organisations offer: public to read, kept by the offices, loaded from files (R59, R67-R69, R72, R73).

pub(crate) mod card;

use crate::{
    Desk, Error, Result, Viewer,
    collaboration::{IntoError, check_source, party},
    revision,
};
use domain::{
    Action, Permit, Refusal, Subject, Text3, decide,
    edtf::Edtf,
    ids::OfferId,
    offer::{Kind, Offer, Reach},
    refusal::{FieldError, Value},
};
use serde_json::json;
pub use store::offer::Line;
use store::{
    Tx,
    book::list::{self, Ask, List, Part},
};

/// An offer as a form or a file states it; provider and places by slug or name.
#[derive(Clone, Debug)]
pub struct NewOffer {
    pub slug: String,
    pub provider: String,
    pub kinds: Vec<Kind>,
    pub names: Text3,
    pub body: Text3,
    pub audience: Text3,
    pub partnership: String,
    pub since: Edtf,
    pub source: String,
    pub as_of: Edtf,
    pub quote: String,
    pub places: Vec<(Reach, String)>,
    /// The version it was read at; 0 for a new one.
    pub version: i64,
}

pub async fn list(desk: &Desk) -> Result<Vec<Line>> {
    Ok(store::offer::list(&mut desk.db.read().await?).await?)
}

/// Part of the list.
pub async fn page(desk: &Desk, ask: &Ask) -> Result<Part<Line>> {
    let mut tx = desk.db.read().await?;
    let found = list::find(&mut tx, List::Offer, ask).await?;
    let rows = store::offer::by_ids(&mut tx, &found.ids()).await?;
    Ok(found.with(rows))
}

pub async fn show(desk: &Desk, slug: &str) -> Result<Line> {
    store::offer::find(&mut desk.db.read().await?, slug).await?.ok_or(Error::NotFound)
}

pub async fn save(desk: &Desk, viewer: &Viewer, new: &NewOffer) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let before = revision::before(&mut tx, revision::Kind::Offer, &new.slug).await?;
    keep(desk, &mut tx, &permit, new).await?;
    before.keep(desk, &mut tx, &permit, "").await?;
    desk.record(&mut tx, &permit, "offer", &new.slug, json!({ "kinds": new.kinds.iter().map(|k| k.code()).collect::<Vec<_>>() })).await?;
    Ok(tx.commit().await?)
}

/// Keeps the offers of a file that are not there yet; answers how many came.
pub async fn load(desk: &Desk, viewer: &Viewer, all: &[NewOffer]) -> Result<usize> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let mut came = 0;
    for new in all {
        if store::offer::find(&mut tx, &new.slug).await?.is_none() {
            keep(desk, &mut tx, &permit, new).await?;
            came += 1;
        }
    }
    desk.record(&mut tx, &permit, "offer", "", json!({ "loaded": came })).await?;
    tx.commit().await?;
    Ok(came)
}

async fn keep(desk: &Desk, tx: &mut Tx, permit: &Permit, new: &NewOffer) -> Result<()> {
    let known = store::offer::find(tx, &new.slug).await?;
    if known.is_some() && new.version == 0 {
        return Err(FieldError::new("slug", "book-slug-taken", vec![("slug", Value::Text(new.slug.clone()))]).into_error());
    }
    let unknown = |field: &str, name: &str| FieldError::new(field, "book-unknown-name", vec![("name", Value::Text(name.into()))]);
    let mut wrong = Vec::new();
    let provider = party::organisation(tx, &new.provider).await?;
    if provider.is_none() {
        wrong.push(unknown("provider", &new.provider));
    }
    let mut places = Vec::new();
    for (reach, text) in &new.places {
        match party::place(tx, text).await? {
            Some(p) => places.push((*reach, p.id)),
            None => wrong.push(unknown(reach.code(), text)),
        }
    }
    check_source(tx, &new.source, &mut wrong).await?;
    let Some(provider) = provider.filter(|_| wrong.is_empty()) else { return Err(Error::Invalid(wrong)) };
    places.sort();
    places.dedup();
    let offer = Offer {
        id: known.map_or_else(|| desk.mint(OfferId::mint), |line| line.offer.id),
        slug: new.slug.clone(),
        provider: provider.id,
        kinds: new.kinds.clone(),
        names: new.names.clone(),
        body: new.body.clone(),
        audience: new.audience.clone(),
        partnership: new.partnership.clone(),
        since: new.since.clone(),
        source: new.source.clone(),
        as_of: new.as_of.clone(),
        quote: new.quote.clone(),
        places,
        version: new.version,
    };
    offer.check()?;
    if new.version == 0 {
        store::offer::insert(tx, permit, &offer, desk.now()).await?;
    } else if !store::offer::update(tx, permit, &offer).await? {
        return Err(Refusal::stale().into());
    }
    Ok(())
}
