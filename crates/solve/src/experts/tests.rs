//! Expert assignment against brute force, tampered proofs and hostile inputs.

mod behaviour;
mod odd;
mod proof;
mod reading;

use super::*;
use crate::Control;
use proptest::prelude::*;

/// All assignments of a small problem, by trying every set of pairs.
fn every(problem: &Problem) -> Vec<(i64, Vec<Pair>)> {
    let all: Vec<Pair> =
        (0..problem.need.len() as u32).flat_map(|a| (0..problem.experts.len() as u32).map(move |e| Pair::new(a, e))).collect();
    let sets =
        (0u32..1 << all.len()).map(|set| all.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, pair)| *pair).collect());
    sets.filter_map(|pairs: Vec<Pair>| check::total(problem, &pairs).ok().map(|total| (total as i64, pairs))).collect()
}

/// The service of the worst-served application.
fn worst(problem: &Problem, pairs: &[Pair]) -> Option<i64> {
    let needy = (0..problem.need.len() as u32).filter(|a| problem.need[*a as usize].iter().any(|need| *need > 0));
    let worth = |pair: &&Pair| problem.affinity.get(pair.application, pair.expert).unwrap();
    needy.map(|a| pairs.iter().filter(|pair| pair.application == a).map(|pair| worth(&pair)).sum()).min()
}

prop_compose! {
    fn small()(applications in 0usize..4, experts in 0usize..5, parties in 1u32..3)
        (need in prop::collection::vec(prop::collection::vec(0u32..3, parties as usize), applications),
         experts in prop::collection::vec((0..parties, 0u32..3, 0u32..3), experts),
         table in prop::collection::vec(prop_oneof![1 => Just(affinity::ABSENT), 6 => -5i32..40], applications * experts),
         forbidden in prop::collection::vec((0u32..4, 0u32..5), 0..3),
         fixed in prop::collection::vec((0u32..4, 0u32..5), 0..2),
         quotas in prop::collection::vec((prop::option::of(0u32..3), prop::collection::vec(0u32..5, 0..4), 0u32..2, 0u32..2), 0..3),
         parties in Just(parties)) -> Problem
    {
        let (n, m) = (need.len(), experts.len());
        let affinity = Affinity::full(n, m, table).unwrap();
        let known = |pairs: Vec<(u32, u32)>| pairs.into_iter().filter(|p| (p.0 as usize) < n && (p.1 as usize) < m).map(|p| Pair::new(p.0, p.1));
        let forbidden: Vec<Pair> = known(forbidden).collect();
        let fixed = known(fixed).filter(|p| !forbidden.contains(p) && affinity.get(p.application, p.expert).is_some()).collect();
        let experts = experts.into_iter().map(|(party, min, more)| Expert { party, min: min.saturating_sub(1), max: min.saturating_sub(1) + more }).collect();
        let quotas = quotas.into_iter().filter(|quota| quota.0.is_none_or(|a| (a as usize) < n)).map(|(application, group, least, more)| {
            Quota { application, experts: group.into_iter().filter(|e| (*e as usize) < m).collect(), least, most: least + more }
        });
        Problem { parties, need, experts, affinity, forbidden, fixed, quotas: quotas.collect() }
    }
}

fn judge(problem: &Problem) -> Result<(), TestCaseError> {
    let best = every(problem).into_iter().map(|(total, _)| total).max();
    match assign(problem, &Control::free()) {
        Ok(answer) => {
            prop_assert_eq!(Some(answer.objective), best);
            prop_assert!(answer.optimal);
            prop_assert_eq!(check::solution(problem, &answer), Ok(()));
        }
        Err(Failure::Infeasible(shortage)) => {
            prop_assert_eq!(None, best);
            prop_assert_eq!(check::shortage(problem, &shortage), Ok(()));
        }
        Err(Failure::Unruly(tree)) => {
            prop_assert_eq!(None, best);
            prop_assert_eq!(check::unruly(problem, &tree), Ok(()));
        }
        Err(other) => prop_assert!(matches!(other, Failure::Invalid(_)), "{other}"),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_answer_is_the_brute_force_optimum(mut problem in small()) {
        judge(&problem)?;
        problem.quotas.clear();
        judge(&problem)?;
    }

    #[test]
    fn the_fair_answer_is_the_brute_force_optimum(problem in small()) {
        let Ok(answer) = fair(&problem, &Control::free()) else { return Ok(()) };
        let all: Vec<(Option<i64>, i64)> = every(&problem).into_iter().map(|(total, pairs)| (worst(&problem, &pairs), total)).collect();
        let best = all.into_iter().max().unwrap();
        prop_assert_eq!((best.0.unwrap_or(0), best.1), (answer.worst, answer.solution.objective));
        prop_assert!(answer.worst == answer.worst_bound && answer.solution.optimal);
        prop_assert_eq!(check::fair(&problem, &answer), Ok(()));
    }

    #[test]
    fn a_repair_keeps_what_can_be_kept(problem in small(), changes in prop::collection::vec((0u32..4, 0u32..5, any::<bool>()), 1..3)) {
        let Ok(before) = assign(&problem, &Control::free()) else { return Ok(()) };
        let mut changed = problem.clone();
        for (application, expert, declines) in changes {
            if let Some(expert) = changed.experts.get_mut(expert as usize).filter(|_| declines) {
                (expert.min, expert.max) = (0, expert.max / 2);
            } else if before.pairs.contains(&Pair::new(application, expert)) {
                changed.forbidden.push(Pair::new(application, expert));
            }
        }
        let kept = |pairs: &[Pair]| pairs.iter().filter(|pair| before.pairs.contains(pair)).count();
        let best = every(&changed).into_iter().map(|(total, pairs)| (kept(&pairs), total)).max();
        match repair(&changed, &before.pairs, &Control::free()) {
            Ok(answer) => {
                prop_assert_eq!(best, Some((kept(&answer.solution.pairs), answer.total)));
                prop_assert_eq!(check::repair(&changed, &before.pairs, &answer), Ok(()));
                let mut forged = answer.clone();
                forged.dropped.extend(forged.added.first());
                prop_assert!(answer.added.is_empty() || check::repair(&changed, &before.pairs, &forged).is_err());
            }
            Err(Failure::Invalid(_)) => {}
            Err(_) => prop_assert_eq!(best, None),
        }
    }
}
