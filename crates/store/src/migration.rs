//! Numbered, forward-only migrations: one text for both engines.

use crate::{Db, engine, sql::sql};
use anyhow::{Result, bail};

macro_rules! migrations {
    ($($name:literal),* $(,)?) => {
        /// Name and text of every migration in order.
        pub const MIGRATIONS: &[(&str, &str)] = &[$(($name, include_str!(concat!("../migrations/", $name, ".sql")))),*];
    };
}
migrations! {
    "0001_account", "0002_programme", "0003_call", "0004_application", "0005_handling", "0006_assessment", "0007_priority", "0008_grant",
    "0009_place",
    "0010_partnership",
    "0011_delegation",
    "0012_collaboration",
    "0013_traveller",
    "0014_finding",
    "0015_list",
    "0016_line_finding",
    "0017_book_revision",
}

const LEDGER: &str = "create table if not exists migration (name text primary key, at bigint not null)";

sql! {
    DONE = "select name from migration order by name";
    MARK = "insert into migration (name, at) values ($1, $2)";
}

/// Brings the database to this version; a database from a later version is refused rather than touched.
pub async fn run(db: &Db, now: domain::Instant) -> Result<usize> {
    let mut tx = db.write().await?;
    tx.script(LEDGER.into()).await?;
    let done: Vec<String> = tx.all(DONE, &[]).await?.iter().map(|r| r.text("name")).collect::<Result<_>>()?;
    if let Some(later) = done.iter().find(|name| !MIGRATIONS.iter().any(|(n, _)| n == name)) {
        bail!("the database was written by a later version of Counterpart ({later}); install that version");
    }
    let blob = if db.is_postgres() { engine::postgres::BLOB } else { engine::sqlite::BLOB };
    let mut ran = 0;
    for (name, text) in MIGRATIONS.iter().filter(|(n, _)| !done.iter().any(|d| d == n)) {
        tx.script(text.replace("{BLOB}", blob)).await?;
        tx.run(MARK, &[(*name).into(), now.into()]).await?;
        ran += 1;
    }
    tx.commit().await?;
    Ok(ran)
}
