//! A call's assessment: whose turn it is, both groups, how far the own side is, its results and its closing; the other side's after both.

use super::{day, links, points, side_class};
use crate::application::desk::by_number;
use crate::kit::{Answer, App, Fields, Frame, Listing, Visit, error::found, frame::MenuItem, listing::by_text, see_other};
use actions::{
    Error,
    application::Line,
    assessment::panel::{self, Overview, Panel, Side, Tally},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::assessment::Group;
use std::cmp::Ordering;

/// One application with the panels the reader may see, in the order of `Overview::sides`.
struct Row {
    app: Line,
    panels: Vec<Option<Panel>>,
}

/// Whose turn it is, and the next thing to do there.
struct Turn {
    kind: &'static str,
    who: String,
    what: String,
    /// Address and words of the next step; empty where there is none.
    next: (String, String),
}

#[derive(Template)]
#[template(path = "assessment/overview.html")]
struct Page {
    l: Frame,
    v: Overview,
    f: Fields,
    s: Listing,
    rows: Vec<Row>,
    links: Vec<MenuItem>,
    turn: Turn,
    /// Of each side; none where hidden.
    tallies: Vec<Option<Tally>>,
    /// Applications under assessment.
    apps: usize,
    /// Panels of the own side that are ready for a summary and have none.
    ready: usize,
    refused: Option<String>,
}

impl Page {
    fn new(visit: &Visit, mut v: Overview, f: Fields) -> Page {
        let l = visit.frame();
        let turn = turn(&l, &v);
        let tallies = v.sides.iter().map(Side::tally).collect();
        let (apps, ready) = (v.apps.len(), ready(&v));
        let mut s = Listing::read(&visit.here, &["number", "title", "mean", "spread"]);
        let rows = rows(&mut v);
        let rows = s.apply(rows, |r| v.search.get(&r.app.application).cloned().unwrap_or_default(), |column, a, b| order(&l, column, a, b));
        Page { links: links(&l, &v.call.slug, "results"), turn, tallies, apps, ready, rows, s, v, f, l, refused: None }
    }
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/calls".into(), self.l.t("nav-calls")), (format!("/calls/{}", self.v.call.slug), self.l.text(&self.v.call.title).into())]
    }
    fn class(&self, side: &Side) -> &'static str {
        side_class(&self.v.call, &side.party)
    }
    fn day(&self, side: &Side) -> String {
        side.closed.map(|at| day(&self.l, at)).unwrap_or_default()
    }
    fn appointed(&self, (group, body, _): &(Group, domain::Text3, usize)) -> String {
        self.l.t3("experts-appointed", "body", self.l.text(body), "day", self.l.day(group.on), "count", group.per_application)
    }
    fn own(&self) -> Option<&Side> {
        self.v.sides.iter().find(|s| Some(&s.party) == self.v.own.as_ref())
    }
    /// The own side may still write summaries and close.
    fn works(&self) -> bool {
        self.v.waiting.is_none() && self.own().is_some_and(|s| s.closed.is_none())
    }
    fn mean(&self, p: &Panel) -> String {
        points(&self.l, p.mean)
    }
    fn spread(&self, p: &Panel) -> String {
        points(&self.l, p.spread)
    }
}

fn ready(v: &Overview) -> usize {
    let own = v.sides.iter().find(|s| Some(&s.party) == v.own.as_ref()).and_then(|s| s.panels.as_ref());
    let ready = |p: &&Panel| !p.progress.summarised && p.progress.assigned > 0 && p.progress.closed == p.progress.assigned;
    own.map_or(0, |all| all.iter().filter(ready).count())
}

/// Takes the panels out of the overview, one row an application; the sides keep what they say as a whole.
fn rows(v: &mut Overview) -> Vec<Row> {
    let mut all: Vec<Row> = std::mem::take(&mut v.apps).into_iter().map(|app| Row { app, panels: Vec::new() }).collect();
    for side in &mut v.sides {
        let mut panels = side.panels.take().map(Vec::into_iter);
        for row in &mut all {
            row.panels.push(panels.as_mut().and_then(Iterator::next));
        }
    }
    all
}

fn searched(visit: &Visit) -> bool {
    !Listing::read(&visit.here, &[]).query.is_empty()
}

