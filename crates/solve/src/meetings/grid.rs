//! The problem as the solver sees it: schedules instead of people, masks of allowed slots, one list of capacities.

use super::problem::{Problem, Session, Wish};
use std::collections::HashMap;

/// No meeting, no slot.
pub(super) const NONE: u32 = u32::MAX;

/// Meetings that may be held, over schedules (people, those with a shared schedule as one).
pub(super) struct Grid {
    pub slots: usize,
    pub schedules: usize,
    /// A representative of each schedule.
    pub person: Vec<usize>,
    /// The schedule of each person.
    pub of_person: Vec<usize>,
    pub ends: Vec<[u32; 2]>,
    /// Number of each meeting in the problem.
    pub number: Vec<usize>,
    pub allowed: Vec<u128>,
    /// What leaving it out costs; `None` when it must be held.
    pub weight: Vec<Option<i64>>,
    pub stood: Vec<u32>,
    /// Resources besides the tables: pools of each meeting, numbered from 1 (0 is the tables).
    pub pools: Vec<Vec<u32>>,
    /// `capacity[resource][slot]`.
    pub capacity: Vec<Vec<u32>>,
    /// Earlier and later partners in precedences.
    pub before: Vec<Vec<u32>>,
    pub later: Vec<Vec<u32>>,
    /// Meetings of which at most one is held, and the groups of each meeting.
    pub groups: Vec<Vec<u32>>,
    /// The exclusive person of each group.
    pub exclusive: Vec<usize>,
    pub groups_of: Vec<Vec<u32>>,
    pub of_schedule: Vec<Vec<u32>>,
    /// First slots of the parts of the day, between which nobody waits.
    pub part_starts: u128,
    pub parts: Vec<u128>,
    pub spread: Option<u32>,
    pub gap_cost: i64,
    pub move_cost: i64,
    /// What all that costs anything costs, if it is the same; costs are multiples of it.
    pub unit: Option<i64>,
}

impl Grid {
    /// From a verified problem.
    pub fn new(problem: &Problem) -> Self {
        let slots = problem.slots();
        let (schedule, person) = schedules(problem);
        let number: Vec<usize> = (0..problem.meetings.len()).filter(|at| problem.meetings[*at].wish != Wish::No).collect();
        let mut place = vec![NONE; problem.meetings.len()];
        number.iter().enumerate().for_each(|(at, number)| place[*number] = at as u32);
        let kept = || number.iter().map(|number| &problem.meetings[*number]);
        let blocked = blocked(problem, &schedule, person.len());
        let ends: Vec<[u32; 2]> = kept().map(|meeting| meeting.pair.map(|person| schedule[person] as u32)).collect();
        let all = low(slots);
        let morning = low(problem.morning);
        let allowed = kept().zip(&ends).map(|(meeting, ends)| {
            let session = match meeting.session {
                Session::Any => all,
                Session::Morning => morning,
                Session::Afternoon => all & !morning,
            };
            let fixed = meeting.slot.map_or(all, |slot| 1 << slot);
            session & fixed & !blocked[ends[0] as usize] & !blocked[ends[1] as usize]
        });
        let allowed = allowed.collect();
        let after = |meeting: &super::Meeting| meeting.after.iter().map(|at| place[*at]).filter(|at| *at != NONE).collect::<Vec<_>>();
        let before: Vec<Vec<u32>> = kept().map(after).collect();
        let (exclusive, groups): (Vec<usize>, Vec<Vec<u32>>) = groups(problem, &number).into_iter().unzip();
        let capacity = std::iter::once(problem.tables.clone()).chain(problem.pools.iter().map(|pool| vec![pool.capacity; slots]));
        let cuts: Vec<usize> = std::iter::once(0).chain(problem.pauses.iter().copied()).chain([slots]).collect();
        let mut grid = Self {
            slots,
            schedules: person.len(),
            person,
            allowed,
            weight: kept().map(|meeting| if let Wish::Wish(weight) = meeting.wish { Some(weight) } else { None }).collect(),
            stood: kept().map(|meeting| meeting.stood.map_or(NONE, |slot| slot as u32)).collect(),
            pools: kept().map(|meeting| meeting.pools.iter().map(|pool| *pool as u32 + 1).collect()).collect(),
            capacity: capacity.collect(),
            later: inverse(&before, number.len()),
            before,
            groups_of: inverse(&groups, number.len()),
            groups,
            exclusive,
            of_schedule: Vec::new(),
            part_starts: cuts[..cuts.len() - 1].iter().filter(|cut| **cut < slots).fold(0, |mask, cut| mask | 1 << cut),
            parts: cuts.windows(2).map(|cut| low(cut[1]) & !low(cut[0])).collect(),
            of_person: schedule,
            spread: problem.spread,
            gap_cost: problem.gap_cost,
            move_cost: problem.move_cost,
            unit: None,
            ends,
            number,
        };
        let pairs: Vec<Vec<u32>> = grid.ends.iter().map(|ends| if ends[0] == ends[1] { vec![ends[0]] } else { ends.to_vec() }).collect();
        grid.of_schedule = inverse(&pairs, grid.schedules);
        grid.unit = grid.one_cost();
        grid
    }

