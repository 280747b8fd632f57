//! Independent checker for certificates: follows the plan, and the proof that nothing is cheaper.
//!
//! It shares the input types with the solver and nothing else; the rules it follows are written down in `certificate`.

mod counter;
mod model;
mod prices;
mod rules;
mod seats;
mod shortage;
mod steps;

use super::certificate::{Certificate, Proof};
use super::problem::Problem;
use model::Model;
use std::fmt;

/// What a certificate proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether there is a plan; without one, it is proven that there is none.
    pub feasible: bool,
    pub objective: i64,
    /// No plan (in which nobody has more gaps above another than allowed) costs less.
    pub bound: i64,
    pub optimal: bool,
    /// Whether nobody in the plan has more gaps above another than allowed.
    pub fair: bool,
}

/// Why a certificate does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// The problem itself is malformed.
    Problem(String),
    /// The plan breaks a rule; the number of a meeting, and which rule.
    Plan {
        meeting: usize,
        why: &'static str,
    },
    WrongObjective {
        counted: i64,
    },
    BoundAboveObjective,
    /// The proof shows only this bound, not the one claimed.
    WeakerBound {
        proven: i64,
    },
    /// The meetings of the shortage have room.
    NoShortage(&'static str),
    /// This step (from 0) does not follow, or is not written as it should be.
    Step {
        index: usize,
    },
    /// The proof does not end with a contradiction, or is of the wrong kind.
    Unfinished,
    /// The rules that steps speak of would fill the memory.
    TooLarge,
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problem(why) => write!(f, "the problem is malformed: {why}"),
            Self::Plan { meeting, why } => write!(f, "the plan fails at meeting {meeting}: {why}"),
            Self::WrongObjective { counted } => write!(f, "the plan costs {counted}"),
            Self::BoundAboveObjective => write!(f, "the bound is above the cost of the plan"),
            Self::WeakerBound { proven } => write!(f, "the proof only shows the bound {proven}"),
            Self::NoShortage(why) => write!(f, "the shortage is none: {why}"),
            Self::Step { index } => write!(f, "step {index} of the proof does not follow"),
            Self::Unfinished => write!(f, "the proof does not reach its end"),
            Self::TooLarge => write!(f, "the round is too large to follow a proof by steps"),
        }
    }
}

impl std::error::Error for Rejection {}

/// Accepts a certificate or says why not.
pub fn check(certificate: &Certificate) -> Result<Verdict, Rejection> {
    let problem = &certificate.problem;
    problem.verify().map_err(|fault| Rejection::Problem(fault.to_string()))?;
    let model = Model::new(problem);
    let Some(plan) = &certificate.plan else {
        match &certificate.proof {
            Proof::Shortage(shortage) => shortage::follow(problem, &model, shortage)?,
            Proof::Steps(text) => refute(problem, &model, None, text)?,
            Proof::Prices { .. } => return Err(Rejection::Unfinished),
        }
        return Ok(Verdict { feasible: false, objective: 0, bound: 0, optimal: false, fair: false });
    };
    let (counted, fair) = seats::cost(problem, &model, plan)?;
    if counted != certificate.objective {
        return Err(Rejection::WrongObjective { counted });
    }
    // Nothing costs less than nothing, whatever else is claimed.
    let bound = certificate.bound.max(0);
    if bound > counted {
        return Err(Rejection::BoundAboveObjective);
    }
    let proven = match &certificate.proof {
        Proof::Prices { scale, prices } => prices::bound(problem, &model, *scale, prices)?,
        Proof::Steps(text) => {
            let ceiling = model.ceiling(problem);
            if bound > ceiling {
                return Err(Rejection::WeakerBound { proven: ceiling });
            }
            refute(problem, &model, Some(bound - 1), text)?;
            bound
        }
        Proof::Shortage(_) => return Err(Rejection::Unfinished),
    };
    if proven < bound {
        return Err(Rejection::WeakerBound { proven });
    }
    Ok(Verdict { feasible: true, objective: counted, bound, optimal: fair && bound == counted, fair })
}

/// Rules for whose steps the checker takes the memory: variables, uses of pools, and pairs of slots in the wrong order.
const MOST_RULES: usize = 4_000_000;

fn refute(problem: &Problem, model: &Model, most: Option<i64>, text: &str) -> Result<(), Rejection> {
    let (slots, meetings) = (problem.slots(), problem.meetings.len());
    let orders = problem.meetings.iter().map(|meeting| meeting.after.len()).sum::<usize>();
    if slots * (meetings * (1 + problem.pools.len()) + 5 * problem.people.len() + slots * orders) > MOST_RULES {
        return Err(Rejection::TooLarge);
    }
    steps::refute(rules::rules(problem, model, most), text)
}
