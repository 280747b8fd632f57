//! Sources of the partnership book: kept by the offices, open to everyone.

use crate::{Desk, Error, Result, Viewer};
use domain::{Action, Subject, decide, ids::SourceId, refusal::FieldError, source::Source};
use serde_json::json;
pub use store::source::Line;

/// Keeps sources in one transaction; those whose slug is known are renewed.
pub async fn save_all(desk: &Desk, viewer: &Viewer, sources: Vec<Source>) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    for s in &sources {
        store::source::save(&mut tx, &permit, s, desk.now()).await?;
    }
    let slugs: Vec<&str> = sources.iter().map(|s| s.slug.as_str()).collect();
    desk.record(&mut tx, &permit, "source", "", json!({ "saved": slugs })).await?;
    Ok(tx.commit().await?)
}

/// Keeps a new source; answers its short name, made from its title.
pub async fn create(desk: &Desk, viewer: &Viewer, mut source: Source) -> Result<String> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    source.slug = crate::book::slug(&source.title, source.id.as_str(), false);
    if store::source::find_by_slug(&mut tx, &source.slug).await?.is_some() {
        return Err(vec![FieldError::new("title-da", "source-taken", vec![])].into());
    }
    store::source::save(&mut tx, &permit, &source, desk.now()).await?;
    desk.record(&mut tx, &permit, "source", source.id.as_str(), json!({ "created": source.slug })).await?;
    tx.commit().await?;
    Ok(source.slug)
}

pub async fn list(desk: &Desk) -> Result<Vec<Line>> {
    Ok(store::source::list(&mut desk.db.read().await?).await?)
}

/// A source with what rests on it.
pub async fn show(desk: &Desk, slug: &str) -> Result<(Line, Vec<crate::fact::Told>)> {
    let mut tx = desk.db.read().await?;
    let line = store::source::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let facts = store::fact::of_source(&mut tx, &line.source.id).await?;
    let told = crate::fact::with_subjects(&mut tx, facts).await?;
    Ok((line, told))
}

/// The id of a source by its slug.
pub(crate) async fn id_of(tx: &mut store::Tx, slug: &str) -> anyhow::Result<SourceId> {
    let found = store::source::find_by_slug(tx, slug).await?;
    found.map(|l| l.source.id).ok_or_else(|| anyhow::anyhow!("no source '{slug}'"))
}
