//! The rules of awards and releases, held against made-up grants.

use super::*;
use crate::ids::BodyId;
use crate::{
    Text3,
    programme::{Body, BodyKind},
};
use proptest::prelude::*;

const NOW: i64 = 1_790_000_000_000_000;

macro_rules! id {
    ($t:ty, $n:expr) => {
        <$t>::parse(&format!("01890000-0000-7000-8000-{:012}", $n)).unwrap()
    };
}

fn party(code: &str) -> PartyCode {
    PartyCode::parse(code).unwrap()
}
fn now() -> Instant {
    Instant::from_micros(NOW)
}
fn day(s: &str) -> Day {
    Day::parse(s).unwrap()
}
fn dkk(units: i64) -> Money {
    Money::new(units * 100, Currency::Dkk)
}
fn cny(units: i64) -> Money {
    Money::new(units * 100, Currency::Cny)
}

fn body(code: &str, kind: BodyKind) -> Body {
    let n = if kind == BodyKind::Granting { 1 } else { 2 };
    Body {
        id: id!(BodyId, n + if code == "RM" { 10 } else { 20 }),
        party: party(code),
        name: Text3::new("Udvalg", "Board", "委员会"),
        kind,
        appointed_by: Text3::default(),
        from: day("2020-01-01"),
        to: Some(day("2026-12-31")),
        successor: None,
    }
}

fn met(b: &Body, on: &str) -> Meeting {
    Meeting { body: b.id.clone(), name: "3/2026".into(), day: day(on) }
}

fn side(code: &str, currency: Currency, zone: &str) -> Side {
    Side {
        party: party(code),
        currency,
        zone: Zone::parse(zone).unwrap(),
        requested: Money::new(100_000, currency),
        hours: 800,
        statements: vec![],
        recommendation: None,
        decision: None,
        award: None,
        presentation: None,
        evidence: vec![],
        instalments: vec![],
    }
}

/// A funded project: participants 1 and 2 of RM, 3 of SH, 4 associated; each side asks for 1,000.
fn funded() -> Grant {
    let payee = |n: i64, p: Option<&str>, requested: Option<Money>| Payee {
        id: id!(ParticipantId, n),
        name: format!("P{n}"),
        party: p.map(party),
        requested,
        eligible: true,
    };
    Grant {
        application: id!(ApplicationId, 1),
        number: "CALL-2026-0001".into(),
        result: id!(ResultId, 1),
        agreed: Instant::from_micros(NOW - 30 * 86_400_000_000),
        in_force: true,
        withdrawn: false,
        participants: vec![
            payee(1, Some("RM"), Some(dkk(600))),
            payee(2, Some("RM"), Some(dkk(400))),
            payee(3, Some("SH"), Some(cny(1000))),
            payee(4, None, None),
        ],
        sides: [side("RM", Currency::Dkk, "Europe/Copenhagen"), side("SH", Currency::Cny, "Asia/Shanghai")],
    }
}

fn at(grant: &mut Grant, code: &str) -> usize {
    grant.sides.iter().position(|s| s.party == party(code)).unwrap()
}

fn stated(mut grant: Grant, code: &str) -> Grant {
    let i = at(&mut grant, code);
    let n = grant.sides[i].statements.len() as i64 + 10 * i as i64 + 1;
    let currency = grant.sides[i].currency;
    grant.sides[i].statements.push(Statement {
        id: id!(StatementId, n),
        amount: Money::new(100_000, currency),
        reference: "1-30".into(),
        day: day("2026-09-01"),
        document: None,
        at: now(),
        withdrawn: None,
    });
    grant
}

fn withdrawn(mut grant: Grant, code: &str) -> Grant {
    let i = at(&mut grant, code);
    for s in &mut grant.sides[i].statements {
        s.withdrawn = Some(Withdrawn { at: now(), reason: "Budget".into() });
    }
    grant
}

