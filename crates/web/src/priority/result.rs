//! Proposing a cut, answering it, running it again after a withdrawal, and its canonical bytes.

use super::joint;
use crate::kit::{Answer, App, Fields, Visit, see_other, visit::download};
use actions::{
    Error,
    priority::{meeting, result},
};
use axum::extract::{Path, State};
use domain::ids::ResultId;

pub async fn create(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let mut what = joint::read(&visit.frame(), &mut f);
    let note = f.text("note", result::MAX_NOTE);
    if !f.is("confirm-proposal", "yes") {
        f.fail("confirm-proposal", "result-tick", vec![]);
    }
    if !f.errors.is_empty() {
        return joint::again(&app, &visit, &slug, f, Error::Invalid(vec![])).await;
    }
    // The form shows the pots as they are; only other sizes are a question, and the meeting says which.
    meeting::plain(&app.desk, &visit.viewer, &slug, &mut what).await?;
    match result::propose(&app.desk, &visit.viewer, &slug, &what, &note).await {
        Ok(_) => Ok(see_other(&format!("/calls/{slug}/joint"), "message-proposed")),
        Err(error @ Error::Refused(_)) => joint::again(&app, &visit, &slug, f, error).await,
        Err(other) => Err(other.into()),
    }
}

pub async fn rerun(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    result::rerun(&app.desk, &visit.viewer, &slug).await?;
    Ok(see_other(&format!("/calls/{slug}/joint"), "message-proposed"))
}

pub async fn answer(State(app): State<App>, visit: Visit, Path((slug, id)): Path<(String, String)>, mut f: Fields) -> Answer {
    let id = ResultId::parse(&id).ok_or(Error::NotFound)?;
    let reason = f.text("reason", result::MAX_NOTE);
    let accept = match f.value("answer") {
        "accept" => true,
        "decline" => false,
        _ => {
            f.fail("answer", "required", vec![]);
            false
        }
    };
    if !f.errors.is_empty() {
        return joint::again(&app, &visit, &slug, f, Error::Invalid(vec![])).await;
    }
    match result::answer(&app.desk, &visit.viewer, &slug, &id, accept, &reason).await {
        Ok(()) => Ok(see_other(&format!("/calls/{slug}/joint"), if accept { "message-accepted" } else { "message-declined" })),
        Err(error @ Error::Refused(_)) => joint::again(&app, &visit, &slug, f, error).await,
        Err(other) => Err(other.into()),
    }
}

/// The bytes that a version's SHA-256 covers, to be checked with any program.
pub async fn body(State(app): State<App>, visit: Visit, Path((slug, no)): Path<(String, String)>) -> Answer {
    let no = no.parse().map_err(|_| Error::NotFound)?;
    let body = result::body(&app.desk, &visit.viewer, &slug, no).await?;
    Ok(download(&format!("{slug}-joint-result-{no}.json"), "application/json", body.into_bytes()))
}
