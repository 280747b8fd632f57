//! What the command line and a dossier print: objective, bound, solution, certificate, as one object.

mod file;

pub use file::{Failure, Input, Options, read, run, several, shares};

use super::bound::{self, Effort};
use super::certificate::{Certificate, Claim};
use super::check::{self, Rejection, Verdict};
use super::policy::{Cause, Fate, Outcome, Policy, Reason, cut_within};
use super::problem::{Fault, Problem};
use crate::json::Json;
use crate::{Control, ReadError};

/// The best value, or the cut by another rule.
pub fn answer(problem: &Problem, policy: Option<Policy>, control: Control<'_>) -> Result<Report, Fault> {
    match policy {
        None | Some(Policy::BestValue) => best(problem, control),
        Some(policy) => by_policy(problem, policy, control),
    }
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
