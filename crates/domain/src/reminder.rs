//! Reminders that can't be lost: what must be reminded of, in which tiers, and what should have been sent by today.
//!
//! A reminder is a row with a state. Every day the house reckons anew what should have been sent and compares it with the rows.

#[cfg(test)]
mod tests;

use crate::{Instant, Refusal, codes::codes, ids::ReminderId, time::Day};

codes! {
    /// What the day is.
    Matter { Notice = "notice", Expiry = "expiry", Review = "review", Commitment = "commitment", Approval = "approval", Ending = "ending", Anniversary = "anniversary" }
    /// First early, then near, then urgent.
    Tier { Early = "early", Near = "near", Urgent = "urgent" }
    State {
        /// In the outbox or on its way.
        Sent = "sent",
        /// A person has said: seen.
        Acknowledged = "acknowledged",
        /// Nobody said so in time: the whole office was told.
        Escalated = "escalated",
        /// A later tier or another date has taken its place.
        Overtaken = "overtaken",
        /// There was no address to send to.
        Undeliverable = "undeliverable",
    }
}

impl Tier {
    /// Days before the date on which the tier is sent.
    pub fn lead(self, matter: Matter) -> i64 {
        match (matter, self) {
            (Matter::Notice | Matter::Expiry, Tier::Early) => 183,
            (Matter::Notice | Matter::Expiry, Tier::Near) => 92,
            (Matter::Notice | Matter::Expiry, Tier::Urgent) => 30,
            (Matter::Anniversary, Tier::Early) => 365,
            (Matter::Anniversary, Tier::Near) => 183,
            (Matter::Anniversary, Tier::Urgent) => 92,
            (_, Tier::Early) => 60,
            (_, Tier::Near) => 21,
            (_, Tier::Urgent) => 3,
        }
    }
}

/// Days a person has to acknowledge before the office is told.
pub const PATIENCE_DAYS: i64 = 7;
/// Hours after which a daily run counts as missed.
pub const RUN_HOURS: i64 = 26;

/// A day that passed while the house stood still is told for so long; what is older is history.
pub const GRACE_DAYS: i64 = 60;

/// A day that must not be missed, of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Duty {
    pub matter: Matter,
    /// Id of the instrument, commitment, approval or partnership.
    pub subject: String,
    pub due: Day,
}

/// A reminder as it stands in the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    pub id: ReminderId,
    pub duty: Duty,
    pub tier: Tier,
    /// The day it should have been sent.
    pub planned: Day,
    pub state: State,
    pub sent: Instant,
    /// Days it was sent late; anything but 0 is shown.
    pub late: i64,
    pub acknowledged_by: String,
    pub acknowledged_at: Option<Instant>,
}

/// What the daily run has to do.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Work {
    /// Duty, tier, the day it was planned for, days late.
    pub send: Vec<(Duty, Tier, Day, i64)>,
    pub escalate: Vec<ReminderId>,
    pub overtake: Vec<ReminderId>,
}

/// The tier that should have been sent by `today`, with its planned day: the latest that has begun.
pub fn tier_due(duty: &Duty, today: Day) -> Option<(Tier, Day)> {
    let begun = |tier: &Tier| {
        let planned = duty.due.plus_days(-tier.lead(duty.matter));
        (planned <= today).then_some((*tier, planned))
    };
    Tier::ALL.iter().rev().find_map(begun)
}

/// Compares what should have been sent with the rows. Run twice on a day it finds nothing more to do.
pub fn reconcile(duties: &[Duty], rows: &[Reminder], today: Day, day_of: impl Fn(Instant) -> Day) -> Work {
    let mut work = Work::default();
    for duty in duties.iter().filter(|d| d.due.days_until(today) <= GRACE_DAYS) {
        let Some((tier, planned)) = tier_due(duty, today) else { continue };
        let of_duty = || rows.iter().filter(|r| &r.duty == duty);
        if !of_duty().any(|r| r.tier == tier) {
            work.send.push((duty.clone(), tier, planned, planned.days_until(today)));
            work.overtake.extend(of_duty().filter(|r| r.state == State::Sent || r.state == State::Escalated).map(|r| r.id.clone()));
        }
    }
    for row in rows.iter().filter(|r| matches!(r.state, State::Sent | State::Escalated | State::Undeliverable)) {
        let stands = duties.contains(&row.duty);
        if !stands {
            work.overtake.push(row.id.clone());
        } else if row.state == State::Sent && !work.overtake.contains(&row.id) && day_of(row.sent).days_until(today) >= PATIENCE_DAYS {
            work.escalate.push(row.id.clone());
        }
    }
    work
}

/// A person has seen it.
pub fn acknowledge(r: &mut Reminder, by: &str, at: Instant) -> Result<(), Refusal> {
    if matches!(r.state, State::Acknowledged | State::Overtaken) {
        return Err(Refusal::new("reminder-settled", vec![]));
    }
    r.state = State::Acknowledged;
    r.acknowledged_by = by.into();
    r.acknowledged_at = Some(at);
    Ok(())
}
