//! Scores, appointments, conflicts, closing; the weighted mean by property.

use super::*;
use crate::{
    Text3,
    call::Criterion,
    ids::{AssessmentId, BodyId, ConflictId, CriterionId},
    programme::{Body, BodyKind},
    time::Day,
};
use proptest::prelude::*;

fn at(n: i64) -> Instant {
    Instant::from_micros(n * 1_000_000)
}
fn party(s: &str) -> PartyCode {
    PartyCode::parse(s).unwrap()
}
fn criterion(no: u8, weight: i64, top: i64) -> Criterion {
    let anchors = (0..=top).map(|n| Text3::new(&n.to_string(), &n.to_string(), &n.to_string())).collect();
    Criterion {
        id: CriterionId::mint(at(1), [no; 10]),
        no: no.into(),
        label: Text3::new("a", "a", "a"),
        help: Text3::default(),
        weight,
        anchors,
    }
}
fn draft(criteria: &[Criterion], values: &[Option<i64>]) -> Draft {
    let marks = criteria.iter().zip(values).map(|(c, v)| Mark { criterion: c.id.clone(), value: *v, reason: "because".into() }).collect();
    Draft { marks, overall: "good".into(), lang: Lang::En }
}
fn progress(number: &str, assigned: usize, closed: usize, summarised: bool) -> Progress {
    Progress { number: number.into(), assigned, closed, summarised }
}

#[test]
fn the_mean_weighs_shares_of_each_scale_and_rounds_once() {
    let criteria = [criterion(1, 60, 5), criterion(2, 40, 4)];
    assert_eq!(weighted(&criteria, &draft(&criteria, &[Some(5), Some(4)])), Some(1000));
    // 60 % of 3/5 and 40 % of 1/4
    assert_eq!(weighted(&criteria, &draft(&criteria, &[Some(3), Some(1)])), Some(460));
    assert_eq!(weighted(&criteria, &draft(&criteria, &[Some(3), None])), None, "a missing score is not zero");
    let thirds = [criterion(1, 100, 3)];
    let two = [draft(&thirds, &[Some(1)]), draft(&thirds, &[Some(2)])];
    assert_eq!(weighted(&thirds, &two[1]), Some(667));
    assert_eq!(mean(&thirds, &[&two[0], &two[1]]), Some(500), "not the mean of 333 and 667 rounded again");
    assert_eq!(criterion_mean(&thirds[0].id, &[&two[0], &two[1]]), Some(1500));
    assert_eq!(mean(&thirds, &[]), None);
}

prop_compose! {
    fn panel()(shape in prop::collection::vec((1i64..100, 1i64..10), 1..6))
        (values in prop::collection::vec(shape.iter().map(|(_, top)| 0..=*top).collect::<Vec<_>>(), 1..5), shape in Just(shape)) -> (Vec<Criterion>, Vec<Draft>)
    {
        let criteria: Vec<Criterion> = (1..).zip(&shape).map(|(no, (weight, top))| criterion(no, *weight, *top)).collect();
        let drafts = values.iter().map(|v| draft(&criteria, &v.iter().map(|x| Some(*x)).collect::<Vec<_>>())).collect();
        (criteria, drafts)
    }
}

proptest! {
    #[test]
    fn the_mean_lies_between_its_parts_and_no_order_or_scale_of_weights_moves_it((criteria, drafts) in panel()) {
        let all: Vec<&Draft> = drafts.iter().collect();
        let mean_of_all = mean(&criteria, &all).unwrap();
        let single: Vec<i64> = drafts.iter().map(|d| weighted(&criteria, d).unwrap()).collect();
        prop_assert!((0..=1000).contains(&mean_of_all));
        prop_assert!(single.iter().min().unwrap() - 1 <= mean_of_all && mean_of_all <= single.iter().max().unwrap() + 1);
        let mut turned = all.clone();
        turned.reverse();
        prop_assert_eq!(mean(&criteria, &turned), Some(mean_of_all));
        let heavier: Vec<Criterion> = criteria.iter().map(|c| Criterion { weight: c.weight * 7, ..c.clone() }).collect();
        prop_assert_eq!(mean(&heavier, &all), Some(mean_of_all));
        let twice: Vec<&Draft> = all.iter().chain(&all).copied().collect();
        prop_assert_eq!(mean(&criteria, &twice), Some(mean_of_all));
        // Against a plain reckoning in fractions of a thousandth.
        let weights: f64 = criteria.iter().map(|c| c.weight as f64).sum();
        let share = |d: &Draft| criteria.iter().map(|c| c.weight as f64 * d.mark(&c.id).unwrap().value.unwrap() as f64 / c.max_score() as f64).sum::<f64>() / weights;
        let plain = drafts.iter().map(share).sum::<f64>() / drafts.len() as f64 * 1000.0;
        prop_assert!((plain - mean_of_all as f64).abs() <= 0.5 + 1e-6);
    }

    #[test]
    fn a_better_score_never_lowers_the_mean((criteria, drafts) in panel(), which in any::<prop::sample::Index>()) {
        let at = which.index(criteria.len());
        let mut better = drafts.clone();
        let value = better[0].marks[at].value.unwrap();
        better[0].marks[at].value = Some((value + 1).min(criteria[at].max_score()));
        let before = mean(&criteria, &drafts.iter().collect::<Vec<_>>());
        prop_assert!(mean(&criteria, &better.iter().collect::<Vec<_>>()) >= before);
    }
}

