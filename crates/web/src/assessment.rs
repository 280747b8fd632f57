//! Parallel assessment on screen (R136-R141): an expert's own sheets, and each office's groups, conflicts, assignment, progress and closing.

pub mod assignment;
pub mod case;
pub mod conflict;
pub mod expert;
pub mod export;
pub mod finish;
pub mod mine;
pub mod overview;
pub mod place;
pub mod plan;
pub mod recommendation;
pub mod register;
pub mod sheet;

use crate::kit::{Frame, frame::MenuItem};
use domain::{
    Instant, PartyCode, Role,
    call::{Call, Criterion},
};

/// The way back: the calls, this call, and its assessment.
fn trail(l: &Frame, call: &Call) -> Vec<(String, String)> {
    let mut trail = vec![("/calls".into(), l.t("nav-calls")), (format!("/calls/{}", call.slug), l.text(&call.title).to_string())];
    trail.push((format!("/calls/{}/assessment", call.slug), l.t("assessment-title")));
    trail
}

/// The office's four pages on a call's assessment; the others have the results only. `current`: results experts conflicts assignment.
fn links(l: &Frame, slug: &str, current: &str) -> Vec<MenuItem> {
    let all = [("results", "assessment"), ("experts", "experts"), ("conflicts", "conflicts"), ("assignment", "assignment")];
    let mine = all.iter().filter(|(name, _)| *name == "results" || l.has(Role::Officer));
    let link = |(name, end): &(&str, &str)| MenuItem {
        label: l.code("assessment-links", name),
        href: format!("/calls/{slug}/{end}"),
        current: *name == current,
    };
    mine.map(link).collect()
}

/// The colour of a side's column: by the order of the call's parties, whoever reads.
fn side_class(call: &Call, party: &PartyCode) -> &'static str {
    if party == &call.parties[0] { "side-a" } else { "side-b" }
}

/// Coarse on purpose: the day tells nobody who wrote when.
fn day(l: &Frame, at: Instant) -> String {
    l.day(l.own_zone().wall(at).day)
}

/// Thousandths of the highest possible, as a number out of 100.
fn points(l: &Frame, thousandths: Option<i64>) -> String {
    thousandths.map(|m| i18n::format::decimal(l.lang, m, 1)).unwrap_or_default()
}

/// The anchor's words for a score.
fn anchor<'a>(l: &Frame, c: &'a Criterion, value: i64) -> &'a str {
    usize::try_from(value).ok().and_then(|n| c.anchors.get(n)).map_or("", |a| a.get(l.lang))
}
