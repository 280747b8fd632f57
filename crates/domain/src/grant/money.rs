//! Award, instalments and release. What may be written is a type that only these rules make (R154, R157, R158).

use super::{Activity, Cofinancing, Grant, Instalment, Presented, Side};
use crate::{
    Currency, Money, PartyCode, Refusal,
    ids::{DecisionId, InstalmentId, ParticipantId, ResultId},
    money::MoneyProblem,
    refusal::Value,
    time::Day,
};

/// What one participant gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    pub participant: ParticipantId,
    pub amount: Money,
}

/// A party's money for the call, and what its other awards have taken of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pot {
    pub set_aside: Money,
    pub awarded: Money,
}

impl Pot {
    pub fn left(&self) -> Result<Money, Refusal> {
        self.set_aside.minus(self.awarded).map_err(broken)
    }
}

/// An award that keeps every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Awardable {
    party: PartyCode,
    result: ResultId,
    decision: DecisionId,
    amount: Money,
    shares: Vec<Share>,
}

impl Awardable {
    pub fn party(&self) -> &PartyCode {
        &self.party
    }
    pub fn result(&self) -> &ResultId {
        &self.result
    }
    pub fn decision(&self) -> &DecisionId {
        &self.decision
    }
    pub fn amount(&self) -> Money {
        self.amount
    }
    pub fn shares(&self) -> &[Share] {
        &self.shares
    }
}

/// A party awards to its own participants what its granting body granted: never more than was granted or asked for, never to a
/// participant of the other party or an associated one (R154), never more than the pot holds.
pub fn award(grant: &Grant, party: &PartyCode, amount: Money, shares: &[Share], pot: &Pot) -> Result<Awardable, Refusal> {
    grant.open()?;
    let own = grant.side(party)?;
    if let Some(a) = &own.award {
        return Err(Refusal::new("grant-awarded-already", vec![("money", Value::Money(a.amount))]));
    }
    let Some(decision) = &own.decision else {
        return Err(Refusal::new("grant-decision-missing", vec![("party", Value::Party(own.party.clone()))]));
    };
    let Some(granted) = decision.granted else {
        return Err(Refusal::new("grant-refused", vec![("day", Value::Day(decision.meeting.day))]));
    };
    grant.on_hold(party)?;
    Cofinancing::standing(grant, party)?;
    within(amount, granted, "grant-over-decision")?;
    within(amount, own.requested, "grant-over-request")?;
    let shares = own_shares(grant, own, shares)?;
    let sum = Money::sum(own.currency, shares.iter().map(|s| s.amount)).map_err(broken)?;
    if sum != amount {
        return Err(Refusal::new("grant-shares-sum", vec![("sum", Value::Money(sum)), ("money", Value::Money(amount))]));
    }
    fits(own, amount, pot)?;
    Ok(Awardable { party: own.party.clone(), result: grant.result.clone(), decision: decision.id.clone(), amount, shares })
}

/// The shares above zero, each for one of the side's own participants and not above what it asked for.
fn own_shares(grant: &Grant, own: &Side, shares: &[Share]) -> Result<Vec<Share>, Refusal> {
    let mut seen: Vec<Share> = Vec::new();
    for share in shares {
        let Some(payee) = grant.participants.iter().find(|p| p.id == share.participant) else {
            return Err(Refusal::new("grant-share-stranger", vec![]));
        };
        let name = ("name", Value::Text(payee.name.clone()));
        match &payee.party {
            None => return Err(Refusal::new("grant-share-associated", vec![name])),
            Some(p) if p != &own.party => {
                let args = vec![name, ("party", Value::Party(p.clone())), ("payer", Value::Party(own.party.clone()))];
                return Err(Refusal::new("grant-share-other-side", args));
            }
            Some(_) if !payee.eligible && share.amount.minor > 0 => return Err(Refusal::new("grant-share-ineligible", vec![name])),
            Some(_) => {}
        }
        if share.amount.currency != own.currency {
            return Err(wrong_currency(share.amount.currency, own.currency));
        }
        if seen.iter().any(|s| s.participant == share.participant) {
            return Err(Refusal::new("grant-share-twice", vec![name]));
        }
        let asked = payee.requested.unwrap_or(Money::zero(own.currency));
        if share.amount.minor < 0 || share.amount.minor > asked.minor {
            return Err(Refusal::new("grant-share-over-request", vec![name, ("money", Value::Money(asked))]));
        }
        seen.push(share.clone());
    }
    seen.retain(|s| s.amount.minor > 0);
    Ok(seen)
}

/// The refusal names the pot and how much it is short by.
fn fits(own: &Side, amount: Money, pot: &Pot) -> Result<(), Refusal> {
    let left = pot.left()?;
    let short = amount.minus(left).map_err(broken)?;
    if short.minor > 0 {
        let args = vec![("party", Value::Party(own.party.clone())), ("left", Value::Money(left)), ("short", Value::Money(short))];
        return Err(Refusal::new("grant-pot-short", args));
    }
    Ok(())
}

