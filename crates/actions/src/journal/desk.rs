//! What officers do with their office's journal: read it, log a letter or mail, open an attached document (R135).

use super::{Document, enter};
use crate::{Desk, Error, Result, Viewer, handling::own_office};
use domain::{
    Action, PartyCode, Permit, Role, Subject, Text3,
    application::{Application, file::accept},
    call::Call,
    decide,
    ids::{ApplicationId, DocumentId, JournalId},
    journal::{self as rules, Entry, Letter},
    time::Day,
};
use serde_json::json;
use store::Tx;
pub use store::journal::Line;

/// An office's journal, of one call or of all.
pub struct Book {
    pub party: PartyCode,
    pub call: Option<Call>,
    /// Newest first, without bodies.
    pub lines: Vec<Line>,
    /// The viewer may add to it.
    pub writable: bool,
}

/// A line with what it hangs on.
pub struct Page {
    pub entry: Entry,
    pub call: Option<Call>,
    pub application: Option<Application>,
    /// Name of who entered it; empty for the house itself.
    pub by: String,
    /// Name of the attached document.
    pub file: Option<String>,
}

/// A file that comes with a letter.
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The journal of the viewer's own party.
pub async fn book(desk: &Desk, viewer: &Viewer, slug: Option<&str>) -> Result<Book> {
    let mut tx = desk.db.read().await?;
    let call = match slug {
        Some(slug) => Some(store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?),
        None => None,
    };
    let (party, permit) = own(&mut tx, viewer, call.as_ref()).await?;
    let lines = store::journal::list(&mut tx, &permit, &party, call.as_ref().map(|c| &c.id)).await?;
    let writable = viewer.actor().has_for(Role::Officer, &party);
    Ok(Book { party, call, lines, writable })
}

/// Whose journal the viewer reads.
async fn own(tx: &mut Tx, viewer: &Viewer, call: Option<&Call>) -> Result<(PartyCode, Permit)> {
    let parties: Vec<PartyCode> = match call {
        Some(call) => call.parties.to_vec(),
        None => store::party::list(tx).await?.into_iter().map(|p| p.code).collect(),
    };
    let mine = |p: &&PartyCode| [Role::Officer, Role::Auditor].iter().any(|r| viewer.actor().has_for(*r, p));
    let party = parties.iter().find(mine).or(parties.first()).cloned().ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::ReadJournal, &side(&party))?;
    Ok((party, permit))
}

/// A journal is its office's alone, whichever call a line belongs to.
fn side(party: &PartyCode) -> Subject {
    Subject::Side { party: party.clone(), parties: [party.clone(), party.clone()] }
}

pub async fn page(desk: &Desk, viewer: &Viewer, id: &JournalId) -> Result<Page> {
    let mut tx = desk.db.read().await?;
    let (entry, permit) = line(&mut tx, viewer, id).await?;
    let call = match &entry.call {
        Some(id) => Some(store::call::get(&mut tx, id).await?),
        None => None,
    };
    let application = match &entry.application {
        Some(id) => store::application::find(&mut tx, id).await?,
        None => None,
    };
    let by = match domain::ids::AccountId::parse(&entry.by) {
        Some(id) => store::account::find(&mut tx, &id).await?.map(|a| a.name).unwrap_or_default(),
        None => String::new(),
    };
    let file = match &entry.document {
        Some(id) => store::document::find(&mut tx, &permit, id).await?.map(|d| d.name),
        None => None,
    };
    Ok(Page { entry, call, application, by, file })
}

/// The document of a line.
pub async fn file(desk: &Desk, viewer: &Viewer, id: &JournalId) -> Result<store::document::Document> {
    let mut tx = desk.db.read().await?;
    let (entry, permit) = line(&mut tx, viewer, id).await?;
    let document = entry.document.ok_or(Error::NotFound)?;
    store::document::find(&mut tx, &permit, &document).await?.ok_or(Error::NotFound)
}

async fn line(tx: &mut Tx, viewer: &Viewer, id: &JournalId) -> Result<(Entry, Permit)> {
    let entry = store::journal::find(tx, id).await?.ok_or(Error::NotFound)?;
    match decide(&viewer.actor(), Action::ReadJournal, &side(&entry.party)) {
        Ok(permit) => Ok((entry, permit)),
        Err(domain::Denied::SignIn) => Err(Error::Denied(domain::Denied::SignIn)),
        // That the other office has such a line is not to be told.
        Err(_) => Err(Error::NotFound),
    }
}

