//! Closing in from both sides by runs of the tree search, each from what the ones before it found.

use super::search::Search;
use super::weights::Weights;
use super::{Effort, improve};
use crate::Control;
use crate::portfolio::certificate::Proof;
use crate::portfolio::problem::Fault;
use crate::portfolio::rows::Rows;

/// Nodes of the first runs, which find a good portfolio and often all there is to know.
const SCOUTS: [u64; 3] = [10, 100, 1_000];
/// Nodes of a look half way between the best choice and the bound.
const HALF_WAY: u64 = 300;
/// Nodes times cells of the relaxation's table in a short run: where the table is large, nodes are dear.
const WORK: u64 = 50_000_000;

/// Columns open in a quick look for better choices (three more per row, of so many rows), and its nodes.
const FOCUS: usize = 25;
const FOCUS_ROWS: usize = 40;
const FOCUS_NODES: u64 = 4_000;
/// Random changes tried at most at a time.
const TRIES: u64 = 400_000;

/// The best choice, the bound, and how both came about.
pub(super) struct Closing<'a> {
    rows: &'a Rows,
    control: Control<'a>,
    effort: Effort,
    /// Multipliers of the first relaxation; every later run starts from them.
    first: Weights,
    /// All sums of values are multiples of it.
    unit: i64,
    /// Cells of the last run's table.
    cells: u64,
    pub best: Option<Vec<bool>>,
    /// No choice is worth more.
    pub upper: i64,
    pub proof: Option<Proof>,
    pub nodes: u64,
    /// The best choice reaches the bound, or there is none.
    pub over: bool,
}

impl<'a> Closing<'a> {
    /// Runs until the best choice is proven, or the effort or the caller's patience ends.
    pub fn run(rows: &'a Rows, control: Control<'a>, effort: Effort) -> Result<Closing<'a>, Fault> {
        let mut search = Search::new(rows, control, Effort { nodes: effort.nodes.min(SCOUTS[0]), ..effort }, None);
        search.run()?;
        let mut closing = Closing {
            first: search.first(),
            unit: search.unit(),
            cells: search.cells(),
            upper: search.bound().min(search.root_bound()),
            proof: search.proof(),
            nodes: search.nodes,
            over: search.complete(),
            best: search.best,
            rows,
            control,
            effort,
        };
        closing.scout()?;
        closing.halve()?;
        closing.descend()?;
        Ok(closing)
    }

    /// The better the best choice, the more the bound decides before any case, and the smaller the next run's table.
    fn scout(&mut self) -> Result<(), Fault> {
        for nodes in &SCOUTS[1..] {
            if self.best.is_some() && self.going() {
                self.attempt(self.short(*nodes), None)?;
            }
        }
        Ok(())
    }

    /// Asks for a choice half way up to the bound, as long as that is soon answered.
    fn halve(&mut self) -> Result<(), Fault> {
        let mut answered = true;
        while let (true, Some(best)) = (answered && self.going(), &self.best) {
            let worth = self.rows.worth(best);
            if self.upper - worth < 4 * self.unit {
                break;
            }
            let before = (worth, self.upper);
            self.attempt(self.short(HALF_WAY), Some(worth + (self.upper - worth) / 2))?;
            answered = before != (self.best.as_ref().map_or(0, |best| self.rows.worth(best)), self.upper);
        }
        Ok(())
    }

    /// A search that looks only just below the bound is small, because nearly every project is fixed by the
    /// bound; when it finds nothing the bound sinks and the next looks deeper.
    fn descend(&mut self) -> Result<(), Fault> {
        let (mut depth, mut last) = (self.unit, 1u64);
        let mut focus = FOCUS + 3 * self.rows.rows.len().min(FOCUS_ROWS);
        if self.going() {
            self.look_around(focus, self.short(FOCUS_NODES))?;
        }
        while self.going() {
            let nodes = self.attempt(u64::MAX, Some(self.upper.saturating_sub(depth)))?;
            if nodes > FOCUS_NODES && !self.over {
                focus += focus / 2;
                self.look_around(focus, nodes / 2)?;
            }
            // Deeper only while that stays cheap: a step too deep searches among too many good choices.
            if nodes < last.saturating_mul(4) {
                depth = depth.saturating_mul(2);
            } else if nodes > last.saturating_mul(16) {
                depth = (depth / 2).max(self.unit);
            }
            last = nodes;
        }
        Ok(())
    }

    fn going(&self) -> bool {
        !self.over && self.nodes < self.effort.nodes && !self.control.expired()
    }

    /// So many nodes, or fewer where each is dear.
    fn short(&self, nodes: u64) -> u64 {
        nodes.min(WORK / self.cells + SCOUTS[0])
    }

    /// One run of at most so many nodes, for choices worth more than `cutoff`; what it took.
    fn attempt(&mut self, nodes: u64, cutoff: Option<i64>) -> Result<u64, Fault> {
        let nodes = nodes.min(self.effort.nodes - self.nodes);
        let mut search = Search::new(self.rows, self.control, Effort { nodes, ..self.effort }, self.best.take());
        if let Some(cutoff) = cutoff {
            search.raise_cutoff(cutoff);
        }
        search.warm(self.first.clone());
        search.run()?;
        if search.bound() <= self.upper {
            (self.upper, self.proof) = (search.bound(), search.proof());
        }
        self.cells = search.cells();
        self.nodes += search.nodes;
        self.best = search.best;
        self.settle();
        Ok(search.nodes)
    }

    fn settle(&mut self) {
        self.over = self.upper < 0 || self.best.as_ref().is_some_and(|best| self.rows.worth(best) >= self.upper);
    }

    /// Looks for a better choice where only the `focus` most doubtful columns are open, and around it.
    fn look_around(&mut self, focus: usize, nodes: u64) -> Result<(), Fault> {
        let mut search = Search::new(self.rows, self.control, Effort { nodes, steps: 0, enough: None }, self.best.take());
        search.warm(self.first.clone());
        search.focus(focus);
        search.run()?;
        // Little at first; much where the tree turns out to be large.
        let tries = if nodes > FOCUS_NODES { (4 * nodes).min(TRIES) } else { nodes };
        self.best = search.best.map(|best| improve::improved(self.rows, &self.first, best, tries, self.control));
        self.settle();
        Ok(())
    }
}
