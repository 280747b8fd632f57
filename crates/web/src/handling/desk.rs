//! Every application with the verdicts of both offices side by side; what raises no question can be approved together.

use crate::kit::{Answer, App, Fields, Frame, Later, Listing, Visit, listing::by_text, see_other};
use actions::handling::{self, Overview, Row};
use askama::Template;
use axum::extract::{Path, State};
use domain::{
    PartyCode,
    handling::{Handling, Joint, Weight},
};
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
    fn said<'a>(&self, row: &'a Row, party: &PartyCode) -> Option<&'a Handling> {
        row.said_by(party)
    }
    fn left(&self, column: &Column) -> usize {
        self.total - column.done
    }
    fn own_left(&self) -> usize {
        self.columns.first().filter(|c| Some(&c.party) == self.v.own.as_ref()).map_or(0, |c| self.left(c))
    }
    fn joint(&self, row: &Row) -> (&'static str, &'static str) {
        joint_words(&row.joint)
    }
    fn weighed(&self, row: &Row, weight: Weight) -> usize {
        row.findings.iter().filter(|f| f.weight == weight).count()
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
        "mine" => v.own.as_ref().is_some_and(|own| row.said_by(own).is_none()),
        "questions" => !row.sound(),
        "disagree" => row.said.len() > 1 && row.said[0].verdict != row.said[1].verdict,
        _ => true,
    }
}

fn order(l: &Frame, column: &str, a: &Row, b: &Row) -> Ordering {
    let number = |r: &Row| r.app.number.clone().unwrap_or_default();
    match column {
        "title" => by_text(l.lang, &a.app.project.title, &b.app.project.title),
        "findings" => a.findings.len().cmp(&b.findings.len()),
        _ => number(a).len().cmp(&number(b).len()).then_with(|| number(a).cmp(&number(b))),
    }
}

fn text(row: &Row) -> String {
    let names: Vec<&str> = row.app.participants.iter().map(|p| p.name.as_str()).collect();
    i18n::search::fold(&format!(
        "{} {} {} {}",
        row.app.number.as_deref().unwrap_or_default(),
        row.app.project.title,
        row.app.project.acronym,
        names.join(" ")
    ))
}

pub async fn index(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let mut v = handling::overview(&app.desk, &visit.viewer, &slug).await?;
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &["number", "title", "findings"]);
    let show = SHOW.into_iter().find(|x| *x == s.other("show")).unwrap_or("all").to_string();
    let filters = SHOW.iter().map(|x| (*x, l.code("handling-filter", x), v.rows.iter().filter(|r| shown(&v, r, x)).count())).collect();
    let first = v.own.clone().unwrap_or_else(|| v.call.parties[0].clone());
    let columns = [first.clone(), v.call.counterpart(&first).clone()].map(|party| Column { done: v.done(&party), party });
    let sound = v.rows.iter().filter(|r| !v.started && r.sound() && shown(&v, r, "mine"));
    let sound = sound.map(|r| (r.app.number.clone().unwrap_or_default(), r.app.project.title.clone(), r.app.project.lang.code())).collect();
    let all = std::mem::take(&mut v.rows);
    let total = all.len();
    let kept: Vec<Row> = all.into_iter().filter(|r| shown(&v, r, &show)).collect();
    let rows = s.apply(kept, text, |column, a, b| order(&l, column, a, b));
    let later = v.reached.map(|r| Later::new(&l, &slug, r));
    visit.page(&Page { later, sound, columns: columns.into(), filters, show, rows, total, s, v, l })
}

pub async fn approve(State(app): State<App>, visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let here = format!("/calls/{slug}/handling");
    if !fields.is("confirm", "yes") {
        // Who may not see the desk is told so, not sent there.
        handling::overview(&app.desk, &visit.viewer, &slug).await?;
        return Ok(see_other(&here, ""));
    }
    handling::approve_sound(&app.desk, &visit.viewer, &slug).await?;
    Ok(see_other(&here, "message-handling-bulk"))
}
