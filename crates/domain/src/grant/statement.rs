//! What a party says about its own side: that it co-finances, and that its participants are at work.

use super::Grant;
use crate::{Instant, Money, PartyCode, Refusal, ids::StatementId, refusal::Value, time::Day};

/// A party states its co-financing: once while one stands, of a day that has been, for its own participants in its own currency.
pub fn state_cofinancing(grant: &Grant, party: &PartyCode, amount: Money, reference: &str, day: Day, now: Instant) -> Result<(), Refusal> {
    grant.open()?;
    let own = grant.side(party)?;
    if let Some(s) = own.statement() {
        return Err(Refusal::new("grant-cofinancing-stands", vec![("day", Value::Day(s.day))]));
    }
    if amount.currency != own.currency {
        return Err(super::money::wrong_currency(amount.currency, own.currency));
    }
    if amount.minor <= 0 {
        return Err(Refusal::new("grant-amount-zero", vec![]));
    }
    if reference.trim().is_empty() {
        return Err(Refusal::new("grant-reference-missing", vec![]));
    }
    been(day, own.day(now))
}

/// A party takes its standing statement back, saying why. Nothing more is released on it; what was released stays on record.
pub fn withdraw_statement(grant: &Grant, party: &PartyCode, reason: &str) -> Result<StatementId, Refusal> {
    let own = grant.side(party)?;
    let Some(standing) = own.statement() else {
        return Err(Refusal::new("grant-cofinancing-none", vec![]));
    };
    if reason.trim().is_empty() {
        return Err(Refusal::new("grant-reason-missing", vec![]));
    }
    Ok(standing.id.clone())
}

/// A party shows that its own participants are at work: what, since when, and a document or a sentence that shows it.
pub fn evidence(grant: &Grant, party: &PartyCode, what: &str, day: Day, now: Instant) -> Result<(), Refusal> {
    grant.open()?;
    let own = grant.side(party)?;
    if what.trim().is_empty() {
        return Err(Refusal::new("grant-evidence-empty", vec![]));
    }
    been(day, own.day(now))
}

/// A day that has been.
pub(super) fn been(day: Day, today: Day) -> Result<(), Refusal> {
    if day > today {
        return Err(Refusal::new("grant-day-in-future", vec![("day", Value::Day(day)), ("today", Value::Day(today))]));
    }
    Ok(())
}
