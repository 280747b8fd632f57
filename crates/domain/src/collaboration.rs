//! Links between institutions: universities, joint centres, schools and theatres, some under a partnership (R42, R62-R66, R86).

use crate::{Refusal, Text3, edtf::Edtf, ids::CollaborationId, place::codes};

codes! {
    /// What the link is.
    Kind {
        // A formal agreement to exchange students.
        Exchange = "exchange", Research = "research", Interest = "interest", Centre = "centre", Institution = "institution",
    }
}

codes! {
    /// How far it has come. What is only thought of is never counted as done (R63).
    State { Considered = "considered", Planned = "planned", Active = "active", Dormant = "dormant", Ended = "ended" }
}

codes! {
    /// Who takes part: either side, or one that supports it without being a party.
    Role { A = "a", B = "b", Supporter = "supporter" }
}

codes! {
    /// What a party is in the book.
    Subject { Place = "place", Organisation = "organisation" }
}

codes! {
    /// Whether a size was hoped for or is there (R65, R66).
    Standing { Expected = "expected", Actual = "actual" }
}

/// Longest texts, characters.
pub const NAME_MAX: usize = 200;
pub const BODY_MAX: usize = 2000;
pub const PARTIES_MAX: usize = 40;

#[derive(Clone, Debug, PartialEq)]
pub struct Collaboration {
    pub id: CollaborationId,
    pub slug: String,
    pub kind: Kind,
    pub state: State,
    pub names: Text3,
    /// What is known of it; may be empty.
    pub body: Text3,
    /// Slug of the partnership it stands under, or empty.
    pub partnership: String,
    pub since: Edtf,
    pub until: Edtf,
    /// Slug of its source, and the day the statement holds for.
    pub source: String,
    pub as_of: Edtf,
    /// The source's own words, where they matter.
    pub quote: String,
    pub parties: Vec<Party>,
    pub capacities: Vec<Capacity>,
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub role: Role,
    pub subject: Subject,
    /// Id in the book.
    pub id: String,
}

/// How large a joint centre is to be, or is.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    pub standing: Standing,
    /// What is counted, e.g. researchers.
    pub what: Text3,
    /// None where it is an offer without a number, e.g. PhD programmes.
    pub number: Option<i64>,
    pub year: Edtf,
    pub source: String,
}

impl Collaboration {
    pub fn of(&self, role: Role) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(move |p| p.role == role)
    }

    /// Both sides named, nobody on both, and not more than a page holds.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.of(Role::A).next().is_none() || self.of(Role::B).next().is_none() {
            return Err(Refusal::new("collaboration-sides", vec![]));
        }
        let twice = self.parties.iter().enumerate().any(|(i, p)| self.parties[..i].iter().any(|q| q.subject == p.subject && q.id == p.id));
        if twice {
            return Err(Refusal::new("collaboration-twice", vec![]));
        }
        if self.parties.len() > PARTIES_MAX {
            return Err(Refusal::new("collaboration-many", vec![]));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;

    fn link(parties: &[(Role, &str)]) -> Collaboration {
        Collaboration {
            id: CollaborationId::mint(Instant::from_micros(0), [0; 10]),
            slug: "x".into(),
            kind: Kind::Exchange,
            state: State::Considered,
            names: Text3::default(),
            body: Text3::default(),
            partnership: String::new(),
            since: Edtf::default(),
            until: Edtf::default(),
            source: "s2".into(),
            as_of: Edtf::default(),
            quote: String::new(),
            parties: parties.iter().map(|(role, id)| Party { role: *role, subject: Subject::Organisation, id: (*id).into() }).collect(),
            capacities: vec![],
            version: 1,
        }
    }

    #[test]
    fn both_sides_are_named_and_nobody_stands_twice() {
        let key = |parties: &[(Role, &str)]| link(parties).check().err().map(|r| r.key());
        assert_eq!(key(&[(Role::A, "dtu"), (Role::B, "sjtu")]), None);
        assert_eq!(key(&[(Role::A, "dtu"), (Role::Supporter, "rm")]), Some("collaboration-sides"));
        assert_eq!(key(&[(Role::A, "dtu"), (Role::B, "sjtu"), (Role::Supporter, "dtu")]), Some("collaboration-twice"));
        let many: Vec<String> = (0..41).map(|n| n.to_string()).collect();
        let many: Vec<(Role, &str)> =
            many.iter().enumerate().map(|(i, id)| (if i == 0 { Role::A } else { Role::B }, id.as_str())).collect();
        assert_eq!(key(&many), Some("collaboration-many"));
    }
}
