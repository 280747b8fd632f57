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
    pub standing: &'static str,
    pub kind: &'static str,
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
    let submitted = row.line.row.state == Condition::Submitted;
    match show {
        "whole" => submitted && matches!(row.line.standing, Standing::Whole | Standing::Reduced),
        "half" => submitted && matches!(row.line.standing, Standing::Half(_)),
        "lapsed" => submitted && row.line.standing == Standing::Lapsed,
        "late" => row.line.row.late,
        "withdrawn" => !submitted,
        _ => true,
    }
}

fn row(l: &Frame, call: &Call, line: Line) -> Row {
    let money = |(party, minor): (&PartyCode, &Option<i64>)| Some(Money::new((*minor)?, l.party_of(party)?.currency));
    let (standing, kind) = standing_words(line.row.state, line.standing);
    Row { money: call.parties.iter().zip(&line.row.asked).map(money).collect(), standing, kind, line }
}

fn order(l: &Frame, column: &str, a: &Row, b: &Row) -> Ordering {
    let amount = |r: &Row, i: usize| r.money.get(i).and_then(|m| m.map(|m| m.minor));
    match column {
        "title" => by_text(l.lang, &a.line.row.title, &b.line.row.title),
        "lead" => by_text(l.lang, &a.line.row.lead, &b.line.row.lead),
        "first" => amount(a, 0).cmp(&amount(b, 0)),
        "second" => amount(a, 1).cmp(&amount(b, 1)),
        "standing" => l.t(a.standing).cmp(&l.t(b.standing)),
        _ => by_number(&a.line.row.number, &b.line.row.number),
    }
}

/// `CALL-2026-9999` before `CALL-2026-10000`.
pub fn by_number(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
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
    let here = if typed.is_some() { format!("/calls/{slug}/applications") } else { visit.here.clone() };
    let mut s = Listing::read(&here, &["number", "title", "lead", "first", "second", "standing"]);
    let Desktop { call, lines, search, late, reached } = desktop(&app.desk, &visit.viewer, slug, !s.query.is_empty()).await?;
    let l = visit.frame();
    let now = app.desk.now();
    let all: Vec<Row> = lines.into_iter().map(|line| row(&l, &call, line)).collect();
    let show = SHOW.into_iter().find(|x| *x == s.other("show")).unwrap_or("all").to_string();
    let filters = SHOW.iter().map(|x| (*x, l.code("application-show", x), all.iter().filter(|r| shown(r, x)).count())).collect();
    let half = all.iter().filter(|r| shown(r, "half")).count();
    let until = all.iter().filter_map(|r| if let Standing::Half(at) = r.line.standing { Some(at) } else { None }).max();
    let count = all.len();
    let kept: Vec<Row> = all.into_iter().filter(|r| shown(r, &show)).collect();
    let rows = s.apply(kept, |r| search.get(&r.line.row.application).cloned().unwrap_or_default(), |column, a, b| order(&l, column, a, b));
    let own = call.parties.iter().find(|p| visit.viewer.actor().has_for(Role::Officer, p));
    let waiting = late.into_iter().map(|x| Waiting {
        id: x.application.to_string(),
        title: x.title,
        answered: x.request.answers.iter().map(|a| l.party(&a.party)).collect(),
        own: own.is_some_and(|p| x.request.answered_by(p).is_none()),
        f: typed.as_ref().filter(|(id, _)| *id == x.request.id).map(|(_, f)| f.clone()).unwrap_or_default(),
        request: x.request,
    });
    Ok(Page {
        later: reached.map(|r| Later::new(&l, slug, r)),
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
