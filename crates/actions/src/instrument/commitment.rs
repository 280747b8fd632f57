//! The promises of a text: who does what by when, and what shows that it was done.

use super::{edit_permit, find};
use crate::{Desk, Error, Result, Viewer};
use domain::{
    ids::CommitmentId,
    instrument::{Commitment, Progress},
    refusal::FieldError,
};
use serde_json::json;
use store::instrument::detail;

/// `c.id` is not looked at: the line gets its own.
pub async fn add_commitment(desk: &Desk, viewer: &Viewer, slug: &str, mut c: Commitment, form_key: &str) -> Result<()> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    if store::form_key::find(&mut tx, &permit, form_key).await?.is_some() {
        return Ok(());
    }
    let i = find(&mut tx, slug).await?;
    c.id = desk.mint(CommitmentId::mint);
    detail::add_commitment(&mut tx, &permit, &i.id, &c).await?;
    store::form_key::put(&mut tx, &permit, form_key, slug, desk.now()).await?;
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "commitment": c.id.as_str() })).await?;
    tx.commit().await?;
    Ok(())
}

/// A kept promise shows its evidence.
pub async fn set_commitment(desk: &Desk, viewer: &Viewer, slug: &str, c: Commitment) -> Result<()> {
    let permit = edit_permit(viewer)?;
    if matches!(c.progress, Progress::Met | Progress::Partly) && c.evidence.trim().is_empty() {
        return Err(Error::Invalid(vec![FieldError::new("evidence", "instrument-evidence-missing", vec![])]));
    }
    let mut tx = desk.db.write().await?;
    let i = find(&mut tx, slug).await?;
    if !detail::set_commitment(&mut tx, &permit, &i.id, &c).await? {
        return Err(Error::NotFound);
    }
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "commitment": c.id.as_str(), "progress": c.progress.code() }))
        .await?;
    tx.commit().await?;
    Ok(())
}
