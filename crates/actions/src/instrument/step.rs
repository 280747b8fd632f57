//! A text on its way: parties and signatories named, offered, signed, in force, notice, end; and where the paper is.

use super::{edit_permit, find, save};
use crate::{
    Desk, Error, Result, Viewer,
    partnership::{only, today},
};
use domain::{
    Permit,
    instrument::{self as rules, Bound, By, Instrument, Paper, Relation, Side, Signatory, State},
    partnership::SubjectKind,
    refusal::FieldError,
    time::Day,
};
use serde_json::json;
use store::{Tx, instrument::detail};

/// What is asked for.
#[derive(Clone, Debug)]
pub enum Step {
    Offer,
    Reopen,
    Sign,
    EnterForce { from: Day },
    GiveNotice { requested: Day, by: By, reason: String, effective: Option<Day> },
    TakeBack,
    End,
}

pub async fn step(desk: &Desk, viewer: &Viewer, slug: &str, step: Step, version: i64) -> Result<()> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let mut i = find(&mut tx, slug).await?;
    i.version = version;
    let today = today(desk, &mut tx).await?;
    match step {
        Step::Offer => {
            let bound: Vec<Bound> = detail::bound(&mut tx, &i.id).await?.into_iter().map(|b| b.bound).collect();
            rules::offer(&mut i, &bound)?;
        }
        Step::Reopen => {
            let signatories = detail::signatories(&mut tx, &i.id).await?;
            rules::reopen(&mut i, &signatories)?;
        }
        Step::Sign => {
            let signatories = detail::signatories(&mut tx, &i.id).await?;
            rules::sign(&mut i, &signatories)?;
        }
        Step::EnterForce { from } => {
            let approvals = detail::approvals(&mut tx, &i.id).await?;
            rules::enter_force(&mut i, &approvals, from)?;
            replace_old(desk, &mut tx, &permit, &i).await?;
        }
        Step::GiveNotice { requested, by, reason, effective } => {
            if requested > today {
                return Err(Error::Invalid(vec![FieldError::new("requested", "instrument-notice-future", vec![])]));
            }
            rules::give_notice(&mut i, requested, by, &reason, effective)?;
        }
        Step::TakeBack => rules::take_back(&mut i, today)?,
        Step::End => rules::end(&mut i, today)?,
    }
    save(desk, &mut tx, &permit, &i).await?;
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "state": i.state.code() })).await?;
    tx.commit().await?;
    Ok(())
}

/// A text that amends, renews or comes from another takes its place.
async fn replace_old(desk: &Desk, tx: &mut Tx, permit: &Permit, new: &Instrument) -> Result<()> {
    let Some((id, Relation::Amends | Relation::Renews | Relation::TurnedFrom)) = &new.parent else { return Ok(()) };
    let mut old = store::instrument::get(tx, id).await?;
    if old.state.over() {
        return Ok(());
    }
    old.state = State::Superseded;
    old.ended = new.in_force.clone();
    save(desk, tx, permit, &old).await?;
    desk.record(tx, permit, "instrument", old.id.as_str(), json!({ "state": old.state.code(), "by": new.slug })).await?;
    Ok(())
}

/// Names the organisations that the text binds: field, side and what was typed.
pub async fn bind(desk: &Desk, viewer: &Viewer, slug: &str, typed: &[(String, Side, String)]) -> Result<()> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let i = find(&mut tx, slug).await?;
    let (mut bound, mut errors) = (Vec::new(), Vec::new());
    for (field, side, text) in typed {
        if let Some((_, organisation)) = only(&mut tx, field, Some(SubjectKind::Organisation), text, &mut errors).await? {
            let no = bound.iter().filter(|b: &&Bound| b.side == *side).count() as i64 + 1;
            bound.push(Bound { side: *side, no, organisation });
        }
    }
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    detail::set_bound(&mut tx, &permit, &i.id, &bound).await?;
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "bound": bound.len() })).await?;
    tx.commit().await?;
    Ok(())
}

/// Who signs or signed for a side, by post.
pub async fn set_signatories(desk: &Desk, viewer: &Viewer, slug: &str, side: Side, all: Vec<Signatory>) -> Result<()> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let i = find(&mut tx, slug).await?;
    detail::set_signatories(&mut tx, &permit, &i.id, side, &all).await?;
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "signatories": all.len(), "side": side.code() })).await?;
    tx.commit().await?;
    Ok(())
}

/// Printed, couriered, signed, archived.
pub async fn add_paper(desk: &Desk, viewer: &Viewer, slug: &str, paper: Paper, form_key: &str) -> Result<()> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    if store::form_key::find(&mut tx, &permit, form_key).await?.is_some() {
        return Ok(());
    }
    let i = find(&mut tx, slug).await?;
    detail::add_paper(&mut tx, &permit, &i.id, &paper).await?;
    store::form_key::put(&mut tx, &permit, form_key, slug, desk.now()).await?;
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "paper": paper.kind.code() })).await?;
    tx.commit().await?;
    Ok(())
}
