//! Small random changes to the best choice, repaired and filled up again: finds good choices where the
//! tree is too large. Proves nothing, and is the same for the same input.

use super::weights::Weights;
use crate::Control;
use crate::portfolio::rows::Rows;

/// Columns that change: the most doubtful ones, and a few per row.
const DOUBTFUL: usize = 40;

/// Tries `rounds` changes, fewer when time is up, and returns the best choice seen.
pub(super) fn improved(rows: &Rows, weights: &Weights, best: Vec<bool>, rounds: u64, control: Control<'_>) -> Vec<bool> {
    let mut state = State::new(rows, weights, best);
    if state.doubtful.is_empty() {
        return state.best;
    }
    for round in 0..rounds {
        if round % 256 == 0 && control.expired() {
            break;
        }
        state.shake();
        if state.repair() {
            state.fill();
        }
        state.keep_or_return();
    }
    state.best
}

struct State<'a> {
    rows: &'a Rows,
    cells: Vec<Vec<(usize, i64)>>,
    /// Columns by how doubtful the bound leaves them, the most doubtful first.
    doubtful: Vec<usize>,
    /// The same columns, the most gainful first.
    gainful: Vec<usize>,
    /// What the bound says each column is worth after paying for the rows.
    gain: Vec<f64>,
    choice: Vec<bool>,
    left: Vec<i128>,
    worth: i64,
    best: Vec<bool>,
    best_worth: i64,
    kept: Vec<bool>,
    kept_worth: i64,
    /// Columns changed on purpose in this round.
    held: Vec<usize>,
    random: u64,
}

impl<'a> State<'a> {
    fn new(rows: &'a Rows, weights: &Weights, best: Vec<bool>) -> State<'a> {
        let scale = weights.shift.map_or(1.0, |shift| (1u128 << shift) as f64);
        let mut gain: Vec<f64> = rows.value.iter().map(|&value| value as f64).collect();
        let mut cells = vec![Vec::new(); gain.len()];
        let mut left: Vec<i128> = rows.rows.iter().map(|row| i128::from(row.limit)).collect();
        for (i, row) in rows.rows.iter().enumerate() {
            let weight = weights.each.get(i).copied().unwrap_or(0) as f64 / scale;
            for (column, &coef) in row.coef.iter().enumerate().filter(|(_, coef)| **coef != 0) {
                cells[column].push((i, coef));
                gain[column] -= weight * coef as f64;
                left[i] -= if best[column] { i128::from(coef) } else { 0 };
            }
        }
        let mut doubtful: Vec<usize> = (0..gain.len()).collect();
        doubtful.sort_by(|&a, &b| gain[a].abs().total_cmp(&gain[b].abs()).then(a.cmp(&b)));
        doubtful.truncate(DOUBTFUL + 4 * rows.rows.len().min(40));
        let mut gainful = doubtful.clone();
        gainful.sort_by(|&a, &b| gain[b].total_cmp(&gain[a]).then(a.cmp(&b)));
        let worth = rows.worth(&best);
        let (choice, kept) = (best.clone(), best.clone());
        State {
            rows,
            cells,
            doubtful,
            gainful,
            gain,
            choice,
            left,
            worth,
            best,
            best_worth: worth,
            kept,
            kept_worth: worth,
            held: Vec::new(),
            random: 0x9e37_79b9_7f4a_7c15,
        }
    }

    /// The next pseudo-random number below `limit`.
    fn below(&mut self, limit: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random % limit.max(1) as u64) as usize
    }

    fn turn(&mut self, column: usize) {
        let inside = !self.choice[column];
        self.choice[column] = inside;
        let sign = if inside { 1 } else { -1 };
        self.worth += sign * self.rows.value[column];
        for &(row, coef) in &self.cells[column] {
            self.left[row] -= i128::from(sign) * i128::from(coef);
        }
    }

    fn shake(&mut self) {
        self.held.clear();
        for _ in 0..1 + self.below(5) {
            let place = self.below(self.doubtful.len());
            let column = self.doubtful[place];
            if !self.held.contains(&column) {
                self.held.push(column);
                self.turn(column);
            }
        }
    }

    /// Takes the least gainful doubtful columns out until no row is broken.
    fn repair(&mut self) -> bool {
        while let Some(row) = self.left.iter().position(|left| *left < 0) {
            let helps = |column: &usize| self.cells[*column].iter().any(|&(other, coef)| other == row && coef > 0);
            let out = self.doubtful.iter().copied().filter(|column| self.choice[*column] && !self.held.contains(column)).filter(helps);
            match out.min_by(|&a, &b| self.gain[a].total_cmp(&self.gain[b])) {
                Some(column) => self.turn(column),
                None => return false,
            }
        }
        true
    }

    /// Adds what fits: the most gainful first, or starting anywhere among the doubtful columns.
    fn fill(&mut self) {
        let gainful = self.below(2) == 0;
        let start = self.below(self.doubtful.len());
        for place in 0..self.doubtful.len() {
            let column = if gainful { self.gainful[place] } else { self.doubtful[(start + place) % self.doubtful.len()] };
            let fits = |&(row, coef): &(usize, i64)| coef < 0 || self.left[row] >= i128::from(coef);
            if !self.choice[column] && !self.held.contains(&column) && self.cells[column].iter().all(fits) {
                self.turn(column);
            }
        }
    }

    /// Goes on from what is as good as before; sometimes from a little less, now and then from the best.
    fn keep_or_return(&mut self) {
        let allowed = self.left.iter().all(|left| *left >= 0);
        if allowed && self.worth > self.best_worth {
            self.best_worth = self.worth;
            self.best = self.choice.clone();
        }
        let slack = self.best_worth / 1000 + 1;
        if allowed && (self.worth >= self.kept_worth || (self.below(20) == 0 && self.worth >= self.best_worth - slack)) {
            self.kept_worth = self.worth;
            self.kept.clone_from(&self.choice);
            return;
        }
        if self.below(500) == 0 {
            self.kept_worth = self.best_worth;
            self.kept.clone_from(&self.best);
        }
        for column in 0..self.kept.len() {
            if self.choice[column] != self.kept[column] {
                self.turn(column);
            }
        }
    }
}
