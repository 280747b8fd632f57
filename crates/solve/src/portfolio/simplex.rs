//! A small bounded dual simplex over floats. It only *suggests* multipliers and a branching order:
//! every bound that counts is computed again in integers by `bound`.

use super::rows::Rows;

const EPS: f64 = 1e-9;
/// Rounding errors of the tableau are thrown away by starting over after so many pivots.
const REFRESH: usize = 4000;

/// What the relaxation says about the current fixings.
pub(crate) enum Relaxed {
    /// Multipliers per row, none negative; [`Simplex::point`] holds the fractional choice.
    Solved(Vec<f64>),
    /// A combination of rows that no choice can meet.
    Contradiction(Vec<f64>),
    /// Too many pivots; nothing is known.
    GaveUp,
}

/// `max value * x` over rows, with every column between 0 and 1 or fixed by [`Simplex::fix`].
///
/// All columns are boxed, so any change of bounds leaves the basis dual feasible after flips and the
/// search may jump about in its tree without storing tableaus.
pub(crate) struct Simplex {
    rows: usize,
    /// Which rows of the problem these are, and how many it has.
    kept: Vec<usize>,
    all: usize,
    /// Structural columns, then one slack per row.
    width: usize,
    columns: usize,
    original: Vec<f64>,
    value: Vec<f64>,
    limit: Vec<f64>,
    sizes: Vec<f64>,
    table: Vec<f64>,
    reduced: Vec<f64>,
    beta: Vec<f64>,
    basis: Vec<usize>,
    basic: Vec<bool>,
    upper: Vec<bool>,
    low: Vec<f64>,
    high: Vec<f64>,
    pivots: usize,
}

impl Simplex {
    /// Takes the columns of `rows` listed in `core`; `limit` is what is left of each row. Rows that the
    /// core cannot break are left out.
    pub fn new(rows: &Rows, core: &[usize], limit: &[i128]) -> Simplex {
        let most = |i: &usize| core.iter().map(|&j| i128::from(rows.rows[*i].coef[j].max(0))).sum::<i128>();
        let kept: Vec<usize> = (0..rows.rows.len()).filter(|i| most(i) > limit[*i]).collect();
        let (m, n) = (kept.len(), core.len());
        let width = n + m;
        let mut original = vec![0.0; m * width];
        let mut scaled = vec![0.0; m];
        let mut sizes = Vec::with_capacity(m);
        for (i, &row) in kept.iter().enumerate() {
            let coef = &rows.rows[row].coef;
            // Rows are scaled to unit size: money in minor units would drown counts otherwise.
            let size = core.iter().map(|&j| coef[j].unsigned_abs()).max().unwrap_or(1).max(1) as f64;
            for (j, &column) in core.iter().enumerate() {
                original[i * width + j] = coef[column] as f64 / size;
            }
            original[i * width + n + i] = 1.0;
            scaled[i] = limit[row] as f64 / size;
            sizes.push(size);
        }
        let mut value: Vec<f64> = core.iter().map(|&j| rows.value[j] as f64).collect();
        value.resize(width, 0.0);
        let mut high = vec![1.0; n];
        high.resize(width, f64::INFINITY);
        let mut simplex = Simplex {
            rows: m,
            all: rows.rows.len(),
            kept,
            width,
            columns: n,
            original,
            value,
            limit: scaled,
            sizes,
            table: Vec::new(),
            reduced: Vec::new(),
            beta: Vec::new(),
            basis: Vec::new(),
            basic: Vec::new(),
            upper: vec![false; width],
            low: vec![0.0; width],
            high,
            pivots: 0,
        };
        simplex.restart();
        simplex
    }

    /// Fixes a column to 0 or 1, or frees it with `None`.
    pub fn fix(&mut self, column: usize, to: Option<bool>) {
        let (low, high) = match to {
            Some(true) => (1.0, 1.0),
            Some(false) => (0.0, 0.0),
            None => (0.0, 1.0),
        };
        let before = self.at(column);
        (self.low[column], self.high[column]) = (low, high);
        if self.basic[column] {
            return;
        }
        self.upper[column] = if to.is_some() { false } else { self.reduced[column] > 0.0 };
        let step = self.at(column) - before;
        self.shift(column, step);
    }

    /// Re-optimises after changes of bounds.
    pub fn solve(&mut self) -> Relaxed {
        if self.pivots > REFRESH {
            self.restart();
        }
        let patience = self.pivots + 50 * (self.rows + 10) + self.width;
        while let Some(row) = self.worst_row() {
            if self.pivots > patience {
                return Relaxed::GaveUp;
            }
            let raise = self.beta[row] < self.low[self.basis[row]];
            match self.entering(row, raise) {
                Some(column) => self.pivot(row, column, raise),
                None => return Relaxed::Contradiction(self.ray(row, raise)),
            }
        }
        Relaxed::Solved(self.spread(|i| -self.reduced[self.columns + i]))
    }

    /// The fractional choice after a solved relaxation, one number per column.
    pub fn point(&self) -> Vec<f64> {
        let mut point: Vec<f64> = (0..self.columns).map(|column| self.at(column)).collect();
        for (row, &column) in self.basis.iter().enumerate() {
            if column < self.columns {
                point[column] = self.beta[row];
            }
        }
        point
    }

