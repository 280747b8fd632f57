//! What a delegation consists of: members, visited sites, topics with findings, costs, gifts, follow-ups. Each is a numbered line.

use super::{cost::Cost, gift::Gift};
use crate::{Refusal, Text3, area::Area, edtf::Edtf, ids::PersonId, named::Named, time::Day};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Empty where only the organisation is known; erased with the person.
    pub name: String,
    /// In the register of people, if there.
    pub person: Option<PersonId>,
    pub organisation: Option<Named>,
    /// As written, where the organisation is not in the book.
    pub organisation_name: String,
    pub post: Text3,
    /// Order in the delegation: 1 is the head's place.
    pub rank: i64,
    pub head: bool,
    /// As in the passport: the visa office compares letter by letter.
    pub passport: String,
    /// For the visa office alone; both are blanked with the passport name.
    pub passport_no: String,
    pub born: Option<Day>,
    /// How many people the line stands for; 0 where nobody said.
    pub people: i64,
}

/// A place that was or will be seen (R82).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    pub organisation: Option<Named>,
    pub name: Text3,
    pub on: Edtf,
}

/// A topic, what the delegation found, and the theme under which it becomes a sub-theme (R79, R80).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub name: Text3,
    pub finding: Text3,
    pub area: Option<Area>,
    /// Taken up as a sub-theme.
    pub taken_up: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    pub what: String,
    /// A post, not a private person.
    pub owner: String,
    pub due: Day,
    pub done: Option<Day>,
}

impl FollowUp {
    pub fn overdue(&self, today: Day) -> bool {
        self.done.is_none() && self.due < today
    }
}

/// One line of a delegation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Member(Member),
    Site(Site),
    Topic(Topic),
    Cost(Cost),
    Gift(Gift),
    FollowUp(FollowUp),
}

crate::place::codes! {
    Sort { Members = "members", Sites = "sites", Topics = "topics", Costs = "costs", Gifts = "gifts", FollowUps = "follow-ups" }
}

impl Part {
    pub fn sort(&self) -> Sort {
        match self {
            Part::Member(_) => Sort::Members,
            Part::Site(_) => Sort::Sites,
            Part::Topic(_) => Sort::Topics,
            Part::Cost(_) => Sort::Costs,
            Part::Gift(_) => Sort::Gifts,
            Part::FollowUp(_) => Sort::FollowUps,
        }
    }

    /// What may not be saved at all; `hosting` decides who pays for board and lodging.
    pub fn check(&self, hosting: super::Hosting) -> Result<(), Refusal> {
        let empty = |all: &[&str]| all.iter().all(|t| t.trim().is_empty());
        match self {
            Part::Member(m) if empty(&[&m.name, &m.organisation_name]) && m.organisation.is_none() => {
                Err(Refusal::new("delegation-member-empty", vec![]))
            }
            Part::Site(s) if s.organisation.is_none() && s.name == Text3::default() => Err(Refusal::new("delegation-site-empty", vec![])),
            Part::Topic(t) if t.name == Text3::default() => Err(Refusal::new("delegation-topic-empty", vec![])),
            Part::FollowUp(f) if empty(&[&f.what]) || empty(&[&f.owner]) => Err(Refusal::new("delegation-follow-up-empty", vec![])),
            Part::Cost(c) => c.check(hosting),
            _ => Ok(()),
        }
    }
}
