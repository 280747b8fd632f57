//! Meetings that cannot all be held, found by matching them to slots (Hall, Kőnig) before any search.

use super::certificate::{Place, Shortage};
use super::grid::Grid;

/// Above this many meetings the tables and pools are only counted, not matched.
const MOST_MATCHED: usize = 20_000;

/// A reason that no plan holds all meetings that must be held, if matching one place at a time finds any.
pub(super) fn find(grid: &Grid) -> Option<Shortage> {
    let must = |at: &u32| grid.weight[*at as usize].is_none();
    for (person, group) in grid.exclusive.iter().zip(&grid.groups) {
        let mut musts = group.iter().filter(|at| must(at)).map(|at| grid.number[*at as usize]);
        if let (Some(first), Some(second)) = (musts.next(), musts.next()) {
            return Some(Shortage::Exclusive { person: *person, meetings: [first, second] });
        }
    }
    for schedule in 0..grid.schedules {
        let musts: Vec<u32> = grid.of_schedule[schedule].iter().copied().filter(must).collect();
        if let Some((meetings, slots)) = crowd(grid, &musts, &vec![1; grid.slots]) {
            return Some(Shortage::Place { place: Place::Person(grid.person[schedule]), meetings, slots });
        }
    }
    for (resource, capacity) in grid.capacity.iter().enumerate() {
        let uses = |at: &u32| resource == 0 || grid.pools[*at as usize].contains(&(resource as u32));
        let musts: Vec<u32> = (0..grid.meetings() as u32).filter(must).filter(uses).collect();
        if let Some((meetings, slots)) = crowd(grid, &musts, capacity) {
            let place = if resource == 0 { Place::Tables } else { Place::Pool(resource - 1) };
            return Some(Shortage::Place { place, meetings, slots });
        }
    }
    None
}

/// Meetings whose allowed slots together hold fewer, as numbers of the problem, and these slots.
fn crowd(grid: &Grid, musts: &[u32], capacity: &[u32]) -> Option<(Vec<usize>, Vec<usize>)> {
    let slots = |mask: u128| (0..grid.slots).filter(move |slot| mask >> slot & 1 == 1);
    let held = |mask: u128| slots(mask).map(|slot| capacity[slot] as usize).sum::<usize>();
    let numbers = |meetings: &[u32]| meetings.iter().map(|at| grid.number[*at as usize]).collect();
    let reach = musts.iter().fold(0, |mask, at| mask | grid.allowed[*at as usize]);
    if held(reach) < musts.len() {
        return Some((numbers(musts), slots(reach).collect()));
    }
    if musts.len() > MOST_MATCHED {
        return None;
    }
    let mut inside: Vec<Vec<u32>> = vec![Vec::new(); grid.slots];
    for &meeting in musts {
        // Breadth first over slots: a full slot leads on to all slots that its meetings could move to.
        let mut from = vec![None; grid.slots];
        let mut seen = grid.allowed[meeting as usize];
        let mut queue: Vec<usize> = slots(seen).collect();
        let mut at = 0;
        let free = loop {
            let Some(&slot) = queue.get(at) else { break None };
            at += 1;
            if inside[slot].len() < capacity[slot] as usize {
                break Some(slot);
            }
            for &other in &inside[slot] {
                for next in slots(grid.allowed[other as usize] & !seen) {
                    seen |= 1 << next;
                    from[next] = Some((other, slot));
                    queue.push(next);
                }
            }
        };
        let Some(mut slot) = free else {
            let mut stuck: Vec<u32> = slots(seen).flat_map(|slot| inside[slot].iter().copied()).collect();
            stuck.push(meeting);
            stuck.sort_unstable();
            return Some((numbers(&stuck), slots(seen).collect()));
        };
        while let Some((other, before)) = from[slot] {
            inside[before].retain(|at| *at != other);
            inside[slot].push(other);
            slot = before;
        }
        inside[slot].push(meeting);
    }
    None
}
