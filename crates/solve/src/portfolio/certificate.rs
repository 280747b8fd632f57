//! The certificate of a portfolio: what is claimed, and a proof that anyone can follow with whole numbers.
//!
//! **The claim**: the chosen projects keep all limits, are worth `objective`, and nothing allowed is worth
//! more than `bound`; or, where `chosen` is `null`, that no choice keeps all limits.
//!
//! **Limits** are numbered from 0: first the pots; then for each theme most projects, least projects, and
//! per pot most and least money; then, with `per_lead`, each lead with more projects than that, in order of
//! first appearance. A least amount counts as a limit with all signs turned. Signed projects are taken off
//! every limit first. *Columns* are the candidates that no limit bars alone (a positive coefficient above
//! what is left). Each limit is then divided by the greatest common divisor of its coefficients over the
//! columns, the right side rounded down. The *unit* is the greatest common divisor of the columns' values.
//!
//! **A multiplier** has a weight `w >= 0` per limit and a `shift` s. In a case where some columns are
//! decided, every choice is worth at most `L / 2^s` with
//! `L = 2^s * decided + sum(w * left) + sum over open columns of max(0, r)`, `r = 2^s * value - sum(w * coef)`,
//! where `decided` is the value of the columns decided to be in and `left` what they leave of each limit. Without a shift values
//! count nothing, and `L < 0` shows that the case is impossible.
//!
//! **The steps** walk through a tree of cases, the first case having nothing decided. `goal` is the least
//! multiple of the unit above `cutoff` (less the signed projects' value).
//! * `f3`: with multiplier 3, decide every open column with `L - |r| < 2^s * goal` as its sign says.
//! * `c3`: multiplier 3 closes the case: `L < 2^s * goal`, or `L < 0` without a shift.
//! * `o3`: the case was not searched; its bound is `L / 2^s` rounded down to the unit.
//! * `+7`, `-7`: two cases, project 7 in (or out) first; after the first is finished the other follows.
//!
//! Nothing is then worth more than the greatest of `cutoff` and the bounds of the cases left open. Where that is less than the
//! signed projects alone are worth, no choice keeps all limits.

use super::problem::Problem;
use super::read;
use crate::ReadError;
use crate::json::{Json, Value};

const FORMAT: &str = "counterpart-portfolio-1";

/// Weights for limits, as integers over `2^shift`; without a shift they show that no choice is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multiplier {
    pub shift: Option<u32>,
    /// Number of the limit, weight.
    pub weights: Vec<(usize, i64)>,
}

/// One step of the walk; numbers name multipliers, projects by place in the problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Fix(usize),
    Close(usize),
    Open(usize),
    Branch { project: usize, first_in: bool },
}

/// Why no portfolio is worth more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Cases are closed when they hold nothing worth more than this, signed projects included.
    pub cutoff: i64,
    pub multipliers: Vec<Multiplier>,
    pub steps: Vec<Step>,
}

/// A claim with its proof, about the problem it carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    pub problem: Problem,
    /// `None` claims that there is no choice.
    pub claim: Option<Claim>,
    pub proof: Proof,
}

/// A choice, what it is worth and what nothing exceeds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// One mark per project.
    pub chosen: Vec<bool>,
    /// What the chosen cost each pot.
    pub spent: Vec<i128>,
    pub objective: i64,
    pub bound: i64,
}

impl Certificate {
    /// As JSON; steps are one text of words.
    pub fn to_json(&self) -> Json {
        let ids = |claim: &Claim| {
            let chosen = self.problem.projects.iter().zip(&claim.chosen).filter(|(_, chosen)| **chosen);
            Json::array(chosen.map(|(project, _)| project.id.as_str()))
        };
        let claim = self.claim.as_ref();
        let multipliers = self.proof.multipliers.iter().map(|multiplier| {
            let weights = multiplier.weights.iter().map(|&(limit, weight)| Json::array([Json::from(limit), weight.into()]));
            Json::object([("shift", multiplier.shift.into()), ("weights", Json::array(weights))])
        });
        Json::object([
            ("format", FORMAT.into()),
            ("problem", read::to_json(&self.problem)),
            ("chosen", claim.map(ids).into()),
            ("spent", claim.map(|claim| Json::array(claim.spent.iter().copied())).into()),
            ("objective", claim.map(|claim| claim.objective).into()),
            ("bound", claim.map(|claim| claim.bound).into()),
            ("cutoff", self.proof.cutoff.into()),
            ("multipliers", Json::array(multipliers)),
            ("steps", self.proof.steps.iter().map(word).collect::<Vec<_>>().join(" ").into()),
        ])
    }

