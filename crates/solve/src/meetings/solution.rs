//! What is asked of the solver, and what it answers.

use super::certificate::{Certificate, Shortage};
use super::problem::Plan;

/// How much to do; the same effort always gives the same result, unless the time runs out before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    pub seed: u64,
    /// Turns of annealing and refutation, each twice as long as the one before.
    pub turns: u32,
    /// Most bytes of a proof; a longer one is not kept.
    pub proof: usize,
}

impl Default for Effort {
    fn default() -> Self {
        Self { seed: 1, turns: 6, proof: 64 << 20 }
    }
}

/// The best plan found, and what is known about better ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// Seats of all meetings that are held.
    pub plan: Plan,
    /// What the plan costs (without what is missing).
    pub objective: i64,
    /// No plan costs less.
    pub bound: i64,
    /// Proven cheapest.
    pub optimal: bool,
    /// Nobody has more gaps above another than allowed.
    pub fair: bool,
    /// Meetings that must be held and are not.
    pub missing: Vec<usize>,
    /// Why not all of them can be.
    pub shortage: Option<Shortage>,
    /// There is no plan that holds all meetings that must be held.
    pub impossible: bool,
    /// Gaps of each person.
    pub gaps: Vec<u32>,
    /// What `check` accepts, if there is a complete plan or a proof that there is none. Its bound may be weaker where
    /// the proof was too long to keep.
    pub certificate: Option<Certificate>,
}
