//! The public pages of organisations: a searchable list and one page each (R43, R52, R72).

pub mod edit;

use crate::kit::{Answer, App, Frame, Listing, Problem, Visit, export, listing::Wanted};
use actions::organisation::{Line, Public};
use askama::Template;
use axum::extract::{Path, State};
use domain::organisation::{Category, Organisation};
use papers::sheet::{Cell, Column, Sheet};

const COLUMNS: [&str; 1] = ["name"];
/// Rows of an exported list.
const ALL: i64 = 200_000;

#[derive(Template)]
#[template(path = "organisation/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    lines: Vec<Line>,
    countries: Vec<String>,
}

impl Index {
    fn kinds(&self) -> Vec<(String, String)> {
        Category::ALL.iter().map(|k| (k.code().to_string(), self.l.code("organisation-category", k.code()))).collect()
    }
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let mut s = Listing::read(&visit.here, &COLUMNS);
    let (lines, total) = actions::organisation::list(&app.desk, &s.wanted(visit.viewer.lang, Wanted::Page)).await?;
    s.count(total);
    let countries = actions::organisation::countries(&app.desk).await?;
    visit.page(&Index { l: visit.frame(), s, lines, countries })
}

#[derive(Template)]
#[template(path = "organisation/show.html")]
struct Show {
    l: Frame,
    p: Public,
}

impl Show {
    fn trail(&self) -> Vec<(String, String)> {
        let named = |o: &Organisation| (format!("/organisations/{}", o.slug), self.l.text(&o.names).to_string());
        let top = [("/book".to_string(), self.l.t("nav-book")), ("/organisations".to_string(), self.l.t("nav-organisations"))];
        top.into_iter().chain(self.p.part_of.iter().map(named)).collect()
    }
    fn names(&self) -> Vec<(&'static str, &str)> {
        self.l.all_names(&self.p.organisation.names)
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = actions::organisation::show(&app.desk, &slug).await?;
    visit.page(&Show { l: visit.frame(), p })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    export::as_xlsx(&app, &visit.frame(), "organisations", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    export::as_csv("organisations", &sheet(&app, &visit).await?)
}

async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let s = Listing::read(&visit.here, &COLUMNS);
    let (lines, _) = actions::organisation::list(&app.desk, &s.wanted(l.lang, Wanted::First(ALL))).await?;
    let rows = lines.into_iter().map(|Line { organisation: o, place }| {
        let place = place.map(|(_, names)| l.text(&names).to_string()).unwrap_or_default();
        let kind = l.code("organisation-category", o.kind.code());
        [o.slug, kind, o.names.da, o.names.en, o.names.zh, o.abbr, o.country, place].map(Cell::Text).to_vec()
    });
    let titles = [
        ("book-slug", 24.0),
        ("organisation-category", 20.0),
        ("language-da", 34.0),
        ("language-en", 34.0),
        ("language-zh", 24.0),
        ("organisation-abbr", 10.0),
        ("book-country", 10.0),
        ("organisation-place", 20.0),
    ];
    Ok(Sheet {
        name: l.t("nav-organisations"),
        columns: titles.iter().map(|(k, w)| Column::new(l.t(k), *w)).collect(),
        rows: rows.collect(),
    })
}
