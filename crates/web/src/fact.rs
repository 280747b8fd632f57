//! Statements of the book: where sources disagree, side by side; and the form that adds one.

pub mod edit;

use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, changes, see_other, words};
use actions::{
    Error,
    fact::{About, Dispute, NewFact},
};
use askama::Template;
use axum::{
    extract::{Query, State},
    http::StatusCode,
};
use domain::{
    Refusal,
    fact::{Kind, SubjectKind},
    ids::FactId,
    revision::Card,
};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "fact/disagreements.html")]
struct Disagreements {
    l: Frame,
    disputes: Vec<Dispute>,
}

pub async fn disagreements(State(app): State<App>, visit: Visit) -> Answer {
    let disputes = actions::fact::disputes(&app.desk).await?;
    visit.page(&Disagreements { l: visit.frame(), disputes })
}

/// Units that a figure may have; `unit-…` writes it, `unit-name-…` names it.
const UNITS: [&str; 5] = ["km2", "people", "projects", "DKK", "percent"];

#[derive(Template)]
#[template(path = "fact/new.html")]
struct Form {
    l: Frame,
    f: Fields,
    about: About,
    sources: Vec<(String, String)>,
    /// The statement that is put right; none for a new one.
    id: Option<FactId>,
    refused: Option<Refusal>,
}

impl Form {
    fn title(&self) -> String {
        let key = if self.id.is_some() { "fact-edit-title" } else { "fact-new-title" };
        self.l.t1(key, "name", self.l.text(&self.about.names))
    }
    fn action(&self) -> String {
        self.id.as_ref().map_or_else(|| "/facts".to_string(), |id| format!("/facts/{id}/edit"))
    }
    fn kinds(&self) -> Vec<(String, String)> {
        words::options(&self.l, "fact-kind", Kind::ALL.iter().map(|k| k.code()))
    }
    fn units(&self) -> Vec<(String, String)> {
        words::options(&self.l, "unit-name", UNITS)
    }
}

/// `about=place:jiangsu`: what the statement is about. `undo=`: a withdrawal whose statement comes back as a new one.
pub async fn new(State(app): State<App>, visit: Visit, Query(query): Query<HashMap<String, String>>) -> Answer {
    let about = query.get("about").cloned().unwrap_or_default();
    let mut f = Fields::filled([("form_key", app.desk.token()), ("about", about)]);
    let about = subject(&app, &visit, &f).await?;
    if let Some(r) = changes::undone(&app, &visit).await? {
        let back = r.changes.iter().map(|c| c.back_from(&Card::default())).collect();
        changes::put_back(&visit.frame(), &mut f, &r, back);
    }
    page(&app, &visit, StatusCode::OK, f, about, None, None).await
}

pub async fn create(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let about = subject(&app, &visit, &f).await?;
    if f.value("form_key").len() != 64 {
        return Err(Problem::Garbled);
    }
    let new = read(&mut f);
    if !f.errors.is_empty() {
        return page(&app, &visit, StatusCode::UNPROCESSABLE_ENTITY, f, about, None, None).await;
    }
    actions::fact::add(&app.desk, &visit.viewer, &about, &new, f.value("form_key")).await?;
    Ok(see_other(&about.href(), "message-saved"))
}

fn read(f: &mut Fields) -> NewFact {
    let kind = words::choice(f, "kind", Kind::parse, Kind::Statement);
    let number = words::number(f, "number");
    let body = match number {
        Some(_) => words::read(f, "body", 2000),
        None => words::required(f, "body", 2000),
    };
    NewFact {
        kind,
        body,
        number,
        unit: f.text("unit", 20),
        as_of: words::edtf(f, "as_of"),
        sources: vec![f.required("source", 100)],
        quote: f.text("quote", 500),
    }
}

async fn subject(app: &App, visit: &Visit, f: &Fields) -> Result<About, Problem> {
    let (kind, slug) = f.value("about").split_once(':').ok_or(Error::NotFound)?;
    let kind = SubjectKind::parse(kind).ok_or(Error::NotFound)?;
    Ok(actions::fact::about(&app.desk, &visit.viewer, kind, slug).await?)
}

async fn page(
    app: &App,
    visit: &Visit,
    status: StatusCode,
    f: Fields,
    about: About,
    id: Option<FactId>,
    refused: Option<Refusal>,
) -> Answer {
    let l = visit.frame();
    let sources = words::sources(app, &l).await?;
    visit.page_as(status, &Form { l, f, about, sources, id, refused })
}