    /// Reads a certificate; whether it holds is for `check` to say.
    pub fn from_json(bytes: &[u8]) -> Result<Self, ReadError> {
        Self::from_tree(&Json::parse(bytes)?)
    }

    /// From a tree that was read, for example a part of a dossier.
    pub fn from_tree(tree: &Json) -> Result<Self, ReadError> {
        let format = tree.need("format")?;
        if format.text()? != FORMAT {
            return Err(format.fault(format!("only the format {FORMAT} is known")));
        }
        let problem = read::from_json(tree.need("problem")?)?;
        let claim = tree.get("chosen").filter(|chosen| chosen.value != Value::Null).map(|_| claim(tree, &problem)).transpose()?;
        let multipliers = tree.need("multipliers")?.items()?.iter().map(multiplier).collect::<Result<Vec<_>, _>>()?;
        let (projects, count) = (problem.projects.len(), multipliers.len());
        let words = tree.need("steps")?;
        let steps = words
            .text()?
            .split_whitespace()
            .map(|word| step(word, projects, count).ok_or_else(|| words.fault(format!("\"{word}\" is no step"))));
        let proof = Proof { cutoff: tree.need("cutoff")?.int()?, steps: steps.collect::<Result<_, _>>()?, multipliers };
        Ok(Certificate { claim, proof, problem })
    }
}

fn claim(tree: &Json, problem: &Problem) -> Result<Claim, ReadError> {
    let mut chosen = vec![false; problem.projects.len()];
    let place: std::collections::HashMap<&str, usize> =
        problem.projects.iter().enumerate().map(|(place, project)| (project.id.as_str(), place)).collect();
    for id in tree.need("chosen")?.items()? {
        match place.get(id.text()?) {
            Some(&place) => chosen[place] = true,
            None => return Err(id.fault("this project is not in the problem")),
        }
    }
    Ok(Claim {
        chosen,
        spent: tree.need("spent")?.items()?.iter().map(wide).collect::<Result<_, _>>()?,
        objective: tree.need("objective")?.int()?,
        bound: tree.need("bound")?.int()?,
    })
}

fn wide(tree: &Json) -> Result<i128, ReadError> {
    match &tree.value {
        Value::Int(number) => Ok((*number).into()),
        Value::Decimal(text) => text.parse().map_err(|_| tree.fault("a whole number is expected here")),
        _ => Err(tree.fault("a whole number is expected here")),
    }
}

fn multiplier(tree: &Json) -> Result<Multiplier, ReadError> {
    let shift = match tree.get("shift").filter(|shift| shift.value != Value::Null) {
        Some(shift) => Some(shift.below(111)? as u32),
        None => None,
    };
    let weight = |pair: &Json| match pair.items()? {
        [limit, weight] => Ok((limit.below(usize::MAX)?, weight.int()?)),
        _ => Err(pair.fault("a pair of limit and weight is expected here")),
    };
    Ok(Multiplier { shift, weights: tree.need("weights")?.items()?.iter().map(weight).collect::<Result<_, _>>()? })
}

fn word(step: &Step) -> String {
    match step {
        Step::Fix(multiplier) => format!("f{multiplier}"),
        Step::Close(multiplier) => format!("c{multiplier}"),
        Step::Open(multiplier) => format!("o{multiplier}"),
        Step::Branch { project, first_in: true } => format!("+{project}"),
        Step::Branch { project, first_in: false } => format!("-{project}"),
    }
}

fn step(word: &str, projects: usize, multipliers: usize) -> Option<Step> {
    let mut characters = word.chars();
    let kind = characters.next()?;
    let rest = characters.as_str();
    let number: usize = if rest.bytes().all(|byte| byte.is_ascii_digit()) { rest.parse().ok()? } else { return None };
    let multiplier = |step: fn(usize) -> Step| (number < multipliers).then(|| step(number));
    match kind {
        'f' => multiplier(Step::Fix),
        'c' => multiplier(Step::Close),
        'o' => multiplier(Step::Open),
        '+' | '-' => (number < projects).then_some(Step::Branch { project: number, first_in: kind == '+' }),
        _ => None,
    }
}
