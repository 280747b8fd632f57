//! A file from its bytes to one object: which format it is, what to do with it, and its problems together.

use super::{Report, answer};
use crate::json::{Json, Value};
use crate::portfolio::policy::Policy;
use crate::portfolio::problem::{Fault, Problem};
use crate::portfolio::read::{self, Mknap};
use crate::portfolio::shares::{Election, Satisfaction, equal_shares, equal_shares_raised};
use crate::{Control, ReadError};

/// What a portfolio file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// From JSON or CSV.
    Problem(Problem),
    /// From an OR-Library file.
    Mknap(Vec<Mknap>),
    /// From a Pabulib file.
    Election(Election),
}

/// Reads a file by the ending of its name: `.pb`, `.csv`, `.json`; anything else by what it begins with: `META` for
/// an election, `{` for JSON, else numbers as in `mknap`.
pub fn read(name: &str, bytes: &[u8]) -> Result<Input, ReadError> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("pb") => read::pabulib(bytes).map(Input::Election),
        Some("csv") => read::csv(bytes).map(Input::Problem),
        Some("json") => read::json(bytes).map(Input::Problem),
        _ => match bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start() {
            [b'{', ..] => read::json(bytes).map(Input::Problem),
            start if start.starts_with(b"META") => read::pabulib(bytes).map(Input::Election),
            _ => read::mknap(bytes).map(Input::Mknap),
        },
    }
}

/// What to do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The rule; without one elections get Equal Shares and problems the best value.
    pub policy: Option<Policy>,
    /// For Equal Shares.
    pub satisfaction: Satisfaction,
    /// For Equal Shares: what every share is raised by until the pots are used up; 0 for never.
    pub step: i64,
}

impl Default for Options {
    fn default() -> Options {
        Options { policy: None, satisfaction: Satisfaction::Cost, step: 0 }
    }
}

/// Why a file got no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    Read(ReadError),
    Fault(Fault),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::Read(fault) => fault.fmt(f),
            Failure::Fault(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}

/// Reads a file and answers it as one JSON object with `objective`, `bound`, `optimal` and the solution.
///
/// A file of several problems gives the sums of objectives and bounds and a list `problems`; where the
/// file states an optimum it is in `known`, and values stand times ten to the power `decimals`.
pub fn run(name: &str, bytes: &[u8], options: &Options, control: Control<'_>) -> Result<Json, Failure> {
    let answer = |problem: &Problem| answer(problem, options.policy, control);
    match read(name, bytes).map_err(Failure::Read)? {
        Input::Problem(problem) => answer(&problem).map(|report| report.to_json()),
        Input::Mknap(all) => {
            let reports = all.iter().map(|one| answer(&one.problem).map(|report| (one, report))).collect::<Result<Vec<_>, _>>();
            reports.map(|reports| several(&reports))
        }
        Input::Election(election) if options.policy.is_none() => shares(&election, options.satisfaction, options.step, control),
        Input::Election(election) => election.problem().and_then(|problem| answer(&problem)).map(|report| report.to_json()),
    }
    .map_err(Failure::Fault)
}

/// The answers to a file of several problems as one object.
pub fn several(reports: &[(&Mknap, Report)]) -> Json {
    let sum = |number: fn(&Report) -> Option<i64>| -> Option<i128> {
        reports.iter().map(|(_, report)| number(report).map(i128::from)).sum::<Option<i128>>()
    };
    let problems = reports.iter().map(|(one, report)| {
        let head = [("known", one.known.into()), ("decimals", one.decimals.into())];
        match report.to_json().value {
            Value::Object(members) => {
                let head = head.into_iter().map(|(name, value): (&str, Json)| (name.to_owned(), value));
                Value::Object(head.chain(members).collect()).into()
            }
            other => Json::from(other),
        }
    });
    Json::object([
        ("objective", sum(|report| Some(report.objective)).into()),
        ("bound", sum(|report| report.bound).into()),
        ("optimal", reports.iter().all(|(_, report)| report.optimal).into()),
        ("problems", Json::array(problems)),
    ])
}

/// Equal Shares over an election as JSON: objective is the money spent in the first pot. `step` above
/// zero raises all shares by it until the pots are used up.
pub fn shares(election: &Election, satisfaction: Satisfaction, step: i64, control: Control<'_>) -> Result<Json, Fault> {
    let shares = match step {
        0 => equal_shares(election, satisfaction, control)?,
        step => equal_shares_raised(election, satisfaction, step, control)?,
    };
    let rounds = shares.bought.iter().map(|bought| {
        Json::object([
            ("project", election.id[bought.project].as_str().into()),
            ("cost", election.cost[bought.project].clone().into()),
            ("pot", bought.pot.into()),
            ("price", format!("{}/{}", bought.price.0, bought.price.1).into()),
            ("supporters", bought.supporters.into()),
            ("emptied", bought.emptied.into()),
        ])
    });
    let spent = election.pots.iter().zip(&shares.left).map(|(&pot, left)| i128::from(pot) - left);
    let spent: Vec<i128> = spent.collect();
    let chosen = shares.bought.iter().map(|bought| election.id[bought.project].as_str());
    Ok(Json::object([
        ("objective", spent.first().copied().unwrap_or(0).into()),
        ("bound", None::<i64>.into()),
        ("optimal", true.into()),
        ("policy", "equal-shares".into()),
        ("chosen", Json::array(chosen)),
        ("spent", spent.into()),
        ("left", shares.left.clone().into()),
        ("rounds", Json::array(rounds)),
    ]))
}
