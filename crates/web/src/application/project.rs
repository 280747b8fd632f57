//! Step 1: the project.

use super::{
    guide::{Guide, application_id, languages, opened},
    merge,
    save::{Section, answer, save},
};
use crate::kit::{Answer, App, Fields, Frame, Visit};
use actions::application::Opened;
use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use domain::{
    Lang,
    application::{Application, Project},
    refusal::{FieldError, Value},
};

/// Most characters of title, acronym and summary.
const TITLE: usize = 200;
const ACRONYM: usize = 30;
pub const SUMMARY: usize = 4000;

#[derive(Template)]
#[template(path = "application/project.html")]
struct Page {
    l: Frame,
    f: Fields,
    guide: Guide,
    languages: Vec<(String, String)>,
    max_months: i64,
}

impl Page {
    fn new(visit: &Visit, app: &App, opened: &Opened, f: Fields) -> Page {
        Page {
            l: visit.frame(),
            f,
            guide: Guide::new(opened, app.desk.now(), 1),
            languages: languages(),
            max_months: opened.loaded.call.max_months,
        }
    }
}

fn fill(app: &Application) -> Vec<(String, String)> {
    let p = &app.project;
    let pairs = [
        ("title", p.title.clone()),
        ("lang", p.lang.code().into()),
        ("acronym", p.acronym.clone()),
        ("summary", p.summary.clone()),
        ("start", p.start_month.clone()),
        ("months", p.months.to_string()),
        ("equal_benefit", if p.equal_benefit { "1" } else { "" }.into()),
    ];
    pairs.map(|(k, v)| (k.to_string(), v)).to_vec()
}

fn labels(l: &Frame) -> Vec<(String, String)> {
    ["title", "lang", "acronym", "summary", "start", "months", "equal_benefit"]
        .map(|name| (name.to_string(), l.code("application-field", name.replace('_', "-"))))
        .to_vec()
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let id = application_id(&id)?;
    let opened = opened(&app, &visit, &id, "project").await?;
    let mut f = Fields::filled(fill(&opened.loaded.app));
    f.set("version", opened.section.version.to_string());
    f.set("form_key", app.desk.token());
    visit.page(&Page::new(&visit, &app, &opened, f))
}

pub async fn update(State(app): State<App>, visit: Visit, Path(id): Path<String>, headers: HeaderMap, mut f: Fields) -> Answer {
    let id = application_id(&id)?;
    let opened = opened(&app, &visit, &id, "project").await?;
    merge::resolve(&mut f);
    let project = read(&mut f, &opened);
    let l = visit.frame();
    let section = Section {
        id: &id,
        name: "project".into(),
        address: format!("/applications/{id}/edit/project"),
        next: format!("/applications/{id}/edit/participants"),
        fill: &fill,
        labels: labels(&l),
    };
    let outcome = save(&app, &visit, section, &headers, &f, |a| {
        a.project = project.clone();
        Ok(())
    })
    .await?;
    answer(outcome, |errors| {
        f.errors = errors;
        visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Page::new(&visit, &app, &opened, f))
    })
}

fn read(f: &mut Fields, opened: &Opened) -> Project {
    let old = &opened.loaded.app.project;
    let project = Project {
        title: f.required("title", TITLE),
        lang: Lang::parse(f.value("lang")).unwrap_or(old.lang),
        acronym: f.text("acronym", ACRONYM),
        summary: f.text("summary", SUMMARY),
        theme: old.theme,
        start_month: f.text("start", 7),
        months: f.number("months", 1, opened.loaded.call.max_months),
        equal_benefit: f.is("equal_benefit", "1"),
    };
    if !project.start_month.is_empty() && project.start().is_none() {
        f.errors.push(FieldError::new("start", "month-shape", vec![("typed", Value::Text(project.start_month.clone()))]));
    }
    project
}
