//! The form for an activity.

use crate::delegation::form::list;
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, changes, see_other, words};
use actions::{
    Error,
    activity::{self, Form},
    revision::Kind as History,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    activity::{Activity, Kind},
    area::{Area, Target},
    ids::ActivityId,
    refusal::FieldError,
};

#[derive(Template)]
#[template(path = "activity/form.html")]
struct Page {
    l: Frame,
    f: Fields,
    slug: String,
    partnerships: Vec<(String, String)>,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/activities".into(), self.l.t("nav-activities"))]
    }
    fn heading(&self) -> String {
        self.l.t(if self.slug.is_empty() { "activity-new" } else { "activity-edit" })
    }
    fn action(&self) -> String {
        if self.slug.is_empty() { "/activities/new".into() } else { format!("/activities/{}/edit", self.slug) }
    }
    fn kinds(&self) -> Vec<(String, String)> {
        Kind::ALL.iter().map(|k| (k.code().into(), self.l.code("activity-kind", k.code()))).collect()
    }
    fn areas(&self) -> Vec<(String, String)> {
        Area::ALL.iter().map(|k| (k.code().into(), self.l.code("area", k.code()))).collect()
    }
    fn targets(&self) -> Vec<(String, String)> {
        Target::ALL.iter().map(|k| (k.code().into(), self.l.code("target", k.code()))).collect()
    }
}

fn read(app: &App, f: &mut Fields, slug: &str) -> Form {
    let projects = if f.value("projects").trim().is_empty() { None } else { Some(f.number("projects", 0, 100_000)) };
    let activity = Activity {
        id: app.desk.mint(ActivityId::mint),
        slug: slug.into(),
        kind: words::choice(f, "kind", Kind::parse, Kind::Conference),
        title: words::required(f, "title", 200),
        body: words::read(f, "body", 8000),
        dates: words::edtf(f, "dates"),
        place: None,
        organiser: None,
        partnership: f.text("partnership", 100),
        areas: list(f, "areas", Area::parse),
        targets: list(f, "targets", Target::parse),
        support: words::read(f, "support", 1000),
        goal: words::read(f, "goal", 1000),
        outcome: words::read(f, "outcome", 4000),
        projects,
        source: String::new(),
        version: f.value("version").parse().unwrap_or(0),
    };
    Form { activity, place: f.text("place", 200), organiser: f.text("organiser", 200) }
}

async fn page(app: &App, visit: &Visit, f: Fields, slug: String) -> Result<Page, Problem> {
    let l = visit.frame();
    Ok(Page { partnerships: words::partnerships(app, &l).await?, l, f, slug })
}

pub async fn new(State(app): State<App>, visit: Visit) -> Answer {
    visit.page(&page(&app, &visit, Fields::filled([("version", "0")]), String::new()).await?)
}

pub async fn create(State(app): State<App>, visit: Visit, f: Fields) -> Answer {
    keep(app, visit, f, String::new()).await
}

pub async fn edit(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let f = changes::filled(&app, &visit, History::Activity, &slug).await?;
    visit.page(&page(&app, &visit, f, slug).await?)
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, f: Fields) -> Answer {
    activity::show(&app.desk, &slug).await?;
    keep(app, visit, f, slug).await
}

async fn keep(app: App, visit: Visit, mut f: Fields, slug: String) -> Answer {
    let form = read(&app, &mut f, &slug);
    words::partnership(&mut f, &words::partnerships(&app, &visit.frame()).await?);
    let outcome = if f.errors.is_empty() { activity::save(&app.desk, &visit.viewer, form).await } else { Err(Error::Invalid(Vec::new())) };
    match outcome {
        Ok(slug) => Ok(see_other(&format!("/activities/{slug}"), "message-saved")),
        Err(Error::Invalid(more)) => {
            f.errors.extend(more);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, f, slug).await?)
        }
        Err(Error::Refused(refusal)) => {
            let refused = changes::overtaken(&app, &visit, (History::Activity, &slug), &mut f, Some(refusal)).await?;
            f.errors.extend(refused.map(|refusal| FieldError { field: "title-da".into(), refusal }));
            visit.page_as(StatusCode::CONFLICT, &page(&app, &visit, f, slug).await?)
        }
        Err(other) => Err(other.into()),
    }
}
