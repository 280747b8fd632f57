//! What the command line and a dossier print: objective, bound, solution, certificate, as one object.

use super::bound::{self, Effort};
use super::certificate::{Certificate, Claim};
use super::check::{self, Rejection, Verdict};
use super::policy::{Cause, Fate, Outcome, Policy, Reason, cut_within};
use super::problem::{Fault, Problem};
use super::read::{self, Mknap};
use super::shares::{Election, Satisfaction, equal_shares, equal_shares_raised};
use crate::json::{Json, Value};
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

/// The best value, or the cut by another rule.
pub fn answer(problem: &Problem, policy: Option<Policy>, control: Control<'_>) -> Result<Report, Fault> {
    match policy {
        None | Some(Policy::BestValue) => best(problem, control),
        Some(policy) => by_policy(problem, policy, control),
    }
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

/// A result with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub objective: i64,
    /// Nothing allowed is worth more; `None` where the rule does not ask for the best.
    pub bound: Option<i64>,
    /// Whether the rule was followed to its end: the best proven, or the ranking walked down.
    pub optimal: bool,
    /// The rule by its name.
    pub policy: &'static str,
    /// Ids of the chosen projects.
    pub chosen: Vec<String>,
    /// Per pot in minor units.
    pub spent: Vec<i128>,
    pub left: Vec<i128>,
    /// Cases looked at by the search.
    pub nodes: u64,
    /// What `check` accepts; `objective` there equals this one, `bound` may be weaker after a long search.
    pub certificate: Option<Certificate>,
    /// Per project not chosen: its id, place on the reserve list, and why.
    pub reasons: Vec<(String, Option<usize>, Reason)>,
}

/// The highest value, proven, with a certificate.
pub fn best(problem: &Problem, control: Control<'_>) -> Result<Report, Fault> {
    let solution = bound::solve(problem, control, Effort::default())?;
    let spent = problem.spent(&solution.chosen);
    let certificate = solution.proof.clone().map(|proof| certified(problem, &solution, proof));
    Ok(Report {
        objective: solution.objective,
        bound: Some(solution.bound),
        optimal: solution.optimal(),
        policy: Policy::BestValue.name(),
        chosen: ids(problem, &solution.chosen),
        left: problem.pots.iter().zip(&spent).map(|(pot, spent)| i128::from(pot.amount) - spent).collect(),
        spent,
        nodes: solution.nodes,
        certificate,
        reasons: Vec::new(),
    })
}

/// The certificate that no choice keeps all limits, if that is so and the proof is short enough.
pub fn impossible(problem: &Problem, control: Control<'_>) -> Option<Certificate> {
    let proof = bound::refuted(problem, control, Effort::default()).ok()??;
    Some(Certificate { problem: problem.clone(), claim: None, proof })
}

/// The object for a problem without any choice.
pub fn impossible_json(why: &Fault, certificate: Option<Json>) -> Json {
    Json::object([
        ("objective", None::<i64>.into()),
        ("bound", None::<i64>.into()),
        ("optimal", true.into()),
        ("feasible", false.into()),
        ("why", why.to_string().into()),
        ("certificate", certificate.into()),
    ])
}

/// A cut by a named rule, with a reason for every project left out.
pub fn by_policy(problem: &Problem, policy: Policy, control: Control<'_>) -> Result<Report, Fault> {
    let outcome = cut_within(problem, policy, control)?;
    let reasons = problem.projects.iter().zip(&outcome.fates).filter_map(|(project, fate)| match fate {
        Fate::In => None,
        Fate::Reserve { position, reason } => Some((project.id.clone(), Some(*position), reason.clone())),
        Fate::Out { reason } => Some((project.id.clone(), None, reason.clone())),
    });
    let reasons = reasons.collect();
    let Outcome { chosen, spent, left, value, bound, optimal, .. } = outcome;
    Ok(Report {
        objective: value,
        bound,
        optimal,
        policy: policy.name(),
        chosen: ids(problem, &chosen),
        spent,
        left,
        nodes: 0,
        certificate: None,
        reasons,
    })
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

/// Reads and checks a certificate file.
pub fn check(bytes: &[u8]) -> Result<Result<Verdict, Rejection>, ReadError> {
    Certificate::from_json(bytes).map(|certificate| check::check(&certificate))
}

impl Report {
    /// One object; the caller adds time and memory.
    pub fn to_json(&self) -> Json {
        let reasons = self.reasons.iter().map(|(id, position, reason)| {
            Json::object([
                ("project", id.as_str().into()),
                ("reserve", (*position).into()),
                ("cause", cause(reason.cause).into()),
                ("missing", reason.missing.clone().into()),
                ("top_up", reason.top_up.clone().into()),
            ])
        });
        Json::object([
            ("objective", self.objective.into()),
            ("bound", self.bound.into()),
            ("optimal", self.optimal.into()),
            ("policy", self.policy.into()),
            ("chosen", self.chosen.clone().into()),
            ("spent", self.spent.clone().into()),
            ("left", self.left.clone().into()),
            ("nodes", i128::from(self.nodes).into()),
            ("reasons", Json::array(reasons)),
            ("certificate", self.certificate.as_ref().map(Certificate::to_json).into()),
        ])
    }
}

/// Stable name of a cause for files.
pub fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Short => "short",
        Cause::DearerThanPot => "dearer-than-pot",
        Cause::Ended { .. } => "cut-ended-above",
        Cause::ThemeFull { .. } => "theme-full",
        Cause::LeadFull => "lead-full",
        Cause::Excluded => "excluded",
    }
}

fn certified(problem: &Problem, solution: &bound::Solution, proof: super::certificate::Proof) -> Certificate {
    let claim = Claim {
        chosen: solution.chosen.clone(),
        spent: problem.spent(&solution.chosen),
        objective: solution.objective,
        bound: solution.bound,
    };
    let mut certificate = Certificate { problem: problem.clone(), claim: Some(claim), proof };
    // After a long search only a weaker bound can be carried; the certificate claims what it shows.
    if let (Err(Rejection::WeakerBound { proven }), Some(claim)) = (check::check(&certificate), &mut certificate.claim) {
        claim.bound = proven;
    }
    certificate
}

fn ids(problem: &Problem, chosen: &[bool]) -> Vec<String> {
    problem.projects.iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|(project, _)| project.id.clone()).collect()
}
