//! The kernel as a good citizen: same answer every time, stops when asked, and survives hostile sizes.

use crate::experts::*;
use crate::{Cancelled, Control};
use std::cell::Cell;

/// Affinities without a pattern, from a small linear generator.
fn noise(applications: usize, experts: usize) -> Affinity {
    let mut state = 12345u64;
    let mut next = || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 44) as i32 % 1_000_000
    };
    Affinity::full(applications, experts, (0..applications * experts).map(|_| next()).collect()).unwrap()
}

#[test]
fn the_same_problem_gives_the_same_answer() {
    let problem = Problem::uniform(60, 40, 3, 2, 6, noise(60, 40));
    let first = assign(&problem, &Control::free()).unwrap();
    assert!(first.optimal);
    assert_eq!(assign(&problem, &Control::free()).unwrap(), first);
    assert_eq!(check::solution(&problem, &first), Ok(()));
    let list = (0..60u32).flat_map(|a| (0..40u32).map(move |e| (a, e))).map(|(a, e)| (a, e, problem.affinity.get(a, e).unwrap() as i32));
    let listed = Problem { affinity: Affinity::listed(60, 40, list.collect()).unwrap(), ..problem };
    assert_eq!(assign(&listed, &Control::free()).unwrap(), first);
}

#[test]
fn candidates_are_widened_when_they_do_not_suffice() {
    // Everybody wants the same few experts most, so that 48 candidates are far too few.
    let (applications, experts) = (200u32, 300u32);
    let table: Vec<i32> = (0..applications).flat_map(|a| (0..experts).map(move |e| 1_000_000 - (e * 1000 + a * e % 7) as i32)).collect();
    for (min, max) in [(0, 2), (1, 5)] {
        let problem = Problem::uniform(200, 300, 2, min, max, Affinity::full(200, 300, table.clone()).unwrap());
        let answer = assign(&problem, &Control::free()).unwrap();
        assert!(answer.optimal);
        assert_eq!(check::solution(&problem, &answer), Ok(()));
    }
}

#[test]
fn it_stops_when_asked_and_tells_how_far_it_is() {
    let problem = Problem::uniform(400, 300, 3, 0, 6, noise(400, 300));
    let (seen, calls) = (Cell::new(0), Cell::new(0));
    let report = |done, total| {
        assert!(done >= seen.replace(done) && total == 1200);
    };
    // Once per row while candidates are listed, then every 256 seats.
    let stop = || calls.replace(calls.get() + 1) > 402;
    let control = Control::free().report_to(&report).cancel_when(&stop);
    assert_eq!(assign(&problem, &control), Err(Failure::Cancelled));
    assert!(seen.get() > 0);
    assert_eq!(control.go_on(), Err(Cancelled));
}

#[test]
fn an_expired_search_gives_an_honest_bound() {
    let mut problem = Problem::uniform(30, 20, 3, 0, 6, noise(30, 20));
    let free = fair(&problem, &Control::free()).unwrap();
    let late = fair(&problem, &Control::free().expire_when(&|| true)).unwrap();
    assert_eq!(check::fair(&problem, &free), Ok(()));
    assert_eq!(check::fair(&problem, &late), Ok(()));
    assert!(late.worst <= free.worst && free.worst <= late.worst_bound);
    problem.quotas.push(Quota { application: None, experts: (0..7).collect(), least: 1, most: 1 });
    let free = assign(&problem, &Control::free()).unwrap();
    assert_eq!(check::solution(&problem, &free), Ok(()));
    assert!(free.optimal);
}

#[test]
fn a_fair_search_ends_soon_after_its_time() {
    let problem = Problem::uniform(120, 90, 3, 0, 5, noise(120, 90));
    for limit in [0, 1, 200, 3_000, 20_000] {
        let (polls, work, before) = (Cell::new(0u64), Cell::new(0u64), Cell::new(None));
        let late = || {
            let late = polls.replace(polls.get() + 1) >= limit;
            before.set(before.get().or(late.then_some(work.get())));
            late
        };
        let count = || {
            work.set(work.get() + 1);
            false
        };
        let answer = fair(&problem, &Control::free().expire_when(&late).cancel_when(&count)).unwrap();
        assert_eq!(check::fair(&problem, &answer), Ok(()));
        // One more transport, for a bound on the total, asks some 250 times; ways back out of cases once each.
        let after = before.get().map_or(0, |before| work.get() - before);
        assert!(after < 800, "{after} after {limit}");
    }
}

#[test]
fn nothing_is_too_empty() {
    for (applications, experts) in [(0, 0), (0, 3), (3, 0)] {
        let empty = Affinity::full(applications, experts, Vec::new()).unwrap();
        let problem = Problem::uniform(applications, experts, 0, 0, 1, empty);
        let answer = assign(&problem, &Control::free()).unwrap();
        assert_eq!((answer.objective, answer.pairs.len()), (0, 0));
        assert_eq!(check::fair(&problem, &fair(&problem, &Control::free()).unwrap()), Ok(()));
    }
}

#[test]
fn a_shortage_names_who_competes_for_whom() {
    // Applications 0 and 1 can only go to expert 0, who has time for one.
    let mut problem = Problem::uniform(3, 3, 1, 0, 1, noise(3, 3));
    problem.forbidden = [(0, 1), (0, 2), (1, 1), (1, 2)].map(|(a, e)| Pair::new(a, e)).to_vec();
    let Err(Failure::Infeasible(shortage)) = assign(&problem, &Control::free()) else { panic!("feasible") };
    assert_eq!(shortage, Shortage::Seats { seats: vec![(0, 0), (1, 0)], experts: vec![0], missing: 1 });
    assert_eq!(check::shortage(&problem, &shortage), Ok(()));
    // Nobody at all may take anything.
    problem.forbidden = (0..3).flat_map(|a| (0..3).map(move |e| Pair::new(a, e))).collect();
    let Err(Failure::Infeasible(shortage)) = assign(&problem, &Control::free()) else { panic!("feasible") };
    assert_eq!(shortage, Shortage::Seats { seats: vec![(0, 0), (1, 0), (2, 0)], experts: vec![], missing: 3 });
    // Two experts want two applications each, but there are three seats.
    let idle = Problem::uniform(3, 2, 1, 2, 3, noise(3, 2));
    let Err(Failure::Infeasible(shortage)) = assign(&idle, &Control::free()) else { panic!("feasible") };
    assert_eq!(shortage, Shortage::Loads { experts: vec![0, 1], missing: 1 });
    assert_eq!(check::shortage(&idle, &shortage), Ok(()));
}

#[test]
fn the_greatest_affinities_do_not_overflow() {
    let limit = affinity::LIMIT as i32;
    let table = (0..900).map(|at| if at % 3 == 0 { -limit } else { limit - at }).collect();
    let mut problem = Problem::uniform(30, 30, 3, 1, 5, Affinity::full(30, 30, table).unwrap());
    let answer = assign(&problem, &Control::free()).unwrap();
    assert_eq!(check::solution(&problem, &answer), Ok(()));
    let asked = Cell::new(0);
    let soon = || asked.replace(asked.get() + 1) > 40;
    let control = Control::free().expire_when(&soon);
    assert_eq!(check::fair(&problem, &fair(&problem, &control).unwrap()), Ok(()));
    problem.experts[0] = Expert { party: 0, min: 0, max: 0 };
    if let Ok(repaired) = repair(&problem, &answer.pairs, &control) {
        assert_eq!(check::repair(&problem, &answer.pairs, &repaired), Ok(()));
    }
    assert!(Affinity::full(1, 1, vec![limit + 1]).is_none());
}
