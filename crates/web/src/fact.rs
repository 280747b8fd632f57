//! Where sources disagree: every claim with its source, side by side.

use crate::kit::{Answer, App, Frame, Visit};
use actions::fact::Dispute;
use askama::Template;
use axum::extract::State;

#[derive(Template)]
#[template(path = "fact/disagreements.html")]
struct Disagreements {
    l: Frame,
    disputes: Vec<Dispute>,
}

pub async fn disagreements(State(app): State<App>, visit: Visit) -> Answer {
    let disputes = actions::fact::disputes(&app.desk).await?;
    visit.page(&Disagreements { l: visit.frame(), disputes })
}
