//! Decision papers to read on a page or to download, each party's in three languages.

use crate::kit::{Answer, App, Frame, Problem, Visit, visit::download};
use actions::grant::{self, PaperOrder};
use askama::Template;
use axum::extract::{Path, State};
use domain::{Lang, PartyCode};

#[derive(Template)]
#[template(path = "grant/paper.html")]
struct Paper {
    l: Frame,
    slug: String,
    pdf: String,
    /// Rendered and escaped by `papers::html`.
    html: String,
}

fn order(party: &str, lang: &str) -> Result<PaperOrder, Problem> {
    let lang = Lang::parse(lang).ok_or_else(|| Problem::UnknownLanguage(lang.into()))?;
    let party = PartyCode::parse(party).ok_or(actions::Error::NotFound)?;
    Ok(PaperOrder { party, lang, day: None, place: String::new() })
}

pub async fn show(State(app): State<App>, visit: Visit, Path((slug, party, lang)): Path<(String, String, String)>) -> Answer {
    let document = grant::decision_paper(&app.desk, &visit.viewer, &slug, &order(&party, &lang)?).await?;
    let pdf = format!("/calls/{slug}/grants/papers/{party}/{lang}/pdf");
    visit.page(&Paper { l: visit.frame(), slug, pdf, html: papers::html::render(&document) })
}

pub async fn pdf(State(app): State<App>, visit: Visit, Path((slug, party, lang)): Path<(String, String, String)>) -> Answer {
    let document = grant::decision_paper(&app.desk, &visit.viewer, &slug, &order(&party, &lang)?).await?;
    // Setting type is work for a processor, not for the thread that answers others.
    let bytes = tokio::task::spawn_blocking(move || papers::pdf::render(&document)).await.map_err(|e| Problem::from(anyhow::anyhow!(e)))?;
    let bytes = bytes.map_err(|e| Problem::from(anyhow::anyhow!(e)))?;
    let name = visit.frame().t2("grant-paper-file", "party", &party, "lang", &lang);
    Ok(download(&name, "application/pdf", bytes))
}
