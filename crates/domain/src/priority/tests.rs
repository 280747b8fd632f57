//! Both parties are alike, only what both ranked counts, and nobody acts alone (R129, R142-R144, R156).
use super::list::{complete, standing_typed, suggest};
use super::result::{Proposal, check, kept, propose};
use super::round::{Act, VoidRequest, agree_void, ask_void, begin, open_to_both, rank, reveal, seal};
use super::*;
use crate::{
    Currency, Instant, Money, PartyCode,
    ids::{ApplicationId, CallId, ResultId},
};
use proptest::prelude::*;

fn party(code: &str) -> PartyCode {
    PartyCode::parse(code).unwrap()
}
fn id(n: u32) -> ApplicationId {
    ApplicationId::parse(&format!("01890000-0000-7000-8000-{n:012}")).unwrap()
}
fn at(seconds: i64) -> Instant {
    Instant::from_micros(seconds * 1_000_000)
}
fn line(n: u32, standing: Standing) -> Line {
    Line { application: id(n), standing, reason: String::new() }
}
fn act(code: &str) -> Act {
    Act { party: party(code), at: at(1) }
}
fn round_with(seals: &[&str], reveals: &[&str]) -> Round {
    Round {
        call: CallId::parse("01890000-0000-7000-8000-000000000001").unwrap(),
        no: 1,
        roster: "0".repeat(64),
        begun: at(0),
        parties: [party("RM"), party("SH")],
        seals: seals.iter().map(|c| act(c)).collect(),
        reveals: reveals.iter().map(|c| act(c)).collect(),
        void_asked: None,
        voided: None,
    }
}
fn version(no: u32, by: &str, answer: Answer) -> Version {
    let id = ResultId::parse(&format!("01890000-0000-7000-8000-{no:012}")).unwrap();
    Version {
        id,
        no,
        round: 1,
        policy: "strict-ranking".into(),
        proposed_by: party(by),
        at: at(2),
        sha256: String::new(),
        answer,
        superseded: None,
        cause: String::new(),
        note: String::new(),
    }
}

#[test]
fn r143_ranking_opens_when_both_assessments_are_closed() {
    let parties = [party("RM"), party("SH")];
    assert_eq!(begin(&parties, &[party("RM")], 3).unwrap_err().key(), "priority-assessment-open");
    assert_eq!(begin(&parties, &parties, 0).unwrap_err().key(), "priority-nothing-to-rank");
    assert!(begin(&parties, &parties, 3).is_ok());
}

#[test]
fn r142_a_sealed_list_is_closed_to_its_own_office() {
    let round = round_with(&["RM"], &[]);
    assert_eq!(rank(&round, &party("RM")).unwrap_err().key(), "priority-sealed");
    assert_eq!(seal(&round, &party("RM")).unwrap_err().key(), "priority-sealed");
    assert!(rank(&round, &party("SH")).is_ok());
    assert_eq!(round.waits_for(), [party("SH")]);
}

#[test]
fn r142_a_slip_is_taken_only_after_both_have_sealed_and_once() {
    assert_eq!(reveal(&round_with(&["RM"], &[]), &party("RM")).unwrap_err().key(), "priority-not-sealed-by");
    assert!(reveal(&round_with(&["RM", "SH"], &["SH"]), &party("RM")).is_ok());
    assert_eq!(reveal(&round_with(&["RM", "SH"], &["RM"]), &party("RM")).unwrap_err().key(), "priority-revealed");
    assert_eq!(round_with(&["RM", "SH"], &["RM"]).stage(), Stage::Sealed);
    assert_eq!(open_to_both(&round_with(&["RM", "SH"], &["RM"])).unwrap_err().key(), "priority-not-revealed");
    assert!(open_to_both(&round_with(&["RM", "SH"], &["SH", "RM"])).is_ok());
}

#[test]
fn r129_nobody_voids_a_round_alone() {
    let mut round = round_with(&["RM", "SH"], &["SH"]);
    assert_eq!(ask_void(&round, " ").unwrap_err().key(), "priority-void-reason");
    assert_eq!(agree_void(&round, &party("SH")).unwrap_err().key(), "priority-void-not-asked");
    assert!(ask_void(&round, "the slip is lost").is_ok());
    round.void_asked = Some(VoidRequest { party: party("RM"), reason: "the slip is lost".into(), at: at(3) });
    assert_eq!(agree_void(&round, &party("RM")).unwrap_err().key(), "priority-void-own");
    assert!(agree_void(&round, &party("SH")).is_ok());
    round.reveals = vec![act("RM"), act("SH")];
    assert_eq!(agree_void(&round, &party("SH")).unwrap_err().key(), "priority-void-too-late");
    round.voided = Some(at(4));
    assert_eq!(reveal(&round, &party("SH")).unwrap_err().key(), "priority-round-void");
}

