//! The form for a delegation, and the one for its report.

use super::index::countries;
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, changes, see_other, words};
use actions::{
    Error,
    delegation::{self, Form},
    revision::Kind as History,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Text3,
    area::Area,
    delegation::{Delegation, Hosting, Kind, State as Stage},
    ids::DelegationId,
    refusal::FieldError,
    time::Day,
};

const TITLE_MAX: usize = 200;
const TEXT_MAX: usize = 8000;

#[derive(Template)]
#[template(path = "delegation/form.html")]
struct Page {
    l: Frame,
    f: Fields,
    /// Empty for a new one.
    slug: String,
    title: String,
    countries: Vec<(String, String)>,
    partnerships: Vec<(String, String)>,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        let mut trail = vec![("/delegations".to_string(), self.l.t("nav-delegations"))];
        if !self.slug.is_empty() {
            trail.push((format!("/delegations/{}", self.slug), self.title.clone()));
        }
        trail
    }
    fn heading(&self) -> String {
        self.l.t(if self.slug.is_empty() { "delegation-new" } else { "delegation-edit" })
    }
    fn action(&self) -> String {
        if self.slug.is_empty() { "/delegations/new".into() } else { format!("/delegations/{}/edit", self.slug) }
    }
    fn kinds(&self) -> Vec<(String, String)> {
        Kind::ALL.iter().map(|k| (k.code().into(), self.l.code("delegation-kind", k.code()))).collect()
    }
    fn states(&self) -> Vec<(String, String)> {
        Stage::ALL.iter().map(|k| (k.code().into(), self.l.code("delegation-state", k.code()))).collect()
    }
    fn hostings(&self) -> Vec<(String, String)> {
        Hosting::ALL.iter().map(|k| (k.code().into(), self.l.code("delegation-hosting", k.code()))).collect()
    }
    fn areas(&self) -> Vec<(String, String)> {
        Area::ALL.iter().map(|k| (k.code().into(), self.l.code("area", k.code()))).collect()
    }
}

/// A day as typed, or none; notes what is no day.
pub fn day(f: &mut Fields, name: &str) -> Option<Day> {
    let typed = f.value(name).trim().to_string();
    let day = Day::parse(&typed);
    if day.is_none() && !typed.is_empty() {
        f.fail(name, "book-date", vec![("typed", domain::refusal::Value::Text(typed))]);
    }
    day
}

pub fn list<T>(f: &Fields, name: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
    f.all(name).into_iter().filter_map(parse).collect()
}

fn read(app: &App, f: &mut Fields, slug: &str, report: Text3) -> Form {
    let delegation = Delegation {
        // The action keeps the old one's, or the new one's minted there.
        id: app.desk.mint(DelegationId::mint),
        slug: slug.into(),
        title: words::required(f, "title", TITLE_MAX),
        kinds: list(f, "kinds", Kind::parse),
        state: Stage::parse(f.value("state")).unwrap_or(Stage::Planned),
        visitor: f.required("visitor", 2),
        host: f.required("host", 2),
        visitor_org: None,
        host_org: None,
        place: None,
        dates: words::edtf(f, "dates"),
        prepared: words::edtf(f, "prepared"),
        arrives: day(f, "arrives"),
        departs: day(f, "departs"),
        purpose: words::read(f, "purpose", TEXT_MAX),
        areas: list(f, "areas", Area::parse),
        partnership: f.text("partnership", 100),
        recommended: words::read(f, "recommended", TITLE_MAX),
        hosting: Hosting::parse(f.value("hosting")).unwrap_or(Hosting::Open),
        report,
        signs: f.has("signs"),
        recurring: f.has("recurring"),
        public: f.has("public"),
        source: String::new(),
        version: f.value("version").parse().unwrap_or(0),
    };
    Form {
        delegation,
        visitor_org: f.text("visitor_org", TITLE_MAX),
        host_org: f.text("host_org", TITLE_MAX),
        place: f.text("place", TITLE_MAX),
    }
}

