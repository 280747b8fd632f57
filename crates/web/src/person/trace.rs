//! A name wherever the house holds it: the answer to a request for access, and erasing it everywhere at once.

use crate::kit::{Answer, App, Fields, Frame, Visit, see_other};
use actions::{
    Error,
    person::trace::{self, Trace},
};
use askama::Template;
use axum::{
    extract::{Query, State},
    http::StatusCode,
};
use domain::refusal::FieldError;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "person/traces.html")]
struct Page {
    l: Frame,
    f: Fields,
    typed: String,
    rows: Vec<Trace>,
    writable: bool,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/contacts".into(), self.l.t("nav-contacts"))]
    }
}

async fn page(app: &App, visit: &Visit, typed: String, f: Fields) -> Result<Page, crate::kit::Problem> {
    let rows = trace::traces(&app.desk, &visit.viewer, &typed).await?;
    Ok(Page { l: visit.frame(), f, typed, rows, writable: visit.frame().keeps_book() })
}

pub async fn index(State(app): State<App>, visit: Visit, Query(query): Query<HashMap<String, String>>) -> Answer {
    let typed = query.get("q").cloned().unwrap_or_default();
    let f = Fields::filled([("name", typed.clone())]);
    visit.page(&page(&app, &visit, typed, f).await?)
}

pub async fn erase(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let name = f.required("name", 200);
    if !f.is("confirm", "yes") {
        return Ok(see_other("/people", ""));
    }
    let outcome = if f.errors.is_empty() { trace::erase_name(&app.desk, &visit.viewer, &name).await } else { Err(Error::Invalid(vec![])) };
    match outcome {
        Ok(0) => f.fail("name", "trace-none-of-that-name", vec![("name", domain::refusal::Value::Text(name.clone()))]),
        Ok(_) => return Ok(see_other("/people", "message-saved")),
        Err(Error::Invalid(more)) => f.errors.extend(more),
        Err(Error::Refused(refusal)) => f.errors.push(FieldError { field: "name".into(), refusal }),
        Err(other) => return Err(other.into()),
    }
    visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, name, f).await?)
}
