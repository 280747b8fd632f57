//! The deadline as it counts for one application, and requests to come later than it (joint-calls.md 6.1, 7, 10.1).

use crate::{Instant, PartyCode, Refusal, call::Call, refusal::Value};

/// A consortium asks to submit after the closing; an officer of each side may grant an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateRequest {
    pub id: String,
    pub at: Instant,
    pub reason: String,
    pub by: String,
    /// One answer a party: granted until, or none where it was declined.
    pub answers: Vec<LateAnswer>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateAnswer {
    pub party: PartyCode,
    pub at: Instant,
    pub until: Option<Instant>,
    pub text: String,
}

impl LateRequest {
    /// The instant both sides granted: the earlier of the two, because neither side can lengthen the other's grace.
    pub fn granted(&self, parties: &[PartyCode; 2]) -> Option<Instant> {
        let of = |party: &PartyCode| self.answers.iter().find(|a| &a.party == party).and_then(|a| a.until);
        Some(of(&parties[0])?.min(of(&parties[1])?))
    }
    /// Some side has yet to answer, and none has declined.
    pub fn is_open(&self, parties: &[PartyCode; 2]) -> bool {
        self.answers.iter().all(|a| a.until.is_some()) && parties.iter().any(|p| self.answered_by(p).is_none())
    }
    pub fn answered_by(&self, party: &PartyCode) -> Option<&LateAnswer> {
        self.answers.iter().find(|a| &a.party == party)
    }
}

/// The last instant for submitting this application: the call's closing, or what was granted.
pub fn deadline(call: &Call, requests: &[LateRequest]) -> Instant {
    requests.iter().filter_map(|r| r.granted(&call.parties)).fold(call.window.closes, Instant::max)
}

/// Whether a submission now would be in time (`false`), in granted grace (`true`, flagged late), or refused.
pub(super) fn lateness(call: &Call, requests: &[LateRequest], now: Instant) -> Result<bool, Refusal> {
    match call.accepts(now) {
        Ok(()) => Ok(false),
        Err(_) if now > call.window.closes && now <= deadline(call, requests) => Ok(true),
        Err(refusal) if now <= call.window.closes => Err(refusal),
        Err(_) => Err(Refusal::new("application-closed", vec![("since", Value::At(deadline(call, requests)))])),
    }
}
