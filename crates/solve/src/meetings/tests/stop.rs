//! A caller can stop at any moment, and the same seed gives the same plan.

use super::round;
use crate::Control;
use crate::meetings::check::check;
use crate::meetings::{Effort, Fault, Problem, Solution, Wish, solve};
use std::cell::Cell;

/// All parts of the search have something to do here: chains, annealing, prices and steps.
fn busy() -> Problem {
    let pairs: Vec<(usize, usize)> = (0..8).flat_map(|a| (0..4).map(move |step| (a, 8 + (a * 3 + step * step) % 8))).collect();
    let mut problem = round(7, 6, 16, &pairs);
    problem.people.iter_mut().enumerate().for_each(|(at, person)| person.blocked = 1 << (at % 7));
    problem.meetings.iter_mut().step_by(5).for_each(|meeting| meeting.wish = Wish::Wish(2));
    problem
}

fn effort(seed: u64) -> Effort {
    Effort { seed, turns: 2, ..Effort::default() }
}

/// How often a run asks.
fn polls(problem: &Problem) -> u64 {
    let asked = Cell::new(0u64);
    let count = || {
        asked.set(asked.get() + 1);
        false
    };
    solve(problem, effort(1), Control::free().cancel_when(&count)).expect("nobody cancels");
    asked.get()
}

/// Stops at these questions, and at some in between and after.
fn moments(polls: u64) -> impl Iterator<Item = u64> {
    (0..40).chain((40..polls + 40).step_by(1 + polls as usize / 60)).chain([polls - 1, polls, polls + 1])
}

#[test]
fn who_cancels_gets_no_answer_or_the_whole() {
    let problem = busy();
    let whole = solve(&problem, effort(1), Control::free());
    let polls = polls(&problem);
    for moment in moments(polls) {
        let asked = Cell::new(0);
        let cancel = || asked.replace(asked.get() + 1) >= moment;
        match solve(&problem, effort(1), Control::free().cancel_when(&cancel)) {
            Err(Fault::Cancelled) => assert!(moment < polls),
            other => assert!(moment >= polls && other == whole, "{moment} {other:?}"),
        }
    }
}

#[test]
fn whose_time_is_up_gets_a_plan_and_an_honest_bound() {
    let problem = busy();
    let best = solve(&problem, effort(1), Control::free()).expect("well formed");
    for moment in moments(polls(&problem)) {
        let asked = Cell::new(0);
        let expire = || asked.replace(asked.get() + 1) >= moment;
        let hurried = solve(&problem, effort(1), Control::free().expire_when(&expire)).expect("the first plan counts");
        assert!(hurried.missing.is_empty() && hurried.bound <= best.objective && best.bound <= hurried.objective);
        assert!(check(&hurried.certificate.expect("a plan")).is_ok(), "{moment}");
    }
}

#[test]
fn the_same_seed_gives_the_same_plan() {
    let problem = busy();
    let run = |seed: u64| -> Solution { solve(&problem, effort(seed), Control::free()).expect("well formed") };
    for seed in [0, 1, u64::MAX] {
        assert_eq!(run(seed), run(seed));
    }
}
