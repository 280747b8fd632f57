//! The meeting screen, read together on a projector: both lists, the cut under a question, the frontier, the versions of the result.

use super::{
    Turn,
    picture::{Drawing, draw},
    trail, turn,
};
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit};
use actions::{
    Error,
    priority::{
        cut::{Cut, POLICIES, Row, WhatIf},
        meeting::{self, Meeting, Open, Shown},
    },
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Money, PartyCode, Role,
    ids::ApplicationId,
    priority::{Answer as Said, Outcome, Stage, Standing, match_index},
};
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "priority/joint.html")]
struct Joint {
    l: Frame,
    m: Meeting,
    f: Fields,
    turn: Turn,
    trail: Vec<(String, String)>,
    /// The reader's party, where they are an officer of it.
    own: Option<PartyCode>,
    view: Option<View>,
    refused: String,
}

/// What htmx puts in place after a question.
#[derive(Template)]
#[template(path = "priority/_cut.html")]
struct Part {
    l: Frame,
    v: View,
}

/// The open part in the reader's words.
struct View {
    policy: String,
    parties: [PartyCode; 2],
    /// Why the question has no answer; empty otherwise.
    refused: String,
    sides: Vec<SideView>,
    match_index: String,
    value: i64,
    proven: bool,
    /// Candidates by joint place, then the others.
    rows: Vec<RowView>,
    drawing: Option<Drawing>,
    millis: i64,
    /// Asked with other pots or with projects set by hand.
    hypothetical: bool,
    other_pots: bool,
}

struct SideView {
    party: String,
    pot: String,
    spent: String,
    left: String,
    short: bool,
    hours: String,
    funded: usize,
}

struct RowView {
    id: ApplicationId,
    number: String,
    title: String,
    lang: &'static str,
    place: String,
    ranks: [String; 2],
    reasons: [String; 2],
    asked: [String; 2],
    hours: [String; 2],
    match_index: String,
    equal_benefit: bool,
    badge: &'static str,
    outcome: String,
    why: Vec<String>,
    candidate: bool,
    signed: bool,
    gone: bool,
    set_in: bool,
    set_out: bool,
}

fn view(l: &Frame, open: &Open) -> View {
    let (table, what) = (&open.table, &open.what);
    let cut = open.cut.as_ref().ok();
    let side = |side: usize, cut: &Cut| SideView {
        party: l.party(&table.parties[side]),
        pot: l.money_whole(cut.pots[side]),
        spent: l.money_whole(cut.spent[side]),
        left: l.money_whole(cut.left[side]),
        short: cut.left[side].minor < 0,
        hours: l.number(cut.hours[side]),
        funded: cut.funded().len(),
    };
    View {
        policy: what.policy.clone(),
        parties: table.parties.clone(),
        refused: open.cut.as_ref().err().map(|r| l.refusal(r)).unwrap_or_default(),
        sides: cut.map(|cut| [0, 1].map(|s| side(s, cut)).into()).unwrap_or_default(),
        match_index: percent(l, cut.and_then(|c| c.match_index)),
        value: cut.map_or(0, |c| c.value),
        proven: cut.is_none_or(|c| c.proven),
        rows: table.rows.iter().map(|row| row_view(l, open, row, cut)).collect(),
        drawing: open.picture.as_ref().zip(cut).map(|(p, cut)| draw(l, table, cut, p)),
        millis: (open.micros + 500) / 1000,
        hypothetical: !what.pots.is_empty() || !what.forced.is_empty() || !what.excluded.is_empty(),
        other_pots: !what.pots.is_empty(),
    }
}

