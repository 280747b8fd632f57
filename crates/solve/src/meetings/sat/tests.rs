//! The solver against truth tables: models, refutations, and what is blamed.

use super::{Lit, Outcome, Solver};
use crate::Control;
use proptest::prelude::*;

const VARIABLES: usize = 9;

type Clauses = Vec<Vec<Lit>>;
type Limits = Vec<(Vec<(Lit, i64)>, i64)>;

fn lit() -> impl Strategy<Value = Lit> {
    (0..VARIABLES, any::<bool>()).prop_map(|(variable, positive)| Lit::new(variable, positive))
}

fn rules() -> impl Strategy<Value = (Clauses, Limits)> {
    let clauses = prop::collection::vec(prop::collection::vec(lit(), 1..4), 5..40);
    let terms = prop::collection::btree_map(0..VARIABLES, (any::<bool>(), 1i64..4), 2..6)
        .prop_map(|terms| terms.into_iter().map(|(variable, (positive, weight))| (Lit::new(variable, positive), weight)).collect());
    (clauses, prop::collection::vec((terms, 1i64..6), 0..4))
}

fn holds(lit: Lit, world: usize) -> bool {
    (world >> lit.variable() & 1 == 1) == lit.is_positive()
}

fn allowed(world: usize, (clauses, limits): &(Clauses, Limits)) -> bool {
    clauses.iter().all(|clause| clause.iter().any(|lit| holds(*lit, world)))
        && limits
            .iter()
            .all(|(terms, most)| terms.iter().filter(|(lit, _)| holds(*lit, world)).map(|(_, weight)| weight).sum::<i64>() <= *most)
}

fn solver((clauses, limits): &(Clauses, Limits)) -> Solver {
    let mut solver = Solver::new(VARIABLES, usize::MAX);
    clauses.iter().for_each(|clause| solver.clause(clause));
    limits.iter().for_each(|(terms, most)| solver.limit(terms.clone(), *most));
    solver
}

proptest! {
    #[test]
    fn a_model_is_one_and_what_is_impossible_has_none(rules in rules(), supposed in prop::collection::vec(lit(), 0..5)) {
        let mut solver = solver(&rules);
        let worlds: Vec<usize> = (0..1 << VARIABLES).filter(|world| allowed(*world, &rules)).collect();
        for supposed in [supposed, Vec::new()] {
            solver.suppose(supposed.clone());
            match solver.search(u64::MAX, Control::free()) {
                Outcome::Model => {
                    let world = (0..VARIABLES).filter(|at| solver.is_true(Lit::new(*at, true))).fold(0, |world, at| world | 1 << at);
                    prop_assert!(worlds.contains(&world));
                    prop_assert!(supposed.iter().all(|lit| holds(*lit, world)));
                }
                Outcome::Impossible => prop_assert_eq!(&worlds, &Vec::new()),
                Outcome::Blocked => {
                    prop_assert!(!solver.blamed.is_empty() && solver.blamed.iter().all(|lit| supposed.contains(lit)));
                    prop_assert!(worlds.iter().all(|world| !solver.blamed.iter().all(|lit| holds(*lit, *world))));
                }
                Outcome::Stopped => prop_assert!(false, "nothing stopped it"),
            }
        }
    }
}
