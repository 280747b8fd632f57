//! Evidence of activity, and the release that the counterpart's evidence opens.

use super::{
    case,
    form::{confirmed, day, upload},
};
use crate::kit::{Answer, App, Fields, Visit};
use actions::{
    Error,
    grant::{self, NewEvidence},
};
use axum::extract::{Path, State};
use domain::ids::InstalmentId;

pub async fn evidence(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let (what, day) = (f.required("what", 2000), day(&mut f, "day"));
    let outcome = match day.filter(|_| confirmed(&mut f)) {
        Some(day) => {
            let new = NewEvidence { day, what, document: upload(&f) };
            Some(grant::add_evidence(&app.desk, &visit.viewer, &case.id, &case.own, &new, f.value("form_key")).await.map(drop))
        }
        None => None,
    };
    case.answer(&visit, f, outcome)
}

pub async fn release_now(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let instalment = InstalmentId::parse(f.value("instalment")).ok_or(Error::NotFound)?;
    let outcome = match confirmed(&mut f) {
        true => Some(grant::release(&app.desk, &visit.viewer, &case.id, &case.own, &instalment, f.value("form_key")).await.map(drop)),
        false => None,
    };
    case.answer(&visit, f, outcome)
}
