//! Sealed priority lists and the joint prioritisation (R129, R142-R144, R156).
//!
//! Each party ranks alone and seals; both reveal; what both ranked can be funded. The two parties are alike in every rule here:
//! exchanging them changes nothing but their names, and the tests hold every rule to that.

pub mod joint;
pub mod list;
pub mod result;
pub mod round;
pub mod why;

pub use joint::{Candidate, candidates, match_index};
pub use list::{Line, Standing};
pub use result::{Answer, Outcome, Version};
pub use round::{Round, Stage};
pub use why::{Cause, Why};

#[cfg(test)]
mod tests;
