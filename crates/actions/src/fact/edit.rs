//! A statement put right or withdrawn; how it stood before stays in the history of what it is about.

use super::{About, Line, NewFact, with_subjects};
use crate::{
    Desk, Error, Result, Viewer,
    revision::{self, Before, Kind},
};
use domain::{
    Action, Permit, Refusal, Subject, decide,
    fact::Fact,
    ids::FactId,
    refusal::{FieldError, Value},
};
use serde_json::json;
use store::Tx;

/// What a statement is about.
pub async fn about(desk: &Desk, viewer: &Viewer, id: &FactId) -> Result<About> {
    decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    subject(&mut desk.db.read().await?, id).await?.ok_or(Error::NotFound)
}

/// What a statement is about; none where the book does not hold it.
pub(crate) async fn subject(tx: &mut Tx, id: &FactId) -> anyhow::Result<Option<About>> {
    let Some(line) = store::fact::find(tx, id).await? else { return Ok(None) };
    Ok(with_subjects(tx, vec![line]).await?.pop().and_then(|told| told.about))
}

/// Changes all but what it is about. `version`: what the form was filled from.
pub async fn update(desk: &Desk, viewer: &Viewer, id: &FactId, version: i64, new: &NewFact, reason: &str) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let (old, before) = standing(&mut tx, id, version).await?;
    let source = new.sources.first().map(String::as_str).unwrap_or_default();
    let known = store::source::find_by_slug(&mut tx, source).await?;
    let source = known.ok_or_else(|| vec![FieldError::new("source", "book-no-source", vec![])])?.source.id;
    let fact = Fact {
        kind: new.kind,
        body: new.body.clone(),
        number: new.number,
        unit: new.unit.clone(),
        as_of: new.as_of.clone(),
        source,
        quote: new.quote.clone(),
        ..old.fact
    };
    store::fact::update(&mut tx, &permit, &fact).await?;
    finish(desk, tx, &permit, before, (id, "changed", reason)).await
}

/// Takes a statement away. A claim of a disagreement stays, so that the other one does not come to look undisputed.
pub async fn withdraw(desk: &Desk, viewer: &Viewer, id: &FactId, version: i64, reason: &str) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let (_, before) = standing(&mut tx, id, version).await?;
    if let Some(code) = store::fact::discord_of(&mut tx, id).await? {
        return Err(Refusal::new("fact-disputed", vec![("code", Value::Text(code))]).into());
    }
    store::fact::delete(&mut tx, &permit, id).await?;
    finish(desk, tx, &permit, before, (id, "withdrawn", reason)).await
}

async fn standing(tx: &mut Tx, id: &FactId, version: i64) -> Result<(Line, Before)> {
    let line = store::fact::find(tx, id).await?.ok_or(Error::NotFound)?;
    if store::revision::count(tx, Kind::Fact, id.as_str()).await? != version {
        return Err(Refusal::stale().into());
    }
    Ok((line, revision::before(tx, Kind::Fact, id.as_str()).await?))
}

async fn finish(desk: &Desk, mut tx: Tx, permit: &Permit, before: Before, (id, what, reason): (&FactId, &str, &str)) -> Result<()> {
    before.keep(desk, &mut tx, permit, reason).await?;
    desk.record(&mut tx, permit, "fact", id.as_str(), json!({ "done": what })).await?;
    Ok(tx.commit().await?)
}
