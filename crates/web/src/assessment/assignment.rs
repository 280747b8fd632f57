//! The own side's plan: who assesses what, how busy each expert is, what was given back, and the proof behind the plan.

use super::{day, links, trail};
use crate::kit::{
    Answer, App, Frame, Listing, Problem, Visit,
    export::{as_csv, as_xlsx},
    frame::MenuItem,
    listing::by_text,
    visit::download,
};
use actions::assessment::assign::{self, Checked, Page as Loaded};
use askama::Template;
use axum::extract::{Path, State};
use domain::{
    application::Application,
    assessment::{Assignment, Expert},
};
use papers::sheet::{Cell, Column, Sheet};
use std::cmp::Ordering;

#[derive(Template)]
#[template(path = "assessment/assignment.html")]
struct Page {
    l: Frame,
    v: Loaded,
    s: Listing,
    /// Those on this page; `v.apps` keeps all.
    rows: Vec<Application>,
    links: Vec<MenuItem>,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        trail(&self.l, &self.v.call)
    }
    /// By load, the busiest first.
    fn members(&self) -> Vec<&Expert> {
        let mut all: Vec<&Expert> = self.v.members.iter().collect();
        all.sort_by_key(|e| std::cmp::Reverse(self.v.load(&e.id)));
        all
    }
    /// Given back by the expert, with a reason; what a plan or the office took away has none.
    fn given_back(&self) -> Vec<&Assignment> {
        self.v.assignments.iter().filter(|a| !a.stands() && !a.reason.is_empty()).collect()
    }
    fn told(&self, a: &Assignment) -> String {
        let name = self.v.members.iter().find(|e| e.id == a.expert).map_or("", |e| e.name.as_str());
        let number = self.v.apps.iter().find(|x| x.id == a.application).and_then(|x| x.number.as_deref()).unwrap_or_default();
        self.l.t3("assignment-declined", "name", name, "number", number, "reason", &a.reason)
    }
    fn proof(&self, p: &Checked) -> String {
        let seats = p.seats.to_string();
        self.l.t3("assignment-proof", "day", day(&self.l, p.at), "seats", seats, "total", fit(&self.l, p.total))
    }
    fn planned(&self) -> bool {
        self.v.assignments.iter().any(Assignment::stands)
    }
    fn may_plan(&self) -> bool {
        self.v.waiting.is_none() && !self.v.closed && self.v.group.is_some() && !self.v.members.is_empty()
    }
    fn empty_seats(&self, app: &Application) -> usize {
        let wanted = self.v.group.as_ref().and_then(|g| usize::try_from(g.per_application).ok()).unwrap_or(0);
        wanted.saturating_sub(self.v.experts_of(&app.id).len())
    }
}

/// Millionths as a number with two decimals: 1 is a perfect match of one expert and one application.
pub fn fit(l: &Frame, millionths: i64) -> String {
    i18n::format::decimal(l.lang, millionths / 10_000, 2)
}

fn text(v: &Loaded, app: &Application) -> String {
    let experts: Vec<&str> = v.experts_of(&app.id).iter().map(|e| e.name.as_str()).collect();
    i18n::search::fold(&format!("{} {} {}", app.number.as_deref().unwrap_or_default(), app.project.title, experts.join(" ")))
}

fn order(l: &Frame, v: &Loaded, column: &str, a: &Application, b: &Application) -> Ordering {
    match column {
        "title" => by_text(l.lang, &a.project.title, &b.project.title),
        "seats" => v.experts_of(&a.id).len().cmp(&v.experts_of(&b.id).len()),
        _ => a.number.cmp(&b.number),
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let v = assign::page(&app.desk, &visit.viewer, &slug).await?;
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &["number", "title", "seats"]);
    let rows = s.apply(v.apps.clone(), |a| text(&v, a), |column, a, b| order(&l, &v, column, a, b));
    visit.page(&Page { links: links(&l, &slug, "assignment"), rows, s, v, l })
}

/// The proof behind the plan in force, for whoever wants to check it.
pub async fn certificate(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let bytes = assign::certificate(&app.desk, &visit.viewer, &slug).await?;
    Ok(download(&format!("{slug}-assignment-proof.json"), "application/json", bytes))
}

pub async fn xlsx(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let l = visit.frame();
    let sheet = sheet(&app, &visit, &l, &slug).await?;
    as_xlsx(&app, &l, &format!("{slug}-assignment"), sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    as_csv(&format!("{slug}-assignment"), &sheet(&app, &visit, &visit.frame(), &slug).await?)
}

/// One row a seat that somebody has.
async fn sheet(app: &App, visit: &Visit, l: &Frame, slug: &str) -> Result<Sheet, Problem> {
    let v = assign::page(&app.desk, &visit.viewer, slug).await?;
    let columns =
        [("conflicts-application", 14.0), ("assessment-project", 50.0), ("assessment-expert", 24.0), ("experts-organisation", 30.0)];
    let row = |a: &Application, e: &Expert| {
        let number = a.number.clone().unwrap_or_default();
        vec![Cell::Text(number), Cell::Text(a.project.title.clone()), Cell::Text(e.name.clone()), Cell::Text(e.organisation.clone())]
    };
    Ok(Sheet {
        name: l.t("assignment-title"),
        columns: columns.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect(),
        rows: v.apps.iter().flat_map(|a| v.experts_of(&a.id).into_iter().map(move |e| row(a, e))).collect(),
    })
}
