//! Annealing: chains are swapped at random, at first also for the worse, until waits are short and evenly shared.

use super::chance::Chance;
use super::grid::NONE;
use super::state::{FINE, Guide, State};
use crate::{Cancelled, Control};

/// How long to try, and when to be content.
#[derive(Clone, Copy)]
pub(super) struct Effort {
    /// Moves tried.
    pub moves: u64,
    pub seed: u64,
    /// Nothing can cost less.
    pub bound: i64,
    pub guide: Guide,
}

/// The cheapest plan met, starting from `state`, while it cools in steps.
pub(super) fn anneal<'g>(mut state: State<'g>, effort: Effort, control: Control<'_>) -> Result<State<'g>, Cancelled> {
    const STEPS: u64 = 200;
    let grid = state.grid;
    if grid.meetings() == 0 || grid.slots == 0 {
        return Ok(state);
    }
    state.follow_guide(effort.guide);
    let mut best = state.clone();
    let mut chance = Chance::new(effort.seed);
    let [warm, cold] = effort.guide.warmth.map(|percent| ((FINE * grid.gap_cost * percent) << 16) / 100);
    for step in 0..STEPS {
        control.go_on()?;
        if best.toll.cost <= effort.bound || control.expired() {
            break;
        }
        control.progress(step, STEPS);
        let warmth = warm + (cold - warm) * step as i64 / STEPS as i64;
        for turn in 0..effort.moves / STEPS {
            let most = (warmth * chance.patience()) >> 32;
            let mut meeting = chance.below(grid.meetings());
            if !state.out.is_empty() && turn % 8 == 0 {
                meeting = state.out[chance.below(state.out.len())] as usize;
            }
            let slot = chance.below(grid.slots) as u32;
            if grid.allowed[meeting] >> slot & 1 == 0 {
                continue;
            }
            let changed = match state.slot[meeting] {
                NONE => state.insert(meeting, slot, most),
                from if from == slot => false,
                _ => state.swap(meeting, slot, most),
            };
            if changed && state.toll.cost < best.toll.cost {
                best.clone_from(&state);
                if best.toll.cost <= effort.bound {
                    return Ok(best);
                }
            }
        }
    }
    Ok(best)
}
