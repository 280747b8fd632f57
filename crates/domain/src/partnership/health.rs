//! How a partnership does: signals, each with its reason and date, and the state they speak for. A person decides.

use super::State;
use crate::{codes::codes, time::Day};

codes! {
    SignalKind {
        LastIn = "last-in", LastOut = "last-out", SeniorIn = "senior-in", SeniorOut = "senior-out", Overdue = "overdue", Notice = "notice",
        Reciprocity = "reciprocity", Results = "results",
    }
    /// `Silent`: nothing is known, which is itself a sign.
    Grade { Good = "good", Watch = "watch", Bad = "bad", Silent = "silent" }
}

/// What is known about a partnership on a day.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Input {
    /// Last contact from them to us and from us to them.
    pub last_in: Option<Day>,
    pub last_out: Option<Day>,
    pub senior_in: Option<Day>,
    pub senior_out: Option<Day>,
    /// Open commitments past their date, and the oldest of those dates.
    pub overdue: i64,
    pub overdue_since: Option<Day>,
    /// The nearest notice date of a text in force that has not passed.
    pub notice: Option<Day>,
    /// Person-days side a and side b have hosted.
    pub hosted: [i64; 2],
    /// Outcomes with their latest date.
    pub results: i64,
    pub last_result: Option<Day>,
    pub ended: bool,
    pub developing: bool,
}

/// One signal: what is measured, how it looks, when it was, and the figure its sentence names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    pub kind: SignalKind,
    pub grade: Grade,
    pub day: Option<Day>,
    pub figure: i64,
    pub other: i64,
}

/// What the signals speak for, and the signal that weighs most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub state: State,
    pub because: Option<SignalKind>,
    pub day: Option<Day>,
}

/// Quiet after a year without contact, dormant after two.
const QUIET_MONTHS: i64 = 12;
const DORMANT_MONTHS: i64 = 24;

pub fn signals(i: &Input, today: Day) -> Vec<Signal> {
    let contact =
        |kind, day: Option<Day>| Signal { kind, grade: by_age(day, today), day, figure: day.map_or(0, |d| d.days_until(today)), other: 0 };
    let overdue = match i.overdue {
        0 => Grade::Good,
        1 | 2 => Grade::Watch,
        _ => Grade::Bad,
    };
    let notice = i.notice.map(|n| today.days_until(n));
    let notice_grade = match notice {
        None => Grade::Silent,
        Some(..=30) => Grade::Bad,
        Some(..=180) => Grade::Watch,
        Some(_) => Grade::Good,
    };
    let [a, b] = i.hosted;
    let (low, high) = (a.min(b), a.max(b));
    let reciprocity = match (low, high) {
        (_, 0) => Grade::Silent,
        (low, high) if high <= low * 2 || high - low <= 10 => Grade::Good,
        (0, _) => Grade::Bad,
        _ => Grade::Watch,
    };
    let results = if i.results == 0 { Grade::Silent } else { by_age(i.last_result, today) };
    vec![
        contact(SignalKind::LastIn, i.last_in),
        contact(SignalKind::LastOut, i.last_out),
        contact(SignalKind::SeniorIn, i.senior_in),
        contact(SignalKind::SeniorOut, i.senior_out),
        Signal { kind: SignalKind::Overdue, grade: overdue, day: i.overdue_since, figure: i.overdue, other: 0 },
        Signal { kind: SignalKind::Notice, grade: notice_grade, day: i.notice, figure: notice.unwrap_or(0), other: 0 },
        Signal { kind: SignalKind::Reciprocity, grade: reciprocity, day: None, figure: a, other: b },
        Signal { kind: SignalKind::Results, grade: results, day: i.last_result, figure: i.results, other: 0 },
    ]
}

fn by_age(day: Option<Day>, today: Day) -> Grade {
    match day {
        None => Grade::Silent,
        Some(d) if d.plus_months(QUIET_MONTHS) >= today => Grade::Good,
        Some(d) if d.plus_months(DORMANT_MONTHS) >= today => Grade::Watch,
        Some(_) => Grade::Bad,
    }
}

/// The state that the last contact in either direction speaks for; where nothing is known, nothing is proposed.
pub fn propose(i: &Input, today: Day) -> Option<Proposal> {
    if i.ended {
        return Some(Proposal { state: State::Ended, because: None, day: None });
    }
    let (day, because) = match (i.last_in, i.last_out) {
        (None, None) => return None,
        (a, b) if a >= b => (a, SignalKind::LastIn),
        (_, b) => (b, SignalKind::LastOut),
    };
    let state = match by_age(day, today) {
        Grade::Good if i.developing => State::Developing,
        Grade::Good => State::Active,
        Grade::Watch => State::Quiet,
        Grade::Bad => State::Dormant,
        Grade::Silent => return None,
    };
    Some(Proposal { state, because: Some(because), day })
}
