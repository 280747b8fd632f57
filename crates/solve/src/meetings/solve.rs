//! From a problem to a plan with its proof: a colouring, annealing, and refutation of everything cheaper, by turns.

use super::Fault;
use super::anneal::{self, anneal};
use super::certificate::{Certificate, Proof, Shortage};
use super::encode::{encode, size};
use super::grid::{Grid, NONE};
use super::hunt::{Found, Hunt, MayWait, clashes};
use super::problem::Problem;
use super::sat::Outcome;
use super::solution::{Effort, Solution};
use super::state::{Guide, State};
use super::{colour, prices, shortage, tables};
use crate::Control;

/// Refutation is tried up to this many variables.
const MOST_VARIABLES: usize = 30_000;

/// Plans a round.
pub fn solve(problem: &Problem, effort: Effort, control: Control<'_>) -> Result<Solution, Fault> {
    problem.verify()?;
    let grid = Grid::new(problem);
    if let Some(at) = grid.ends.iter().position(|ends| ends[0] == ends[1]) {
        return Err(Fault::Invalid(format!("meeting {}: the two share one schedule", grid.number[at] + 1)));
    }
    let mut work = Work::begin(problem, &grid, effort, control)?;
    if work.shortage.is_none() {
        work.complete(control)?;
    }
    if !work.impossible {
        work.improve(control)?;
    }
    Ok(work.finish())
}

struct Work<'g> {
    problem: &'g Problem,
    grid: &'g Grid,
    effort: Effort,
    best: State<'g>,
    bound: i64,
    /// The strongest proof that was kept, and what it proves.
    proof: Proof,
    proven: i64,
    shortage: Option<Shortage>,
    impossible: bool,
}

impl<'g> Work<'g> {
    fn begin(problem: &'g Problem, grid: &'g Grid, effort: Effort, control: Control<'_>) -> Result<Self, Fault> {
        let shortage = shortage::find(grid);
        let mut best = colour::first(grid, control)?;
        if !best.is_full() {
            best = anneal(best, anneal::Effort { moves: 400_000, seed: effort.seed, bound: 0, guide: Guide::SHORT }, control)?;
        }
        let priced = match best.price() {
            0 => prices::climb(grid, 0, 0),
            _ if shortage.is_some() => prices::climb(grid, 0, 0),
            cost => prices::climb(grid, cost, 200),
        };
        Ok(Self {
            problem,
            grid,
            effort,
            best,
            bound: grid.least_from(priced.bound),
            proven: priced.bound,
            proof: shortage.clone().map_or(Proof::Prices { scale: priced.scale, prices: priced.prices }, Proof::Shortage),
            impossible: shortage.is_some(),
            shortage,
        })
    }

    fn is_small(&self) -> bool {
        size(self.problem) <= MOST_VARIABLES
    }

    /// Looks for any plan when some meetings have no slot yet.
    fn complete(&mut self, control: Control<'_>) -> Result<(), Fault> {
        if self.best.is_full() || !self.is_small() {
            return Ok(());
        }
        let mut encoded = encode(self.problem, self.grid, None, self.effort.proof);
        let outcome = encoded.solver.search(100_000 << self.effort.turns.min(10), control);
        control.go_on()?;
        match outcome {
            Outcome::Model => self.best = State::with(self.grid, &encoded.model(self.grid)),
            Outcome::Impossible => {
                self.impossible = true;
                if let Some(steps) = encoded.solver.log.kept() {
                    self.proof = Proof::Steps(steps);
                }
            }
            Outcome::Stopped | Outcome::Blocked => {}
        }
        Ok(())
    }

    /// Anneals and refutes by turns until the plan is proven cheapest or the effort is spent.
    fn improve(&mut self, control: Control<'_>) -> Result<(), Fault> {
        let mut open: Option<Hunt> = None;
        let mut may_wait: Option<MayWait> = None;
        let (small, ceiling) = (self.is_small(), self.ceiling());
        for turn in 0..self.effort.turns {
            if self.is_done() || control.expired() {
                break;
            }
            self.anneal(turn, small, control)?;
            let until = 8_000u64 << turn.min(20);
            let mut spent = 0;
            while small && spent < until && !self.is_done() && self.bound < ceiling && !control.expired() {
                let most = self.aim().min(ceiling - 1);
                let may_wait = may_wait.get_or_insert_with(|| clashes(self.problem, self.grid, control));
                let mut hunt = open
                    .take()
                    .filter(|open| open.most == most)
                    .unwrap_or_else(|| Hunt::new(self.problem, self.grid, most, may_wait, &self.best.slot, self.effort.proof, control));
                let before = hunt.conflicts;
                let found = hunt.search(self.grid, until - spent, control);
                spent += (hunt.conflicts - before).max(1);
                control.go_on()?;
                match found {
                    Found::Plan(slots) => self.take(State::with(self.grid, &slots)),
                    Found::Nothing => self.refuted(hunt),
                    Found::Open => open = Some(hunt),
                }
            }
        }
        control.go_on()?;
        Ok(())
    }

