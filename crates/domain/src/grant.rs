//! From the joint result to the money: co-financing statements, recommendation, decision, award, instalments, release (R9-R12, R145-R146, R154-R158).
//!
//! Both sides walk the same way, each with its own bodies, currency and participants. What needs the other side's word is a type of
//! its own that only the other side's records can make (`proof`), so a release without it can't be written down.

pub mod fate;
pub mod meeting;
pub mod money;
pub mod next;
pub mod proof;
pub mod statement;

pub use fate::{Fate, Verdict, verdict};
pub use meeting::{Meeting, decide_grant, present, recommend};
pub use money::{Awardable, Pot, Releasable, Share, award, plan, release};
pub use next::{Next, Step};
pub use proof::{Activity, Cofinancing, Presented};
pub use statement::{evidence, state_cofinancing, withdraw_statement};

use crate::{
    Currency, Instant, Money, PartyCode, Refusal,
    ids::{
        ApplicationId, AwardId, DecisionId, DocumentId, EvidenceId, InstalmentId, ParticipantId, RecommendationId, ReleaseId, ResultId,
        StatementId,
    },
    refusal::Value,
    time::{Day, Zone},
};

/// One project that an accepted joint result funds or funded, seen from both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub application: ApplicationId,
    /// The application's number, as on letters.
    pub number: String,
    /// The accepted joint result that last funded the project.
    pub result: ResultId,
    /// When the second party accepted it.
    pub agreed: Instant,
    /// No later result has replaced it without this project.
    pub in_force: bool,
    /// The applicants have withdrawn.
    pub withdrawn: bool,
    pub participants: Vec<Payee>,
    /// In the order of the call's parties.
    pub sides: [Side; 2],
}

/// A participant as the money sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payee {
    pub id: ParticipantId,
    pub name: String,
    /// The party that finances it; none for an associated participant, which nobody pays (R154).
    pub party: Option<PartyCode>,
    /// What it asks for over all years; none where it asks nobody.
    pub requested: Option<Money>,
    /// Its office found it eligible; an ineligible participant gets nothing.
    pub eligible: bool,
}

/// Everything one party has put on record about the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    pub party: PartyCode,
    pub currency: Currency,
    pub zone: Zone,
    /// What the side's own eligible participants ask for.
    pub requested: Money,
    /// Hours that the side's participants put in.
    pub hours: i64,
    /// Oldest first; at most one stands.
    pub statements: Vec<Statement>,
    pub recommendation: Option<Recommendation>,
    pub decision: Option<Decision>,
    pub award: Option<Award>,
    pub presentation: Option<Meeting>,
    /// Of the side's own participants' activity, newest first.
    pub evidence: Vec<Evidence>,
    /// By number.
    pub instalments: Vec<Instalment>,
}

/// A party says that it finances its own participants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub id: StatementId,
    pub amount: Money,
    /// Number of the letter or protocol.
    pub reference: String,
    pub day: Day,
    pub document: Option<DocumentId>,
    pub at: Instant,
    pub withdrawn: Option<Withdrawn>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    pub at: Instant,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    pub id: RecommendationId,
    pub meeting: Meeting,
    pub recommended: bool,
    pub text: String,
    pub at: Instant,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub id: DecisionId,
    pub meeting: Meeting,
    /// None where the body refused.
    pub granted: Option<Money>,
    pub reason: String,
    pub at: Instant,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    pub id: AwardId,
    pub amount: Money,
    pub shares: Vec<Share>,
    pub at: Instant,
}

/// What the side's participants have done, with a document that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub id: EvidenceId,
    pub day: Day,
    pub what: String,
    pub document: Option<DocumentId>,
    pub at: Instant,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instalment {
    pub id: InstalmentId,
    /// From 1; released in this order.
    pub no: i64,
    pub amount: Money,
    pub due: Day,
    pub release: Option<Release>,
}

/// A released instalment and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    pub id: ReleaseId,
    pub statement: StatementId,
    pub evidence: EvidenceId,
    pub at: Instant,
}

impl Side {
    /// The statement that stands, if one does.
    pub fn statement(&self) -> Option<&Statement> {
        self.statements.iter().find(|s| s.withdrawn.is_none())
    }
    pub fn refused(&self) -> bool {
        self.decision.as_ref().is_some_and(|d| d.granted.is_none())
    }
    pub fn awarded(&self) -> Money {
        self.award.as_ref().map_or(Money::zero(self.currency), |a| a.amount)
    }
    /// Checked sums can't overflow here: instalments never exceed the award.
    pub fn released(&self) -> Money {
        let all = self.instalments.iter().filter(|i| i.release.is_some()).map(|i| i.amount);
        Money::sum(self.currency, all).unwrap_or(Money::zero(self.currency))
    }
    /// The first instalment that is not released.
    pub fn due(&self) -> Option<&Instalment> {
        self.instalments.iter().find(|i| i.release.is_none())
    }
    /// The day on this side's wall.
    pub fn day(&self, at: Instant) -> Day {
        self.zone.wall(at).day
    }
}

impl Grant {
    /// The side of `party`; refused where the party has none.
    pub fn side(&self, party: &PartyCode) -> Result<&Side, Refusal> {
        self.sides
            .iter()
            .find(|s| &s.party == party)
            .ok_or_else(|| Refusal::new("grant-no-such-party", vec![("party", Value::Party(party.clone()))]))
    }
    /// The side that is not `party`'s.
    pub fn counterpart(&self, party: &PartyCode) -> Result<&Side, Refusal> {
        self.side(party)?;
        if &self.sides[0].party == party { Ok(&self.sides[1]) } else { Ok(&self.sides[0]) }
    }

    /// Only what the joint result in force funds goes on (R144), and nothing goes on that was withdrawn.
    pub fn open(&self) -> Result<(), Refusal> {
        if self.withdrawn {
            return Err(Refusal::new("grant-withdrawn", vec![("number", Value::Text(self.number.clone()))]));
        }
        if !self.in_force {
            return Err(Refusal::new("grant-not-funded", vec![("number", Value::Text(self.number.clone()))]));
        }
        Ok(())
    }

    /// A refusal by the counterpart's body puts the other side's money on hold; the way out is a new joint result (joint-calls.md 6.6).
    pub fn on_hold(&self, party: &PartyCode) -> Result<(), Refusal> {
        let other = self.counterpart(party)?;
        match &other.decision {
            Some(d) if d.granted.is_none() => Err(Refusal::new(
                "grant-counterpart-refused",
                vec![("party", Value::Party(other.party.clone())), ("day", Value::Day(d.meeting.day))],
            )),
            _ => Ok(()),
        }
    }

    /// What `party` has paid out although the counterpart's statement was withdrawn since: money to talk about, not to forget.
    pub fn to_reclaim(&self, party: &PartyCode) -> Result<Option<Money>, Refusal> {
        let (own, other) = (self.side(party)?, self.counterpart(party)?);
        let withdrawn = other.statement().is_none() && !other.statements.is_empty();
        Ok((withdrawn && own.released().minor > 0).then(|| own.released()))
    }
}

#[cfg(test)]
mod tests;
