//! Companies in a place or with partners there (R70, R71).

pub mod form;

use crate::kit::{Answer, App, Frame, Listing, Problem, Visit, export, words};
use actions::presence::Line;
use askama::Template;
use axum::extract::{Path, State};
use domain::presence::Kind;
use papers::sheet::{Cell, Column, Sheet};

const COLUMNS: [&str; 3] = ["place", "company", "kind"];

/// The company, or "companies of Denmark" where none is named.
pub fn who(l: &Frame, line: &Line) -> String {
    if line.company_slug.is_empty() {
        return l.t1("presence-companies-of", "country", l.country(&line.presence.country));
    }
    l.text(&line.company).to_string()
}

#[derive(Template)]
#[template(path = "presence/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    lines: Vec<Line>,
    edit: bool,
}

impl Index {
    fn kinds(&self) -> Vec<(String, String)> {
        words::options(&self.l, "presence-kind", Kind::ALL.iter().map(|k| k.code()))
    }
    fn who(&self, line: &Line) -> String {
        who(&self.l, line)
    }
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &COLUMNS);
    let part = actions::presence::page(&app.desk, &s.ask(l.lang, &["kind"].map(|name| s.mark(name)))).await?;
    s.count(part.total);
    let edit = l.keeps_book();
    visit.page(&Index { l, s, lines: part.rows, edit })
}

#[derive(Template)]
#[template(path = "presence/show.html")]
struct Show {
    l: Frame,
    p: Line,
    source: Option<actions::source::Line>,
    edit: bool,
}

impl Show {
    fn who(&self) -> String {
        who(&self.l, &self.p)
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = actions::presence::show(&app.desk, &slug).await?;
    let source = actions::source::list(&app.desk).await?.into_iter().find(|s| s.source.slug == p.presence.source);
    let l = visit.frame();
    let edit = l.keeps_book();
    visit.page(&Show { l, p, source, edit })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    export::as_xlsx(&app, &visit.frame(), "companies", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    export::as_csv("companies", &sheet(&app, &visit).await?)
}

async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let rows = actions::presence::list(&app.desk).await?.into_iter().map(|line| {
        [
            l.text(&line.place).to_string(),
            who(&l, &line),
            l.code("presence-kind", line.presence.kind.code()),
            l.text(&line.presence.body).to_string(),
            l.edtf(&line.presence.since),
            line.presence.source.clone(),
        ]
        .map(Cell::Text)
        .to_vec()
    });
    let titles = [
        ("presence-place", 24.0),
        ("presence-who", 34.0),
        ("presence-kind", 24.0),
        ("collaboration-body", 70.0),
        ("see-since", 12.0),
        ("see-source", 10.0),
    ];
    let columns = titles.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect();
    Ok(Sheet { name: l.t("nav-presences"), columns, rows: rows.collect() })
}
