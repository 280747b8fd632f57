//! Which column to decide next, and deciding it or taking that back.

use super::super::weights::Weights;
use super::Search;

impl Search<'_> {
    pub(super) fn branching(&self, point: &[f64], root: bool) -> Option<(usize, bool)> {
        let again;
        let point = if root && point.len() != self.core.len() {
            again = self.simplex.point();
            &again
        } else {
            point
        };
        let open = self.core.iter().enumerate().filter(|(_, column)| self.fixed[**column].is_none());
        let share = |place: usize| point.get(place).copied().unwrap_or(1.0);
        let split = |place: usize| (share(place) - 0.5).abs();
        open.min_by(|a, b| split(a.0).total_cmp(&split(b.0))).map(|(place, &column)| (column, share(place) >= 0.5))
    }

    pub(super) fn set(&mut self, column: usize, inside: bool) {
        self.fixed[column] = Some(inside);
        self.trail.push(column);
        self.simplex.fix(self.place[column], Some(inside));
        if inside {
            self.worth += self.rows.value[column];
            for &(row, coef) in &self.cells[column] {
                self.left[row] -= i128::from(coef);
            }
        }
    }

    pub(super) fn undo(&mut self, trail: usize) {
        for column in self.trail.split_off(trail) {
            if self.fixed[column].take() == Some(true) {
                self.worth -= self.rows.value[column];
                for &(row, coef) in &self.cells[column] {
                    self.left[row] += i128::from(coef);
                }
            }
            self.simplex.fix(self.place[column], None);
        }
    }

    pub(super) fn remember(&mut self, weights: Weights) -> usize {
        self.weights.push(weights);
        self.weights.len() - 1
    }
}
