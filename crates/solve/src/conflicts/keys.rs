//! Keys under which spellings meet, and what a meeting says.

use super::{Reason, fold};

/// One way in which two spellings can agree.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub kind: Kind,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// The parts of a name after folding, sorted.
    Parts,
    /// Family and given name in pinyin, sorted.
    Pinyin,
    /// First and last part of a name of three or more, or both of a name of two.
    Ends,
    /// Last name and first initial, of a name that has no more than the initial.
    Abbreviated,
    /// Last name and first initial, of a name that has the whole first name.
    Whole,
    /// The organisation's letters.
    Organisation,
    /// The organisation's words after translation, without legal forms.
    Concepts,
    /// The whole of one is a part of the other.
    Part,
    /// A group of the caller's aliases.
    Alias,
}

impl Key {
    pub fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }
}

/// Reason and strength of two spellings that share a key.
pub(super) fn judge(key: &Key, ours: &str, theirs: &str) -> (Reason, u16) {
    let same = fold::plain(ours) == fold::plain(theirs);
    match key.kind {
        Kind::Parts if same => (Reason::Name, 1000),
        Kind::Parts if fold::loose(ours) == fold::loose(theirs) => (Reason::Spelling, 950),
        Kind::Parts => (Reason::Order, 900),
        // Few syllables are shared by thousands of people, many by few.
        Kind::Pinyin => (Reason::Pinyin, if super::han::syllables(&key.text) >= 3 { 750 } else { 550 }),
        Kind::Ends => (Reason::Middle, 600),
        Kind::Abbreviated | Kind::Whole => (Reason::Initials, 350),
        Kind::Organisation if same => (Reason::Organisation, 1000),
        Kind::Organisation => (Reason::OrganisationSpelling, 950),
        Kind::Concepts => (Reason::OrganisationSpelling, 850),
        Kind::Part => (Reason::OrganisationPart, 700),
        Kind::Alias => (Reason::Alias, 950),
    }
}
