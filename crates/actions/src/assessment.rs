//! Parallel assessment: one group a side, blind to the other until both have closed (R136-R141).

mod affinity;
pub mod assign;
pub mod conflict;
pub mod group;
pub mod panel;
pub mod review;
mod seat;

pub use seat::facts;
pub(crate) use seat::reader;

use crate::{Error, Result, Viewer, handling::own_office};
use domain::{Action, PartyCode, Permit, call::Call, decide};
use store::Tx;

/// The viewer's office in a call, permitted to do `action` for its own side.
async fn own_side(tx: &mut Tx, viewer: &Viewer, slug: &str, action: Action) -> Result<(Call, PartyCode, Permit)> {
    let call = store::call::find_by_slug(tx, slug).await?.ok_or(Error::NotFound)?;
    let party = own_office(viewer, &call);
    // Without an office the decision still says why: sign in, or not yours.
    let asked = party.clone().unwrap_or_else(|| call.parties[0].clone());
    let permit = decide(&viewer.actor(), action, &call.side(&asked))?;
    Ok((call, asked, permit))
}
