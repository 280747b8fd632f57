//! Delegations on screen: the public list and page, and what the offices keep behind them.

pub mod form;
pub mod gift;
pub mod index;
pub mod letter;
pub mod part;
pub mod programme;
pub mod request;
pub mod show;

use crate::kit::{Frame, frame::civil};
use domain::delegation::Delegation;

/// When it was or will be: exact days where they are known, else the date as uncertain as it is.
pub fn when(l: &Frame, d: &Delegation) -> String {
    match (d.arrives, d.departs) {
        (Some(from), Some(to)) => i18n::format::date_range(l.lang, civil(from), civil(to)),
        (Some(from), None) => l.day(from),
        _ => l.edtf(&d.dates),
    }
}

/// China → Denmark.
pub fn direction(l: &Frame, d: &Delegation) -> String {
    format!("{} → {}", l.country(&d.visitor), l.country(&d.host))
}

/// The kinds in words.
pub fn kinds(l: &Frame, d: &Delegation) -> String {
    let words: Vec<String> = d.kinds.iter().map(|k| l.code("delegation-kind", k.code())).collect();
    words.join(&l.t("delegation-comma"))
}

/// Kind of the badge for a state.
pub fn badge(d: &Delegation) -> &'static str {
    use domain::delegation::State::*;
    match d.state {
        Planned => "info",
        Agreed => "warning",
        Done => "success",
        Cancelled => "neutral",
    }
}
