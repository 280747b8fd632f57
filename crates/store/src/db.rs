//! One database, two engines: a reading or a writing transaction on either, with the same calls.
//!
//! Writes are one at a time on both engines (`begin immediate`; an advisory lock), so what a transaction has checked still holds when it commits.

use crate::{Row, Value, engine};
use anyhow::{Context, Result, bail};
use sqlx::{
    AssertSqlSafe, Executor, PgPool, Postgres, SqlStr, Sqlite, SqlitePool, Transaction,
    postgres::{PgArguments, PgPoolOptions},
    query::Query,
    sqlite::SqliteArguments,
};
use std::cell::Cell;

#[derive(Clone)]
pub enum Db {
    Sqlite { read: SqlitePool, write: SqlitePool },
    Pg(PgPool),
}

thread_local! {
    static STATEMENTS: Cell<u64> = const { Cell::new(0) };
}

/// Statements asked for on this thread so far: what a page costs, for the bench and for the test that limits it.
pub fn statements_run() -> u64 {
    STATEMENTS.get()
}

/// A transaction. Dropped without `commit` it leaves nothing behind.
pub struct Tx {
    inner: Inner,
}

enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Pg(Transaction<'static, Postgres>),
}

/// Why a write did not take, by kind: constraint names differ between the engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Constraint {
    Unique,
    Foreign,
    Check,
}

impl Db {
    /// `sqlite:PATH`, `sqlite::memory:` is not supported (readers and the writer would see different databases), or `postgres://…`.
    pub async fn open(url: &str) -> Result<Db> {
        match url.split_once(':') {
            Some(("sqlite", path)) if !path.is_empty() && path != ":memory:" => {
                let (read, write) = engine::sqlite::pools(path.trim_start_matches("//")).await?;
                Ok(Db::Sqlite { read, write })
            }
            Some(("postgres" | "postgresql", _)) => {
                let options = PgPoolOptions::new().max_connections(8).acquire_timeout(std::time::Duration::from_secs(5));
                Ok(Db::Pg(options.connect(url).await.context("the PostgreSQL database does not answer")?))
            }
            _ => bail!("a database address begins with sqlite: or postgres:"),
        }
    }

    /// A consistent view for reading.
    pub async fn read(&self) -> Result<Tx> {
        let inner = match self {
            Db::Sqlite { read, .. } => Inner::Sqlite(read.begin_with("begin").await?),
            Db::Pg(pool) => Inner::Pg(pool.begin_with(engine::postgres::BEGIN_READ).await?),
        };
        Ok(Tx { inner })
    }

    /// The one writer.
    pub async fn write(&self) -> Result<Tx> {
        let inner = match self {
            Db::Sqlite { write, .. } => Inner::Sqlite(write.begin_with(engine::sqlite::BEGIN_WRITE).await?),
            Db::Pg(pool) => {
                let mut tx = pool.begin().await?;
                sqlx::query(engine::postgres::ONE_WRITER).execute(&mut *tx).await?;
                Inner::Pg(tx)
            }
        };
        Ok(Tx { inner })
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self, Db::Pg(_))
    }

    /// Asks the engine to compile a statement without running it.
    pub async fn prepare(&self, sql: &'static str) -> Result<()> {
        match self {
            Db::Sqlite { write, .. } => drop(write.acquire().await?.prepare(SqlStr::from_static(sql)).await?),
            Db::Pg(pool) => drop(pool.acquire().await?.prepare(SqlStr::from_static(sql)).await?),
        }
        Ok(())
    }

    /// Clears away what deleted drafts left behind in free space and logs, as far as the engine lets us (R142). The engine's own archive of
    /// its log, where one is kept, is the installation's to guard.
    pub async fn forget(&self) -> Result<()> {
        match self {
            Db::Sqlite { write, .. } => {
                sqlx::query(engine::sqlite::FORGET).execute(write).await?;
            }
            Db::Pg(pool) => {
                sqlx::query(engine::postgres::FORGET).execute(pool).await?;
            }
        }
        Ok(())
    }

    pub async fn close(&self) {
        match self {
            Db::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Db::Pg(pool) => pool.close().await,
        }
    }
}

impl Tx {
    pub async fn commit(self) -> Result<()> {
        match self.inner {
            Inner::Sqlite(tx) => tx.commit().await?,
            Inner::Pg(tx) => tx.commit().await?,
        }
        Ok(())
    }

    pub async fn all(&mut self, sql: &'static str, args: &[Value]) -> Result<Vec<Row>> {
        STATEMENTS.set(STATEMENTS.get() + 1);
        Ok(match &mut self.inner {
            Inner::Sqlite(tx) => bind_sqlite(sql, args).fetch_all(&mut **tx).await?.into_iter().map(Row::Sqlite).collect(),
            Inner::Pg(tx) => bind_pg(sql, args).fetch_all(&mut **tx).await?.into_iter().map(Row::Pg).collect(),
        })
    }

    pub async fn first(&mut self, sql: &'static str, args: &[Value]) -> Result<Option<Row>> {
        STATEMENTS.set(STATEMENTS.get() + 1);
        Ok(match &mut self.inner {
            Inner::Sqlite(tx) => bind_sqlite(sql, args).fetch_optional(&mut **tx).await?.map(Row::Sqlite),
            Inner::Pg(tx) => bind_pg(sql, args).fetch_optional(&mut **tx).await?.map(Row::Pg),
        })
    }

    /// Runs a write and answers how many rows it touched.
    pub async fn run(&mut self, sql: &'static str, args: &[Value]) -> Result<u64> {
        STATEMENTS.set(STATEMENTS.get() + 1);
        Ok(match &mut self.inner {
            Inner::Sqlite(tx) => bind_sqlite(sql, args).execute(&mut **tx).await?.rows_affected(),
            Inner::Pg(tx) => bind_pg(sql, args).execute(&mut **tx).await?.rows_affected(),
        })
    }

    /// Several statements at once without parameters: migrations only.
    pub(crate) async fn script(&mut self, sql: String) -> Result<()> {
        let sql = AssertSqlSafe(sql);
        match &mut self.inner {
            Inner::Sqlite(tx) => {
                sqlx::raw_sql(sql).execute(&mut **tx).await?;
            }
            Inner::Pg(tx) => {
                sqlx::raw_sql(sql).execute(&mut **tx).await?;
            }
        }
        Ok(())
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self.inner, Inner::Pg(_))
    }
}

/// The kind of constraint that refused a write, if one did.
pub fn constraint(error: &anyhow::Error) -> Option<Constraint> {
    let db = error.downcast_ref::<sqlx::Error>()?.as_database_error()?;
    match db.kind() {
        sqlx::error::ErrorKind::UniqueViolation => Some(Constraint::Unique),
        sqlx::error::ErrorKind::ForeignKeyViolation => Some(Constraint::Foreign),
        sqlx::error::ErrorKind::CheckViolation => Some(Constraint::Check),
        _ => None,
    }
}

macro_rules! binder {
    ($name:ident, $db:ty, $args:ty) => {
        fn $name(sql: &'static str, args: &[Value]) -> Query<'static, $db, $args> {
            args.iter().fold(sqlx::query(sql), |q, value| match value.clone() {
                Value::Text(x) => q.bind(x),
                Value::Int(x) => q.bind(x),
                Value::Float(x) => q.bind(x),
                Value::Bytes(x) => q.bind(x),
            })
        }
    };
}
binder!(bind_sqlite, Sqlite, SqliteArguments);
binder!(bind_pg, Postgres, PgArguments);
