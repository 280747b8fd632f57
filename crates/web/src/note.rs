//! Background notes: the public one that the book tells today, and those of an office, from draft to file (R43-R73).

pub mod draft;
pub mod filed;
pub mod live;

use crate::kit::{Answer, App, Frame, Listing, Visit, error::found, export, listing::by_text, visit::download};
use actions::note::{Line, Page};
use askama::Template;
use axum::extract::{Path, State};
use domain::ids::NoteId;
use papers::{
    document::Document,
    sheet::{Cell, Column, Sheet},
};

const COLUMNS: [&str; 4] = ["at", "place", "title", "state"];

#[derive(Template)]
#[template(path = "note/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    lines: Vec<Line>,
}

fn state(l: &Frame, line: &Line) -> String {
    l.t(if line.note.filed.is_some() { "note-state-filed" } else { "note-state-draft" })
}

fn listed(l: &Frame, lines: Vec<Line>) -> (Listing, Vec<Line>) {
    let mut s = Listing::read(&l.visit.here, &COLUMNS);
    let rows = s.apply(
        lines,
        |line| {
            i18n::search::fold(
                &[&line.note.title, &line.place.da, &line.place.en, &line.place.zh, &line.journal].map(String::as_str).join(" "),
            )
        },
        |column, x, y| match column {
            "place" => by_text(l.lang, l.text(&x.place), l.text(&y.place)),
            "title" => by_text(l.lang, &x.note.title, &y.note.title),
            "state" => x.note.filed.cmp(&y.note.filed),
            // The newest first.
            _ => y.note.at.cmp(&x.note.at),
        },
    );
    (s, rows)
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let (s, lines) = listed(&l, actions::note::list(&app.desk, &visit.viewer).await?);
    visit.page(&Index { l, s, lines })
}

/// The way from the list to a page about one note.
fn trail(l: &Frame, line: &Line) -> Vec<(String, String)> {
    vec![("/notes".into(), l.t("nav-notes")), (format!("/notes/{}", line.note.id), line.note.title.clone())]
}

#[derive(Template)]
#[template(path = "note/show.html")]
struct Show {
    l: Frame,
    p: Page,
    /// Rendered and escaped by `papers::html`.
    html: String,
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let p = actions::note::show(&app.desk, &visit.viewer, &found(NoteId::parse(&id))?).await?;
    let html = papers::html::render(&p.document);
    visit.page(&Show { l: visit.frame(), html, p })
}

/// What was filed, byte for byte; of a draft, as it stands.
pub async fn pdf(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let id = found(NoteId::parse(&id))?;
    if let Some(file) = actions::note::filed(&app.desk, &visit.viewer, &id).await? {
        return Ok(download(&file.name, "application/pdf", file.bytes));
    }
    let p = actions::note::show(&app.desk, &visit.viewer, &id).await?;
    let name = format!("{}-{}.pdf", p.line.note.place, p.line.note.lang.code());
    set(p.document, &name).await
}

/// Setting type is work for a processor, not for the thread that answers others.
async fn set(document: Document, name: &str) -> Answer {
    let bytes = tokio::task::spawn_blocking(move || papers::pdf::render(&document)).await.map_err(anyhow::Error::from)?;
    Ok(download(name, "application/pdf", bytes.map_err(anyhow::Error::from)?))
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let sheet = sheet(&l, actions::note::list(&app.desk, &visit.viewer).await?);
    export::as_xlsx(&app, &l, "notes", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    let lines = actions::note::list(&app.desk, &visit.viewer).await?;
    export::as_csv("notes", &sheet(&visit.frame(), lines))
}

fn sheet(l: &Frame, lines: Vec<Line>) -> Sheet {
    let rows = lines.into_iter().map(|line| {
        let filed = line.note.filed.map(|at| l.own(at)).unwrap_or_default();
        let words = [
            l.text(&line.place).to_string(),
            line.note.title.clone(),
            line.note.lang.code().to_string(),
            state(l, &line),
            line.journal.clone(),
            l.own(line.note.at),
            filed,
        ];
        words.map(Cell::Text).to_vec()
    });
    let titles = [
        ("note-place", 24.0),
        ("note-title", 48.0),
        ("note-lang", 10.0),
        ("note-state", 12.0),
        ("note-journal", 16.0),
        ("note-at", 24.0),
        ("note-filed-at", 24.0),
    ];
    let columns = titles.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect();
    Sheet { name: l.t("nav-notes"), columns, rows: rows.collect() }
}
