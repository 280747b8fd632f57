//! Statements of the book: where sources disagree, side by side; and the form that adds one.

use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, see_other, words};
use actions::{
    Error,
    fact::{About, Dispute, NewFact},
};
use askama::Template;
use axum::{
    extract::{Query, State},
    http::StatusCode,
};
use domain::fact::{Kind, SubjectKind};
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
struct New {
    l: Frame,
    f: Fields,
    about: About,
    sources: Vec<(String, String)>,
}

impl New {
    fn kinds(&self) -> Vec<(String, String)> {
        Kind::ALL.iter().map(|k| (k.code().to_string(), self.l.code("fact-kind", k.code()))).collect()
    }
    fn units(&self) -> Vec<(String, String)> {
        UNITS.iter().map(|u| (u.to_string(), self.l.code("unit-name", u))).collect()
    }
}

/// `about=place:jiangsu`: what the statement is about.
pub async fn new(State(app): State<App>, visit: Visit, Query(query): Query<HashMap<String, String>>) -> Answer {
    let about = query.get("about").cloned().unwrap_or_default();
    let f = Fields::filled([("form_key", app.desk.token()), ("about", about)]);
    page(&app, &visit, StatusCode::OK, f).await
}

pub async fn create(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let about = subject(&app, &visit, &f).await?;
    if f.value("form_key").len() != 64 {
        return Err(Problem::Garbled);
    }
    let kind = words::choice(&mut f, "kind", Kind::parse, Kind::Statement);
    let number = words::number(&mut f, "number");
    let body = match number {
        Some(_) => words::read(&mut f, "body", 2000),
        None => words::required(&mut f, "body", 2000),
    };
    let new = NewFact {
        kind,
        body,
        number,
        unit: f.text("unit", 20),
        as_of: words::edtf(&mut f, "as_of"),
        sources: vec![f.required("source", 100)],
        quote: f.text("quote", 500),
    };
    if !f.errors.is_empty() {
        return page(&app, &visit, StatusCode::UNPROCESSABLE_ENTITY, f).await;
    }
    actions::fact::add(&app.desk, &visit.viewer, &about, &new, f.value("form_key")).await?;
    Ok(see_other(&about.href(), "message-saved"))
}

async fn subject(app: &App, visit: &Visit, f: &Fields) -> Result<About, Problem> {
    let named = f.value("about").split_once(':').and_then(|(kind, slug)| Some((SubjectKind::parse(kind)?, slug)));
    let (kind, slug) = named.ok_or(Error::NotFound)?;
    Ok(actions::fact::about(&app.desk, &visit.viewer, kind, slug).await?)
}

async fn page(app: &App, visit: &Visit, status: StatusCode, f: Fields) -> Answer {
    let about = subject(app, visit, &f).await?;
    let l = visit.frame();
    let sources = words::sources(app, &l).await?;
    visit.page_as(status, &New { l, f, about, sources })
}
