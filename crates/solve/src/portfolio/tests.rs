//! Small problems solved by trying every choice, and properties of cuts.

mod leads;
mod odd;
mod shares;

use proptest::prelude::*;

use super::*;
use crate::Control;

/// A project with the plainest settings.
pub(crate) fn project(id: usize, cost: &[i64], value: i64, rank: u32) -> Project {
    let standing = Standing::Candidate;
    Project { id: format!("p{id}"), cost: cost.to_vec(), value, rank, theme: None, lead: None, standing }
}

pub(crate) fn pot(name: &str, amount: i64) -> Pot {
    Pot { name: name.into(), amount }
}

/// The best allowed portfolio by trying all.
pub(crate) fn brute(problem: &Problem) -> Option<(i64, Vec<Vec<bool>>)> {
    let n = problem.projects.len();
    let all = (0u32..1 << n).map(|mask| (0..n).map(|bit| mask >> bit & 1 == 1).collect::<Vec<bool>>());
    let allowed: Vec<Vec<bool>> = all.filter(|chosen| problem.allows(chosen)).collect();
    let best = allowed.iter().map(|chosen| problem.worth(chosen)).max()?;
    Some((best, allowed.into_iter().filter(|chosen| problem.worth(chosen) == best).collect()))
}

pub(crate) fn problems() -> impl Strategy<Value = Problem> {
    let one = (prop::collection::vec(0i64..12, 3), 0i64..9, 1u32..5, 0usize..3, 0usize..4, 0u8..12);
    let theme = (0u32..2, prop::option::of(1u32..4), prop::option::of(3i64..30));
    (prop::collection::vec(one, 0..9), prop::collection::vec(0i64..40, 1..4), prop::collection::vec(theme, 2), 0u8..4).prop_map(
        |(projects, pots, themes, per_lead)| {
            let count = pots.len();
            let projects = projects.into_iter().enumerate().map(|(id, (cost, value, rank, theme, lead, standing))| Project {
                theme: (theme < 2).then_some(theme),
                lead: (lead > 0).then(|| format!("lead {lead}")),
                standing: match standing {
                    0 => Standing::Forced,
                    1 => Standing::Excluded,
                    _ => Standing::Candidate,
                },
                ..project(id, &cost[..count], value, rank)
            });
            let themes = themes.into_iter().enumerate().map(|(index, (least, most, money))| Theme {
                name: format!("theme {index}"),
                min_projects: least,
                max_projects: most,
                min_cost: Vec::new(),
                max_cost: money.map_or(Vec::new(), |money| vec![Some(money); count]),
            });
            Problem {
                projects: projects.collect(),
                pots: pots.into_iter().enumerate().map(|(index, amount)| pot(&format!("pot {index}"), amount)).collect(),
                themes: themes.collect(),
                per_lead: (per_lead > 0).then_some(u32::from(per_lead)),
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn branch_and_bound_finds_the_optimum(problem in problems()) {
        match (brute(&problem), bound::solve(&problem, Control::free(), bound::Effort::default())) {
            (Some((best, _)), Ok(solution)) => {
                prop_assert_eq!(solution.objective, best);
                prop_assert_eq!(solution.bound, best);
                prop_assert!(problem.allows(&solution.chosen));
            }
            (None, Err(Fault::Infeasible | Fault::SignedExceedsPot { .. })) => {}
            (brute, solved) => prop_assert!(false, "{:?} against {:?}", brute, solved),
        }
    }

    #[test]
    fn all_best_portfolios_are_found(problem in problems()) {
        if let Some((best, mut all)) = brute(&problem) {
            let (mut found, complete) = bound::all_at_least(&problem, best, 1000, Control::free(), bound::Effort::default()).unwrap();
            found.sort();
            all.sort();
            prop_assert!(complete);
            prop_assert_eq!(found, all);
        }
    }

    #[test]
    fn ranking_cuts_keep_every_upper_limit(problem in problems()) {
        let mut problem = problem;
        problem.themes.iter_mut().for_each(|theme| theme.min_projects = 0);
        prop_assume!(problem.allows(&problem.signed()));
        for policy in Policy::ALL {
            let outcome = cut(&problem, policy).unwrap();
            prop_assert!(problem.allows(&outcome.chosen), "{:?}", policy);
            for (fate, chosen) in outcome.fates.iter().zip(&outcome.chosen) {
                prop_assert_eq!(*fate == Fate::In, *chosen);
            }
        }
    }

    #[test]
    fn a_ranking_rule_takes_a_project_with_its_top_up(problem in problems()) {
        prop_assume!(problem.allows(&problem.signed()) || problem.themes.iter().any(|theme| theme.min_projects > 0));
        for policy in [Policy::StrictRanking, Policy::SkipAndContinue, Policy::GapsForbidden] {
            let outcome = cut(&problem, policy).unwrap();
            for (index, fate) in outcome.fates.iter().enumerate() {
                let (Fate::Reserve { reason, .. } | Fate::Out { reason }) = fate else { continue };
                let Some(top_up) = &reason.top_up else { continue };
                let mut richer = problem.clone();
                richer.pots.iter_mut().zip(top_up).for_each(|(pot, more)| pot.amount += *more as i64);
                prop_assert!(cut(&richer, policy).unwrap().chosen[index], "{:?} {}", policy, index);
            }
        }
    }
}

/// Checks every budget pair of a small frontier against brute force.
fn same_everywhere(frontier: &frontier::Frontier, problem: &Problem) -> Result<(), TestCaseError> {
    for a in 0..40 {
        for b in (0..40).step_by(3) {
            let mut other = problem.clone();
            (other.pots[0].amount, other.pots[1].amount) = (a, b);
            match (brute(&other), frontier.value([a, b])) {
                (Some((best, all)), Ok(value)) => {
                    prop_assert_eq!(value, best);
                    if (a + b) % 7 == 0 {
                        let solution = frontier.portfolio([a, b], Control::free()).unwrap();
                        prop_assert!(all.contains(&solution.chosen));
                        prop_assert!(solution.optimal());
                        prop_assert_eq!(frontier.equally_good([a, b], 1000, Control::free()).unwrap().0.len(), all.len());
                    }
                }
                (None, Err(Fault::Infeasible | Fault::SignedExceedsPot { .. })) => {}
                (brute, found) => prop_assert!(false, "{:?} against {:?} at {} {}", brute, found, a, b),
            }
        }
    }
    Ok(())
}

/// Least additions to one pot that bring a project into some best portfolio, by trying all.
fn brute_top_up(problem: &Problem, project: usize, pot: usize) -> Option<i64> {
    (0..60).find(|extra| {
        let mut richer = problem.clone();
        richer.pots[pot].amount += extra;
        brute(&richer).is_some_and(|(_, all)| all.iter().any(|chosen| chosen[project]))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn frontier_equals_brute_force(problem in problems().prop_filter("two pots", |problem| problem.pots.len() == 2)) {
        let frontier = frontier::Frontier::new(&problem).unwrap();
        same_everywhere(&frontier, &problem)?;
        let mut plain = problem.clone();
        plain.themes.iter_mut().for_each(|theme| *theme = Theme::default());
        plain.per_lead = None;
        let frontier = frontier::Frontier::reaching(&plain, [60, 60], Control::free()).unwrap();
        prop_assert!(frontier.method() != frontier::Method::Search);
        same_everywhere(&frontier, &plain)?;
        for index in 0..plain.projects.len() {
            if plain.projects[index].standing != Standing::Candidate || brute(&plain).is_none() {
                continue;
            }
            let top_ups = frontier.top_ups(index, Control::free()).unwrap();
            for pot in 0..2 {
                let single = top_ups.iter().filter(|top_up| top_up.extra[1 - pot] == 0).map(|top_up| top_up.extra[pot]).min();
                let most = 60 - plain.pots[pot].amount;
                prop_assert_eq!(single, brute_top_up(&plain, index, pot).filter(|extra| *extra <= most));
            }
        }
    }
}

fn certificate(problem: &Problem) -> Option<certificate::Certificate> {
    report::best(problem, Control::free()).ok()?.certificate
}

/// Changes one thing in a certificate.
fn tampered(good: &certificate::Certificate, kind: u8, place: usize) -> certificate::Certificate {
    let mut bad = good.clone();
    let claim = bad.claim.as_mut().unwrap();
    let steps = bad.proof.steps.len();
    match kind {
        0 if !claim.chosen.is_empty() => {
            let place = place % claim.chosen.len();
            claim.chosen[place] = !claim.chosen[place];
        }
        1 => claim.objective += 1 + place as i64 % 3,
        2 => claim.bound -= 1 + place as i64 % 3,
        3 if steps > 0 => {
            bad.proof.steps.remove(place % steps);
        }
        4 if steps > 0 => bad.proof.steps.truncate(place % steps),
        5 => bad.proof.cutoff -= 1 + place as i64 % 5,
        6 if !claim.spent.is_empty() => {
            let place = place % claim.spent.len();
            claim.spent[place] -= 1;
        }
        7 => bad.proof.multipliers.iter_mut().for_each(|multiplier| {
            multiplier.weights.iter_mut().for_each(|(_, weight)| *weight = *weight / 2 - place as i64 % 2);
        }),
        _ => {}
    }
    bad
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn certificates_hold_and_survive_json(problem in problems()) {
        if let Some(certificate) = certificate(&problem) {
            let best = brute(&problem).unwrap().0;
            let verdict = check::check(&certificate);
            prop_assert_eq!(verdict, Ok(check::Verdict { objective: Some(best), bound: Some(best), optimal: true }));
            let text = certificate.to_json().to_string();
            prop_assert_eq!(certificate::Certificate::from_json(text.as_bytes()), Ok(certificate));
        }
    }

    #[test]
    fn tampered_certificates_never_prove_what_is_false(problem in problems(), kind in 0u8..8, place in 0usize..40) {
        if let Some(good) = certificate(&problem) {
            let (best, all) = brute(&problem).unwrap();
            let bad = tampered(&good, kind, place);
            // Another choice with the same sums can be just as good: it must then be one of the best, below.
            let (told, before) = (bad.claim.as_ref().unwrap(), good.claim.as_ref().unwrap());
            if told.objective != before.objective || told.bound != before.bound || told.spent != before.spent {
                prop_assert!(check::check(&bad).is_err());
            }
            if let Ok(verdict) = check::check(&bad) {
                prop_assert!(verdict.bound >= Some(best) && all.contains(&told.chosen));
            }
            let none = certificate::Certificate { claim: None, ..good };
            prop_assert_eq!(check::check(&none), Err(check::Rejection::Possible));
        }
    }

    #[test]
    fn what_cannot_be_is_proven(problem in problems(), least in 0u32..4) {
        let mut problem = problem;
        problem.themes[0].min_projects += least;
        let refuted = report::impossible(&problem, Control::free());
        prop_assert_eq!(refuted.is_none(), brute(&problem).is_some());
        if let Some(certificate) = refuted {
            prop_assert_eq!(check::check(&certificate), Ok(check::Verdict { objective: None, bound: None, optimal: true }));
            let text = certificate.to_json().to_string();
            prop_assert_eq!(certificate::Certificate::from_json(text.as_bytes()), Ok(certificate.clone()));
            // With no rule left to break there is always the choice of the signed projects.
            let mut free = certificate;
            free.problem.themes.iter_mut().for_each(|theme| *theme = Theme::default());
            free.problem.per_lead = None;
            if free.problem.allows(&free.problem.signed()) {
                prop_assert!(check::check(&free).is_err());
            }
        }
    }

    #[test]
    fn readers_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[0-9a-z;,.:*\\n {}\\[\\]\"-]{0,200}") {
        for name in ["a.pb", "a.csv", "a.json", "a.txt"] {
            let _ = report::read(name, &bytes);
            let _ = report::read(name, text.as_bytes());
        }
        let _ = report::check(&bytes);
    }

    #[test]
    fn problems_survive_json(problem in problems()) {
        prop_assert_eq!(read::json(read::to_json(&problem).to_string().as_bytes()), Ok(problem));
    }
}