fn row_view(l: &Frame, open: &Open, row: &Row, cut: Option<&Cut>) -> RowView {
    let (table, id) = (&open.table, &row.project.id);
    let hours = [0, 1].map(|s: usize| row.project.side(&table.parties[s]).hours);
    let outcome = cut.and_then(|c| c.outcome(id));
    let (badge, word) = outcome.map(|o| word(l, o)).unwrap_or(("neutral", String::new()));
    RowView {
        id: id.clone(),
        number: row.project.number.clone(),
        title: row.project.title.clone(),
        lang: row.project.lang.code(),
        place: row.candidate.as_ref().map(|c| c.rank.to_string()).unwrap_or_default(),
        ranks: [0, 1].map(|s: usize| row.lines[s].as_ref().map(|line| standing(l, line.standing)).unwrap_or_default()),
        reasons: [0, 1].map(|s: usize| row.lines[s].as_ref().map(|line| line.reason.clone()).unwrap_or_default()),
        asked: table.asked(row).map(|m| l.money_whole(m)),
        hours: hours.map(|h| l.number(h)),
        match_index: percent(l, match_index(hours)),
        equal_benefit: row.project.equal_benefit,
        badge,
        outcome: word,
        why: outcome.and_then(Outcome::why).map(|why| why.sentences().iter().map(|r| l.refusal(r)).collect()).unwrap_or_default(),
        candidate: row.candidate.is_some(),
        signed: row.signed,
        gone: row.project.gone(),
        set_in: open.what.forced.contains(id),
        set_out: open.what.excluded.contains(id),
    }
}

fn standing(l: &Frame, standing: Standing) -> String {
    match standing.rank() {
        Some(rank) => rank.to_string(),
        None => l.code("priority-state", standing.code()),
    }
}

fn word(l: &Frame, outcome: &Outcome) -> (&'static str, String) {
    match outcome {
        Outcome::Funded => ("success", l.t("joint-funded")),
        Outcome::Reserve { place, .. } => ("info", l.t1("joint-reserve", "place", *place)),
        Outcome::Out { .. } => ("neutral", l.t("joint-out")),
    }
}

fn percent(l: &Frame, index: Option<i64>) -> String {
    index.map(|i| i18n::format::percent(l.lang, i, 0)).unwrap_or_default()
}

