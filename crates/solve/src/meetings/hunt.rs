//! The hunt for a plan within a cost, or for the proof that there is none.
//!
//! Most people can be spared any wait, and a plan is found sooner when they are: at first only those may wait whose
//! days do not fit together otherwise. The proof is about all plans.

use super::encode::{Encoded, encode};
use super::grid::Grid;
use super::problem::Problem;
use super::sat::Outcome;
use crate::Control;

/// Conflicts spent on people who cannot all be spared, on one fewer of them, and on each person alone.
const CLASH: u64 = 1_000;
const FEWER: u64 = 200;
const PROBE: u64 = 20;

/// Who may wait in the plans tried first, for each of `Encoded::waits`.
pub(super) type MayWait = Vec<bool>;

pub(super) enum Found {
    /// The slot of each meeting of the grid.
    Plan(Vec<u32>),
    /// There is no plan within the cost.
    Nothing,
    /// Stopped before either was known.
    Open,
}

pub(super) struct Hunt {
    /// The cost looked for, at most.
    pub most: i64,
    /// The plans in which nobody else waits, until there are none.
    spared: Option<Encoded>,
    /// All plans; what is learnt here is the proof.
    all: Encoded,
    /// Spent so far.
    pub conflicts: u64,
}

impl Hunt {
    /// `slot` is tried first; the proof is given up above `log` bytes.
    pub fn new(problem: &Problem, grid: &Grid, most: i64, may_wait: &[bool], slot: &[u32], log: usize, control: Control<'_>) -> Self {
        let [mut spared, mut all] = [0, log].map(|log| {
            let mut encoded = encode(problem, grid, Some(most), log);
            encoded.prefer(grid, slot);
            encoded
        });
        spared.spare_for_good(may_wait);
        all.probe(PROBE, control);
        Self { most, spared: Some(spared), all, conflicts: 0 }
    }

    /// Searches for about so many conflicts: among plans that spare most, then among all.
    pub fn search(&mut self, grid: &Grid, conflicts: u64, control: Control<'_>) -> Found {
        let mut left = conflicts;
        if let Some(spared) = &mut self.spared {
            match run(spared, grid, conflicts, &mut self.conflicts, control) {
                Found::Nothing => self.spared = None,
                Found::Open => left /= 4,
                plan => return plan,
            }
        }
        run(&mut self.all, grid, left, &mut self.conflicts, control)
    }

    /// The steps of the refutation, unless they were too long to keep.
    pub fn steps(self) -> Option<String> {
        self.all.solver.log.kept()
    }
}

fn run(encoded: &mut Encoded, grid: &Grid, conflicts: u64, sum: &mut u64, control: Control<'_>) -> Found {
    let before = encoded.solver.conflicts;
    let outcome = encoded.solver.search(conflicts, control);
    *sum += encoded.solver.conflicts - before;
    match outcome {
        Outcome::Model => Found::Plan(encoded.model(grid)),
        Outcome::Impossible => Found::Nothing,
        Outcome::Stopped | Outcome::Blocked => Found::Open,
    }
}

/// Who may have to wait whatever it costs: everybody in a set of people of whom one must.
pub(super) fn clashes(problem: &Problem, grid: &Grid, control: Control<'_>) -> MayWait {
    let mut encoded = encode(problem, grid, Some(i64::MAX), 0);
    let mut may_wait = vec![false; encoded.waits.len()];
    let mut must = may_wait.clone();
    loop {
        let found = clash(&mut encoded, &may_wait, control);
        match found[..] {
            [] => break,
            [only] => must[only] = true,
            _ => {}
        }
        found.into_iter().for_each(|at| may_wait[at] = true);
    }
    // If only this one waits besides those who must, who else has to?
    for only in (0..may_wait.len()).filter(|at| may_wait[*at] && !must[*at]).collect::<Vec<_>>() {
        let mut spare = must.clone();
        spare[only] = true;
        clash(&mut encoded, &spare, control).into_iter().for_each(|at| may_wait[at] = true);
    }
    may_wait
}

/// People who cannot all be spared, none too many as far as is quickly seen; nobody when all others can be, or it takes long.
fn clash(encoded: &mut Encoded, may_wait: &[bool], control: Control<'_>) -> Vec<usize> {
    encoded.spare(may_wait);
    if encoded.solver.search(CLASH, control) != Outcome::Blocked {
        return Vec::new();
    }
    let mut spared = encoded.solver.blamed.clone();
    let mut nth = 0;
    while spared.len() > 1 && nth < spared.len() {
        let mut fewer = spared.clone();
        fewer.remove(nth);
        encoded.solver.suppose(fewer);
        if encoded.solver.search(FEWER, control) == Outcome::Blocked {
            spared.retain(|lit| encoded.solver.blamed.contains(lit));
        } else {
            nth += 1;
        }
    }
    encoded.who(&spared)
}
