//! The note that the public book tells of a place today, on a page and as PDF in three languages; an office starts its own from here.

use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, see_other};
use actions::note::{Live, NewNote};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{Lang, Refusal, note::TITLE_MAX};

#[derive(Template)]
#[template(path = "note/live.html")]
struct Page {
    l: Frame,
    p: Live,
    f: Fields,
    refused: Option<Refusal>,
    /// May start a note of their office.
    keeps: bool,
    /// Rendered and escaped by `papers::html`.
    html: String,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        let place = (format!("/places/{}", self.p.place.slug), self.l.text(&self.p.place.names).to_string());
        vec![("/book".into(), self.l.t("nav-book")), ("/places".into(), self.l.t("nav-places")), place]
    }
    fn languages(&self) -> Vec<(String, String)> {
        Lang::ALL.iter().map(|lang| (lang.code().to_string(), lang.name().to_string())).collect()
    }
}

async fn page(app: &App, visit: &Visit, slug: &str, f: Fields, refused: Option<Refusal>, status: StatusCode) -> Answer {
    let p = actions::note::live(&app.desk, &visit.viewer, slug, visit.viewer.lang).await?;
    let keeps = visit.viewer.party().is_some() && visit.frame().keeps_book();
    let html = papers::html::render(&p.document);
    visit.page_as(status, &Page { l: visit.frame(), p, f, refused, keeps, html })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let f = Fields::filled([("form_key", app.desk.token()), ("lang", visit.viewer.lang.code().to_string())]);
    page(&app, &visit, &slug, f, None, StatusCode::OK).await
}

pub async fn pdf(State(app): State<App>, visit: Visit, Path((slug, lang)): Path<(String, String)>) -> Answer {
    let lang = Lang::parse(&lang).ok_or(Problem::UnknownLanguage(lang))?;
    let live = actions::note::live(&app.desk, &visit.viewer, &slug, lang).await?;
    super::set(live.document, &format!("{slug}-{}.pdf", lang.code())).await
}

pub async fn create(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let title = f.required("title", TITLE_MAX);
    let lang = Lang::parse(f.value("lang")).unwrap_or(visit.viewer.lang);
    let form_key = f.value("form_key").to_string();
    if form_key.len() != 64 {
        return Err(Problem::Garbled);
    }
    if !f.errors.is_empty() {
        return page(&app, &visit, &slug, f, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match actions::note::create(&app.desk, &visit.viewer, &slug, &NewNote { lang, title, form_key }).await {
        Ok(id) => Ok(see_other(&format!("/notes/{id}/edit"), "")),
        Err(actions::Error::Refused(r)) => page(&app, &visit, &slug, f, Some(r), StatusCode::CONFLICT).await,
        Err(other) => Err(other.into()),
    }
}
