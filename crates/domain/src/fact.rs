//! A statement about something in the book, with its source and the date it holds for. Two that contradict are two facts in one discord.

use crate::{
    Text3,
    edtf::Edtf,
    ids::{DiscordId, FactId, SourceId},
    place::codes,
};

codes! {
    /// What a fact is about.
    SubjectKind {
        Place = "place", Organisation = "organisation", Partnership = "partnership", Instrument = "instrument", Office = "office",
        Delegation = "delegation", Activity = "activity", Programme = "programme",
    }
}

impl SubjectKind {
    /// Its part of an address: `/places/jiangsu`.
    pub fn plural(self) -> &'static str {
        match self {
            SubjectKind::Place => "places",
            SubjectKind::Organisation => "organisations",
            SubjectKind::Partnership => "partnerships",
            SubjectKind::Instrument => "instruments",
            SubjectKind::Office => "offices",
            SubjectKind::Delegation => "delegations",
            SubjectKind::Activity => "activities",
            SubjectKind::Programme => "programmes",
        }
    }
}

codes! {
    /// What sort of statement it is.
    Kind {
        Profile = "profile", Area = "area", Population = "population", Location = "location", Industry = "industry", Cluster = "cluster",
        Ranking = "ranking", Role = "role", Presence = "presence",
        // Said not to exist, e.g. no cooperation in China (R72).
        Negative = "negative",
        Topic = "topic", Benefit = "benefit", Outcome = "outcome", Claim = "claim", Statement = "statement", Figure = "figure",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub id: FactId,
    pub about: SubjectKind,
    /// Id of the thing it is about.
    pub subject: String,
    pub no: i64,
    pub kind: Kind,
    pub body: Text3,
    pub number: Option<f64>,
    /// `km2`, `people`, a currency code, or empty.
    pub unit: String,
    pub as_of: Edtf,
    pub source: SourceId,
    /// The source's own words, where they matter.
    pub quote: String,
}

/// Claims that contradict each other, shown side by side and never resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discord {
    pub id: DiscordId,
    pub code: String,
    pub no: i64,
    /// What does not fit together, in our words.
    pub body: Text3,
}
