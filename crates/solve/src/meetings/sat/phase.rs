//! Which value is tried first: the last one, or that of the longest trail without a conflict (Biere and Fleury).

use super::Lit;

pub(super) struct Phases {
    last: Vec<bool>,
    best: Vec<bool>,
    /// Length of the trail that `best` is from.
    length: usize,
}

impl Phases {
    pub fn new(variables: usize) -> Self {
        Self { last: vec![false; variables], best: vec![false; variables], length: 0 }
    }

    /// One more variable.
    pub fn grow(&mut self) {
        self.last.push(false);
        self.best.push(false);
    }

    pub fn prefer(&mut self, lit: Lit) {
        self.last[lit.variable()] = lit.is_positive();
        self.best[lit.variable()] = lit.is_positive();
    }

    #[inline]
    pub fn save(&mut self, lit: Lit) {
        self.last[lit.variable()] = lit.is_positive();
    }

    /// The part of a trail that had no conflict.
    pub fn sound(&mut self, trail: &[Lit]) {
        if trail.len() > self.length {
            self.length = trail.len();
            trail.iter().for_each(|lit| self.best[lit.variable()] = lit.is_positive());
        }
    }

    /// Shorter trails count again.
    pub fn forget_length(&mut self) {
        self.length = 0;
    }

    pub fn first(&self, variable: usize, patient: bool) -> Lit {
        Lit::new(variable, if patient { self.best[variable] } else { self.last[variable] })
    }
}