    fn one_cost(&self) -> Option<i64> {
        let moves = self.stood.iter().any(|slot| *slot != NONE).then_some(self.move_cost);
        let mut costs = self.weight.iter().flatten().copied().chain(moves).filter(|cost| *cost > 0);
        (self.gap_cost > 0 && costs.all(|cost| cost == self.gap_cost)).then_some(self.gap_cost)
    }

    /// The least possible cost from this one on.
    pub fn least_from(&self, cost: i64) -> i64 {
        self.unit.map_or(cost, |unit| (cost + unit - 1).div_euclid(unit) * unit)
    }

    pub fn meetings(&self) -> usize {
        self.ends.len()
    }

    /// Idle stretches between two busy slots of one part of the day.
    #[inline]
    pub fn gaps(&self, busy: u128) -> u32 {
        let runs = (busy & !((busy << 1) & !self.part_starts)).count_ones();
        if self.parts.len() == 1 {
            return runs.saturating_sub(1);
        }
        runs - self.parts.iter().filter(|part| **part & busy != 0).count() as u32
    }

    /// Slots in which a schedule has any meeting that could take place.
    pub fn reach(&self, schedule: usize) -> u128 {
        self.of_schedule[schedule].iter().fold(0, |mask, at| mask | self.allowed[*at as usize])
    }
}

/// The lowest `count` bits.
pub(super) fn low(count: usize) -> u128 {
    if count >= 128 { u128::MAX } else { (1 << count) - 1 }
}

/// The schedule of each person, and a person of each schedule.
fn schedules(problem: &Problem) -> (Vec<usize>, Vec<usize>) {
    let mut root: Vec<usize> = (0..problem.people.len()).collect();
    fn find(root: &mut [usize], mut at: usize) -> usize {
        while root[at] != at {
            root[at] = root[root[at]];
            at = root[at];
        }
        at
    }
    for pair in problem.shared.iter().flat_map(|group| group.windows(2)) {
        let (a, b) = (find(&mut root, pair[0]), find(&mut root, pair[1]));
        root[a.max(b)] = a.min(b);
    }
    let mut person = Vec::new();
    let mut schedule = vec![0; root.len()];
    for at in 0..root.len() {
        let first = find(&mut root, at);
        if first == at {
            schedule[at] = person.len();
            person.push(at);
        } else {
            schedule[at] = schedule[first];
        }
    }
    (schedule, person)
}

fn blocked(problem: &Problem, schedule: &[usize], count: usize) -> Vec<u128> {
    let mut blocked = vec![0; count];
    problem.people.iter().zip(schedule).for_each(|(person, schedule)| blocked[*schedule] |= person.blocked);
    blocked
}

/// Meetings of an exclusive person with people of one company.
fn groups(problem: &Problem, number: &[usize]) -> Vec<(usize, Vec<u32>)> {
    let mut groups: HashMap<(usize, &str), Vec<u32>> = HashMap::new();
    for (at, number) in number.iter().enumerate() {
        let [a, b] = problem.meetings[*number].pair;
        for (one, other) in [(a, b), (b, a)] {
            if let (true, Some(company)) = (problem.people[one].exclusive, &problem.people[other].company) {
                groups.entry((one, company)).or_default().push(at as u32);
            }
        }
    }
    let mut groups: Vec<_> = groups.into_iter().filter(|(_, group)| group.len() > 1).collect();
    groups.sort_unstable();
    groups.into_iter().map(|((person, _), group)| (person, group)).collect()
}

fn inverse(lists: &[Vec<u32>], count: usize) -> Vec<Vec<u32>> {
    let mut inverse = vec![Vec::new(); count];
    for (at, list) in lists.iter().enumerate() {
        list.iter().for_each(|other| inverse[*other as usize].push(at as u32));
    }
    inverse
}
