//! The walk through the tree: relax, round, close, fix, branch.

mod decide;
mod weigh;

use super::Effort;
use super::weights::Weights;
use crate::Control;
use crate::portfolio::certificate::Step;
use crate::portfolio::problem::Fault;
use crate::portfolio::rows::{Rows, gcd};
use crate::portfolio::simplex::{Relaxed, Simplex};

/// A pending second case.
struct Fork {
    trail: usize,
    column: usize,
    second: Option<bool>,
    weights: usize,
}

/// Where a visited node leads.
enum Visit {
    Done,
    Branch { column: usize, first: bool, weights: usize },
}

pub(super) struct Search<'a> {
    pub(super) rows: &'a Rows,
    control: Control<'a>,
    pub(super) effort: Effort,
    /// Per column its rows with non-zero coefficients.
    pub(super) cells: Vec<Vec<(usize, i64)>>,
    /// All sums of values are multiples of it.
    unit: i64,
    /// Sum of all values.
    sum: i64,
    pub(super) fixed: Vec<Option<bool>>,
    pub(super) left: Vec<i128>,
    worth: i64,
    trail: Vec<usize>,
    pub(super) core: Vec<usize>,
    /// Column to its place in the core.
    place: Vec<usize>,
    simplex: Simplex,
    pub(super) cutoff: i64,
    pub best: Option<Vec<bool>>,
    /// When collecting: how many, and the finds.
    pub(super) most: Option<usize>,
    pub found: Vec<Vec<bool>>,
    pub nodes: u64,
    /// Only so many columns stay open, for a quick look where good portfolios are likely.
    focus: Option<usize>,
    stopped: bool,
    /// A value known to be enough was reached; the walk is no proof.
    pub(super) halted: bool,
    open_bound: i64,
    root_bound: i64,
    pub(super) weights: Vec<Weights>,
    /// Multipliers of the root.
    pub(super) first: Weights,
    pub(super) steps: Vec<Step>,
    pub(super) overflow: bool,
}