#[test]
fn what_is_typed_on_a_line_is_read_or_named() {
    assert_eq!(standing_typed(" 3 ", ""), Ok(Some(Standing::Ranked(3))));
    assert_eq!(standing_typed("", "not-prioritised"), Ok(Some(Standing::NotPrioritised)));
    assert_eq!(standing_typed("", ""), Ok(None));
    for (rank, state, key) in [
        ("0", "", "priority-rank-not-a-number"),
        ("first", "", "priority-rank-not-a-number"),
        ("1.5", "", "priority-rank-not-a-number"),
        ("2", "not-prioritised", "priority-rank-and-unranked"),
        ("", "ranked", "priority-rank-missing"),
        ("", "best", "priority-state-unknown"),
    ] {
        assert_eq!(standing_typed(rank, state).unwrap_err().key(), key, "{rank} {state}");
    }
}

#[test]
fn a_list_is_complete_when_every_project_has_a_standing_and_every_no_a_reason() {
    let roster = [(id(1), "A".to_string()), (id(2), "B".into())];
    let flaws = complete(&roster, &[line(1, Standing::NotPrioritised), line(3, Standing::Ranked(1))]).unwrap_err();
    let keys: Vec<&str> = flaws.iter().map(|f| f.refusal.key()).collect();
    assert_eq!(keys, ["priority-not-on-roster", "priority-reason-missing", "priority-undecided"]);
    assert_eq!(
        complete(&roster, &[line(1, Standing::Ranked(1)), line(1, Standing::Ranked(2))]).unwrap_err()[0].refusal.key(),
        "priority-twice"
    );
    let mut no = line(1, Standing::NotPrioritised);
    no.reason = "outside the theme".into();
    let done = complete(&roster, &[line(2, Standing::Ranked(1)), no]).unwrap();
    assert_eq!(done[0].application, id(1), "sorted by project, not by typing");
}

#[test]
fn scores_suggest_a_list_with_ties() {
    let all = suggest(&[(id(1), Some(400)), (id(2), None), (id(3), Some(450)), (id(4), Some(400))]);
    let standings: Vec<Standing> = all.iter().map(|l| l.standing).collect();
    assert_eq!(standings, [Standing::Ranked(2), Standing::EligibleUnranked, Standing::Ranked(1), Standing::Ranked(2)]);
}

#[test]
fn the_joint_list_is_the_sum_of_closed_up_places() {
    use Standing::{NotPrioritised, Ranked};
    // 2 is the first party's favourite, but the second does not want it: it neither counts nor moves the others.
    let first = [line(1, Ranked(5)), line(2, Ranked(1)), line(3, Ranked(7)), line(4, Ranked(7))];
    let second = [line(1, Ranked(2)), line(2, NotPrioritised), line(3, Ranked(1)), line(4, Ranked(3))];
    let joint = candidates(&first, &second);
    let got: Vec<_> = joint.iter().map(|c| (c.application.clone(), c.places, c.points, c.rank, c.value)).collect();
    assert_eq!(got, [(id(1), [2, 4], 6, 1, 7), (id(3), [5, 2], 7, 2, 6), (id(4), [5, 6], 11, 3, 2)]);
    assert!(!joint::prioritised_by_both(&first, &second, &id(2)));
}

#[test]
fn r156_hours_match_in_per_cent() {
    assert_eq!(match_index([1000, 750]), Some(75));
    assert_eq!(match_index([750, 1000]), Some(75));
    assert_eq!(match_index([0, 10]), Some(0));
    assert_eq!(match_index([0, 0]), None);
}

#[test]
fn every_cause_has_a_sentence() {
    let rm = (party("RM"), Money::new(100, Currency::Dkk));
    for cause in [
        Cause::NotPrioritised { by: vec![party("RM"), party("SH")] },
        Cause::Withdrawn,
        Cause::Refused,
        Cause::Excluded,
        Cause::Short,
        Cause::DearerThanPot,
        Cause::Ended { at: "7".into() },
    ] {
        assert!(!Why::plain(cause.clone()).sentences().is_empty(), "{cause:?}");
        let full = Why { cause, missing: vec![rm.clone()], top_up: Some(vec![rm.clone()]) };
        assert_eq!(full.sentences().last().unwrap().key(), "cut-top-up");
    }
}

