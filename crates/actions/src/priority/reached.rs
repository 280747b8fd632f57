//! How far a call has come since its applications were handled: the pages of earlier steps ask, to say whose turn it really is.

use crate::{Result, Viewer};
use domain::{Action, call::Call, decide};
use store::{
    Tx,
    priority::{self as rows, Steps},
};

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
pub(crate) async fn reached(tx: &mut Tx, viewer: &Viewer, call: &Call) -> Result<Option<Reached>> {
    let Ok(permit) = decide(&viewer.actor(), Action::ReadResult, &call.shared()) else { return Ok(None) };
    let steps = rows::steps(tx, &permit, &call.id).await?;
    let both = call.parties.len() as i64;
    Ok(match steps {
        Steps { agreed: true, .. } => Some(Reached::Agreed),
        Steps { reveals, .. } if reveals == both => Some(Reached::Meeting),
        Steps { ranking: true, .. } => Some(Reached::Ranking),
        Steps { closings, .. } if closings == both => Some(Reached::Ranking),
        Steps { assessing, .. } => assessing.then_some(Reached::Assessing),
    })
}
