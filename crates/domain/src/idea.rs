//! A project idea: what anyone may send to a call, without an account and without an invitation (R123).

use crate::{
    Instant, PartyCode, Refusal,
    call::{Call, Phase},
    ids::IdeaId,
    refusal::Value,
    text::Text,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idea {
    pub id: IdeaId,
    pub at: Instant,
    pub title: String,
    /// In the sender's own language; the title is in it too.
    pub body: Text,
    pub organisation: String,
    /// The side the sender belongs to; none for others.
    pub party: Option<PartyCode>,
    /// How the offices reach the sender.
    pub contact: String,
}

/// Longest texts, characters.
pub const TITLE_MAX: usize = 150;
pub const BODY_MAX: usize = 4000;
pub const ORGANISATION_MAX: usize = 200;
pub const CONTACT_MAX: usize = 200;

/// Ideas come from the announcement until the call closes.
pub fn accepts(call: &Call, now: Instant) -> Result<(), Refusal> {
    match call.phase(now) {
        Phase::Coming | Phase::Open => Ok(()),
        Phase::Draft => Err(Refusal::new("call-draft", vec![])),
        Phase::Completing | Phase::Closed => Err(Refusal::new("idea-late", vec![("since", Value::At(call.window.closes))])),
    }
}