#[test]
fn r143_one_side_proposes_the_other_answers() {
    let round = round_with(&["RM", "SH"], &["RM", "SH"]);
    let rm = party("RM");
    let plain = Proposal { party: &rm, versions: &[], withdrawn: &[], by_hand: 0, note: "" };
    assert!(propose(&round, &plain).is_ok());
    assert_eq!(propose(&round_with(&["RM", "SH"], &["SH"]), &plain).unwrap_err().key(), "priority-not-revealed");
    assert_eq!(propose(&round, &Proposal { by_hand: 1, ..plain }).unwrap_err().key(), "result-note-missing");
    let pending = version(1, "RM", Answer::Pending);
    assert_eq!(result::answer(&pending, &rm, true, "").unwrap_err().key(), "result-own");
    assert_eq!(result::answer(&pending, &party("SH"), false, " ").unwrap_err().key(), "result-decline-reason");
    assert!(result::answer(&pending, &party("SH"), true, "").is_ok());
    let versions = [pending];
    assert_eq!(
        propose(&round, &Proposal { party: &rm, versions: &versions, withdrawn: &[], by_hand: 0, note: "" }).unwrap_err().key(),
        "result-pending"
    );
    let agreed = [version(1, "RM", Answer::Accepted { by: party("SH"), at: at(3) })];
    assert_eq!(result::answer(&agreed[0], &party("SH"), true, "").unwrap_err().key(), "result-answered");
    assert_eq!(
        propose(&round, &Proposal { party: &rm, versions: &agreed, withdrawn: &[], by_hand: 0, note: "" }).unwrap_err().key(),
        "result-agreed"
    );
    let gone = ["2026-003".to_string()];
    assert!(propose(&round, &Proposal { party: &rm, versions: &agreed, withdrawn: &gone, by_hand: 0, note: "" }).is_ok());
}

#[test]
fn r144_a_funded_set_holds_candidates_only_within_both_pots_and_loses_nothing_signed() {
    let all = [id(1), id(2)];
    assert!(check(&[id(1)], &all, &[id(1)], [0, 5]).is_ok());
    assert_eq!(check(&[id(3)], &all, &[], [0, 0]).unwrap_err().key(), "result-not-a-candidate");
    assert_eq!(check(&[id(1)], &all, &[id(2)], [0, 0]).unwrap_err().key(), "result-drops-signed");
    assert_eq!(check(&[id(1)], &all, &[], [0, -1]).unwrap_err().key(), "result-overdraws");
    assert_eq!(kept(&[id(1), id(2)], &[id(2)]), [id(1)]);
}

fn standing() -> impl Strategy<Value = Standing> {
    prop_oneof![4 => (1u32..8).prop_map(Standing::Ranked), 1 => Just(Standing::EligibleUnranked), 1 => Just(Standing::NotPrioritised)]
}
fn lists() -> impl Strategy<Value = (Vec<Line>, Vec<Line>)> {
    prop::collection::vec((standing(), standing()), 0..14).prop_map(|both| {
        let side =
            |pick: fn(&(Standing, Standing)) -> Standing| both.iter().enumerate().map(|(n, s)| line(n as u32 + 1, pick(s))).collect();
        (side(|s| s.0), side(|s| s.1))
    })
}

proptest! {
    #[test]
    fn r129_exchanging_the_parties_changes_nothing((first, second) in lists()) {
        let (here, there) = (candidates(&first, &second), candidates(&second, &first));
        let plain = |all: &[Candidate]| all.iter().map(|c| (c.application.clone(), c.points, c.rank, c.value)).collect::<Vec<_>>();
        prop_assert_eq!(plain(&here), plain(&there));
        for (a, b) in here.iter().zip(&there) {
            prop_assert_eq!([a.places[1], a.places[0]], b.places);
        }
    }

    #[test]
    fn r144_candidates_are_the_intersection((first, second) in lists()) {
        let joint = candidates(&first, &second);
        for (a, b) in first.iter().zip(&second) {
            let both = a.standing.rank().is_some() && b.standing.rank().is_some();
            prop_assert_eq!(both, joint.iter().any(|c| c.application == a.application));
        }
        prop_assert!(joint.windows(2).all(|w| w[0].points <= w[1].points && w[0].rank <= w[1].rank));
    }

    #[test]
    fn both_lists_weigh_the_same_and_every_value_is_positive((first, second) in lists()) {
        let joint = candidates(&first, &second);
        let n = joint.len() as u32;
        for side in [0, 1] {
            prop_assert_eq!(joint.iter().map(|c| c.places[side]).sum::<u32>(), n * (n + 1));
        }
        prop_assert!(joint.iter().all(|c| c.value >= 1));
    }

    #[test]
    fn what_both_prefer_stands_higher((first, second) in lists()) {
        let joint = candidates(&first, &second);
        let rank = |list: &[Line], c: &Candidate| list.iter().find(|l| l.application == c.application).and_then(|l| l.standing.rank()).unwrap();
        for a in &joint {
            for b in &joint {
                if rank(&first, a) <= rank(&first, b) && rank(&second, a) < rank(&second, b) {
                    prop_assert!(a.points < b.points && a.value > b.value);
                }
            }
        }
    }

    #[test]
    fn a_project_only_one_side_wants_moves_nothing((first, second) in lists()) {
        let joint = candidates(&first, &second);
        let only = |list: &[Line]| list.iter().filter(|l| joint.iter().any(|c| c.application == l.application)).cloned().collect::<Vec<_>>();
        prop_assert_eq!(candidates(&only(&first), &only(&second)), joint);
    }
}
