//! What multipliers say at a node: the exact bound, whether it closes the case, and what it decides.

use super::super::weights::Weights;
use super::Search;
use crate::portfolio::certificate::Step;

impl Search<'_> {
    /// The largest sum of values that a bound allows.
    pub(super) fn whole(&self, weights: usize, bound: i128) -> i64 {
        let shift = self.weights[weights].shift.unwrap_or(0);
        let whole = (bound >> shift).div_euclid(i128::from(self.unit)) * i128::from(self.unit);
        i64::try_from(whole).unwrap_or(i64::MAX)
    }

    /// The smallest sum of values above the cutoff.
    fn goal(&self) -> i128 {
        (i128::from(self.cutoff).div_euclid(i128::from(self.unit)) + 1) * i128::from(self.unit)
    }

    pub(super) fn closes(&self, weights: usize, bound: i128) -> bool {
        match self.weights[weights].shift {
            Some(shift) => bound < self.goal() << shift,
            None => bound < 0,
        }
    }

    /// The exact bound at this node times `2^shift`, and the reduced value of every core column.
    pub(super) fn evaluate(&self, weights: usize) -> (i128, Vec<i128>) {
        let Weights { shift, each } = &self.weights[weights];
        let scale = shift.map_or(0, |shift| 1i128 << shift);
        let mut bound = scale * i128::from(self.worth);
        for (&weight, &left) in each.iter().zip(&self.left) {
            bound += i128::from(weight) * left;
        }
        let mut reduced = vec![0; self.core.len()];
        for (place, &column) in self.core.iter().enumerate().filter(|(_, column)| self.fixed[**column].is_none()) {
            let mut gain = scale * i128::from(self.rows.value[column]);
            for &(row, coef) in &self.cells[column] {
                gain -= i128::from(each[row]) * i128::from(coef);
            }
            reduced[place] = gain;
            bound += gain.max(0);
        }
        (bound, reduced)
    }

    pub(super) fn fix_by(&mut self, weights: usize, bound: i128, reduced: &[i128]) {
        let Some(shift) = self.weights[weights].shift else { return };
        let spare = bound - (self.goal() << shift);
        let before = self.trail.len();
        for (place, &gain) in reduced.iter().enumerate() {
            let column = self.core[place];
            if self.fixed[column].is_none() && gain.abs() > spare {
                self.set(column, gain > 0);
            }
        }
        if self.trail.len() > before {
            self.step(Step::Fix(weights));
        }
    }

    /// Keeps only the most doubtful columns open and gives the others what the bound favours.
    pub(super) fn narrow(&mut self, reduced: &[i128]) {
        let Some(focus) = self.focus else { return };
        let mut open: Vec<(i128, usize)> = reduced.iter().copied().zip(self.core.iter().copied()).collect();
        open.retain(|(_, column)| self.fixed[*column].is_none());
        open.sort_by_key(|(gain, column)| (gain.abs(), *column));
        for &(gain, column) in open.iter().skip(focus) {
            self.set(column, gain > 0);
        }
    }
}
