//! Expert assignment: the best total under needs, loads, conflicts and quotas, with prices that prove it.
//!
//! [`assign`] gives the exact maximum total and [`fair`] the exact fair assignment; [`check`] verifies either without
//! any of the solver's code.

pub mod affinity;
mod assign;
mod bracket;
pub mod check;
pub mod cli;
mod fair;
mod flow;
mod json;
mod problem;
pub mod read;
mod repair;
mod rows;
mod rules;
mod search;
mod shortage;
mod solution;
#[cfg(test)]
mod tests;
mod transport;

pub use affinity::Affinity;
pub use assign::assign;
pub use fair::{Fair, fair};
pub use problem::{Expert, Pair, Problem, Quota};
pub use repair::{Repair, repair};
pub use solution::{Certificate, Failure, Lift, Prices, Rule, Shortage, Solution};
