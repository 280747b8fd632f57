//! Screens of partnerships: what everyone reads, what officers change, and how a partnership does.

pub mod feed;
pub mod public;

use crate::kit::Visit;
use domain::{Action, Subject, decide};

/// Whether the reader keeps the book: buttons show only where they work.
pub(crate) fn may_edit(visit: &Visit) -> bool {
    decide(&visit.viewer.actor(), Action::EditBook, &Subject::Site).is_ok()
}
