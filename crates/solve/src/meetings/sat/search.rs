//! The search: decide, propagate, learn, go back, restart.

use super::pace::Pause;
use super::propagate::HEAD;
use super::{FIRST_REDUCTION, Lit, Outcome, Reason, Solver, Step};
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
            if let Some(outcome) = self.run(until, control) {
                return outcome;
            }
            if self.conflicts >= self.reduce {
                self.forget();
                self.reductions += 1;
                self.reduce = self.conflicts + FIRST_REDUCTION + 300 * self.reductions;
            }
        }
    }

    fn run(&mut self, until: u64, control: Control<'_>) -> Option<Outcome> {
        loop {
            match self.propagate() {
                Err(conflict) => {
                    self.conflicts += 1;
                    let Some(&last) = self.heads.last() else { return Some(self.give_up()) };
                    self.phases.sound(&self.trail[..last as usize]);
                    let (clause, back) = self.learn(conflict);
                    self.keep_clause(&clause, back);
                    if self.conflicts.is_multiple_of(256) && control.expired() {
                        return Some(Outcome::Stopped);
                    }
                }
                Ok(()) if self.conflicts >= until => return Some(Outcome::Stopped),
                Ok(()) => match self.pace.pause() {
                    Pause::None => {
                        if let Err(outcome) = self.decide() {
                            return Some(outcome);
                        }
                    }
                    pause => {
                        self.retreat(0);
                        if pause == Pause::Turn {
                            self.phases.forget_length();
                        }
                        return None;
                    }
                },
            }
        }
    }

    /// Opens a level with the next literal that is supposed, or else the most active one.
    fn decide(&mut self) -> Result<(), Outcome> {
        let supposed = self.supposed.get(self.heads.len()).copied();
        let lit = match supposed.map(|lit| (lit, self.value[lit.index()])) {
            Some((lit, -1)) => {
                self.blame(lit);
                return Err(Outcome::Blocked);
            }
            Some((lit, 0)) => Some(lit),
            Some(_) => None,
            None => Some(self.next().ok_or(Outcome::Model)?),
        };
        self.heads.push(self.trail.len() as u32);
        if let Some(lit) = lit {
            self.set(lit, Reason::None);
        }
        Ok(())
    }

    fn next(&mut self) -> Option<Lit> {
        while let Some(variable) = self.order.pop() {
            if self.value[2 * variable] == 0 {
                return Some(self.phases.first(variable, self.pace.is_patient()));
            }
        }
        None
    }

    fn keep_clause(&mut self, clause: &[Lit], back: usize) {
        self.log.step(Step::Add(clause));
        let levels = self.levels(clause);
        self.pace.learn(levels);
        self.retreat(back);
        let reason = if clause.len() == 1 {
            Reason::None
        } else {
            let start = self.attach(clause, levels as u32);
            self.learnt.push(start);
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
        learnt.sort_by_key(|start| (self.arena[*start as usize + 1], u32::MAX - start));
        let keep = (learnt.len() / 2).max(learnt.partition_point(|start| self.arena[*start as usize + 1] <= Lit(2)));
        let mut gone = learnt.split_off(keep);
        for start in &gone {
            let lits = self.lits(*start).to_vec();
            self.log.step(Step::Drop(&lits));
        }
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
            let length = self.arena[from].0 as usize + HEAD;
            if gone.get(nth) == Some(&(from as u32)) {
                nth += 1;
            } else {
                self.arena.copy_within(from..from + length, to);
                if self.arena[to + 1] != Lit(0) {
                    moved.insert(from as u32, to as u32);
                }
                self.watch(to as u32);
                to += length;
            }
            from += length;
        }
        self.arena.truncate(to);
        for start in &mut self.learnt {
            *start = moved[start];
        }
        // What is true from the start needs no reason.
        for lit in &self.trail {
            self.reason[lit.variable()] = Reason::None;
        }
    }
}
