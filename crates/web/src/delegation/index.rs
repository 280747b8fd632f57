//! The list of delegations: searched, filtered by direction and state, exported; reciprocity between the parties' countries above it.

use super::{badge, direction, kinds, when};
use crate::kit::{
    Answer, App, Frame, Listing, Problem, Visit,
    export::{as_csv, as_xlsx, today},
};
use actions::delegation::{self, Row, SubTheme};
use askama::Template;
use axum::extract::State;
use domain::delegation::{State as Stage, part::FollowUp, reciprocity::Received};
use papers::sheet::{Cell, Column, Sheet};

#[derive(Template)]
#[template(path = "delegation/index.html")]
struct Page {
    l: Frame,
    s: Listing,
    rows: Vec<Row>,
    /// Country that received, and what.
    received: Vec<(String, Received)>,
    filters: Vec<(String, String, usize)>,
    show: String,
    themes: Vec<SubTheme>,
    /// Open follow-ups of all delegations, for the offices: address, title, line, overdue.
    todo: Vec<(String, domain::Text3, FollowUp, bool)>,
    inside: bool,
    writable: bool,
}

impl Page {
    fn when(&self, r: &Row) -> String {
        when(&self.l, &r.delegation)
    }
    fn direction(&self, r: &Row) -> String {
        direction(&self.l, &r.delegation)
    }
    fn kinds(&self, r: &Row) -> String {
        kinds(&self.l, &r.delegation)
    }
    fn badge(&self, r: &Row) -> &'static str {
        badge(&r.delegation)
    }
}

/// What may be chosen, by value in the address: from a country, or in a state.
fn choices(l: &Frame, countries: &[String]) -> Vec<(String, String)> {
    let from = |c: &String| (format!("from-{}", c.to_lowercase()), l.t1("delegation-filter-from", "country", l.country(c)));
    let states = Stage::ALL.iter().map(|s| (format!("state-{}", s.code()), l.code("delegation-state", s.code())));
    countries.iter().map(from).chain(states).collect()
}

/// The two countries of the parties.
pub fn countries(app: &App) -> Vec<String> {
    let mut all: Vec<String> = app.parties.iter().map(|p| p.country.clone()).collect();
    all.dedup();
    all
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let countries = countries(&app);
    let mut s = Listing::read(&visit.here, &["date", "title", "direction", "state"]);
    let choices = choices(&l, &countries);
    let show = choices.iter().find(|(value, _)| value == s.other("show")).map(|(value, _)| value.clone());
    let part = delegation::page(&app.desk, &visit.viewer, s.ask(l.lang, &[show.clone().unwrap_or_default()])).await?;
    s.count(part.total);
    let count = |mark: &str| part.marks.get(mark).copied().unwrap_or_default();
    let mut filters = vec![("all".to_string(), l.t("delegation-filter-all"), count(""))];
    filters.extend(choices.into_iter().map(|(value, label)| {
        let count = count(&value);
        (value, label, count)
    }));
    let mut received = Vec::new();
    if let [a, b] = countries.as_slice() {
        let [at_a, at_b] = delegation::reciprocity(&app.desk, a, b).await?;
        received = vec![(l.country(a), at_a), (l.country(b), at_b)];
    }
    let inside = delegation::programme::may_read(&visit.viewer).is_ok();
    let mut todo = Vec::new();
    if inside {
        let today = today(&app, &l)?;
        let open = delegation::register::open_follow_ups(&app.desk, &visit.viewer).await?;
        todo = open.into_iter().map(|(slug, title, f)| (slug, title, f.clone(), f.overdue(today))).collect();
    }
    let themes = delegation::sub_themes(&app.desk).await?;
    let (show, rows) = (show.unwrap_or_else(|| "all".into()), part.rows);
    let writable = visit.frame().keeps_book();
    visit.page(&Page { s, rows, received, filters, show, themes, todo, inside, writable, l })
}

async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let rows = delegation::list(&app.desk, &visit.viewer).await?;
    let columns = [
        ("delegation-title", 50.0),
        ("delegation-dates", 24.0),
        ("delegation-direction", 24.0),
        ("delegation-kind", 24.0),
        ("delegation-state", 12.0),
        ("delegation-head", 30.0),
        ("delegation-people", 10.0),
        ("delegation-purpose", 60.0),
        ("fact-source", 10.0),
    ];
    let line = |r: &Row| {
        let d = &r.delegation;
        let head = r.head.as_ref().map(|m| format!("{} {}", m.name, l.text(&m.post)).trim().to_string()).unwrap_or_default();
        let mut cells: Vec<Cell> =
            [l.text(&d.title).to_string(), when(&l, d), direction(&l, d), kinds(&l, d), l.code("delegation-state", d.state.code()), head]
                .into_iter()
                .map(Cell::Text)
                .collect();
        cells.push(if r.people > 0 { Cell::Integer(r.people) } else { Cell::Empty });
        cells.push(Cell::Text(l.text(&d.purpose).into()));
        cells.push(Cell::Text(d.source.clone()));
        cells
    };
    Ok(Sheet {
        name: l.t("nav-delegations"),
        columns: columns.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect(),
        rows: rows.iter().map(line).collect(),
    })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    as_xlsx(&app, &visit.frame(), "delegations", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    as_csv("delegations", &sheet(&app, &visit).await?)
}
