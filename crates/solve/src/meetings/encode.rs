//! The problem as clauses and limits, as the certificate describes them (`certificate`).

mod counter;
mod names;

use super::grid::{Grid, NONE};
use super::problem::Problem;
use super::sat::{Lit, Outcome, Solver};
use crate::Control;
use names::Names;

/// The solver with all rules.
pub(super) struct Encoded {
    pub solver: Solver,
    slots: usize,
    /// More than no gap, for each schedule that may have one.
    pub waits: Vec<Lit>,
}

/// How many variables a problem has.
pub(super) fn size(problem: &Problem) -> usize {
    Names::new(problem).count()
}

/// All rules with a limit on the cost, or those without cost and spread. The log is given up above `log` bytes.
pub(super) fn encode(problem: &Problem, grid: &Grid, most: Option<i64>, log: usize) -> Encoded {
    let names = Names::new(problem);
    let mut solver = Solver::new(names.count(), log);
    let mut cost = Vec::new();
    meetings(grid, &names, &mut solver, &mut cost);
    rooms(grid, &names, &mut solver);
    let mut waits = Vec::new();
    for schedule in (0..grid.schedules).filter(|schedule| !grid.of_schedule[*schedule].is_empty()) {
        days(grid, &names, schedule, &mut solver);
        let spread = grid.spread.filter(|_| most.is_some());
        waits.extend(gaps(grid, &names, schedule, spread, &mut solver, &mut cost));
    }
    if let Some(most) = most {
        counter::at_most(&mut solver, cost, most);
    }
    Encoded { solver, slots: names.slots, waits }
}

impl Encoded {
    /// Tries the slots of a plan first.
    pub fn prefer(&mut self, grid: &Grid, slot: &[u32]) {
        for (at, slot) in slot.iter().enumerate().filter(|(_, slot)| **slot != NONE) {
            self.solver.prefer(Lit::new(grid.number[at] * self.slots + *slot as usize, true));
        }
    }

    /// Supposes that nobody else waits.
    pub fn spare(&mut self, may_wait: &[bool]) {
        let spared = self.spared(may_wait);
        self.solver.suppose(spared);
    }

    /// Nobody else waits from now on.
    pub fn spare_for_good(&mut self, may_wait: &[bool]) {
        self.spared(may_wait).into_iter().for_each(|spared| self.solver.clause(&[spared]));
    }

    fn spared(&self, may_wait: &[bool]) -> Vec<Lit> {
        self.waits.iter().zip(may_wait).filter(|(_, may)| !**may).map(|(waits, _)| !*waits).collect()
    }

    /// Looks at each schedule by itself: whether it can be without any gap. What is learnt stays.
    pub fn probe(&mut self, conflicts: u64, control: Control<'_>) {
        for &waits in &self.waits {
            self.solver.suppose(vec![!waits]);
            if self.solver.search(conflicts, control) == Outcome::Impossible {
                break;
            }
        }
        self.solver.suppose(Vec::new());
    }

    /// Whom these literals of `spare` are about (places in `waits`).
    pub fn who(&self, spared: &[Lit]) -> Vec<usize> {
        spared.iter().filter_map(|lit| self.waits.iter().position(|waits| *waits == !*lit)).collect()
    }

    /// Slot of each meeting of the grid in the model.
    pub fn model(&self, grid: &Grid) -> Vec<u32> {
        let held = |number: usize| (0..self.slots).find(|slot| self.solver.is_true(Lit::new(number * self.slots + slot, true)));
        grid.number.iter().map(|number| held(*number).map_or(NONE, |slot| slot as u32)).collect()
    }
}

/// Slots with a bit in the mask.
fn bits(mask: u128, slots: usize) -> impl Iterator<Item = usize> {
    (0..slots).filter(move |slot| mask >> slot & 1 == 1)
}

fn ones(lits: impl IntoIterator<Item = Lit>) -> Vec<(Lit, i64)> {
    lits.into_iter().map(|lit| (lit, 1)).collect()
}

/// Each meeting is held once (or left out, if it may be), in its order and groups.
fn meetings(grid: &Grid, names: &Names, solver: &mut Solver, cost: &mut Vec<(Lit, i64)>) {
    for at in 0..grid.meetings() {
        let number = grid.number[at];
        for slot in bits(!grid.allowed[at], grid.slots) {
            solver.clause(&[!names.held(number, slot)]);
        }
        let held: Vec<Lit> = bits(grid.allowed[at], grid.slots).map(|slot| names.held(number, slot)).collect();
        let mut once = held.clone();
        if let Some(weight) = grid.weight[at] {
            once.push(names.left_out(number));
            cost.push((names.left_out(number), weight));
        }
        solver.clause(&once);
        solver.limit(ones(held), 1);
        if grid.stood[at] != NONE && grid.move_cost > 0 {
            let moved = bits(grid.allowed[at], grid.slots).filter(|slot| *slot as u32 != grid.stood[at]);
            cost.extend(moved.map(|slot| (names.held(number, slot), grid.move_cost)));
        }
        for earlier in &grid.before[at] {
            for slot in bits(grid.allowed[at], grid.slots) {
                for late in bits(grid.allowed[*earlier as usize], grid.slots).filter(|late| *late >= slot) {
                    solver.clause(&[!names.held(number, slot), !names.held(grid.number[*earlier as usize], late)]);
                }
            }
        }
    }
    for group in &grid.groups {
        let held = group.iter().flat_map(|at| bits(grid.allowed[*at as usize], grid.slots).map(|slot| (*at, slot)));
        solver.limit(ones(held.map(|(at, slot)| names.held(grid.number[at as usize], slot))), 1);
    }
}

