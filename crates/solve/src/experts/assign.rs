//! The exact maximum total.

use super::rows::{Decided, Rows};
use super::rules::Rules;
use super::transport::{self, Plain};
use super::{Certificate, Failure, Pair, Prices, Problem, Solution, search};
use crate::Control;

/// Finds an assignment with the greatest total affinity, and the proof that there is no greater one.
///
/// Exact: the answer is a proven optimum, or the proof that needs, loads and quotas cannot all be met.
/// Deterministic: equal problems give equal answers. `control` is asked every few hundred seats. When the time is up,
/// a problem with quotas gives its best answer so far with an honest bound; otherwise there is no answer before the
/// end and only cancellation counts.
pub fn assign(problem: &Problem, control: &Control) -> Result<Solution, Failure> {
    problem.verify().map_err(Failure::Invalid)?;
    decided(problem, Decided::default(), control)
}

/// The same within a case, in which some pairs count as fixed and some as forbidden.
pub(super) fn decided(problem: &Problem, decided: Decided, control: &Control) -> Result<Solution, Failure> {
    if !problem.quotas.is_empty() {
        return search::best(Rules::new(problem, None, None), None, decided, control);
    }
    let rows = Rows::new(problem, &decided).map_err(Failure::Infeasible)?;
    let found = transport::solve(&rows, &Plain, control)?.map_err(Failure::Infeasible)?;
    let mut pairs: Vec<Pair> = problem.fixed.iter().chain(&decided.taken).copied().collect();
    let bound = found.bound() + i128::from(total(problem, &pairs));
    for (at, row) in rows.rows.iter().enumerate() {
        pairs.extend(transport::held(&found.net, &found.flow, at).map(|arc| Pair::new(row.application, arc.column)));
    }
    pairs.sort_unstable();
    let objective = total(problem, &pairs);
    let certificate = Certificate::Prices(Prices { scale: 1, lifts: Vec::new(), seats: found.seats(&rows), experts: found.flow.price });
    let bound = bound as i64;
    Ok(Solution { objective, bound, optimal: objective == bound, pairs, certificate })
}

/// The sum of the affinities.
pub(super) fn total(problem: &Problem, pairs: &[Pair]) -> i64 {
    pairs.iter().filter_map(|pair| problem.affinity.get(pair.application, pair.expert)).sum()
}
