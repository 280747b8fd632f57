//! The only places where the two engines differ; a test counts them.

pub mod postgres;
pub mod sqlite;
