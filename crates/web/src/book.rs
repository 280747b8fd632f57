//! The front page of the partnership book.

pub mod bulk;

use crate::kit::{Answer, App, Frame, Visit};
use actions::book::Counts;
use askama::Template;
use axum::extract::State;

#[derive(Template)]
#[template(path = "book/index.html")]
struct Index {
    l: Frame,
    n: Counts,
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let n = actions::book::counts(&app.desk).await?;
    visit.page(&Index { l: visit.frame(), n })
}
