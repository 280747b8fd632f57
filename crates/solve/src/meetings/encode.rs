//! The problem as clauses and limits, as the certificate describes them (`certificate`).

use super::grid::{Grid, NONE};
use super::problem::Problem;
use super::sat::{Lit, Solver};

/// The solver with all rules.
pub(super) struct Encoded {
    pub solver: Solver,
    slots: usize,
}

/// Places of the variables.
struct Names {
    slots: usize,
    meetings: usize,
    people: usize,
}

impl Names {
    fn held(&self, meeting: usize, slot: usize) -> Lit {
        Lit::new(meeting * self.slots + slot, true)
    }

    fn busy(&self, person: usize, slot: usize) -> Lit {
        Lit::new((self.meetings + person) * self.slots + slot, true)
    }

    fn begun(&self, person: usize, slot: usize) -> Lit {
        Lit::new((self.meetings + self.people + person) * self.slots + slot, true)
    }

    fn gap(&self, person: usize, slot: usize) -> Lit {
        Lit::new((self.meetings + 2 * self.people + person) * self.slots + slot, true)
    }

    fn ahead(&self, person: usize, slot: usize) -> Lit {
        Lit::new((self.meetings + 3 * self.people + person) * self.slots + slot, true)
    }

    fn gaps(&self, person: usize, count: usize) -> Lit {
        Lit::new((self.meetings + 4 * self.people + person) * self.slots + count, true)
    }

    fn left_out(&self, meeting: usize) -> Lit {
        Lit::new((self.meetings + 5 * self.people) * self.slots + meeting, true)
    }

    fn count(&self) -> usize {
        (self.meetings + 5 * self.people) * self.slots + self.meetings
    }
}

/// How many variables a problem has.
pub(super) fn size(problem: &Problem) -> usize {
    Names { slots: problem.slots(), meetings: problem.meetings.len(), people: problem.people.len() }.count()
}

/// All rules with a limit on the cost, or those without cost and spread. The log is given up above `log` bytes.
pub(super) fn encode(problem: &Problem, grid: &Grid, most: Option<i64>, log: usize) -> Encoded {
    let names = Names { slots: problem.slots(), meetings: problem.meetings.len(), people: problem.people.len() };
    let mut solver = Solver::new(names.count(), log);
    let mut cost = Vec::new();
    meetings(grid, &names, &mut solver, &mut cost);
    rooms(grid, &names, &mut solver);
    for schedule in 0..grid.schedules {
        days(grid, &names, schedule, &mut solver);
        let spread = grid.spread.filter(|_| most.is_some());
        gaps(grid, &names, schedule, spread, &mut solver, &mut cost);
    }
    if let Some(most) = most {
        solver.limit(cost, most);
    }
    Encoded { solver, slots: names.slots }
}

impl Encoded {
    /// Tries the slots of a plan first.
    pub fn prefer(&mut self, grid: &Grid, slot: &[u32]) {
        for (at, slot) in slot.iter().enumerate().filter(|(_, slot)| **slot != NONE) {
            self.solver.prefer(Lit::new(grid.number[at] * self.slots + *slot as usize, true));
        }
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

/// Tables and pools hold no more than they can; at every table there are two.
fn rooms(grid: &Grid, names: &Names, solver: &mut Solver) {
    for (resource, capacity) in grid.capacity.iter().enumerate() {
        let uses = |at: &usize| resource == 0 || grid.pools[*at].contains(&(resource as u32));
        for (slot, capacity) in capacity.iter().enumerate() {
            let held = (0..grid.meetings()).filter(uses).filter(|at| grid.allowed[*at] >> slot & 1 == 1);
            let held = ones(held.map(|at| names.held(grid.number[at], slot)));
            if held.len() > *capacity as usize {
                solver.limit(held, i64::from(*capacity));
            }
            let busy = (0..grid.schedules).filter(|schedule| grid.reach(*schedule) >> slot & 1 == 1);
            let busy = ones(busy.map(|schedule| names.busy(grid.person[schedule], slot)));
            if resource == 0 && busy.len() > 2 * *capacity as usize {
                solver.limit(busy, 2 * i64::from(*capacity));
            }
        }
    }
}

/// When a schedule is busy, and how often.
fn days(grid: &Grid, names: &Names, schedule: usize, solver: &mut Solver) {
    let person = grid.person[schedule];
    let own = &grid.of_schedule[schedule];
    if own.is_empty() {
        return;
    }
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
    let busy = || bits(reach, grid.slots).map(|slot| names.busy(person, slot));
    let musts = own.iter().filter(|at| grid.weight[**at as usize].is_none()).count() as i64;
    solver.limit(ones(busy()), own.len() as i64);
    solver.limit(ones(busy().map(|lit| !lit)), i64::from(reach.count_ones()) - musts);
}

/// Gaps of a schedule: `begun` and `ahead` say that there is a meeting by this slot, or from it on, in this part of the day.
fn gaps(grid: &Grid, names: &Names, schedule: usize, spread: Option<u32>, solver: &mut Solver, cost: &mut Vec<(Lit, i64)>) {
    let person = grid.person[schedule];
    if grid.of_schedule[schedule].is_empty() {
        return;
    }
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
}
