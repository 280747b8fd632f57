//! What may happen to a text, and why not.

use super::{Approval, Bound, Instrument, Outcome, Side, Signatory, State, effective};
use crate::{Refusal, codes::codes, edtf::Edtf, refusal::Value, time::Day};

codes! {
    /// Who asked for the end.
    By { A = "a", B = "b", Both = "both" }
}

/// Notice: when it was received, why and by whom; and the day it takes effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    pub requested: Day,
    pub by: By,
    pub reason: String,
    pub effective: Day,
}

fn only(i: &Instrument, from: &[State]) -> Result<(), Refusal> {
    if from.contains(&i.state) { Ok(()) } else { Err(Refusal::new("instrument-state", vec![("state", Value::Key(state_key(i.state)))])) }
}

/// Key of a state's word in the catalogues.
fn state_key(s: State) -> &'static str {
    match s {
        State::Draft => "instrument-state-draft",
        State::Offered => "instrument-state-offered",
        State::Signed => "instrument-state-signed",
        State::InForce => "instrument-state-in-force",
        State::NoticeGiven => "instrument-state-notice-given",
        State::Ended => "instrument-state-ended",
        State::Superseded => "instrument-state-superseded",
    }
}

/// Laid before the other side: both sides must be named.
pub fn offer(i: &mut Instrument, bound: &[Bound]) -> Result<(), Refusal> {
    only(i, &[State::Draft])?;
    if Side::ALL.iter().any(|side| !bound.iter().any(|b| b.side == *side)) {
        return Err(Refusal::new("instrument-one-sided", vec![]));
    }
    i.state = State::Offered;
    Ok(())
}

/// Back to the drawing board; nobody has signed yet.
pub fn reopen(i: &mut Instrument, signatories: &[Signatory]) -> Result<(), Refusal> {
    only(i, &[State::Offered])?;
    if Side::ALL.iter().any(|side| signed_by(signatories, *side)) {
        return Err(Refusal::new("instrument-half-signed", vec![]));
    }
    i.state = State::Draft;
    Ok(())
}

pub fn signed_by(signatories: &[Signatory], side: Side) -> bool {
    signatories.iter().any(|s| s.side == side && s.signed.first_day().is_some())
}

/// Signed once both sides have a signatory with a date; the later one dates the text.
pub fn sign(i: &mut Instrument, signatories: &[Signatory]) -> Result<(), Refusal> {
    only(i, &[State::Offered])?;
    for side in Side::ALL {
        if !signed_by(signatories, *side) {
            return Err(Refusal::new("instrument-signature-missing", vec![("side", Value::Key(side_key(*side)))]));
        }
    }
    let latest = signatories.iter().max_by_key(|s| s.signed.last_day()).map(|s| s.signed.clone());
    i.signed = latest.unwrap_or_default();
    i.state = State::Signed;
    Ok(())
}

fn side_key(side: Side) -> &'static str {
    match side {
        Side::A => "partnership-side-a",
        Side::B => "partnership-side-b",
    }
}

/// In force only when every approval on both sides is given: ours may come after the ceremony, theirs may still wait for CPAFFC.
pub fn enter_force<Id>(i: &mut Instrument, approvals: &[Approval<Id>], from: Day) -> Result<(), Refusal> {
    only(i, &[State::Signed])?;
    if let Some(open) = approvals.iter().find(|a| matches!(a.outcome, Outcome::Open | Outcome::Refused)) {
        let key = if open.outcome == Outcome::Refused { "instrument-approval-refused" } else { "instrument-approval-open" };
        return Err(Refusal::new(key, vec![("body", Value::Text(open.body.clone())), ("side", Value::Key(side_key(open.side)))]));
    }
    if i.signed.first_day().is_some_and(|signed| from < signed) {
        return Err(Refusal::new("instrument-before-signature", vec![]));
    }
    i.in_force = Edtf::parse(&from.iso()).unwrap_or_default();
    i.state = State::InForce;
    Ok(())
}

/// Notice by one side, received on a day. It is one side's own decision, and it can't be refused by the other; when it takes effect is
/// reckoned from the term. `effective_day` stands in where the term is unknown, and is what both sides agree where both end it.
pub fn give_notice(i: &mut Instrument, requested: Day, by: By, reason: &str, effective_day: Option<Day>) -> Result<(), Refusal> {
    only(i, &[State::InForce])?;
    if reason.trim().is_empty() {
        return Err(Refusal::new("instrument-notice-reason", vec![]));
    }
    let start = i.starts().filter(|start| *start <= requested).ok_or_else(|| Refusal::new("instrument-notice-early", vec![]))?;
    let reckoned = effective(&i.term, start, requested);
    let day = match (by, reckoned, effective_day) {
        (By::Both, _, Some(agreed)) => agreed,
        (_, Some(day), _) => day,
        (_, None, Some(said)) => said,
        (_, None, None) => return Err(Refusal::new("instrument-effective-missing", vec![])),
    };
    if day < requested {
        return Err(Refusal::new("instrument-effective-early", vec![]));
    }
    i.ending = Some(Ending { requested, by, reason: reason.trim().into(), effective: day });
    i.state = State::NoticeGiven;
    Ok(())
}

/// The notice is taken back before it takes effect.
pub fn take_back(i: &mut Instrument, today: Day) -> Result<(), Refusal> {
    only(i, &[State::NoticeGiven])?;
    if i.ending.as_ref().is_some_and(|e| e.effective < today) {
        return Err(Refusal::new("instrument-notice-over", vec![]));
    }
    i.ending = None;
    i.state = State::InForce;
    Ok(())
}

/// Over: the notice has taken effect, or a fixed term has run out.
pub fn end(i: &mut Instrument, today: Day) -> Result<(), Refusal> {
    only(i, &[State::InForce, State::NoticeGiven])?;
    let last = match &i.ending {
        Some(ending) => Some(ending.effective),
        None => i.clock(today).filter(|c| !c.renews).map(|c| c.term.until),
    };
    let last = last.ok_or_else(|| Refusal::new("instrument-end-needs-notice", vec![]))?;
    if today <= last {
        return Err(Refusal::new("instrument-still-runs", vec![("until", Value::Text(last.iso()))]));
    }
    i.ended = Edtf::parse(&last.iso()).unwrap_or_default();
    i.state = State::Ended;
    Ok(())
}
