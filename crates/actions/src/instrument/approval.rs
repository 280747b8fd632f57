//! The way to yes on both sides.

use super::{edit_permit, find};
use crate::{Desk, Error, Result, Viewer};
use domain::{
    edtf::Edtf,
    ids::ApprovalId,
    instrument::{Approval, ApprovalKind, Outcome, Side, usual},
    refusal::FieldError,
};
use serde_json::json;
use store::instrument::detail;

/// Adds the steps that a side usually needs, as far as they are not there. `named`: the words for a kind of step.
pub async fn add_usual(desk: &Desk, viewer: &Viewer, slug: &str, side: Side, named: impl Fn(ApprovalKind) -> String) -> Result<()> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let i = find(&mut tx, slug).await?;
    let line = store::partnership::get(&mut tx, &i.partnership).await?;
    let country = line.side(side).find(|p| !p.country.is_empty()).map(|p| p.country.clone()).unwrap_or_default();
    let there = detail::approvals(&mut tx, &i.id).await?;
    for kind in usual(&country, i.kind) {
        if there.iter().any(|a| a.side == side && a.kind == *kind) {
            continue;
        }
        let none = Edtf::default();
        let id = desk.mint(ApprovalId::mint);
        let a = Approval {
            id,
            side,
            no: 0,
            kind: *kind,
            body: named(*kind),
            due: none.clone(),
            outcome: Outcome::Open,
            decided: none,
            reference: String::new(),
        };
        detail::add_approval(&mut tx, &permit, &i.id, &a).await?;
    }
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "approvals": "usual", "side": side.code() })).await?;
    tx.commit().await?;
    Ok(())
}

pub async fn add_approval(desk: &Desk, viewer: &Viewer, slug: &str, mut a: Approval<()>, form_key: &str) -> Result<()> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    if store::form_key::find(&mut tx, &permit, form_key).await?.is_some() {
        return Ok(());
    }
    let i = find(&mut tx, slug).await?;
    a.outcome = Outcome::Open;
    detail::add_approval(&mut tx, &permit, &i.id, &with_id(a, desk.mint(ApprovalId::mint))).await?;
    store::form_key::put(&mut tx, &permit, form_key, slug, desk.now()).await?;
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "approvals": "added" })).await?;
    tx.commit().await?;
    Ok(())
}

/// A body has answered, or a date is set. An answer has its day.
pub async fn set_approval(desk: &Desk, viewer: &Viewer, slug: &str, id: &ApprovalId, a: Approval<()>) -> Result<()> {
    let permit = edit_permit(viewer)?;
    if matches!(a.outcome, Outcome::Approved | Outcome::Refused) && a.decided.is_unknown() {
        return Err(Error::Invalid(vec![FieldError::new("decided", "instrument-decided-missing", vec![])]));
    }
    let mut tx = desk.db.write().await?;
    let i = find(&mut tx, slug).await?;
    let outcome = a.outcome;
    if !detail::set_approval(&mut tx, &permit, &i.id, &with_id(a, id.clone())).await? {
        return Err(Error::NotFound);
    }
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "approval": id.as_str(), "outcome": outcome.code() })).await?;
    tx.commit().await?;
    Ok(())
}

fn with_id(a: Approval<()>, id: ApprovalId) -> Approval<ApprovalId> {
    Approval {
        id,
        side: a.side,
        no: a.no,
        kind: a.kind,
        body: a.body,
        due: a.due,
        outcome: a.outcome,
        decided: a.decided,
        reference: a.reference,
    }
}
