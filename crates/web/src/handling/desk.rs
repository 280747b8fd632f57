//! Every application with the verdicts of both offices side by side; what raises no question can be approved together.

use crate::application::desk::by_number;
use crate::kit::{Answer, App, Fields, Frame, Later, Listing, Visit, listing::by_text, see_other};
use actions::handling::{self, Overview, Row};
use askama::Template;
use axum::extract::{Path, State};
use domain::{PartyCode, handling::Joint};
use std::cmp::Ordering;

/// An office's column.
struct Column {
    party: PartyCode,
    done: usize,
}

#[derive(Template)]
#[template(path = "handling/desk.html")]
struct Page {
    l: Frame,
    s: Listing,
    v: Overview,
    /// Those on this page; `v` keeps none.
    rows: Vec<Row>,
    total: usize,
    /// Own office first.
    columns: Vec<Column>,
    show: String,
    filters: Vec<(&'static str, String, usize)>,
    later: Option<Later>,
    /// Numbers and titles that one button may approve.
    sound: Vec<(String, String, &'static str)>,
}

const SHOW: [&str; 4] = ["all", "mine", "questions", "disagree"];

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/calls".into(), self.l.t("nav-calls")), (format!("/calls/{}", self.v.call.slug), self.l.text(&self.v.call.title).into())]
    }
    fn left(&self, column: &Column) -> usize {
        self.total - column.done
    }
    fn own_left(&self) -> usize {
        self.columns.first().filter(|c| Some(&c.party) == self.v.own.as_ref()).map_or(0, |c| self.left(c))
    }
    fn joint(&self, row: &Row) -> (&'static str, &'static str) {
        joint_words(&row.said.joint)
    }
}

/// Kind of the badge and key of the word.
pub fn joint_words(joint: &Joint) -> (&'static str, &'static str) {
    match joint {
        Joint::Open(_) => ("neutral", "handling-joint-open"),
        Joint::Eligible => ("success", "handling-joint-eligible"),
        Joint::Ineligible(_) => ("error", "handling-joint-ineligible"),
    }
}

fn shown(v: &Overview, row: &Row, show: &str) -> bool {
    match show {
        "mine" => v.own.as_ref().is_some_and(|own| row.said.by(own).is_none()),
        "questions" => !row.sound(),
        "disagree" => matches!(row.said.all.as_slice(), [a, b] if a.verdict != b.verdict),
        _ => true,
    }
}

fn order(l: &Frame, column: &str, a: &Row, b: &Row) -> Ordering {
    match column {
        "title" => by_text(l.lang, &a.line.title, &b.line.title),
        "findings" => (a.line.questions + a.notes).cmp(&(b.line.questions + b.notes)),
        _ => by_number(&a.line.number, &b.line.number),
    }
}

pub async fn index(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let mut s = Listing::read(&visit.here, &["number", "title", "findings"]);
    let mut v = handling::overview(&app.desk, &visit.viewer, &slug, !s.query.is_empty()).await?;
    let l = visit.frame();
    let show = SHOW.into_iter().find(|x| *x == s.other("show")).unwrap_or("all").to_string();
    let filters = SHOW.iter().map(|x| (*x, l.code("handling-filter", x), v.rows.iter().filter(|r| shown(&v, r, x)).count())).collect();
    let first = v.own.clone().unwrap_or_else(|| v.call.parties[0].clone());
    let columns = [first.clone(), v.call.counterpart(&first).clone()].map(|party| Column { done: v.done(&party), party });
    let sound = v.rows.iter().filter(|r| !v.started && r.sound() && shown(&v, r, "mine"));
    let sound = sound.map(|r| (r.line.number.clone(), r.line.title.clone(), r.line.lang.code())).collect();
    let all = std::mem::take(&mut v.rows);
    let total = all.len();
    let kept: Vec<Row> = all.into_iter().filter(|r| shown(&v, r, &show)).collect();
    let rows = s.apply(kept, |r| v.search.get(&r.line.application).cloned().unwrap_or_default(), |column, a, b| order(&l, column, a, b));
    let later = v.reached.map(|r| Later::new(&l, &slug, r));
    visit.page(&Page { later, sound, columns: columns.into(), filters, show, rows, total, s, v, l })
}

pub async fn approve(State(app): State<App>, visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let here = format!("/calls/{slug}/handling");
    if !fields.is("confirm", "yes") {
        // Who may not see the desk is told so, not sent there.
        handling::overview(&app.desk, &visit.viewer, &slug, false).await?;
        return Ok(see_other(&here, ""));
    }
    handling::approve_sound(&app.desk, &visit.viewer, &slug).await?;
    Ok(see_other(&here, "message-handling-bulk"))
}
