//! Tables for meetings that have a slot: fixed ones first, then where one of the two sits already, then the first free.

use super::problem::{Plan, Problem, Seat};
use std::collections::HashSet;

/// A plan from the slots of meetings; there are no more in a slot than it has tables.
pub(super) fn seat(problem: &Problem, slots: &[Option<usize>]) -> Plan {
    let mut seats: Vec<Option<Seat>> = vec![None; slots.len()];
    let mut taken: Vec<HashSet<usize>> = vec![HashSet::new(); problem.slots()];
    let mut of_slot: Vec<Vec<usize>> = vec![Vec::new(); problem.slots()];
    for (at, slot) in slots.iter().enumerate() {
        let Some(slot) = *slot else { continue };
        match problem.meetings[at].table {
            Some(table) => {
                taken[slot].insert(table);
                seats[at] = Some(Seat { slot, table });
            }
            None => of_slot[slot].push(at),
        }
    }
    let mut last: Vec<Option<usize>> = vec![None; problem.people.len()];
    for (slot, meetings) in of_slot.iter().enumerate() {
        let taken = &mut taken[slot];
        let mut rest = Vec::new();
        for &at in meetings {
            let near = problem.meetings[at].pair.iter().filter_map(|person| last[*person]);
            match near.filter(|table| *table < problem.tables[slot] as usize).find(|table| !taken.contains(table)) {
                Some(table) => {
                    taken.insert(table);
                    seats[at] = Some(Seat { slot, table });
                }
                None => rest.push(at),
            }
        }
        let mut table = 0;
        for at in rest {
            while !taken.insert(table) {
                table += 1;
            }
            seats[at] = Some(Seat { slot, table });
        }
        for at in meetings {
            problem.meetings[*at].pair.iter().for_each(|person| last[*person] = seats[*at].map(|seat| seat.table));
        }
    }
    Plan { seats }
}
