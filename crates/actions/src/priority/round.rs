//! A lost slip: one office asks to void the round, the other agrees, and both rank anew. The old round stays, with its reason.

use super::{Case, open_round};
use crate::{Desk, Error, Result, Viewer};
use domain::{Action, Refusal, priority::round};
use serde_json::json;
use store::priority::{self as rows, list::Place};

/// Longest reason, characters.
pub const MAX_REASON: usize = 2000;

pub async fn ask_void(desk: &Desk, viewer: &Viewer, slug: &str, reason: &str) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let case = Case::load(&mut tx, slug).await?;
    let party = case.party_of(viewer)?;
    let permit = case.on_side(viewer, Action::VoidRound, &party)?;
    let current = case.begun(&mut tx).await?;
    round::ask_void(current, reason)?;
    if !rows::ask_void(&mut tx, &permit, current, &party, reason.trim(), desk.now()).await? {
        return Err(Error::Refused(Refusal::stale()));
    }
    desk.record(&mut tx, &permit, "call", case.call.id.as_str(), json!({ "round": current.no, "party": party.as_str(), "void": "asked" }))
        .await?;
    tx.commit().await?;
    Ok(())
}

/// Agrees to the other office's request and begins the next round. A party that had not sealed keeps its draft.
pub async fn agree_void(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let mut case = Case::load(&mut tx, slug).await?;
    let party = case.party_of(viewer)?;
    let permit = case.on_side(viewer, Action::VoidRound, &party)?;
    let old = case.begun(&mut tx).await?.clone();
    round::agree_void(&old, &party)?;
    if !rows::agree_void(&mut tx, &permit, &old, &party, desk.now()).await? {
        return Err(Error::Refused(Refusal::stale()));
    }
    desk.record(&mut tx, &permit, "call", case.call.id.as_str(), json!({ "round": old.no, "party": party.as_str(), "void": "agreed" }))
        .await?;
    case.rounds = rows::rounds(&mut tx, &case.call.id, &case.call.parties).await?;
    let new = open_round(desk, &mut tx, &permit, &mut case).await?;
    let roster = rows::roster(&mut tx, &case.call.id, new.no).await?;
    let call = &case.call.id;
    for party in old.parties.iter().filter(|p| old.sealed(p).is_none()) {
        let mut lines = rows::list::draft(&mut tx, &permit, Place { call, round: old.no, party }).await?;
        lines.retain(|l| roster.iter().any(|(id, _)| *id == l.application));
        rows::list::save_draft(&mut tx, &permit, Place { call, round: new.no, party }, &lines).await?;
        rows::list::clear_draft(&mut tx, &permit, Place { call, round: old.no, party }).await?;
    }
    tx.commit().await?;
    Ok(())
}
