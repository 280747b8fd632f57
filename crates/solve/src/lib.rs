//! Exact kernels that answer at once and carry a proof: expert assignment, conflicts of interest, joint portfolios, meetings.
//!
//! No dependency, no clock, no randomness, no input or output: the caller passes bytes and a [`Control`].
//! Each kernel has a `check` module that verifies a certificate and shares no code with the solver.

pub mod conflicts;
pub mod control;
pub mod decimal;
pub mod experts;
pub mod json;
pub mod meetings;
pub mod portfolio;
pub mod read_error;

pub use control::{Cancelled, Control};
pub use read_error::ReadError;
