//! One-to-one meetings: who meets whom, when and at which table, with as few waits as can be, and a proof.
//!
//! A meeting is a line between two schedules, a slot is a colour: [`solve`] colours the lines (`colour`), shortens waits
//! by swapping two-coloured chains (`anneal`) and refutes everything cheaper (`prices`, and `hunt` by `sat` over `encode`). Where
//! meetings do not fit, `shortage` says which and why. [`check`] verifies the result with none of the solver's code;
//! `certificate` describes what it reads.

mod anneal;
pub mod certificate;
mod chance;
pub mod check;
mod colour;
mod encode;
mod grid;
mod hunt;
mod prices;
mod problem;
pub mod read;
pub mod report;
mod sat;
mod shortage;
mod solution;
mod solve;
mod state;
mod tables;
#[cfg(test)]
mod tests;

pub use certificate::{Certificate, Place, Proof, Shortage};
pub use problem::{MOST_COST, MOST_MEETINGS, MOST_PRECEDENCES, MOST_SLOTS, Meeting, Person, Plan, Pool, Problem, Seat, Session, Wish};
pub use solution::{Effort, Solution};
pub use solve::solve;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The numbers do not fit together; the text says which.
    Invalid(String),
    /// The caller asked to stop.
    Cancelled,
}

impl From<crate::Cancelled> for Fault {
    fn from(_: crate::Cancelled) -> Self {
        Self::Cancelled
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Invalid(why) => f.write_str(why),
            Self::Cancelled => f.write_str("cancelled"),
        }
    }
}

impl std::error::Error for Fault {}
