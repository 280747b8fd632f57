//! An expert's own list: what was given, how far it is, what comes next.

use crate::kit::{
    Answer, App, Frame, Listing, Problem, Visit,
    export::{as_csv, as_xlsx, date},
    listing::by_text,
};
use actions::assessment::review::{self, Mine, Task};
use askama::Template;
use axum::extract::State;
use papers::sheet::{Cell, Column, Sheet};
use std::cmp::Ordering;

#[derive(Template)]
#[template(path = "assessment/mine.html")]
struct Page {
    l: Frame,
    s: Listing,
    known: bool,
    rows: Vec<Task>,
    done: usize,
    total: usize,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        Vec::new()
    }
    fn open(&self) -> usize {
        self.total - self.done
    }
    fn state(&self, t: &Task) -> (&'static str, &'static str) {
        state(t)
    }
}

/// Kind of the badge and key of the word.
fn state(t: &Task) -> (&'static str, &'static str) {
    match (t.closed.is_some(), t.side_closed, t.begun) {
        (true, _, _) => ("success", "assessment-state-done"),
        (false, true, _) => ("neutral", "assessment-state-missed"),
        (false, false, true) => ("info", "assessment-state-begun"),
        (false, false, false) => ("warning", "assessment-state-todo"),
    }
}

fn order(l: &Frame, column: &str, a: &Task, b: &Task) -> Ordering {
    match column {
        "title" => by_text(l.lang, &a.title, &b.title),
        "call" => by_text(l.lang, l.text(&a.call_title), l.text(&b.call_title)),
        "number" => a.number.cmp(&b.number),
        // What is to do stands first.
        _ => (a.closed.is_some(), a.begun, &a.number).cmp(&(b.closed.is_some(), b.begun, &b.number)),
    }
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let Mine { expert, tasks } = review::mine(&app.desk, &visit.viewer).await?;
    let l = visit.frame();
    let (total, done) = (tasks.len(), tasks.iter().filter(|t| t.closed.is_some() || t.side_closed).count());
    let mut s = Listing::read(&visit.here, &["state", "number", "title", "call"]);
    let text = |t: &Task| i18n::search::fold(&format!("{} {} {}", t.number, t.title, l.text(&t.call_title)));
    let rows = s.apply(tasks, text, |column, a, b| order(&l, column, a, b));
    visit.page(&Page { known: expert.is_some(), rows, done, total, s, l })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let sheet = sheet(&app, &visit, &l).await?;
    as_xlsx(&app, &l, "assessments", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    as_csv("assessments", &sheet(&app, &visit, &visit.frame()).await?)
}

async fn sheet(app: &App, visit: &Visit, l: &Frame) -> Result<Sheet, Problem> {
    let mut tasks = review::mine(&app.desk, &visit.viewer).await?.tasks;
    tasks.sort_by(|a, b| order(l, "number", a, b));
    let columns = [
        ("conflicts-application", 14.0),
        ("assessment-project", 60.0),
        ("assessment-call", 40.0),
        ("assessment-state", 14.0),
        ("assessment-finished-on", 14.0),
    ];
    let row = |t: Task| {
        let finished = t.closed.map_or(Cell::Empty, |at| Cell::Date(date(l.own_zone().wall(at).day)));
        let word = Cell::Text(l.t(state(&t).1));
        vec![Cell::Text(t.number), Cell::Text(t.title), Cell::Text(l.text(&t.call_title).into()), word, finished]
    };
    Ok(Sheet {
        name: l.t("assessment-mine-title"),
        columns: columns.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect(),
        rows: tasks.into_iter().map(row).collect(),
    })
}
