//! The walk recorded as a proof.

use super::search::Search;
use super::weights::Weights;
use crate::portfolio::certificate::{Multiplier, Proof, Step};

impl Search<'_> {
    /// Whether the walk is still recorded as a proof.
    pub(super) fn keeps(&self) -> bool {
        !self.overflow && !self.halted && self.most.is_none()
    }

    pub(super) fn step(&mut self, step: Step) {
        if !self.keeps() {
            return;
        }
        self.steps.push(step);
        if self.steps.len() > self.effort.steps {
            self.overflow = true;
            self.steps = Vec::new();
        }
    }

    /// The walk as a proof about the whole problem; only its first bound when it was too long to keep.
    pub fn proof(&self) -> Option<Proof> {
        let rows = self.rows;
        if self.halted || self.most.is_some() || rows.rows.iter().any(|row| row.key == usize::MAX) {
            return None;
        }
        let name = |weights: &Weights| Multiplier {
            shift: weights.shift,
            weights: rows.rows.iter().zip(&weights.each).filter(|(_, w)| **w != 0).map(|(row, &w)| (row.key, w)).collect(),
        };
        let named = |step: &Step| match *step {
            Step::Branch { project, first_in } => Step::Branch { project: rows.column[project], first_in },
            other => other,
        };
        let cutoff = rows.base.saturating_add(self.cutoff);
        Some(match self.overflow {
            true => Proof { cutoff, multipliers: vec![name(&self.first)], steps: vec![Step::Open(0)] },
            false => Proof { cutoff, multipliers: self.weights.iter().map(name).collect(), steps: self.steps.iter().map(named).collect() },
        })
    }
}
