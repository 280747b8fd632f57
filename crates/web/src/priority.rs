//! Priority lists and the joint meeting: one file per screen.

pub mod joint;
pub mod list;
mod picture;
pub mod result;
pub mod seal;
pub mod sheet;

use crate::kit::Frame;
use domain::{
    PartyCode, Refusal,
    call::Call,
    priority::{Round, Stage},
};

/// Whose turn it is, as `_kit/notice.html` wants it.
struct Turn {
    kind: &'static str,
    who: String,
    what: String,
}

/// Whose turn it is up to the reveal of both lists. `own`: the reader's party, for those who act.
fn turn(l: &Frame, round: Option<&Round>, waits: Option<&Refusal>, own: Option<&PartyCode>) -> Turn {
    if let (Some(waits), None) = (waits, round) {
        return Turn { kind: "nobody", who: l.t("turn-nobody"), what: l.refusal(waits) };
    }
    let parties: Vec<PartyCode> = round.map(Round::waits_for).unwrap_or_default();
    let stage = round.map_or(Stage::Ranking, Round::stage);
    let mine = own.is_some_and(|p| parties.contains(p) || round.is_none());
    match stage {
        Stage::Ranking if mine => Turn { kind: "you", who: l.t("turn-you"), what: l.t("priority-turn-rank") },
        Stage::Sealed if mine => Turn { kind: "you", who: l.t("turn-you"), what: l.t("priority-turn-reveal") },
        Stage::Ranking | Stage::Sealed => {
            let names: Vec<String> = parties.iter().map(|p| l.party(p)).collect();
            let who = if names.len() == 1 { l.t1("turn-party", "party", &names[0]) } else { l.t("turn-both") };
            let key = if stage == Stage::Ranking { "priority-turn-others-rank" } else { "priority-turn-others-reveal" };
            Turn { kind: "party", who, what: l.t(key) }
        }
        Stage::Revealed => Turn { kind: "party", who: l.t("turn-both"), what: l.t("priority-turn-meet") },
        Stage::Void => Turn { kind: "nobody", who: l.t("turn-nobody"), what: String::new() },
    }
}

/// The way back: the calls and this call.
fn trail(l: &Frame, call: &Call) -> Vec<(String, String)> {
    vec![("/calls".into(), l.t("nav-calls")), (format!("/calls/{}", call.slug), l.text(&call.title).to_string())]
}
