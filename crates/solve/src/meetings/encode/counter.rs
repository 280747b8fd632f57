//! Counting by helper variables: clauses that are learnt about sums stay short.

use crate::meetings::sat::{Lit, Solver};

/// Longer counters (literals times what may be true) cost more than they bring.
const MOST_SIZE: i64 = 20_000;

/// At most `most` worth of these, by counters where the weights are equal and it is not too much.
pub(super) fn at_most(solver: &mut Solver, lits: Vec<(Lit, i64)>, most: i64) {
    let weight = lits.first().map_or(1, |(_, weight)| *weight);
    let count = most.div_euclid(weight);
    let fits = (0..MOST_SIZE).contains(&count) && lits.len() as i64 * (count + 1) <= MOST_SIZE;
    if !fits || lits.iter().any(|(_, other)| *other != weight) {
        solver.limit(lits, most);
        return;
    }
    let mut sums: Vec<Vec<Lit>> = lits.into_iter().map(|(lit, _)| vec![lit]).collect();
    while sums.len() > 1 {
        let merged = sums.chunks(2).map(|pair| match pair {
            [a, b] => merge(solver, a, b, count as usize + 1),
            rest => rest.concat(),
        });
        sums = merged.collect();
    }
    sums.concat().into_iter().skip(count as usize).for_each(|above| solver.clause(&[!above]));
}

/// The sum of two sums, each a list of "at least 1, at least 2, …", counted up to `width`.
fn merge(solver: &mut Solver, a: &[Lit], b: &[Lit], width: usize) -> Vec<Lit> {
    let width = width.min(a.len() + b.len());
    let sum: Vec<Lit> = (0..width).map(|_| solver.fresh()).collect();
    for of_a in 0..=a.len() {
        for of_b in 0..=b.len() {
            if (1..=width).contains(&(of_a + of_b)) {
                let mut clause = vec![sum[of_a + of_b - 1]];
                clause.extend(of_a.checked_sub(1).map(|at| !a[at]));
                clause.extend(of_b.checked_sub(1).map(|at| !b[at]));
                solver.clause(&clause);
            }
        }
    }
    sum
}
