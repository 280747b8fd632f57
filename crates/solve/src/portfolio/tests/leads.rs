//! Limits per lead against a table over one pot, at sizes where trying every choice is out of the question.

use super::{pot, project};
use crate::Control;
use crate::portfolio::bound::{Effort, solve};
use crate::portfolio::{Problem, Project, check, report};
use proptest::prelude::*;

fn problems() -> impl Strategy<Value = Problem> {
    let one = (1i64..40, 1i64..90, 0usize..14);
    (prop::collection::vec(one, 30..90), 0i64..900, 0u32..4).prop_map(|(projects, amount, most)| Problem {
        projects: projects
            .into_iter()
            .enumerate()
            .map(|(id, (cost, value, lead))| Project { lead: Some(lead.to_string()), ..project(id, &[cost], value, 1) })
            .collect(),
        pots: vec![pot("RM", amount)],
        per_lead: Some(most),
        ..Problem::default()
    })
}

/// The best value by money and by how many of the lead at hand are in.
fn by_table(problem: &Problem) -> i64 {
    let amount = problem.pots[0].amount as usize;
    let most = problem.per_lead.map_or(usize::MAX, |most| most as usize);
    let mut best = vec![0i64; amount + 1];
    let mut leads: Vec<&str> = problem.projects.iter().filter_map(|project| project.lead.as_deref()).collect();
    leads.sort_unstable();
    leads.dedup();
    for lead in leads {
        let mut counts = vec![best; most + 1];
        for project in problem.projects.iter().filter(|project| project.lead.as_deref() == Some(lead)) {
            let cost = project.cost[0] as usize;
            for count in (1..=most).rev() {
                for money in (cost..=amount).rev() {
                    counts[count][money] = counts[count][money].max(counts[count - 1][money - cost] + project.value);
                }
            }
        }
        best = counts.pop().unwrap();
    }
    best[amount]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn leads_are_held_to_their_limit_at_the_best_value(problem in problems()) {
        let best = by_table(&problem);
        let solution = solve(&problem, Control::free(), Effort::default()).unwrap();
        prop_assert_eq!((solution.objective, solution.bound), (best, best));
        prop_assert!(problem.allows(&solution.chosen));
        let certificate = report::best(&problem, Control::free()).unwrap().certificate.unwrap();
        prop_assert_eq!(check::check(&certificate).map(|verdict| verdict.optimal), Ok(true));
    }

    #[test]
    fn a_search_cut_short_says_how_far_it_may_be_off(problem in problems(), nodes in 1u64..60) {
        let best = by_table(&problem);
        if let Ok(early) = solve(&problem, Control::free(), Effort { nodes, ..Effort::default() }) {
            prop_assert!(early.objective <= best && best <= early.bound && problem.allows(&early.chosen));
        }
    }
}

#[test]
fn a_lead_of_everything_gets_one() {
    let projects = (0..300).map(|id| Project { lead: Some("AU".into()), ..project(id, &[1 + id as i64 % 7], 5 + id as i64 % 11, 1) });
    let problem = Problem { pots: vec![pot("RM", 100)], projects: projects.collect(), per_lead: Some(1), ..Problem::default() };
    let solution = solve(&problem, Control::free(), Effort::default()).unwrap();
    assert_eq!((solution.objective, solution.bound), (15, 15));
}
