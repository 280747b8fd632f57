//! What follows from the problem at first sight: whose schedule is whose, and when a meeting can be held.

use crate::meetings::problem::{Problem, Session, Wish};

pub(super) struct Model {
    /// First person of the schedule of each person.
    pub first: Vec<usize>,
    /// Whether a meeting may be held at all.
    pub open: Vec<bool>,
    /// `can[meeting][slot]`
    pub can: Vec<Vec<bool>>,
    /// Open meetings of each schedule, at the place of its first person.
    pub own: Vec<Vec<usize>>,
    /// Meetings of one exclusive person with one company: the person and the meetings.
    pub exclusive: Vec<(usize, Vec<usize>)>,
}

impl Model {
    pub fn new(problem: &Problem) -> Self {
        let count = problem.people.len();
        let first = first(problem);
        let mut blocked = vec![0u128; count];
        problem.people.iter().zip(&first).for_each(|(person, first)| blocked[*first] |= person.blocked);
        let free = |person: usize, slot: usize| blocked[first[person]] >> slot & 1 == 0;
        let can = problem.meetings.iter().map(|meeting| {
            let fits = |slot: usize| {
                let session = match meeting.session {
                    Session::Any => true,
                    Session::Morning => slot < problem.morning,
                    Session::Afternoon => slot >= problem.morning,
                };
                session && meeting.slot.is_none_or(|fixed| fixed == slot) && meeting.pair.iter().all(|person| free(*person, slot))
            };
            (0..problem.slots()).map(fits).collect()
        });
        let can = can.collect();
        let open: Vec<bool> = problem.meetings.iter().map(|meeting| meeting.wish != Wish::No).collect();
        let mut own = vec![Vec::new(); count];
        for (at, meeting) in problem.meetings.iter().enumerate().filter(|(at, _)| open[*at]) {
            let [a, b] = meeting.pair.map(|person| first[person]);
            own[a].push(at);
            if a != b {
                own[b].push(at);
            }
        }
        let exclusive = exclusive(problem, &open);
        Self { first, open, can, own, exclusive }
    }

    /// Slots in which a schedule has any meeting that can be held.
    pub fn reach(&self, schedule: usize, slots: usize) -> Vec<bool> {
        (0..slots).map(|slot| self.own[schedule].iter().any(|at| self.can[*at][slot])).collect()
    }

    /// The cost above which steps prove nothing, because everybody might have a gap.
    pub fn ceiling(&self, problem: &Problem) -> i64 {
        let mut schedules = (0..self.first.len()).filter(|person| self.first[*person] == *person);
        if problem.spread.is_none() || schedules.clone().any(|schedule| self.own[schedule].len() < 2) {
            return i64::MAX;
        }
        schedules.by_ref().count() as i64 * problem.gap_cost
    }
}

/// Groups may overlap: each person points to an earlier one of the same schedule, and in the end to the first.
fn first(problem: &Problem) -> Vec<usize> {
    let mut first: Vec<usize> = (0..problem.people.len()).collect();
    let lead = |first: &mut [usize], mut person: usize| {
        while first[person] != person {
            first[person] = first[first[person]];
            person = first[person];
        }
        person
    };
    for group in &problem.shared {
        for pair in group.windows(2) {
            let (a, b) = (lead(&mut first, pair[0]), lead(&mut first, pair[1]));
            first[a.max(b)] = a.min(b);
        }
    }
    (0..first.len()).map(|person| lead(&mut first, person)).collect()
}

fn exclusive(problem: &Problem, open: &[bool]) -> Vec<(usize, Vec<usize>)> {
    let mut groups: std::collections::BTreeMap<(usize, &str), Vec<usize>> = Default::default();
    for (at, meeting) in problem.meetings.iter().enumerate().filter(|(at, _)| open[*at]) {
        let [a, b] = meeting.pair;
        for (person, partner) in [(a, b), (b, a)] {
            if let (true, Some(company)) = (problem.people[person].exclusive, problem.people[partner].company.as_deref()) {
                groups.entry((person, company)).or_default().push(at);
            }
        }
    }
    groups.into_iter().map(|((person, _), meetings)| (person, meetings)).collect()
}
