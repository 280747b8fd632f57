//! Named rules for the cut, and for every project the reason why it is in or out.
//!
//! Boards may be bound to a ranking (gaps forbidden, EU Cofund) or free to use both pots as well as they
//! can; which rule was used, and what it skipped and why, belongs in the decision (joint calls 6.4).

mod reason;
mod walk;

use super::bound::{self, Effort};
use super::problem::{Fault, Problem, Standing};
use crate::Control;

/// A rule for choosing from a ranked list under several pots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Policy {
    /// Down the ranking until a project does not fit in every pot; nothing below it. Ties go by value,
    /// then in the order listed. A full theme or lead passes a project over without ending the cut.
    StrictRanking,
    /// Down the ranking; what does not fit is skipped and the next is tried.
    SkipAndContinue,
    /// The highest sum of values, whatever the ranking.
    BestValue,
    /// The most projects, then the highest sum of values.
    MostProjects,
    /// Whole tie groups down the ranking; in the group where the money ends, the most projects (then the
    /// highest value) that fit; nothing below it.
    TiesByFit,
    /// Whole tie groups only: no project is left out while an equal or lower one is in.
    GapsForbidden,
}

impl Policy {
    pub const ALL: [Policy; 6] =
        [Policy::StrictRanking, Policy::SkipAndContinue, Policy::BestValue, Policy::MostProjects, Policy::TiesByFit, Policy::GapsForbidden];

    /// Stable name for files, addresses and decisions.
    pub fn name(self) -> &'static str {
        match self {
            Policy::StrictRanking => "strict-ranking",
            Policy::SkipAndContinue => "skip-and-continue",
            Policy::BestValue => "best-value",
            Policy::MostProjects => "most-projects",
            Policy::TiesByFit => "ties-by-fit",
            Policy::GapsForbidden => "gaps-forbidden",
        }
    }

    pub fn named(name: &str) -> Option<Policy> {
        Policy::ALL.into_iter().find(|policy| policy.name() == name)
    }
}

/// What becomes of one project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    In,
    /// Eligible and affordable alone: may follow when money comes free. Positions from 1, by rank, then value.
    Reserve {
        position: usize,
        reason: Reason,
    },
    Out {
        reason: Reason,
    },
}

/// Why a project is not in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    pub cause: Cause,
    /// Per pot what was lacking: at its turn under a ranking rule, against what is left over otherwise.
    pub missing: Vec<i128>,
    /// Per pot an addition that brings it in. Under a ranking rule the same rule takes it with this
    /// addition; otherwise it then fits beside everything chosen. `None` when money does not help.
    pub top_up: Option<Vec<i128>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Not enough left in at least one pot.
    Short,
    /// Costs more than a whole pot holds after the signed projects.
    DearerThanPot,
    /// The cut ended above it, at this project.
    Ended { at: usize },
    /// Its theme has all the projects or money it may have.
    ThemeFull { theme: usize },
    /// Its lead has all the projects it may have.
    LeadFull,
    /// Taken out of consideration beforehand.
    Excluded,
}

/// A cut: marks and fates in the order of the problem's projects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub policy: Policy,
    pub chosen: Vec<bool>,
    pub fates: Vec<Fate>,
    /// Per pot, minor units.
    pub spent: Vec<i128>,
    /// Per pot; negative only where signed projects alone overdraw it.
    pub left: Vec<i128>,
    pub value: i64,
    /// No allowed portfolio is worth more; known only for [`Policy::BestValue`].
    pub bound: Option<i64>,
    /// False when the search for the best was stopped early.
    pub optimal: bool,
    /// Themes whose minimum is not reached (ranking rules cannot promise it).
    pub unmet: Vec<usize>,
}

/// Cuts the list by the rule, without limit of effort.
pub fn cut(problem: &Problem, policy: Policy) -> Result<Outcome, Fault> {
    cut_within(problem, policy, Control::free())
}

/// [`cut`] under the caller's control; when time is up the best so far is returned and says so.
pub fn cut_within(problem: &Problem, policy: Policy, control: Control<'_>) -> Result<Outcome, Fault> {
    problem.validate()?;
    let (chosen, ended, bound, optimal) = match policy {
        Policy::BestValue => best(problem, control)?,
        Policy::MostProjects => most(problem, control)?,
        _ => {
            let pots: Vec<i128> = problem.pots.iter().map(|pot| i128::from(pot.amount)).collect();
            let walked = walk::down(problem, &pots, policy, control)?;
            (walked.chosen, walked.ended, None, true)
        }
    };
    let fates = reason::fates(problem, policy, &chosen, ended);
    let spent = problem.spent(&chosen);
    Ok(Outcome {
        left: problem.pots.iter().zip(&spent).map(|(pot, spent)| i128::from(pot.amount) - spent).collect(),
        value: problem.worth(&chosen),
        unmet: unmet(problem, &chosen),
        policy,
        chosen,
        fates,
        spent,
        bound,
        optimal,
    })
}

type Found = (Vec<bool>, Option<usize>, Option<i64>, bool);

fn best(problem: &Problem, control: Control<'_>) -> Result<Found, Fault> {
    let solution = bound::solve(problem, control, Effort::default());
    let Some(solution) = unless_overdrawn(solution)? else { return Ok((problem.signed(), None, None, true)) };
    let (bound, optimal) = (solution.bound, solution.optimal());
    Ok((filled(problem, solution.chosen), None, Some(bound), optimal))
}

fn most(problem: &Problem, control: Control<'_>) -> Result<Found, Fault> {
    let found = bound::most_projects(problem, control);
    let Some((solution, optimal)) = unless_overdrawn(found)? else { return Ok((problem.signed(), None, None, true)) };
    Ok((solution.chosen, None, None, optimal))
}

/// Signed projects that overdraw a pot stay in; nothing else can then be chosen.
fn unless_overdrawn<T>(solution: Result<T, Fault>) -> Result<Option<T>, Fault> {
    match solution {
        Err(Fault::SignedExceedsPot { .. }) => Ok(None),
        other => other.map(Some),
    }
}

/// Projects worth nothing cost no value either: they fill what is left, best rank first.
fn filled(problem: &Problem, mut chosen: Vec<bool>) -> Vec<bool> {
    for project in walk::order(problem) {
        if !chosen[project] {
            chosen[project] = true;
            chosen[project] = problem.allows(&chosen);
        }
    }
    chosen
}

fn unmet(problem: &Problem, chosen: &[bool]) -> Vec<usize> {
    let inside = |theme: usize| -> Vec<bool> {
        problem.projects.iter().zip(chosen).map(|(project, &chosen)| chosen && project.theme == Some(theme)).collect()
    };
    let short = |&theme: &usize| {
        let (limits, inside) = (&problem.themes[theme], inside(theme));
        let count = inside.iter().filter(|inside| **inside).count() as u64;
        let spent = problem.spent(&inside);
        count < u64::from(limits.min_projects) || limits.min_cost.iter().zip(&spent).any(|(&least, &spent)| spent < i128::from(least))
    };
    (0..problem.themes.len()).filter(short).collect()
}

/// Whether the project is still to be decided on.
fn open(problem: &Problem, project: usize) -> bool {
    problem.projects[project].standing == Standing::Candidate
}