async fn page(app: &App, visit: &Visit, f: Fields, slug: &str, title: &Text3) -> Result<Page, Problem> {
    let l = visit.frame();
    let partnerships = words::partnerships(app, &l).await?;
    let countries = countries(app).into_iter().map(|c| (c.clone(), l.country(&c))).collect();
    Ok(Page { slug: slug.into(), title: l.text(title).into(), countries, partnerships, f, l })
}

pub async fn new(State(app): State<App>, visit: Visit) -> Answer {
    let f = Fields::filled([("state", "planned"), ("hosting", "open"), ("version", "0")]);
    visit.page(&page(&app, &visit, f, "", &Text3::default()).await?)
}

pub async fn create(State(app): State<App>, visit: Visit, f: Fields) -> Answer {
    keep(app, visit, f, "", &Text3::default(), Text3::default()).await
}

pub async fn edit(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = delegation::show(&app.desk, &visit.viewer, &slug).await?;
    let f = changes::filled(&app, &visit, History::Delegation, &slug).await?;
    visit.page(&page(&app, &visit, f, &slug, &p.delegation.title).await?)
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, f: Fields) -> Answer {
    let p = delegation::show(&app.desk, &visit.viewer, &slug).await?;
    keep(app, visit, f, &slug, &p.delegation.title, p.delegation.report).await
}

async fn keep(app: App, visit: Visit, mut f: Fields, slug: &str, title: &Text3, report: Text3) -> Answer {
    let form = read(&app, &mut f, slug, report);
    words::partnership(&mut f, &words::partnerships(&app, &visit.frame()).await?);
    let errors = std::mem::take(&mut f.errors);
    // What the form itself can't read is told together with what the rules refuse.
    let outcome = if errors.is_empty() { delegation::save(&app.desk, &visit.viewer, form).await } else { Err(Error::Invalid(Vec::new())) };
    f.errors = errors;
    match outcome {
        Ok(slug) => Ok(see_other(&format!("/delegations/{slug}"), "message-saved")),
        Err(Error::Invalid(more)) => {
            f.errors.extend(more);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, f, slug, title).await?)
        }
        Err(Error::Refused(refusal)) => {
            let refused = changes::overtaken(&app, &visit, (History::Delegation, slug), &mut f, Some(refusal)).await?;
            f.errors.extend(refused.map(|refusal| FieldError { field: "title-da".into(), refusal }));
            visit.page_as(StatusCode::CONFLICT, &page(&app, &visit, f, slug, title).await?)
        }
        Err(other) => Err(other.into()),
    }
}

#[derive(Template)]
#[template(path = "delegation/report.html")]
struct Report {
    l: Frame,
    f: Fields,
    d: Delegation,
}

impl Report {
    fn trail(&self) -> Vec<(String, String)> {
        vec![
            ("/delegations".into(), self.l.t("nav-delegations")),
            (format!("/delegations/{}", self.d.slug), self.l.text(&self.d.title).into()),
        ]
    }
}

pub async fn report(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let d = delegation::show(&app.desk, &visit.viewer, &slug).await?.delegation;
    let f = changes::filled(&app, &visit, History::Report, &slug).await?;
    visit.page(&Report { l: visit.frame(), f, d })
}

pub async fn save_report(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let report = words::read(&mut f, "report", TEXT_MAX);
    let version = f.number("version", 1, i64::MAX);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if f.errors.is_empty() {
        match delegation::report(&app.desk, &visit.viewer, &slug, report, version).await {
            Ok(()) => return Ok(see_other(&format!("/delegations/{slug}"), "message-saved")),
            Err(Error::Refused(refusal)) => {
                let refused = changes::overtaken(&app, &visit, (History::Report, &slug), &mut f, Some(refusal)).await?;
                f.errors.extend(refused.map(|refusal| FieldError { field: "report-da".into(), refusal }));
                status = StatusCode::CONFLICT;
            }
            Err(other) => return Err(other.into()),
        }
    }
    let d = delegation::show(&app.desk, &visit.viewer, &slug).await?.delegation;
    visit.page_as(status, &Report { l: visit.frame(), f, d })
}
