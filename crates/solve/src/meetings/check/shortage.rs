//! Whether meetings really have too little room.

use super::Rejection;
use super::model::Model;
use crate::meetings::certificate::{Place, Shortage};
use crate::meetings::problem::{Problem, Wish};
use std::collections::HashSet;

pub(super) fn follow(problem: &Problem, model: &Model, shortage: &Shortage) -> Result<(), Rejection> {
    let fail = |why| Err(Rejection::NoShortage(why));
    let must = |at: &usize| problem.meetings.get(*at).is_some_and(|meeting| meeting.wish == Wish::Must);
    match shortage {
        Shortage::Exclusive { person, meetings: [a, b] } => {
            let one = model.exclusive.iter().any(|(of, group)| of == person && group.contains(a) && group.contains(b));
            if a != b && must(a) && must(b) && one { Ok(()) } else { fail("both can be held") }
        }
        Shortage::Place { place, meetings, slots } => {
            let distinct: HashSet<usize> = meetings.iter().copied().collect();
            let within: HashSet<usize> = slots.iter().copied().collect();
            if distinct.len() != meetings.len() || !meetings.iter().all(must) {
                return fail("a meeting stands twice, or need not be held");
            }
            let needs = |at: &usize| match place {
                Place::Person(person) => problem.meetings[*at].pair.iter().any(|one| model.first.get(*person) == Some(&model.first[*one])),
                Place::Tables => true,
                Place::Pool(pool) => problem.meetings[*at].pools.contains(pool),
            };
            if !meetings.iter().all(needs) {
                return fail("a meeting does not need the place");
            }
            let outside = |at: &usize| (0..problem.slots()).any(|slot| model.can[*at][slot] && !within.contains(&slot));
            if meetings.iter().any(outside) {
                return fail("a meeting can be held in another slot");
            }
            let room = |slot: &usize| match place {
                Place::Person(_) => 1,
                Place::Tables => u64::from(problem.tables.get(*slot).copied().unwrap_or(0)),
                Place::Pool(pool) => problem.pools.get(*pool).map_or(0, |pool| pool.capacity.into()),
            };
            if within.iter().map(room).sum::<u64>() < meetings.len() as u64 { Ok(()) } else { fail("there is room enough") }
        }
    }
}
