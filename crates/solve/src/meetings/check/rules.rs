//! The rules of `certificate` as clauses and limits; literals are numbers, negative when negated.

use super::model::Model;
use crate::meetings::problem::{Problem, Wish};

/// Clauses, and limits `sum of weights of true literals <= most`.
pub(super) struct Rules {
    pub variables: usize,
    pub clauses: Vec<Vec<i32>>,
    pub limits: Vec<(Vec<(i32, i64)>, i64)>,
}

struct Writer<'a> {
    problem: &'a Problem,
    model: &'a Model,
    slots: usize,
    rules: Rules,
    cost: Vec<(i32, i64)>,
}

/// With a limit on the cost, or without cost and spread.
pub(super) fn rules(problem: &Problem, model: &Model, most: Option<i64>) -> Rules {
    let slots = problem.slots();
    let variables = (problem.meetings.len() + 5 * problem.people.len()) * slots + problem.meetings.len();
    let rules = Rules { variables, clauses: Vec::new(), limits: Vec::new() };
    let mut writer = Writer { problem, model, slots, rules, cost: Vec::new() };
    (0..problem.meetings.len()).filter(|at| model.open[*at]).for_each(|at| writer.meeting(at));
    for (_, meetings) in &model.exclusive {
        let held = meetings.iter().flat_map(|at| (0..slots).map(|slot| (*at, slot)));
        let held = held.map(|(at, slot)| (writer.held(at, slot), 1)).collect();
        writer.rules.limits.push((held, 1));
    }
    (0..slots).for_each(|slot| writer.room(slot));
    for person in (0..problem.people.len()).filter(|person| model.first[*person] == *person && !model.own[*person].is_empty()) {
        writer.day(person);
        writer.gaps(person, most.is_some());
    }
    if let Some(most) = most {
        let cost = std::mem::take(&mut writer.cost);
        writer.rules.count(cost, most);
    }
    writer.rules
}