/// Recommended, and decided: `granted` in minor units, none for a refusal.
fn decided(mut grant: Grant, code: &str, granted: Option<i64>) -> Grant {
    let i = at(&mut grant, code);
    let meeting = met(&body(code, BodyKind::Recommending), "2026-09-10");
    grant.sides[i].recommendation =
        Some(Recommendation { id: id!(RecommendationId, 1), meeting: meeting.clone(), recommended: true, text: String::new(), at: now() });
    let granted = granted.map(|m| Money::new(m, grant.sides[i].currency));
    grant.sides[i].decision = Some(Decision { id: id!(DecisionId, 1), meeting, granted, reason: "x".into(), at: now() });
    grant
}

/// Awarded to the side's first participant in instalments of these minor units.
fn planned(mut grant: Grant, code: &str, parts: &[i64]) -> Grant {
    let i = at(&mut grant, code);
    let own = &mut grant.sides[i];
    let money = |m| Money::new(m, own.currency);
    own.award = Some(Award { id: id!(AwardId, 1), amount: money(parts.iter().sum()), shares: vec![], at: now() });
    own.instalments = (1..)
        .zip(parts)
        .map(|(no, m)| Instalment { id: id!(InstalmentId, no), no, amount: money(*m), due: day("2026-10-01"), release: None })
        .collect();
    grant
}

fn presented(mut grant: Grant, code: &str) -> Grant {
    let i = at(&mut grant, code);
    grant.sides[i].presentation = Some(met(&body(code, BodyKind::Recommending), "2026-09-10"));
    grant
}

fn active(mut grant: Grant, code: &str) -> Grant {
    let i = at(&mut grant, code);
    grant.sides[i].evidence.push(Evidence {
        id: id!(EvidenceId, i + 1),
        day: day("2026-09-12"),
        what: "Workshop".into(),
        document: None,
        at: now(),
    });
    grant
}

fn key<T: std::fmt::Debug>(r: Result<T, Refusal>) -> &'static str {
    r.unwrap_err().key()
}
fn names(r: &Refusal, code: &str) -> bool {
    r.args().contains(&("party", Value::Party(party(code))))
}

/// Everything RM needs to release its first instalment.
fn releasable() -> Grant {
    let grant = stated(stated(funded(), "RM"), "SH");
    let grant = decided(decided(grant, "RM", Some(100_000)), "SH", Some(100_000));
    active(presented(planned(grant, "RM", &[60_000, 40_000]), "RM"), "SH")
}

const POT: Pot = Pot { set_aside: Money::new(1_000_000, Currency::Dkk), awarded: Money::new(0, Currency::Dkk) };

fn share(n: i64, money: Money) -> Share {
    Share { participant: id!(ParticipantId, n), amount: money }
}

#[test]
fn r146_a_recommendation_waits_for_the_counterparts_statement() {
    let vf = body("RM", BodyKind::Recommending);
    let say = |g: &Grant| recommend(g, &party("RM"), &vf, &met(&vf, "2026-09-10"), true, "", now());
    let refusal = say(&stated(funded(), "RM")).unwrap_err();
    assert_eq!(refusal.key(), "grant-cofinancing-missing", "a side's own statement is no counterpart's");
    assert!(names(&refusal, "SH"));
    let both = stated(stated(funded(), "RM"), "SH");
    assert_eq!(say(&both).unwrap().unwrap().by(), &party("SH"));
    assert_eq!(key(say(&withdrawn(both.clone(), "SH"))), "grant-cofinancing-withdrawn");
    let against = recommend(&funded(), &party("RM"), &vf, &met(&vf, "2026-09-10"), false, " ", now());
    assert_eq!(key(against), "grant-reason-missing", "a body that speaks against says why");
    assert_eq!(key(say(&decided(both, "RM", None))), "grant-recommended-already");
}

