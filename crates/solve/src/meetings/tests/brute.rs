//! Every plan of a small round, by the rules as `problem` tells them and with nobody else's code.

use crate::meetings::{Meeting, Plan, Problem, Session, Wish};

/// The least cost of any plan, and of one in which nobody has too many gaps more than somebody else.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Truth {
    pub any: Option<i64>,
    pub fair: Option<i64>,
}

pub fn truth(problem: &Problem) -> Truth {
    fn go(rules: &Rules<'_>, slots: &mut Vec<Option<usize>>, truth: &mut Truth) {
        if slots.len() == rules.problem.meetings.len() {
            let (cost, fair) = rules.cost(slots);
            let least = |known: Option<i64>| Some(known.map_or(cost, |known| known.min(cost)));
            truth.any = least(truth.any);
            truth.fair = if fair { least(truth.fair) } else { truth.fair };
            return;
        }
        for slot in (0..rules.problem.slots()).map(Some).chain([None]) {
            if rules.fits(slots, slot) {
                slots.push(slot);
                go(rules, slots, truth);
                slots.pop();
            }
        }
    }
    let mut truth = Truth::default();
    go(&Rules::new(problem), &mut Vec::new(), &mut truth);
    truth
}

/// What a plan costs and whether it is fair; `None` where it breaks a rule.
pub fn cost(problem: &Problem, plan: &Plan) -> Option<(i64, bool)> {
    let rules = Rules::new(problem);
    let slots: Vec<Option<usize>> = plan.seats.iter().map(|seat| seat.map(|seat| seat.slot)).collect();
    let mut seats: Vec<_> = plan.seats.iter().flatten().map(|seat| (seat.slot, seat.table)).collect();
    let there = seats.iter().all(|(slot, table)| *table < problem.tables[*slot] as usize);
    let fixed = problem
        .meetings
        .iter()
        .zip(&plan.seats)
        .all(|(meeting, seat)| seat.is_none_or(|seat| meeting.table.is_none_or(|table| table == seat.table)));
    seats.sort_unstable();
    let shared = seats.windows(2).any(|pair| pair[0] == pair[1]);
    let fits = slots.len() == problem.meetings.len() && (0..slots.len()).all(|at| rules.fits(&slots[..at], slots[at]));
    (there && fixed && !shared && fits).then(|| rules.cost(&slots))
}

/// What a gap for everybody costs; more than anything where somebody has too few meetings for one.
pub fn waits_of_all(problem: &Problem) -> i64 {
    let rules = Rules::new(problem);
    let open = || problem.meetings.iter().filter(|meeting| meeting.wish != Wish::No);
    let schedules: Vec<usize> = (0..problem.people.len()).filter(|person| rules.schedule[*person] == *person).collect();
    let meetings = |schedule: usize| open().filter(|meeting| meeting.pair.iter().any(|person| rules.schedule[*person] == schedule)).count();
    let all = schedules.iter().all(|schedule| meetings(*schedule) > 1);
    if all { schedules.len() as i64 * problem.gap_cost } else { i64::MAX }
}

struct Rules<'a> {
    problem: &'a Problem,
    /// A number for each schedule.
    schedule: Vec<usize>,
}

impl<'a> Rules<'a> {
    fn new(problem: &'a Problem) -> Self {
        let mut schedule: Vec<usize> = (0..problem.people.len()).collect();
        for group in problem.shared.iter().cycle().take(problem.shared.len() * problem.people.len()) {
            let least = group.iter().map(|person| schedule[*person]).min();
            group.iter().for_each(|person| schedule[*person] = least.unwrap_or_default());
        }
        Self { problem, schedule }
    }

    /// Whether the next meeting can be held then (or not at all), with those before it.
    fn fits(&self, slots: &[Option<usize>], slot: Option<usize>) -> bool {
        let problem = self.problem;
        let (at, meeting) = (slots.len(), &problem.meetings[slots.len()]);
        let Some(slot) = slot else { return meeting.wish != Wish::Must };
        let held =
            || problem.meetings.iter().zip(slots).enumerate().filter_map(|(other, (meeting, slot))| Some((other, meeting, (*slot)?)));
        let then: Vec<&Meeting> = held().filter(|held| held.2 == slot).map(|held| held.1).collect();
        let session = match meeting.session {
            Session::Any => true,
            Session::Morning => slot < problem.morning,
            Session::Afternoon => slot >= problem.morning,
        };
        let own = meeting.pair.map(|person| self.schedule[person]);
        let mut people = problem.people.iter().zip(&self.schedule);
        let free = !people.any(|(person, schedule)| own.contains(schedule) && person.blocked >> slot & 1 == 1);
        let alone = !then.iter().any(|other| other.pair.iter().any(|person| own.contains(&self.schedule[*person])));
        let using = |pool: &usize| then.iter().filter(|other| other.pools.contains(pool)).count();
        let served = meeting.pools.iter().all(|pool| using(pool) < problem.pools[*pool].capacity as usize);
        let ordered = held()
            .all(|(other, before, then)| (!meeting.after.contains(&other) || then < slot) && (!before.after.contains(&at) || slot < then));
        meeting.wish != Wish::No
            && session
            && meeting.slot.is_none_or(|fixed| fixed == slot)
            && own[0] != own[1]
            && free
            && alone
            && then.len() < problem.tables[slot] as usize
            && served
            && ordered
            && !held().any(|(_, other, _)| self.exclude(meeting, other))
    }

    /// Whether an exclusive person would meet two of one company.
    fn exclude(&self, one: &Meeting, other: &Meeting) -> bool {
        let company = |meeting: &Meeting, person: usize| {
            let partner = if meeting.pair[0] == person { meeting.pair[1] } else { meeting.pair[0] };
            self.problem.people[partner].company.clone()
        };
        one.pair.iter().filter(|person| self.problem.people[**person].exclusive && other.pair.contains(person)).any(|person| {
            let company_of = company(one, *person);
            company_of.is_some() && company_of == company(other, *person)
        })
    }

    fn cost(&self, slots: &[Option<usize>]) -> (i64, bool) {
        let problem = self.problem;
        let of_meeting = problem.meetings.iter().zip(slots).map(|(meeting, slot)| match (slot, meeting.wish) {
            (None, Wish::Wish(weight)) => weight,
            (Some(slot), _) if meeting.stood.is_some_and(|stood| stood != *slot) => problem.move_cost,
            _ => 0,
        });
        let gaps: Vec<i64> =
            (0..problem.people.len()).filter(|person| self.schedule[*person] == *person).map(|one| self.gaps(one, slots)).collect();
        let least = gaps.iter().min().copied().unwrap_or_default();
        let fair = problem.spread.is_none_or(|spread| gaps.iter().all(|gaps| gaps - least <= i64::from(spread)));
        (of_meeting.sum::<i64>() + problem.gap_cost * gaps.iter().sum::<i64>(), fair)
    }

    fn gaps(&self, schedule: usize, slots: &[Option<usize>]) -> i64 {
        let own = self
            .problem
            .meetings
            .iter()
            .zip(slots)
            .filter(|(meeting, _)| meeting.pair.iter().any(|person| self.schedule[*person] == schedule));
        let mut busy: Vec<usize> = own.filter_map(|(_, slot)| *slot).collect();
        busy.sort_unstable();
        let waits =
            |pair: &&[usize]| pair[1] > pair[0] + 1 && !self.problem.pauses.iter().any(|pause| (pair[0] + 1..=pair[1]).contains(pause));
        busy.windows(2).filter(waits).count() as i64
    }
}
