//! What may cross: wire structs, each an allow-list, free of domain types and of personal data.
//!
//! Money is minor units and an ISO 4217 code; times are microseconds since 1970 UTC; dates are YYYY-MM-DD.
//! `bytes()` gives the canonical bytes: rows are sorted, so the order of a database does not matter.

mod application;
mod joint;
mod priority;
mod receipt;

pub use application::{
    Answer, AnswerValue, ApplicationDossier, Attachment, BudgetLine, Identifier, Money, Organisation, Participant, Text,
};
pub use joint::{Fate, JointEntry, JointResult, ListRef, PartyMoney, Reason};
pub use priority::{Entry, ListError, PriorityList, State};
pub use receipt::{Receipt, ReceiptError};

/// The version of all structs here. A reader refuses a newer one.
pub const VERSION: u32 = 1;
