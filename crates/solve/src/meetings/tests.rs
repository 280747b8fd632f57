//! Plans against brute force, certificates against tampering, and inputs nobody should send.

use super::certificate::{Certificate, Place, Proof, Shortage};
use super::check::{Rejection, check};
use super::{Effort, Fault, Meeting, Person, Plan, Pool, Problem, Seat, Session, Wish, read, report, solve};
use crate::Control;
use proptest::prelude::*;

fn round(slots: usize, tables: u32, people: usize, pairs: &[(usize, usize)]) -> Problem {
    let mut problem = Problem::empty(slots, tables);
    problem.people = (0..people).map(|at| Person { name: format!("person {at}"), ..Person::default() }).collect();
    problem.meetings = pairs.iter().map(|(a, b)| Meeting::between(*a, *b)).collect();
    problem
}

fn solved(problem: &Problem) -> super::Solution {
    solve(problem, Effort::default(), Control::free()).expect("the problem is well formed")
}

/// The least cost by trying every slot for every meeting; `None` when there is no fair plan.
fn brute(problem: &Problem) -> Option<i64> {
    fn go(problem: &Problem, slots: &mut Vec<Option<usize>>, best: &mut Option<i64>) {
        let at = slots.len();
        if at == problem.meetings.len() {
            let mut used = vec![0; problem.slots()];
            let seat = |slot: &Option<usize>| {
                slot.map(|slot| {
                    used[slot] += 1;
                    Seat { slot, table: used[slot] - 1 }
                })
            };
            let plan = Plan { seats: slots.iter().map(seat).collect() };
            let model = Certificate { problem: problem.clone(), plan: Some(plan), objective: 0, bound: 0, proof: prices(problem) };
            let counted = match check(&model) {
                Ok(verdict) => verdict.fair.then_some(0),
                Err(Rejection::WrongObjective { counted }) => {
                    let right = Certificate { objective: counted, ..model };
                    check(&right).ok().filter(|verdict| verdict.fair).map(|_| counted)
                }
                Err(_) => None,
            };
            *best = match (*best, counted) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
            return;
        }
        for slot in (0..problem.slots()).map(Some).chain([None]) {
            slots.push(slot);
            go(problem, slots, best);
            slots.pop();
        }
    }
    let mut best = None;
    go(problem, &mut Vec::new(), &mut best);
    best
}

fn prices(problem: &Problem) -> Proof {
    Proof::Prices { scale: 1, prices: vec![0; problem.slots()] }
}

