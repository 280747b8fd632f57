//! From the joint result to the money: the call's list, one project, its steps, papers and letters.

pub mod index;
pub mod letter;
pub mod paper;
pub mod project;
pub mod step;

use actions::Viewer;
use domain::{PartyCode, call::Call};

/// The party of the call that the reader speaks for.
fn own_party(viewer: &Viewer, call: &Call) -> Option<PartyCode> {
    viewer.actor().roles.into_iter().filter_map(|(_, party)| party).find(|p| call.has_party(p))
}
