//! What a literal watches: a clause, and another of its literals.

use super::Lit;

/// In a clause of two literals the other one is all there is to know.
#[derive(Clone, Copy)]
pub(super) struct Watch {
    /// Place of the clause; the highest bit says that it has two literals.
    clause: u32,
    /// When true, nothing needs to be done.
    pub blocker: Lit,
}

const PAIR: u32 = 1 << 31;

impl Watch {
    pub fn new(clause: u32, length: usize, blocker: Lit) -> Self {
        Self { clause: clause | if length == 2 { PAIR } else { 0 }, blocker }
    }

    #[inline]
    pub fn clause(self) -> u32 {
        self.clause & !PAIR
    }

    #[inline]
    pub fn is_pair(self) -> bool {
        self.clause & PAIR != 0
    }
}
