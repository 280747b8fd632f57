//! Joint portfolio: which projects two parties fund together from pots that neither may overdraw.
//!
//! `problem` holds the input; `policy` cuts a ranked list by a named rule; `bound` finds the best
//! portfolio and proves it; `frontier` answers for every pair of budgets; `shares` is the Method of
//! Equal Shares; `read` reads the public formats; `check` verifies a certificate with none of the
//! solver's code. Money is whole minor units throughout and no result rests on floating point.

pub mod bound;
pub mod certificate;
pub mod check;

pub mod frontier;
pub mod policy;
pub mod problem;
pub mod read;
pub mod report;
mod rows;
pub mod shares;
mod simplex;

pub use policy::{Cause, Fate, Outcome, Policy, Reason, cut};
pub use problem::{Fault, Pot, Problem, Project, Standing, Theme};

#[cfg(test)]
mod tests;
