//! Inputs at the edge: nothing, no pots, too dear, too large, stopped; and larger ones against a table.

use proptest::prelude::*;

use super::{pot, project};
use crate::Control;
use crate::portfolio::bound::{self, Effort};
use crate::portfolio::frontier::{Frontier, Method};
use crate::portfolio::policy::cut_within;
use crate::portfolio::*;

fn problem(pots: &[i64], projects: Vec<Project>) -> Problem {
    let pots = pots.iter().enumerate().map(|(index, amount)| pot(&index.to_string(), *amount)).collect();
    Problem { pots, projects, ..Problem::default() }
}

/// Some two-pot problem of a realistic size, from a fixed sequence.
fn large(projects: usize, unit: i64) -> Problem {
    let mut state = 7u64;
    let mut next = |limit: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % limit
    };
    let one = |index: usize, next: &mut dyn FnMut(u64) -> u64| {
        let cost = [unit * (1 + next(40) as i64), unit * (1 + next(30) as i64)];
        project(index, &cost, 1 + next(200) as i64, 1 + index as u32 / 3)
    };
    let projects: Vec<Project> = (0..projects).map(|index| one(index, &mut next)).collect();
    let half = |pot: usize| projects.iter().map(|project| project.cost[pot]).sum::<i64>() / 2;
    problem(&[half(0), half(1)], projects.clone())
}

#[test]
fn nothing_to_choose_is_an_answer() {
    for problem in [problem(&[], vec![]), problem(&[5, 5], vec![])] {
        for policy in Policy::ALL {
            assert_eq!(cut(&problem, policy).unwrap().fates, vec![]);
        }
        assert_eq!(report::best(&problem, Control::free()).unwrap().objective, 0);
    }
}

#[test]
fn without_pots_everything_goes_in() {
    let problem = problem(&[], vec![project(0, &[], 3, 1), project(1, &[], 0, 2)]);
    for policy in Policy::ALL {
        assert_eq!(cut(&problem, policy).unwrap().chosen, vec![true, true], "{policy:?}");
    }
    assert_eq!(Frontier::new(&problem).err(), Some(Fault::PotCount { expected: 2, got: 0 }));
}

#[test]
fn a_project_dearer_than_everything_is_out_and_harms_nobody() {
    let dear = project(0, &[i64::MAX, 1], 1 << 40, 1);
    let problem = problem(&[10, 10], vec![dear, project(1, &[4, 4], 1, 2), project(2, &[6, 6], 1, 2)]);
    for policy in [Policy::SkipAndContinue, Policy::BestValue, Policy::MostProjects] {
        let outcome = cut(&problem, policy).unwrap();
        assert_eq!(outcome.chosen, vec![false, true, true], "{policy:?}");
        let Fate::Out { reason } = &outcome.fates[0] else { panic!("{:?}", outcome.fates[0]) };
        assert_eq!(reason.cause, Cause::DearerThanPot);
        assert_eq!(reason.missing, vec![i128::from(i64::MAX) - 10, 0]);
    }
    assert_eq!(cut(&problem, Policy::StrictRanking).unwrap().chosen, vec![false; 3]);
    assert_eq!(Frontier::new(&problem).unwrap().value([10, 10]), Ok(2));
}

#[test]
fn the_largest_amounts_are_summed_exactly_or_refused() {
    let most = i64::MAX;
    let full = problem(&[most, most], (0..4).map(|id| project(id, &[most / 2, most / 2], 5, 1)).collect());
    assert_eq!(cut(&full, Policy::SkipAndContinue).unwrap().spent, vec![i128::from(most / 2) * 2; 2]);
    // Equal costs have a large common divisor, so even these are within reach.
    assert_eq!(report::best(&full, Control::free()).unwrap().objective, 10);
    let prime = problem(&[most], (0..5).map(|id| project(id, &[most / 2 + id as i64 - 7], 5, 1)).collect());
    assert!(matches!(bound::solve(&prime, Control::free(), Effort::default()), Err(Fault::TooLarge { .. })));
    let dear = problem(&[1], (0..3).map(|id| project(id, &[1], i64::MAX, 1)).collect());
    assert!(matches!(cut(&dear, Policy::BestValue), Err(Fault::TooLarge { .. })));
}

