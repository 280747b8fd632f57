//! From a fractional choice to an allowed one.

use super::search::Search;

impl Search<'_> {
    /// Rounds the fractional choice down and fills what is left, most nearly chosen first.
    pub(super) fn round(&mut self, point: &[f64]) {
        let mut left = self.left.clone();
        let mut choice: Vec<bool> = self.fixed.iter().map(|fixed| *fixed == Some(true)).collect();
        let mut open: Vec<(f64, usize)> = Vec::new();
        for (place, &column) in self.core.iter().enumerate().filter(|(_, column)| self.fixed[**column].is_none()) {
            if point[place] > 1.0 - 1e-6 {
                take(&self.cells[column], &mut left);
                choice[column] = true;
            } else {
                open.push((point[place], column));
            }
        }
        let value = &self.rows.value;
        open.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(value[b.1].cmp(&value[a.1])).then(a.1.cmp(&b.1)));
        for (_, column) in open {
            let cells = &self.cells[column];
            if cells.iter().all(|&(row, coef)| coef < 0 || left[row] >= i128::from(coef)) {
                take(cells, &mut left);
                choice[column] = true;
            }
        }
        let worth = self.rows.worth(&choice);
        if worth > self.cutoff && left.iter().all(|left| *left >= 0) {
            self.cutoff = worth;
            self.best = Some(choice);
        }
    }
}

fn take(cells: &[(usize, i64)], left: &mut [i128]) {
    for &(row, coef) in cells {
        left[row] -= i128::from(coef);
    }
}
