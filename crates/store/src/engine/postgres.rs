//! PostgreSQL: how a transaction begins.

pub const BEGIN_READ: &str = "begin isolation level repeatable read read only";
/// Writers queue, as on SQLite; the number is this product's own.
pub const ONE_WRITER: &str = "select pg_advisory_xact_lock(20090228)";
/// Gives the space of deleted drafts back at once, not when the server gets to it.
pub const FORGET: &str = "vacuum draft_rank";
pub const BLOB: &str = "bytea";
