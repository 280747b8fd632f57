//! The joint result: one side proposes, the other computes it again and accepts or declines. Every version is kept.

use super::{
    Case,
    cut::{Cut, WhatIf},
    frozen::{Frozen, question, reason},
    meeting::Material,
};
use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Refusal,
    call::Call,
    ids::{ApplicationId, ResultId},
    priority::{Answer, Outcome, Version, result},
};
use serde_json::json;
use solve::Control;
use store::priority as rows;

/// A proposal must be proven, however long that takes; beyond this many microseconds the question is put too finely.
const PATIENCE: i64 = 20_000_000;
/// Longest note or reason, characters.
pub const MAX_NOTE: usize = 4000;

/// What both agreed on, for what follows from it.
pub struct Agreed {
    pub call: Call,
    pub version: Version,
    /// Every project of the roster with its outcome.
    pub entries: Vec<(ApplicationId, Outcome)>,
}

/// Puts a cut to the other side. After a withdrawal from the result in force, the others it funds stay in.
/// Pots are the call's own: another size is a question for the meeting, not a result.
pub async fn propose(desk: &Desk, viewer: &Viewer, slug: &str, what: &WhatIf, note: &str) -> Result<ResultId> {
    if !what.pots.is_empty() {
        return Err(Refusal::new("result-pots", vec![]).into());
    }
    let mut tx = desk.db.write().await?;
    let case = Case::load(&mut tx, slug).await?;
    let party = case.party_of(viewer)?;
    let permit = case.on_side(viewer, Action::ProposeResult, &party)?;
    let material = Material::load(&mut tx, viewer, &case).await?;
    let by_hand = what.forced.len() + what.excluded.len();
    result::propose(
        &material.round,
        &result::Proposal { party: &party, versions: &material.versions, withdrawn: &material.withdrawn, by_hand, note },
    )?;
    let cause = material.withdrawn.join(", ");
    let cut = decided(desk, &material, what)?;
    let (body, sha256) = frozen(&case, &material, what, note.trim(), &cause).body(&cut)?;
    let version = Version {
        id: desk.mint(ResultId::mint),
        no: material.versions.last().map_or(1, |v| v.no + 1),
        round: material.round.no,
        policy: cut.policy.name().into(),
        proposed_by: party.clone(),
        at: desk.now(),
        sha256,
        answer: Answer::Pending,
        superseded: None,
        cause,
        note: note.trim().into(),
    };
    rows::result::insert(&mut tx, &permit, &case.call.id, &version, &body, &entries(&version.id, &cut)?).await?;
    let detail = json!({ "version": version.no, "policy": version.policy, "sha256": version.sha256, "party": party.as_str(), "funded": cut.funded().len() });
    desk.record(&mut tx, &permit, "call", case.call.id.as_str(), detail).await?;
    tx.commit().await?;
    Ok(version.id)
}

