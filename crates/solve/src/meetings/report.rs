//! What the command line and a dossier print: objective, bound, plan, certificate, as one object.

use super::certificate::{plan_json, shortage_json};
use super::check::{self, Rejection, Verdict};
use super::{Certificate, Problem, Solution, Wish};
use crate::ReadError;
use crate::json::Json;

/// Reads and checks a certificate file.
pub fn check(bytes: &[u8]) -> Result<Result<Verdict, Rejection>, ReadError> {
    Certificate::from_json(bytes).map(|certificate| check::check(&certificate))
}

/// One object; the caller adds time and memory. Numbers of people, meetings, slots and tables count from 0.
pub fn to_json(problem: &Problem, solution: &Solution) -> Json {
    let seats = || problem.meetings.iter().zip(&solution.plan.seats).enumerate();
    let left_out = seats().filter(|(_, (meeting, seat))| seat.is_none() && matches!(meeting.wish, Wish::Wish(_)));
    let moved = seats().filter(|(_, (meeting, seat))| seat.zip(meeting.stood).is_some_and(|(seat, stood)| seat.slot != stood));
    let waiting = solution.gaps.iter().enumerate().filter(|(_, gaps)| **gaps > 0);
    Json::object([
        ("objective", solution.objective.into()),
        ("bound", solution.bound.into()),
        ("optimal", solution.optimal.into()),
        ("feasible", if solution.missing.is_empty() { Some(true) } else { solution.impossible.then_some(false) }.into()),
        ("fair", solution.fair.into()),
        ("plan", plan_json(&solution.plan)),
        ("gaps", Json::array(waiting.map(|(person, gaps)| Json::array([Json::from(person), (*gaps).into()])))),
        ("missing", solution.missing.clone().into()),
        ("left_out", Json::array(left_out.map(|(at, _)| at))),
        ("moved", Json::array(moved.map(|(at, _)| at))),
        ("shortage", solution.shortage.as_ref().map(shortage_json).into()),
        ("certificate", solution.certificate.as_ref().map(Certificate::to_json).into()),
    ])
}
