//! A small bounded dual simplex over floats. It only *suggests* multipliers and a branching order:
//! every bound that counts is computed again in integers by `bound`.

use super::rows::Rows;

const EPS: f64 = 1e-7;
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
    /// Structural columns; the slack of row `i` is variable `columns + i`.
    columns: usize,
    original: Vec<f64>,
    value: Vec<f64>,
    limit: Vec<f64>,
    sizes: Vec<f64>,
    /// `rows * columns` cells: what each basic variable loses per unit of a variable that is not basic.
    table: Vec<f64>,
    reduced: Vec<f64>,
    beta: Vec<f64>,
    /// The variable of each row and of each column of the table.
    basis: Vec<usize>,
    other: Vec<usize>,
    /// Per variable: its column in the table, `None` while it is basic.
    column: Vec<Option<usize>>,
    /// The pivot row, and the places where it is not zero.
    lead: Vec<f64>,
    filled: Vec<usize>,
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
        let mut original = Vec::with_capacity(m * n);
        let (mut scaled, mut sizes) = (Vec::with_capacity(m), Vec::with_capacity(m));
        for &row in &kept {
            let coef = &rows.rows[row].coef;
            // Rows are scaled to unit size: money in minor units would drown counts otherwise.
            let size = core.iter().map(|&j| coef[j].unsigned_abs()).max().unwrap_or(1).max(1) as f64;
            original.extend(core.iter().map(|&column| coef[column] as f64 / size));
            scaled.push(limit[row] as f64 / size);
            sizes.push(size);
        }
        let mut high = vec![1.0; n];
        high.resize(n + m, f64::INFINITY);
        let mut simplex = Simplex {
            rows: m,
            all: rows.rows.len(),
            kept,
            columns: n,
            original,
            value: core.iter().map(|&j| rows.value[j] as f64).collect(),
            limit: scaled,
            sizes,
            table: Vec::new(),
            reduced: Vec::new(),
            beta: Vec::new(),
            basis: Vec::new(),
            other: Vec::new(),
            column: Vec::new(),
            lead: vec![0.0; n],
            filled: Vec::new(),
            upper: vec![false; n + m],
            low: vec![0.0; n + m],
            high,
            pivots: 0,
        };
        simplex.restart();
        simplex
    }

    /// Size of the table, at least 1.
    pub fn cells(&self) -> u64 {
        self.table.len().max(1) as u64
    }

    /// Fixes a column to 0 or 1, or frees it with `None`.
    pub fn fix(&mut self, variable: usize, to: Option<bool>) {
        let (low, high) = match to {
            Some(true) => (1.0, 1.0),
            Some(false) => (0.0, 0.0),
            None => (0.0, 1.0),
        };
        let before = self.at(variable);
        (self.low[variable], self.high[variable]) = (low, high);
        let Some(column) = self.column[variable] else { return };
        self.upper[variable] = to.is_none() && self.reduced[column] > 0.0;
        let step = self.at(variable) - before;
        self.shift(column, step);
    }

    /// Re-optimises after changes of bounds.
    pub fn solve(&mut self) -> Relaxed {
        if self.pivots > REFRESH {
            self.restart();
        }
        let patience = self.pivots + 51 * self.rows + self.columns + 500;
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
        Relaxed::Solved(self.spread(|slack| self.column[slack].map_or(0.0, |column| -self.reduced[column])))
    }

    /// The fractional choice after a solved relaxation, one number per column.
    pub fn point(&self) -> Vec<f64> {
        let mut point: Vec<f64> = (0..self.columns).map(|variable| self.at(variable)).collect();
        for (&variable, &beta) in self.basis.iter().zip(&self.beta) {
            if variable < self.columns {
                point[variable] = beta;
            }
        }
        point
    }

    fn restart(&mut self) {
        self.pivots = 0;
        self.table.clone_from(&self.original);
        self.reduced.clone_from(&self.value);
        self.beta.clone_from(&self.limit);
        self.basis = (self.columns..self.columns + self.rows).collect();
        self.other = (0..self.columns).collect();
        self.column = (0..self.columns + self.rows).map(|variable| (variable < self.columns).then_some(variable)).collect();
        for column in 0..self.columns {
            self.upper[column] = self.low[column] < self.high[column] && self.reduced[column] > 0.0;
            let at = self.at(column);
            self.shift(column, at);
        }
        self.upper[self.columns..].fill(false);
    }

    fn at(&self, variable: usize) -> f64 {
        if self.upper[variable] { self.high[variable] } else { self.low[variable] }
    }

    fn shift(&mut self, column: usize, step: f64) {
        if step != 0.0 {
            for (beta, cells) in self.beta.iter_mut().zip(self.table.chunks_exact(self.columns)) {
                *beta -= cells[column] * step;
            }
        }
    }

    /// The row whose basic variable is furthest outside its bounds.
    fn worst_row(&self) -> Option<usize> {
        let mut worst = (0.0, None);
        for (row, (&variable, &beta)) in self.basis.iter().zip(&self.beta).enumerate() {
            let miss = (self.low[variable] - beta).max(beta - self.high[variable]);
            if miss > EPS && miss > worst.0 {
                worst = (miss, Some(row));
            }
        }
        worst.1
    }

    /// Ratio test that lets boxed variables flip over as long as the row stays infeasible.
    fn entering(&mut self, row: usize, raise: bool) -> Option<usize> {
        let sign = if raise { 1.0 } else { -1.0 };
        let basic = self.basis[row];
        let mut slope = if raise { self.low[basic] - self.beta[row] } else { self.beta[row] - self.high[basic] };
        let cells = &self.table[row * self.columns..(row + 1) * self.columns];
        let mut able: Vec<(f64, f64, usize)> = Vec::new();
        for (column, (&cell, &variable)) in cells.iter().zip(&self.other).enumerate() {
            let alpha = sign * cell;
            let able_to = if self.upper[variable] { alpha > EPS } else { alpha < -EPS };
            if able_to && self.low[variable] < self.high[variable] {
                able.push((self.reduced[column].abs() / alpha.abs(), alpha.abs(), column));
            }
        }
        able.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)).then(self.other[a.2].cmp(&self.other[b.2])));
        for (place, &(_, alpha, column)) in able.iter().enumerate() {
            let variable = self.other[column];
            slope -= alpha * (self.high[variable] - self.low[variable]);
            if slope <= EPS {
                able.truncate(place);
                for &(_, _, flipped) in &able {
                    let variable = self.other[flipped];
                    let step = if self.upper[variable] { -1.0 } else { 1.0 } * (self.high[variable] - self.low[variable]);
                    self.upper[variable] = !self.upper[variable];
                    self.shift(flipped, step);
                }
                return Some(column);
            }
        }
        None
    }

    /// Swaps the basic variable of a row, which goes to the bound it missed, with the one of a column.
    fn pivot(&mut self, row: usize, column: usize, raise: bool) {
        self.pivots += 1;
        let (leaving, entering) = (self.basis[row], self.other[column]);
        let bound = if raise { self.low[leaving] } else { self.high[leaving] };
        let width = self.columns;
        let pivot = self.table[row * width + column];
        let step = (self.beta[row] - bound) / pivot;
        let entered = self.at(entering) + step;
        self.shift(column, step);
        self.beta[row] = entered;
        self.lead.copy_from_slice(&self.table[row * width..(row + 1) * width]);
        self.lead[column] = 1.0;
        self.lead.iter_mut().for_each(|cell| *cell /= pivot);
        self.filled.clear();
        self.filled.extend((0..width).filter(|at| self.lead[*at] != 0.0));
        let lead = Lead { cells: &self.lead, filled: &self.filled, column };
        for cells in self.table.chunks_exact_mut(width) {
            lead.eliminate(cells);
        }
        lead.eliminate(&mut self.reduced);
        self.table[row * width..(row + 1) * width].copy_from_slice(&self.lead);
        (self.basis[row], self.other[column]) = (entering, leaving);
        (self.column[entering], self.column[leaving]) = (None, Some(column));
        self.upper[leaving] = !raise && self.low[leaving] < self.high[leaving];
    }

    /// Weights of the kept rows, told per slack, as weights of all rows in their own units, none negative.
    fn spread(&self, weight: impl Fn(usize) -> f64) -> Vec<f64> {
        let mut all = vec![0.0; self.all];
        for (i, &row) in self.kept.iter().enumerate() {
            all[row] = (weight(self.columns + i) / self.sizes[i]).max(0.0);
        }
        all
    }

    fn ray(&self, row: usize, raise: bool) -> Vec<f64> {
        let sign = if raise { 1.0 } else { -1.0 };
        let cell = |slack: usize| match self.column[slack] {
            Some(column) => self.table[row * self.columns + column],
            None if self.basis[row] == slack => 1.0,
            None => 0.0,
        };
        self.spread(|slack| sign * cell(slack))
    }
}

/// A pivot row after division by the pivot, with the column that the leaving variable takes over.
struct Lead<'a> {
    cells: &'a [f64],
    filled: &'a [usize],
    column: usize,
}

impl Lead<'_> {
    /// Takes the multiple of the pivot row off another row that clears the entering variable.
    fn eliminate(&self, cells: &mut [f64]) {
        let factor = std::mem::take(&mut cells[self.column]);
        if factor == 0.0 {
            return;
        }
        // A long row is quicker to walk over whole than by places.
        if 4 * self.filled.len() > cells.len() {
            cells.iter_mut().zip(self.cells).for_each(|(cell, lead)| *cell -= factor * lead);
        } else {
            self.filled.iter().for_each(|&at| cells[at] -= factor * self.cells[at]);
        }
    }
}