#[test]
fn r152_bodies_must_sit_on_the_day_and_belong_to_the_side() {
    let grant = stated(funded(), "SH");
    let say = |b: &Body, on: &str| key(recommend(&grant, &party("RM"), b, &met(b, on), true, "", now()));
    assert_eq!(say(&body("SH", BodyKind::Recommending), "2026-09-10"), "grant-body-of-other");
    assert_eq!(say(&body("RM", BodyKind::Granting), "2026-09-10"), "grant-body-not-recommending");
    let vf = body("RM", BodyKind::Recommending);
    assert_eq!(say(&Body { to: Some(day("2026-09-09")), ..vf.clone() }, "2026-09-10"), "grant-body-not-sitting");
    assert_eq!(say(&vf, "2026-12-01"), "grant-day-in-future");
    assert_eq!(say(&vf, "2026-01-01"), "grant-meeting-too-early", "not before both sides agreed");
}

#[test]
fn r11_the_decision_follows_the_recommendation_and_stays_within_it() {
    let council = body("RM", BodyKind::Granting);
    let say = |g: &Grant, granted| decide_grant(g, &party("RM"), &council, &met(&council, "2026-09-15"), granted, "", now()).map(drop);
    let grant = stated(funded(), "SH");
    assert_eq!(key(say(&grant, Some(dkk(1000)))), "grant-recommendation-missing");
    let mut recommended = decided(grant, "RM", None);
    recommended.sides[0].decision = None;
    assert_eq!(key(say(&recommended, Some(dkk(1001)))), "grant-over-request");
    assert_eq!(key(say(&recommended, Some(cny(1)))), "grant-currency");
    assert_eq!(key(say(&recommended, None)), "grant-reason-missing");
    say(&recommended, Some(dkk(1000))).unwrap();
    let early = decide_grant(&recommended, &party("RM"), &council, &met(&council, "2026-09-09"), Some(dkk(1)), "", now());
    assert_eq!(key(early), "grant-meeting-too-early");
    recommended.sides[0].recommendation.as_mut().unwrap().recommended = false;
    assert_eq!(key(say(&recommended, Some(dkk(1000)))), "grant-not-recommended");
}

#[test]
fn r154_an_award_pays_only_the_sides_own_participants() {
    let grant = decided(stated(stated(funded(), "RM"), "SH"), "RM", Some(90_000));
    let rm = party("RM");
    let give = |amount, shares: &[Share]| award(&grant, &rm, amount, shares, &POT);
    let done = give(dkk(900), &[share(1, dkk(600)), share(2, dkk(300))]).unwrap();
    assert_eq!((done.amount(), done.shares().len()), (dkk(900), 2));
    assert_eq!(key(give(dkk(900), &[share(1, dkk(600)), share(3, dkk(300))])), "grant-share-other-side");
    assert_eq!(key(give(dkk(900), &[share(1, dkk(600)), share(4, dkk(300))])), "grant-share-associated");
    assert_eq!(key(give(dkk(900), &[share(1, dkk(600)), share(9, dkk(300))])), "grant-share-stranger");
    assert_eq!(key(give(dkk(900), &[share(1, dkk(600)), share(1, dkk(300))])), "grant-share-twice");
    assert_eq!(key(give(dkk(900), &[share(1, dkk(601)), share(2, dkk(299))])), "grant-share-over-request");
    assert_eq!(key(give(dkk(900), &[share(1, dkk(600))])), "grant-shares-sum");
    assert_eq!(key(give(dkk(901), &[share(1, dkk(600)), share(2, dkk(301))])), "grant-over-decision");
    assert_eq!(key(give(cny(900), &[])), "grant-currency");
    let mut doubtful = grant.clone();
    doubtful.participants[1].eligible = false;
    assert_eq!(key(award(&doubtful, &rm, dkk(900), &[share(1, dkk(600)), share(2, dkk(300))], &POT)), "grant-share-ineligible");
}

#[test]
fn a_pot_that_is_short_says_by_how_much() {
    let grant = decided(stated(funded(), "SH"), "RM", Some(100_000));
    let pot = Pot { set_aside: dkk(1500), awarded: dkk(600) };
    let refusal = award(&grant, &party("RM"), dkk(1000), &[share(1, dkk(600)), share(2, dkk(400))], &pot).unwrap_err();
    assert_eq!(refusal.key(), "grant-pot-short");
    assert!(names(&refusal, "RM") && refusal.args().contains(&("short", Value::Money(dkk(100)))));
}

