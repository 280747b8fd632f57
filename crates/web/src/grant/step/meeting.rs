//! What the side's bodies said: recommendation, decision, presentation.

use super::{
    case,
    form::{confirmed, meeting},
};
use crate::kit::{Answer, App, Fields, Visit};
use actions::grant::{self, NewDecision, NewRecommendation};
use axum::extract::{Path, State};

pub async fn recommendation(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let (meeting, text) = (meeting(&mut f), f.text("text", 4000));
    let recommended = outcome_of(&mut f, "recommended", "not-recommended");
    let outcome = match meeting.filter(|_| confirmed(&mut f)) {
        Some(meeting) => {
            let new = NewRecommendation { meeting, recommended, text };
            Some(grant::recommend(&app.desk, &visit.viewer, &case.id, &case.own, &new, f.value("form_key")).await)
        }
        None => None,
    };
    case.answer(&visit, f, outcome)
}

pub async fn decision(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let (meeting, reason) = (meeting(&mut f), f.text("text", 4000));
    let granted = outcome_of(&mut f, "granted", "refused");
    let granted = if granted { Some(f.money("amount", case.currency())) } else { None };
    let outcome = match meeting.filter(|_| confirmed(&mut f)) {
        Some(meeting) => {
            let new = NewDecision { meeting, granted, reason };
            Some(grant::decide_grant(&app.desk, &visit.viewer, &case.id, &case.own, &new, f.value("form_key")).await)
        }
        None => None,
    };
    case.answer(&visit, f, outcome)
}

pub async fn presentation(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let meeting = meeting(&mut f);
    let outcome = match meeting.filter(|_| confirmed(&mut f)) {
        Some(meeting) => Some(grant::present(&app.desk, &visit.viewer, &case.id, &case.own, &meeting, f.value("form_key")).await),
        None => None,
    };
    case.answer(&visit, f, outcome)
}

fn outcome_of(f: &mut Fields, yes: &str, no: &str) -> bool {
    let said = f.value("outcome").to_string();
    if said != yes && said != no {
        f.fail("outcome", "required", vec![]);
    }
    said == yes
}