/// What the form for a letter offers: the call's applications by number.
pub async fn letter(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<(Call, PartyCode, Day, Vec<(ApplicationId, String, String)>)> {
    let mut tx = desk.db.read().await?;
    let (call, party, permit) = correspond(&mut tx, viewer, slug).await?;
    let apps = store::application::list_desk(&mut tx, &permit, &call.id).await?;
    let named = apps.into_iter().map(|a| (a.id, a.number.unwrap_or_default(), a.project.title)).collect();
    let today = today(desk, &mut tx, &party).await?;
    Ok((call, party, today, named))
}

/// Logs a letter or mail in the own office's journal; a replayed form answers with the first line.
pub async fn log(
    desk: &Desk,
    viewer: &Viewer,
    slug: &str,
    letter: Letter,
    application: Option<&ApplicationId>,
    file: Option<Upload>,
    form_key: &str,
) -> Result<JournalId> {
    let mut tx = desk.db.write().await?;
    let (call, party, permit) = correspond(&mut tx, viewer, slug).await?;
    if let Some(first) = store::form_key::find(&mut tx, &permit, form_key).await?.and_then(|id| JournalId::parse(&id)) {
        return Ok(first);
    }
    let day = rules::check(&letter, today(desk, &mut tx, &party).await?)?;
    if let Some(id) = application {
        let app = store::application::find(&mut tx, id).await?;
        app.filter(|a| a.call == call.id).ok_or(Error::NotFound)?;
    }
    let kept = match file {
        Some(upload) => Some(keep(desk, &mut tx, &permit, upload).await?),
        None => None,
    };
    let subject = one_language(viewer, letter.subject.trim());
    let document = Document {
        application,
        counterpart: letter.counterpart.trim().into(),
        body: letter.body.trim().into(),
        lang: viewer.lang,
        file: kept.as_ref(),
        day: Some(day),
        ..Document::new(&call.id, &party, letter.direction, subject)
    };
    let entry = enter(desk, &mut tx, &permit, document).await?;
    store::form_key::put(&mut tx, &permit, form_key, entry.id.as_str(), desk.now()).await?;
    desk.record(&mut tx, &permit, "journal", entry.id.as_str(), json!({ "number": entry.label() })).await?;
    tx.commit().await?;
    Ok(entry.id)
}

/// What a person writes stands in the language they work in.
fn one_language(viewer: &Viewer, subject: &str) -> Text3 {
    let mut text = Text3::default();
    let own = match viewer.lang {
        domain::Lang::Da => &mut text.da,
        domain::Lang::En => &mut text.en,
        domain::Lang::Zh => &mut text.zh,
    };
    *own = subject.into();
    text
}

/// Taken by its content, like every file in the house.
async fn keep(desk: &Desk, tx: &mut Tx, permit: &Permit, upload: Upload) -> Result<DocumentId> {
    let (name, kind) = accept("file", &upload.name, &upload.bytes).map_err(|e| vec![e])?;
    let id = desk.mint(DocumentId::mint);
    let sha256 = dossier::Digest::of(&upload.bytes).hex();
    let document = store::document::Document { id: id.clone(), name, media_type: kind.media_type().into(), sha256, bytes: upload.bytes };
    store::document::insert(tx, permit, &document, desk.now()).await?;
    Ok(id)
}

async fn correspond(tx: &mut Tx, viewer: &Viewer, slug: &str) -> Result<(Call, PartyCode, Permit)> {
    let call = store::call::find_by_slug(tx, slug).await?.ok_or(Error::NotFound)?;
    let party = own_office(viewer, &call).unwrap_or_else(|| call.parties[0].clone());
    let permit = decide(&viewer.actor(), Action::Correspond, &call.side(&party))?;
    Ok((call, party, permit))
}

async fn today(desk: &Desk, tx: &mut Tx, party: &PartyCode) -> Result<Day> {
    Ok(super::zone_of(tx, party).await?.wall(desk.now()).day)
}
