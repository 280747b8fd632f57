//! Administrative handling by both offices (R133-R134): verdicts per participant of one's own side and on the whole, and what they add up to.

mod finding;
#[cfg(test)]
mod tests;

pub use finding::{Elsewhere, Entrant, Finding, HOURS_TOLERANCE, Weight, elsewhere, findings, shared};

use crate::{
    Instant, PartyCode, Refusal,
    application::Application,
    call::{Call, Phase},
    ids::{ApplicationId, ParticipantId},
    refusal::Value,
};
use std::collections::HashSet;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    Eligible,
    Ineligible,
}

impl Verdict {
    pub const ALL: [Verdict; 2] = [Verdict::Eligible, Verdict::Ineligible];
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Eligible => "eligible",
            Verdict::Ineligible => "ineligible",
        }
    }
    pub fn parse(s: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|v| v.code() == s)
    }
}

/// An office's verdict on one participant of its own side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eligibility {
    pub participant: ParticipantId,
    pub party: PartyCode,
    pub verdict: Verdict,
    /// Never empty where ineligible.
    pub reason: String,
    pub by: String,
    pub at: Instant,
}

/// One office's verdict on an application as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handling {
    pub application: ApplicationId,
    pub party: PartyCode,
    pub verdict: Verdict,
    /// Never empty where ineligible.
    pub note: String,
    pub by: String,
    pub at: Instant,
}

/// What the two verdicts add up to: one "ineligible" is enough, and both reasons are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Joint {
    /// Still to be handled by these.
    Open(Vec<PartyCode>),
    Eligible,
    /// Who says so and why.
    Ineligible(Vec<(PartyCode, String)>),
}

/// The joint verdict on one application from what its two offices said of it.
pub fn joint(parties: &[PartyCode; 2], said: &[&Handling]) -> Joint {
    let open: Vec<PartyCode> = parties.iter().filter(|p| !said.iter().any(|h| &h.party == *p)).cloned().collect();
    if !open.is_empty() {
        return Joint::Open(open);
    }
    let against: Vec<(PartyCode, String)> =
        said.iter().filter(|h| h.verdict == Verdict::Ineligible).map(|h| (h.party.clone(), h.note.clone())).collect();
    if against.is_empty() { Joint::Eligible } else { Joint::Ineligible(against) }
}

/// May an office record or change a verdict on this application now? Not on drafts, not while submissions may still change,
/// not once assessment has started.
pub fn open(call: &Call, app: &Application, started: bool, now: Instant) -> Result<(), Refusal> {
    if !app.is_submitted() {
        return Err(Refusal::new("handling-not-submitted", vec![]));
    }
    if !matches!(call.phase(now), Phase::Completing | Phase::Closed) {
        return Err(Refusal::new("handling-call-open", vec![("closes", Value::At(call.window.closes))]));
    }
    if started {
        return Err(Refusal::new("handling-started", vec![]));
    }
    Ok(())
}

/// An "ineligible" needs its reason: the applicants have a right to it (forvaltningsloven s. 22).
pub fn reasoned(verdict: Verdict, reason: &str) -> Result<(), Refusal> {
    if verdict == Verdict::Ineligible && reason.trim().is_empty() {
        return Err(Refusal::new("handling-reason", vec![]));
    }
    Ok(())
}

/// May `party` give this verdict on the whole? Each participant of its own side has been judged, and a whole without one
/// eligible participant on that side is not eligible (R14).
pub fn conclude(app: &Application, party: &PartyCode, verdict: Verdict, judged: &[Eligibility]) -> Result<(), Refusal> {
    if verdict == Verdict::Ineligible {
        return Ok(());
    }
    let of = |id: &ParticipantId| judged.iter().find(|e| &e.participant == id).map(|e| e.verdict);
    let unjudged: Vec<&str> = app.of(party).filter(|p| of(&p.id).is_none()).map(|p| p.name.as_str()).collect();
    if !unjudged.is_empty() {
        return Err(Refusal::new("handling-participants-open", vec![("names", Value::Text(unjudged.join("; ")))]));
    }
    if !app.of(party).any(|p| of(&p.id) == Some(Verdict::Eligible)) {
        return Err(Refusal::new("handling-none-eligible", vec![("party", Value::Party(party.clone()))]));
    }
    Ok(())
}

/// R134: assessment starts only when both offices have handled every submitted application; the refusal says how many are open and whose.
pub fn complete(parties: &[PartyCode; 2], submitted: &[ApplicationId], said: &[Handling]) -> Result<(), Refusal> {
    let done: HashSet<(&ApplicationId, &PartyCode)> = said.iter().map(|h| (&h.application, &h.party)).collect();
    let open = |party: &PartyCode| submitted.iter().filter(|id| !done.contains(&(*id, party))).count() as i64;
    let (first, second) = (open(&parties[0]), open(&parties[1]));
    if first + second == 0 {
        return Ok(());
    }
    let args = vec![
        ("first", Value::Party(parties[0].clone())),
        ("first-open", Value::Number(first)),
        ("second", Value::Party(parties[1].clone())),
        ("second-open", Value::Number(second)),
        ("total", Value::Number(submitted.len() as i64)),
    ];
    Err(Refusal::new("handling-open", args))
}
