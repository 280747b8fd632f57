//! The text itself in its languages, as files.

use super::{edit_permit, find};
use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Subject,
    application::file::accept,
    decide,
    ids::{DocumentId, VersionId},
    instrument::Version,
};
use serde_json::json;
use store::{document::Document, instrument::detail};

pub struct Upload {
    pub lang: String,
    pub name: String,
    pub bytes: Vec<u8>,
}

pub async fn add_version(desk: &Desk, viewer: &Viewer, slug: &str, upload: Upload) -> Result<()> {
    let permit = edit_permit(viewer)?;
    let (name, kind) = accept("file", &upload.name, &upload.bytes).map_err(|e| vec![e])?;
    let mut tx = desk.db.write().await?;
    let i = find(&mut tx, slug).await?;
    let now = desk.now();
    let document = Document {
        id: desk.mint(DocumentId::mint),
        name: name.clone(),
        media_type: kind.media_type().into(),
        sha256: dossier::Digest::of(&upload.bytes).hex(),
        bytes: upload.bytes,
    };
    store::document::insert(&mut tx, &permit, &document, now).await?;
    let bytes = document.bytes.len() as i64;
    let v = Version { id: desk.mint(VersionId::mint), lang: upload.lang, name, document: document.id, bytes, at: now };
    detail::add_version(&mut tx, &permit, &i.id, &v).await?;
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "version": v.lang, "sha256": document.sha256 })).await?;
    tx.commit().await?;
    Ok(())
}

pub async fn drop_version(desk: &Desk, viewer: &Viewer, slug: &str, id: &VersionId) -> Result<()> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let i = find(&mut tx, slug).await?;
    detail::drop_version(&mut tx, &permit, &i.id, id).await?;
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "dropped": id.as_str() })).await?;
    tx.commit().await?;
    Ok(())
}

/// The file of a published text for everyone, of any text for those who read the internal parts.
pub async fn file(desk: &Desk, viewer: &Viewer, slug: &str, id: &VersionId) -> Result<Document> {
    let mut tx = desk.db.read().await?;
    let i = find(&mut tx, slug).await?;
    let action = if i.published { Action::ReadPublic } else { Action::ReadBook };
    let permit = decide(&viewer.actor(), action, &Subject::Site).map_err(|_| Error::NotFound)?;
    let version = detail::versions(&mut tx, &i.id).await?.into_iter().find(|v| &v.id == id).ok_or(Error::NotFound)?;
    store::document::find(&mut tx, &permit, &version.document).await?.ok_or(Error::NotFound)
}