#[test]
fn r8_a_body_that_did_not_sit_that_day_appoints_nobody() {
    let body = Body {
        id: BodyId::mint(at(1), [1; 10]),
        party: party("RM"),
        name: Text3::new("Vækstforum", "Growth Forum", "增长论坛"),
        kind: BodyKind::Recommending,
        appointed_by: Text3::default(),
        from: Day::new(2007, 1, 1).unwrap(),
        to: Day::new(2018, 12, 31),
        successor: None,
    };
    let today = Day::new(2026, 2, 1).unwrap();
    let keys = |p: &str, y, m, d, n| -> Vec<&str> {
        appoint(&body, &party(p), Day::new(y, m, d).unwrap(), today, n).err().unwrap_or_default().iter().map(|e| e.refusal.key()).collect()
    };
    assert_eq!(keys("RM", 2018, 12, 31, 2), Vec::<&str>::new());
    assert_eq!(keys("RM", 2019, 1, 1, 2), ["group-body-day"]);
    assert_eq!(keys("SH", 2018, 1, 1, 2), ["group-body-party"]);
    assert_eq!(keys("RM", 2026, 2, 2, 0), ["group-body-day", "journal-future", "number-between"]);
}

#[test]
fn a_closed_assessment_is_final_and_an_open_one_is_complete_before_it_closes() {
    let criteria = [criterion(1, 50, 5), criterion(2, 50, 5)];
    let mut d = draft(&criteria, &[Some(3), None]);
    assert!(save(&criteria, None, 0, &d).is_ok(), "a draft may have gaps");
    assert_eq!(save(&criteria, None, 1, &d).unwrap_err().key(), "stale");
    d.marks[0].reason = " ".into();
    let fields: Vec<String> = close(&criteria, &d).unwrap_err().into_iter().map(|e| e.field).collect();
    assert_eq!(fields, ["reason-1", "score-2"]);
    d.marks[0].value = Some(6);
    assert_eq!(save(&criteria, None, 0, &d).unwrap_err().key(), "assessment-scale");
    let id = |n: u8| [n; 10];
    let kept = Assessment {
        id: AssessmentId::mint(at(1), id(1)),
        application: ApplicationId::mint(at(1), id(2)),
        expert: ExpertId::mint(at(1), id(3)),
        draft: draft(&criteria, &[Some(3), Some(4)]),
        version: 2,
        at: at(5),
        closed: Some(at(6)),
    };
    assert!(close(&criteria, &kept.draft).is_ok());
    assert_eq!(save(&criteria, Some(&kept), 2, &kept.draft).unwrap_err().key(), "assessment-final");
}

#[test]
fn a_side_closes_when_nothing_is_open_and_the_refusal_names_what_is() {
    let key = |all: &[Progress]| close_side(all, false).unwrap_err();
    assert_eq!(key(&[]).key(), "assessment-nothing");
    let open = key(&[progress("7-1", 2, 2, true), progress("7-2", 2, 1, false), progress("7-3", 1, 0, false)]);
    assert_eq!((open.key(), &open.args()[1].1), ("assessment-open", &Value::Text("7-2, 7-3".into())));
    assert_eq!(key(&[progress("7-1", 0, 0, false)]).key(), "assessment-unassigned");
    assert_eq!(key(&[progress("7-1", 1, 1, false)]).key(), "assessment-unsummarised");
    assert!(close_side(&[progress("7-1", 1, 1, true)], false).is_ok());
    assert_eq!(close_side(&[progress("7-1", 1, 1, true)], true).unwrap_err().key(), "assessment-side-closed");
    assert_eq!(summarise(&progress("7-2", 2, 1, false), false, "x").unwrap_err().key(), "assessment-panel-open");
    let parties = [party("RM"), party("SH")];
    let rm = Closing { party: party("RM"), by: String::new(), at: at(1) };
    let sh = Closing { party: party("SH"), ..rm.clone() };
    assert!(!both_closed(&parties, std::slice::from_ref(&rm)));
    assert!(both_closed(&parties, &[sh, rm]));
}

#[test]
fn a_dismissal_holds_for_its_grounds_only() {
    let found = |ours: &str| Found {
        expert: ExpertId::mint(at(1), [1; 10]),
        application: ApplicationId::mint(at(1), [2; 10]),
        reason: "pinyin".into(),
        ours: ours.into(),
        theirs: "Wang Wei".into(),
        strength: 550,
        by_office: false,
    };
    let f = found("王伟");
    let dismissed = Conflict {
        id: ConflictId::mint(at(1), [3; 10]),
        expert: f.expert.clone(),
        application: f.application.clone(),
        origin: Origin::Detected,
        reason: f.reason.clone(),
        ours: f.ours.clone(),
        theirs: f.theirs.clone(),
        strength: 550,
        by_office: false,
        at: at(2),
        dismissed: Some(Dismissal { at: at(3), by: String::new(), reason: "another Wang Wei".into() }),
    };
    let known = std::slice::from_ref(&dismissed);
    assert_eq!(refresh(known, vec![f.clone()]), Refresh::default());
    assert_eq!(refresh(known, vec![]), Refresh::default(), "what was dismissed stays on record");
    assert_eq!(refresh(known, vec![found("王维")]).change, [(dismissed.id.clone(), found("王维"))]);
    let held = Conflict { dismissed: None, ..dismissed.clone() };
    assert_eq!(refresh(&[held], vec![]).remove, [dismissed.id]);
    assert_eq!(refresh(&[], vec![f.clone()]).add, [f]);
}
