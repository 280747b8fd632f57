//! What a submitted application is worth after the windows: whole, half for now, reduced, or lapsed (joint-calls.md 6.2, 6.3).

use super::{Application, Participant};
use crate::{
    Instant, PartyCode,
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

/// How many of a side's participants there are, and how many of them have yet to confirm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confirming {
    pub parts: i64,
    pub open: i64,
}

/// The counts of both sides, in the order of the call's parties.
pub fn confirming(call: &Call, app: &Application) -> [Confirming; 2] {
    call.parties
        .each_ref()
        .map(|party| Confirming { parts: app.of(party).count() as i64, open: app.of(party).filter(|p| is_open(p)).count() as i64 })
}

/// How a submitted application stands now.
pub fn standing(call: &Call, app: &Application, now: Instant) -> Standing {
    standing_of(call, confirming(call, app), app.submission.as_ref().map(|s| s.at), now)
}

/// The same from the counts alone, as lists have it.
pub fn standing_of(call: &Call, sides: [Confirming; 2], submitted: Option<Instant>, now: Instant) -> Standing {
    let each = || call.parties.iter().zip(sides).map(|(party, side)| (side, window_of(call, party, submitted)));
    let missing_side = sides.iter().any(|s| s.parts == 0);
    if !missing_side && sides.iter().all(|s| s.open == 0) {
        return Standing::Whole;
    }
    let overdue = missing_side || each().any(|(s, until)| s.open > 0 && now > until);
    match call.confirmation {
        _ if !overdue => Standing::Half(each().filter(|(s, _)| s.open > 0).map(|(_, until)| until).fold(call.window.closes, Instant::max)),
        ConfirmationRule::Drop if each().all(|(s, until)| s.parts > s.open || s.open > 0 && now <= until) => Standing::Reduced,
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
    let submitted = app.submission.as_ref().map(|s| s.at);
    p.party.as_ref().map_or(submitted.unwrap_or(call.window.closes).max(call.window.closes), |party| window_of(call, party, submitted))
}

fn window_of(call: &Call, party: &PartyCode, submitted: Option<Instant>) -> Instant {
    let side = call.window.completes(party);
    submitted.map_or(side, |at| at.max(side))
}
