//! The journal as a list: of one call, or of everything the office has; searched, sorted, exported.

use crate::kit::{
    Answer, App, Frame, Listing, Problem, Visit,
    export::{as_csv, as_xlsx, date},
    listing::by_text,
};
use actions::journal::desk::{Book, Line, book};
use askama::Template;
use axum::extract::{Path, State};
use domain::journal::{Direction, Entry};
use papers::sheet::{Cell, Column, Sheet};
use std::cmp::Ordering;

#[derive(Template)]
#[template(path = "journal/index.html")]
struct Page {
    l: Frame,
    s: Listing,
    b: Book,
    rows: Vec<Line>,
    show: String,
    filters: Vec<(String, String, usize)>,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        match &self.b.call {
            Some(call) => {
                vec![("/calls".into(), self.l.t("nav-calls")), (format!("/calls/{}", call.slug), self.l.text(&call.title).into())]
            }
            None => Vec::new(),
        }
    }
    fn total(&self) -> usize {
        self.filters.first().map_or(0, |(_, _, n)| *n)
    }
}

fn order(l: &Frame, column: &str, a: &Entry, b: &Entry) -> Ordering {
    match column {
        "day" => a.day.cmp(&b.day),
        "subject" => by_text(l.lang, a.subject.get(l.lang), b.subject.get(l.lang)),
        "counterpart" => by_text(l.lang, &a.counterpart, &b.counterpart),
        // The newest number first, unless the reader turns it round.
        _ => b.number.cmp(&a.number),
    }
}

async fn show(app: &App, visit: &Visit, slug: Option<&str>) -> Answer {
    let mut b = book(&app.desk, &visit.viewer, slug).await?;
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &["number", "day", "subject", "counterpart"]);
    let all = std::mem::take(&mut b.lines);
    let show = Direction::parse(s.other("show")).map_or("all", Direction::code).to_string();
    let mut filters = vec![("all".to_string(), l.t("journal-filter-all"), all.len())];
    filters.extend(Direction::ALL.iter().map(|d| {
        let count = all.iter().filter(|x| x.entry.direction == *d).count();
        (d.code().to_string(), l.code("journal-direction", d.code()), count)
    }));
    let kept: Vec<Line> = all.into_iter().filter(|x| show == "all" || x.entry.direction.code() == show).collect();
    let rows = s.apply(kept, |x| x.search.clone(), |column, x, y| order(&l, column, &x.entry, &y.entry));
    visit.page(&Page { filters, show, rows, s, b, l })
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    show(&app, &visit, None).await
}

pub async fn of_call(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    show(&app, &visit, Some(&slug)).await
}

async fn sheet(app: &App, l: &Frame, slug: Option<&str>) -> Result<Sheet, Problem> {
    let mut lines = book(&app.desk, &l.visit.viewer, slug).await?.lines;
    lines.sort_by_key(|x| x.entry.number);
    let columns = [
        ("journal-number", 16.0),
        ("journal-day", 12.0),
        ("journal-direction", 10.0),
        ("journal-subject", 60.0),
        ("journal-counterpart", 36.0),
    ];
    let cells = |e: &Entry| {
        let text = |s: &str| Cell::Text(s.to_string());
        vec![
            Cell::Text(e.label()),
            Cell::Date(date(e.day)),
            Cell::Text(l.code("journal-direction", e.direction.code())),
            text(l.text(&e.subject)),
            text(&e.counterpart),
        ]
    };
    Ok(Sheet {
        name: l.t("journal-export-name"),
        columns: columns.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect(),
        rows: lines.iter().map(|x| cells(&x.entry)).collect(),
    })
}

pub async fn spreadsheet(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let sheet = sheet(&app, &l, None).await?;
    as_xlsx(&app, &l, "journal", sheet).await
}

pub async fn comma_separated(State(app): State<App>, visit: Visit) -> Answer {
    as_csv("journal", &sheet(&app, &visit.frame(), None).await?)
}

pub async fn call_spreadsheet(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let l = visit.frame();
    let sheet = sheet(&app, &l, Some(&slug)).await?;
    as_xlsx(&app, &l, &format!("{slug}-journal"), sheet).await
}

pub async fn call_comma_separated(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    as_csv(&format!("{slug}-journal"), &sheet(&app, &visit.frame(), Some(&slug)).await?)
}