/// Lays out the instalments that are not released yet: each with an amount above zero, days in order, and with what was released
/// they make up the award to the last hundredth. Answers number, amount and day of each.
pub fn plan(grant: &Grant, party: &PartyCode, wanted: &[(Money, Day)]) -> Result<Vec<(i64, Money, Day)>, Refusal> {
    grant.open()?;
    let own = grant.side(party)?;
    let Some(award) = &own.award else {
        return Err(Refusal::new("grant-award-missing", vec![("party", Value::Party(own.party.clone()))]));
    };
    if let Some((money, _)) = wanted.iter().find(|(m, _)| m.minor <= 0 || m.currency != own.currency) {
        return Err(if money.currency == own.currency {
            Refusal::new("grant-amount-zero", vec![])
        } else {
            wrong_currency(money.currency, own.currency)
        });
    }
    if wanted.windows(2).any(|w| w[0].1 > w[1].1) {
        return Err(Refusal::new("grant-plan-order", vec![]));
    }
    let ahead = Money::sum(own.currency, wanted.iter().map(|(m, _)| *m)).map_err(broken)?;
    let sum = ahead.plus(own.released()).map_err(broken)?;
    if sum != award.amount {
        return Err(Refusal::new("grant-plan-sum", vec![("sum", Value::Money(sum)), ("money", Value::Money(award.amount))]));
    }
    let first = own.instalments.iter().filter(|i| i.release.is_some()).count() as i64 + 1;
    Ok((first..).zip(wanted).map(|(no, (money, day))| (no, *money, *day)).collect())
}

/// An instalment that may be paid, with all that it rests on. There is no other way to make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Releasable {
    instalment: InstalmentId,
    no: i64,
    amount: Money,
    payer: PartyCode,
    presented: Presented,
    cofinancing: Cofinancing,
    activity: Activity,
}

impl Releasable {
    pub fn instalment(&self) -> &InstalmentId {
        &self.instalment
    }
    pub fn no(&self) -> i64 {
        self.no
    }
    pub fn amount(&self) -> Money {
        self.amount
    }
    pub fn payer(&self) -> &PartyCode {
        &self.payer
    }
    pub fn presented(&self) -> &Presented {
        &self.presented
    }
    pub fn cofinancing(&self) -> &Cofinancing {
        &self.cofinancing
    }
    pub fn activity(&self) -> &Activity {
        &self.activity
    }
}

/// Releases an instalment, or says the first thing that is missing and who owes it (R157, R158).
pub fn release(grant: &Grant, party: &PartyCode, id: &InstalmentId) -> Result<Releasable, Refusal> {
    let own = grant.side(party)?;
    let instalment = in_turn(own, id)?;
    grant.open()?;
    grant.on_hold(party)?;
    let presented = Presented::to_own_body(grant, party)?;
    let cofinancing = Cofinancing::standing(grant, party)?;
    let activity = Activity::of_counterpart(grant, party)?;
    let total = own.released().plus(instalment.amount).map_err(broken)?;
    within(total, own.awarded(), "grant-over-award")?;
    let Instalment { id, no, amount, .. } = instalment.clone();
    Ok(Releasable { instalment: id, no, amount, payer: own.party.clone(), presented, cofinancing, activity })
}

/// Everything that still stands between a side and its next instalment, for a screen that shows it all at once.
pub fn missing(grant: &Grant, party: &PartyCode) -> Vec<Refusal> {
    let checks = [
        grant.open(),
        grant.on_hold(party),
        Presented::to_own_body(grant, party).map(drop),
        Cofinancing::standing(grant, party).map(drop),
        Activity::of_counterpart(grant, party).map(drop),
    ];
    checks.into_iter().filter_map(Result::err).collect()
}

fn in_turn<'a>(own: &'a Side, id: &InstalmentId) -> Result<&'a Instalment, Refusal> {
    let Some(instalment) = own.instalments.iter().find(|i| &i.id == id) else {
        return Err(Refusal::new("grant-instalment-unknown", vec![]));
    };
    if let Some(r) = &instalment.release {
        return Err(Refusal::new("grant-released-already", vec![("number", Value::Number(instalment.no)), ("since", Value::At(r.at))]));
    }
    match own.due() {
        Some(due) if due.no < instalment.no => {
            Err(Refusal::new("grant-release-order", vec![("number", Value::Number(instalment.no)), ("first", Value::Number(due.no))]))
        }
        _ => Ok(instalment),
    }
}

/// `amount` is above zero, in the limit's currency and not above it.
pub(super) fn within(amount: Money, limit: Money, key: &'static str) -> Result<(), Refusal> {
    if amount.currency != limit.currency {
        return Err(wrong_currency(amount.currency, limit.currency));
    }
    if amount.minor <= 0 {
        return Err(Refusal::new("grant-amount-zero", vec![]));
    }
    if amount.minor > limit.minor {
        return Err(Refusal::new(key, vec![("money", Value::Money(amount)), ("limit", Value::Money(limit))]));
    }
    Ok(())
}

pub(super) fn wrong_currency(typed: Currency, wanted: Currency) -> Refusal {
    Refusal::new("grant-currency", vec![("typed", Value::Text(typed.code().into())), ("currency", Value::Text(wanted.code().into()))])
}

fn broken(problem: MoneyProblem) -> Refusal {
    match problem {
        MoneyProblem::Mixed(a, b) => wrong_currency(a, b),
        MoneyProblem::Overflow => Refusal::new("amount-too-large", vec![]),
    }
}