fn small() -> impl Strategy<Value = Problem> {
    let person = (0u128..16, any::<bool>(), 0u8..3).prop_map(|(blocked, exclusive, company)| Person {
        name: "somebody".to_owned(),
        blocked: if blocked < 8 { 1 << (blocked / 2) } else { 0 },
        company: (company > 0).then(|| company.to_string()),
        exclusive: exclusive && company == 2,
    });
    let meeting = (0usize..5, 1usize..5, 0i64..5, 0u8..8, any::<bool>()).prop_map(|(a, step, wish, kind, pool)| Meeting {
        wish: match wish {
            0 => Wish::Wish(1),
            1 => Wish::Wish(3),
            2 if kind == 0 => Wish::No,
            _ => Wish::Must,
        },
        session: [Session::Any, Session::Morning, Session::Afternoon][usize::from(kind).min(2) * usize::from(kind < 3)],
        stood: (kind == 4).then_some(1),
        slot: (kind == 5).then_some(2),
        pools: if pool { vec![0] } else { Vec::new() },
        ..Meeting::between(a, (a + step) % 5)
    });
    let shape = (3usize..5, 1u32..3, prop::collection::vec(person, 5), prop::collection::vec(meeting, 1..5), 0u8..6, 0u32..3);
    shape.prop_map(|(slots, tables, people, meetings, kind, spread)| {
        let mut problem = Problem { people, meetings, ..Problem::empty(slots, tables) };
        problem.people.iter_mut().for_each(|person| person.blocked &= (1 << slots) - 1);
        problem.morning = 2;
        problem.spread = Some(spread);
        problem.gap_cost = 2;
        problem.move_cost = 1;
        problem.pools = vec![Pool { name: "da-zh".to_owned(), capacity: 1 }];
        if kind == 0 {
            problem.pauses = vec![2];
        }
        if kind == 1 {
            problem.shared = vec![vec![0, 4]];
            problem.meetings.retain(|meeting| !(meeting.pair.contains(&0) && meeting.pair.contains(&4)));
        }
        if kind == 2 && problem.meetings.len() > 1 {
            problem.meetings[0].after = vec![1];
        }
        problem
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn agrees_with_brute_force(problem in small()) {
        let solution = solved(&problem);
        let least = brute(&problem);
        if let Some(certificate) = &solution.certificate {
            let verdict = check(certificate);
            prop_assert!(verdict.is_ok(), "{verdict:?}");
            prop_assert_eq!(Certificate::from_json(certificate.to_json().to_string().as_bytes()), Ok(certificate.clone()));
        }
        match least {
            Some(least) => {
                prop_assert!(solution.missing.is_empty() && solution.fair && solution.optimal, "{solution:?} {least}");
                prop_assert_eq!(solution.objective, least);
                prop_assert_eq!(solution.bound, least);
            }
            None => prop_assert!(solution.impossible || !solution.fair, "{solution:?}"),
        }
    }

    #[test]
    fn tampered_certificates_are_rejected(problem in small(), nth in 0usize..6, slot in 0usize..4) {
        let solution = solved(&problem);
        let Some(certificate) = solution.certificate else { return Ok(()) };
        let mut higher = certificate.clone();
        higher.bound += 1;
        higher.objective += 1;
        prop_assert!(check(&higher).is_err() || certificate.plan.is_none());
        let mut moved = certificate.clone();
        let nth = nth % problem.meetings.len().max(1);
        if let Some(Some(seat)) = moved.plan.as_mut().and_then(|plan| plan.seats.get_mut(nth)).filter(|seat| seat.is_some_and(|seat| seat.slot != slot)) {
            seat.slot = slot;
            // The moved meeting may do as well there; then the cost must still be right.
            if let Ok(verdict) = check(&moved) {
                prop_assert_eq!(verdict.objective, certificate.objective);
            }
        }
        if solution.optimal && certificate.bound > 0 {
            let stronger = Certificate { bound: certificate.bound + 1, ..certificate };
            prop_assert!(check(&stronger).is_err());
        }
    }

    #[test]
    fn readers_never_panic(text in "[a-zA-Z0-9=;|,{}\\[\\]% \n-]{0,80}", bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let _ = read::dzn(text.as_bytes());
        let _ = read::dzn(&bytes);
        let _ = read::json(&bytes);
        let _ = Certificate::from_json(text.as_bytes());
    }

    #[test]
    fn json_says_the_same(problem in small()) {
        let text = read::to_json(&problem).to_string();
        prop_assert_eq!(read::json(text.as_bytes()), Ok(problem));
    }
}

#[test]
fn steps_that_do_not_follow_are_rejected() {
    // Three people who all meet, in slots 0 and 1 and 3: somebody waits, and prices cannot see it.
    let mut problem = round(5, 5, 4, &[(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]);
    problem.people[0].blocked = 0b00100;
    problem.people[1].blocked = 0b01000;
    let solution = solved(&problem);
    assert!(solution.optimal && solution.objective > 0, "{solution:?}");
    let certificate = solution.certificate.expect("a plan has a certificate");
    check(&certificate).expect("the certificate holds");
    let steps = |text: &str| Certificate { proof: Proof::Steps(text.to_owned()), ..certificate.clone() };
    assert!(matches!(check(&steps("")), Err(Rejection::Unfinished)));
    assert!(check(&steps("1 0 0")).is_err());
    assert!(matches!(check(&steps("1 x 0")), Err(Rejection::Step { index: 0 })));
    assert!(matches!(check(&steps("99999 0")), Err(Rejection::Step { index: 0 })));
}

#[test]
fn a_two_sided_event_without_rules_is_coloured_at_once() {
    let pairs: Vec<(usize, usize)> = (0..12).flat_map(|a| (0..6).map(move |step| (a, 12 + (a * 5 + step) % 12))).collect();
    let solution = solved(&round(6, 12, 24, &pairs));
    assert_eq!((solution.objective, solution.optimal, solution.missing.len()), (0, true, 0));
}

#[test]
fn shortages_are_named_and_proven() {
    let person = solved(&round(2, 9, 4, &[(0, 1), (0, 2), (0, 3)]));
    assert!(matches!(person.shortage, Some(Shortage::Place { place: Place::Person(0), .. })));
    assert_eq!(person.missing.len(), 1);
    let tables = solved(&round(2, 1, 6, &[(0, 1), (2, 3), (4, 5)]));
    assert!(matches!(tables.shortage, Some(Shortage::Place { place: Place::Tables, .. })));
    let mut company = round(4, 4, 3, &[(0, 1), (0, 2)]);
    company.people[0].exclusive = true;
    company.people[1].company = Some("Lys".to_owned());
    company.people[2].company = Some("Lys".to_owned());
    let company = solved(&company);
    assert!(matches!(company.shortage, Some(Shortage::Exclusive { person: 0, .. })));
    for solution in [person, tables, company] {
        let certificate = solution.certificate.expect("a shortage is a certificate");
        assert_eq!(check(&certificate).map(|verdict| verdict.feasible), Ok(false));
        let problem = Problem { tables: vec![9; 4], ..certificate.problem.clone() };
        let tampered = Certificate { problem, ..certificate };
        assert!(check(&tampered).is_err() || matches!(tampered.proof, Proof::Shortage(Shortage::Exclusive { .. })));
    }
    // An odd ring of three in two slots: nobody has too much, yet it does not fit.
    let ring = solved(&round(2, 9, 3, &[(0, 1), (1, 2), (2, 0)]));
    assert!(ring.impossible && ring.shortage.is_none());
    assert_eq!(check(&ring.certificate.expect("refuted")).map(|verdict| verdict.feasible), Ok(false));
}

#[test]
fn after_a_cancellation_only_what_must_change_changes() {
    let pairs: Vec<(usize, usize)> = (0..6).flat_map(|a| (0..4).map(move |step| (a, 6 + (a + step) % 6))).collect();
    let mut problem = round(6, 6, 12, &pairs);
    let before = solved(&problem);
    problem.cancel(3);
    problem.move_cost = 1;
    problem.gap_cost = 3;
    let waiting = |meeting: usize, problem: &Problem| problem.meetings[meeting].pair.iter().any(|person| (6..10).contains(person));
    let free: Vec<bool> = (0..pairs.len()).map(|meeting| waiting(meeting, &problem)).collect();
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
fn the_same_seed_gives_the_same_plan_and_a_caller_can_stop() {
    let pairs: Vec<(usize, usize)> = (0..20).flat_map(|a| (0..7).map(move |step| (a, 20 + (a * 3 + step * step) % 20))).collect();
    let mut problem = round(12, 14, 40, &pairs);
    problem.meetings.dedup_by_key(|meeting| meeting.pair);
    problem.people.iter_mut().enumerate().for_each(|(at, person)| person.blocked = 1 << (at % 9));
    let effort = Effort { turns: 3, ..Effort::default() };
    let run = || solve(&problem, effort, Control::free());
    assert_eq!(run(), run());
    assert_eq!(solve(&problem, effort, Control::free().cancel_when(&|| true)), Err(Fault::Cancelled));
    let hurried = solve(&problem, effort, Control::free().expire_when(&|| true)).expect("the first plan counts");
    assert!(check(&hurried.certificate.expect("a plan")).is_ok());
}

#[test]
fn strange_rounds_are_answered_or_refused() {
    let empty = solved(&Problem::empty(0, 0));
    assert!(empty.optimal && empty.plan.seats.is_empty());
    let nowhere = solved(&round(0, 3, 2, &[(0, 1)]));
    assert!(nowhere.impossible && nowhere.missing == [0]);
    let mut forbidden = round(3, 3, 2, &[(0, 1)]);
    forbidden.people[1].blocked = 0b111;
    assert!(solved(&forbidden).shortage.is_some());
    forbidden.meetings[0].wish = Wish::No;
    assert!(solved(&forbidden).optimal);
    let refused = |problem: &Problem| matches!(solve(problem, Effort::default(), Control::free()), Err(Fault::Invalid(_)));
    assert!(refused(&round(129, 1, 2, &[])));
    assert!(refused(&round(1, 1, 2, &[(0, 0)])));
    assert!(refused(&round(1, 1, 2, &[(0, 7)])));
    let mut shared = round(1, 1, 2, &[(0, 1)]);
    shared.shared = vec![vec![0, 1]];
    assert!(refused(&shared));
    let mut circle = round(4, 4, 4, &[(0, 1), (2, 3)]);
    circle.meetings[0].after = vec![1];
    circle.meetings[1].after = vec![0];
    assert!(solved(&circle).impossible);
}

#[test]
fn a_million_meetings_find_their_slots() {
    let pairs: Vec<(usize, usize)> = (0..50_000).flat_map(|a| (0..20).map(move |step| (a, 50_000 + (a + step * 7) % 50_000))).collect();
    let problem = round(24, 50_000, 100_000, &pairs);
    let effort = Effort { turns: 0, ..Effort::default() };
    let solution = solve(&problem, effort, Control::free().expire_when(&|| true)).expect("a million is not too many");
    assert!(solution.missing.is_empty());
    assert!(matches!(solve(&round(24, 9, 3, &vec![(0, 1); 1_000_001]), effort, Control::free()), Err(Fault::Invalid(_))));
}

#[test]
fn faults_in_files_have_a_place() {
    let fault = |text: &str| read::dzn(text.as_bytes()).expect_err("a fault").to_string();
    let head = "nBusiness = 2;\nnMeetings = 1;\nnTables = 1;\nnTotalSlots = 3;\nnMorningSlots = 2;\n";
    assert_eq!(fault("nBusiness = 2"), "line 1, column 14: \";\" is missing at the end");
    assert_eq!(fault(&format!("{head}requested = [|1, 3, 3|];")), "line 6, column 18: 3 is not in 1..2");
    assert_eq!(fault(&format!("{head}requested = [|1, 2, 3, 4|];")), "line 6, column 1: requested has 4 values instead of 3");
    let good = format!("{head}requested = [|1, 2, 1|]; % two meet\nforbidden = [{{1}}, {{0}}];\nfixed = [0];");
    let problem = read::dzn(good.as_bytes()).expect("well formed");
    assert_eq!((problem.people[0].blocked, problem.meetings[0].session), (1, Session::Morning));
    let fault = read::json(br#"{"slots": 2, "tables": 1, "people": [], "meetings": [{"pair": [0, 1]}]}"#).expect_err("nobody is there");
    assert_eq!((fault.line, fault.column), (1, 64));
}
