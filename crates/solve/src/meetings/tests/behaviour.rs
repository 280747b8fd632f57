//! What a round does for those who plan it: shortages by name, waits around lunch, replanning after a cancellation.

use super::{round, solved};
use crate::meetings::certificate::{Certificate, Proof, Shortage};
use crate::meetings::check::check;
use crate::meetings::{Wish, report};

#[test]
fn a_two_sided_event_without_rules_is_coloured_at_once() {
    let pairs: Vec<(usize, usize)> = (0..12).flat_map(|a| (0..6).map(move |step| (a, 12 + (a * 5 + step) % 12))).collect();
    let solution = solved(&round(6, 12, 24, &pairs));
    assert_eq!((solution.objective, solution.optimal, solution.missing.len()), (0, true, 0));
}

#[test]
fn after_a_cancellation_only_what_must_change_changes() {
    let pairs: Vec<(usize, usize)> = (0..6).flat_map(|a| (0..4).map(move |step| (a, 6 + (a + step) % 6))).collect();
    let mut problem = round(6, 6, 12, &pairs);
    let before = solved(&problem);
    problem.cancel(3);
    problem.move_cost = 1;
    problem.gap_cost = 3;
    let waiting = |meeting: usize| problem.meetings[meeting].pair.iter().any(|person| (6..10).contains(person));
    let free: Vec<bool> = (0..pairs.len()).map(waiting).collect();
    problem.lock(&before.plan, |meeting| free[meeting]);
    let after = solved(&problem);
    assert!(after.optimal && after.missing.is_empty());
    for (at, meeting) in problem.meetings.iter().enumerate() {
        match meeting.wish {
            Wish::No => assert_eq!(after.plan.seats[at], None),
            _ if !free[at] => assert_eq!(after.plan.seats[at], before.plan.seats[at]),
            _ => {}
        }
    }
    let json = report::to_json(&problem, &after).to_string();
    assert!(json.contains("\"moved\""));
}

#[test]
fn lunch_is_no_gap() {
    let mut problem = round(4, 4, 3, &[(0, 1), (0, 2)]);
    problem.people[0].blocked = 0b0110;
    assert_eq!(solved(&problem).objective, 1);
    problem.pauses = vec![2];
    assert_eq!(solved(&problem).objective, 0);
}

#[test]
fn a_person_whom_everybody_meets_needs_as_many_slots() {
    let pairs: Vec<(usize, usize)> = (1..40).map(|other| (0, other)).collect();
    let fits = solved(&round(39, 40, 40, &pairs));
    assert!(fits.optimal && fits.missing.is_empty());
    let crowded = solved(&round(38, 40, 40, &pairs));
    let Some(Shortage::Place { meetings, slots, .. }) = &crowded.shortage else { panic!("{crowded:?}") };
    assert_eq!((meetings.len(), slots.len(), crowded.missing.len()), (39, 38, 1));
}

#[test]
fn what_does_not_fit_is_missing_and_the_reason_holds() {
    // Three meetings of one person in two slots; three meetings at one table in two slots; an odd ring of three in two.
    let person = solved(&round(2, 9, 4, &[(0, 1), (0, 2), (0, 3)]));
    let tables = solved(&round(2, 1, 6, &[(0, 1), (2, 3), (4, 5)]));
    let ring = solved(&round(2, 9, 3, &[(0, 1), (1, 2), (2, 0)]));
    for (solution, named) in [(person, true), (tables, true), (ring, false)] {
        assert_eq!((solution.impossible, solution.shortage.is_some(), solution.missing.len()), (true, named, 1));
        let certificate = solution.certificate.expect("that there is no plan is proven");
        assert_eq!(check(&certificate).map(|verdict| verdict.feasible), Ok(false));
        // With more slots the same proof is none.
        let roomy = crate::meetings::Problem { tables: vec![9; 4], ..certificate.problem.clone() };
        assert!(check(&Certificate { problem: roomy, ..certificate.clone() }).is_err());
        assert_eq!(matches!(certificate.proof, Proof::Steps(_)), !named);
    }
}

#[test]
fn costs_of_any_size_are_proven_without_climbing_to_them() {
    // Two meetings in one slot: the lesser wish goes; the first of them besides waits for a slot that is blocked between.
    let mut problem = round(4, 2, 5, &[(0, 1), (0, 2), (3, 4), (3, 1)]);
    problem.gap_cost = 700_001;
    problem.people[0].blocked = 0b0110;
    problem.people[1].blocked = 0b1110;
    problem.meetings[0].wish = Wish::Wish(900_000);
    problem.meetings[3].wish = Wish::Wish(999_983);
    let solution = solved(&problem);
    assert_eq!((solution.objective, solution.bound, solution.optimal), (900_000, 900_000, true));
    let verdict = check(&solution.certificate.expect("a plan has a certificate")).expect("it holds");
    assert_eq!(verdict.bound, 900_000);
}
