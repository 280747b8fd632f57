//! A partnership: the lasting relation between parties on two sides, several a side and at any level (R22-R29, R40-R42, R51-R61).

mod anniversary;
mod health;
#[cfg(test)]
mod tests;

pub use anniversary::{Anniversary, anniversaries};
pub use health::{Grade, Input, Proposal, Signal, SignalKind, propose, signals};

use crate::{Instant, Refusal, Text3, codes::codes, edtf::Edtf, ids::PartnershipId};

pub use crate::instrument::Side;

codes! {
    Kind {
        Strategic = "strategic", Sister = "sister", Friendship = "friendship", Agreement = "agreement", Collaboration = "collaboration",
        Project = "project", Institution = "institution",
    }
    /// How it goes. A person says so; the house only proposes. Asleep is a state with dignity, not an error.
    State { Developing = "developing", Active = "active", Quiet = "quiet", Dormant = "dormant", Ended = "ended", Unknown = "unknown" }
    /// At what level the two sides meet (R51).
    Level { Political = "political", Administrative = "administrative", Municipal = "municipal", Institution = "institution", Business = "business" }
    /// How one partnership stands to another (R41, R42, R55, R56).
    LinkKind { SupportedBy = "supported-by", LedTo = "led-to", IndependentOf = "independent-of", Under = "under" }
    SubjectKind { Place = "place", Organisation = "organisation" }
    Direction { In = "in", Out = "out" }
    /// How the two sides were in touch.
    Channel { Letter = "letter", Mail = "mail", Call = "call", Meeting = "meeting", Visit = "visit" }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partnership {
    pub id: PartnershipId,
    pub slug: String,
    /// Empty: named after its parties.
    pub title: Text3,
    pub kind: Kind,
    /// What side a and side b call it, where that differs from the common word (I3).
    pub labels: [Text3; 2],
    pub since: Edtf,
    pub until: Edtf,
    pub state: State,
    /// What it is for.
    pub purpose: Text3,
    /// The post that answers for it, and its role mailbox (R4).
    pub contact: Text3,
    pub mailbox: String,
    /// Account of the named owner who is reminded beside the mailbox.
    pub owner: Option<String>,
    pub source: Option<String>,
    pub version: i64,
}

/// A party on one side: a place or an organisation; a group of authorities is an organisation (R52).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub side: Side,
    pub no: i64,
    pub kind: SubjectKind,
    pub subject: String,
}

/// A theme and when it held (R24, R54, I16), under which strategy goal (R25).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    pub no: i64,
    pub label: Text3,
    pub since: Edtf,
    pub until: Edtf,
    pub level: Option<Level>,
    /// Slug of the region's strategy goal that it supports.
    pub goal: Option<String>,
    pub source: Option<String>,
}

impl Theme {
    /// Does it hold as far as anyone has said?
    pub fn current(&self) -> bool {
        self.until.as_str().is_empty()
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelSpell {
    pub no: i64,
    pub level: Level,
    pub since: Edtf,
    pub until: Edtf,
    pub note: Text3,
    pub source: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub kind: LinkKind,
    pub other: PartnershipId,
    pub note: Text3,
}

/// The state a person set, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub no: i64,
    pub state: State,
    pub reason: String,
    pub by: String,
    pub at: Instant,
}

/// A contact with the other side: who turned to whom, when, about what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub direction: Direction,
    pub channel: Channel,
    pub day: crate::time::Day,
    pub subject: String,
    /// A meeting between the heads.
    pub senior: bool,
    /// Person-days that the host carried; 0 where nobody travelled.
    pub person_days: i64,
}

/// Both sides have a party, and nobody stands on both.
pub fn check_members(members: &[Member]) -> Result<(), Refusal> {
    if Side::ALL.iter().any(|side| !members.iter().any(|m| m.side == *side)) {
        return Err(Refusal::new("partnership-one-sided", vec![]));
    }
    let twice = members.iter().enumerate().any(|(i, m)| members[..i].iter().any(|o| (o.kind, &o.subject) == (m.kind, &m.subject)));
    if twice { Err(Refusal::new("partnership-party-twice", vec![])) } else { Ok(()) }
}

/// A state needs its reason: the next officer reads it.
pub fn set_state(p: &mut Partnership, state: State, reason: &str) -> Result<(), Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::new("partnership-state-reason", vec![]));
    }
    if p.state == state {
        return Err(Refusal::new("partnership-state-same", vec![]));
    }
    p.state = state;
    Ok(())
}

/// A partnership does not stand to itself.
pub fn check_link(own: &PartnershipId, other: &PartnershipId) -> Result<(), Refusal> {
    if own == other { Err(Refusal::new("partnership-link-self", vec![])) } else { Ok(()) }
}

/// An address part from a name: small letters, digits and hyphens.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'æ' => out.push_str("ae"),
            'ø' | 'ö' => out.push_str("oe"),
            'å' => out.push_str("aa"),
            'ä' => out.push_str("ae"),
            'ü' => out.push_str("ue"),
            'é' | 'è' => out.push('e'),
            c if c.is_ascii_alphanumeric() => out.push(c),
            _ if !out.ends_with('-') && !out.is_empty() => out.push('-'),
            _ => {}
        }
    }
    out.truncate(60);
    out.trim_end_matches('-').to_string()
}

pub fn is_slug(s: &str) -> bool {
    (2..=80).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') && !s.starts_with('-')
}
