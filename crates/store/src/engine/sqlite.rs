//! SQLite: several readers, one writer, write-ahead log, and nothing acknowledged before it is on the disk.

use anyhow::{Context, Result};
use sqlx::{
    SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::time::Duration;

/// A deferred transaction that reads and then writes can fail at once with "busy".
pub const BEGIN_WRITE: &str = "begin immediate";
/// Empties the write-ahead log, which still holds what was deleted.
pub const FORGET: &str = "pragma wal_checkpoint(truncate)";
pub const BLOB: &str = "blob";

pub async fn pools(path: &str) -> Result<(SqlitePool, SqlitePool)> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // A receipt survives a power cut.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // What is deleted is overwritten: a sealed list's draft must not survive in free pages.
        .pragma("secure_delete", "on")
        .busy_timeout(Duration::from_secs(5));
    let write = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(Duration::from_secs(30))
        .connect_with(options.clone())
        .await
        .with_context(|| format!("the SQLite database {path} can't be opened"))?;
    let read = SqlitePoolOptions::new().max_connections(4).connect_with(options.read_only(true)).await?;
    Ok((read, write))
}
