//! One activity.

use crate::kit::{Answer, App, Frame, Visit};
use actions::named::Cited;
use askama::Template;
use axum::extract::{Path, State};
use domain::{Text3, activity::Activity};

#[derive(Template)]
#[template(path = "activity/show.html")]
struct Page {
    l: Frame,
    a: Activity,
    cited: Option<Cited>,
    partnership: Option<Text3>,
    writable: bool,
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let (a, cited, partnership) = actions::activity::cited(&app.desk, &slug).await?;
    visit.page(&Page { l: visit.frame(), a, cited, partnership, writable: visit.frame().keeps_book() })
}
