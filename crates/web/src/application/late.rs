//! Asking for a late submission, and the offices' answers.

use super::guide::application_id;
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, see_other};
use actions::{
    Error,
    application::{Loaded, late, list},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    ids::ApplicationId,
    refusal::{FieldError, Value},
    time::ZoneProblem,
};

#[derive(Template)]
#[template(path = "application/late.html")]
struct Page {
    l: Frame,
    f: Fields,
    id: String,
    loaded: Loaded,
}

async fn page(app: &App, visit: &Visit, id: &ApplicationId, f: Fields) -> Result<Page, Problem> {
    let dossier = list::dossier(&app.desk, &visit.viewer, id).await?;
    Ok(Page { l: visit.frame(), f, id: id.to_string(), loaded: dossier.loaded })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    visit.page(&page(&app, &visit, &application_id(&id)?, Fields::default()).await?)
}

pub async fn create(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let id = application_id(&id)?;
    let reason = f.required("reason", 2000);
    if f.errors.is_empty() {
        match late::ask(&app.desk, &visit.viewer, &id, &reason).await {
            Ok(_) => return Ok(see_other(&format!("/applications/{id}/late"), "message-sent")),
            Err(Error::Refused(refusal)) => f.errors.push(FieldError { field: "reason".into(), refusal }),
            Err(Error::Invalid(errors)) => f.errors.extend(errors),
            Err(other) => return Err(other.into()),
        }
    }
    visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, &id, f).await?)
}

/// An officer grants until a time on the own wall, or declines.
pub async fn answer(
    State(app): State<App>,
    visit: Visit,
    Path((slug, id, request)): Path<(String, String, String)>,
    mut f: Fields,
) -> Answer {
    let id = application_id(&id)?;
    let l = visit.frame();
    let text = f.text("text", 2000);
    let granted = f.value("answer") == "granted";
    let zone = visit.viewer.party().and_then(|p| l.party_of(p)).map(|p| p.zone.clone());
    let mut until = None;
    if let (true, Some(zone)) = (granted, zone) {
        match zone.instant(f.value("until")) {
            Ok(at) => until = Some(at),
            Err(problem) => {
                let typed = ("typed", Value::Text(f.value("until").into()));
                f.fail(
                    "until",
                    if matches!(problem, ZoneProblem::Skipped | ZoneProblem::Twice) { "late-time-ambiguous" } else { "late-time-shape" },
                    vec![typed],
                );
            }
        }
    }
    if f.errors.is_empty() {
        match late::answer(&app.desk, &visit.viewer, &id, &request, until, &text).await {
            Ok(()) => return Ok(see_other(&format!("/calls/{slug}/applications"), "message-saved")),
            Err(Error::Invalid(errors)) => f.errors.extend(errors),
            Err(other) => return Err(other.into()),
        }
    }
    super::desk::again(&app, &visit, &slug, &request, f).await
}
