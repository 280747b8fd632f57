//! What bodies say at their meetings: the recommending body recommends and is presented with projects, the granting body decides (R9-R12, R145-R146, R157).

use super::{Cofinancing, Grant, Recommendation, Side, statement::been};
use crate::{
    Instant, Money, PartyCode, Refusal,
    ids::BodyId,
    programme::{Body, BodyKind},
    refusal::Value,
    time::Day,
};

/// A meeting of a body: which, how it is called, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub body: BodyId,
    /// As the minutes call it, e.g. `3/2026, item 7`.
    pub name: String,
    pub day: Day,
}

impl Meeting {
    /// Was it held by this side's own body of this kind, on a day when that body sat, not before `first` and not after today?
    fn check(&self, side: &Side, body: &Body, kind: BodyKind, first: Day, now: Instant) -> Result<(), Refusal> {
        let named = || ("body", Value::Label(body.name.clone()));
        if body.id != self.body || body.party != side.party {
            return Err(Refusal::new("grant-body-of-other", vec![named(), ("party", Value::Party(side.party.clone()))]));
        }
        if body.kind != kind {
            let key = if kind == BodyKind::Granting { "grant-body-not-granting" } else { "grant-body-not-recommending" };
            return Err(Refusal::new(key, vec![named()]));
        }
        if !body.sits_on(self.day) {
            return Err(Refusal::new("grant-body-not-sitting", vec![named(), ("day", Value::Day(self.day))]));
        }
        if self.name.trim().is_empty() {
            return Err(Refusal::new("grant-meeting-unnamed", vec![]));
        }
        been(self.day, side.day(now))?;
        if self.day < first {
            let args = vec![("day", Value::Day(self.day)), ("first", Value::Day(first))];
            return Err(Refusal::new("grant-meeting-too-early", args));
        }
        Ok(())
    }
}

/// The recommending body speaks. A recommendation needs the counterpart's standing statement (R146); the statement it rests on is
/// answered. Against a project a body may speak without it, but not without saying why.
pub fn recommend(
    grant: &Grant,
    party: &PartyCode,
    body: &Body,
    meeting: &Meeting,
    recommended: bool,
    text: &str,
    now: Instant,
) -> Result<Option<Cofinancing>, Refusal> {
    grant.open()?;
    let own = grant.side(party)?;
    if let Some(r) = &own.recommendation {
        return Err(Refusal::new("grant-recommended-already", vec![("day", Value::Day(r.meeting.day))]));
    }
    let cofinancing = if recommended { Some(Cofinancing::standing(grant, party)?) } else { None };
    meeting.check(own, body, BodyKind::Recommending, own.day(grant.agreed), now)?;
    if !recommended && text.trim().is_empty() {
        return Err(Refusal::new("grant-reason-missing", vec![]));
    }
    Ok(cofinancing)
}

/// The granting body decides on the recommendation. `granted`: the amount, none where it refuses, which it does with a reason.
pub fn decide_grant<'a>(
    grant: &'a Grant,
    party: &PartyCode,
    body: &Body,
    meeting: &Meeting,
    granted: Option<Money>,
    reason: &str,
    now: Instant,
) -> Result<&'a Recommendation, Refusal> {
    grant.open()?;
    let own = grant.side(party)?;
    if let Some(d) = &own.decision {
        return Err(Refusal::new("grant-decided-already", vec![("day", Value::Day(d.meeting.day))]));
    }
    let Some(recommendation) = &own.recommendation else {
        return Err(Refusal::new("grant-recommendation-missing", vec![("party", Value::Party(own.party.clone()))]));
    };
    match granted {
        Some(amount) => may_grant(grant, own, recommendation, amount)?,
        None if reason.trim().is_empty() => return Err(Refusal::new("grant-reason-missing", vec![])),
        None => {}
    }
    meeting.check(own, body, BodyKind::Granting, recommendation.meeting.day, now)?;
    Ok(recommendation)
}

fn may_grant(grant: &Grant, own: &Side, recommendation: &Recommendation, amount: Money) -> Result<(), Refusal> {
    if !recommendation.recommended {
        return Err(Refusal::new("grant-not-recommended", vec![("day", Value::Day(recommendation.meeting.day))]));
    }
    Cofinancing::standing(grant, &own.party)?;
    super::money::within(amount, own.requested, "grant-over-request")
}

/// A concrete project is laid before the recommending body; from then on its money can be released (R157).
pub fn present(grant: &Grant, party: &PartyCode, body: &Body, meeting: &Meeting, now: Instant) -> Result<(), Refusal> {
    grant.open()?;
    let own = grant.side(party)?;
    if let Some(m) = &own.presentation {
        return Err(Refusal::new("grant-presented-already", vec![("day", Value::Day(m.day))]));
    }
    meeting.check(own, body, BodyKind::Recommending, own.day(grant.agreed), now)
}
