//! The exact fair assignment: the worst-served application as well as possible, then the greatest total.

use super::affinity::ABSENT;
use super::rows::{Decided, Rows};
use super::rules::Rules;
use super::{Certificate, Failure, Pair, Problem, Solution, assign::assign, search};
use crate::Control;

/// A fair assignment with the proofs of both of its aims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fair {
    /// The least sum of affinities that an application with any need has, in millionths.
    pub worst: i64,
    /// No assignment gives every application more than this; equal to `worst` when that is proven best.
    pub worst_bound: i64,
    /// That no assignment gives every application `worst_bound + 1`.
    pub worst_proof: Certificate,
    /// The assignment; its bound holds for assignments that give every application at least `worst`.
    pub solution: Solution,
}

/// Raises the application that is served worst as high as possible and then maximises the total.
///
/// An application's service is the sum of the affinities of all its experts; applications without any need do not count.
/// When the time is up, the answer is the best so far with honest bounds.
pub fn fair(problem: &Problem, control: &Control) -> Result<Fair, Failure> {
    let start = assign(problem, control)?;
    let counts: Vec<bool> = problem.need.iter().map(|need| need.iter().any(|need| *need > 0)).collect();
    if !counts.contains(&true) {
        return Ok(Fair { worst: 0, worst_bound: 0, worst_proof: Certificate::Dead(0), solution: start });
    }
    let mut found = (worst(problem, &start.pairs), start.pairs);
    // Nobody can be served better than by the best experts there are, whoever else wants them.
    let (mut bound, alone) = ceiling(problem);
    let mut proof = Certificate::Dead(alone);
    // All sums are multiples of the grain. The ceiling is often reached; otherwise halve.
    let grain = problem.affinity.grain();
    let mut aim = bound;
    while found.0 < bound {
        match search::any(problem, aim, control)? {
            Some(Ok(pairs)) => found = (worst(problem, &pairs), pairs),
            Some(Err(tree)) => (bound, proof) = (aim - grain, tree),
            None => break,
        }
        aim = found.0 + ((bound - found.0) / grain + 1) / 2 * grain;
    }
    let (worst, pairs) = found;
    let solution = search::best(Rules::new(problem, Some(worst), None), Some(pairs), Decided::default(), control)?;
    Ok(Fair { worst, worst_bound: bound, worst_proof: proof, solution })
}

/// The least service of an application that has any need.
pub(super) fn worst(problem: &Problem, pairs: &[Pair]) -> i64 {
    let slack = Rules::new(problem, Some(0), None).slack(pairs);
    slack.into_iter().filter(|((_, rule), _)| *rule == super::Rule::Floor).map(|(_, sum)| sum).min().unwrap_or(0)
}

/// The least of what each application could get if it were alone, and whose it is.
fn ceiling(problem: &Problem) -> (i64, u32) {
    let mut sums = vec![0i64; problem.need.len()];
    for pair in &problem.fixed {
        sums[pair.application as usize] += problem.affinity.get(pair.application, pair.expert).unwrap_or(0);
    }
    if let Ok(rows) = Rows::new(problem, &Decided::default()) {
        for row in &rows.rows {
            let mut best = Vec::new();
            rows.each_above(*row, ABSENT, |_, affinity| {
                best.push(i64::from(affinity));
                ABSENT
            });
            best.sort_unstable_by_key(|affinity| std::cmp::Reverse(*affinity));
            sums[row.application as usize] += best.iter().take(row.need as usize).sum::<i64>();
        }
    }
    let counted = (0u32..).zip(sums).filter(|(application, _)| problem.need[*application as usize].iter().any(|need| *need > 0));
    counted.map(|(application, sum)| (sum, application)).min().unwrap_or((0, 0))
}
