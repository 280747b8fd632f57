//! Parallel assessment by one expert group a side (R136-R141): appointment, conflicts, scores, summaries and each side's closing.

mod conflict;
mod group;
mod score;
#[cfg(test)]
mod tests;

pub use conflict::{Conflict, Dismissal, Found, Origin, Refresh, refresh};
pub use group::{Expert, Group, appoint, may_join};
pub use score::{Assessment, Draft, MAX_TEXT, Mark, close, criterion_mean, mean, save, weighted};

use crate::{
    Instant, Lang, PartyCode, Refusal,
    ids::{ApplicationId, ExpertId},
    refusal::Value,
};

/// One expert's place on one application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    pub application: ApplicationId,
    pub expert: ExpertId,
    pub at: Instant,
    /// The expert gave it back, or a conflict took it away.
    pub declined: Option<Instant>,
    /// Why it was given back; empty while it stands.
    pub reason: String,
}

impl Assignment {
    pub fn stands(&self) -> bool {
        self.declined.is_none()
    }
}

/// One side's panel on one application, after its assessments are closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    pub application: ApplicationId,
    pub party: PartyCode,
    pub body: String,
    pub lang: Lang,
    pub by: String,
    pub at: Instant,
}

/// One side has closed its assessment of the call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    pub party: PartyCode,
    pub by: String,
    pub at: Instant,
}

/// What an application's panel still lacks before the side can close.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Number on the receipt.
    pub number: String,
    pub assigned: usize,
    pub closed: usize,
    pub summarised: bool,
}

/// Both sides have closed: only then does either see the other's results, and priorities begin (R143).
pub fn both_closed(parties: &[PartyCode; 2], closings: &[Closing]) -> bool {
    parties.iter().all(|p| closings.iter().any(|c| &c.party == p))
}

/// May the panel's summary be written? After every assessment of the application on this side is closed, until the side closes.
pub fn summarise(progress: &Progress, side_closed: bool, body: &str) -> Result<(), Refusal> {
    if side_closed {
        return Err(Refusal::new("assessment-side-closed", vec![]));
    }
    if progress.assigned == 0 || progress.closed < progress.assigned {
        let args = vec![
            ("number", Value::Text(progress.number.clone())),
            ("closed", Value::Number(progress.closed as i64)),
            ("assigned", Value::Number(progress.assigned as i64)),
        ];
        return Err(Refusal::new("assessment-panel-open", args));
    }
    if body.trim().is_empty() {
        return Err(Refusal::new("required", vec![]));
    }
    Ok(())
}

/// May a side close? Every application has experts, all of them have closed, and every panel has its summary. The refusal names which lack what.
pub fn close_side(all: &[Progress], side_closed: bool) -> Result<(), Refusal> {
    let named = |key, wanted: &dyn Fn(&Progress) -> bool| {
        let numbers: Vec<&str> = all.iter().filter(|p| wanted(p)).map(|p| p.number.as_str()).collect();
        let args = vec![("count", Value::Number(numbers.len() as i64)), ("numbers", Value::Text(numbers.join(", ")))];
        if numbers.is_empty() { Ok(()) } else { Err(Refusal::new(key, args)) }
    };
    if side_closed {
        return Err(Refusal::new("assessment-side-closed", vec![]));
    }
    if all.is_empty() {
        return Err(Refusal::new("assessment-nothing", vec![]));
    }
    named("assessment-unassigned", &|p| p.assigned == 0)?;
    named("assessment-open", &|p| p.closed < p.assigned)?;
    named("assessment-unsummarised", &|p| !p.summarised)
}
