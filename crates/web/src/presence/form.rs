//! Makes and changes a company's presence in a place.

use crate::kit::{Answer, App, Fields, Frame, Visit, changes, see_other, words};
use actions::{presence::NewPresence, revision::Kind as History};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal, Text3,
    presence::{BODY_MAX, Kind},
};

#[derive(Template)]
#[template(path = "presence/edit.html")]
struct Edit {
    l: Frame,
    f: Fields,
    slug: String,
    refused: Option<Refusal>,
    sources: Vec<(String, String)>,
}

impl Edit {
    fn kinds(&self) -> Vec<(String, String)> {
        words::options(&self.l, "presence-kind", Kind::ALL.iter().map(|k| k.code()))
    }
}

pub async fn new(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let sources = words::sources(&app, &l).await?;
    visit.page(&Edit { l, f: Fields::filled([("version", "0")]), slug: String::new(), refused: None, sources })
}

pub async fn edit(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let l = visit.frame();
    let f = changes::filled(&app, &visit, History::Presence, &slug).await?;
    let sources = words::sources(&app, &l).await?;
    visit.page(&Edit { l, f, slug, refused: None, sources })
}

pub async fn create(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let called = format!("{} {} {}", f.value("organisation"), f.value("country"), f.value("place"));
    let slug = words::slug(&mut f, &Text3::new("", &called, ""));
    save(&app, &visit, f, slug, true).await
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, f: Fields) -> Answer {
    save(&app, &visit, f, slug, false).await
}

async fn save(app: &App, visit: &Visit, mut f: Fields, slug: String, fresh: bool) -> Answer {
    let new = read(&mut f, slug.clone(), fresh);
    let mut refused = None;
    if f.errors.is_empty() {
        match actions::presence::save(&app.desk, &visit.viewer, &new).await {
            Ok(()) => return Ok(see_other(&format!("/presences/{slug}"), "message-saved")),
            Err(e) => {
                let why = words::wrong(&mut f, e)?;
                refused = changes::overtaken(app, visit, (History::Presence, &slug), &mut f, why).await?;
            }
        }
    }
    let l = visit.frame();
    let sources = words::sources(app, &l).await?;
    let slug = if fresh { String::new() } else { slug };
    visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Edit { l, f, slug, refused, sources })
}

fn read(f: &mut Fields, slug: String, fresh: bool) -> NewPresence {
    let kind = Kind::parse(f.value("kind")).unwrap_or_else(|| {
        f.fail("kind", "required", vec![]);
        Kind::Located
    });
    let organisation = f.text("organisation", 200);
    let country = f.text("country", 2).to_uppercase();
    if organisation.is_empty() && country.is_empty() {
        f.fail("organisation", "presence-who", vec![]);
    }
    NewPresence {
        slug,
        kind,
        organisation,
        country,
        place: f.required("place", 200),
        body: words::required_all(f, "body", BODY_MAX),
        since: words::edtf(f, "since"),
        source: f.required("source", 80),
        as_of: words::edtf(f, "as_of"),
        quote: f.text("quote", BODY_MAX),
        version: if fresh { 0 } else { f.value("version").parse().unwrap_or(-1) },
    }
}
