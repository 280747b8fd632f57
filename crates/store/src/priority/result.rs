//! Joint results: every version with its frozen body, what became of each project, and the funded ones, which refer to candidates.

use super::number;
use crate::{Row, Tx, sql::sql};
use anyhow::{Context, Result};
use domain::{
    Instant, PartyCode, Permit,
    ids::{ApplicationId, CallId, ResultId},
    priority::{Answer, Version},
};

sql! {
    VERSIONS = "select id, round, version, policy, proposed_by, at, sha256, answered_by, answered, answer, answer_reason, superseded, cause, note from joint_result where call = $1 order by version";
    CALL_OF = "select call from joint_result where id = $1";
    BODY = "select body from joint_result where id = $1";
    INSERT = "insert into joint_result (id, call, round, version, policy, proposed_by, proposer, at, sha256, body, answer, answer_reason, cause, note)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', '', $11, $12)";
    ADD_ENTRY = "insert into joint_entry (result, call, round, application, outcome, place, reason) values ($1, $2, $3, $4, $5, $6, $7)";
    ADD_FUNDED = "insert into funded (result, call, round, application, outcome) values ($1, $2, $3, $4, 'funded')";
    ENTRIES = "select result, application, outcome, place, reason from joint_entry where call = $1 order by result, application";
    ANSWER = "update joint_result set answered_by = $2, answerer = $3, answered = $4, answer = $5, answer_reason = $6 where id = $1 and answer = ''";
    SUPERSEDE = "update joint_result set superseded = $3 where call = $1 and id <> $2 and answer = 'accepted' and superseded is null";
}

/// What became of one project in one version. `reason`: JSON of `dossier::wire::Reason`, empty for funded projects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub result: ResultId,
    pub application: ApplicationId,
    /// `funded`, `reserve` or `out`.
    pub outcome: String,
    pub place: i64,
    pub reason: String,
}

/// All versions of a call, oldest first.
pub async fn versions(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Vec<Version>> {
    tx.all(VERSIONS, &[call.as_str().into()]).await?.iter().map(version).collect()
}

/// The entries of all versions of a call.
pub async fn entries(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Vec<Entry>> {
    let rows = tx.all(ENTRIES, &[call.as_str().into()]).await?;
    rows.iter()
        .map(|r| {
            Ok(Entry {
                result: r.parse("result", ResultId::parse)?,
                application: r.parse("application", ApplicationId::parse)?,
                outcome: r.text("outcome")?,
                place: r.int("place")?,
                reason: r.text("reason")?,
            })
        })
        .collect()
}

/// The result both parties agreed on and its entries, if there is one. Nothing else can lead to an award.
pub async fn in_force(tx: &mut Tx, permit: &Permit, call: &CallId) -> Result<Option<(Version, Vec<Entry>)>> {
    let Some(version) = versions(tx, permit, call).await?.into_iter().find(Version::in_force) else { return Ok(None) };
    let entries = entries(tx, permit, call).await?.into_iter().filter(|e| e.result == version.id).collect();
    Ok(Some((version, entries)))
}

pub async fn call_of(tx: &mut Tx, id: &ResultId) -> Result<Option<CallId>> {
    tx.first(CALL_OF, &[id.as_str().into()]).await?.map(|r| r.parse("call", CallId::parse)).transpose()
}

/// The canonical bytes that the version's SHA-256 covers.
pub async fn body(tx: &mut Tx, _permit: &Permit, id: &ResultId) -> Result<Option<String>> {
    tx.first(BODY, &[id.as_str().into()]).await?.map(|r| r.text("body")).transpose()
}

/// Writes a pending version with its entries; a funded one must be a candidate, or the database refuses.
pub async fn insert(tx: &mut Tx, permit: &Permit, call: &CallId, v: &Version, body: &str, entries: &[Entry]) -> Result<()> {
    let by = permit.account().map(|a| a.to_string()).unwrap_or_default();
    let (of, round): (crate::Value, crate::Value) = (call.as_str().into(), i64::from(v.round).into());
    let args = [
        v.id.as_str().into(),
        of.clone(),
        round.clone(),
        i64::from(v.no).into(),
        (&v.policy).into(),
        (&v.proposed_by).into(),
        by.into(),
        v.at.into(),
        (&v.sha256).into(),
        body.into(),
        (&v.cause).into(),
        (&v.note).into(),
    ];
    tx.run(INSERT, &args).await?;
    for e in entries {
        let key = [v.id.as_str().into(), of.clone(), round.clone(), e.application.as_str().into()];
        let mut args = key.to_vec();
        args.extend([(&e.outcome).into(), e.place.into(), (&e.reason).into()]);
        tx.run(ADD_ENTRY, &args).await?;
        if e.outcome == "funded" {
            tx.run(ADD_FUNDED, &key).await?;
        }
    }
    Ok(())
}

/// Answers whether the version was still waiting.
pub async fn answer(
    tx: &mut Tx,
    permit: &Permit,
    id: &ResultId,
    party: &PartyCode,
    accept: bool,
    reason: &str,
    at: Instant,
) -> Result<bool> {
    let by = permit.account().map(|a| a.to_string()).unwrap_or_default();
    let word = if accept { "accepted" } else { "declined" };
    Ok(tx.run(ANSWER, &[id.as_str().into(), party.into(), by.into(), at.into(), word.into(), reason.into()]).await? == 1)
}

/// Closes the version in force before `id` takes its place.
pub async fn supersede(tx: &mut Tx, _permit: &Permit, call: &CallId, id: &ResultId, at: Instant) -> Result<()> {
    tx.run(SUPERSEDE, &[call.as_str().into(), id.as_str().into(), at.into()]).await?;
    Ok(())
}

fn version(r: &Row) -> Result<Version> {
    let by = r.opt_parse("answered_by", PartyCode::parse)?;
    let answer = match (r.text("answer")?.as_str(), by, r.opt_at("answered")?) {
        ("accepted", Some(by), Some(at)) => Answer::Accepted { by, at },
        ("declined", Some(by), Some(at)) => Answer::Declined { by, at, reason: r.text("answer_reason")? },
        ("", None, _) => Answer::Pending,
        _ => None.context("a joint result with half an answer")?,
    };
    Ok(Version {
        id: r.parse("id", ResultId::parse)?,
        no: number(r.int("version")?)?,
        round: number(r.int("round")?)?,
        policy: r.text("policy")?,
        proposed_by: r.parse("proposed_by", PartyCode::parse)?,
        at: r.at("at")?,
        sha256: r.text("sha256")?,
        answer,
        superseded: r.opt_at("superseded")?,
        cause: r.text("cause")?,
        note: r.text("note")?,
    })
}
