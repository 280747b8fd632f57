//! The search: decide, propagate, learn, go back, restart.

use super::{Learnt, Lit, Outcome, Reason, Solver, Step};
use crate::Control;

impl Solver {
    /// Searches until there is a model, none can be, `most` conflicts have passed or the time is up.
    pub fn search(&mut self, most: u64, control: Control<'_>) -> Outcome {
        let until = self.conflicts.saturating_add(most);
        self.retreat(0);
        if self.broken {
            return self.give_up();
        }
        loop {
            let restart = self.conflicts + 100 * luby(self.luby);
            self.luby += 1;
            if let Some(outcome) = self.run(restart, until, control) {
                return outcome;
            }
            if self.learnt.len() > self.keep {
                self.forget();
                self.keep += 300;
            }
        }
    }

    fn run(&mut self, restart: u64, until: u64, control: Control<'_>) -> Option<Outcome> {
        loop {
            match self.propagate() {
                Err(conflict) => {
                    self.conflicts += 1;
                    if self.heads.is_empty() {
                        return Some(self.give_up());
                    }
                    let (clause, back) = self.learn(conflict);
                    self.keep_clause(&clause, back);
                    if self.conflicts.is_multiple_of(256) && control.expired() {
                        return Some(Outcome::Stopped);
                    }
                }
                Ok(()) if self.conflicts >= until => return Some(Outcome::Stopped),
                Ok(()) if self.conflicts >= restart => {
                    self.retreat(0);
                    return None;
                }
                Ok(()) => match self.next() {
                    None => return Some(Outcome::Model),
                    Some(lit) => {
                        self.heads.push(self.trail.len() as u32);
                        self.set(lit, Reason::None);
                    }
                },
            }
        }
    }

    fn next(&mut self) -> Option<Lit> {
        while let Some(variable) = self.order.pop() {
            if self.value[2 * variable] == 0 {
                return Some(Lit::new(variable, self.phase[variable]));
            }
        }
        None
    }

    fn keep_clause(&mut self, clause: &[Lit], back: usize) {
        self.log.step(Step::Add(clause));
        let mut levels: Vec<u32> = clause.iter().map(|lit| self.level[lit.variable()]).collect();
        levels.sort_unstable();
        levels.dedup();
        self.retreat(back);
        let reason = if clause.len() == 1 {
            Reason::None
        } else {
            let start = self.attach(clause);
            self.learnt.push(Learnt { start, levels: levels.len() as u32 });
            Reason::Clause(start)
        };
        self.set(clause[0], reason);
        self.order.decay();
    }

    fn give_up(&mut self) -> Outcome {
        self.broken = true;
        self.log.step(Step::Add(&[]));
        Outcome::Impossible
    }

    /// Drops the half of the learnt clauses that spans the most levels; at level 0 none is a reason that matters.
    fn forget(&mut self) {
        let mut learnt = std::mem::take(&mut self.learnt);
        learnt.sort_by_key(|learnt| (learnt.levels, u32::MAX - learnt.start));
        let keep = (learnt.len() / 2).max(learnt.partition_point(|learnt| learnt.levels <= 2));
        let mut gone: Vec<u32> = Vec::new();
        for learnt in &learnt[keep..] {
            let lits = self.lits(learnt.start).to_vec();
            self.log.step(Step::Drop(&lits));
            gone.push(learnt.start);
            self.waste += lits.len() + 1;
        }
        learnt.truncate(keep);
        self.learnt = learnt;
        gone.sort_unstable();
        self.compact(&gone);
    }

    /// Removes clauses from the arena and moves the others together.
    fn compact(&mut self, gone: &[u32]) {
        let mut moved = std::collections::HashMap::with_capacity(self.learnt.len());
        let (mut from, mut to, mut nth) = (0, 0, 0);
        self.watches.iter_mut().for_each(Vec::clear);
        while from < self.arena.len() {
            let length = self.arena[from].0 as usize + 1;
            if gone.get(nth) == Some(&(from as u32)) {
                nth += 1;
            } else {
                self.arena.copy_within(from..from + length, to);
                moved.insert(from as u32, to as u32);
                let (first, second) = (self.arena[to + 1], self.arena[to + 2]);
                self.watches[first.index()].push(super::Watch { clause: to as u32, blocker: second });
                self.watches[second.index()].push(super::Watch { clause: to as u32, blocker: first });
                to += length;
            }
            from += length;
        }
        self.arena.truncate(to);
        for learnt in &mut self.learnt {
            learnt.start = moved[&learnt.start];
        }
        // What is true from the start needs no reason.
        for lit in &self.trail {
            self.reason[lit.variable()] = Reason::None;
        }
    }
}

/// The sequence 1 1 2 1 1 2 4 … (Luby, Sinclair and Zuckerman), from 1.
fn luby(nth: u64) -> u64 {
    let mut nth = nth;
    loop {
        let bits = 64 - nth.leading_zeros();
        if nth + 1 == 1 << bits {
            return 1 << (bits - 1);
        }
        nth -= (1 << (bits - 1)) - 1;
    }
}