#[test]
fn a_refusal_on_one_side_puts_the_other_on_hold() {
    let grant = decided(decided(stated(stated(funded(), "RM"), "SH"), "RM", Some(100_000)), "SH", None);
    let refusal = award(&grant, &party("RM"), dkk(600), &[share(1, dkk(600))], &POT).unwrap_err();
    assert_eq!(refusal.key(), "grant-counterpart-refused");
    assert!(names(&refusal, "SH"));
    assert_eq!(grant.next().map(|n| n.step), [Step::OnHold, Step::Stopped]);
    let paying = decided(releasable(), "SH", None);
    assert_eq!(key(release(&paying, &party("RM"), &id!(InstalmentId, 1))), "grant-counterpart-refused");
}

#[test]
fn r157_r158_a_release_rests_on_presentation_statement_and_evidence() {
    let rm = party("RM");
    let first = id!(InstalmentId, 1);
    let ok = release(&releasable(), &rm, &first).unwrap();
    assert_eq!((ok.amount(), ok.no(), ok.cofinancing().by(), ok.activity().by()), (dkk(600), 1, &party("SH"), &party("SH")));
    let mut bare = releasable();
    bare.sides[0].presentation = None;
    assert_eq!(key(release(&bare, &rm, &first)), "grant-not-presented");
    let mut idle = releasable();
    idle.sides[1].evidence.clear();
    // The payer's own activity is no evidence of the counterpart's.
    let refusal = release(&active(idle, "RM"), &rm, &first).unwrap_err();
    assert_eq!(refusal.key(), "grant-activity-missing");
    assert!(names(&refusal, "SH"));
    assert_eq!(key(release(&withdrawn(releasable(), "SH"), &rm, &first)), "grant-cofinancing-withdrawn");
    assert_eq!(key(release(&releasable(), &rm, &id!(InstalmentId, 2))), "grant-release-order");
    assert_eq!(key(release(&releasable(), &rm, &id!(InstalmentId, 9))), "grant-instalment-unknown");
    assert_eq!(key(release(&releasable(), &party("XX"), &first)), "grant-no-such-party");
}

#[test]
fn an_instalment_is_released_once_and_a_withdrawn_statement_is_remembered() {
    let rm = party("RM");
    let mut paid = releasable();
    paid.sides[0].instalments[0].release =
        Some(Release { id: id!(ReleaseId, 1), statement: id!(StatementId, 11), evidence: id!(EvidenceId, 2), at: now() });
    assert_eq!(key(release(&paid, &rm, &id!(InstalmentId, 1))), "grant-released-already");
    release(&paid, &rm, &id!(InstalmentId, 2)).unwrap();
    assert_eq!(paid.to_reclaim(&rm), Ok(None));
    assert_eq!(withdrawn(paid.clone(), "SH").to_reclaim(&rm), Ok(Some(dkk(600))));
    // A new statement lifts the block again.
    assert_eq!(stated(withdrawn(paid, "SH"), "SH").to_reclaim(&rm), Ok(None));
}

#[test]
fn a_plan_makes_up_the_award_to_the_last_hundredth() {
    let rm = party("RM");
    let grant = planned(funded(), "RM", &[100_000]);
    let on = day("2026-10-01");
    assert_eq!(key(plan(&grant, &rm, &[(dkk(600), on), (dkk(399), on)])), "grant-plan-sum");
    assert_eq!(key(plan(&grant, &rm, &[(dkk(1000), on), (dkk(0), on)])), "grant-amount-zero");
    assert_eq!(key(plan(&grant, &rm, &[(dkk(600), on), (dkk(400), day("2026-09-01"))])), "grant-plan-order");
    let numbers: Vec<i64> = plan(&grant, &rm, &[(dkk(600), on), (dkk(400), on)]).unwrap().iter().map(|p| p.0).collect();
    assert_eq!(numbers, [1, 2]);
    assert_eq!(key(plan(&funded(), &rm, &[])), "grant-award-missing");
}

