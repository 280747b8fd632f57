//! The sources of the partnership book, and what rests on each.

use crate::kit::{Answer, App, Fields, Frame, Visit, see_other, words};
use actions::{Error, fact::Told, source::Line};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{Lang, ids::SourceId, source::Source};

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

#[derive(Template)]
#[template(path = "source/new.html")]
struct New {
    l: Frame,
    f: Fields,
}

impl New {
    fn languages(&self) -> Vec<(String, String)> {
        Lang::ALL.iter().map(|lang| (lang.code().to_string(), lang.name().to_string())).collect()
    }
}

pub async fn new(visit: Visit) -> Answer {
    visit.page(&New { l: visit.frame(), f: Fields::default() })
}

/// A title that is there already is refused, which also catches a form sent twice.
pub async fn create(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let source = Source {
        id: app.desk.mint(SourceId::mint),
        slug: String::new(),
        title: words::required(&mut f, "title", 200),
        lang: words::choice(&mut f, "lang", Lang::parse, Lang::En),
        written: words::edtf(&mut f, "written"),
        url: f.text("url", 500),
        licence: f.text("licence", 200),
        note: words::read(&mut f, "note", 2000),
    };
    if f.errors.is_empty() {
        match actions::source::create(&app.desk, &visit.viewer, source).await {
            Ok(slug) => return Ok(see_other(&format!("/sources/{slug}"), "message-saved")),
            Err(Error::Invalid(errors)) => f.errors = errors,
            Err(other) => return Err(other.into()),
        }
    }
    visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &New { l: visit.frame(), f })
}