impl Writer<'_> {
    fn held(&self, meeting: usize, slot: usize) -> i32 {
        (meeting * self.slots + slot + 1) as i32
    }

    /// The kinds busy 0, begun 1, gap 2, ahead 3, gaps 4.
    fn of(&self, kind: usize, person: usize, slot: usize) -> i32 {
        let before = self.problem.meetings.len() + kind * self.problem.people.len();
        ((before + person) * self.slots + slot + 1) as i32
    }

    fn left_out(&self, meeting: usize) -> i32 {
        ((self.problem.meetings.len() + 5 * self.problem.people.len()) * self.slots + meeting + 1) as i32
    }

    fn clause(&mut self, lits: Vec<i32>) {
        self.rules.clauses.push(lits);
    }

    fn limit(&mut self, lits: impl IntoIterator<Item = i32>, most: usize) {
        self.rules.limits.push((lits.into_iter().map(|lit| (lit, 1)).collect(), most as i64));
    }

    fn meeting(&mut self, at: usize) {
        let meeting = &self.problem.meetings[at];
        let all: Vec<i32> = (0..self.slots).map(|slot| self.held(at, slot)).collect();
        for slot in (0..self.slots).filter(|slot| !self.model.can[at][*slot]) {
            self.clause(vec![-all[slot]]);
        }
        let mut some = all.clone();
        if let Wish::Wish(weight) = meeting.wish {
            some.push(self.left_out(at));
            self.cost.push((self.left_out(at), weight));
        }
        self.clause(some);
        if let (Some(stood), true) = (meeting.stood, self.problem.move_cost > 0) {
            let moved = (0..self.slots).filter(|slot| *slot != stood && self.model.can[at][*slot]);
            self.cost.extend(moved.map(|slot| (all[slot], self.problem.move_cost)));
        }
        for before in meeting.after.iter().filter(|before| self.model.open[**before]) {
            for slot in 0..self.slots {
                for late in slot..self.slots {
                    let late = self.held(*before, late);
                    self.clause(vec![-all[slot], -late]);
                }
            }
        }
        self.limit(all, 1);
    }

    fn room(&mut self, slot: usize) {
        let open: Vec<usize> = (0..self.problem.meetings.len()).filter(|at| self.model.open[*at] && self.model.can[*at][slot]).collect();
        for (nth, pool) in self.problem.pools.iter().enumerate() {
            let uses = open.iter().filter(|at| self.problem.meetings[**at].pools.contains(&nth));
            let held: Vec<i32> = uses.map(|at| self.held(*at, slot)).collect();
            self.limit(held, pool.capacity as usize);
        }
        let people = (0..self.problem.people.len()).filter(|person| self.model.own[*person].iter().any(|at| self.model.can[*at][slot]));
        let busy: Vec<i32> = people.map(|person| self.of(0, person, slot)).collect();
        let seats = 2 * i64::from(self.problem.tables[slot]);
        if busy.len() as i64 > seats {
            self.rules.count(busy.into_iter().map(|lit| (lit, 1)).collect(), seats);
        }
    }

    /// When a schedule is busy, and how often.
    fn day(&mut self, person: usize) {
        let own = &self.model.own[person];
        for slot in 0..self.slots {
            let busy = self.of(0, person, slot);
            let held: Vec<i32> = own.iter().filter(|at| self.model.can[**at][slot]).map(|at| self.held(*at, slot)).collect();
            held.iter().for_each(|held| self.clause(vec![-held, busy]));
            self.limit(held.clone(), 1);
            self.clause(held.into_iter().chain([-busy]).collect());
        }
        let reach = self.model.reach(person, self.slots);
        let mut windows: Vec<Vec<bool>> = own.iter().map(|at| self.model.can[*at].clone()).collect();
        windows.push(vec![false; self.slots]);
        windows.push(reach.clone());
        windows.sort();
        windows.dedup();
        for window in windows {
            let within = |at: usize| (0..self.slots).all(|slot| window[slot] || !self.model.can[at][slot]);
            let musts = own.iter().filter(|at| self.problem.meetings[**at].wish == Wish::Must && within(**at)).count() as i64;
            let (inside, outside): (Vec<usize>, Vec<usize>) = (0..self.slots).filter(|slot| reach[*slot]).partition(|slot| window[*slot]);
            let idle: Vec<(i32, i64)> = inside.into_iter().map(|slot| (-self.of(0, person, slot), 1)).collect();
            let busy = outside.into_iter().map(|slot| (self.of(0, person, slot), 1)).collect();
            let room = idle.len() as i64 - musts;
            self.rules.limits.push((idle, room));
            self.rules.limits.push((busy, own.len() as i64 - musts));
        }
    }

    fn gaps(&mut self, person: usize, spread: bool) {
        let parts_with = |slot: usize| slot == 0 || slot == self.slots || self.problem.pauses.contains(&slot);
        let starts: Vec<bool> = (0..=self.slots).map(parts_with).collect();
        let mut gaps = Vec::new();
        for slot in 0..self.slots {
            let (busy, begun, ahead) = (self.of(0, person, slot), self.of(1, person, slot), self.of(3, person, slot));
            self.clause(vec![-busy, begun]);
            self.clause(vec![-busy, ahead]);
            if starts[slot] {
                self.clause(vec![-begun, busy]);
            } else {
                let (busy_before, begun_before) = (self.of(0, person, slot - 1), self.of(1, person, slot - 1));
                let gap = self.of(2, person, slot);
                self.clause(vec![-begun_before, begun]);
                self.clause(vec![-begun, busy, begun_before]);
                self.clause(vec![-begun_before, busy_before, -busy, gap]);
                gaps.push(gap);
            }
            if starts[slot + 1] {
                self.clause(vec![-ahead, busy]);
            } else {
                let ahead_after = self.of(3, person, slot + 1);
                self.clause(vec![-ahead_after, ahead]);
                self.clause(vec![-ahead, busy, ahead_after]);
            }
        }
        let most = match self.problem.spread {
            Some(most) if spread => gaps.len().min(most as usize),
            _ => gaps.len(),
        };
        let counts: Vec<i32> = (0..most).map(|count| self.of(4, person, count)).collect();
        for pair in counts.windows(2) {
            self.clause(vec![pair[0], -pair[1]]);
        }
        self.cost.extend(counts.iter().map(|count| (*count, self.problem.gap_cost)));
        self.limit(gaps.into_iter().chain(counts.iter().map(|count| -count)), most);
        let reach = self.model.reach(person, self.slots);
        for first in 0..self.slots {
            let same_part = (first + 1..self.slots).take_while(|slot| !starts[*slot]);
            let mut wide = same_part.filter(|last| last - first >= self.model.own[person].len() || !reach[last - 1]);
            if let Some(last) = wide.next() {
                let span = [-self.of(1, person, first), -self.of(3, person, last)];
                self.clause(span.into_iter().chain(counts.first().copied()).collect());
            }
        }
    }
}
