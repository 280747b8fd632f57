//! Why a step is refused: closed, translatable, never a bare string. Every variant has a text `refusal-…` in three languages.

use crate::{Instant, Money, PartyCode, Text3, time::Day};

/// An argument of a refusal's text; the screen formats it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Number(i64),
    Money(Money),
    At(Instant),
    Day(Day),
    Party(PartyCode),
    /// A text the office wrote in three languages, e.g. a question's label.
    Label(Text3),
    /// A key of the catalogue, e.g. the name of a field.
    Key(&'static str),
}

pub type Args = Vec<(&'static str, Value)>;

/// A refused step: the key of its sentence and what the sentence names.
/// Constructors live beside the rules that refuse, as `Refusal::new("call-closed", …)` behind a named function,
/// so that each feature owns its reasons and this file owns none of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    key: &'static str,
    args: Args,
}

impl Refusal {
    /// `key` without its `refusal-` prefix; a test holds every key used in the workspace against the three catalogues.
    pub const fn new(key: &'static str, args: Args) -> Refusal {
        Refusal { key, args }
    }
    pub fn key(&self) -> &'static str {
        self.key
    }
    pub fn args(&self) -> &Args {
        &self.args
    }
    /// Somebody else changed the thing since it was loaded.
    pub fn stale() -> Refusal {
        Refusal::new("stale", vec![])
    }
}

/// What is wrong with one field of a form: its name there, and the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    pub field: String,
    pub refusal: Refusal,
}

impl FieldError {
    pub fn new(field: impl Into<String>, key: &'static str, args: Args) -> FieldError {
        FieldError { field: field.into(), refusal: Refusal::new(key, args) }
    }
}
