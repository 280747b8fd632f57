//! Whose turn it is: the next step of each side, and whom it waits for.

use super::{Activity, Cofinancing, Grant, Side};
use crate::PartyCode;

/// What a side does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    StateCofinancing,
    Recommend,
    Decide,
    Award,
    Plan,
    Present,
    EvidenceActivity,
    Release,
    /// Every instalment is released.
    Done,
    /// The side's own body refused, or the project is no longer funded.
    Stopped,
    /// The counterpart's body refused: a new joint result is the way out.
    OnHold,
}

impl Step {
    pub fn code(self) -> &'static str {
        match self {
            Step::StateCofinancing => "state-cofinancing",
            Step::Recommend => "recommend",
            Step::Decide => "decide",
            Step::Award => "award",
            Step::Plan => "plan",
            Step::Present => "present",
            Step::EvidenceActivity => "evidence",
            Step::Release => "release",
            Step::Done => "done",
            Step::Stopped => "stopped",
            Step::OnHold => "on-hold",
        }
    }
    /// Somebody has to do something.
    pub fn is_open(self) -> bool {
        !matches!(self, Step::Done | Step::Stopped | Step::OnHold)
    }
}

/// A side's next step; `waits_for` names the other party where that has to act first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    pub party: PartyCode,
    pub step: Step,
    pub waits_for: Option<PartyCode>,
}

impl Grant {
    /// Both sides' next steps, in the order of the sides.
    pub fn next(&self) -> [Next; 2] {
        [self.next_of(&self.sides[0], &self.sides[1]), self.next_of(&self.sides[1], &self.sides[0])]
    }

    fn next_of(&self, own: &Side, other: &Side) -> Next {
        let at = |step| Next { party: own.party.clone(), step, waits_for: None };
        let waiting = |step| Next { waits_for: Some(other.party.clone()), ..at(step) };
        if self.open().is_err() || own.refused() {
            return at(Step::Stopped);
        }
        if other.refused() {
            return at(Step::OnHold);
        }
        if own.award.is_some() && own.due().is_none() && !own.instalments.is_empty() {
            return at(Step::Done);
        }
        if own.statement().is_none() {
            return at(Step::StateCofinancing);
        }
        let stated = Cofinancing::standing(self, &own.party).is_ok();
        let step = self.office_step(own);
        match step {
            Step::Plan | Step::Present | Step::EvidenceActivity => at(step),
            Step::Recommend | Step::Decide | Step::Award if !stated => waiting(step),
            Step::Release if !stated || Activity::of_counterpart(self, &own.party).is_err() => waiting(step),
            _ => at(step),
        }
    }

    /// The first of the side's own steps that is not done.
    fn office_step(&self, own: &Side) -> Step {
        match own {
            Side { recommendation: None, .. } => Step::Recommend,
            Side { decision: None, .. } => Step::Decide,
            Side { award: None, .. } => Step::Award,
            Side { instalments, .. } if instalments.is_empty() => Step::Plan,
            Side { presentation: None, .. } => Step::Present,
            Side { evidence, .. } if evidence.is_empty() => Step::EvidenceActivity,
            _ => Step::Release,
        }
    }
}
