//! Logging a letter or mail by hand.

use crate::kit::{Answer, App, Fields, Frame, Visit, see_other};
use actions::{
    Error,
    journal::desk::{self, Upload},
};
use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    call::Call,
    ids::ApplicationId,
    journal::{Direction, Letter},
    time::Day,
};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "journal/letter.html")]
struct Page {
    l: Frame,
    f: Fields,
    call: Call,
    directions: Vec<(String, String)>,
    /// Id and label of every application of the call.
    applications: Vec<(String, String)>,
    types: String,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        let slug = &self.call.slug;
        vec![
            (format!("/calls/{slug}"), self.l.text(&self.call.title).into()),
            (format!("/calls/{slug}/journal"), self.l.t("journal-title")),
        ]
    }
}

async fn page(app: &App, visit: &Visit, slug: &str, mut f: Fields) -> Result<Page, crate::kit::Problem> {
    let l = visit.frame();
    let (call, _, today, named) = desk::letter(&app.desk, &visit.viewer, slug).await?;
    if !f.has("form_key") {
        f.set("form_key", app.desk.token());
        f.set("day", today.iso());
        f.set("direction", "in");
    }
    let directions = Direction::ALL.iter().map(|d| (d.code().to_string(), l.code("journal-direction", d.code()))).collect();
    let applications = named.into_iter().map(|(id, number, title)| (id.to_string(), format!("{number} {title}"))).collect();
    Ok(Page { directions, applications, types: domain::application::file::kinds(), call, f, l })
}

pub async fn new(State(app): State<App>, visit: Visit, Path(slug): Path<String>, Query(query): Query<HashMap<String, String>>) -> Answer {
    let mut f = Fields::default();
    if let Some(id) = query.get("application") {
        f.set("application", id.as_str());
    }
    visit.page(&page(&app, &visit, &slug, f).await?)
}

pub async fn create(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut fields: Fields) -> Answer {
    let letter = Letter {
        direction: Direction::parse(fields.value("direction")).unwrap_or(Direction::In),
        day: Day::parse(fields.value("day")),
        subject: fields.text("subject", 300),
        counterpart: fields.text("counterpart", 300),
        body: fields.text("body", 20_000),
    };
    let application = ApplicationId::parse(fields.value("application"));
    let file = fields.files.first().map(|f| Upload { name: f.name.clone(), bytes: f.bytes.to_vec() });
    let key = fields.value("form_key").to_string();
    let outcome = if fields.errors.is_empty() {
        desk::log(&app.desk, &visit.viewer, &slug, letter, application.as_ref(), file, &key).await
    } else {
        Err(Error::Invalid(Vec::new()))
    };
    match outcome {
        Ok(id) => Ok(see_other(&format!("/journal/{id}"), "message-saved")),
        Err(Error::Invalid(errors)) => {
            fields.errors.extend(errors);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, &slug, fields).await?)
        }
        Err(other) => Err(other.into()),
    }
}
