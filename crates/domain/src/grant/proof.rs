//! What a side's money rests on. The fields are private: a proof comes from the records of the side that owes it, or not at all.

use super::{Evidence, Grant, Meeting, Statement};
use crate::{
    Money, PartyCode, Refusal,
    ids::{EvidenceId, StatementId},
    refusal::Value,
};

/// The counterpart finances its own participants (R146, R158).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cofinancing {
    statement: StatementId,
    by: PartyCode,
    amount: Money,
}

impl Cofinancing {
    /// The standing statement of the party that is *not* `payer`.
    pub fn standing(grant: &Grant, payer: &PartyCode) -> Result<Cofinancing, Refusal> {
        let other = grant.counterpart(payer)?;
        let owed = |key, s: Option<&Statement>| {
            let mut args = vec![("party", Value::Party(other.party.clone()))];
            args.extend(s.and_then(|s| s.withdrawn.as_ref()).map(|w| ("since", Value::At(w.at))));
            Refusal::new(key, args)
        };
        match (other.statement(), other.statements.last()) {
            (Some(s), _) => Ok(Cofinancing { statement: s.id.clone(), by: other.party.clone(), amount: s.amount }),
            (None, Some(last)) => Err(owed("grant-cofinancing-withdrawn", Some(last))),
            (None, None) => Err(owed("grant-cofinancing-missing", None)),
        }
    }
    pub fn statement(&self) -> &StatementId {
        &self.statement
    }
    pub fn by(&self) -> &PartyCode {
        &self.by
    }
    pub fn amount(&self) -> Money {
        self.amount
    }
}

/// The counterpart's participants are at work (R158).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    evidence: EvidenceId,
    by: PartyCode,
}

impl Activity {
    /// The newest evidence of the party that is *not* `payer`.
    pub fn of_counterpart(grant: &Grant, payer: &PartyCode) -> Result<Activity, Refusal> {
        let other = grant.counterpart(payer)?;
        let newest: Option<&Evidence> = other.evidence.iter().max_by_key(|e| (e.day, e.at));
        match newest {
            Some(e) => Ok(Activity { evidence: e.id.clone(), by: other.party.clone() }),
            None => Err(Refusal::new("grant-activity-missing", vec![("party", Value::Party(other.party.clone()))])),
        }
    }
    pub fn evidence(&self) -> &EvidenceId {
        &self.evidence
    }
    pub fn by(&self) -> &PartyCode {
        &self.by
    }
}

/// The project was presented to the payer's own recommending body (R157).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presented {
    meeting: Meeting,
}

impl Presented {
    pub fn to_own_body(grant: &Grant, payer: &PartyCode) -> Result<Presented, Refusal> {
        let own = grant.side(payer)?;
        match &own.presentation {
            Some(meeting) => Ok(Presented { meeting: meeting.clone() }),
            None => Err(Refusal::new("grant-not-presented", vec![("party", Value::Party(own.party.clone()))])),
        }
    }
    pub fn meeting(&self) -> &Meeting {
        &self.meeting
    }
}