impl<'a> Search<'a> {
    pub fn new(rows: &'a Rows, control: Control<'a>, effort: Effort, best: Option<Vec<bool>>) -> Search<'a> {
        let n = rows.value.len();
        let mut cells = vec![Vec::new(); n];
        for (i, row) in rows.rows.iter().enumerate() {
            for (j, &coef) in row.coef.iter().enumerate().filter(|(_, coef)| **coef != 0) {
                cells[j].push((i, coef));
            }
        }
        let left: Vec<i128> = rows.rows.iter().map(|row| i128::from(row.limit)).collect();
        let core: Vec<usize> = (0..n).collect();
        let unit = rows.value.iter().fold(0, |unit, &value| gcd(unit, value.unsigned_abs())).max(1) as i64;
        Search {
            simplex: Simplex::new(rows, &core, &left),
            cutoff: best.as_ref().map_or(-1, |best| rows.worth(best)),
            place: core.clone(),
            core,
            fixed: vec![None; n],
            trail: Vec::new(),
            worth: 0,
            weights: vec![Weights { shift: Some(0), each: vec![0; left.len()] }],
            cells,
            unit,
            sum: rows.value.iter().sum(),
            best,
            most: None,
            found: Vec::new(),
            nodes: 0,
            focus: None,
            stopped: false,
            halted: false,
            open_bound: i64::MIN,
            root_bound: i64::MAX,
            first: Weights { shift: Some(0), each: vec![0; left.len()] },
            steps: Vec::new(),
            overflow: false,
            left,
            rows,
            control,
            effort,
        }
    }

    /// Looks only for portfolios worth more than this.
    pub fn raise_cutoff(&mut self, cutoff: i64) {
        self.cutoff = self.cutoff.max(cutoff).min(self.sum);
    }

    /// Gathers every portfolio above the cutoff instead of raising it.
    pub fn collect(&mut self, most: usize) {
        self.most = Some(most);
    }

    /// Looks only at so many doubtful columns; what it proves then says nothing about the whole.
    pub fn focus(&mut self, columns: usize) {
        self.focus = Some(columns);
        self.halted = true;
    }

    /// Whether no case was left open.
    pub fn complete(&self) -> bool {
        !self.stopped
    }

    /// No choice of columns is worth more.
    pub fn bound(&self) -> i64 {
        self.open_bound.max(self.cutoff)
    }

    /// The bound before any branching.
    pub fn root_bound(&self) -> i64 {
        self.root_bound.max(self.cutoff)
    }

    /// All sums of values are multiples of it.
    pub fn unit(&self) -> i64 {
        self.unit
    }

    /// Size of the relaxation's table.
    pub fn cells(&self) -> u64 {
        self.simplex.cells()
    }

    /// Starts from the multipliers of an earlier run over the same rows, so that the first relaxation is
    /// over few columns only.
    pub fn warm(&mut self, weights: Weights) {
        let weights = self.remember(weights);
        let (bound, reduced) = self.evaluate(weights);
        if !self.closes(weights, bound) {
            self.fix_by(weights, bound, &reduced);
            self.shrink();
        }
    }

    /// Multipliers of the first case, for [`Search::warm`].
    pub fn first(&self) -> Weights {
        self.first.clone()
    }

    /// Walks the whole tree, or until the effort or the caller's patience ends.
    pub fn run(&mut self) -> Result<(), Fault> {
        let mut forks: Vec<Fork> = Vec::new();
        loop {
            if self.best.is_some() && self.effort.enough.is_some_and(|enough| self.rows.base + self.cutoff >= enough) {
                self.halted = true;
                return Ok(());
            }
            let parent = forks.last().map_or(0, |fork| fork.weights);
            if let Visit::Branch { column, first, weights } = self.visit(parent, forks.is_empty())? {
                self.step(Step::Branch { project: column, first_in: first });
                forks.push(Fork { trail: self.trail.len(), column, second: Some(!first), weights });
                self.set(column, first);
                continue;
            }
            loop {
                let Some(fork) = forks.last_mut() else { return Ok(()) };
                let (trail, column) = (fork.trail, fork.column);
                let second = fork.second.take();
                let weights = fork.weights;
                self.undo(trail);
                if !self.keeps() {
                    self.weights.truncate(weights + 1);
                }
                match second {
                    Some(second) => {
                        self.set(column, second);
                        break;
                    }
                    None => forks.pop(),
                };
            }
        }
    }

    fn visit(&mut self, parent: usize, root: bool) -> Result<Visit, Fault> {
        if self.nodes.is_multiple_of(64) {
            self.control.go_on().map_err(|_| Fault::Cancelled)?;
            self.control.progress(self.nodes, 0);
            self.stopped |= self.control.expired();
        }
        self.nodes += 1;
        self.stopped |= self.nodes > self.effort.nodes;
        if self.stopped {
            return Ok(self.leave_open(parent));
        }
        let mut weights = parent;
        let mut point = Vec::new();
        match self.simplex.solve() {
            Relaxed::Solved(suggested) => {
                weights = self.remember(Weights::rounded(&suggested, self.sum));
                point = self.simplex.point();
                if self.most.is_none() {
                    self.round(&point);
                }
                let (bound, reduced) = self.evaluate(weights);
                if root {
                    self.root_bound = self.whole(weights, bound);
                    self.first = self.weights[weights].clone();
                }
                if self.closes(weights, bound) {
                    return Ok(self.close(weights));
                }
                self.fix_by(weights, bound, &reduced);
                if root {
                    self.narrow(&reduced);
                    self.shrink();
                }
            }
            Relaxed::Contradiction(suggested) => {
                let ray = self.remember(Weights::contradiction(&suggested));
                let (bound, _) = self.evaluate(ray);
                if self.closes(ray, bound) {
                    return Ok(self.close(ray));
                }
                self.weights.pop();
            }
            Relaxed::GaveUp => {}
        }
        Ok(match self.branching(&point, root) {
            Some((column, first)) => Visit::Branch { column, first, weights },
            None => self.leaf(),
        })
    }

    /// Everything is decided: a portfolio, or one broken row as the reason why not.
    fn leaf(&mut self) -> Visit {
        if let Some(row) = self.left.iter().position(|left| *left < 0) {
            let each = (0..self.left.len()).map(|i| i64::from(i == row)).collect();
            let ray = self.remember(Weights { shift: None, each });
            return self.close(ray);
        }
        if self.worth > self.cutoff {
            let choice: Vec<bool> = self.fixed.iter().map(|fixed| *fixed == Some(true)).collect();
            match self.most {
                None => {
                    self.cutoff = self.worth;
                    self.best = Some(choice);
                }
                Some(most) if self.found.len() < most => self.found.push(choice),
                Some(_) => self.stopped = true,
            }
        }
        self.close(0)
    }

    fn leave_open(&mut self, weights: usize) -> Visit {
        let (bound, _) = self.evaluate(weights);
        self.open_bound = self.open_bound.max(self.whole(weights, bound));
        self.step(Step::Open(weights));
        Visit::Done
    }

    fn close(&mut self, weights: usize) -> Visit {
        self.step(Step::Close(weights));
        Visit::Done
    }

    /// After the root only undecided columns matter.
    fn shrink(&mut self) {
        if self.trail.is_empty() {
            return;
        }
        self.core = (0..self.fixed.len()).filter(|column| self.fixed[*column].is_none()).collect();
        for (place, &column) in self.core.iter().enumerate() {
            self.place[column] = place;
        }
        self.simplex = Simplex::new(self.rows, &self.core, &self.left);
        self.trail.clear();
        // The relaxation of the core is the same one; it only has to be reached again.
        let _ = self.simplex.solve();
    }
}
