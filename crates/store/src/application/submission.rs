//! Submissions with their frozen dossiers, and withdrawals. A submission is never changed or removed.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Instant, Permit,
    ids::{ApplicationId, SubmissionId},
};

/// A submission with all that proves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    pub id: SubmissionId,
    pub application: ApplicationId,
    /// The number on the receipt.
    pub number: String,
    pub at: Instant,
    /// Of `dossier`, hex.
    pub sha256: String,
    pub dossier: Vec<u8>,
    /// The signed envelope around the receipt, JSON.
    pub receipt: String,
    pub key_id: String,
    pub late: bool,
    /// Account id.
    pub by: String,
}

macro_rules! submissions {
    ($condition:literal) => {
        concat!("select id, application, number, at, sha256, dossier, receipt, key_id, late, by from submission where ", $condition)
    };
}

sql! {
    INSERT = "insert into submission (id, application, number, at, sha256, dossier, receipt, key_id, form_key, late, by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    BY_ID = submissions!("id = $1");
    BY_FORM_KEY = submissions!("form_key = $1");
    BY_NUMBER = submissions!("number = $1");
    BY_SHA256 = submissions!("sha256 = $1 order by at limit 1");
    OF_APPLICATION = submissions!("application = $1 order by at");
    WITHDRAW = "insert into withdrawal (application, at, reason, by, undone) values ($1, $2, $3, $4, null)";
    UNDO = "update withdrawal set undone = $2 where application = $1 and undone is null";
    WITHDRAWN = "select reason, at from withdrawal where application = $1 and undone is null";
    DECIDED = "select id from decision where application = $1 limit 1";
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, f: &Frozen, form_key: &str) -> Result<()> {
    let args = [
        f.id.as_str().into(),
        f.application.as_str().into(),
        (&f.number).into(),
        f.at.into(),
        (&f.sha256).into(),
        f.dossier.as_slice().into(),
        (&f.receipt).into(),
        (&f.key_id).into(),
        form_key.into(),
        f.late.into(),
        (&f.by).into(),
    ];
    tx.run(INSERT, &args).await?;
    Ok(())
}

pub async fn find(tx: &mut Tx, id: &SubmissionId) -> Result<Option<Frozen>> {
    tx.first(BY_ID, &[id.as_str().into()]).await?.as_ref().map(read).transpose()
}

/// What a form with this key has submitted already.
pub async fn find_by_form_key(tx: &mut Tx, key: &str) -> Result<Option<Frozen>> {
    tx.first(BY_FORM_KEY, &[key.into()]).await?.as_ref().map(read).transpose()
}

pub async fn find_by_number(tx: &mut Tx, number: &str) -> Result<Option<Frozen>> {
    tx.first(BY_NUMBER, &[number.into()]).await?.as_ref().map(read).transpose()
}

/// `sha256`: 64 lower-case hexadecimal digits.
pub async fn find_by_sha256(tx: &mut Tx, sha256: &str) -> Result<Option<Frozen>> {
    tx.first(BY_SHA256, &[sha256.into()]).await?.as_ref().map(read).transpose()
}

/// Oldest first.
pub async fn list(tx: &mut Tx, _permit: &Permit, application: &ApplicationId) -> Result<Vec<Frozen>> {
    tx.all(OF_APPLICATION, &[application.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn withdraw(tx: &mut Tx, _permit: &Permit, id: &ApplicationId, reason: &str, by: &str, at: Instant) -> Result<()> {
    tx.run(WITHDRAW, &[id.as_str().into(), at.into(), reason.into(), by.into()]).await?;
    Ok(())
}

/// Submitting again undoes a withdrawal.
pub async fn undo_withdrawal(tx: &mut Tx, _permit: &Permit, id: &ApplicationId, at: Instant) -> Result<()> {
    tx.run(UNDO, &[id.as_str().into(), at.into()]).await?;
    Ok(())
}

/// Reason and instant of the withdrawal that stands.
pub async fn withdrawal(tx: &mut Tx, id: &ApplicationId) -> Result<Option<(String, Instant)>> {
    tx.first(WITHDRAWN, &[id.as_str().into()]).await?.map(|r| Ok((r.text("reason")?, r.at("at")?))).transpose()
}

/// Some granting body has decided on it.
pub async fn is_decided(tx: &mut Tx, id: &ApplicationId) -> Result<bool> {
    Ok(tx.first(DECIDED, &[id.as_str().into()]).await?.is_some())
}

fn read(r: &Row) -> Result<Frozen> {
    Ok(Frozen {
        id: r.parse("id", SubmissionId::parse)?,
        application: r.parse("application", ApplicationId::parse)?,
        number: r.text("number")?,
        at: r.at("at")?,
        sha256: r.text("sha256")?,
        dossier: r.bytes("dossier")?,
        receipt: r.text("receipt")?,
        key_id: r.text("key_id")?,
        late: r.flag("late")?,
        by: r.text("by")?,
    })
}
