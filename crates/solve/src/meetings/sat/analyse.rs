//! Learning from a conflict: the first unique implication point, without literals that others imply.

use super::propagate::Conflict;
use super::{Lit, Reason, Solver};

impl Solver {
    /// A clause that the conflict teaches, the literal to set first, and the level to go back to.
    pub(super) fn learn(&mut self, conflict: Conflict) -> (Vec<Lit>, usize) {
        let here = self.heads.len() as u32;
        let mut clause = vec![Lit(0)];
        let mut why = Vec::new();
        match conflict {
            Conflict::Clause(at) => why.extend(self.lits(at).iter().map(|lit| !*lit)),
            Conflict::Limit(number) => self.explain_limit(number, None, &mut why),
        }
        let mut open = 0;
        let mut at = self.trail.len();
        loop {
            for &lit in &why {
                let variable = lit.variable();
                if self.marked[variable] || self.level[variable] == 0 {
                    continue;
                }
                self.marked[variable] = true;
                self.order.bump(variable);
                if self.level[variable] == here {
                    open += 1;
                } else {
                    clause.push(!lit);
                }
            }
            at -= 1;
            while !self.marked[self.trail[at].variable()] {
                at -= 1;
            }
            let lit = self.trail[at];
            open -= 1;
            self.marked[lit.variable()] = false;
            if open == 0 {
                clause[0] = !lit;
                break;
            }
            why.clear();
            self.explain(lit, &mut why);
        }
        self.marked[clause[0].variable()] = true;
        let marked = clause.clone();
        self.shorten(&mut clause);
        marked.iter().for_each(|lit| self.marked[lit.variable()] = false);
        let second = (1..clause.len()).max_by_key(|at| self.level[clause[*at].variable()]);
        let back = second.map_or(0, |at| {
            clause.swap(1, at);
            self.level[clause[1].variable()] as usize
        });
        (clause, back)
    }

    /// Drops literals whose reasons are all in the clause.
    fn shorten(&self, clause: &mut Vec<Lit>) {
        let mut why = Vec::new();
        let mut nth = 0;
        clause.retain(|lit| {
            nth += 1;
            if nth == 1 || self.reason[lit.variable()] == Reason::None {
                return true;
            }
            why.clear();
            self.explain(!*lit, &mut why);
            why.iter().any(|other| !self.marked[other.variable()] && self.level[other.variable()] > 0)
        });
    }

    /// The true literals that made a literal true.
    fn explain(&self, lit: Lit, why: &mut Vec<Lit>) {
        match self.reason[lit.variable()] {
            Reason::None => {}
            Reason::Clause(clause) => why.extend(self.lits(clause).iter().filter(|other| **other != lit).map(|other| !*other)),
            Reason::Limit(number) => self.explain_limit(number, Some(lit), why),
        }
    }

    /// True literals of a limit that leave no room for the literal made false (or are too many by themselves).
    fn explain_limit(&self, number: u32, lit: Option<Lit>, why: &mut Vec<Lit>) {
        let limit = &self.limits[number as usize];
        let until = lit.map_or(u32::MAX, |lit| self.depth[lit.variable()]);
        let own = lit.map_or(0, |lit| limit.lits.iter().find(|(other, _)| *other == !lit).map_or(0, |(_, weight)| *weight));
        let mut sum = own;
        for &(other, weight) in &limit.lits {
            if sum > limit.most {
                break;
            }
            if self.value[other.index()] == 1 && self.depth[other.variable()] < until {
                sum += weight;
                why.push(other);
            }
        }
    }
}
