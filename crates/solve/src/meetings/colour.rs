//! The first plan, by colouring lines: take a free slot, or make one free by swapping a chain (Kőnig's proof as a method).

use super::grid::{Grid, low};
use super::state::State;
use crate::{Cancelled, Control};

/// Places meetings one by one, those with least choice first. In a two-sided event without further rules and with
/// as many slots as the busiest schedule has meetings this places all of them; otherwise some may be left out.
pub(super) fn first<'g>(grid: &'g Grid, control: Control<'_>) -> Result<State<'g>, Cancelled> {
    let mut state = State::new(grid);
    let mut order: Vec<usize> = (0..grid.meetings()).collect();
    let load = |at: usize| grid.ends[at].iter().map(|end| grid.of_schedule[*end as usize].len()).sum::<usize>();
    order.sort_by_key(|at| (grid.weight[*at].is_some(), grid.allowed[*at].count_ones(), usize::MAX - load(*at), *at));
    for (done, &meeting) in order.iter().enumerate() {
        if done % 1024 == 0 {
            control.go_on()?;
            control.progress(done as u64, order.len() as u64);
        }
        let most = if grid.weight[meeting].is_some() { 0 } else { i64::MAX };
        let slots = (0..grid.slots as u32).filter(|slot| state.is_free(meeting, *slot));
        // Beside other meetings first: waits are short from the start.
        let [a, b] = grid.ends[meeting].map(|end| state.busy[end as usize]);
        let near = |slot: &u32| {
            let beside = (1u128 << slot) << 1 | (1u128 << slot) >> 1;
            (u32::from(a & beside == 0) + u32::from(b & beside == 0), *slot)
        };
        match slots.min_by_key(near) {
            Some(slot) => {
                state.insert(meeting, slot, most);
            }
            None => free_by_chain(&mut state, meeting, most),
        }
    }
    Ok(state)
}

/// Makes a slot that one of the two has free also free for the other, by a chain of swaps.
fn free_by_chain(state: &mut State<'_>, meeting: usize, most: i64) {
    let grid = state.grid;
    let [a, b] = grid.ends[meeting];
    let free = |state: &State<'_>, end: u32| low(grid.slots) & !state.busy[end as usize];
    for (one, other) in [(a, b), (b, a)] {
        let (free_one, free_other) = (free(state, one) & grid.allowed[meeting], free(state, other));
        for slot in (0..grid.slots as u32).filter(|slot| free_one >> slot & 1 == 1) {
            for spare in (0..grid.slots as u32).filter(|spare| free_other >> spare & 1 == 1) {
                let Some(blocking) = state.meeting_of(other, slot) else { break };
                if spare != slot
                    && state.swap(blocking, spare, i64::MAX)
                    && state.is_free(meeting, slot)
                    && state.insert(meeting, slot, most)
                {
                    return;
                }
                if state.is_free(meeting, slot) {
                    break;
                }
            }
        }
    }
}
