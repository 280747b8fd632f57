//! Whether a plan keeps the rules, what it costs and whether it is fair.

use super::Rejection;
use super::model::Model;
use crate::meetings::problem::{Plan, Problem, Wish};
use std::collections::HashSet;

/// The cost, and whether nobody has more gaps above another than allowed.
pub(super) fn cost(problem: &Problem, model: &Model, plan: &Plan) -> Result<(i64, bool), Rejection> {
    let slots = problem.slots();
    if plan.seats.len() != problem.meetings.len() {
        return Err(Rejection::Plan { meeting: plan.seats.len(), why: "one seat per meeting is needed" });
    }
    let mut busy = vec![false; problem.people.len() * slots];
    let mut tables = HashSet::new();
    let mut pools = vec![0u32; problem.pools.len() * slots];
    let mut cost = 0i64;
    for (at, (meeting, seat)) in problem.meetings.iter().zip(&plan.seats).enumerate() {
        let wrong = |why| Err(Rejection::Plan { meeting: at, why });
        let Some(seat) = seat else {
            match meeting.wish {
                Wish::Must => return wrong("it must be held"),
                Wish::Wish(weight) => cost += weight,
                Wish::No => {}
            }
            continue;
        };
        if !model.open[at] {
            return wrong("it must not be held");
        }
        if seat.slot >= slots || !model.can[at][seat.slot] {
            return wrong("it cannot be held in this slot");
        }
        if seat.table >= problem.tables[seat.slot] as usize || !tables.insert((seat.slot, seat.table)) {
            return wrong("the table is taken or not there");
        }
        if meeting.table.is_some_and(|table| table != seat.table) {
            return wrong("it belongs to another table");
        }
        for person in meeting.pair {
            if std::mem::replace(&mut busy[model.first[person] * slots + seat.slot], true) {
                return wrong("somebody is busy");
            }
        }
        for pool in &meeting.pools {
            let used = &mut pools[pool * slots + seat.slot];
            *used += 1;
            if *used > problem.pools[*pool].capacity {
                return wrong("a pool is used up");
            }
        }
        if meeting.after.iter().filter_map(|before| plan.seats[*before]).any(|before| before.slot >= seat.slot) {
            return wrong("it comes too early");
        }
        if meeting.stood.is_some_and(|stood| stood != seat.slot) {
            cost += problem.move_cost;
        }
    }
    for (_, meetings) in &model.exclusive {
        if let Some(second) = meetings.iter().filter(|at| plan.seats[**at].is_some()).nth(1) {
            return Err(Rejection::Plan { meeting: *second, why: "an exclusive person meets two of one company" });
        }
    }
    let people = (0..problem.people.len()).filter(|person| model.first[*person] == *person);
    let gaps: Vec<i64> = people.map(|person| gaps(&busy[person * slots..(person + 1) * slots], &problem.pauses)).collect();
    let range = gaps.iter().max().unwrap_or(&0) - gaps.iter().min().unwrap_or(&0);
    let fair = problem.spread.is_none_or(|spread| range <= i64::from(spread));
    Ok((cost + problem.gap_cost * gaps.iter().sum::<i64>(), fair))
}

fn gaps(busy: &[bool], pauses: &[usize]) -> i64 {
    let (mut gaps, mut last) = (0, None);
    for (slot, _) in busy.iter().enumerate().filter(|(_, busy)| **busy) {
        let waited = last.is_some_and(|last| last + 1 < slot && !pauses.iter().any(|pause| last < *pause && *pause <= slot));
        gaps += i64::from(waited);
        last = Some(slot);
    }
    gaps
}
