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
        let mut first: Vec<usize> = (0..count).collect();
        // Groups may overlap: repeat until nothing changes.
        loop {
            let before = first.clone();
            for group in &problem.shared {
                let Some(least) = group.iter().map(|person| first[*person]).min() else { continue };
                let old: Vec<usize> = group.iter().map(|person| first[*person]).collect();
                first.iter_mut().filter(|person| old.contains(person)).for_each(|person| *person = least);
            }
            if before == first {
                break;
            }
        }
        let free = |person: usize, slot: usize| {
            let mut all = 0..count;
            !all.any(|other| first[other] == first[person] && problem.people[other].blocked >> slot & 1 == 1)
        };
        let alone: Vec<bool> = (0..count).map(|person| !problem.shared.iter().any(|group| group.contains(&person))).collect();
        let free =
            |person: usize, slot: usize| if alone[person] { problem.people[person].blocked >> slot & 1 == 0 } else { free(person, slot) };
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
