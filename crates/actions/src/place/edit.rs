//! What an office changes on a place.

use super::add_alias;
use crate::{Desk, Error, Result, Viewer, book, revision};
use domain::{
    Action, Permit, Refusal, Subject, Text3, decide,
    fact::SubjectKind,
    ids::{AliasId, PlaceId},
    place::{Kind, Place},
    refusal::FieldError,
};
use serde_json::json;
use store::Tx;

/// A place as the form has it; other places by name or short name.
#[derive(Clone, Debug)]
pub struct Draft {
    pub kind: Kind,
    pub names: Text3,
    pub country: String,
    pub code: String,
    pub wikidata: String,
    pub within: String,
    pub capital: String,
    pub at: Option<(f64, f64)>,
    pub verified: bool,
}

/// What an editing page shows beside the form.
pub struct Editing {
    pub names: Text3,
    pub aliases: Vec<store::alias::Line>,
}

pub async fn editing(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Editing> {
    decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let place = store::place::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    Ok(Editing { aliases: store::alias::of(&mut tx, SubjectKind::Place, place.id.as_str()).await?, names: place.names })
}

/// Places that are called the same already.
pub async fn alike(desk: &Desk, viewer: &Viewer, names: &Text3) -> Result<Vec<Place>> {
    decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let mut found: Vec<Place> = Vec::new();
    for name in [&names.da, &names.en, &names.zh].into_iter().filter(|n| !n.is_empty()) {
        let (all, _) = store::place::named(&mut tx, name, 50).await?;
        found.extend(all.into_iter().filter(|p| book::is_called(&p.names, name)));
    }
    found.sort_by(|a, b| a.slug.cmp(&b.slug));
    found.dedup_by(|a, b| a.slug == b.slug);
    Ok(found)
}

/// Answers the slug of the new place; the same `form_key` finds the same place.
pub async fn create(desk: &Desk, viewer: &Viewer, draft: Draft, form_key: &str) -> Result<String> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    if let Some(slug) = store::form_key::find(&mut tx, &permit, form_key).await? {
        return Ok(slug);
    }
    let id = desk.mint(PlaceId::mint);
    let plain = book::slug(&draft.names, id.as_str(), false);
    let taken = store::place::find_by_slug(&mut tx, &plain).await?.is_some();
    let slug = book::slug(&draft.names, id.as_str(), taken);
    let place = placed(&mut tx, id, slug.clone(), 1, draft).await?;
    store::place::save(&mut tx, &permit, &place, &[], true, desk.now()).await?;
    revision::made(desk, &mut tx, &permit, revision::Kind::Place, &slug).await?;
    store::form_key::put(&mut tx, &permit, form_key, &slug, desk.now()).await?;
    desk.record(&mut tx, &permit, "place", place.id.as_str(), json!({ "created": slug })).await?;
    tx.commit().await?;
    Ok(slug)
}

pub async fn update(desk: &Desk, viewer: &Viewer, slug: &str, version: i64, draft: Draft) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let old = store::place::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let place = placed(&mut tx, old.id.clone(), old.slug, version, draft).await?;
    if store::place::lies_in_itself(&mut tx, &place).await? {
        return Err(vec![FieldError::new("within", "place-ring", vec![])].into());
    }
    if !change(desk, &mut tx, &permit, &place).await? {
        return Err(Refusal::stale().into());
    }
    desk.record(&mut tx, &permit, "place", place.id.as_str(), json!({ "changed": place.slug })).await?;
    Ok(tx.commit().await?)
}

/// Keeps a changed place and what was changed. Answers whether nobody else was quicker.
pub(crate) async fn change(desk: &Desk, tx: &mut Tx, permit: &Permit, place: &Place) -> Result<bool> {
    let before = revision::before(tx, revision::Kind::Place, &place.slug).await?;
    let kept = save(desk, tx, permit, place).await?;
    before.keep(desk, tx, permit, "").await?;
    Ok(kept)
}

async fn save(desk: &Desk, tx: &mut Tx, permit: &Permit, place: &Place) -> Result<bool> {
    let aliases = store::alias::of(tx, SubjectKind::Place, place.id.as_str()).await?;
    let spellings: Vec<&str> = aliases.iter().map(|a| a.spelling.as_str()).collect();
    Ok(store::place::save(tx, permit, place, &spellings, false, desk.now()).await?)
}

async fn placed(tx: &mut Tx, id: PlaceId, slug: String, version: i64, d: Draft) -> Result<Place> {
    let within = find(tx, "within", &d.within).await?;
    let capital = find(tx, "capital", &d.capital).await?;
    Ok(Place {
        id,
        slug,
        kind: d.kind,
        names: d.names,
        country: d.country,
        code: d.code,
        wikidata: d.wikidata,
        within: within.map(|p| p.id),
        capital: capital.map(|p| p.id),
        at: d.at,
        verified: d.verified,
        version,
    })
}

/// The place that a field names; empty is none.
pub(crate) async fn find(tx: &mut Tx, field: &str, typed: &str) -> Result<Option<Place>> {
    if typed.is_empty() {
        return Ok(None);
    }
    if let Some(place) = store::place::find_by_slug(tx, typed).await? {
        return Ok(Some(place));
    }
    let (all, total) = store::place::named(tx, typed, 50).await?;
    let mut exact: Vec<Place> = all.iter().filter(|p| book::is_called(&p.names, typed)).cloned().collect();
    // What an office has verified goes before what it has only heard of.
    if exact.len() > 1 && exact.iter().any(|p| p.verified) {
        exact.retain(|p| p.verified);
    }
    match (exact.len(), total) {
        (1, _) => Ok(exact.pop()),
        (0, 1) => Ok(all.into_iter().next()),
        (_, n) => Err(vec![book::not_found(field, typed, n > 0)].into()),
    }
}

/// Another spelling, with the slug of the source that writes it so, or none.
pub async fn spell(desk: &Desk, viewer: &Viewer, slug: &str, spelling: &str, source: Option<&str>) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let place = store::place::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let known = store::alias::of(&mut tx, SubjectKind::Place, place.id.as_str()).await?;
    if known.iter().any(|a| a.spelling == spelling) {
        return Ok(());
    }
    let before = revision::before(&mut tx, revision::Kind::Place, slug).await?;
    add_alias(desk, &mut tx, &permit, (SubjectKind::Place, place.id.as_str()), spelling, source).await?;
    save(desk, &mut tx, &permit, &place).await?;
    before.keep(desk, &mut tx, &permit, "").await?;
    desk.record(&mut tx, &permit, "place", place.id.as_str(), json!({ "spelling": "added" })).await?;
    Ok(tx.commit().await?)
}

pub async fn unspell(desk: &Desk, viewer: &Viewer, slug: &str, alias: &AliasId) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let place = store::place::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let before = revision::before(&mut tx, revision::Kind::Place, slug).await?;
    store::alias::remove(&mut tx, &permit, alias, place.id.as_str()).await?;
    save(desk, &mut tx, &permit, &place).await?;
    before.keep(desk, &mut tx, &permit, "").await?;
    desk.record(&mut tx, &permit, "place", place.id.as_str(), json!({ "spelling": "removed" })).await?;
    Ok(tx.commit().await?)
}
