//! How far a call has come since its applications were handled: the pages of earlier steps ask, to say whose turn it really is.

use super::Case;
use crate::{Desk, Result, Viewer};
use domain::{Action, priority::Stage};
use store::priority as rows;

/// The step that a call is at; the steps before it are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    Assessing,
    Ranking,
    Meeting,
    /// A joint result is in force.
    Agreed,
}

/// None while the offices still handle, or for somebody who may not see the desk.
pub async fn reached(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Option<Reached>> {
    let mut tx = desk.db.read().await?;
    let case = Case::load(&mut tx, slug).await?;
    let Ok(permit) = case.on_shared(viewer, Action::ReadResult) else { return Ok(None) };
    let call = &case.call.id;
    if rows::result::in_force(&mut tx, &permit, call).await?.is_some() {
        return Ok(Some(Reached::Agreed));
    }
    if let Some(round) = case.current() {
        return Ok(Some(if round.stage() == Stage::Revealed { Reached::Meeting } else { Reached::Ranking }));
    }
    let closed = rows::closed(&mut tx, call).await?;
    if case.call.parties.iter().all(|p| closed.contains(p)) {
        return Ok(Some(Reached::Ranking));
    }
    Ok(store::assessment::started(&mut tx, call).await?.then_some(Reached::Assessing))
}
