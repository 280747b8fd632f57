//! Whether all numbers of a round refer to something and are small enough to be added up.

use super::{MOST_COST, MOST_MEETINGS, MOST_PRECEDENCES, MOST_SLOTS, Meeting, Problem, Wish};
use crate::meetings::Fault;
use std::collections::HashSet;

/// What does not fit, and where a file has it: in a member, or in an item of one.
pub struct Flaw {
    pub member: &'static str,
    pub item: Option<usize>,
    pub why: String,
}

impl Problem {
    /// Refuses what cannot be planned.
    pub fn verify(&self) -> Result<(), Fault> {
        self.flaw().map_or(Ok(()), |flaw| Err(Fault::Invalid(flaw.why)))
    }

    /// The first thing that does not fit.
    pub(in crate::meetings) fn flaw(&self) -> Option<Flaw> {
        let (slots, people) = (self.slots(), self.people.len());
        let whole = |member, why: &str| Flaw { member, item: None, why: why.to_owned() };
        let outside = |pause: &usize| *pause == 0 || *pause >= slots;
        let cost = |least, cost: &i64| !(least..=MOST_COST).contains(cost);
        let precedences = self.meetings.iter().map(|meeting| meeting.after.len()).sum::<usize>();
        let simple = [
            (slots > MOST_SLOTS, whole("slots", &format!("{slots} slots are more than {MOST_SLOTS}"))),
            (people > MOST_MEETINGS, whole("people", &format!("{people} people are more than {MOST_MEETINGS}"))),
            (self.meetings.len() > MOST_MEETINGS, whole("meetings", &format!("more than {MOST_MEETINGS} meetings"))),
            (precedences > MOST_PRECEDENCES, whole("meetings", &format!("more than {MOST_PRECEDENCES} precedences"))),
            (self.morning > slots, whole("morning", "the morning ends outside the slots")),
            (self.pauses.iter().any(outside), whole("pauses", "a pause is outside the slots")),
            (!self.pauses.is_sorted_by(|a, b| a < b), whole("pauses", "the pauses are not in ascending order")),
            (cost(1, &self.gap_cost), whole("gap_cost", &format!("a gap costs from 1 to {MOST_COST}"))),
            (cost(0, &self.move_cost), whole("move_cost", &format!("a move costs from 0 to {MOST_COST}"))),
            (self.shared.iter().flatten().any(|one| *one >= people), whole("shared", "a shared schedule names a person who is not there")),
        ];
        let simple = simple.into_iter().find_map(|(wrong, flaw)| wrong.then_some(flaw));
        simple.or_else(|| self.flaw_of_pools()).or_else(|| self.flaw_of_meetings())
    }
    fn flaw_of_pools(&self) -> Option<Flaw> {
        let mut names = HashSet::new();
        let again = self.pools.iter().position(|pool| !names.insert(&pool.name))?;
        Some(Flaw { member: "pools", item: Some(again), why: format!("two pools are called \"{}\"", self.pools[again].name) })
    }

    fn flaw_of_meetings(&self) -> Option<Flaw> {
        let mut tables = HashSet::new();
        self.meetings.iter().enumerate().find_map(|(at, meeting)| {
            let fixed = meeting.table.filter(|_| meeting.wish != Wish::No).map(|table| (meeting.slot, table));
            let taken = fixed.is_some_and(|seat| !tables.insert(seat)).then_some("its table is fixed for another meeting");
            let why = self.flaw_of(at, meeting).or(taken)?;
            Some(Flaw { member: "meetings", item: Some(at), why: format!("meeting {}: {why}", at + 1) })
        })
    }

    fn flaw_of(&self, at: usize, meeting: &Meeting) -> Option<&'static str> {
        let [a, b] = meeting.pair;
        let outside = |slot: Option<usize>| slot.is_some_and(|slot| slot >= self.slots());
        let mut pools = HashSet::new();
        let simple = [
            (a.max(b) >= self.people.len() || a == b, "two different people are needed"),
            (matches!(meeting.wish, Wish::Wish(weight) if !(1..=MOST_COST).contains(&weight)), "a wish weighs from 1 to 1000000"),
            (outside(meeting.slot) || outside(meeting.stood), "the slot is outside the round"),
            (meeting.table.is_some() && meeting.slot.is_none(), "a fixed table needs a fixed slot"),
            (meeting.after.iter().any(|other| *other >= self.meetings.len() || *other == at), "it comes after a meeting that is not there"),
            (meeting.pools.iter().any(|pool| *pool >= self.pools.len() || !pools.insert(pool)), "a pool is named twice or is not there"),
        ];
        let simple = simple.into_iter().find_map(|(wrong, why)| wrong.then_some(why));
        let table = || meeting.slot.zip(meeting.table).is_some_and(|(slot, table)| table >= self.tables[slot] as usize);
        simple.or_else(|| table().then_some("there is no such table in that slot"))
    }
}
