//! What became of an application, for the letter to its applicants and for the board's paper: every application has one fate and a reason.

use super::{Grant, Side};
use crate::{Money, PartyCode, Refusal, refusal::Value, time::Day};

/// What became of one application on the way to a grant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// An office found that it does not meet the formal conditions; these offices.
    Ineligible { by: Vec<PartyCode> },
    /// The applicants withdrew it.
    Withdrawn,
    /// Both parties fund it.
    Funded,
    /// On the reserve list, place from 1.
    Reserve { place: u32 },
    /// Not both parties ranked it.
    NotPrioritised,
    /// Both parties ranked it, and the money or the agreed rule did not reach it.
    Beyond,
    /// Never whole in time, so that it took no part.
    Lapsed,
    /// Was in an agreed result and fell away when a granting body refused it; these parties' bodies.
    Fallen { by: Vec<PartyCode> },
}

impl Fate {
    /// Stable name in the database, in `outcome.json` and in keys of the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Fate::Ineligible { .. } => "ineligible",
            Fate::Withdrawn => "withdrawn",
            Fate::Funded => "funded",
            Fate::Reserve { .. } => "reserve",
            Fate::NotPrioritised => "not-prioritised",
            Fate::Beyond => "beyond",
            Fate::Lapsed => "lapsed",
            Fate::Fallen { .. } => "fallen",
        }
    }
}

/// What a party's letter says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Granted { amount: Money, decided: Day },
    Reserve { place: u32 },
    Refused,
}

impl Verdict {
    pub fn code(&self) -> &'static str {
        match self {
            Verdict::Granted { .. } => "granted",
            Verdict::Reserve { .. } => "reserve",
            Verdict::Refused => "refused",
        }
    }
}

/// What a party may write to the applicants now. A funded project's letter waits for the party's own decision and, where money is
/// granted, for the award; a project on hold because the counterpart's body refused has no letter yet. Nobody writes about a
/// withdrawn application.
pub fn verdict(fate: &Fate, grant: Option<&Grant>, party: &PartyCode) -> Result<Option<Verdict>, Refusal> {
    match (fate, grant) {
        (Fate::Withdrawn, _) => Ok(None),
        (Fate::Reserve { place }, _) => Ok(Some(Verdict::Reserve { place: *place })),
        (Fate::Ineligible { .. } | Fate::NotPrioritised | Fate::Beyond | Fate::Lapsed | Fate::Fallen { .. }, _) => {
            Ok(Some(Verdict::Refused))
        }
        (Fate::Funded, Some(grant)) => funded(grant, grant.side(party)?).map(Some),
        (Fate::Funded, None) => Err(Refusal::new("grant-decision-missing", vec![("party", Value::Party(party.clone()))])),
    }
}

fn funded(grant: &Grant, own: &Side) -> Result<Verdict, Refusal> {
    match (&own.decision, &own.award) {
        (None, _) => Err(Refusal::new("grant-decision-missing", vec![("party", Value::Party(own.party.clone()))])),
        (Some(d), _) if d.granted.is_none() => Ok(Verdict::Refused),
        (Some(_), None) => {
            grant.on_hold(&own.party)?;
            Err(Refusal::new("grant-award-missing", vec![("party", Value::Party(own.party.clone()))]))
        }
        (Some(d), Some(award)) => Ok(Verdict::Granted { amount: award.amount, decided: d.meeting.day }),
    }
}
