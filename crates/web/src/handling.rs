//! Administrative handling: the list of both offices, and one application's case.

pub mod case;
pub mod desk;
