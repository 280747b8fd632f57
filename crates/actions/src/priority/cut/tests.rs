//! Any two lists, any money: within both pots, only what both ranked, a reason for everything else, nothing signed lost, no side favoured.
use super::*;
use domain::{Currency, Lang, priority::Standing as Says};
use proptest::prelude::*;
use store::priority::fact::Side;

fn id(n: usize) -> ApplicationId {
    ApplicationId::parse(&format!("01890000-0000-7000-8000-{n:012}")).unwrap()
}

/// One project as each side sees it.
#[derive(Clone, Debug)]
struct Spec {
    says: [Says; 2],
    asks: [i64; 2],
    signed: bool,
    withdrawn: bool,
}

fn spec() -> impl Strategy<Value = Spec> {
    let says = || prop_oneof![5 => (1u32..9).prop_map(Says::Ranked), 1 => Just(Says::EligibleUnranked), 1 => Just(Says::NotPrioritised)];
    (says(), says(), 0..60i64, 0..60i64, prop::bool::weighted(0.15), prop::bool::weighted(0.1))
        .prop_map(|(a, b, x, y, signed, withdrawn)| Spec { says: [a, b], asks: [x, y], signed, withdrawn })
}

/// `flipped`: the two parties exchange everything but their codes.
fn table(specs: &[Spec], pots: [i64; 2], flipped: bool) -> Table {
    let side = |s: usize| if flipped { 1 - s } else { s };
    let parties = ["RM", "SH"].map(|c| PartyCode::parse(c).unwrap());
    let list = |s: usize| -> Vec<Line> {
        let each = specs.iter().enumerate();
        each.map(|(n, spec)| Line { application: id(n), standing: spec.says[side(s)], reason: String::new() }).collect()
    };
    let lists = [list(0), list(1)];
    let joint = candidates(&lists[0], &lists[1]);
    let rows = specs.iter().enumerate().map(|(n, spec)| {
        let sides = [0, 1].map(|s: usize| (parties[s].clone(), Side { asked: spec.asks[side(s)], hours: 10, ..Side::default() }));
        let candidate = joint.iter().find(|c| c.application == id(n)).cloned();
        Row {
            lines: [0, 1].map(|s: usize| Some(lists[s][n].clone())),
            // Only what was a candidate can have been signed.
            signed: spec.signed && !spec.withdrawn && candidate.is_some(),
            candidate,
            project: Project {
                id: id(n),
                number: format!("P-{n}"),
                title: String::new(),
                lang: Lang::En,
                acronym: String::new(),
                withdrawn: spec.withdrawn,
                refused: false,
                equal_benefit: false,
                sides: sides.into(),
                others: Vec::new(),
            },
        }
    });
    // What is signed fitted the pots when it was signed.
    let mut rows: Vec<Row> = rows.collect();
    let mut left = [0, 1].map(|s: usize| pots[side(s)]);
    for row in rows.iter_mut().filter(|r| r.signed) {
        let asks = [0, 1].map(|s: usize| row.project.side(&parties[s]).asked);
        row.signed = (0..2).all(|s| asks[s] <= left[s]);
        if row.signed {
            (0..2).for_each(|s| left[s] -= asks[s]);
        }
    }
    let pots = [0, 1].map(|s: usize| Money::new(pots[side(s)], [Currency::Dkk, Currency::Cny][side(s)]));
    Table { parties, pots, roster: "0".repeat(64), rows }
}

fn ask(policy: &str) -> WhatIf {
    WhatIf { policy: policy.into(), ..WhatIf::default() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn r144_every_rule_stays_within_both_pots_and_the_intersection(specs in prop::collection::vec(spec(), 0..14), a in 0..200i64, b in 0..200i64) {
        let table = table(&specs, [a, b], false);
        for policy in POLICIES {
            let cut = table.cut(&ask(policy), Control::free()).unwrap();
            prop_assert!(cut.proven);
            prop_assert_eq!(table.check(&cut), Ok(()));
            prop_assert_eq!(cut.outcomes.len(), specs.len());
            for (n, spec) in specs.iter().enumerate() {
                let outcome = cut.outcome(&id(n)).unwrap();
                let both = spec.says.iter().all(|s| s.rank().is_some()) && !spec.withdrawn;
                prop_assert!(both || matches!(outcome, Outcome::Out { .. }), "{policy} {outcome:?}");
                if let Some(why) = outcome.why() {
                    prop_assert!(!why.sentences().is_empty());
                    // Whoever is short is told of which pot.
                    prop_assert!(!matches!(why.cause, Cause::Short | Cause::DearerThanPot) || !why.missing.is_empty(), "{policy} {why:?}");
                }
            }
            for row in table.rows.iter().filter(|r| r.signed) {
                prop_assert_eq!(cut.outcome(&row.project.id), Some(&Outcome::Funded), "a signed award was dropped by {}", policy);
            }
        }
    }

    #[test]
    fn r129_exchanging_the_parties_funds_the_same_projects(specs in prop::collection::vec(spec(), 0..14), a in 0..200i64, b in 0..200i64) {
        let (here, there) = (table(&specs, [a, b], false), table(&specs, [a, b], true));
        for policy in POLICIES {
            let (one, other) = (here.cut(&ask(policy), Control::free()).unwrap(), there.cut(&ask(policy), Control::free()).unwrap());
            prop_assert_eq!(one.funded(), other.funded(), "{}", policy);
            let places = |cut: &Cut| (0..specs.len()).map(|n| cut.outcome(&id(n)).map(Outcome::place)).collect::<Vec<_>>();
            prop_assert_eq!(places(&one), places(&other), "{}", policy);
        }
    }

    #[test]
    fn a_withdrawal_never_costs_another_signed_award(specs in prop::collection::vec(spec(), 1..12), a in 0..200i64, b in 0..200i64) {
        let fresh: Vec<Spec> = specs.iter().map(|s| Spec { signed: false, withdrawn: false, ..s.clone() }).collect();
        for policy in POLICIES {
            let first = table(&fresh, [a, b], false).cut(&ask(policy), Control::free()).unwrap().funded();
            for gone in &first {
                let again: Vec<Spec> = fresh.iter().enumerate().map(|(n, s)| Spec { signed: first.contains(&id(n)), withdrawn: id(n) == *gone, ..s.clone() }).collect();
                let table = table(&again, [a, b], false);
                let second = table.cut(&ask(policy), Control::free()).unwrap();
                prop_assert_eq!(table.check(&second), Ok(()));
                prop_assert!(!second.funded().contains(gone));
                prop_assert!(first.iter().filter(|id| *id != gone).all(|id| second.funded().contains(id)));
            }
        }
    }
}

#[test]
fn projects_set_by_hand_are_heard_but_never_made_candidates() {
    let spec = |a, b| Spec { says: [a, b], asks: [5, 5], signed: false, withdrawn: false };
    let specs =
        [spec(Says::Ranked(1), Says::Ranked(1)), spec(Says::Ranked(2), Says::Ranked(2)), spec(Says::Ranked(3), Says::NotPrioritised)];
    let table = table(&specs, [5, 5], false);
    let what = WhatIf { forced: vec![id(1), id(2)], excluded: vec![id(0)], ..ask("strict-ranking") };
    let cut = table.cut(&what, Control::free()).unwrap();
    assert_eq!(cut.funded(), [id(1)]);
    assert_eq!(cut.outcome(&id(0)).unwrap().why().unwrap().cause, Cause::Excluded);
}
