//! What every step shares: the open transaction, its permit, the files kept, the journal lines, and the form that was sent.

use super::Upload;
use crate::{
    Desk, Error, Result, Viewer,
    grant::{Project, call_of, one},
    journal,
};
use domain::{
    Action, Instant, PartyCode, Permit,
    call::Call,
    decide,
    ids::{ApplicationId, BodyId, DocumentId},
    journal::Direction,
    programme::Body,
};
use dossier::Digest;
use i18n::Arg;
use store::{Tx, document::Document};

/// A writing transaction with the project in it and the permit to act for `party`.
pub(super) struct Case {
    pub(super) tx: Tx,
    pub(super) permit: Permit,
    pub(super) call: Call,
    pub(super) project: Project,
    pub(super) now: Instant,
    pub(super) form_key: String,
    /// What the first sending of the same form led to.
    pub(super) sent: Option<String>,
}

impl Case {
    pub(super) async fn open(
        desk: &Desk,
        viewer: &Viewer,
        id: &ApplicationId,
        party: &PartyCode,
        action: Action,
        form_key: &str,
    ) -> Result<Case> {
        let mut tx = desk.db.write().await?;
        let call = call_of(&mut tx, id).await?;
        let permit = decide(&viewer.actor(), action, &call.side(party))?;
        let project = one(&mut tx, &permit, &call, id).await?;
        let sent = if form_key.is_empty() { None } else { store::form_key::find(&mut tx, &permit, form_key).await? };
        Ok(Case { tx, permit, call, project, now: desk.now(), form_key: form_key.into(), sent })
    }

    /// The body named in a form.
    pub(super) async fn body(&mut self, id: &BodyId) -> Result<Body> {
        let all = store::programme::bodies(&mut self.tx).await?;
        all.into_iter().find(|b| &b.id == id).ok_or(Error::NotFound)
    }

    pub(super) async fn keep(&mut self, desk: &Desk, file: Option<&Upload>) -> Result<Option<DocumentId>> {
        let Some(file) = file else { return Ok(None) };
        let (name, kind) = domain::application::file::accept("document", &file.name, &file.bytes).map_err(|e| vec![e])?;
        let document = Document {
            id: desk.mint(DocumentId::mint),
            name,
            media_type: kind.media_type().into(),
            sha256: Digest::of(&file.bytes).hex(),
            bytes: file.bytes.clone(),
        };
        store::document::insert(&mut self.tx, &self.permit, &document, self.now).await?;
        Ok(Some(document.id))
    }

    /// A line in a journal: `journal-grant-…` with the project's number.
    pub(super) async fn journal(
        &mut self,
        desk: &Desk,
        of: &PartyCode,
        way: Direction,
        key: &str,
        file: Option<&DocumentId>,
    ) -> Result<()> {
        let number = self.project.grant.number.clone();
        let subject = journal::worded(key, &[("number", Arg::Text(&number))]);
        let mut document = journal::Document::new(&self.call.id, of, way, subject);
        document.application = Some(&self.project.grant.application);
        document.file = file;
        if way != Direction::Internal {
            document.counterpart = self.call.counterpart(of).to_string();
        }
        journal::enter(desk, &mut self.tx, &self.permit, document).await?;
        Ok(())
    }

    /// `made`: the id of what the step made.
    pub(super) async fn done(mut self, desk: &Desk, made: &str, detail: serde_json::Value) -> Result<()> {
        if !self.form_key.is_empty() {
            store::form_key::put(&mut self.tx, &self.permit, &self.form_key, made, self.now).await?;
        }
        let id = self.project.grant.application.clone();
        desk.record(&mut self.tx, &self.permit, "application", id.as_str(), detail).await?;
        self.tx.commit().await?;
        Ok(())
    }
}
