//! One letter out: set, kept, entered in the journal, mailed, all in one transaction.

use super::{Dispatch, LetterOrder};
use crate::{
    Desk, Error, Result, Viewer,
    grant::{
        fate::{Ended, Ending},
        one,
    },
    journal, outbox,
    words::Words,
};
use anyhow::anyhow;
use domain::{
    Action, PartyCode, Permit, Refusal, decide,
    grant::{Verdict, verdict},
    ids::{DocumentId, LetterId, ResultId},
    journal::Direction,
    programme::Body,
};
use dossier::Digest;
use i18n::Arg;
use papers::{
    letter,
    pdf::{self, PdfError},
};
use serde_json::json;
use store::{
    Tx,
    document::Document,
    grant::{letter as rows, letter_problem as problems},
};

pub(super) struct Job<'a> {
    pub(super) desk: &'a Desk,
    pub(super) viewer: &'a Viewer,
    pub(super) party: &'a PartyCode,
    pub(super) order: &'a LetterOrder,
    pub(super) body: &'a Body,
    pub(super) ending: &'a Ending,
}

impl Job<'_> {
    /// One letter; what can't be set is noted for the office, and the others go on.
    pub(super) async fn try_one(&self, e: &Ended, done: &mut Dispatch) -> Result<()> {
        match self.send(e).await? {
            Ok(()) => done.sent += 1,
            Err(problem) => {
                self.note(e, &problem).await?;
                done.failed.push((e.app.number.clone().unwrap_or_default(), problem.to_string()));
            }
        }
        Ok(())
    }

    async fn note(&self, e: &Ended, problem: &PdfError) -> Result<()> {
        let (kind, detail) = match problem {
            PdfError::Glyphs(missing) => {
                ("glyphs", missing.iter().map(|c| format!("{c} (U+{:04X})", *c as u32)).collect::<Vec<_>>().join(", "))
            }
            other => ("other", other.to_string()),
        };
        let mut tx = self.desk.db.write().await?;
        let permit = decide(&self.viewer.actor(), Action::Correspond, &self.ending.call.side(self.party))?;
        let row = problems::LetterProblem {
            application: e.app.id.clone(),
            kind: kind.into(),
            detail,
            body: self.order.body.clone(),
            day: self.order.day,
            contact: self.order.contact.clone(),
            appeal: self.order.appeal.clone(),
            at: self.desk.now(),
        };
        problems::save(&mut tx, &permit, self.party, &row).await?;
        let said = json!({ "letter-problem": row.kind, "party": self.party.as_str() });
        self.desk.record(&mut tx, &permit, "application", e.app.id.as_str(), said).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The inner error says why the letter can't be set; nothing of it is kept then.
    async fn send(&self, e: &Ended) -> Result<std::result::Result<(), PdfError>> {
        let (desk, call) = (self.desk, &self.ending.call);
        let mut tx = desk.db.write().await?;
        let permit = decide(&self.viewer.actor(), Action::Correspond, &call.side(self.party))?;
        let Some(said) = self.stands(&mut tx, &permit, e).await? else { return Ok(Ok(())) };
        let today = self.ending.party(self.party)?.zone.wall(desk.now()).day;
        let number = store::journal::next(&mut tx, &permit, self.party, today.year.into()).await?;
        let case = format!("{}-{}-{:04}", self.party, number.year, number.no);
        let letter = self.letter(e, &said, &case, today)?;
        let document = letter::document(&letter).map_err(|e| anyhow!("{e}"))?;
        let bytes = match pdf::render(&document) {
            Ok(bytes) => bytes,
            Err(problem) => return Ok(Err(problem)),
        };
        let file = self.keep(&mut tx, &permit, e, bytes).await?;
        self.enter(&mut tx, &permit, e, &file).await?;
        let row = rows::Letter {
            id: desk.mint(LetterId::mint),
            application: e.app.id.clone(),
            party: self.party.clone(),
            outcome: said.code().into(),
            day: today,
            document: file,
            at: desk.now(),
        };
        rows::insert(&mut tx, &permit, &row).await?;
        problems::remove(&mut tx, &permit, self.party, &e.app.id).await?;
        self.mail(&mut tx, &permit, e, &row).await?;
        let detail = json!({ "letter": row.outcome, "party": self.party.as_str() });
        desk.record(&mut tx, &permit, "application", e.app.id.as_str(), detail).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }

    /// What the letter says, asked again inside the transaction; none where it has gone out, or where things have changed since.
    async fn stands(&self, tx: &mut Tx, permit: &Permit, e: &Ended) -> Result<Option<Verdict>> {
        let call = &self.ending.call;
        let in_force: Option<ResultId> = store::priority::result::in_force(tx, permit, &call.id).await?.map(|(v, _)| v.id);
        if in_force.as_ref() != Some(&self.ending.version.id) {
            return Err(Refusal::stale().into());
        }
        let grant = match one(tx, permit, call, &e.app.id).await {
            Ok(project) => Some(project.grant),
            Err(Error::NotFound) => None,
            Err(other) => return Err(other),
        };
        let Ok(Some(said)) = verdict(&e.fate, grant.as_ref(), self.party) else { return Ok(None) };
        let sent = rows::of_application(tx, permit, &e.app.id).await?;
        let gone = sent.iter().any(|l| &l.party == self.party && l.outcome == said.code());
        Ok((!gone).then_some(said))
    }

    async fn keep(&self, tx: &mut Tx, permit: &Permit, e: &Ended, bytes: Vec<u8>) -> Result<DocumentId> {
        let words = Words { lang: e.app.project.lang, parties: &self.ending.parties };
        let number = e.app.number.clone().unwrap_or_default();
        let document = Document {
            id: self.desk.mint(DocumentId::mint),
            name: words.say("grant-letter-file", &[("number", &number), ("party", self.party.as_str())]),
            media_type: "application/pdf".into(),
            sha256: Digest::of(&bytes).hex(),
            bytes,
        };
        store::document::insert(tx, permit, &document, self.desk.now()).await?;
        Ok(document.id)
    }

    async fn enter(&self, tx: &mut Tx, permit: &Permit, e: &Ended, file: &DocumentId) -> Result<()> {
        let number = e.app.number.clone().unwrap_or_default();
        let subject = journal::worded("grant-letter-subject", &[("number", Arg::Text(&number))]);
        let mut line = journal::Document::new(&self.ending.call.id, self.party, Direction::Out, subject);
        let names: Vec<&str> = e.app.of(self.party).map(|p| p.name.as_str()).collect();
        (line.application, line.file, line.counterpart) = (Some(&e.app.id), Some(file), names.join(", "));
        journal::enter(self.desk, tx, permit, line).await?;
        Ok(())
    }

    /// To the contacts of the side's own participants; where none is known, to the writers of the application.
    async fn mail(&self, tx: &mut Tx, permit: &Permit, e: &Ended, row: &rows::Letter) -> Result<()> {
        let words = Words { lang: e.app.project.lang, parties: &self.ending.parties };
        let mut to: Vec<String> = e.app.of(self.party).map(|p| p.email.clone()).filter(|m| !m.is_empty()).collect();
        if to.is_empty() {
            to = store::application::editors(tx, permit, &e.app.id).await?.into_iter().map(|(_, email)| email).collect();
        }
        to.sort();
        to.dedup();
        let number = e.app.number.clone().unwrap_or_default();
        let link = format!("{}/applications/{}/letters/{}", self.desk.base_url, e.app.id, row.id);
        let subject = words.say("grant-letter-mail-subject", &[("number", &number)]);
        let args = [("party", words.party(self.party)), ("number", number), ("title", e.app.project.title.clone()), ("link", link)];
        let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let body = words.say("grant-letter-mail-body", &args);
        for recipient in &to {
            outbox::push(self.desk, tx, permit, recipient, &subject, &body).await?;
        }
        Ok(())
    }
}
