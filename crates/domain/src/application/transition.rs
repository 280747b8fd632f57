//! Submit, confirm, withdraw. The clock is read inside the transaction that saves (joint-calls.md 7).

use super::{Application, LateRequest, Missing, Participant, State, lateness::lateness, missing};
use crate::{
    Instant, Refusal,
    call::{Call, ConfirmationRule},
    refusal::Value,
};

/// What a submission is to be saved as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    /// Came after the closing, within an instant both sides granted.
    pub late: bool,
    /// Some side has not confirmed; allowed where the call's rule says so.
    pub half: bool,
}

/// May this be submitted now? Refused when closed; otherwise the first missing thing is the reason.
pub fn submit(call: &Call, app: &Application, requests: &[LateRequest], now: Instant) -> Result<Submitted, Refusal> {
    let late = lateness(call, requests, now)?;
    if let Some(Missing { refusal, .. }) = missing(call, app).into_iter().next() {
        return Err(refusal);
    }
    Ok(Submitted { late, half: app.half(&call.parties) })
}

/// The last instant for confirming a part: its side's completion instant where the call lets confirmations follow, else the deadline.
pub fn confirmable_until(call: &Call, p: &Participant, requests: &[LateRequest]) -> Instant {
    let window = match (&p.party, call.confirmation) {
        (Some(party), ConfirmationRule::Later | ConfirmationRule::Drop) => call.window.completes(party),
        _ => call.window.closes,
    };
    window.max(super::deadline(call, requests))
}

/// May this part be confirmed now? While it is being written, and after submission until the side's completion instant.
pub fn confirm(call: &Call, app: &Application, p: &Participant, requests: &[LateRequest], now: Instant) -> Result<(), Refusal> {
    if app.state == State::Withdrawn {
        return Err(Refusal::new("application-withdrawn", vec![]));
    }
    let last = confirmable_until(call, p, requests);
    if now > last {
        return Err(Refusal::new("confirmation-closed", vec![("since", Value::At(last))]));
    }
    if p.is_confirmed() {
        return Err(Refusal::new("confirmed-already", vec![("name", Value::Text(p.name.clone()))]));
    }
    Ok(())
}

/// May it be withdrawn? Before any decision; what was withdrawn comes back by submitting again while the call is open.
pub fn withdraw(app: &Application, decided: bool) -> Result<(), Refusal> {
    match app.state {
        State::Submitted if decided => Err(Refusal::new("withdrawal-decided", vec![])),
        State::Submitted => Ok(()),
        State::Draft => Err(Refusal::new("withdrawal-draft", vec![])),
        State::Withdrawn => Err(Refusal::new("application-withdrawn", vec![])),
    }
}
