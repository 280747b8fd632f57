//! Rounds at the edge: nothing and nobody, no room, everything refused, the largest numbers.

use super::{round, solved};
use crate::Control;
use crate::meetings::check::check;
use crate::meetings::{Effort, Fault, MOST_COST, MOST_MEETINGS, Meeting, Problem, Session, Wish, solve};

fn refused(problem: &Problem) -> String {
    match solve(problem, Effort::default(), Control::free()) {
        Err(Fault::Invalid(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn nothing_is_too_empty() {
    for problem in [Problem::empty(0, 0), Problem::empty(5, 3), round(0, 0, 4, &[]), round(3, 0, 4, &[])] {
        let solution = solved(&problem);
        assert!(solution.optimal && solution.plan.seats.is_empty());
        assert!(check(&solution.certificate.expect("a plan")).is_ok_and(|verdict| verdict.optimal));
    }
}

#[test]
fn without_room_nothing_is_held() {
    let pairs = [(0, 1), (1, 2), (0, 2)];
    let mut blocked = round(3, 3, 3, &pairs);
    blocked.people.iter_mut().for_each(|person| person.blocked = 0b111);
    for mut problem in [round(0, 3, 3, &pairs), round(3, 0, 3, &pairs), blocked] {
        let none = solved(&problem);
        assert_eq!((none.impossible, none.missing.as_slice()), (true, &[0, 1, 2][..]));
        assert_eq!(check(&none.certificate.expect("a proof")).map(|verdict| verdict.feasible), Ok(false));
        problem.meetings.iter_mut().for_each(|meeting| meeting.wish = Wish::Wish(2));
        let wishes = solved(&problem);
        assert_eq!((wishes.objective, wishes.missing.len(), wishes.impossible), (6, 0, false));
        problem.meetings.iter_mut().for_each(|meeting| meeting.wish = Wish::No);
        let nothing = solved(&problem);
        assert_eq!((nothing.objective, nothing.optimal), (0, true));
    }
}

#[test]
fn orders_that_run_in_a_circle_cannot_be_kept() {
    let mut circle = round(4, 4, 4, &[(0, 1), (2, 3)]);
    circle.meetings[0].after = vec![1];
    circle.meetings[1].after = vec![0];
    assert!(solved(&circle).impossible);
    circle.meetings[1].wish = Wish::Wish(7);
    assert_eq!(solved(&circle).objective, 7);
}

#[test]
fn what_makes_no_sense_is_refused_by_name() {
    let two = round(1, 1, 2, &[(0, 1)]);
    let shared = Problem { shared: vec![vec![0, 1]], ..two.clone() };
    assert_eq!(refused(&shared), "meeting 1: the two share one schedule");
    assert_eq!(refused(&round(129, 1, 2, &[])), "129 slots are more than 128");
    assert_eq!(refused(&round(1, 1, 2, &[(0, 0)])), "meeting 1: two different people are needed");
    assert_eq!(refused(&round(1, 1, 2, &[(0, 1), (0, 7)])), "meeting 2: two different people are needed");
    assert_eq!(refused(&Problem { gap_cost: 0, ..two.clone() }), "a gap costs from 1 to 1000000");
    assert_eq!(refused(&Problem { move_cost: MOST_COST + 1, ..two.clone() }), "a move costs from 0 to 1000000");
    let meeting = |meeting: Meeting| refused(&Problem { meetings: vec![meeting], ..two.clone() });
    for weight in [i64::MIN, 0, MOST_COST + 1, i64::MAX] {
        assert_eq!(meeting(Meeting { wish: Wish::Wish(weight), ..Meeting::between(0, 1) }), "meeting 1: a wish weighs from 1 to 1000000");
    }
    assert_eq!(meeting(Meeting { slot: Some(1), ..Meeting::between(0, 1) }), "meeting 1: the slot is outside the round");
    assert_eq!(meeting(Meeting { table: Some(0), ..Meeting::between(0, 1) }), "meeting 1: a fixed table needs a fixed slot");
    let nowhere = Meeting { slot: Some(0), table: Some(1), ..Meeting::between(0, 1) };
    assert_eq!(meeting(nowhere), "meeting 1: there is no such table in that slot");
    let crowd = round(24, 9, 3, &vec![(0, 1); MOST_MEETINGS + 1]);
    assert_eq!(refused(&crowd), "more than 1000000 meetings");
}

#[test]
fn the_largest_costs_do_not_overflow() {
    let pairs: Vec<(usize, usize)> = (0..8).flat_map(|a| (a + 1..8).map(move |b| (a, b))).collect();
    let mut problem = round(6, 3, 8, &pairs);
    (problem.gap_cost, problem.move_cost) = (MOST_COST, MOST_COST);
    problem.meetings.iter_mut().enumerate().for_each(|(at, meeting)| {
        (meeting.wish, meeting.stood) = (Wish::Wish(MOST_COST), Some(at % 6));
    });
    let solution = solve(&problem, Effort { turns: 1, ..Effort::default() }, Control::free()).expect("well formed");
    // Eighteen seats for twenty-eight wishes.
    assert!(solution.objective >= 10 * MOST_COST && solution.bound <= solution.objective);
    assert!(check(&solution.certificate.expect("a plan")).is_ok());
}

#[test]
fn nobody_may_wait_more_than_anybody() {
    // Person 0 has to wait, and person 3, with no meeting at all, never does.
    let mut problem = round(3, 3, 4, &[(0, 1), (0, 2)]);
    problem.people[0].blocked = 0b010;
    problem.spread = Some(0);
    let unfair = solved(&problem);
    assert_eq!((unfair.fair, unfair.optimal, unfair.objective, unfair.missing.len()), (false, false, 1, 0));
    assert!(check(&unfair.certificate.expect("a plan")).is_ok_and(|verdict| !verdict.fair && !verdict.optimal));
    problem.spread = None;
    assert!(solved(&problem).optimal);
}

#[test]
fn all_bits_of_a_mask_are_slots() {
    let mut problem = round(128, 1, 3, &[(0, 1), (0, 2), (1, 2)]);
    problem.people[0].blocked = u128::MAX >> 2;
    problem.pauses = vec![127];
    problem.morning = 127;
    problem.meetings[0].session = Session::Afternoon;
    problem.meetings[2].slot = Some(125);
    let solution = solved(&problem);
    let slots: Vec<usize> = solution.plan.seats.iter().flatten().map(|seat| seat.slot).collect();
    assert_eq!((slots.as_slice(), solution.objective, solution.optimal), (&[127, 126, 125][..], 0, true));
    assert!(check(&solution.certificate.expect("a plan")).is_ok_and(|verdict| verdict.optimal));
}

#[test]
fn schedules_chained_together_are_one() {
    let mut problem = round(3, 3, 50_001, &[(0, 50_000)]);
    problem.shared = (0..49_999).rev().map(|person| vec![person, person + 1]).collect();
    problem.people[40_000].blocked = 0b011;
    let solution = solved(&problem);
    assert_eq!(solution.plan.seats[0].map(|seat| seat.slot), Some(2));
    assert!(check(&solution.certificate.expect("a plan")).is_ok_and(|verdict| verdict.optimal));
}

#[test]
fn a_million_meetings_find_their_slots() {
    let pairs: Vec<(usize, usize)> = (0..50_000).flat_map(|a| (0..20).map(move |step| (a, 50_000 + (a + step * 7) % 50_000))).collect();
    let problem = round(24, 50_000, 100_000, &pairs);
    let effort = Effort { turns: 0, ..Effort::default() };
    let solution = solve(&problem, effort, Control::free().expire_when(&|| true)).expect("a million is not too many");
    assert!(solution.missing.is_empty());
}
