//! The forms an office changes a place with.

use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, changes, see_other, words};
use actions::{
    Error,
    place::{
        alias,
        edit::{self, Draft},
    },
    revision::Kind as History,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal, Text3,
    ids::AliasId,
    place::{Kind, Place},
};

#[derive(Template)]
#[template(path = "place/edit.html")]
struct Form {
    l: Frame,
    f: Fields,
    /// None for a new place.
    slug: Option<String>,
    name: Text3,
    aliases: Vec<alias::Line>,
    sources: Vec<(String, String)>,
    /// Places called the same, before a new one is made.
    alike: Vec<Place>,
    refused: Option<Refusal>,
}

impl Form {
    fn kinds(&self) -> Vec<(String, String)> {
        Kind::ALL.iter().map(|k| (k.code().to_string(), self.l.code("place-kind", k.code()))).collect()
    }
    fn title(&self) -> String {
        match self.slug {
            Some(_) => self.l.t1("book-edit-title", "name", self.l.text(&self.name)),
            None => self.l.t("place-new"),
        }
    }
    fn action(&self) -> String {
        self.slug.as_ref().map_or_else(|| "/places/new".to_string(), |s| format!("/places/{s}/edit"))
    }
}

pub async fn new(State(app): State<App>, visit: Visit) -> Answer {
    edit::alike(&app.desk, &visit.viewer, &Text3::default()).await?;
    let f = Fields::filled([("form_key", app.desk.token()), ("verified", "1".to_string())]);
    page(&app, &visit, StatusCode::OK, f, None, vec![], None).await
}

pub async fn create(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let draft = draft(&mut f);
    let alike = edit::alike(&app.desk, &visit.viewer, &draft.names).await?;
    if f.value("form_key").len() != 64 {
        return Err(Problem::Garbled);
    }
    if !f.errors.is_empty() || (!alike.is_empty() && !f.is("anyway", "1")) {
        return page(&app, &visit, StatusCode::UNPROCESSABLE_ENTITY, f, None, alike, None).await;
    }
    let key = f.value("form_key").to_string();
    match edit::create(&app.desk, &visit.viewer, draft, &key).await {
        Ok(slug) => Ok(see_other(&format!("/places/{slug}"), "message-saved")),
        Err(error) => again(&app, &visit, f, None, error).await,
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let f = changes::filled(&app, &visit, History::Place, &slug).await?;
    page(&app, &visit, StatusCode::OK, f, Some(slug), vec![], None).await
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let version = f.number("version", 1, i64::MAX);
    let draft = draft(&mut f);
    if !f.errors.is_empty() {
        return page(&app, &visit, StatusCode::UNPROCESSABLE_ENTITY, f, Some(slug), vec![], None).await;
    }
    match edit::update(&app.desk, &visit.viewer, &slug, version, draft).await {
        Ok(()) => Ok(see_other(&format!("/places/{slug}"), "message-saved")),
        Err(error) => again(&app, &visit, f, Some(slug), error).await,
    }
}

pub async fn spell(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let back = format!("/places/{slug}/edit");
    if let Some(id) = AliasId::parse(f.value("remove")) {
        edit::unspell(&app.desk, &visit.viewer, &slug, &id).await?;
        return Ok(see_other(&back, "message-deleted"));
    }
    let spelling = f.required("spelling", 200);
    let source = Some(f.text("source", 100)).filter(|s| !s.is_empty());
    if f.errors.is_empty() {
        edit::spell(&app.desk, &visit.viewer, &slug, &spelling, source.as_deref()).await?;
        return Ok(see_other(&back, "message-saved"));
    }
    Ok(see_other(&back, ""))
}

async fn again(app: &App, visit: &Visit, mut f: Fields, slug: Option<String>, error: Error) -> Answer {
    match error {
        Error::Invalid(errors) => {
            f.errors = errors;
            page(app, visit, StatusCode::UNPROCESSABLE_ENTITY, f, slug, vec![], None).await
        }
        Error::Refused(refused) => {
            let thing = (History::Place, slug.as_deref().unwrap_or_default());
            let refused = changes::overtaken(app, visit, thing, &mut f, Some(refused)).await?;
            page(app, visit, StatusCode::CONFLICT, f, slug, vec![], refused).await
        }
        other => Err(other.into()),
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    status: StatusCode,
    f: Fields,
    slug: Option<String>,
    alike: Vec<Place>,
    refused: Option<Refusal>,
) -> Answer {
    let l = visit.frame();
    let (name, aliases) = match &slug {
        Some(slug) => {
            let editing = edit::editing(&app.desk, &visit.viewer, slug).await?;
            (editing.names, editing.aliases)
        }
        None => (Text3::default(), vec![]),
    };
    let sources = words::sources(app, &l).await?;
    visit.page_as(status, &Form { l, f, slug, name, aliases, sources, alike, refused })
}

fn draft(f: &mut Fields) -> Draft {
    let names = words::required(f, "name", 200);
    let country = words::country(f);
    let at = match (words::degree(f, "lon", 180.0), words::degree(f, "lat", 90.0)) {
        (Some(lon), Some(lat)) => Some((lon, lat)),
        (None, None) => None,
        _ => {
            f.fail("lat", "place-half-position", vec![]);
            None
        }
    };
    Draft {
        kind: words::choice(f, "kind", Kind::parse, Kind::Unclassified),
        names,
        country,
        code: f.text("code", 20),
        wikidata: f.text("wikidata", 20),
        within: f.text("within", 200),
        capital: f.text("capital", 200),
        at,
        verified: f.is("verified", "1"),
    }
}
