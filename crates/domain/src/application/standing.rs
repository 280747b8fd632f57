//! What a submitted application is worth after the windows: whole, half for now, reduced, or lapsed (joint-calls.md 6.2, 6.3).

use super::{Application, Participant};
use crate::{
    Instant,
    call::{Call, ConfirmationRule},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Every funded participant has confirmed.
    Whole,
    /// Some have not; they may until this instant, the last of their sides' windows.
    Half(Instant),
    /// Those who had not confirmed in time are left out; both sides still take part.
    Reduced,
    /// The pair stayed half beyond its window: it takes no part in the assessment.
    Lapsed,
}

/// How a submitted application stands now.
pub fn standing(call: &Call, app: &Application, now: Instant) -> Standing {
    let open: Vec<&Participant> = app.participants.iter().filter(|p| is_open(p)).collect();
    let missing_side = call.parties.iter().any(|party| app.of(party).next().is_none());
    if open.is_empty() && !missing_side {
        return Standing::Whole;
    }
    let overdue = missing_side || open.iter().any(|p| now > window(call, app, p));
    match call.confirmation {
        _ if !overdue => Standing::Half(open.iter().map(|p| window(call, app, p)).fold(call.window.closes, Instant::max)),
        ConfirmationRule::Drop if call.parties.iter().all(|party| app.of(party).any(|p| counts(call, app, p, now))) => Standing::Reduced,
        _ => Standing::Lapsed,
    }
}

/// The application as it counts now: without those left out; none where it has lapsed or is not submitted.
pub fn in_force(call: &Call, mut app: Application, now: Instant) -> Option<Application> {
    if !app.is_submitted() {
        return None;
    }
    match standing(call, &app, now) {
        Standing::Lapsed => None,
        Standing::Reduced => {
            let kept = app.participants.iter().filter(|p| counts(call, &app, p, now)).cloned().collect();
            app.participants = kept;
            Some(app)
        }
        Standing::Whole | Standing::Half(_) => Some(app),
    }
}

/// It is to confirm and has not.
fn is_open(p: &Participant) -> bool {
    !p.is_associated() && !p.is_confirmed()
}

/// It is associated, has confirmed, or still may.
fn counts(call: &Call, app: &Application, p: &Participant, now: Instant) -> bool {
    !is_open(p) || now <= window(call, app, p)
}

/// The last instant for the part's confirmation; one that was submitted later by leave has at least its own instant.
fn window(call: &Call, app: &Application, p: &Participant) -> Instant {
    let side = p.party.as_ref().map_or(call.window.closes, |party| call.window.completes(party));
    app.submission.as_ref().map_or(side, |s| s.at.max(side))
}