    fn restart(&mut self) {
        self.pivots = 0;
        self.table = self.original.clone();
        self.reduced = self.value.clone();
        self.basis = (0..self.rows).map(|i| self.columns + i).collect();
        self.basic = (0..self.width).map(|j| j >= self.columns).collect();
        self.beta = self.limit.clone();
        for column in 0..self.columns {
            self.upper[column] = self.low[column] < self.high[column] && self.reduced[column] > 0.0;
            let at = self.at(column);
            self.shift(column, at);
        }
    }

    fn at(&self, column: usize) -> f64 {
        if self.upper[column] { self.high[column] } else { self.low[column] }
    }

    fn shift(&mut self, column: usize, step: f64) {
        if step != 0.0 {
            for (i, beta) in self.beta.iter_mut().enumerate() {
                *beta -= self.table[i * self.width + column] * step;
            }
        }
    }

    /// The row whose basic column is furthest outside its bounds.
    fn worst_row(&self) -> Option<usize> {
        let mut worst = (0.0, None);
        for row in 0..self.rows {
            let column = self.basis[row];
            let miss = (self.low[column] - self.beta[row]).max(self.beta[row] - self.high[column]);
            if miss > EPS && miss > worst.0 {
                worst = (miss, Some(row));
            }
        }
        worst.1
    }

    /// Ratio test that lets boxed columns flip over as long as the row stays infeasible.
    fn entering(&mut self, row: usize, raise: bool) -> Option<usize> {
        let sign = if raise { 1.0 } else { -1.0 };
        let basic = self.basis[row];
        let mut slope = if raise { self.low[basic] - self.beta[row] } else { self.beta[row] - self.high[basic] };
        let cells = &self.table[row * self.width..(row + 1) * self.width];
        let mut able: Vec<(f64, f64, usize)> = Vec::new();
        for (column, &cell) in cells.iter().enumerate() {
            if self.basic[column] || self.low[column] == self.high[column] {
                continue;
            }
            let alpha = sign * cell;
            if (!self.upper[column] && alpha < -EPS) || (self.upper[column] && alpha > EPS) {
                able.push((self.reduced[column].abs() / alpha.abs(), alpha.abs(), column));
            }
        }
        able.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
        for (place, &(_, alpha, column)) in able.iter().enumerate() {
            slope -= alpha * (self.high[column] - self.low[column]);
            if slope <= EPS {
                able.truncate(place);
                for &(_, _, flipped) in &able {
                    let step = if self.upper[flipped] { -1.0 } else { 1.0 } * (self.high[flipped] - self.low[flipped]);
                    self.upper[flipped] = !self.upper[flipped];
                    self.shift(flipped, step);
                }
                return Some(column);
            }
        }
        None
    }

    fn pivot(&mut self, row: usize, column: usize, raise: bool) {
        self.pivots += 1;
        let leaving = self.basis[row];
        let bound = if raise { self.low[leaving] } else { self.high[leaving] };
        let width = self.width;
        let pivot = self.table[row * width + column];
        let step = (self.beta[row] - bound) / pivot;
        let entered = self.at(column) + step;
        self.shift(column, step);
        self.beta[row] = entered;
        let mut lead: Vec<(usize, f64)> = Vec::new();
        for (at, cell) in self.table[row * width..(row + 1) * width].iter_mut().enumerate().filter(|(_, cell)| **cell != 0.0) {
            *cell /= pivot;
            lead.push((at, *cell));
        }
        for i in (0..self.rows).filter(|i| *i != row) {
            let cells = &mut self.table[i * width..(i + 1) * width];
            eliminate(cells, cells[column], &lead);
        }
        let factor = self.reduced[column];
        eliminate(&mut self.reduced, factor, &lead);
        self.reduced[column] = 0.0;
        self.basis[row] = column;
        self.basic[column] = true;
        self.basic[leaving] = false;
        self.upper[leaving] = !raise && self.low[leaving] < self.high[leaving];
    }

    /// Weights of the kept rows as weights of all rows in their own units, none negative.
    fn spread(&self, weight: impl Fn(usize) -> f64) -> Vec<f64> {
        let mut all = vec![0.0; self.all];
        for (i, &row) in self.kept.iter().enumerate() {
            all[row] = (weight(i) / self.sizes[i]).max(0.0);
        }
        all
    }

    fn ray(&self, row: usize, raise: bool) -> Vec<f64> {
        let sign = if raise { 1.0 } else { -1.0 };
        let slack = |i: usize| self.table[row * self.width + self.columns + i];
        self.spread(|i| sign * slack(i))
    }
}

/// Takes a multiple of the pivot row, given by its non-zero cells, off another row.
fn eliminate(cells: &mut [f64], factor: f64, lead: &[(usize, f64)]) {
    if factor == 0.0 {
        return;
    }
    if lead.len() == cells.len() {
        cells.iter_mut().zip(lead).for_each(|(cell, (_, lead))| *cell -= factor * lead);
    } else {
        lead.iter().for_each(|&(at, lead)| cells[at] -= factor * lead);
    }
}
