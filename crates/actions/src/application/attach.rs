//! Files beside an application: taken by their content, read by who may read the application.

use super::{amend, load, load_working};
use crate::{Desk, Error, Result, Viewer, assessment::reader};
use domain::{
    Action,
    application::{
        Attachment,
        file::{MAX_FILES, accept},
    },
    decide,
    ids::{ApplicationId, AttachmentId, DocumentId, QuestionId},
    refusal::{FieldError, Value},
};
use dossier::Digest;
use store::document::Document;

/// The section of the form that all files share.
pub const SECTION: &str = "attachments";

/// Keeps a file; a file that answers a question replaces the one before.
pub async fn attach(
    desk: &Desk,
    viewer: &Viewer,
    id: &ApplicationId,
    question: Option<QuestionId>,
    field: &str,
    name: &str,
    bytes: &[u8],
) -> Result<()> {
    let (name, kind) = accept(field, name, bytes).map_err(|e| vec![e])?;
    let document = Document {
        id: desk.mint(DocumentId::mint),
        name,
        media_type: kind.media_type().into(),
        sha256: Digest::of(bytes).hex(),
        bytes: bytes.to_vec(),
    };
    {
        let mut tx = desk.db.write().await?;
        let loaded = load_working(&mut tx, viewer, id).await?;
        let permit = decide(&viewer.actor(), Action::EditApplication, &loaded.subject())?;
        if loaded.app.attachments.len() >= MAX_FILES {
            return Err(vec![FieldError::new(field, "file-count", vec![("max", Value::Number(MAX_FILES as i64))])].into());
        }
        store::document::insert(&mut tx, &permit, &document, desk.now()).await?;
        tx.commit().await?;
    }
    let attachment = Attachment {
        id: desk.mint(AttachmentId::mint),
        question,
        document: document.id,
        name: document.name,
        media_type: document.media_type,
        sha256: document.sha256,
        size: document.bytes.len() as i64,
        at: desk.now(),
    };
    amend(desk, viewer, id, SECTION, |app| {
        if attachment.question.is_some() {
            app.attachments.retain(|a| a.question != attachment.question);
        }
        app.attachments.push(attachment);
        Ok(())
    })
    .await?;
    Ok(())
}

pub async fn detach(desk: &Desk, viewer: &Viewer, id: &ApplicationId, attachment: &AttachmentId) -> Result<()> {
    amend(desk, viewer, id, SECTION, |app| {
        app.attachments.retain(|a| &a.id != attachment);
        Ok(())
    })
    .await?;
    Ok(())
}

/// The bytes of an attachment, for everybody who may read the application; writers also see those of their revision.
pub async fn read(desk: &Desk, viewer: &Viewer, id: &ApplicationId, attachment: &AttachmentId) -> Result<Document> {
    let mut tx = desk.db.read().await?;
    let standing = load(&mut tx, viewer, id).await?;
    let permit = reader(&mut tx, viewer, &standing.call, id, &standing.subject()).await?;
    let loaded = if standing.editor { load_working(&mut tx, viewer, id).await? } else { standing };
    let found = loaded.app.attachments.iter().find(|a| &a.id == attachment).ok_or(Error::NotFound)?;
    store::document::find(&mut tx, &permit, &found.document).await?.ok_or(Error::NotFound)
}