impl Joint {
    fn new(visit: &Visit, m: Meeting, f: Fields) -> Joint {
        let l = visit.frame();
        let actor = visit.viewer.actor();
        let own = m.call.parties.iter().find(|p| actor.has_for(Role::Officer, p)).cloned();
        let mut turn = turn(&l, m.round.as_ref(), m.waits.as_ref(), own.as_ref());
        if m.round.as_ref().is_some_and(|r| r.stage() == Stage::Revealed) {
            turn = result_turn(&l, &m, own.as_ref());
        }
        let view = m.open.as_ref().map(|open| view(&l, open));
        Joint { turn, trail: trail(&l, &m.call), view, own, m, f, l, refused: String::new() }
    }
    fn policies(&self) -> Vec<(String, String, bool)> {
        let chosen = self.view.as_ref().map_or("", |v| v.policy.as_str());
        POLICIES.iter().map(|p| (p.to_string(), self.l.code("policy", p), *p == chosen)).collect()
    }
    /// Pot fields: name, label, what was asked or the pot itself, currency.
    fn pot_fields(&self) -> Vec<(String, String, String, &'static str)> {
        let Some(open) = &self.m.open else { return Vec::new() };
        let field = |side: usize| {
            let money = open
                .what
                .pots
                .get(&open.table.parties[side])
                .map_or(open.table.pots[side], |minor| Money::new(*minor, open.table.pots[side].currency));
            let name = format!("pot-{}", open.table.parties[side]);
            let typed = self.f.value(&name).to_string();
            let value = if typed.is_empty() { i18n::format::decimal(self.l.lang, money.minor, 2) } else { typed };
            (name, self.l.party(&open.table.parties[side]), value, money.currency.code())
        };
        vec![field(0), field(1)]
    }
    fn may_propose(&self) -> bool {
        let Some(open) = &self.m.open else { return false };
        let pending = self.m.versions.iter().any(|s| s.version.answer == Said::Pending);
        let agreed = self.m.versions.iter().any(|s| s.version.in_force());
        self.own.is_some() && !pending && (!agreed || !open.withdrawn.is_empty())
    }
    /// A funded project is gone and nothing is proposed yet.
    fn rerun_due(&self) -> Vec<String> {
        let pending = self.m.versions.iter().any(|s| s.version.answer == Said::Pending);
        self.m.open.as_ref().filter(|_| !pending).map(|o| o.withdrawn.clone()).unwrap_or_default()
    }
    /// May this reader answer this version?
    fn may_answer(&self, shown: &Shown) -> bool {
        shown.version.answer == Said::Pending && self.own.as_ref().is_some_and(|p| *p != shown.version.proposed_by)
    }
    fn state(&self, shown: &Shown) -> (&'static str, String) {
        match &shown.version.answer {
            Said::Pending => ("warning", self.l.t1("result-waits", "party", self.l.party(self.other(&shown.version.proposed_by)))),
            Said::Accepted { .. } if shown.version.superseded.is_some() => ("neutral", self.l.t("result-superseded")),
            Said::Accepted { .. } => ("success", self.l.t("result-in-force")),
            Said::Declined { .. } => ("error", self.l.t("result-declined")),
        }
    }
    fn said(&self, shown: &Shown) -> Vec<(String, String)> {
        let at = |at: &domain::Instant| {
            self.l.walls(at).into_iter().map(|(name, time)| format!("{name}: {time}")).collect::<Vec<_>>().join("; ")
        };
        let mut all = vec![(self.l.t1("result-proposed-by", "party", self.l.party(&shown.version.proposed_by)), at(&shown.version.at))];
        match &shown.version.answer {
            Said::Pending => {}
            Said::Accepted { by, at: when } => all.push((self.l.t1("result-accepted-by", "party", self.l.party(by)), at(when))),
            Said::Declined { by, at: when, reason } => {
                all.push((self.l.t1("result-declined-by", "party", self.l.party(by)), at(when)));
                all.push((self.l.t("result-reason"), reason.clone()));
            }
        }
        all
    }
    fn other(&self, party: &PartyCode) -> &PartyCode {
        let [a, b] = &self.m.call.parties;
        if a == party { b } else { a }
    }
    /// Numbers of a version's projects with this outcome, the reserve in its order.
    fn numbers(&self, shown: &Shown, outcome: &str) -> String {
        let Some(open) = &self.m.open else { return String::new() };
        let mut all: Vec<(u32, String)> =
            shown.entries.iter().filter(|(_, o)| o.code() == outcome).map(|(id, o)| (o.place(), open.table.number(id))).collect();
        all.sort();
        let names: Vec<String> = all.into_iter().map(|(_, number)| number).collect();
        if names.is_empty() { self.l.t("table-none") } else { names.join(", ") }
    }
    fn change(&self, from: &str, to: &str) -> String {
        let word = |code: &str| if code.is_empty() { self.l.t("table-none") } else { self.l.code("joint-outcome", code) };
        format!("{} → {}", word(from), word(to))
    }
    /// A list in the order of its own ranks, for reading side by side.
    fn ranked(&self, side: usize) -> Vec<(&RowView, &str, &str)> {
        let Some(view) = &self.view else { return Vec::new() };
        let mut rows: Vec<&RowView> = view.rows.iter().collect();
        rows.sort_by_key(|r| (r.ranks[side].parse::<u32>().unwrap_or(u32::MAX), r.number.clone()));
        rows.into_iter().map(|r| (r, r.ranks[side].as_str(), r.reasons[side].as_str())).collect()
    }
    /// Both lists: class of the column, name, rows.
    fn lists(&self) -> Vec<(&'static str, String, Vec<(&RowView, &str, &str)>)> {
        let name = |side: usize| self.l.party(&self.m.call.parties[side]);
        vec![("side-a", name(0), self.ranked(0)), ("side-b", name(1), self.ranked(1))]
    }
    /// What one sees of a party's list before the reveal: sealed when, revealed when.
    fn progress(&self) -> Vec<(PartyCode, String, String, String)> {
        let at = |at: domain::Instant| self.l.own(at);
        let each = self.m.call.parties.iter().map(|p| {
            let round = self.m.round.as_ref();
            let sealed = round.and_then(|r| r.sealed(p)).map(|a| at(a.at)).unwrap_or_default();
            let revealed = round.and_then(|r| r.revealed(p)).map(|a| at(a.at)).unwrap_or_default();
            let commitment = self.m.sealings.iter().find(|s| s.party == *p).map(|s| s.commitment.clone()).unwrap_or_default();
            (p.clone(), sealed, revealed, commitment)
        });
        each.collect()
    }
}