fn order(l: &Frame, column: &str, a: &Row, b: &Row) -> Ordering {
    let first = |r: &Row, of: fn(&Panel) -> Option<i64>| r.panels.iter().flatten().next().and_then(of);
    match column {
        "title" => by_text(l.lang, &a.app.title, &b.app.title),
        // The highest first: that is what one looks for.
        "mean" => first(b, |p| p.mean).cmp(&first(a, |p| p.mean)),
        "spread" => first(b, |p| p.spread).cmp(&first(a, |p| p.spread)),
        _ => by_number(&a.app.number, &b.app.number),
    }
}

fn turn(l: &Frame, v: &Overview) -> Turn {
    let none = || (String::new(), String::new());
    let base = format!("/calls/{}", v.call.slug);
    if let Some(why) = &v.waiting {
        return Turn {
            kind: "nobody",
            who: l.t("assignment-waiting"),
            what: l.refusal(why),
            next: (format!("{base}/handling"), l.t("call-tab-handling")),
        };
    }
    if v.both_closed() {
        let next = (format!("{base}/priorities"), l.t("assessment-turn-priorities"));
        return Turn { kind: "you", who: l.t("turn-both"), what: l.t("assessment-both-closed"), next };
    }
    let open: Vec<&Side> = v.sides.iter().filter(|s| s.closed.is_none()).collect();
    if let Some(own) = open.iter().find(|s| Some(&s.party) == v.own.as_ref()) {
        let (what, next) = own_step(l, &base, own);
        return Turn { kind: "you", who: l.t("turn-you"), what, next };
    }
    let names: Vec<String> = open.iter().map(|s| l.party(&s.party)).collect();
    let who = if names.len() == 1 { l.t1("turn-party", "party", &names[0]) } else { l.t("turn-both") };
    Turn { kind: "party", who, what: l.t1("assessment-turn-other", "party", i18n::format::list(l.lang, &names)), next: none() }
}

/// What the own side does next, in the order of the work.
fn own_step(l: &Frame, base: &str, own: &Side) -> (String, (String, String)) {
    let to = |key: &str, end: &str, words: &str| (l.t(key), (format!("{base}/{end}"), l.t(words)));
    let none = || (String::new(), String::new());
    let Some(tally) = own.tally() else { return (l.t("assessment-turn-close"), none()) };
    let apps = own.panels.as_ref().map_or(0, Vec::len);
    match &own.group {
        None => to("experts-appointed-none", "experts", "assessment-links-experts"),
        Some((_, _, 0)) => to("refusal-group-empty", "experts", "assessment-links-experts"),
        Some((group, _, _)) if tally.assigned < apps * usize::try_from(group.per_application).unwrap_or(0) => {
            to("assessment-turn-assign", "assignment", "assessment-links-assignment")
        }
        _ if tally.closed < tally.assigned => (l.t1("assessment-turn-experts", "count", tally.assigned - tally.closed), none()),
        _ if tally.summarised < apps => (l.t1("assessment-turn-summaries", "count", apps - tally.summarised), none()),
        _ => (l.t("assessment-turn-close"), ("#close".into(), l.t("assessment-close"))),
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let v = panel::overview(&app.desk, &visit.viewer, &slug, searched(&visit)).await?;
    visit.page(&Page::new(&visit, v, Fields::default()))
}

/// Takes the pre-filled summaries where there is none yet.
pub async fn summarise(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    if !f.is("confirm", "yes") {
        f.fail("summaries-tick", "confirm-needed", vec![]);
        return again(&app, &visit, &slug, f, None).await;
    }
    panel::summarise_rest(&app.desk, &visit.viewer, &slug).await?;
    Ok(see_other(&format!("/calls/{slug}/assessment"), "message-summary-saved"))
}

pub async fn close(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    if !f.is("confirm", "yes") {
        f.fail("close-tick", "confirm-needed", vec![]);
        return again(&app, &visit, &slug, f, None).await;
    }
    match panel::close(&app.desk, &visit.viewer, &slug).await {
        Ok(()) => Ok(see_other(&format!("/calls/{slug}/assessment"), "message-assessment-closed")),
        Err(Error::Refused(why)) => again(&app, &visit, &slug, f, Some(why)).await,
        Err(other) => Err(other.into()),
    }
}

async fn again(app: &App, visit: &Visit, slug: &str, f: Fields, why: Option<domain::Refusal>) -> Answer {
    let v = panel::overview(&app.desk, &visit.viewer, slug, searched(&visit)).await?;
    // Only the office itself gets its forms back.
    found(v.own.clone())?;
    let status = if why.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut page = Page::new(visit, v, f);
    page.refused = why.map(|why| page.l.refusal(&why));
    visit.page_as(status, &page)
}
