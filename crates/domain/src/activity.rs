//! What is done under a partnership beside delegations: conferences, culture, exhibitions, programmes, forums (R84-R90); introductions (R87).

use crate::{
    Refusal, Text3,
    area::{Area, Target},
    edtf::Edtf,
    ids::{ActivityId, IntroductionId},
    named::Named,
    place::codes,
    time::Day,
};

codes! {
    Kind {
        Conference = "conference", Forum = "forum", Expo = "expo", Programme = "programme", Culture = "culture", Workshop = "workshop", Exchange = "exchange",
        Platform = "platform", Support = "support",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    pub id: ActivityId,
    pub slug: String,
    pub kind: Kind,
    pub title: Text3,
    pub body: Text3,
    pub dates: Edtf,
    pub place: Option<Named>,
    pub organiser: Option<Named>,
    /// Address of the partnership it belongs to; empty for none.
    pub partnership: String,
    pub areas: Vec<Area>,
    pub targets: Vec<Target>,
    /// What the region gives: money, people, contacts (R85).
    pub support: Text3,
    /// The goal of the strategy it serves (R25).
    pub goal: Text3,
    /// What came of it.
    pub outcome: Text3,
    /// Projects that came out, where it is a programme.
    pub projects: Option<i64>,
    /// Short name of the source, e.g. `s2`; empty where an officer wrote it.
    pub source: String,
    /// Counts changes; a calendar takes the higher for the newer.
    pub version: i64,
}

impl Activity {
    pub fn check(&self) -> Result<(), Refusal> {
        if self.title == Text3::default() {
            return Err(Refusal::new("activity-title", vec![]));
        }
        Ok(())
    }
    /// First and last day, where a calendar can show them: known to the month, or an interval of known days.
    pub fn days(&self) -> Option<(Day, Day)> {
        let (from, to) = (self.dates.first_day()?, self.dates.last_day()?);
        let months = (i32::from(to.year) - i32::from(from.year)) * 12 + i32::from(to.month) - i32::from(from.month);
        (months < 3).then_some((from, to))
    }
}

/// Two organisations brought together by an office, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduction {
    pub id: IntroductionId,
    pub day: Day,
    pub from: Named,
    pub to: Named,
    pub purpose: String,
    pub area: Option<Area>,
    /// When the office asks what became of it.
    pub ask: Day,
    /// Empty until it has asked.
    pub outcome: String,
    pub by: String,
}

impl Introduction {
    pub fn check(&self) -> Result<(), Refusal> {
        if self.from.slug == self.to.slug {
            return Err(Refusal::new("introduction-same", vec![]));
        }
        if self.ask < self.day {
            return Err(Refusal::new("introduction-order", vec![]));
        }
        Ok(())
    }
    pub fn overdue(&self, today: Day) -> bool {
        self.outcome.is_empty() && self.ask < today
    }
}