/// Proposes the result in force again on the same lists, without what was withdrawn from it and with all else it funds.
pub async fn rerun(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<ResultId> {
    let mut tx = desk.db.read().await?;
    let case = Case::load(&mut tx, slug).await?;
    let permit = case.on_shared(viewer, Action::ReadResult)?;
    let (version, _) = rows::result::in_force(&mut tx, &permit, &case.call.id).await?.ok_or_else(|| Refusal::new("result-none", vec![]))?;
    let body = rows::result::body(&mut tx, &permit, &version.id).await?.unwrap_or_default();
    let (mut what, note, _) = question(&body)?;
    let material = Material::load(&mut tx, viewer, &case).await?;
    drop(tx);
    // What was set in by hand is signed by now, or was withdrawn.
    what.forced.clear();
    what.excluded.retain(|id| !material.in_force.contains(id));
    propose(desk, viewer, slug, &what, &note).await
}

/// The other side's answer. Accepting computes the result anew from the rows and takes it only if it has the same fingerprint.
pub async fn answer(desk: &Desk, viewer: &Viewer, slug: &str, id: &ResultId, accept: bool, why: &str) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let case = Case::load(&mut tx, slug).await?;
    let party = case.party_of(viewer)?;
    let permit = case.on_side(viewer, Action::AnswerResult, &party)?;
    let material = Material::load(&mut tx, viewer, &case).await?;
    let version = material.versions.iter().find(|v| v.id == *id).ok_or(Error::NotFound)?;
    result::answer(version, &party, accept, why)?;
    if accept {
        let body = rows::result::body(&mut tx, &permit, id).await?.unwrap_or_default();
        if recomputed(desk, &case, &material, &body)? != version.sha256 {
            return Err(Refusal::new("result-differs", vec![]).into());
        }
        rows::result::supersede(&mut tx, &permit, &case.call.id, id, desk.now()).await?;
    }
    if !rows::result::answer(&mut tx, &permit, id, &party, accept, why.trim(), desk.now()).await? {
        return Err(Error::Refused(Refusal::stale()));
    }
    let detail = json!({ "version": version.no, "sha256": version.sha256, "party": party.as_str(), "accepted": accept });
    desk.record(&mut tx, &permit, "call", case.call.id.as_str(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// The result in force, if both have agreed on one.
pub async fn agreed(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Option<Agreed>> {
    let mut tx = desk.db.read().await?;
    let case = Case::load(&mut tx, slug).await?;
    let permit = case.on_shared(viewer, Action::ReadResult)?;
    let Some((version, entries)) = rows::result::in_force(&mut tx, &permit, &case.call.id).await? else { return Ok(None) };
    let entries = entries.iter().map(|e| (e.application.clone(), super::meeting::outcome(e))).collect();
    Ok(Some(Agreed { call: case.call, version, entries }))
}

/// The canonical body of a version of this call, for whoever wants to check its fingerprint.
pub async fn body(desk: &Desk, viewer: &Viewer, slug: &str, no: u32) -> Result<String> {
    let mut tx = desk.db.read().await?;
    let case = Case::load(&mut tx, slug).await?;
    let permit = case.on_shared(viewer, Action::ReadResult)?;
    let versions = rows::result::versions(&mut tx, &permit, &case.call.id).await?;
    let version = versions.iter().find(|v| v.no == no).ok_or(Error::NotFound)?;
    rows::result::body(&mut tx, &permit, &version.id).await?.ok_or(Error::NotFound)
}

fn decided(desk: &Desk, material: &Material, what: &WhatIf) -> Result<Cut> {
    let begun = desk.now();
    let late = || desk.now().micros() - begun.micros() > PATIENCE;
    let cut = material.table.cut(what, Control::free().expire_when(&late))?;
    if !cut.proven {
        // Two computers might stop at different answers; only a proven one is the same for both.
        return Err(Refusal::new("cut-undecided", vec![]).into());
    }
    material.table.check(&cut)?;
    Ok(cut)
}

fn recomputed(desk: &Desk, case: &Case, material: &Material, body: &str) -> Result<String> {
    let (what, note, cause) = question(body)?;
    let cut = decided(desk, material, &what)?;
    Ok(frozen(case, material, &what, &note, &cause).body(&cut)?.1)
}

fn frozen<'a>(case: &'a Case, material: &'a Material, what: &'a WhatIf, note: &'a str, cause: &'a str) -> Frozen<'a> {
    Frozen { case, round: &material.round, table: &material.table, lists: &material.lists, sealings: &material.sealings, what, note, cause }
}

fn entries(id: &ResultId, cut: &Cut) -> Result<Vec<rows::result::Entry>> {
    let mut all = Vec::new();
    for (application, outcome) in &cut.outcomes {
        let reason = match outcome.why() {
            Some(why) => reason(why).text().map_err(|e| anyhow::anyhow!("a reason without canonical bytes: {e}"))?,
            None => String::new(),
        };
        let (result, place) = (id.clone(), i64::from(outcome.place()));
        all.push(rows::result::Entry { result, application: application.clone(), outcome: outcome.code().into(), place, reason });
    }
    // The order of a map is no order; rows are written in one that everybody can repeat.
    all.sort_by(|a, b| a.application.cmp(&b.application));
    Ok(all)
}