#[test]
fn nothing_moves_on_what_is_withdrawn_or_no_longer_funded() {
    for (change, wanted) in [(true, "grant-withdrawn"), (false, "grant-not-funded")] {
        let mut grant = releasable();
        (grant.withdrawn, grant.in_force) = (change, false);
        let rm = party("RM");
        assert_eq!(key(state_cofinancing(&grant, &rm, dkk(1), "x", day("2026-09-01"), now())), wanted);
        assert_eq!(key(release(&grant, &rm, &id!(InstalmentId, 1))), wanted);
        assert_eq!(key(award(&grant, &rm, dkk(1), &[share(1, dkk(1))], &POT)), wanted);
        assert_eq!(grant.next().map(|n| n.step), [Step::Stopped, Step::Stopped]);
    }
}

#[test]
fn a_statement_is_of_the_own_currency_of_a_day_that_has_been_and_once() {
    let say = |g: &Grant, m, r: &str, d: &str| key(state_cofinancing(g, &party("SH"), m, r, day(d), now()));
    assert_eq!(say(&funded(), dkk(5), "a", "2026-09-01"), "grant-currency");
    assert_eq!(say(&funded(), cny(0), "a", "2026-09-01"), "grant-amount-zero");
    assert_eq!(say(&funded(), cny(5), " ", "2026-09-01"), "grant-reference-missing");
    assert_eq!(say(&funded(), cny(5), "a", "2026-12-01"), "grant-day-in-future");
    assert_eq!(say(&stated(funded(), "SH"), cny(5), "a", "2026-09-01"), "grant-cofinancing-stands");
    assert_eq!(key(withdraw_statement(&funded(), &party("SH"), "x")), "grant-cofinancing-none");
    assert_eq!(key(withdraw_statement(&stated(funded(), "SH"), &party("SH"), " ")), "grant-reason-missing");
}

#[test]
fn each_sides_next_step_is_told_and_whom_it_waits_for() {
    let step = |g: &Grant, i: usize| g.next()[i].clone();
    let grant = stated(funded(), "RM");
    assert_eq!(step(&grant, 1).step, Step::StateCofinancing);
    assert_eq!((step(&grant, 0).step, step(&grant, 0).waits_for), (Step::Recommend, Some(party("SH"))));
    let ready = active(releasable(), "RM");
    assert_eq!((step(&ready, 0).step, step(&ready, 0).waits_for), (Step::Release, None));
    assert_eq!(step(&ready, 1).step, Step::Award);
    let mut idle = ready;
    idle.sides[1].evidence.clear();
    assert_eq!(step(&idle, 0).waits_for, Some(party("SH")));
    // RM owes evidence too, and that comes first.
    idle.sides[0].evidence.clear();
    assert_eq!(step(&idle, 0).step, Step::EvidenceActivity);
}

#[test]
fn letters_wait_for_the_partys_own_decision_and_award() {
    let rm = party("RM");
    let grant = decided(stated(stated(funded(), "RM"), "SH"), "RM", Some(100_000));
    assert_eq!(key(verdict(&Fate::Funded, Some(&funded()), &rm)), "grant-decision-missing");
    assert_eq!(key(verdict(&Fate::Funded, Some(&grant), &rm)), "grant-award-missing");
    let held = decided(grant.clone(), "SH", None);
    assert_eq!(key(verdict(&Fate::Funded, Some(&held), &rm)), "grant-counterpart-refused");
    assert_eq!(verdict(&Fate::Funded, Some(&held), &party("SH")), Ok(Some(Verdict::Refused)));
    let paid = planned(grant, "RM", &[100_000]);
    assert_eq!(verdict(&Fate::Funded, Some(&paid), &rm).unwrap().unwrap().code(), "granted");
    assert_eq!(verdict(&Fate::Reserve { place: 2 }, None, &rm), Ok(Some(Verdict::Reserve { place: 2 })));
    assert_eq!(verdict(&Fate::NotPrioritised, None, &rm), Ok(Some(Verdict::Refused)));
    assert_eq!(verdict(&Fate::Withdrawn, None, &rm), Ok(None));
}

