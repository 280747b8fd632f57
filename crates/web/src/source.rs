//! The sources of the partnership book, and what rests on each.

use crate::kit::{Answer, App, Frame, Visit};
use actions::{fact::Told, source::Line};
use askama::Template;
use axum::extract::{Path, State};

#[derive(Template)]
#[template(path = "source/index.html")]
struct Index {
    l: Frame,
    lines: Vec<Line>,
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let lines = actions::source::list(&app.desk).await?;
    visit.page(&Index { l: visit.frame(), lines })
}

#[derive(Template)]
#[template(path = "source/show.html")]
struct Show {
    l: Frame,
    s: Line,
    told: Vec<Told>,
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let (s, told) = actions::source::show(&app.desk, &slug).await?;
    visit.page(&Show { l: visit.frame(), s, told })
}
