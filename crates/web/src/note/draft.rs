//! An office writes its own words around the sentences of a note, and files it.

use crate::kit::{Answer, App, Fields, Frame, Visit, error::found, see_other};
use actions::{
    Error,
    note::{NewProse, Page, paper},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal,
    ids::NoteId,
    note::{PROSE_MAX, Part, Section, Sentence, TITLE_MAX},
};

#[derive(Template)]
#[template(path = "note/edit.html")]
struct Edit {
    l: Frame,
    p: Page,
    f: Fields,
    refused: Option<Refusal>,
}

/// A part of the note on the form: where prose goes, and the sentences that follow it.
struct Slot<'a> {
    name: &'static str,
    heading: String,
    sentences: Vec<&'a Sentence>,
}

impl Edit {
    fn trail(&self) -> Vec<(String, String)> {
        super::trail(&self.l, &self.p.line)
    }
    fn slots(&self) -> Vec<Slot<'_>> {
        let slot = |part: Part| {
            let (heading, sentences) = match part {
                Part::Opening => (self.l.t("note-opening"), vec![]),
                Part::Closing => (self.l.t("note-closing"), vec![]),
                Part::Before(section) => (self.heading(section), self.p.sentences.iter().filter(|s| s.section == section).collect()),
            };
            Slot { name: part.code(), heading, sentences }
        };
        Part::all().map(slot).collect()
    }
    fn heading(&self, section: Section) -> String {
        paper::heading(self.l.lang, section, &self.p.line.place, &self.p.country, &self.p.home)
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let p = actions::note::show(&app.desk, &visit.viewer, &found(NoteId::parse(&id))?).await?;
    p.line.note.open().map_err(Error::from)?;
    let note = &p.line.note;
    let mut f = Fields::filled([("title", note.title.clone()), ("version", note.version.to_string())]);
    for (part, body) in &note.prose {
        f.set(part.code(), body);
    }
    visit.page(&Edit { l: visit.frame(), p, f, refused: None })
}

pub async fn update(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let id = found(NoteId::parse(&id))?;
    let title = f.required("title", TITLE_MAX);
    let prose: Vec<(Part, String)> = Part::all().map(|part| (part, f.text(part.code(), PROSE_MAX))).collect();
    let new = NewProse { title, prose, version: f.value("version").parse().unwrap_or(-1) };
    let mut refused = None;
    if f.errors.is_empty() {
        match actions::note::update(&app.desk, &visit.viewer, &id, &new).await {
            Ok(()) => return Ok(see_other(&format!("/notes/{id}"), "message-saved")),
            Err(Error::Refused(r)) => refused = Some(r),
            Err(other) => return Err(other.into()),
        }
    }
    let p = actions::note::show(&app.desk, &visit.viewer, &id).await?;
    visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Edit { l: visit.frame(), p, f, refused })
}
