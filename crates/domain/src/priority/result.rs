//! The joint result: one side proposes, the other accepts or declines; a withdrawal leads to a new version, never to a lost award.

use super::{Round, Why, round};
use crate::{
    Instant, PartyCode, Refusal,
    ids::{ApplicationId, ResultId},
    refusal::Value,
};

/// What becomes of one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Funded,
    /// May follow when money comes free; places from 1.
    Reserve {
        place: u32,
        why: Why,
    },
    Out {
        why: Why,
    },
}

impl Outcome {
    pub fn code(&self) -> &'static str {
        match self {
            Outcome::Funded => "funded",
            Outcome::Reserve { .. } => "reserve",
            Outcome::Out { .. } => "out",
        }
    }
    /// Place on the reserve list, 0 where there is none.
    pub fn place(&self) -> u32 {
        if let Outcome::Reserve { place, .. } = self { *place } else { 0 }
    }
    pub fn why(&self) -> Option<&Why> {
        match self {
            Outcome::Funded => None,
            Outcome::Reserve { why, .. } | Outcome::Out { why } => Some(why),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Pending,
    Accepted { by: PartyCode, at: Instant },
    Declined { by: PartyCode, at: Instant, reason: String },
}

impl Answer {
    pub fn code(&self) -> &'static str {
        match self {
            Answer::Pending => "",
            Answer::Accepted { .. } => "accepted",
            Answer::Declined { .. } => "declined",
        }
    }
}

/// One version of the joint result. Every version is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub id: ResultId,
    /// From 1 within the call.
    pub no: u32,
    pub round: u32,
    /// Named rule, see `solve`.
    pub policy: String,
    pub proposed_by: PartyCode,
    pub at: Instant,
    /// SHA-256 of the canonical body, 64 hexadecimal digits.
    pub sha256: String,
    pub answer: Answer,
    /// A later version was agreed.
    pub superseded: Option<Instant>,
    /// Numbers of the withdrawn or refused projects that made this version necessary; empty for a first result.
    pub cause: String,
    /// What both should know of it, above all why a project was set in or out by hand.
    pub note: String,
}

impl Version {
    /// Agreed by both and not replaced.
    pub fn in_force(&self) -> bool {
        matches!(self.answer, Answer::Accepted { .. }) && self.superseded.is_none()
    }
}

/// What a proposal rests on.
pub struct Proposal<'a> {
    pub party: &'a PartyCode,
    pub versions: &'a [Version],
    /// Numbers of projects funded by the version in force that were withdrawn or refused since.
    pub withdrawn: &'a [String],
    /// Projects set in or out by hand.
    pub by_hand: usize,
    pub note: &'a str,
}

/// A proposal is made on open lists, one at a time, and a result in force is only reopened by a withdrawal.
pub fn propose(round: &Round, p: &Proposal) -> Result<(), Refusal> {
    round::open_to_both(round)?;
    if let Some(pending) = p.versions.iter().find(|v| v.answer == Answer::Pending) {
        return Err(Refusal::new(
            "result-pending",
            vec![("party", Value::Party(pending.proposed_by.clone())), ("version", Value::Number(pending.no.into()))],
        ));
    }
    if let Some(agreed) = p.versions.iter().find(|v| v.in_force())
        && p.withdrawn.is_empty()
    {
        return Err(Refusal::new("result-agreed", vec![("version", Value::Number(agreed.no.into()))]));
    }
    if p.by_hand > 0 && p.note.trim().is_empty() {
        return Err(Refusal::new("result-note-missing", vec![("count", Value::Number(p.by_hand as i64))]));
    }
    Ok(())
}

/// The other side answers, once (R129, R143). `reason` is needed to decline.
pub fn answer(version: &Version, party: &PartyCode, accept: bool, reason: &str) -> Result<(), Refusal> {
    if version.answer != Answer::Pending {
        return Err(Refusal::new("result-answered", vec![("version", Value::Number(version.no.into()))]));
    }
    if version.proposed_by == *party {
        return Err(Refusal::new("result-own", vec![("party", Value::Party(party.clone()))]));
    }
    if !accept && reason.trim().is_empty() {
        return Err(Refusal::new("result-decline-reason", vec![]));
    }
    Ok(())
}

/// What must stay in a re-run: everything signed that was not withdrawn (joint-calls.md 6.6).
pub fn kept(signed: &[ApplicationId], withdrawn: &[ApplicationId]) -> Vec<ApplicationId> {
    signed.iter().filter(|id| !withdrawn.contains(id)).cloned().collect()
}

/// The last check of any funded set before it is frozen: candidates only (R144), within both pots, signed ones kept.
pub fn check(funded: &[ApplicationId], candidates: &[ApplicationId], kept: &[ApplicationId], left: [i128; 2]) -> Result<(), Refusal> {
    let word = |id: &ApplicationId| vec![("id", Value::Text(id.to_string()))];
    if let Some(stray) = funded.iter().find(|id| !candidates.contains(id)) {
        return Err(Refusal::new("result-not-a-candidate", word(stray)));
    }
    if let Some(lost) = kept.iter().find(|id| !funded.contains(id)) {
        return Err(Refusal::new("result-drops-signed", word(lost)));
    }
    if left.iter().any(|left| *left < 0) { Err(Refusal::new("result-overdraws", vec![])) } else { Ok(()) }
}