    /// Small rounds are left to the refutation before long, and get another guide every turn.
    fn anneal(&mut self, turn: u32, small: bool, control: Control<'_>) -> Result<(), Fault> {
        let places = (self.grid.meetings() * self.grid.slots) as u64;
        let moves = match turn {
            0 if small => 1_000 * places,
            _ if small => (700 * places) << turn.saturating_sub(3).min(7),
            0 => 4_000_000,
            _ => 80_000_000,
        };
        let guide = if small { [Guide::LONG, Guide::NEAR][turn as usize % 2] } else { Guide::SHORT };
        let seed = self.effort.seed.wrapping_add(u64::from(turn));
        let effort = anneal::Effort { moves, seed, bound: self.bound, guide };
        let found = anneal(self.best.clone(), effort, control)?;
        self.take(found);
        Ok(())
    }

    /// The cost to look for: the bound, or anything better where there are too many costs to climb them one by one.
    fn aim(&self) -> i64 {
        match self.grid.unit {
            None if self.best.is_plan() => self.best.price() - 1,
            unit => self.bound + unit.unwrap_or(1) - 1,
        }
    }

    /// Nothing costs as little as was looked for.
    fn refuted(&mut self, hunt: Hunt) {
        self.bound = hunt.most + 1;
        if let Some(steps) = hunt.steps() {
            self.proof = Proof::Steps(steps);
            self.proven = self.bound;
        }
    }

    fn take(&mut self, found: State<'g>) {
        if found.toll.cost < self.best.toll.cost {
            self.best = found;
        }
    }

    fn is_done(&self) -> bool {
        self.best.is_plan() && self.best.price() <= self.bound
    }

    /// The cost up to which refutation counts: above it, everybody might have a gap (see `certificate`).
    fn ceiling(&self) -> i64 {
        let grid = self.grid;
        if grid.spread.is_none() || grid.of_schedule.iter().any(|own| own.len() < 2) {
            i64::MAX
        } else {
            grid.schedules as i64 * grid.gap_cost
        }
    }

    fn finish(self) -> Solution {
        let Self { problem, grid, best, .. } = self;
        let mut slots = vec![None; problem.meetings.len()];
        best.slot
            .iter()
            .enumerate()
            .filter(|(_, slot)| **slot != NONE)
            .for_each(|(at, slot)| slots[grid.number[at]] = Some(*slot as usize));
        let mut missing: Vec<usize> =
            best.out.iter().filter(|at| grid.weight[**at as usize].is_none()).map(|at| grid.number[*at as usize]).collect();
        missing.sort_unstable();
        let gaps: Vec<u32> = best.busy.iter().map(|busy| grid.gaps(*busy)).collect();
        let range = gaps.iter().max().unwrap_or(&0) - gaps.iter().min().unwrap_or(&0);
        let fair = grid.spread.is_none_or(|spread| range <= spread);
        let objective = best.price();
        let plan = tables::seat(problem, &slots);
        let full = missing.is_empty();
        let bound = self.bound.min(objective);
        let certificate = (full || (self.impossible && !matches!(self.proof, Proof::Prices { .. }))).then(|| Certificate {
            problem: problem.clone(),
            plan: full.then(|| plan.clone()),
            objective: if full { objective } else { 0 },
            bound: if full { self.proven.min(objective) } else { 0 },
            proof: self.proof,
        });
        Solution {
            plan,
            objective,
            bound,
            optimal: full && fair && bound == objective,
            fair,
            missing,
            shortage: self.shortage,
            impossible: self.impossible,
            gaps: grid.of_person.iter().map(|schedule| gaps[*schedule]).collect(),
            certificate,
        }
    }
}
