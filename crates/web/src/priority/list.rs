//! A party's own list: ranks, standings and reasons as a plain form; after sealing, what was published; then the reveal.

use super::{Turn, trail, turn};
use crate::kit::{Answer, App, Fields, Frame, Listing, Problem, Visit, listing::by_text, see_other};
use actions::{
    Error,
    priority::{
        list::{self, OwnList, Row},
        reached::Reached,
    },
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    PartyCode, Role,
    ids::ApplicationId,
    priority::{
        Line, Stage,
        list::{MAX_REASON, standing_typed},
    },
};
use std::{cmp::Ordering, collections::HashSet};

#[derive(Template)]
#[template(path = "priority/list.html")]
pub(super) struct Own {
    l: Frame,
    m: OwnList,
    f: Fields,
    turn: Turn,
    trail: Vec<(String, String)>,
    /// Ranks come from the panel's scores and are not saved yet.
    suggested: bool,
    /// May change, seal and reveal.
    officer: bool,
    s: Listing,
    /// Projects on this page of the list; the others travel in the same form, unseen.
    shown: HashSet<ApplicationId>,
    /// A refusal to show above the page.
    refused: String,
}

impl Own {
    pub fn new(visit: &Visit, mut m: OwnList, f: Fields) -> Own {
        let l = visit.frame();
        let officer = visit.viewer.actor().has_for(Role::Officer, &m.party);
        let turn = turn(&l, m.round.as_ref(), m.waits.as_ref(), officer.then_some(&m.party));
        let mut s = Listing::read(&visit.here, &COLUMNS);
        m.rows.sort_by(|a, b| order(l.lang, &s, a, b));
        let ids = m.rows.iter().map(|r| (r.project.id.clone(), text(r))).collect();
        let shown = s.apply(ids, |(_, text): &(ApplicationId, String)| text.clone(), |_, _, _| Ordering::Equal);
        let shown = shown.into_iter().map(|(id, _)| id).collect();
        Own { turn, trail: trail(&l, &m.call), m, f, l, s, shown, suggested: false, officer, refused: String::new() }
    }
    /// What is wrong must be in sight, whatever is searched for.
    fn in_sight(&self, row: &Row) -> bool {
        let id = &row.project.id;
        self.shown.contains(id) || ["rank", "reason"].iter().any(|part| self.f.error(&format!("{part}-{id}")).is_some())
    }
    /// The address of the list, sorted by another column: what the form is saved on the way to.
    fn way(&self, address: &str) -> String {
        address.split_once('?').map_or(String::new(), |(_, query)| format!("?{query}"))
    }
    fn ranks(&self) -> bool {
        self.officer && self.m.can_rank()
    }
    fn open(&self) -> bool {
        self.m.stage() == Stage::Revealed
    }
    fn value(&self, part: &str, row: &Row) -> &str {
        self.f.value(&format!("{part}-{}", row.project.id))
    }
    fn flaw(&self, part: &str, row: &Row) -> String {
        self.l.field_error(&self.f, &format!("{part}-{}", row.project.id))
    }
    fn asked(&self, row: &Row, party: &PartyCode) -> String {
        self.l.money_whole(self.m.asked(&row.project, party))
    }
    fn score(&self, row: &Row) -> String {
        row.score.map(|s| i18n::format::decimal(self.l.lang, s, 1)).unwrap_or_default()
    }
    fn standing(&self, row: &Row) -> String {
        row.line.as_ref().map(|line| self.l.code("priority-state", line.standing.code())).unwrap_or_default()
    }
    fn rank(&self, row: &Row) -> String {
        row.line.as_ref().and_then(|line| line.standing.rank()).map(|r| r.to_string()).unwrap_or_default()
    }
    fn reason<'a>(&self, row: &'a Row) -> &'a str {
        row.line.as_ref().map_or("", |line| line.reason.as_str())
    }
    fn both_sealed(&self) -> bool {
        self.m.stage() == Stage::Sealed
    }
    fn revealed(&self) -> bool {
        self.m.round.as_ref().is_some_and(|r| r.revealed(&self.m.party).is_some())
    }
    fn round(&self) -> u32 {
        self.m.round.as_ref().map_or(1, |r| r.no)
    }
    /// The other office's request to void the round, or the own one.
    fn void_asked(&self) -> Option<&domain::priority::round::VoidRequest> {
        self.m.round.as_ref().and_then(|r| r.void_asked.as_ref())
    }
    fn may_void(&self) -> bool {
        self.officer && !self.m.sealings.is_empty() && !self.open()
    }
}

/// The fields of the form from lines.
fn filled(lines: &[Line]) -> Fields {
    let pairs = lines.iter().flat_map(|line| {
        let id = &line.application;
        let rank = line.standing.rank().map(|r| r.to_string()).unwrap_or_default();
        [
            (format!("rank-{id}"), rank),
            (format!("state-{id}"), line.standing.code().to_string()),
            (format!("reason-{id}"), line.reason.clone()),
        ]
    });
    Fields::filled(pairs)
}

