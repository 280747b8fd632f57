//! Plans against brute force, certificates against tampering, readers and controls against what nobody should send.

mod behaviour;
mod brute;
mod odd;
mod proof;
mod random;
mod reading;
mod stop;

use super::{Effort, Meeting, Person, Problem, Solution, solve};
use crate::Control;

fn round(slots: usize, tables: u32, people: usize, pairs: &[(usize, usize)]) -> Problem {
    let mut problem = Problem::empty(slots, tables);
    problem.people = (0..people).map(|at| Person { name: format!("person {at}"), ..Person::default() }).collect();
    problem.meetings = pairs.iter().map(|(a, b)| Meeting::between(*a, *b)).collect();
    problem
}

/// Two turns decide a small round, as far as it can be.
fn solved(problem: &Problem) -> Solution {
    solve(problem, Effort { turns: 2, ..Effort::default() }, Control::free()).expect("the problem is well formed")
}
