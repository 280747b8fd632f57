//! The side's co-financing statement, and its withdrawal.

use super::{
    case,
    form::{confirmed, day, upload},
};
use crate::kit::{Answer, App, Fields, Visit};
use actions::grant::{self, NewStatement};
use axum::extract::{Path, State};

pub async fn statement(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let (amount, reference, day) = (f.money("amount", case.currency()), f.required("reference", 200), day(&mut f, "day"));
    let outcome = match day.filter(|_| confirmed(&mut f)) {
        Some(day) => {
            let new = NewStatement { amount, reference, day, document: upload(&f) };
            Some(grant::state_cofinancing(&app.desk, &visit.viewer, &case.id, &case.own, &new, f.value("form_key")).await.map(drop))
        }
        None => None,
    };
    case.answer(&visit, f, outcome)
}

pub async fn withdrawal(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let reason = f.required("reason", 2000);
    let outcome = match confirmed(&mut f) {
        true => Some(grant::withdraw_statement(&app.desk, &visit.viewer, &case.id, &case.own, &reason, f.value("form_key")).await),
        false => None,
    };
    case.answer(&visit, f, outcome)
}
