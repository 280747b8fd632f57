//! A note is filed: frozen, numbered in the journal; later it is compared with what the book tells by then, and followed by the next.

use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, error::found, see_other};
use actions::{
    Error,
    note::{Line, Page},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal,
    ids::NoteId,
    note::{Sentence, diff::Change},
};

#[derive(Template)]
#[template(path = "note/filing.html")]
struct Filing {
    l: Frame,
    p: Page,
    refused: Option<Refusal>,
}

impl Filing {
    fn trail(&self) -> Vec<(String, String)> {
        super::trail(&self.l, &self.p.line)
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let p = actions::note::show(&app.desk, &visit.viewer, &found(NoteId::parse(&id))?).await?;
    visit.page(&Filing { l: visit.frame(), p, refused: None })
}

pub async fn create(State(app): State<App>, visit: Visit, Path(id): Path<String>, f: Fields) -> Answer {
    let id = found(NoteId::parse(&id))?;
    let refused = if f.is("confirm", "yes") {
        match actions::note::file(&app.desk, &visit.viewer, &id, f.value("version").parse().unwrap_or(-1)).await {
            Ok(()) => return Ok(see_other(&format!("/notes/{id}"), "message-saved")),
            Err(Error::Refused(r)) => r,
            Err(other) => return Err(other.into()),
        }
    } else {
        Refusal::new("confirm-needed", vec![])
    };
    let p = actions::note::show(&app.desk, &visit.viewer, &id).await?;
    visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Filing { l: visit.frame(), p, refused: Some(refused) })
}

#[derive(Template)]
#[template(path = "note/changes.html")]
struct Changes {
    l: Frame,
    line: Line,
    rows: Vec<Row>,
    keeps: bool,
    form_key: String,
}

impl Changes {
    fn trail(&self) -> Vec<(String, String)> {
        super::trail(&self.l, &self.line)
    }
}

/// One thing that is told otherwise: what happened, then and now.
struct Row {
    what: &'static str,
    before: Option<Sentence>,
    now: Option<Sentence>,
}

impl Row {
    fn of(change: Change) -> Row {
        match change {
            Change::Came(now) => Row { what: "came", before: None, now: Some(now) },
            Change::Went(before) => Row { what: "went", before: Some(before), now: None },
            Change::Differs(before, now) => Row { what: "differs", before: Some(before), now: Some(now) },
        }
    }
    fn topic(&self) -> &str {
        self.now.as_ref().or(self.before.as_ref()).map_or("", |s| s.topic.as_str())
    }
}

pub async fn changes(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let (line, changes) = actions::note::changes(&app.desk, &visit.viewer, &found(NoteId::parse(&id))?).await?;
    let keeps = visit.frame().keeps_book();
    let rows = changes.into_iter().map(Row::of).collect();
    visit.page(&Changes { l: visit.frame(), line, rows, keeps, form_key: app.desk.token() })
}

/// Starts the note that follows, with the prose of this one.
pub async fn follow(State(app): State<App>, visit: Visit, Path(id): Path<String>, f: Fields) -> Answer {
    let form_key = f.value("form_key");
    if form_key.len() != 64 {
        return Err(Problem::Garbled);
    }
    let next = actions::note::follow(&app.desk, &visit.viewer, &found(NoteId::parse(&id))?, form_key).await?;
    Ok(see_other(&format!("/notes/{next}/edit"), ""))
}
