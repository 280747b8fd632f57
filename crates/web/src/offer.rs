//! What organisations offer, to whom and where; also who offers nothing (R59, R67-R69, R72, R73).

pub mod form;

use crate::kit::{Answer, App, Frame, Listing, Problem, Visit, export, words};
use actions::offer::Line;
use askama::Template;
use axum::extract::{Path, State};
use domain::offer::{Kind, Reach};
use papers::sheet::{Cell, Column, Sheet};

const COLUMNS: [&str; 2] = ["provider", "name"];

#[derive(Template)]
#[template(path = "offer/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    lines: Vec<Line>,
    edit: bool,
}

/// The kinds of an offer in one line.
fn kinds(l: &Frame, line: &Line) -> String {
    let all: Vec<String> = line.offer.kinds.iter().map(|k| l.code("offer-kind", k.code())).collect();
    i18n::format::list(l.lang, &all)
}

fn places(l: &Frame, line: &Line, reach: Reach) -> String {
    let all: Vec<&str> = line.reach(reach).map(|p| l.text(&p.names)).collect();
    i18n::format::list(l.lang, &all)
}

impl Index {
    fn kinds(&self) -> Vec<(String, String)> {
        words::options(&self.l, "offer-kind", Kind::ALL.iter().map(|k| k.code()))
    }
    fn said(&self, line: &Line) -> String {
        kinds(&self.l, line)
    }
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &COLUMNS);
    let part = actions::offer::page(&app.desk, &s.ask(l.lang, &["kind"].map(|name| s.mark(name)))).await?;
    s.count(part.total);
    let edit = l.keeps_book();
    visit.page(&Index { l, s, lines: part.rows, edit })
}

#[derive(Template)]
#[template(path = "offer/show.html")]
struct Show {
    l: Frame,
    p: Line,
    source: Option<actions::source::Line>,
    edit: bool,
}

impl Show {
    fn said(&self) -> String {
        kinds(&self.l, &self.p)
    }
    fn places(&self, reach: &str) -> Vec<(String, String)> {
        let wanted = Reach::parse(reach);
        let of = self.p.places.iter().filter(|p| Some(p.reach) == wanted);
        of.map(|p| (format!("/places/{}", p.slug), self.l.text(&p.names).to_string())).collect()
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = actions::offer::show(&app.desk, &slug).await?;
    let source = actions::source::list(&app.desk).await?.into_iter().find(|s| s.source.slug == p.offer.source);
    let l = visit.frame();
    let edit = l.keeps_book();
    visit.page(&Show { l, p, source, edit })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    export::as_xlsx(&app, &visit.frame(), "offers", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    export::as_csv("offers", &sheet(&app, &visit).await?)
}

async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let rows = actions::offer::list(&app.desk).await?.into_iter().map(|line| {
        [
            l.text(&line.provider).to_string(),
            l.text(&line.offer.names).to_string(),
            kinds(&l, &line),
            l.text(&line.offer.audience).to_string(),
            places(&l, &line, Reach::At),
            places(&l, &line, Reach::Serves),
            l.text(&line.offer.body).to_string(),
            line.offer.source.clone(),
        ]
        .map(Cell::Text)
        .to_vec()
    });
    let titles = [
        ("offer-provider", 34.0),
        ("book-name", 34.0),
        ("offer-kind", 34.0),
        ("offer-audience", 28.0),
        ("offer-at", 24.0),
        ("offer-serves", 24.0),
        ("collaboration-body", 70.0),
        ("see-source", 10.0),
    ];
    let columns = titles.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect();
    Ok(Sheet { name: l.t("nav-offers"), columns, rows: rows.collect() })
}
