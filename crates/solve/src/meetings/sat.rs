//! A small conflict-driven solver for clauses and linear limits, with a log that another program can follow.
//!
//! Two watched literals, learnt clauses from the first unique implication point (Marques-Silva and Sakallah), activity
//! order, phases of the longest sound trail, restarts and deletion by the number of decision levels (Audemard and Simon,
//! Biere). Limits `Σ w·l <= k` are followed by counting. Every learnt clause follows from the clauses before it and the
//! limits by unit propagation alone, whatever is supposed; the log lists them in order.

mod analyse;
mod log;
mod order;
mod pace;
mod phase;
mod propagate;
mod search;
mod shorten;
#[cfg(test)]
mod tests;
mod watch;

use log::{Log, Step};
use order::Order;
use pace::Pace;
use phase::Phases;
use shorten::Mark;
use watch::Watch;

/// A variable twice, plus one when negated.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
pub(super) struct Lit(u32);

impl Lit {
    pub fn new(variable: usize, positive: bool) -> Self {
        Self((variable as u32) << 1 | u32::from(!positive))
    }

    #[inline]
    pub fn variable(self) -> usize {
        (self.0 >> 1) as usize
    }

    #[inline]
    fn index(self) -> usize {
        self.0 as usize
    }

    pub fn is_positive(self) -> bool {
        self.0 & 1 == 0
    }

    /// As in the certificate: variables from 1, negative when negated.
    pub fn signed(self) -> i64 {
        let number = i64::from(self.0 >> 1) + 1;
        if self.is_positive() { number } else { -number }
    }
}

impl std::ops::Not for Lit {
    type Output = Self;
    #[inline]
    fn not(self) -> Self {
        Self(self.0 ^ 1)
    }
}

/// Why a literal is true.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reason {
    /// Decided, or given.
    None,
    /// By the clause at this place.
    Clause(u32),
    /// By this limit.
    Limit(u32),
}

/// `Σ weight over true literals <= most`.
struct Limit {
    lits: Vec<(Lit, i64)>,
    most: i64,
    /// Of the literals propagation has seen to be true.
    sum: i64,
    heaviest: i64,
}

pub(super) struct Solver {
    /// Per literal: 1 true, -1 false, 0 open.
    value: Vec<i8>,
    level: Vec<u32>,
    reason: Vec<Reason>,
    /// Place on the trail.
    depth: Vec<u32>,
    phases: Phases,
    trail: Vec<Lit>,
    heads: Vec<u32>,
    /// Literals of the trail that clauses, and limits, have seen.
    seen_by_clauses: usize,
    /// Clauses one after another: length, decision levels of a learnt one (0 for a rule), then literals.
    arena: Vec<Lit>,
    watches: Vec<Vec<Watch>>,
    limits: Vec<Limit>,
    limits_of: Vec<Vec<(u32, i64)>>,
    /// Places of the learnt clauses.
    learnt: Vec<u32>,
    order: Order,
    mark: Vec<Mark>,
    supposed: Vec<Lit>,
    /// Supposed literals that cannot all be true, after a search that was blocked.
    pub blamed: Vec<Lit>,
    broken: bool,
    pub conflicts: u64,
    pace: Pace,
    reduce: u64,
    reductions: u64,
    pub log: Log,
}

/// Conflicts until learnt clauses are dropped for the first time.
const FIRST_REDUCTION: u64 = 2_000;

/// How a search ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Outcome {
    /// All variables have values.
    Model,
    /// There are none; the log ends with the empty clause.
    Impossible,
    /// There are none with what is supposed; `blamed` says with what of it.
    Blocked,
    /// Stopped before any of this was known.
    Stopped,
}

impl Solver {
    /// With variables `0..variables` and no rules; the log is given up above `limit` bytes.
    pub fn new(variables: usize, limit: usize) -> Self {
        Self {
            value: vec![0; 2 * variables],
            level: vec![0; variables],
            reason: vec![Reason::None; variables],
            depth: vec![0; variables],
            phases: Phases::new(variables),
            trail: Vec::with_capacity(variables),
            heads: Vec::new(),
            seen_by_clauses: 0,
            arena: Vec::new(),
            watches: vec![Vec::new(); 2 * variables],
            limits: Vec::new(),
            limits_of: vec![Vec::new(); 2 * variables],
            learnt: Vec::new(),
            order: Order::new(variables),
            mark: vec![Mark::None; variables],
            supposed: Vec::new(),
            blamed: Vec::new(),
            broken: false,
            conflicts: 0,
            pace: Pace::default(),
            reduce: FIRST_REDUCTION,
            reductions: 0,
            log: Log::new(limit),
        }
    }

    /// A new variable.
    pub fn fresh(&mut self) -> Lit {
        let variable = self.level.len();
        self.value.extend([0, 0]);
        self.level.push(0);
        self.reason.push(Reason::None);
        self.depth.push(0);
        self.phases.grow();
        self.watches.extend([Vec::new(), Vec::new()]);
        self.limits_of.extend([Vec::new(), Vec::new()]);
        self.order.grow();
        self.mark.push(Mark::None);
        Lit::new(variable, true)
    }

    /// At least one of these is true. Only between searches.
    pub fn clause(&mut self, lits: &[Lit]) {
        if self.broken || lits.iter().any(|lit| self.value[lit.index()] == 1) {
            return;
        }
        let mut open: Vec<Lit> = lits.iter().copied().filter(|lit| self.value[lit.index()] == 0).collect();
        open.sort_unstable();
        open.dedup();
        match open[..] {
            [] => self.broken = true,
            [only] => self.set(only, Reason::None),
            _ => {
                self.attach(&open, 0);
            }
        }
    }

    /// The weights of those that are true sum to `most` at the most. Weights are positive. Only between searches.
    pub fn limit(&mut self, mut lits: Vec<(Lit, i64)>, most: i64) {
        let number = self.limits.len();
        lits.sort_by_key(|(lit, weight)| (-weight, *lit));
        // What is already on the trail has been counted by the others, so it is counted here at once.
        let sum = lits.iter().filter(|(lit, _)| self.value[lit.index()] == 1 && self.is_seen(*lit)).map(|(_, weight)| weight).sum();
        lits.iter().for_each(|(lit, weight)| self.limits_of[lit.index()].push((number as u32, *weight)));
        let heaviest = lits.first().map_or(0, |(_, weight)| *weight);
        self.limits.push(Limit { lits, most, sum, heaviest });
        if sum > most || !self.follow_limit(number as u32) {
            self.broken = true;
        }
    }

    /// What the next searches decide first.
    pub fn suppose(&mut self, lits: Vec<Lit>) {
        self.retreat(0);
        self.supposed = lits;
    }

    /// Which value is tried first.
    pub fn prefer(&mut self, lit: Lit) {
        self.phases.prefer(lit);
    }

    /// Whether a literal is true in the model.
    pub fn is_true(&self, lit: Lit) -> bool {
        self.value[lit.index()] == 1
    }

    fn is_seen(&self, lit: Lit) -> bool {
        (self.depth[lit.variable()] as usize) < self.seen_by_clauses
    }
}
