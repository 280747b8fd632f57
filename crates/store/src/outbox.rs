//! Mail to be sent: written in the transaction of the act it tells of, sent after.

use crate::{Tx, Value, sql::sql};
use anyhow::Result;
use domain::{Instant, Permit, ids::MailId};

sql! {
    PUSH = "insert into mail (id, recipient, subject, body, at, attempts, due, sent, failed, problem) values ($1, $2, $3, $4, $5, 0, $5, null, null, '')";
    DUE = "select id, recipient, subject, body, attempts from mail where sent is null and failed is null and due <= $1 order by due, id limit $2";
    SENT = "update mail set sent = $2, attempts = attempts + 1, problem = '' where id = $1";
    LATER = "update mail set due = $2, attempts = attempts + 1, problem = $3 where id = $1";
    GIVEN_UP = "update mail set failed = $2, attempts = attempts + 1, problem = $3 where id = $1";
    FORGET = "update mail set recipient = '', body = '' where recipient = $1 and (sent is not null or failed is not null)";
    WAITING = "select cast(count(*) as bigint) as n from mail where sent is null and failed is null";
    FAILED = "select cast(count(*) as bigint) as n from mail where failed is not null";
}

/// A mail as it leaves: plain text in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    pub id: MailId,
    pub recipient: String,
    pub subject: String,
    pub body: String,
    pub attempts: i64,
}

pub async fn push(tx: &mut Tx, _permit: &Permit, mail: &Mail, at: Instant) -> Result<()> {
    let args: [Value; 5] = [mail.id.as_str().into(), (&mail.recipient).into(), (&mail.subject).into(), (&mail.body).into(), at.into()];
    tx.run(PUSH, &args).await?;
    Ok(())
}

pub async fn due(tx: &mut Tx, _permit: &Permit, now: Instant, limit: i64) -> Result<Vec<Mail>> {
    let rows = tx.all(DUE, &[now.into(), limit.into()]).await?;
    rows.iter()
        .map(|r| {
            Ok(Mail {
                id: r.parse("id", MailId::parse)?,
                recipient: r.text("recipient")?,
                subject: r.text("subject")?,
                body: r.text("body")?,
                attempts: r.int("attempts")?,
            })
        })
        .collect()
}

/// Takes an address and what was written to it out of mail that has left; mail on its way still arrives.
pub async fn forget(tx: &mut Tx, _permit: &Permit, recipient: &str) -> Result<()> {
    tx.run(FORGET, &[recipient.into()]).await?;
    Ok(())
}

pub async fn sent(tx: &mut Tx, _permit: &Permit, id: &MailId, at: Instant) -> Result<()> {
    tx.run(SENT, &[id.as_str().into(), at.into()]).await?;
    Ok(())
}

pub async fn later(tx: &mut Tx, _permit: &Permit, id: &MailId, due: Instant, problem: &str) -> Result<()> {
    tx.run(LATER, &[id.as_str().into(), due.into(), problem.into()]).await?;
    Ok(())
}

pub async fn given_up(tx: &mut Tx, _permit: &Permit, id: &MailId, at: Instant, problem: &str) -> Result<()> {
    tx.run(GIVEN_UP, &[id.as_str().into(), at.into(), problem.into()]).await?;
    Ok(())
}

/// How many wait, and how many were given up.
pub async fn counts(tx: &mut Tx, _permit: &Permit) -> Result<(i64, i64)> {
    let waiting = tx.first(WAITING, &[]).await?.map_or(Ok(0), |r| r.int("n"))?;
    let failed = tx.first(FAILED, &[]).await?.map_or(Ok(0), |r| r.int("n"))?;
    Ok((waiting, failed))
}
