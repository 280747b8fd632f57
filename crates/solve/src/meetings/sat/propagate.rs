//! Unit propagation over clauses and limits.

use super::{Lit, Reason, Solver, Watch};

/// Numbers before the literals of a clause.
pub(super) const HEAD: usize = 2;

/// The rule that cannot be met any more.
#[derive(Clone, Copy)]
pub(super) enum Conflict {
    Clause(u32),
    Limit(u32),
}

impl Solver {
    /// Makes a literal true.
    pub(super) fn set(&mut self, lit: Lit, reason: Reason) {
        let variable = lit.variable();
        self.value[lit.index()] = 1;
        self.value[(!lit).index()] = -1;
        self.level[variable] = self.heads.len() as u32;
        self.reason[variable] = reason;
        self.depth[variable] = self.trail.len() as u32;
        self.trail.push(lit);
    }

    /// Draws all conclusions, or finds a rule that is broken.
    pub(super) fn propagate(&mut self) -> Result<(), Conflict> {
        while self.seen_by_clauses < self.trail.len() {
            let lit = self.trail[self.seen_by_clauses];
            self.seen_by_clauses += 1;
            self.count(lit)?;
            self.visit(!lit)?;
        }
        Ok(())
    }

    /// Counts a true literal in its limits. All are counted even after a conflict, so that retreat can undo them.
    fn count(&mut self, lit: Lit) -> Result<(), Conflict> {
        let mut conflict = Ok(());
        for nth in 0..self.limits_of[lit.index()].len() {
            let (number, weight) = self.limits_of[lit.index()][nth];
            let limit = &mut self.limits[number as usize];
            limit.sum += weight;
            if limit.sum > limit.most {
                conflict = Err(Conflict::Limit(number));
            }
        }
        conflict?;
        for nth in 0..self.limits_of[lit.index()].len() {
            let (number, _) = self.limits_of[lit.index()][nth];
            let limit = &self.limits[number as usize];
            if limit.sum + limit.heaviest > limit.most && !self.follow_limit(number) {
                return Err(Conflict::Limit(number));
            }
        }
        Ok(())
    }

    /// Makes false what no longer fits into a limit; false when one that does not fit is already true.
    pub(super) fn follow_limit(&mut self, number: u32) -> bool {
        let room = self.limits[number as usize].most - self.limits[number as usize].sum;
        for nth in 0..self.limits[number as usize].lits.len() {
            let (lit, weight) = self.limits[number as usize].lits[nth];
            if weight <= room {
                break;
            }
            if self.value[lit.index()] == 0 {
                self.set(!lit, Reason::Limit(number));
            }
        }
        room >= 0
    }

    /// Clauses in which a literal became false.
    fn visit(&mut self, lit: Lit) -> Result<(), Conflict> {
        let mut watches = std::mem::take(&mut self.watches[lit.index()]);
        let (mut from, mut to) = (0, 0);
        let mut result = Ok(());
        while from < watches.len() {
            let watch = watches[from];
            from += 1;
            let blocker = self.value[watch.blocker.index()];
            if blocker == 1 || watch.is_pair() {
                watches[to] = watch;
                to += 1;
                match blocker {
                    1 => continue,
                    0 => self.set(watch.blocker, Reason::Clause(watch.clause())),
                    _ => {
                        result = Err(Conflict::Clause(watch.clause()));
                        break;
                    }
                }
                continue;
            }
            let start = watch.clause() as usize + HEAD;
            let end = start + self.arena[start - HEAD].0 as usize;
            if self.arena[start] == lit {
                self.arena.swap(start, start + 1);
            }
            let first = self.arena[start];
            let kept = Watch::new(watch.clause(), end - start, first);
            if self.value[first.index()] == 1 {
                watches[to] = kept;
                to += 1;
                continue;
            }
            if let Some(other) = (start + 2..end).find(|at| self.value[self.arena[*at].index()] >= 0) {
                self.arena.swap(start + 1, other);
                let moved = self.arena[start + 1];
                self.watches[moved.index()].push(kept);
                continue;
            }
            watches[to] = kept;
            to += 1;
            if self.value[first.index()] == -1 {
                result = Err(Conflict::Clause(watch.clause()));
                break;
            }
            self.set(first, Reason::Clause(watch.clause()));
        }
        while from < watches.len() {
            watches[to] = watches[from];
            (from, to) = (from + 1, to + 1);
        }
        watches.truncate(to);
        self.watches[lit.index()] = watches;
        result
    }

    /// Stores a clause of two literals or more and watches its first two.
    pub(super) fn attach(&mut self, lits: &[Lit], levels: u32) -> u32 {
        let start = self.arena.len() as u32;
        self.arena.extend([Lit(lits.len() as u32), Lit(levels)]);
        self.arena.extend_from_slice(lits);
        self.watch(start);
        start
    }

    /// Watches the first two literals of a clause.
    pub(super) fn watch(&mut self, clause: u32) {
        let lits = self.lits(clause);
        let (length, first, second) = (lits.len(), lits[0], lits[1]);
        self.watches[first.index()].push(Watch::new(clause, length, second));
        self.watches[second.index()].push(Watch::new(clause, length, first));
    }

    /// Takes back everything above a level.
    pub(super) fn retreat(&mut self, level: usize) {
        let Some(&keep) = self.heads.get(level) else { return };
        while self.trail.len() > keep as usize {
            let Some(lit) = self.trail.pop() else { break };
            if self.trail.len() < self.seen_by_clauses {
                for (number, weight) in &self.limits_of[lit.index()] {
                    self.limits[*number as usize].sum -= weight;
                }
            }
            self.value[lit.index()] = 0;
            self.value[(!lit).index()] = 0;
            self.phases.save(lit);
            self.order.push(lit.variable());
        }
        self.seen_by_clauses = self.seen_by_clauses.min(self.trail.len());
        self.heads.truncate(level);
    }

    /// The literals (all false but perhaps the first) of a clause.
    pub(super) fn lits(&self, clause: u32) -> &[Lit] {
        let start = clause as usize + HEAD;
        &self.arena[start..start + self.arena[clause as usize].0 as usize]
    }
}
