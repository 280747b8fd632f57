//! From a problem to a plan with its proof: a colouring, annealing, and refutation of everything cheaper, by turns.

use super::Fault;
use super::anneal::{self, anneal};
use super::certificate::{Certificate, Proof, Shortage};
use super::encode::{Encoded, encode, size};
use super::grid::{Grid, NONE};
use super::problem::{Plan, Problem};
use super::sat::Outcome;
use super::state::State;
use super::{colour, prices, shortage, tables};
use crate::Control;

/// How much to do; the same effort always gives the same result, unless the time runs out before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    pub seed: u64,
    /// Turns of annealing and refutation, each twice as long as the one before.
    pub turns: u32,
    /// Most bytes of a proof; a longer one is not kept.
    pub proof: usize,
}

impl Default for Effort {
    fn default() -> Self {
        Self { seed: 1, turns: 6, proof: 64 << 20 }
    }
}

/// The best plan found, and what is known about better ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// Seats of all meetings that are held.
    pub plan: Plan,
    /// What the plan costs (without what is missing).
    pub objective: i64,
    /// No plan costs less.
    pub bound: i64,
    /// Proven cheapest.
    pub optimal: bool,
    /// Nobody has more gaps above another than allowed.
    pub fair: bool,
    /// Meetings that must be held and are not.
    pub missing: Vec<usize>,
    /// Why not all of them can be.
    pub shortage: Option<Shortage>,
    /// There is no plan that holds all meetings that must be held.
    pub impossible: bool,
    /// Gaps of each person.
    pub gaps: Vec<u32>,
    /// What `check` accepts, if there is a complete plan or a proof that there is none. Its bound may be weaker where
    /// the proof was too long to keep.
    pub certificate: Option<Certificate>,
}

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
        let first = anneal::Effort { moves: if best.is_full() { 0 } else { 400_000 }, rounds: 1, seed: effort.seed, bound: 0 };
        if best.toll.cost > 0 && first.moves > 0 {
            best = anneal(best, first, control)?;
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
            bound: priced.bound,
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
                if !encoded.solver.log.lost {
                    self.proof = Proof::Steps(encoded.solver.log.text);
                }
            }
            Outcome::Stopped => {}
        }
        Ok(())
    }

    /// Anneals and refutes by turns until the plan is proven cheapest or the effort is spent.
    fn improve(&mut self, control: Control<'_>) -> Result<(), Fault> {
        let mut open: Option<(i64, Encoded)> = None;
        let (small, ceiling) = (self.is_small(), self.ceiling());
        for turn in 0..self.effort.turns {
            if self.is_done() || control.expired() {
                break;
            }
            let moves = if small { 100_000 << turn.min(10) } else { [4_000_000, 80_000_000][turn.min(1) as usize] };
            let seed = self.effort.seed.wrapping_add(u64::from(turn));
            let found = anneal(self.best.clone(), anneal::Effort { moves, rounds: 1, seed, bound: self.bound }, control)?;
            self.take(found);
            let until = 4_000u64 << turn.min(20);
            let mut spent = 0;
            while small && spent < until && !self.is_done() && self.bound < ceiling && !control.expired() {
                let (cost, mut encoded) = open.take().filter(|(cost, _)| *cost == self.bound).unwrap_or_else(|| {
                    let mut encoded = encode(self.problem, self.grid, Some(self.bound), self.effort.proof);
                    encoded.prefer(self.grid, &self.best.slot);
                    (self.bound, encoded)
                });
                let before = encoded.solver.conflicts;
                let outcome = encoded.solver.search(until - spent, control);
                spent += (encoded.solver.conflicts - before).max(1);
                control.go_on()?;
                match outcome {
                    Outcome::Model => self.take(State::with(self.grid, &encoded.model(self.grid))),
                    Outcome::Impossible => self.refuted(encoded),
                    Outcome::Stopped => open = Some((cost, encoded)),
                }
            }
        }
        control.go_on()?;
        Ok(())
    }

    /// Nothing costs as little as the bound did.
    fn refuted(&mut self, encoded: Encoded) {
        self.bound += 1;
        if !encoded.solver.log.lost {
            self.proof = Proof::Steps(encoded.solver.log.text);
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
