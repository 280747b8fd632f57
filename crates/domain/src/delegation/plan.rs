//! The backward plan: what must be done how long before arrival. The visa clock to Denmark: apply 15 days to 6 months before, a decision may
//! take 45 days, every letter is signed.

use super::{Delegation, Member, State};
use crate::time::Day;
use jiff::{Span, civil};

crate::place::codes! {
    Step {
        Counterpart = "counterpart", Approval = "approval", Reception = "reception", Names = "names", Letter = "letter", Visa = "visa", Programme = "programme",
        Briefing = "briefing", LastVisa = "last-visa", Arrival = "arrival", Thanks = "thanks", Report = "report",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub step: Step,
    pub day: Day,
    pub done: bool,
    /// Its day has passed and it is not done.
    pub late: bool,
}

/// What has been done, as far as the house knows.
#[derive(Clone, Debug, Default)]
pub struct Done {
    pub letter: bool,
    pub programme: bool,
    /// Ticked by an officer.
    pub ticked: Vec<Step>,
}

/// Days before (minus: after) arrival; by the visa clock where the visitors need a visa to Denmark.
fn lead(step: Step, to_denmark: bool) -> i64 {
    match step {
        Step::Counterpart => 180,
        Step::Approval => 150,
        Step::Reception => 120,
        Step::Names => 75,
        Step::Letter => 60,
        Step::Visa => {
            if to_denmark {
                46
            } else {
                30
            }
        }
        Step::Programme => 30,
        Step::LastVisa => 15,
        Step::Briefing => 7,
        Step::Arrival => 0,
        Step::Thanks => -7,
        Step::Report => -30,
    }
}

/// The steps in their order; empty while no day of arrival is known, and once it is cancelled. When the visit is over, only what follows it is left.
pub fn steps(d: &Delegation, members: &[Member], done: &Done, today: Day) -> Vec<Due> {
    let (Some(arrives), true) = (d.arrives, d.state != State::Cancelled) else { return Vec::new() };
    let leaves = d.departs.unwrap_or(arrives);
    let to_denmark = d.host == "DK";
    let named = !members.is_empty() && members.iter().all(|m| !m.name.is_empty() && !m.passport.is_empty());
    let known = |step: Step| match step {
        Step::Names => named,
        Step::Letter => done.letter,
        Step::Programme => done.programme,
        Step::Arrival => d.state == State::Done,
        Step::Report => d.report != crate::Text3::default(),
        // Once the visa is there, its last day no longer matters.
        Step::LastVisa => done.ticked.contains(&Step::Visa) || done.ticked.contains(&step),
        _ => done.ticked.contains(&step),
    };
    let wanted = |step: &&Step| match step {
        Step::Thanks | Step::Report => true,
        _ if d.state == State::Done => false,
        // A journey that signs something needs approval beforehand on the Chinese side.
        Step::Approval => d.signs,
        Step::LastVisa => to_denmark,
        _ => true,
    };
    let mut all: Vec<Due> = Step::ALL
        .iter()
        .filter(wanted)
        .map(|&step| {
            let days = lead(step, to_denmark);
            let day = plus(if days < 0 { leaves } else { arrives }, -days);
            let done = known(step);
            Due { step, day, done, late: !done && day < today }
        })
        .collect();
    all.sort_by_key(|s| (s.day, s.step));
    all
}

fn date(day: Day) -> civil::Date {
    civil::Date::new(day.year, day.month, day.day).unwrap_or(civil::Date::ZERO)
}

/// A day some days later; earlier where `days` is negative.
pub fn plus(day: Day, days: i64) -> Day {
    let moved = date(day).checked_add(Span::new().days(days)).unwrap_or(date(day));
    Day { year: moved.year(), month: moved.month(), day: moved.day() }
}

/// Days from `a` to `b`.
pub fn between(a: Day, b: Day) -> i64 {
    (date(b) - date(a)).get_days().into()
}
