//! What happened, appended in the same transaction as the change, each row chained to the one before by SHA-256.

use crate::{Tx, sql::sql};
use anyhow::Result;
use domain::{Instant, Permit};
use sha2::{Digest, Sha256};

sql! {
    LAST = "select seq, hash from event order by seq desc limit 1";
    APPEND = "insert into event (seq, id, at, account, party, action, subject, subject_id, detail, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    OF_SUBJECT = "select seq, id, at, account, party, action, subject, subject_id, detail, hash from event where subject = $1 and subject_id = $2 order by seq";
    PAGE = "select seq, id, at, account, party, action, subject, subject_id, detail, hash from event where seq < $1 order by seq desc limit $2";
    CHAIN = "select seq, id, at, account, party, action, subject, subject_id, detail, hash from event order by seq";
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub seq: i64,
    pub id: String,
    pub at: Instant,
    pub account: Option<String>,
    pub party: Option<String>,
    pub action: String,
    pub subject: String,
    pub subject_id: String,
    /// JSON without personal text.
    pub detail: String,
    pub hash: String,
}

/// What an event says beside its permit.
pub struct Fact<'a> {
    pub id: &'a domain::ids::EventId,
    pub at: Instant,
    /// Kind of thing, a table's name, e.g. `application`.
    pub subject: &'static str,
    pub subject_id: &'a str,
    pub detail: serde_json::Value,
}

pub async fn append(tx: &mut Tx, permit: &Permit, fact: Fact<'_>) -> Result<()> {
    let last = tx.first(LAST, &[]).await?;
    let (seq, previous) = match last {
        Some(r) => (r.int("seq")? + 1, r.text("hash")?),
        None => (1, String::new()),
    };
    let mut event = Event {
        seq,
        id: fact.id.to_string(),
        at: fact.at,
        account: permit.account().map(|a| a.to_string()),
        party: permit.party().map(|p| p.to_string()),
        action: permit.action().code().into(),
        subject: fact.subject.into(),
        subject_id: fact.subject_id.into(),
        detail: fact.detail.to_string(),
        hash: String::new(),
    };
    event.hash = chained(&previous, &event);
    let e = event;
    let args = [
        e.seq.into(),
        e.id.into(),
        e.at.into(),
        e.account.into(),
        e.party.into(),
        e.action.into(),
        e.subject.into(),
        e.subject_id.into(),
        e.detail.into(),
        e.hash.into(),
    ];
    tx.run(APPEND, &args).await?;
    Ok(())
}

pub async fn of_subject(tx: &mut Tx, _permit: &Permit, subject: &str, id: &str) -> Result<Vec<Event>> {
    tx.all(OF_SUBJECT, &[subject.into(), id.into()]).await?.iter().map(read).collect()
}

/// The newest `limit` events before `seq`, newest first.
pub async fn page(tx: &mut Tx, _permit: &Permit, before: i64, limit: i64) -> Result<Vec<Event>> {
    tx.all(PAGE, &[before.into(), limit.into()]).await?.iter().map(read).collect()
}

/// The first line whose hash does not follow from the lines before it, if any: the log was altered there.
pub async fn first_break(tx: &mut Tx, _permit: &Permit) -> Result<Option<i64>> {
    let mut previous = String::new();
    for row in tx.all(CHAIN, &[]).await? {
        let event = read(&row)?;
        if chained(&previous, &event) != event.hash {
            return Ok(Some(event.seq));
        }
        previous = event.hash;
    }
    Ok(None)
}

fn chained(previous: &str, e: &Event) -> String {
    let none = String::new();
    let fields = [
        previous,
        &e.seq.to_string(),
        &e.id,
        &e.at.micros().to_string(),
        e.account.as_ref().unwrap_or(&none),
        e.party.as_ref().unwrap_or(&none),
        &e.action,
        &e.subject,
        &e.subject_id,
        &e.detail,
    ];
    let mut hash = Sha256::new();
    for field in fields {
        // Length first, so that no two different rows hash the same bytes.
        hash.update((field.len() as u64).to_be_bytes());
        hash.update(field.as_bytes());
    }
    hash.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

fn read(r: &crate::Row) -> Result<Event> {
    Ok(Event {
        seq: r.int("seq")?,
        id: r.text("id")?,
        at: r.at("at")?,
        account: r.opt_text("account")?,
        party: r.opt_text("party")?,
        action: r.text("action")?,
        subject: r.text("subject")?,
        subject_id: r.text("subject_id")?,
        detail: r.text("detail")?,
        hash: r.text("hash")?,
    })
}
