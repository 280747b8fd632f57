//! Parties and the roles people hold for them. Parties are absolute (`RM`, `SH`); "ours" and "theirs" exist only in `policy`.

use crate::{Currency, Text3, time::Zone};

/// A party's short code, two to eight capitals, e.g. `RM`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartyCode(String);

impl PartyCode {
    pub fn parse(s: &str) -> Option<PartyCode> {
        let ok = (2..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_uppercase());
        ok.then(|| PartyCode(s.into()))
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for PartyCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// One side of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub code: PartyCode,
    pub name: Text3,
    /// ISO 3166-1 alpha-2 of its participants by default, e.g. `DK`.
    pub country: String,
    pub currency: Currency,
    pub zone: Zone,
}

/// What a person may be. Each role but `Applicant` is held for one party (R1, R7-R15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Writes applications or confirms a participant's part.
    Applicant,
    /// Case officer of an international office (secretariat).
    Officer,
    /// Member of an expert group.
    Expert,
    /// Member or secretary of a recommending or granting body: reads papers, records recommendations and decisions.
    Board,
    /// Reads everything that is not sealed, writes nothing.
    Auditor,
}

impl Role {
    pub const ALL: [Role; 5] = [Role::Applicant, Role::Officer, Role::Expert, Role::Board, Role::Auditor];
    pub fn code(self) -> &'static str {
        match self {
            Role::Applicant => "applicant",
            Role::Officer => "officer",
            Role::Expert => "expert",
            Role::Board => "board",
            Role::Auditor => "auditor",
        }
    }
    pub fn parse(s: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|r| r.code() == s)
    }
}
