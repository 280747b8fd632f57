//! Forms that were sent already: a replayed key answers with what the first sending led to.

use crate::{Tx, sql::sql};
use anyhow::Result;
use domain::{Instant, Permit};

sql! {
    FIND = "select outcome from form_key where key = $1 and account = $2";
    PUT = "insert into form_key (key, account, outcome, at) values ($1, $2, $3, $4)";
}

/// What a form with this key led to, if the same account sent it.
pub async fn find(tx: &mut Tx, permit: &Permit, key: &str) -> Result<Option<String>> {
    tx.first(FIND, &[key.into(), account(permit).into()]).await?.map(|r| r.text("outcome")).transpose()
}

pub async fn put(tx: &mut Tx, permit: &Permit, key: &str, outcome: &str, at: Instant) -> Result<()> {
    tx.run(PUT, &[key.into(), account(permit).into(), outcome.into(), at.into()]).await?;
    Ok(())
}

fn account(permit: &Permit) -> String {
    permit.account().map(|a| a.to_string()).unwrap_or_default()
}
