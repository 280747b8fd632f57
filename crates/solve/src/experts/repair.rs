//! After a decline or a new conflict: only what must change changes, and it says what changed.

use super::rows::Decided;
use super::rules::{Premium, Rules};
use super::{Failure, Pair, Problem, Solution, assign, search};
use crate::Control;

/// A standing assignment brought into line with a changed problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The new assignment. Its objective and bound count [`Repair::premium`] for every standing pair that is kept, on top
    /// of the affinities; with a premium of 0 they are plain totals among the assignments that keep all that is possible.
    pub solution: Solution,
    /// What keeping a pair is worth: 0 when all could be kept, otherwise more than any two totals differ.
    pub premium: i64,
    /// Sum of the affinities of the new assignment, in millionths.
    pub total: i64,
    /// Standing pairs that the problem does not allow any more: the expert declined, or a conflict turned up.
    pub lost: Vec<Pair>,
    /// Standing pairs that were given up so that every application has its experts again.
    pub dropped: Vec<Pair>,
    /// Pairs that are new.
    pub added: Vec<Pair>,
}

/// Repairs a standing assignment: keeps as many of its pairs as possible, then makes the total as great as possible.
///
/// A declined expert has a greatest load of 0 (or fewer, for some applications), a new conflict is a forbidden pair.
/// When the empty seats can be filled without moving anybody, only those seats are looked at.
pub fn repair(problem: &Problem, standing: &[Pair], control: &Control) -> Result<Repair, Failure> {
    problem.verify().map_err(Failure::Invalid)?;
    let mut standing = standing.to_vec();
    standing.sort_unstable();
    standing.dedup();
    let (possible, lost): (Vec<Pair>, Vec<Pair>) = standing.iter().partition(|pair| possible(problem, pair));
    let taken = possible.iter().filter(|pair| !problem.fixed.contains(pair)).copied().collect();
    let (solution, premium) = match assign::decided(problem, Decided { taken, barred: Vec::new() }, control) {
        Ok(solution) => (solution, 0),
        Err(Failure::Infeasible(_) | Failure::Unruly(_)) => {
            // Somebody has to move.
            let amount = outweighing(problem)
                .filter(|amount| search::bearable(problem, *amount))
                .ok_or_else(|| Failure::Invalid("the affinities are too large to weigh them against changes".to_owned()))?;
            let rules = Rules::new(problem, None, Some(Premium { standing: standing.iter().copied().collect(), amount }));
            (search::best(rules, None, Decided::default(), control)?, amount)
        }
        Err(other) => return Err(other),
    };
    let kept = |pair: &Pair| solution.pairs.binary_search(pair).is_ok();
    let dropped = possible.into_iter().filter(|pair| !kept(pair)).collect();
    let lost = lost.into_iter().filter(|pair| !kept(pair)).collect();
    let added = solution.pairs.iter().filter(|pair| standing.binary_search(pair).is_err()).copied().collect();
    Ok(Repair { premium, total: assign::total(problem, &solution.pairs), lost, dropped, added, solution })
}

/// Whether a pair can be part of any assignment, as far as it alone is concerned.
fn possible(problem: &Problem, pair: &Pair) -> bool {
    let known = (pair.application as usize) < problem.need.len() && (pair.expert as usize) < problem.experts.len();
    known
        && problem.experts[pair.expert as usize].max > 0
        && problem.affinity.get(pair.application, pair.expert).is_some()
        && !problem.forbidden.contains(pair)
}

/// One more than the totals of two assignments can differ by.
fn outweighing(problem: &Problem) -> Option<i64> {
    let (mut least, mut most) = (0i64, 0i64);
    for application in 0..problem.need.len() as u32 {
        problem.affinity.each(application, |_, affinity| (least, most) = (least.min(affinity.into()), most.max(affinity.into())));
    }
    let seats = problem.need.iter().flatten().map(|need| i64::from(*need)).sum::<i64>();
    (most - least).checked_mul(seats)?.checked_add(1)
}
