//! Small rounds with all rules at once: the solver finds what brute force finds, and its certificates say so.

use super::brute::{cost, truth, waits_of_all};
use super::solved;
use crate::meetings::certificate::Certificate;
use crate::meetings::check::check;
use crate::meetings::{Meeting, Person, Pool, Problem, Session, Wish, read};
use proptest::prelude::*;

prop_compose! {
    fn person()(blocked in prop_oneof![3 => Just(0u128), 2 => (0usize..6).prop_map(|slot| 1 << slot), 1 => 0u128..64], company in 0u8..4, exclusive in prop::bool::weighted(0.3)) -> Person {
        Person { name: "somebody".to_owned(), blocked, company: (company > 1).then(|| company.to_string()), exclusive }
    }
}

prop_compose! {
    fn meeting()(pair in (0usize..5, 1usize..5),
                 wish in prop_oneof![5 => Just(Wish::Must), 5 => (1i64..5).prop_map(Wish::Wish), 1 => Just(Wish::No)],
                 session in prop_oneof![6 => Just(Session::Any), 1 => Just(Session::Morning), 1 => Just(Session::Afternoon)],
                 slot in prop::option::weighted(0.3, 0usize..6),
                 table in prop::option::of(0usize..3),
                 stood in prop::option::weighted(0.3, 0usize..6),
                 after in prop::option::weighted(0.4, 0usize..7),
                 pools in prop_oneof![2 => Just(vec![]), 1 => prop::sample::subsequence(vec![0, 1], 1..3)]) -> Meeting
    {
        Meeting { wish, session, slot, table, stood, after: Vec::from_iter(after), pools, ..Meeting::between(pair.0, (pair.0 + pair.1) % 5) }
    }
}

prop_compose! {
    /// Numbers that would be refused are left out.
    pub(super) fn small()
        (tables in prop::collection::vec(prop_oneof![1 => Just(0u32), 3 => Just(1), 8 => Just(2), 4 => Just(3)], 2..7),
         people in prop::collection::vec(person(), 5),
         meetings in prop::collection::vec(meeting(), 1..8),
         shared in prop_oneof![3 => Just(vec![]), 1 => Just(vec![vec![0, 3]]), 1 => Just(vec![vec![1, 2], vec![2, 4]])],
         (morning, pauses) in (1usize..7, prop::sample::subsequence(vec![1, 2, 3, 4, 5], 0..3)),
         capacities in (0u32..3, 1u32..3),
         spread in prop::option::weighted(0.8, 0u32..2),
         (gap_cost, move_cost) in (1i64..4, 0i64..3)) -> Problem
    {
        let slots = tables.len();
        let pools = [("da-zh", capacities.0), ("headsets", capacities.1)].map(|(name, capacity)| Pool { name: name.to_owned(), capacity }).to_vec();
        let mut problem = Problem { tables, people, meetings, shared, pools, spread, gap_cost, move_cost, ..Problem::empty(0, 0) };
        problem.morning = morning.min(slots);
        problem.pauses = pauses.into_iter().filter(|pause| *pause < slots).collect();
        problem.people.iter_mut().for_each(|person| person.blocked &= (1 << slots) - 1);
        let together = problem.shared.concat();
        problem.meetings.retain(|meeting| !meeting.pair.iter().all(|person| together.contains(person)));
        let count = problem.meetings.len();
        let mut seats = Vec::new();
        for (at, meeting) in problem.meetings.iter_mut().enumerate() {
            meeting.slot = meeting.slot.filter(|slot| *slot < slots);
            meeting.stood = meeting.stood.filter(|slot| *slot < slots);
            meeting.table = meeting.table.filter(|table| meeting.slot.is_some_and(|slot| *table < problem.tables[slot] as usize));
            meeting.table = meeting.table.filter(|table| !seats.contains(&(meeting.slot, *table)));
            seats.extend(meeting.table.map(|table| (meeting.slot, table)));
            meeting.after.retain(|other| *other != at && *other < count);
        }
        problem
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn agrees_with_brute_force(problem in small()) {
        let (solution, truth) = (solved(&problem), truth(&problem));
        prop_assert_eq!(solution.impossible, truth.any.is_none(), "{:?}", solution);
        prop_assert_eq!(solution.missing.is_empty(), truth.any.is_some());
        let certificate = solution.certificate.as_ref().expect("so small a round is decided");
        let travelled = Certificate::from_json(certificate.to_json().to_string().as_bytes());
        prop_assert_eq!(travelled.as_ref(), Ok(certificate));
        let verdict = check(certificate);
        let Ok(verdict) = verdict else { return Err(TestCaseError::fail(format!("{verdict:?}"))) };
        prop_assert_eq!(verdict.feasible, truth.any.is_some());
        if truth.any.is_some() {
            prop_assert_eq!(cost(&problem, &solution.plan), Some((solution.objective, solution.fair)));
            prop_assert_eq!((verdict.objective, verdict.fair), (solution.objective, solution.fair));
            prop_assert!(verdict.bound <= solution.bound && solution.bound <= solution.objective);
        }
        prop_assert!(truth.fair.is_some() || !solution.fair || !solution.missing.is_empty());
        match truth.fair {
            Some(least) if least < waits_of_all(&problem) => {
                prop_assert_eq!((solution.objective, solution.bound, solution.optimal), (least, least, true));
            }
            // Where everybody waits, fairness is not searched for and steps prove no more (see `certificate`).
            Some(least) => prop_assert!(solution.bound <= least && (!solution.fair || solution.objective >= least)),
            None => {}
        }
    }

    #[test]
    fn json_says_the_same(problem in small()) {
        let text = read::to_json(&problem).to_string();
        prop_assert_eq!(read::json(text.as_bytes()), Ok(problem));
    }
}
