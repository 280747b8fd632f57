//! Background notes on a place: as everybody may read them from the book today, and as an office writes, files and follows them (R43-R73).

mod gather;
pub mod paper;

use crate::{Desk, Error, Result, Viewer, journal, words::Words};
use domain::{
    Action, Lang, PartyCode, Permit, Refusal, Subject, decide,
    ids::{DocumentId, NoteId},
    journal::Direction,
    note::{Note, Part, Sentence, diff::Change},
    place::Place,
    time::Zone,
};
use dossier::Digest;
use papers::document::Document;
use serde_json::json;
use store::Tx;
pub use store::note::Line;

/// What the book tells of a place today, in one language.
pub struct Live {
    pub place: Place,
    pub sentences: Vec<Sentence>,
    pub document: Document,
}

/// What an office starts a note with.
#[derive(Clone, Debug)]
pub struct NewNote {
    pub lang: Lang,
    pub title: String,
    /// From the page; a replayed form is one note.
    pub form_key: String,
}

/// A note with its sentences: as filed, or as the book tells them today.
pub struct Page {
    pub line: Line,
    pub sentences: Vec<Sentence>,
    pub document: Document,
    /// ISO codes of the place's country and of the writer's.
    pub country: String,
    pub home: String,
    /// The reader may change it.
    pub edit: bool,
}

/// Title and prose as the form holds them, and the version they were read at.
#[derive(Clone, Debug)]
pub struct NewProse {
    pub title: String,
    pub prose: Vec<(Part, String)>,
    pub version: i64,
}

/// The note as everybody may read it: all of it comes from the public book.
pub async fn live(desk: &Desk, viewer: &Viewer, slug: &str, lang: Lang) -> Result<Live> {
    decide(&viewer.actor(), Action::ReadPublic, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let place = store::place::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let parties = store::party::list(&mut tx).await?;
    let home = gather::home(&parties, &place.country, viewer.party());
    let sentences = gather::sentences(&mut tx, &place, &home, lang).await?;
    let words = Words { lang, parties: &parties };
    let paper = paper::Paper { words, place: &place.names, country: &place.country, home: &home, sentences: &sentences };
    let document = paper.live(parties.first().map_or_else(Zone::utc, |p| p.zone.clone()).wall(desk.now()).day);
    Ok(Live { place, sentences, document })
}

/// The notes of the reader's own office.
pub async fn list(desk: &Desk, viewer: &Viewer) -> Result<Vec<Line>> {
    let permit = decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    let all = store::note::list(&mut desk.db.read().await?, &permit).await?;
    Ok(all.into_iter().filter(|l| owns(viewer, &l.note.party)).collect())
}

pub async fn show(desk: &Desk, viewer: &Viewer, id: &NoteId) -> Result<Page> {
    let permit = decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let line = load(&mut tx, &permit, viewer, id).await?;
    let sentences = told(&mut tx, &permit, &line).await?;
    let (country, home) = countries(&mut tx, &line).await?;
    let document = document(desk, &mut tx, &line, &sentences).await?;
    let edit = line.note.filed.is_none() && decide(&viewer.actor(), Action::EditBook, &Subject::Site).is_ok();
    Ok(Page { line, sentences, document, country, home, edit })
}

/// The PDF that was filed.
pub async fn filed(desk: &Desk, viewer: &Viewer, id: &NoteId) -> Result<Option<store::document::Document>> {
    let permit = decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let line = load(&mut tx, &permit, viewer, id).await?;
    match &line.document {
        Some(document) => Ok(store::document::find(&mut tx, &permit, document).await?),
        None => Ok(None),
    }
}

/// Starts a note of the viewer's office.
pub async fn create(desk: &Desk, viewer: &Viewer, slug: &str, new: &NewNote) -> Result<NoteId> {
    let mut tx = desk.db.write().await?;
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let party = viewer.party().ok_or_else(|| Refusal::new("note-no-office", vec![]))?;
    let place = store::place::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let note = Note {
        id: desk.mint(NoteId::mint),
        place: place.slug,
        lang: new.lang,
        title: new.title.clone(),
        party: party.clone(),
        follows: None,
        prose: vec![],
        version: 1,
        at: desk.now(),
        filed: None,
    };
    insert(desk, tx, &permit, note, &new.form_key).await
}

/// Starts the next note where a filed one ended, with its prose.
pub async fn follow(desk: &Desk, viewer: &Viewer, id: &NoteId, form_key: &str) -> Result<NoteId> {
    let mut tx = desk.db.write().await?;
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let line = load(&mut tx, &permit, viewer, id).await?;
    if line.note.filed.is_none() {
        return Err(Refusal::new("note-not-filed", vec![]).into());
    }
    let note = Note { id: desk.mint(NoteId::mint), follows: Some(id.clone()), version: 1, at: desk.now(), filed: None, ..line.note };
    insert(desk, tx, &permit, note, form_key).await
}

async fn insert(desk: &Desk, mut tx: Tx, permit: &Permit, note: Note, form_key: &str) -> Result<NoteId> {
    if let Some(made) = store::note::of_form(&mut tx, permit, form_key).await? {
        return Ok(made);
    }
    store::note::insert(&mut tx, permit, &note, form_key).await?;
    desk.record(&mut tx, permit, "note", note.id.as_str(), json!({ "place": note.place, "lang": note.lang.code() })).await?;
    tx.commit().await?;
    Ok(note.id)
}

/// Keeps title and prose of a draft.
pub async fn update(desk: &Desk, viewer: &Viewer, id: &NoteId, new: &NewProse) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut note = load(&mut tx, &permit, viewer, id).await?.note;
    note.open()?;
    note.title.clone_from(&new.title);
    note.prose.clone_from(&new.prose);
    note.version = new.version;
    if !store::note::update(&mut tx, &permit, &note).await? {
        return Err(Refusal::stale().into());
    }
    desk.record(&mut tx, &permit, "note", id.as_str(), json!({ "edited": new.version })).await?;
    Ok(tx.commit().await?)
}