/// Pools hold no more than they can; at every table there are two.
fn rooms(grid: &Grid, names: &Names, solver: &mut Solver) {
    for slot in 0..grid.slots {
        for (pool, capacity) in grid.capacity.iter().enumerate().skip(1) {
            let uses = |at: &usize| grid.pools[*at].contains(&(pool as u32)) && grid.allowed[*at] >> slot & 1 == 1;
            let held = ones((0..grid.meetings()).filter(uses).map(|at| names.held(grid.number[at], slot)));
            if held.len() > capacity[slot] as usize {
                solver.limit(held, i64::from(capacity[slot]));
            }
        }
        let busy = (0..grid.schedules).filter(|schedule| grid.reach(*schedule) >> slot & 1 == 1);
        let busy = ones(busy.map(|schedule| names.busy(grid.person[schedule], slot)));
        let seats = 2 * i64::from(grid.capacity[0][slot]);
        if busy.len() as i64 > seats {
            counter::at_most(solver, busy, seats);
        }
    }
}

/// When a schedule is busy, and how often.
fn days(grid: &Grid, names: &Names, schedule: usize, solver: &mut Solver) {
    let person = grid.person[schedule];
    let own = &grid.of_schedule[schedule];
    let reach = grid.reach(schedule);
    for slot in 0..grid.slots {
        let busy = names.busy(person, slot);
        let held: Vec<Lit> = own
            .iter()
            .filter(|at| grid.allowed[**at as usize] >> slot & 1 == 1)
            .map(|at| names.held(grid.number[*at as usize], slot))
            .collect();
        held.iter().for_each(|held| solver.clause(&[!*held, busy]));
        let mut any = held.clone();
        any.push(!busy);
        solver.clause(&any);
        solver.limit(ones(held), 1);
    }
    let mut windows: Vec<u128> = own.iter().map(|at| grid.allowed[*at as usize]).chain([0, reach]).collect();
    windows.sort_unstable();
    windows.dedup();
    for window in windows {
        let inside = |at: &&u32| grid.weight[**at as usize].is_none() && grid.allowed[**at as usize] & !window == 0;
        let inside = own.iter().filter(inside).count() as i64;
        let busy = |mask: u128| bits(mask, grid.slots).map(|slot| names.busy(person, slot));
        solver.limit(ones(busy(window).map(|lit| !lit)), i64::from(window.count_ones()) - inside);
        solver.limit(ones(busy(reach & !window)), own.len() as i64 - inside);
    }
}

/// Gaps of a schedule: `begun` and `ahead` say that there is a meeting by this slot, or from it on, in this part of the day.
/// Returns what says that there is a gap at all.
fn gaps(grid: &Grid, names: &Names, schedule: usize, spread: Option<u32>, solver: &mut Solver, cost: &mut Vec<(Lit, i64)>) -> Option<Lit> {
    let person = grid.person[schedule];
    let starts = |slot: usize| slot >= grid.slots || grid.part_starts >> slot & 1 == 1;
    let mut gaps = Vec::new();
    for slot in 0..grid.slots {
        let (busy, begun, ahead) = (names.busy(person, slot), names.begun(person, slot), names.ahead(person, slot));
        solver.clause(&[!busy, begun]);
        solver.clause(&[!busy, ahead]);
        if starts(slot) {
            solver.clause(&[busy, !begun]);
        } else {
            let before = names.begun(person, slot - 1);
            solver.clause(&[!before, begun]);
            solver.clause(&[busy, before, !begun]);
            let gap = names.gap(person, slot);
            solver.clause(&[!busy, !before, names.busy(person, slot - 1), gap]);
            gaps.push(gap);
        }
        if starts(slot + 1) {
            solver.clause(&[busy, !ahead]);
        } else {
            let after = names.ahead(person, slot + 1);
            solver.clause(&[!after, ahead]);
            solver.clause(&[busy, after, !ahead]);
        }
    }
    let most = spread.map_or(gaps.len(), |spread| gaps.len().min(spread as usize));
    let counts: Vec<Lit> = (0..most).map(|count| names.gaps(person, count)).collect();
    counts.windows(2).for_each(|pair| solver.clause(&[pair[0], !pair[1]]));
    cost.extend(counts.iter().map(|count| (*count, grid.gap_cost)));
    solver.limit(ones(gaps.into_iter().chain(counts.iter().map(|count| !*count))), most as i64);
    // From the first to the last meeting there are more slots than meetings, or a slot that cannot be used.
    let (own, reach) = (grid.of_schedule[schedule].len(), grid.reach(schedule));
    for first in 0..grid.slots {
        let Some(last) =
            (first + 1..grid.slots).take_while(|slot| !starts(*slot)).find(|last| *last >= first + own || reach >> (last - 1) & 1 == 0)
        else {
            continue;
        };
        let mut span = vec![!names.begun(person, first), !names.ahead(person, last)];
        span.extend(counts.first());
        solver.clause(&span);
    }
    counts.first().copied()
}
