//! Puts a statement right, or withdraws it, with a reason.

use super::{page, read};
use crate::kit::{Answer, App, Fields, Problem, Visit, changes, see_other};
use actions::{Error, fact::edit, revision::Kind as History};
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{Refusal, ids::FactId};

const REASON_MAX: usize = 500;

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let id = id_of(&id)?;
    let about = edit::about(&app.desk, &visit.viewer, &id).await?;
    let f = changes::filled(&app, &visit, History::Fact, id.as_str()).await?;
    page(&app, &visit, StatusCode::OK, f, about, Some(id), None).await
}

pub async fn update(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let id = id_of(&id)?;
    let version = f.number("version", 0, i64::MAX);
    let new = read(&mut f);
    let reason = f.required("reason", REASON_MAX);
    let about = edit::about(&app.desk, &visit.viewer, &id).await?;
    let mut refused = None;
    if f.errors.is_empty() {
        match f.told(edit::update(&app.desk, &visit.viewer, &id, version, &new, &reason).await)? {
            Ok(()) => return Ok(see_other(&about.href(), "message-saved")),
            Err(why) => refused = changes::overtaken(&app, &visit, (History::Fact, id.as_str()), &mut f, why).await?,
        }
    }
    page(&app, &visit, status(&refused), f, about, Some(id), refused).await
}

pub async fn withdraw(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut typed: Fields) -> Answer {
    let id = id_of(&id)?;
    let version = typed.number("version", 0, i64::MAX);
    let reason = typed.required("withdrawal", REASON_MAX);
    let about = edit::about(&app.desk, &visit.viewer, &id).await?;
    // The form above is filled from what is stored; what was typed below stays.
    let mut f = changes::filled(&app, &visit, History::Fact, id.as_str()).await?;
    f.set("withdrawal", reason.as_str());
    f.errors = typed.errors;
    let mut refused = None;
    if f.errors.is_empty() {
        match f.told(edit::withdraw(&app.desk, &visit.viewer, &id, version, &reason).await)? {
            Ok(()) => return Ok(see_other(&about.href(), "message-withdrawn")),
            Err(why) => refused = changes::overtaken(&app, &visit, (History::Fact, id.as_str()), &mut f, why).await?,
        }
    }
    page(&app, &visit, status(&refused), f, about, Some(id), refused).await
}

fn status(refused: &Option<Refusal>) -> StatusCode {
    if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY }
}

fn id_of(text: &str) -> Result<FactId, Problem> {
    FactId::parse(text).ok_or_else(|| Error::NotFound.into())
}