const COLUMNS: [&str; 4] = ["number", "title", "score", "rank"];

/// The best score and the first rank lead their column.
fn order(lang: domain::Lang, s: &Listing, a: &Row, b: &Row) -> Ordering {
    let score = |r: &Row| std::cmp::Reverse(r.score);
    let rank = |r: &Row| r.line.as_ref().and_then(|l| l.standing.rank()).unwrap_or(u32::MAX);
    let order = match s.column.as_str() {
        "title" => by_text(lang, &a.project.title, &b.project.title),
        "score" => score(a).cmp(&score(b)),
        "rank" => rank(a).cmp(&rank(b)),
        _ => a.project.number.cmp(&b.project.number),
    };
    if s.descending { order.reverse() } else { order }
}

fn text(r: &Row) -> String {
    i18n::search::fold(&format!("{} {}", r.project.number, r.project.title))
}

fn query(visit: &Visit, name: &str) -> String {
    let pairs: Vec<(String, String)> = visit.here.split_once('?').and_then(|(_, q)| serde_urlencoded::from_str(q).ok()).unwrap_or_default();
    pairs.into_iter().find(|(k, _)| k == name).map(|(_, v)| v).unwrap_or_default()
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let m = match list::show(&app.desk, &visit.viewer, &slug).await {
        // An auditor reads the lists once both lie open; until then the meeting's page tells how far they are.
        Err(Error::Denied(_) | Error::NotFound) if visit.frame().has(Role::Auditor) => {
            return Ok(see_other(&format!("/calls/{slug}/joint"), ""));
        }
        found => found?,
    };
    let suggested = query(&visit, "suggest") == "1" && m.can_rank();
    let lines = if suggested { with_suggestion(&m) } else { m.rows.iter().filter_map(|r| r.line.clone()).collect() };
    let mut page = Own::new(&visit, m, filled(&lines));
    page.suggested = suggested;
    if page.m.reached == Some(Reached::Agreed) {
        page.turn = Turn { kind: "party", who: page.l.t("turn-both"), what: page.l.t("joint-turn-agreed") };
    }
    visit.page(&page)
}

/// Ranks from the scores; what the office decided by hand (not prioritised, reasons) stays.
fn with_suggestion(m: &OwnList) -> Vec<Line> {
    let by_hand = |line: &Line| m.rows.iter().find(|r| r.project.id == line.application).and_then(|r| r.line.clone());
    let each = m.suggestion().into_iter().map(|line| match by_hand(&line) {
        Some(kept) if kept.standing == domain::priority::Standing::NotPrioritised => kept,
        Some(kept) => Line { reason: kept.reason, ..line },
        None => line,
    });
    each.collect()
}

/// Reads the lines of the form, noting what is wrong in `f`.
pub(super) fn read(m: &OwnList, f: &mut Fields) -> Vec<Line> {
    let mut lines = Vec::new();
    for row in &m.rows {
        let id = &row.project.id;
        let reason = f.text(&format!("reason-{id}"), MAX_REASON);
        match standing_typed(f.value(&format!("rank-{id}")), f.value(&format!("state-{id}"))) {
            Ok(Some(standing)) => lines.push(Line { application: id.clone(), standing, reason }),
            Ok(None) => {}
            Err(refusal) => f.errors.push(domain::refusal::FieldError { field: format!("rank-{id}"), refusal }),
        }
    }
    lines
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let m = list::show(&app.desk, &visit.viewer, &slug).await?;
    let lines = read(&m, &mut f);
    if !f.errors.is_empty() {
        return visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Own::new(&visit, m, f));
    }
    list::save(&app.desk, &visit.viewer, &slug, lines).await?;
    Ok(see_other(&format!("/calls/{slug}/priorities{}", next(&f)), "message-saved"))
}

/// Where the pressed button leads once the draft is saved: sealing, another page or order of the list, or a search in it.
fn next(f: &Fields) -> String {
    match f.value("next") {
        "seal" => "/sealing".into(),
        "find" => format!("?{}", serde_urlencoded::to_string([("q", f.value("q")), ("sort", f.value("sort"))]).unwrap_or_default()),
        way if way.starts_with('?') && !way.contains(char::is_control) => way.into(),
        _ => String::new(),
    }
}

/// The page again with what was typed and the reason why it was refused.
pub(super) async fn again(app: &App, visit: &Visit, slug: &str, mut f: Fields, error: Error) -> Answer {
    let m = list::show(&app.desk, &visit.viewer, slug).await?;
    let mut refused = String::new();
    let status = match error {
        Error::Invalid(flaws) => {
            f.errors.extend(flaws);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Error::Refused(refusal) => {
            refused = visit.frame().refusal(&refusal);
            StatusCode::CONFLICT
        }
        other => return Err(Problem::from(other)),
    };
    let mut page = Own::new(visit, m, f);
    page.refused = refused;
    visit.page_as(status, &page)
}
