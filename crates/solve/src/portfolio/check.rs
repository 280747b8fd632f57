//! Independent checker for certificates: reads the claim, adds up, and follows the proof in whole numbers.
//!
//! It shares the input types with the solver and nothing else. The rules it follows are written down in
//! `certificate`. Every sum is checked for overflow; whatever cannot be followed is rejected.

mod limits;
mod walk;

use std::fmt;

use super::certificate::Certificate;
use super::problem::Standing;
use limits::Limits;

/// What a certificate proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// `None` where no choice keeps all limits.
    pub objective: Option<i64>,
    /// Nothing allowed is worth more.
    pub bound: Option<i64>,
    pub optimal: bool,
}

/// Why a certificate does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// The problem itself is malformed.
    Problem(String),
    /// A signed project is missing or an excluded one is chosen.
    Standing {
        id: String,
    },
    /// The chosen projects break this limit.
    LimitBroken {
        limit: String,
    },
    WrongSpent,
    WrongObjective {
        counted: i64,
    },
    /// The proof shows only this bound, not the one claimed.
    WeakerBound {
        proven: i64,
    },
    /// The bound claimed is below the objective.
    BoundBelowObjective,
    /// The proof leaves room for a choice where none is claimed to be.
    Possible,
    /// This step of the proof (from 0) does not hold.
    Step {
        index: usize,
        why: &'static str,
    },
    TooLarge,
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rejection::Problem(why) => write!(f, "the problem is malformed: {why}"),
            Rejection::Standing { id } => write!(f, "project {id} must be in (signed) or out (excluded)"),
            Rejection::LimitBroken { limit } => write!(f, "the chosen projects break the limit: {limit}"),
            Rejection::WrongSpent => write!(f, "the sums per pot are not those of the chosen projects"),
            Rejection::WrongObjective { counted } => write!(f, "the chosen projects are worth {counted}"),
            Rejection::WeakerBound { proven } => write!(f, "the proof only shows the bound {proven}"),
            Rejection::Possible => write!(f, "the proof leaves room for a choice"),
            Rejection::BoundBelowObjective => write!(f, "the bound is below the objective"),
            Rejection::Step { index, why } => write!(f, "step {index} of the proof fails: {why}"),
            Rejection::TooLarge => write!(f, "numbers too large to follow exactly"),
        }
    }
}

impl std::error::Error for Rejection {}

/// Accepts a certificate or says why not.
pub fn check(certificate: &Certificate) -> Result<Verdict, Rejection> {
    well_formed(certificate)?;
    let limits = Limits::new(&certificate.problem);
    let projects = &certificate.problem.projects;
    let Some(claim) = &certificate.claim else {
        let signed = projects.iter().filter(|project| project.standing == Standing::Forced).map(|project| i128::from(project.value));
        // Whatever is chosen is worth as much as the signed projects at least.
        let none = i128::from(walk::bound(certificate, &limits)?) < signed.sum::<i128>();
        return if none { Ok(Verdict { objective: None, bound: None, optimal: true }) } else { Err(Rejection::Possible) };
    };
    for (project, &chosen) in projects.iter().zip(&claim.chosen) {
        if (project.standing == Standing::Forced && !chosen) || (project.standing == Standing::Excluded && chosen) {
            return Err(Rejection::Standing { id: project.id.clone() });
        }
    }
    for limit in &limits.all {
        let sum = limit.terms.iter().filter(|(project, _)| claim.chosen[*project]).map(|(_, coef)| coef).sum::<i128>();
        if limit.most.is_some_and(|most| sum > most) {
            return Err(Rejection::LimitBroken { limit: limit.name.clone() });
        }
    }
    let spent = |pot: usize| -> i128 {
        projects.iter().zip(&claim.chosen).filter(|(_, chosen)| **chosen).map(|(project, _)| i128::from(project.cost[pot])).sum()
    };
    if claim.spent != (0..certificate.problem.pots.len()).map(spent).collect::<Vec<_>>() {
        return Err(Rejection::WrongSpent);
    }
    let worth: i128 = projects.iter().zip(&claim.chosen).filter(|(_, chosen)| **chosen).map(|(p, _)| i128::from(p.value)).sum();
    let counted = i64::try_from(worth).map_err(|_| Rejection::TooLarge)?;
    if counted != claim.objective {
        return Err(Rejection::WrongObjective { counted });
    }
    if claim.bound < counted {
        return Err(Rejection::BoundBelowObjective);
    }
    let proven = walk::bound(certificate, &limits)?.max(counted);
    if proven > claim.bound {
        return Err(Rejection::WeakerBound { proven });
    }
    Ok(Verdict { objective: Some(counted), bound: Some(claim.bound), optimal: claim.bound == counted })
}

fn well_formed(certificate: &Certificate) -> Result<(), Rejection> {
    let problem = &certificate.problem;
    let fault = |why: &str| Err(Rejection::Problem(why.into()));
    let pots = problem.pots.len();
    if certificate.claim.as_ref().is_some_and(|claim| claim.chosen.len() != problem.projects.len()) {
        return fault("one mark per project is needed");
    }
    let mut ids: Vec<&str> = problem.projects.iter().map(|project| project.id.as_str()).collect();
    ids.sort_unstable();
    if ids.windows(2).any(|pair| pair[0] == pair[1]) {
        return fault("two projects have one id");
    }
    if problem.projects.iter().any(|p| p.cost.len() != pots || p.value < 0 || p.cost.iter().any(|cost| *cost < 0)) {
        return fault("a project has a negative number or another number of costs than there are pots");
    }
    if problem.projects.iter().any(|project| project.theme.is_some_and(|theme| theme >= problem.themes.len())) {
        return fault("a project names a theme that is not there");
    }
    let lengths = problem.themes.iter().flat_map(|theme| [theme.min_cost.len(), theme.max_cost.len()]);
    if lengths.into_iter().any(|length| length != 0 && length != pots) {
        return fault("a theme has another number of amounts than there are pots");
    }
    Ok(())
}