/// Any mix of what may or may not be on record, on both sides.
fn any_grant() -> impl Strategy<Value = Grant> {
    let flags = proptest::array::uniform14(any::<bool>());
    (flags, any::<bool>(), any::<bool>()).prop_map(|(f, in_force, withdrawn_app)| {
        let mut g = planned(funded(), "RM", &[60_000, 40_000]);
        let steps: [(bool, fn(Grant, &str) -> Grant); 5] =
            [(f[0], stated), (f[1], presented), (f[2], active), (f[3], |g, c| decided(g, c, Some(100_000))), (f[4], withdrawn)];
        for (i, code) in ["RM", "SH"].into_iter().enumerate() {
            for (j, (_, step)) in steps.iter().enumerate() {
                if f[i * 5 + j] {
                    g = step(g, code);
                }
            }
        }
        if f[10] {
            g = decided(g, "SH", None);
        }
        if f[11] {
            g = planned(g, "SH", &[100_000]);
        }
        (g.in_force, g.withdrawn) = (in_force || f[12], withdrawn_app && f[13]);
        g
    })
}

proptest! {
    /// R157, R158: a release exists exactly where everything it needs exists, on whichever side.
    #[test]
    fn release_only_with_all_evidence(g in any_grant(), rm in any::<bool>()) {
        let (own, other) = if rm { (&g.sides[0], &g.sides[1]) } else { (&g.sides[1], &g.sides[0]) };
        let whole = g.in_force && !g.withdrawn && own.presentation.is_some() && other.statement().is_some()
            && !other.evidence.is_empty() && !other.refused() && !own.instalments.is_empty();
        let outcome = release(&g, &own.party, &id!(InstalmentId, 1));
        prop_assert_eq!(outcome.is_ok(), whole, "{:?}", outcome);
        if let Ok(r) = outcome {
            prop_assert!(other.statements.iter().any(|s| &s.id == r.cofinancing().statement() && s.withdrawn.is_none()));
            prop_assert!(other.evidence.iter().any(|e| &e.id == r.activity().evidence()));
            prop_assert!(money::missing(&g, &own.party).is_empty());
        } else if !own.instalments.is_empty() {
            prop_assert!(!money::missing(&g, &own.party).is_empty());
        }
    }

    /// R154 and the pots: whatever is asked for, an award that comes out is whole, within every limit, and for its own side only.
    #[test]
    fn awards_keep_every_limit(
        shares in proptest::collection::vec((1_i64..6, -10_i64..80_000), 0..5),
        granted in 1_i64..120_000, set_aside in 0_i64..150_000, taken in 0_i64..60_000, extra in -1_i64..2,
    ) {
        let g = decided(stated(funded(), "SH"), "RM", Some(granted));
        let pot = Pot { set_aside: Money::new(set_aside, Currency::Dkk), awarded: Money::new(taken, Currency::Dkk) };
        let shares: Vec<Share> = shares.iter().map(|(n, m)| share(*n, Money::new(*m, Currency::Dkk))).collect();
        let sum: i64 = shares.iter().map(|s| s.amount.minor).sum::<i64>() + extra;
        if let Ok(a) = award(&g, &party("RM"), Money::new(sum, Currency::Dkk), &shares, &pot) {
            let total: i64 = a.shares().iter().map(|s| s.amount.minor).sum();
            prop_assert_eq!(total, a.amount().minor);
            prop_assert!(total <= granted && total <= 100_000 && total + taken <= set_aside);
            prop_assert!(a.shares().iter().all(|s| g.participants.iter().any(|p| p.id == s.participant && p.party == Some(party("RM")))));
        }
    }

    /// Exchanging the parties exchanges the answers: neither side is first.
    #[test]
    fn neither_side_is_first(g in any_grant()) {
        let mut turned = g.clone();
        turned.sides.reverse();
        let mut next = turned.next();
        next.reverse();
        prop_assert_eq!(g.next(), next);
    }
}
