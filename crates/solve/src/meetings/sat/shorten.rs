//! Learnt clauses without the literals that the others imply (Sörensson and Biere).

use super::{Lit, Reason, Solver};

/// What is known of a variable while a clause is learnt.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    /// In the clause.
    Clause,
    /// Implied by the clause, or not.
    Implied,
    Open,
}

/// Reasons of reasons that are followed.
const DEEPEST: u32 = 200;

impl Solver {
    /// Drops literals that the others imply, by way of any literals in between, and clears the marks.
    pub(super) fn shorten(&mut self, clause: &mut Vec<Lit>) {
        let mut seen: Vec<usize> = clause.iter().map(|lit| lit.variable()).collect();
        seen.iter().for_each(|variable| self.mark[*variable] = Mark::Clause);
        let levels = clause.iter().fold(0u64, |mask, lit| mask | self.level_bit(lit.variable()));
        let mut nth = 0;
        clause.retain(|lit| {
            nth += 1;
            nth == 1 || self.reason[lit.variable()] == Reason::None || !self.is_implied(!*lit, levels, 0, &mut seen)
        });
        seen.iter().for_each(|variable| self.mark[*variable] = Mark::None);
    }

    /// Whether the reasons of a true literal all lead back to the clause, whose levels are given as bits.
    fn is_implied(&mut self, lit: Lit, levels: u64, depth: u32, seen: &mut Vec<usize>) -> bool {
        let mut why = Vec::new();
        self.explain(lit, &mut why);
        why.into_iter().all(|other| {
            let variable = other.variable();
            match self.mark[variable] {
                _ if self.level[variable] == 0 => return true,
                Mark::Clause | Mark::Implied => return true,
                Mark::Open => return false,
                Mark::None => {}
            }
            let may = depth < DEEPEST && self.reason[variable] != Reason::None && levels & self.level_bit(variable) != 0;
            let implied = may && self.is_implied(other, levels, depth + 1, seen);
            self.mark[variable] = if implied { Mark::Implied } else { Mark::Open };
            seen.push(variable);
            implied
        })
    }

    fn level_bit(&self, variable: usize) -> u64 {
        1 << (self.level[variable] % 64)
    }
}
