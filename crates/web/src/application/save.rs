//! Saving one section: by a button, by itself while one types, or after a merge. Nothing typed is ever lost.

use super::merge;
use crate::kit::{
    Answer, App, Fields, Problem, Visit,
    autosave::{self, by_itself},
    see_other,
};
use actions::{
    Error,
    application::{Checked, Saved, edit, open},
};
use axum::{
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::{application::Application, ids::ApplicationId, refusal::FieldError};

/// A section's form: where it is saved, what it shows, what it is called.
pub struct Section<'a> {
    pub id: &'a ApplicationId,
    /// Name in the store, e.g. `project`.
    pub name: String,
    /// The form's own address.
    pub address: String,
    /// Where one goes after saving.
    pub next: String,
    /// The form's values for a state of the application.
    pub fill: &'a (dyn Fn(&Application) -> Vec<(String, String)> + Send + Sync),
    /// Name and label of every field that may differ.
    pub labels: Vec<(String, String)>,
}

pub enum Outcome {
    Done(Response),
    /// The page is to be shown again with these.
    Invalid(Vec<FieldError>),
}

pub async fn save(
    app: &App,
    visit: &Visit,
    section: Section<'_>,
    headers: &HeaderMap,
    fields: &Fields,
    change: impl Fn(&mut Application) -> Checked + Send + Sync,
) -> Result<Outcome, Problem> {
    let auto = by_itself(headers);
    if !fields.errors.is_empty() {
        return Ok(refused(auto, fields.errors.clone()));
    }
    let version = fields.value("version").parse().unwrap_or(0);
    match edit(&app.desk, &visit.viewer, section.id, &section.name, version, &change).await {
        Ok(saved) => Ok(Outcome::Done(done(visit, &section, auto, fields, &saved))),
        Err(Error::Invalid(errors)) => Ok(refused(auto, errors)),
        Err(Error::Refused(r)) if r.key() == "stale" => meet(app, visit, &section, auto, fields, change).await,
        Err(Error::Refused(refusal)) => Ok(refused(auto, vec![FieldError { field: "form".into(), refusal }])),
        Err(other) => Err(other.into()),
    }
}

fn refused(auto: bool, errors: Vec<FieldError>) -> Outcome {
    if auto {
        return Outcome::Done(autosave::refused(&errors));
    }
    Outcome::Invalid(errors)
}

fn done(visit: &Visit, section: &Section<'_>, auto: bool, fields: &Fields, saved: &Saved) -> Response {
    if auto {
        return autosave::saved(&visit.frame(), saved.version, saved.at);
    }
    let message = if saved.voided.is_empty() { "message-saved" } else { "message-application-voided" };
    see_other(if fields.value("then") == "next" { &section.next } else { &section.address }, message)
}

/// Somebody saved in between: where both wrote the same nothing is asked; else both texts are shown.
async fn meet(
    app: &App,
    visit: &Visit,
    section: &Section<'_>,
    auto: bool,
    fields: &Fields,
    change: impl Fn(&mut Application) -> Checked + Send + Sync,
) -> Result<Outcome, Problem> {
    let now = open(&app.desk, &visit.viewer, section.id, &section.name).await?;
    let theirs = (section.fill)(&now.loaded.app);
    let mut changed = now.loaded.app.clone();
    if let Err(errors) = change(&mut changed) {
        return Ok(refused(auto, errors));
    }
    let mine = (section.fill)(&changed);
    let page = merge::page(visit, section, &now.section, theirs, mine, fields);
    if page.differences.is_empty() {
        let at = now.section.at.unwrap_or_else(|| app.desk.now());
        return Ok(Outcome::Done(done(visit, section, auto, fields, &Saved { version: now.section.version, at, voided: Vec::new() })));
    }
    if auto {
        return Ok(Outcome::Done(autosave::conflict()));
    }
    Ok(Outcome::Done(visit.page_as(StatusCode::CONFLICT, &page)?))
}

/// What a handler answers: the outcome, or the page again with its errors.
pub fn answer(outcome: Outcome, again: impl FnOnce(Vec<FieldError>) -> Answer) -> Answer {
    match outcome {
        Outcome::Done(response) => Ok(response),
        Outcome::Invalid(errors) => again(errors),
    }
}
