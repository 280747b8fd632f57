//! Learning from a conflict: the first unique implication point, without literals that others imply.

use super::propagate::Conflict;
use super::{Lit, Mark, Reason, Solver};

impl Solver {
    /// A clause that the conflict teaches, the literal to set first, and the level to go back to.
    pub(super) fn learn(&mut self, conflict: Conflict) -> (Vec<Lit>, usize) {
        let here = self.heads.len() as u32;
        let mut clause = vec![Lit(0)];
        let mut why = Vec::new();
        match conflict {
            Conflict::Clause(at) => {
                self.renew(at);
                why.extend(self.lits(at).iter().map(|lit| !*lit));
            }
            Conflict::Limit(number) => self.explain_limit(number, None, &mut why),
        }
        let mut open = 0;
        let mut at = self.trail.len();
        loop {
            for &lit in &why {
                let variable = lit.variable();
                if self.mark[variable] != Mark::None || self.level[variable] == 0 {
                    continue;
                }
                self.mark[variable] = Mark::Clause;
                self.order.bump(variable);
                if self.level[variable] == here {
                    open += 1;
                } else {
                    clause.push(!lit);
                }
            }
            at -= 1;
            while self.mark[self.trail[at].variable()] == Mark::None {
                at -= 1;
            }
            let lit = self.trail[at];
            open -= 1;
            self.mark[lit.variable()] = Mark::None;
            if open == 0 {
                clause[0] = !lit;
                break;
            }
            why.clear();
            if let Reason::Clause(at) = self.reason[lit.variable()] {
                self.renew(at);
            }
            self.explain(lit, &mut why);
        }
        self.shorten(&mut clause);
        let second = (1..clause.len()).max_by_key(|at| self.level[clause[*at].variable()]);
        let back = second.map_or(0, |at| {
            clause.swap(1, at);
            self.level[clause[1].variable()] as usize
        });
        (clause, back)
    }

    /// Decision levels of literals.
    pub(super) fn levels(&self, lits: &[Lit]) -> usize {
        let mut levels: Vec<u32> = lits.iter().map(|lit| self.level[lit.variable()]).collect();
        levels.sort_unstable();
        levels.dedup();
        levels.len()
    }

    /// A learnt clause that is of use may span fewer levels by now.
    fn renew(&mut self, clause: u32) {
        let old = self.arena[clause as usize + 1].0;
        if old > 2 {
            let new = self.levels(self.lits(clause)) as u32;
            self.arena[clause as usize + 1].0 = new.clamp(1, old);
        }
    }

    /// Finds what is supposed that makes a supposed literal false.
    pub(super) fn blame(&mut self, lit: Lit) {
        self.blamed = vec![lit];
        let mut why = vec![!lit];
        let first = self.heads.first().map_or(self.trail.len(), |head| *head as usize);
        for at in (first..self.trail.len()).rev() {
            for lit in why.drain(..).filter(|lit| self.level[lit.variable()] > 0) {
                self.mark[lit.variable()] = Mark::Clause;
            }
            let lit = self.trail[at];
            if self.mark[lit.variable()] == Mark::None {
                continue;
            }
            self.mark[lit.variable()] = Mark::None;
            match self.reason[lit.variable()] {
                Reason::None => self.blamed.push(lit),
                _ => self.explain(lit, &mut why),
            }
        }
    }

    /// The true literals that made a literal true.
    pub(super) fn explain(&self, lit: Lit, why: &mut Vec<Lit>) {
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
