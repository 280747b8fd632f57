//! The desks' list of a call's applications: searched, sorted, filtered; half pairs and late requests first.

use super::dossier::standing_words;
use crate::kit::{Answer, App, Fields, Frame, Later, Listing, Problem, Visit, listing::by_text};
use actions::application::list::{Desktop, Line, desktop};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Instant, Money, PartyCode, Role,
    application::{LateRequest, Standing, State as Condition},
    call::Call,
};
use std::cmp::Ordering;

/// A row as shown and sorted.
pub struct Row {
    pub line: Line,
    /// One amount a party, in the order of the call's parties; none where nothing was stated.
    pub money: Vec<Option<Money>>,
    pub lead: String,
    pub lead_lang: &'static str,
    pub standing: &'static str,
    pub kind: &'static str,
    pub waits_for: Vec<String>,
    pub number: String,
    pub late: bool,
}

/// A late request that waits for the own side.
struct Waiting {
    id: String,
    title: String,
    request: LateRequest,
    answered: Vec<String>,
    /// The reader's side has yet to answer.
    own: bool,
    f: Fields,
}

#[derive(Template)]
#[template(path = "application/desk.html")]
struct Page {
    l: Frame,
    s: Listing,
    call: Call,
    rows: Vec<Row>,
    /// A side and its currency, as heads of columns.
    sides: Vec<String>,
    filters: Vec<(&'static str, String, usize)>,
    show: String,
    waiting: Vec<Waiting>,
    half: usize,
    until: Option<Instant>,
    closed: bool,
    later: Option<Later>,
    zone: String,
    all: usize,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/calls".into(), self.l.t("nav-calls")), (format!("/calls/{}", self.call.slug), self.l.text(&self.call.title).into())]
    }
}

/// What may be filtered by: value in the address and what it keeps.
const SHOW: [&str; 6] = ["all", "whole", "half", "lapsed", "late", "withdrawn"];

fn shown(row: &Row, show: &str) -> bool {
    let submitted = row.line.app.state == Condition::Submitted;
    match show {
        "whole" => submitted && matches!(row.line.standing, Standing::Whole | Standing::Reduced),
        "half" => submitted && matches!(row.line.standing, Standing::Half(_)),
        "lapsed" => submitted && row.line.standing == Standing::Lapsed,
        "late" => row.late,
        "withdrawn" => !submitted,
        _ => true,
    }
}

pub fn rows(l: &Frame, call: &Call, lines: Vec<Line>) -> Vec<Row> {
    lines.into_iter().map(|line| row(l, call, line)).collect()
}

fn row(l: &Frame, call: &Call, line: Line) -> Row {
    let money = |party: &PartyCode| {
        let currency = l.party_of(party)?.currency;
        // Where nobody of a side stated money, nothing is shown rather than 0.
        line.app.of(party).any(|p| p.money_stated).then(|| line.app.requested(party, currency).ok()).flatten()
    };
    let (standing, kind) = standing_words(&line.app, line.standing);
    let lead = line.app.lead();
    Row {
        money: call.parties.iter().map(money).collect(),
        lead: lead.map(|p| p.name.clone()).unwrap_or_default(),
        lead_lang: lead.map_or("", |p| p.lang.code()),
        standing,
        kind,
        waits_for: line.app.participants.iter().filter(|p| !p.is_associated() && !p.is_confirmed()).map(|p| p.name.clone()).collect(),
        number: line.app.number.clone().unwrap_or_default(),
        late: line.app.submission.as_ref().is_some_and(|s| s.late),
        line,
    }
}

fn order(l: &Frame, column: &str, a: &Row, b: &Row) -> Ordering {
    let amount = |r: &Row, i: usize| r.money.get(i).and_then(|m| m.map(|m| m.minor));
    match column {
        "title" => by_text(l.lang, &a.line.app.project.title, &b.line.app.project.title),
        "lead" => by_text(l.lang, &a.lead, &b.lead),
        "first" => amount(a, 0).cmp(&amount(b, 0)),
        "second" => amount(a, 1).cmp(&amount(b, 1)),
        "standing" => l.t(a.standing).cmp(&l.t(b.standing)),
        _ => a.number.len().cmp(&b.number.len()).then_with(|| a.number.cmp(&b.number)),
    }
}

pub async fn index(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let page = page(&app, &visit, &slug, None).await?;
    visit.page(&page)
}

/// The list again, with what was typed into the answer to one late request.
pub async fn again(app: &App, visit: &Visit, slug: &str, request: &str, f: Fields) -> Answer {
    let page = page(app, visit, slug, Some((request, f))).await?;
    visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn page(app: &App, visit: &Visit, slug: &str, typed: Option<(&str, Fields)>) -> Result<Page, Problem> {
    let Desktop { call, lines, late } = desktop(&app.desk, &visit.viewer, slug).await?;
    let l = visit.frame();
    let now = app.desk.now();
    let all = rows(&l, &call, lines);
    let here = if typed.is_some() { format!("/calls/{slug}/applications") } else { visit.here.clone() };
    let mut s = Listing::read(&here, &["number", "title", "lead", "first", "second", "standing"]);
    let show = SHOW.into_iter().find(|x| *x == s.other("show")).unwrap_or("all").to_string();
    let filters = SHOW.iter().map(|x| (*x, l.code("application-show", x), all.iter().filter(|r| shown(r, x)).count())).collect();
    let half = all.iter().filter(|r| shown(r, "half")).count();
    let until = all.iter().filter_map(|r| if let Standing::Half(at) = r.line.standing { Some(at) } else { None }).max();
    let count = all.len();
    let kept: Vec<Row> = all.into_iter().filter(|r| shown(r, &show)).collect();
    let rows = s.apply(kept, |r| r.line.search.clone(), |column, a, b| order(&l, column, a, b));
    let own = call.parties.iter().find(|p| visit.viewer.actor().has_for(Role::Officer, p));
    let waiting = late.into_iter().map(|x| Waiting {
        id: x.application.to_string(),
        title: x.title,
        answered: x.request.answers.iter().map(|a| l.party(&a.party)).collect(),
        own: own.is_some_and(|p| x.request.answered_by(p).is_none()),
        f: typed.as_ref().filter(|(id, _)| *id == x.request.id).map(|(_, f)| f.clone()).unwrap_or_default(),
        request: x.request,
    });
    let later = actions::priority::reached::reached(&app.desk, &visit.viewer, slug).await?;
    Ok(Page {
        later: later.map(|r| Later::new(&l, slug, r)),
        sides: call.parties.iter().map(|p| format!("{} ({})", l.party(p), l.party_of(p).map_or("", |x| x.currency.code()))).collect(),
        waiting: waiting.collect(),
        zone: own.and_then(|p| l.party_of(p)).map_or(String::new(), |p| p.zone.name().to_string()),
        closed: now > call.window.closes,
        filters,
        show,
        half,
        until,
        rows,
        call,
        s,
        all: count,
        l,
    })
}
