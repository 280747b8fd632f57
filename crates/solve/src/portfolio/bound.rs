//! The best portfolio with a proof: branch and bound over integers with Lagrangian bounds.
//!
//! For multipliers `w >= 0`, one per row, every choice x within the rows is worth at most
//! `sum(w_i * limit_i) + sum(max(0, value_j - sum(w_i * coef_ij)))`. A float simplex suggests the
//! multipliers, which are then rounded to integers over a power of two; the bound itself, the fixing of
//! projects by it and every comparison are exact. The search tree with its multipliers is the proof.

mod closing;
mod improve;
mod record;
mod round;
mod search;
mod weights;

use super::certificate::{Multiplier, Proof, Step};
use super::problem::{Fault, Problem};
use super::rows::{Rows, unkeepable};
use crate::Control;
use closing::Closing;
use search::Search;

/// How far the search may go; the clock stays outside (see [`Control`]).
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// Most nodes of the tree.
    pub nodes: u64,
    /// Most steps a proof may have; of a longer one only the first bound is kept.
    pub steps: usize,
    /// A value known to be the optimum: the search ends as soon as it is reached.
    pub enough: Option<i64>,
}

impl Default for Effort {
    fn default() -> Effort {
        Effort { nodes: u64::MAX, steps: 200_000, enough: None }
    }
}

/// The best portfolio found and what is known about better ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// One mark per project of the problem.
    pub chosen: Vec<bool>,
    /// Value of the chosen set, signed projects included.
    pub objective: i64,
    /// No allowed portfolio is worth more. Equal to `objective` when that is the optimum.
    pub bound: i64,
    pub nodes: u64,
    /// Why nothing is worth more than `bound`; a long walk leaves only the proof of a weaker bound, and a
    /// value known beforehand none.
    pub proof: Option<Proof>,
}

impl Solution {
    pub fn optimal(&self) -> bool {
        self.objective == self.bound
    }
}

/// Finds the portfolio of the highest value.
pub fn solve(problem: &Problem, control: Control<'_>, effort: Effort) -> Result<Solution, Fault> {
    let value: Vec<i64> = problem.projects.iter().map(|project| project.value).collect();
    solve_for(problem, &value, control, effort)
}

/// Like [`solve`], with another value per project (none negative, sum below 2^61).
pub(crate) fn solve_for(problem: &Problem, value: &[i64], control: Control<'_>, effort: Effort) -> Result<Solution, Fault> {
    problem.validate()?;
    let rows = Rows::new(problem, value)?;
    closed_in(problem, &rows, control, effort)
}

/// The most projects and, among those choices, the highest value. `objective` and `bound` are values.
pub(crate) fn most_projects(problem: &Problem, control: Control<'_>) -> Result<(Solution, bool), Fault> {
    let effort = Effort { steps: 0, ..Effort::default() };
    let ones = vec![1; problem.projects.len()];
    let most = solve_for(problem, &ones, control, effort)?;
    let value: Vec<i64> = problem.projects.iter().map(|project| project.value).collect();
    let mut rows = Rows::new(problem, &value)?;
    let signed = problem.signed().iter().filter(|signed| **signed).count();
    rows.at_least(most.objective - signed as i64);
    let best = closed_in(problem, &rows, control, effort);
    let counted = most.optimal();
    match best {
        // Time was up before the second search found as many again: what the first found still stands.
        Err(Fault::Undecided) => {
            let objective = problem.worth(&most.chosen);
            Ok((Solution { objective, bound: i64::MAX, ..most }, false))
        }
        other => other.map(|solution| (counted && solution.optimal(), solution)).map(|(proven, solution)| (solution, proven)),
    }
}

/// The best choice over rows, as a portfolio.
fn closed_in(problem: &Problem, rows: &Rows, control: Control<'_>, effort: Effort) -> Result<Solution, Fault> {
    let Closing { best, upper, proof, nodes, over, .. } = Closing::run(rows, control, effort)?;
    let Some(best) = best else {
        return Err(if over { Fault::Infeasible } else { Fault::Undecided });
    };
    let mut chosen = problem.signed();
    for (&project, &inside) in rows.column.iter().zip(&best) {
        chosen[project] |= inside;
    }
    let objective = rows.base + rows.worth(&best);
    Ok(Solution { bound: objective.max(rows.base + upper), chosen, objective, nodes, proof })
}

/// The proof that no choice keeps all limits; `None` when there is one, or when the proof is too long or takes too long.
pub fn refuted(problem: &Problem, control: Control<'_>, effort: Effort) -> Result<Option<Proof>, Fault> {
    problem.validate()?;
    let value: Vec<i64> = problem.projects.iter().map(|project| project.value).collect();
    let signed = problem.worth(&problem.signed());
    if let Some(limit) = unkeepable(problem) {
        let multipliers = vec![Multiplier { shift: None, weights: vec![(limit, 1)] }];
        return Ok(Some(Proof { cutoff: signed - 1, multipliers, steps: vec![Step::Close(0)] }));
    }
    let rows = Rows::new(problem, &value)?;
    let mut search = Search::new(&rows, control, effort, None);
    search.run()?;
    Ok(search.proof().filter(|_| search.complete() && search.best.is_none() && !search.overflow))
}

/// The best value above `floor`, or `None` when every portfolio is worth at most `floor`.
pub(crate) fn above(problem: &Problem, floor: i64, control: Control<'_>, effort: Effort) -> Result<Option<Solution>, Fault> {
    problem.validate()?;
    let value: Vec<i64> = problem.projects.iter().map(|project| project.value).collect();
    let rows = match Rows::new(problem, &value) {
        Err(Fault::Infeasible | Fault::SignedExceedsPot { .. }) => return Ok(None),
        other => other?,
    };
    let mut search = Search::new(&rows, control, effort, None);
    search.raise_cutoff(floor.saturating_sub(rows.base));
    search.run()?;
    if search.best.is_none() && !search.complete() {
        return Err(Fault::Undecided);
    }
    Ok(search.best.take().map(|best| {
        let mut chosen = problem.signed();
        rows.column.iter().zip(&best).for_each(|(&project, &inside)| chosen[project] |= inside);
        let objective = rows.base + rows.worth(&best);
        Solution { chosen, objective, bound: objective.max(rows.base + search.bound()), nodes: search.nodes, proof: None }
    }))
}

/// All portfolios worth at least `floor`, at most `most` of them, and whether these are all.
pub fn all_at_least(
    problem: &Problem,
    floor: i64,
    most: usize,
    control: Control<'_>,
    effort: Effort,
) -> Result<(Vec<Vec<bool>>, bool), Fault> {
    problem.validate()?;
    let value: Vec<i64> = problem.projects.iter().map(|project| project.value).collect();
    let rows = match Rows::new(problem, &value) {
        Err(Fault::Infeasible) => return Ok((Vec::new(), true)),
        other => other?,
    };
    let mut search = Search::new(&rows, control, effort, None);
    search.raise_cutoff(floor.saturating_sub(rows.base).saturating_sub(1));
    search.collect(most);
    search.run()?;
    let signed = problem.signed();
    let widen = |best: &Vec<bool>| {
        let mut chosen = signed.clone();
        rows.column.iter().zip(best).for_each(|(&project, &inside)| chosen[project] |= inside);
        chosen
    };
    let found = search.found.iter().map(widen).collect();
    Ok((found, search.complete()))
}