fn result_turn(l: &Frame, m: &Meeting, own: Option<&PartyCode>) -> Turn {
    let plain = |kind, who: String, key: &str| Turn { kind, who, what: l.t(key) };
    let gone = m.open.as_ref().is_some_and(|o| !o.withdrawn.is_empty());
    if let Some(pending) = m.versions.iter().find(|s| s.version.answer == Said::Pending) {
        let other = if m.call.parties[0] == pending.version.proposed_by { &m.call.parties[1] } else { &m.call.parties[0] };
        return match own {
            Some(p) if p == other => plain("you", l.t("turn-you"), "joint-turn-answer"),
            _ => plain("party", l.t1("turn-party", "party", l.party(other)), "joint-turn-answer"),
        };
    }
    if gone {
        return plain("party", l.t("turn-both"), "joint-turn-rerun");
    }
    if m.versions.iter().any(|s| s.version.in_force()) {
        return plain("nobody", l.t("turn-nobody"), "joint-turn-agreed");
    }
    plain("party", l.t("turn-both"), "joint-turn-propose")
}

/// The question in the address or in a form: policy, pots by party, projects set in and out.
pub(super) fn read(l: &Frame, f: &mut Fields) -> WhatIf {
    let id = |text: &&str| ApplicationId::parse(text);
    let mut what = WhatIf {
        policy: POLICIES.into_iter().find(|p| *p == f.value("policy")).unwrap_or_default().into(),
        pots: BTreeMap::new(),
        forced: f.all("in").iter().filter_map(id).collect(),
        excluded: f.all("out").iter().filter_map(id).collect(),
    };
    // A project set both in and out is set neither way.
    let both: Vec<ApplicationId> = what.forced.iter().filter(|id| what.excluded.contains(id)).cloned().collect();
    what.forced.retain(|id| !both.contains(id));
    what.excluded.retain(|id| !both.contains(id));
    for party in l.parties.iter() {
        let name = format!("pot-{}", party.code);
        if !f.value(&name).trim().is_empty() {
            let before = f.errors.len();
            let pot = f.money(&name, party.currency);
            if f.errors.len() == before {
                what.pots.insert(party.code.clone(), pot.minor);
            }
        }
    }
    what
}

fn asked(visit: &Visit) -> Fields {
    let pairs: Vec<(String, String)> = visit.here.split_once('?').and_then(|(_, q)| serde_urlencoded::from_str(q).ok()).unwrap_or_default();
    Fields::filled(pairs)
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let mut f = asked(&visit);
    let what = read(&visit.frame(), &mut f);
    let m = meeting::show(&app.desk, &visit.viewer, &slug, &what).await?;
    if let (true, Some(open)) = (visit.partial, &m.open) {
        let l = visit.frame();
        return visit.page(&Part { v: view(&l, open), l });
    }
    let status = if f.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.page_as(status, &Joint::new(&visit, m, f))
}

/// The page again with what was typed and why it was refused.
pub(super) async fn again(app: &App, visit: &Visit, slug: &str, mut f: Fields, error: Error) -> Answer {
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
    // The question again as it was put; its own errors stand in `f` already.
    let what = read(&visit.frame(), &mut f.clone());
    let m = meeting::show(&app.desk, &visit.viewer, slug, &what).await?;
    let mut page = Joint::new(visit, m, f);
    page.refused = refused;
    visit.page_as(status, &page)
}
