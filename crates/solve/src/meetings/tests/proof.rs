//! Every kind of proof, with every value of its certificate changed: refused, or true all the same.

use super::brute::{cost, truth};
use super::random::small;
use super::{round, solved};
use crate::json::Value;
use crate::json::tamper::{tamper, values};
use crate::meetings::certificate::{Certificate, Place, Proof, Shortage};
use crate::meetings::check::{Rejection, check};
use crate::meetings::{Meeting, Pool, Problem, Wish};
use proptest::prelude::*;

/// Somebody waits, because slots are blocked; prices cannot see it.
fn waiting() -> Problem {
    let mut problem = round(5, 5, 4, &[(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]);
    problem.people[0].blocked = 0b00100;
    problem.people[1].blocked = 0b01000;
    problem
}

/// Slot 1 has no table: the three meetings of person 0 cannot be next to each other.
fn tableless() -> Problem {
    Problem { tables: vec![1, 0, 1, 1], ..round(4, 1, 4, &[(0, 1), (0, 2), (0, 3)]) }
}

fn of_one_company() -> Problem {
    let mut problem = round(4, 4, 3, &[(0, 1), (0, 2)]);
    problem.people[0].exclusive = true;
    problem.people[1..].iter_mut().for_each(|person| person.company = Some("Lys".to_owned()));
    problem
}

fn in_one_pool() -> Problem {
    let mut problem = round(2, 3, 6, &[(0, 1), (2, 3), (4, 5)]);
    problem.pools = vec![Pool { name: "da-zh".to_owned(), capacity: 1 }];
    problem.meetings.iter_mut().for_each(|meeting| meeting.pools = vec![0]);
    problem
}

fn proof(problem: &Problem) -> Certificate {
    solved(problem).certificate.expect("it is decided")
}

/// Nothing that is accepted is contradicted by brute force.
fn true_or_refused(certificate: &Certificate) -> bool {
    let Ok(verdict) = check(certificate) else { return false };
    let truth = truth(&certificate.problem);
    assert_eq!(verdict.feasible, truth.any.is_some());
    if let Some(plan) = &certificate.plan {
        assert_eq!(cost(&certificate.problem, plan), Some((verdict.objective, verdict.fair)));
        assert!(truth.fair.is_none_or(|least| verdict.bound <= least), "{verdict:?} {truth:?}");
        assert!(!verdict.optimal || truth.fair == Some(verdict.objective));
    }
    true
}

#[test]
fn every_kind_of_proof_withstands_every_change() {
    let kinds: [(Problem, fn(&Proof) -> bool); 8] = [
        (waiting(), |proof| matches!(proof, Proof::Steps(_))),
        (round(2, 9, 3, &[(0, 1), (1, 2), (2, 0)]), |proof| matches!(proof, Proof::Steps(_))),
        (round(3, 2, 4, &[(0, 1), (2, 3)]), |proof| matches!(proof, Proof::Prices { .. })),
        (tableless(), |proof| matches!(proof, Proof::Prices { prices, .. } if prices[1] > 0)),
        (round(2, 9, 4, &[(0, 1), (0, 2), (0, 3)]), |proof| {
            matches!(proof, Proof::Shortage(Shortage::Place { place: Place::Person(0), .. }))
        }),
        (round(2, 1, 6, &[(0, 1), (2, 3), (4, 5)]), |proof| matches!(proof, Proof::Shortage(Shortage::Place { place: Place::Tables, .. }))),
        (in_one_pool(), |proof| matches!(proof, Proof::Shortage(Shortage::Place { place: Place::Pool(0), .. }))),
        (of_one_company(), |proof| matches!(proof, Proof::Shortage(Shortage::Exclusive { person: 0, .. }))),
    ];
    for (problem, kind) in kinds {
        let certificate = proof(&problem);
        assert!(kind(&certificate.proof) && true_or_refused(&certificate), "{certificate:?}");
        let json = certificate.to_json();
        let mut refused = 0;
        for (place, by) in (0..values(&json)).flat_map(|place| [-2, -1, 1, 2, i64::MIN, i64::MAX].map(|by| (place, by))) {
            let mut forged = json.clone();
            tamper(&mut forged, place, by);
            let read = Certificate::from_json(forged.to_string().as_bytes());
            refused += usize::from(!read.is_ok_and(|forged| true_or_refused(&forged)));
        }
        assert!(refused > values(&json), "{refused} changes were refused: {json}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn nothing_forged_proves_a_falsehood(problem in small(), changes in prop::collection::vec((1usize..6, any::<usize>(), -3i64..4), 1..3)) {
        let mut json = proof(&problem).to_json();
        for (part, place, by) in changes {
            let Value::Object(members) = &mut json.value else { unreachable!("a certificate is an object") };
            tamper(&mut members[part].1, place, by);
        }
        if let Ok(forged) = Certificate::from_json(json.to_string().as_bytes()) {
            true_or_refused(&forged);
        }
    }

    #[test]
    fn a_proof_holds_for_its_own_claim_only(problem in small(), other in small(), more in 1i64..3) {
        let (certificate, other) = (proof(&problem), proof(&other));
        true_or_refused(&Certificate { proof: other.proof, ..certificate.clone() });
        true_or_refused(&Certificate { plan: None, ..certificate.clone() });
        true_or_refused(&Certificate { bound: certificate.bound + more, ..certificate.clone() });
        let dearer = Certificate { objective: certificate.objective + more, ..certificate };
        prop_assert!(dearer.plan.is_none() || check(&dearer).is_err());
    }
}

#[test]
fn steps_that_do_not_follow_are_rejected() {
    let certificate = proof(&waiting());
    assert!(certificate.bound > 0 && certificate.bound == certificate.objective, "{certificate:?}");
    let steps = |text: &str| check(&Certificate { proof: Proof::Steps(text.to_owned()), ..certificate.clone() });
    assert_eq!(steps(""), Err(Rejection::Unfinished));
    assert_eq!(steps("0"), Err(Rejection::Step { index: 0 }));
    assert_eq!(steps("1 0 0"), Err(Rejection::Step { index: 0 }));
    assert_eq!(steps("1 x 0"), Err(Rejection::Step { index: 0 }));
    assert_eq!(steps("99999 0"), Err(Rejection::Step { index: 0 }));
    assert_eq!(steps("-9223372036854775808 0"), Err(Rejection::Step { index: 0 }));
}

#[test]
fn claims_nobody_needs_to_prove_are_no_trap() {
    let certificate = proof(&waiting());
    let steps = Proof::Steps("0".to_owned());
    for bound in [0, -1, i64::MIN] {
        let modest = Certificate { bound, proof: steps.clone(), ..certificate.clone() };
        assert_eq!(check(&modest).map(|verdict| (verdict.bound, verdict.optimal)), Ok((0, false)));
    }
    for bound in [certificate.bound + 1, i64::MAX] {
        assert_eq!(check(&Certificate { bound, ..certificate.clone() }), Err(Rejection::BoundAboveObjective));
    }
}

#[test]
fn a_certificate_cannot_fill_the_memory() {
    let mut large = round(100, 1, 100_000, &[(0, 1)]);
    let steps = |problem: &Problem| {
        let problem = problem.clone();
        check(&Certificate { problem, plan: None, objective: 0, bound: 0, proof: Proof::Steps("0".to_owned()) })
    };
    assert_eq!(steps(&large), Err(Rejection::TooLarge));
    large.people.truncate(4);
    large.meetings = vec![Meeting::between(0, 1), Meeting { after: vec![0; 1000], wish: Wish::Wish(1), ..Meeting::between(2, 3) }];
    assert_eq!(steps(&large), Err(Rejection::TooLarge));
    large.meetings[1].after = vec![0; 1_000_001];
    assert!(matches!(steps(&large), Err(Rejection::Problem(_))));
}
