//! SQLite: several readers, one writer, write-ahead log, and nothing acknowledged before it is on the disk.

use anyhow::{Context, Result, ensure};
use sqlx::{
    SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{fs::File, io::Read, time::Duration};

/// A deferred transaction that reads and then writes can fail at once with "busy".
pub const BEGIN_WRITE: &str = "begin immediate";
/// Empties the write-ahead log, which still holds what was deleted.
pub const FORGET: &str = "pragma wal_checkpoint(truncate)";
pub const BLOB: &str = "blob";

pub async fn pools(path: &str) -> Result<(SqlitePool, SqlitePool)> {
    whole(path)?;
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

/// A file that was cut off says so before anything is written to it. The first page states the size of the page and how many there are
/// (sqlite.org, "Database File Format", 1.3); while a write-ahead log lies beside it, the file may rightly be behind.
fn whole(path: &str) -> Result<()> {
    let mut head = [0; 32];
    let Ok(mut file) = File::open(path) else { return Ok(()) };
    let size = file.metadata()?.len();
    let log = std::fs::metadata(format!("{path}-wal")).map_or(0, |m| m.len());
    if size == 0 || log > 0 {
        return Ok(());
    }
    let damaged = || format!("the SQLite database {path} is damaged or not a database; restore it from a copy");
    file.read_exact(&mut head).with_context(damaged)?;
    ensure!(head.starts_with(b"SQLite format 3\0"), damaged());
    let page = u64::from(u16::from_be_bytes([head[16], head[17]]));
    let pages = u64::from(u32::from_be_bytes([head[28], head[29], head[30], head[31]]));
    let stated = if page == 1 { 65_536 } else { page } * pages;
    ensure!(size >= stated, "{}: {size} of {stated} bytes are there", damaged());
    Ok(())
}
