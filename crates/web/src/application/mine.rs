//! An applicant's own list, and the beginning of an application from a public call page.

use super::guide::languages;
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, see_other};
use actions::{
    Error,
    application::{NewApplication, list, start},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{Lang, call::Call, refusal::FieldError};

#[derive(Template)]
#[template(path = "application/mine.html")]
struct Page {
    l: Frame,
    all: Vec<list::Mine>,
    to_confirm: usize,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        Vec::new()
    }
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let all = list::mine(&app.desk, &visit.viewer).await?;
    let to_confirm = all.iter().map(|m| m.to_confirm).sum();
    visit.page(&Page { l: visit.frame(), all, to_confirm })
}

#[derive(Template)]
#[template(path = "application/new.html")]
struct New {
    l: Frame,
    f: Fields,
    call: Call,
    languages: Vec<(String, String)>,
    /// The call has closed: only a draft and a late request are possible.
    closed: bool,
}

impl New {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/calls".into(), self.l.t("nav-calls")), (format!("/calls/{}", self.call.slug), self.l.text(&self.call.title).into())]
    }
}

pub async fn new(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let call = list::call_to_apply(&app.desk, &visit.viewer, &slug).await?;
    let f = Fields::filled([("form_key", app.desk.token()), ("lang", visit.viewer.lang.code().to_string())]);
    visit.page(&New { l: visit.frame(), f, closed: app.desk.now() > call.window.closes, call, languages: languages() })
}

pub async fn create(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let call = list::call_to_apply(&app.desk, &visit.viewer, &slug).await?;
    let title = f.required("title", 200);
    let lang = Lang::parse(f.value("lang")).unwrap_or(visit.viewer.lang);
    let form_key = if f.value("form_key").is_empty() { app.desk.token() } else { f.value("form_key").to_string() };
    if f.errors.is_empty() {
        match start(&app.desk, &visit.viewer, &slug, NewApplication { title, lang, form_key, source: String::new() }).await {
            Ok(id) => return Ok(see_other(&format!("/applications/{id}/edit/project"), "message-application-started")),
            Err(Error::Refused(refusal)) => f.errors.push(FieldError { field: "form".into(), refusal }),
            Err(Error::Invalid(errors)) => f.errors.extend(errors),
            Err(other) => return Err(Problem::from(other)),
        }
    }
    visit.page_as(
        StatusCode::UNPROCESSABLE_ENTITY,
        &New { l: visit.frame(), f, closed: app.desk.now() > call.window.closes, call, languages: languages() },
    )
}