#[test]
fn malformed_problems_are_named() {
    let short = problem(&[1, 1], vec![project(0, &[1], 1, 1)]);
    assert!(matches!(cut(&short, Policy::BestValue), Err(Fault::CostCount { .. })));
    let twice = problem(&[1], vec![project(0, &[1], 1, 1), project(0, &[1], 1, 1)]);
    assert!(matches!(cut(&twice, Policy::StrictRanking), Err(Fault::DuplicateId { .. })));
    let negative = problem(&[1], vec![project(0, &[-1], 1, 1)]);
    assert!(matches!(cut(&negative, Policy::StrictRanking), Err(Fault::Negative { .. })));
}

#[test]
fn signed_projects_that_overdraw_a_pot_stay_in_alone() {
    let mut signed = project(0, &[20], 1, 9);
    signed.standing = Standing::Forced;
    let problem = problem(&[10], vec![signed, project(1, &[1], 5, 1), project(2, &[0], 5, 1)]);
    for policy in Policy::ALL {
        let outcome = cut(&problem, policy).unwrap();
        assert!(outcome.chosen[0] && !outcome.chosen[1], "{policy:?}");
        assert_eq!(outcome.left[0], -10);
    }
    assert_eq!(report::best(&problem, Control::free()).err(), Some(Fault::SignedExceedsPot { pot: 0, by: 10 }));
}

#[test]
fn a_stopped_search_is_honest_and_a_cancelled_one_silent() {
    let problem = large(80, 1);
    let effort = Effort { nodes: 3, ..Effort::default() };
    let early = bound::solve(&problem, Control::free(), effort).unwrap();
    let full = bound::solve(&problem, Control::free(), Effort::default()).unwrap();
    assert!(full.optimal() && early.objective <= full.objective && early.bound >= full.objective);
    assert!(problem.allows(&early.chosen));
    let stop = || true;
    let cancelled = cut_within(&problem, Policy::BestValue, Control::free().cancel_when(&stop));
    assert_eq!(cancelled, Err(Fault::Cancelled));
}

