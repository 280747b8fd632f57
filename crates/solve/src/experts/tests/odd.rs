//! Quotas by attribute, every kind of witness, and what a change changes, by hand.

use crate::Control;
use crate::experts::read::{Missing, any};
use crate::experts::*;
use std::io::Cursor;

fn read(text: &str) -> Problem {
    any(&mut Cursor::new(text), &Missing::default()).unwrap().problem
}

/// Two applications, four experts in two fields and two organisations.
fn problem(quotas: &str) -> Problem {
    read(&format!(
        r#"{{"applications":[{{"name":"A","need":2}},{{"name":"B","need":2}}],
        "experts":[{{"name":"E0","max":2,"attributes":{{"field":"water","house":"AU"}}}},{{"name":"E1","max":2,"attributes":{{"field":"water","house":"AU"}}}},
                   {{"name":"E2","max":2,"attributes":{{"field":"air","house":"AU"}}}},{{"name":"E3","max":2,"attributes":{{"field":"air","house":"RM"}}}}],
        "affinity":[[0.9,0.8,0.3,0.1],[0.9,0.7,0.2,0.1]],"quotas":[{quotas}]}}"#
    ))
}

fn pairs(list: [(u32, u32); 4]) -> Vec<Pair> {
    list.map(|(application, expert)| Pair::new(application, expert)).to_vec()
}

#[test]
fn quotas_by_attribute_have_a_least_and_a_most() {
    for (quotas, total) in [
        ("", 3_300_000),
        (r#"{"attribute":"field","least":1}"#, 2_300_000),
        (r#"{"attribute":"house","most":1}"#, 2_000_000),
        (r#"{"attribute":"field","least":1,"most":1},{"application":"B","experts":["E3"],"least":1}"#, 2_200_000),
        (r#"{"application":"A","experts":["E0","E1"],"most":0}"#, 2_000_000),
    ] {
        let problem = problem(quotas);
        let answer = assign(&problem, &Control::free()).unwrap();
        assert_eq!((answer.objective, answer.optimal), (total, true), "{quotas}");
        assert_eq!(check::solution(&problem, &answer), Ok(()));
    }
}

#[test]
fn quotas_that_cannot_be_met_are_proven_so() {
    for quotas in [
        r#"{"attribute":"house","least":2}"#,
        r#"{"attribute":"field","most":0}"#,
        r#"{"application":"A","experts":["E0"],"least":2,"most":2}"#,
    ] {
        let problem = problem(quotas);
        let Err(Failure::Unruly(tree)) = assign(&problem, &Control::free()) else { panic!("{quotas}") };
        assert_eq!(check::unruly(&problem, &tree), Ok(()), "{quotas}");
        // The same witness proves nothing once the quotas are gone.
        assert!(check::unruly(&Problem { quotas: Vec::new(), ..problem }, &tree).is_err(), "{quotas}");
    }
}

#[test]
fn every_kind_of_shortage_has_its_witness() {
    let free = problem("");
    let fixed = |list: &[(u32, u32)]| list.iter().map(|(application, expert)| Pair::new(*application, *expert)).collect();
    let overfull = Problem { fixed: fixed(&[(0, 0), (0, 1), (0, 2)]), ..free.clone() };
    let mut overload = Problem { fixed: fixed(&[(0, 0), (1, 0)]), ..free.clone() };
    overload.experts[0].max = 1;
    let conflicts = Problem { forbidden: (0..2).flat_map(|a| (0..4).map(move |e| Pair::new(a, e))).collect(), ..free.clone() };
    let mut busy = free.clone();
    busy.experts.iter_mut().for_each(|expert| expert.max = 0);
    let mut idle = free.clone();
    idle.experts.iter_mut().for_each(|expert| expert.min = 2);
    for (problem, expected) in [
        (overfull, Shortage::Overfull { application: 0, party: 0 }),
        (overload, Shortage::Overload { expert: 0 }),
        (conflicts, Shortage::Seats { seats: vec![(0, 0), (1, 0)], experts: vec![], missing: 4 }),
        (busy, Shortage::Seats { seats: vec![(0, 0), (1, 0)], experts: vec![], missing: 4 }),
        (idle, Shortage::Loads { experts: vec![0, 1, 2, 3], missing: 4 }),
    ] {
        assert_eq!(assign(&problem, &Control::free()), Err(Failure::Infeasible(expected.clone())));
        assert_eq!(fair(&problem, &Control::free()), Err(Failure::Infeasible(expected.clone())));
        assert_eq!(check::shortage(&problem, &expected), Ok(()));
        assert!(check::shortage(&free, &expected).is_err(), "{expected:?} proves nothing about another problem");
    }
}

#[test]
fn a_repair_names_exactly_what_changed() {
    let before = problem("");
    let standing = pairs([(0, 0), (0, 1), (1, 0), (1, 1)]);
    // Nothing happened, so nothing changes.
    let same = repair(&before, &standing, &Control::free()).unwrap();
    assert_eq!((same.lost, same.dropped, same.added, same.total), (vec![], vec![], vec![], 3_300_000));
    // E1 declines altogether: both seats go to the best others, E0 stays.
    let mut declined = before.clone();
    (declined.experts[1].min, declined.experts[1].max) = (0, 0);
    let changed = repair(&declined, &standing, &Control::free()).unwrap();
    assert_eq!(changed.lost, [Pair::new(0, 1), Pair::new(1, 1)]);
    assert_eq!((changed.dropped.as_slice(), changed.premium), (&[][..], 0));
    assert_eq!(changed.added, [Pair::new(0, 2), Pair::new(1, 2)]);
    // A conflict of B with all but E0 and E2, who may take one each and E2 sits in A: somebody has to move.
    let mut tight = before.clone();
    tight.experts.iter_mut().for_each(|expert| expert.max = 1);
    let standing = pairs([(0, 0), (0, 2), (1, 1), (1, 3)]);
    tight.forbidden = vec![Pair::new(1, 1)];
    let moved = repair(&tight, &standing, &Control::free()).unwrap();
    assert_eq!(moved.lost, [Pair::new(1, 1)]);
    assert_eq!((moved.dropped.len(), moved.added.len(), moved.solution.pairs.len()), (1, 2, 4));
    assert!(moved.premium > 0 && check::repair(&tight, &standing, &moved).is_ok());
}

#[test]
fn what_stands_twice_or_does_not_fit_is_refused_by_name() {
    let free = problem("");
    let pair = Pair::new(0, 0);
    let refused = |problem: Problem| match assign(&problem, &Control::free()) {
        Err(Failure::Invalid(why)) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(Problem { fixed: vec![pair, pair], ..free.clone() }), "application 0 and expert 0 are fixed twice");
    assert_eq!(
        refused(Problem { fixed: vec![pair], forbidden: vec![pair], ..free.clone() }),
        "application 0 and expert 0 are both fixed and forbidden"
    );
    let mut backwards = free.clone();
    backwards.experts[2].min = 3;
    assert_eq!(refused(backwards), "expert 2 has a least load of 3 above the greatest of 2");
    // The same conflict reported by both sides is one conflict.
    let twice = Problem { forbidden: vec![pair, pair], ..free };
    assert_eq!(check::solution(&twice, &assign(&twice, &Control::free()).unwrap()), Ok(()));
}
