//! Terms: when a text ends or renews itself, the last day for notice, and when to begin the review.
//!
//! Everything is reckoned from the first day of the *first* term in one step, never term by term: 31 January and three times one month
//! is 30 April, not 28. The notice date is that of the *current* term.

use crate::time::Day;
use std::borrow::Borrow;

/// So long before the end of the term that notice must have been received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Notice {
    pub months: i64,
    pub days: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// Nobody has said.
    Unknown,
    /// Until it is ended.
    Open { notice: Notice },
    /// So many months, then it is over.
    Fixed { months: i64, notice: Notice },
    /// So many months, then again `renews` months and again, unless notice is received in time.
    Tacit { months: i64, renews: i64, notice: Notice },
}

impl Term {
    pub fn code(&self) -> &'static str {
        match self {
            Term::Unknown => "unknown",
            Term::Open { .. } => "open",
            Term::Fixed { .. } => "fixed",
            Term::Tacit { .. } => "tacit",
        }
    }
    pub const CODES: [&'static str; 4] = ["unknown", "open", "fixed", "tacit"];

    /// From stored columns; lengths that make no sense leave the term unknown.
    pub fn of(code: &str, months: i64, renews: i64, notice: Notice) -> Term {
        match code {
            "open" => Term::Open { notice },
            "fixed" if months > 0 => Term::Fixed { months, notice },
            "tacit" if months > 0 && renews > 0 => Term::Tacit { months, renews, notice },
            _ => Term::Unknown,
        }
    }
    pub fn months(&self) -> i64 {
        match *self {
            Term::Fixed { months, .. } | Term::Tacit { months, .. } => months,
            Term::Unknown | Term::Open { .. } => 0,
        }
    }
    pub fn renews(&self) -> i64 {
        if let Term::Tacit { renews, .. } = *self { renews } else { 0 }
    }
    pub fn notice(&self) -> Notice {
        match *self {
            Term::Open { notice } | Term::Fixed { notice, .. } | Term::Tacit { notice, .. } => notice,
            Term::Unknown => Notice::default(),
        }
    }
}

/// A term, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub no: i64,
    pub from: Day,
    pub until: Day,
}

/// Where a running term stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    pub term: Span,
    /// The last day on which notice for this term can be received.
    pub notice: Day,
    /// That day is past: the term runs out or renews itself, and notice now counts for the next.
    pub locked: bool,
    /// When to begin the review: six months before the end or three before the notice date, whichever is first.
    pub review: Day,
    /// It renews itself if nobody acts.
    pub renews: bool,
    /// A fixed term whose last day is past.
    pub expired: bool,
}

impl Clock {
    /// Days left for notice; negative when it is too late.
    pub fn days_left(&self, today: impl Borrow<Day>) -> i64 {
        today.borrow().days_until(self.notice)
    }
}

/// The term that runs on `today`. None for texts without an end.
pub fn clock(term: &Term, start: Day, today: Day) -> Option<Clock> {
    let span = current(term, start, today)?;
    let notice = last_day_for_notice(span, term.notice());
    let review = span.until.plus_months(-6).min(notice.plus_months(-3));
    let renews = matches!(term, Term::Tacit { .. });
    Some(Clock { term: span, notice, locked: today > notice, review, renews, expired: !renews && today > span.until })
}

/// When notice received on `received` ends the text: its last day. Open texts end when the notice has run out; others at the end of the
/// term that the notice is in time for. None where the term is unknown.
pub fn effective(term: &Term, start: Day, received: Day) -> Option<Day> {
    match term {
        Term::Unknown => None,
        Term::Open { notice } => Some(received.plus_months(notice.months).plus_days(notice.days)),
        Term::Fixed { .. } => current(term, start, received).map(|span| span.until),
        Term::Tacit { .. } => {
            let span = current(term, start, received)?;
            if received <= last_day_for_notice(span, term.notice()) { Some(span.until) } else { Some(nth(term, start, span.no + 1)?.until) }
        }
    }
}

fn current(term: &Term, start: Day, today: Day) -> Option<Span> {
    let first = nth(term, start, 1)?;
    let Term::Tacit { renews, .. } = term else { return Some(first) };
    if today <= first.until {
        return Some(first);
    }
    // Whole renewals that could have passed; month ends make it one off at most.
    let passed = (i64::from(today.year) - i64::from(first.until.year)) * 12 + i64::from(today.month) - i64::from(first.until.month);
    let guess = 1 + passed.div_euclid(*renews).max(0);
    (guess.max(2) - 1..=guess + 2).filter_map(|no| nth(term, start, no)).find(|s| s.from <= today && today <= s.until)
}

/// The `no`th term, from 1, reckoned from the first day of the first.
fn nth(term: &Term, start: Day, no: i64) -> Option<Span> {
    let (months, renews) = match *term {
        Term::Fixed { months, .. } if no == 1 => (months, 0),
        Term::Tacit { months, renews, .. } => (months, renews),
        _ => return None,
    };
    let begins = |no: i64| if no <= 1 { start } else { start.plus_months(months + (no - 2) * renews) };
    Some(Span { no, from: begins(no), until: start.plus_months(months + (no - 1) * renews).plus_days(-1) })
}

/// The whole length of the notice lies between this day and the term's end.
fn last_day_for_notice(span: Span, notice: Notice) -> Day {
    span.until.plus_days(1).plus_months(-notice.months).plus_days(-notice.days).plus_days(-1)
}