/// Freezes it: the sentences as they are told today, the paper, and a line in the office's journal.
pub async fn file(desk: &Desk, viewer: &Viewer, id: &NoteId, version: i64) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut line = load(&mut tx, &permit, viewer, id).await?;
    if line.note.version != version && line.note.filed.is_none() {
        return Err(Refusal::stale().into());
    }
    let sentences = told(&mut tx, &permit, &line).await?;
    let now = desk.now();
    line.note.file(&sentences, now)?;
    let party = line.note.party.clone();
    let zone = gather::party(&store::party::list(&mut tx).await?, &party)?.zone.clone();
    let number = store::journal::next(&mut tx, &permit, &party, zone.wall(now).day.year.into()).await?;
    line.journal = format!("{party}-{}-{:04}", number.year, number.no);
    let bytes = papers::pdf::render(&document(desk, &mut tx, &line, &sentences).await?).map_err(|e| anyhow::anyhow!(e))?;
    let file = store::document::Document {
        id: desk.mint(DocumentId::mint),
        name: format!("{}-{}.pdf", line.journal, line.note.place),
        media_type: "application/pdf".into(),
        sha256: Digest::of(&bytes).hex(),
        bytes,
    };
    store::document::insert(&mut tx, &permit, &file, now).await?;
    let subject = journal::worded_each("journal-subject-note", |lang| vec![("place", line.place.get(lang).to_string())]);
    let entry =
        journal::Document { lang: line.note.lang, file: Some(&file.id), ..journal::Document::apart(&party, Direction::Internal, subject) };
    let entry = journal::enter(desk, &mut tx, &permit, entry).await?;
    store::note::file(&mut tx, &permit, &line.note, now, &sentences, (&file.id, &entry.label())).await?;
    desk.record(&mut tx, &permit, "note", id.as_str(), json!({ "filed": entry.label(), "sha256": file.sha256 })).await?;
    Ok(tx.commit().await?)
}

/// What the book tells otherwise today than when the note was filed.
pub async fn changes(desk: &Desk, viewer: &Viewer, id: &NoteId) -> Result<(Line, Vec<Change>)> {
    let permit = decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let line = load(&mut tx, &permit, viewer, id).await?;
    if line.note.filed.is_none() {
        return Err(Refusal::new("note-not-filed", vec![]).into());
    }
    let filed = store::note::sentences(&mut tx, &permit, id).await?;
    let today = today(&mut tx, &line).await?;
    let changes = domain::note::diff::compare(&filed, &today);
    Ok((line, changes))
}

/// A note is its office's own paper; for others it is not there.
async fn load(tx: &mut Tx, permit: &Permit, viewer: &Viewer, id: &NoteId) -> Result<Line> {
    store::note::find(tx, permit, id).await?.filter(|l| owns(viewer, &l.note.party)).ok_or(Error::NotFound)
}

fn owns(viewer: &Viewer, party: &PartyCode) -> bool {
    viewer.actor().operator || viewer.party() == Some(party)
}

async fn told(tx: &mut Tx, permit: &Permit, line: &Line) -> Result<Vec<Sentence>> {
    if line.note.filed.is_some() { Ok(store::note::sentences(tx, permit, &line.note.id).await?) } else { today(tx, line).await }
}

async fn today(tx: &mut Tx, line: &Line) -> Result<Vec<Sentence>> {
    let place = store::place::find_by_slug(tx, &line.note.place).await?.ok_or(Error::NotFound)?;
    let parties = store::party::list(tx).await?;
    let home = gather::home(&parties, &place.country, Some(&line.note.party));
    gather::sentences(tx, &place, &home, line.note.lang).await
}

/// The place's country and the writer's.
async fn countries(tx: &mut Tx, line: &Line) -> Result<(String, String)> {
    let parties = store::party::list(tx).await?;
    let place = store::place::find_by_slug(tx, &line.note.place).await?.ok_or(Error::NotFound)?;
    let home = gather::home(&parties, &place.country, Some(&line.note.party));
    Ok((place.country, home))
}

async fn document(desk: &Desk, tx: &mut Tx, line: &Line, sentences: &[Sentence]) -> Result<Document> {
    let parties = store::party::list(tx).await?;
    let (country, home) = countries(tx, line).await?;
    let day = gather::party(&parties, &line.note.party)?.zone.wall(line.note.filed.unwrap_or(desk.now())).day;
    let words = Words { lang: line.note.lang, parties: &parties };
    let paper = paper::Paper { words, place: &line.place, country: &country, home: &home, sentences };
    Ok(paper.written(&line.note, &line.journal, day))
}
