//! One line of the journal with its text and document.

use crate::kit::{Answer, App, Frame, Visit, error::found, visit::download};
use actions::journal::desk;
use askama::Template;
use axum::extract::{Path, State};
use domain::ids::JournalId;

#[derive(Template)]
#[template(path = "journal/show.html")]
struct Page {
    l: Frame,
    p: desk::Page,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        let Some(call) = &self.p.call else { return vec![("/journal".into(), self.l.t("journal-title"))] };
        vec![
            (format!("/calls/{}", call.slug), self.l.text(&call.title).into()),
            (format!("/calls/{}/journal", call.slug), self.l.t("journal-title")),
        ]
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let p = desk::page(&app.desk, &visit.viewer, &found(JournalId::parse(&id))?).await?;
    visit.page(&Page { l: visit.frame(), p })
}

/// Always as a download, never shown by the browser in our name.
pub async fn file(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let document = desk::file(&app.desk, &visit.viewer, &found(JournalId::parse(&id))?).await?;
    Ok(download(&document.name, "application/octet-stream", document.bytes))
}