#[test]
fn the_same_question_gets_the_same_answer() {
    let problem = large(120, 1000);
    let answers: Vec<_> = (0..2).map(|_| report::best(&problem, Control::free()).unwrap()).collect();
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn table_list_and_search_agree() {
    let problem = large(26, 1);
    let odd = |problem: &Problem| {
        let mut odd = problem.clone();
        // Amounts without a common unit, but the same choices.
        odd.projects.iter_mut().for_each(|project| project.cost.iter_mut().for_each(|cost| *cost *= 1_000_003));
        odd.projects[0].cost[0] += 1;
        odd.pots.iter_mut().for_each(|pot| pot.amount = pot.amount * 1_000_003 + 1000);
        odd
    };
    let (table, list) = (Frontier::new(&problem).unwrap(), Frontier::new(&odd(&problem)).unwrap());
    assert!(matches!(table.method(), Method::Table { .. }) && matches!(list.method(), Method::List { .. }));
    for (a, b) in [(0, 0), (50, 300), (120, 80), (260, 200), (1000, 1000)] {
        let value = table.value([a, b]).unwrap();
        assert_eq!(list.value([a * 1_000_003 + 1000, b * 1_000_003 + 1000]), Ok(value));
        let mut other = problem.clone();
        (other.pots[0].amount, other.pots[1].amount) = (a, b);
        assert_eq!(bound::solve(&other, Control::free(), Effort::default()).unwrap().objective, value);
    }
    let steps = table.steps(0, Control::free()).unwrap();
    let other = list.steps(0, Control::free()).unwrap();
    assert!(steps.iter().all(|step| other.iter().any(|other| other.value == step.value)));
    for contour in table.contours(6, Control::free()).unwrap() {
        for [a, b] in contour.corners {
            assert!(table.value([a, b]).unwrap() >= contour.value);
            assert!(a == 0 || table.value([a - 1, b]).unwrap() < contour.value);
            assert!(b == 0 || table.value([a, b - 1]).unwrap() < contour.value);
        }
    }
}

#[test]
fn two_hundred_projects_in_minor_units_answer_while_people_talk() {
    let mut problem = large(200, 123_457);
    problem.projects[3].cost = vec![1_234_567, 7_654_321];
    let frontier = Frontier::new(&problem).unwrap();
    assert_eq!(frontier.method(), Method::Search);
    let value = frontier.value(frontier.pots()).unwrap();
    assert_eq!(cut(&problem, Policy::BestValue).unwrap().value, value);
    assert!(frontier.gain(0, 10_000_000).unwrap() > 0);
    for policy in Policy::ALL {
        let outcome = cut(&problem, policy).unwrap();
        assert!(outcome.value <= value && outcome.optimal, "{policy:?}");
    }
}

#[test]
fn readers_name_line_and_column() {
    for (name, text, place) in [
        ("a.pb", "META\nkey;value\nbudget;x\n", (3, 8)),
        ("a.pb", "META\nkey;value\nbudget;5\nPROJECTS\nproject_id;cost\n1;-2\n", (6, 3)),
        ("a.pb", "META\nkey;value\nbudget;5\nPROJECTS\nproject_id;cost\n1;2\nVOTES\nvoter_id;vote\na;1,7\n", (9, 3)),
        ("a.csv", "id,cost:RM,rank\n*,5,\na,x,1\n", (3, 3)),
        ("a.csv", "id,price\n", (1, 4)),
        ("a.txt", "1\n2 1 0\n3 x\n1 1\n5\n", (3, 3)),
        ("a.txt", "1\n2 1 0\n3 4\n", (3, 3)),
        ("a.json", "{\"pots\": [{\"name\": \"RM\", \"amount\": -1}]}", (1, 36)),
    ] {
        let fault = report::read(name, text.as_bytes()).unwrap_err();
        assert_eq!((fault.line, fault.column), place, "{text}: {fault}");
    }
}

#[test]
fn tables_of_all_formats_become_problems() {
    let csv = "id;cost:RM;cost:SH;rank;theme;lead;standing\n*;100;50;;;;\na;60;10;1;\"it; health\";AU;\nb;50;10;2;;;excluded\n";
    let Ok(report::Input::Problem(problem)) = report::read("x.csv", csv.as_bytes()) else { panic!() };
    assert_eq!(problem.pots[1].amount, 50);
    assert_eq!((problem.themes[0].name.as_str(), problem.projects[0].value), ("it; health", 2));
    assert_eq!(problem.projects[1].standing, Standing::Excluded);
    let mknap = "1 3 2 10.5\n4 6.5 2\n1 2 3\n0.5 1 1\n4 1.5\n";
    let Ok(report::Input::Mknap(all)) = report::read("mknap1.txt", mknap.as_bytes()) else { panic!() };
    assert_eq!((all[0].known, all[0].decimals, all[0].problem.pots[1].amount), (Some(105), 1, 15));
    assert_eq!(report::best(&all[0].problem, Control::free()).unwrap().objective, 105);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn middling_problems_agree_with_the_table(
        projects in prop::collection::vec((1i64..30, 1i64..30, 0i64..60), 25..60),
        pots in (20i64..400, 20i64..400),
    ) {
        let projects = projects.iter().enumerate().map(|(id, &(a, b, value))| project(id, &[a, b], value, 1)).collect();
        let problem = problem(&[pots.0, pots.1], projects);
        let frontier = Frontier::new(&problem).unwrap();
        let report = report::best(&problem, Control::free()).unwrap();
        prop_assert_eq!(frontier.value(frontier.pots()).unwrap(), report.objective);
        prop_assert!(report.optimal);
        let verdict = check::check(&report.certificate.unwrap()).unwrap();
        prop_assert!(verdict.optimal);
    }
}

#[test]
fn a_file_is_answered_as_one_object() {
    let options = report::Options::default();
    let two = "2\n2 1 9\n5 9\n3 4\n6\n1 1 0\n7\n2\n2\n";
    let answer = report::run("mk.txt", two.as_bytes(), &options, Control::free()).unwrap();
    assert_eq!(answer.need("objective").unwrap().int(), Ok(16));
    assert_eq!(answer.need("optimal").unwrap().boolean(), Ok(true));
    let election = "META\nkey;value\nbudget;4\nPROJECTS\nproject_id;cost\na;2.50\nb;4\nVOTES\nvoter_id;vote\n1;a\n2;b\n3;b,a\n";
    let shares = report::run("x.pb", election.as_bytes(), &options, Control::free()).unwrap();
    assert_eq!(shares.need("chosen").unwrap().items().unwrap()[0].text(), Ok("a"));
    let options = report::Options { policy: Some(Policy::SkipAndContinue), ..options };
    let cut = report::run("x.pb", election.as_bytes(), &options, Control::free()).unwrap();
    assert_eq!(cut.need("spent").unwrap().ints(), Ok(vec![250]));
    assert!(report::run("x.pb", b"", &options, Control::free()).is_err());
}
