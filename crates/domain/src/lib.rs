//! The rules of a joint call between two equal parties: types, transitions, refusals, permission.
//!
//! Pure: no IO, no async, no serde, no clock, no randomness. What is right now and what was drawn is passed in.

pub mod account;
pub mod activity;
pub mod application;
pub mod area;
pub mod assessment;
pub mod call;
mod codes;
pub mod collaboration;
pub mod delegation;
pub mod edtf;
pub mod fact;
pub mod grant;
pub mod handling;
pub mod idea;
pub mod ids;
pub mod instrument;
pub mod journal;
pub mod lang;
pub mod money;
pub mod named;
pub mod news;
pub mod note;
pub mod offer;
pub mod office;
pub mod organisation;
pub mod outbox;
pub mod partnership;
pub mod party;
pub mod person;
pub mod place;
pub mod policy;
pub mod presence;
pub mod priority;
pub mod programme;
pub mod refusal;
pub mod reminder;
pub mod renewal;
pub mod revision;
pub mod see;
pub mod source;
pub mod text;
pub mod time;

pub use lang::Lang;
pub use money::{Currency, Money};
pub use party::{PartyCode, Role};
pub use policy::{Action, Actor, Denied, Permit, Subject, decide};
pub use refusal::Refusal;
pub use text::Text3;
pub use time::Instant;
