//! Phases, what freezes, what blocks publication.

use super::*;
use crate::{
    Currency,
    programme::{Body, BodyKind, Programme},
};

fn text(s: &str) -> Text3 {
    Text3::new(s, s, s)
}
fn party(s: &str) -> PartyCode {
    PartyCode::parse(s).unwrap()
}
fn at(s: i64) -> Instant {
    Instant::from_micros(s * 1_000_000)
}

fn call() -> Call {
    let id = |n: u8| [n; 10];
    let pot = |p: &str, minor, currency| Pot { party: party(p), year: 2026, amount: Money::new(minor, currency) };
    Call {
        id: CallId::mint(at(1), id(1)),
        slug: "2026-it".into(),
        programme: ProgrammeId::mint(at(1), id(2)),
        parties: [party("RM"), party("SH")],
        title: text("IT"),
        summary: text("x"),
        theme: 1,
        window: Window { opens: at(100), closes: at(200), completes: vec![(party("RM"), at(250)), (party("SH"), at(300))] },
        confirmation: ConfirmationRule::All,
        max_months: 36,
        pots: vec![pot("RM", 100, Currency::Dkk), pot("SH", 100, Currency::Cny)],
        criteria: vec![Criterion {
            id: CriterionId::mint(at(1), id(3)),
            no: 1,
            label: text("c"),
            help: Text3::default(),
            weight: 100,
            anchors: vec![text("0"), text("1")],
        }],
        questions: vec![],
        presented: Some(Presented { body: body().id, on: Day::parse("2026-01-10").unwrap() }),
        published: None,
        version: 1,
        made_up: false,
    }
}

fn body() -> Body {
    Body {
        id: BodyId::mint(at(1), [4; 10]),
        party: party("RM"),
        name: text("Growth Forum"),
        kind: BodyKind::Recommending,
        appointed_by: Text3::default(),
        from: Day::parse("2020-01-01").unwrap(),
        to: None,
        successor: None,
    }
}

fn programme() -> Programme {
    crate::programme::tests::programme()
}

fn keys(call: &Call, programme: &Programme) -> Vec<&'static str> {
    publication::obstacles(call, programme, Some(&body()), at(50)).iter().map(Refusal::key).collect()
}

#[test]
fn the_closing_instant_itself_is_in_time_and_the_next_is_late() {
    let call = Call { published: Some(at(10)), ..call() };
    assert_eq!(call.phase(at(99)), Phase::Coming);
    assert!(call.accepts(at(100)).is_ok() && call.accepts(at(200)).is_ok());
    assert_eq!(call.accepts(at(201)).unwrap_err().key(), "call-closed");
    assert_eq!(call.phase(at(300)), Phase::Completing);
    assert_eq!(call.phase(at(301)), Phase::Closed);
    assert_eq!(call.accepts(at(99)).unwrap_err().key(), "call-not-open");
}

#[test]
fn r136_criteria_pots_and_deadlines_freeze_with_publication() {
    let published = publication::publish(&call(), &programme(), Some(&body()), at(50)).unwrap();
    let key = |e| edit(&published, e).unwrap_err().key();
    assert_eq!(key(Edit::Criteria(vec![])), "call-criteria-frozen");
    assert_eq!(key(Edit::Pots(vec![])), "call-pots-frozen");
    assert_eq!(key(Edit::Window(published.window.clone())), "call-window-frozen");
    assert_eq!(key(Edit::Questions(vec![])), "call-frozen");
}

#[test]
fn r136_changed_criteria_must_be_presented_again() {
    let mut criteria = call().criteria;
    assert!(edit(&call(), Edit::Criteria(criteria.clone())).unwrap().presented.is_some());
    criteria[0].weight = 90;
    assert_eq!(edit(&call(), Edit::Criteria(criteria)).unwrap().presented, None);
}

#[test]
fn every_obstacle_is_named_at_once() {
    assert_eq!(keys(&call(), &programme()), Vec::<&str>::new());
    let mut c = call();
    c.title.zh.clear();
    c.window.opens = at(200);
    c.window.completes[1].1 = at(150);
    c.pots.pop();
    c.criteria[0].weight = 60;
    c.presented = None;
    assert_eq!(
        keys(&c, &programme()),
        [
            "call-translation-missing",
            "call-opens-after-closing",
            "call-completes-before-closing",
            "call-pot-missing",
            "call-weights",
            "call-criteria-not-presented"
        ]
    );
    let record = Programme { record_only: true, ..programme() };
    assert_eq!(keys(&call(), &record), ["programme-record-only"]);
}

#[test]
fn a_body_that_did_not_sit_that_day_can_t_have_seen_the_criteria() {
    let mut c = call();
    c.presented = Some(Presented { body: body().id, on: Day::parse("2019-12-31").unwrap() });
    assert_eq!(keys(&c, &programme()), ["call-presented-body"]);
}

#[test]
fn missing_texts_are_named_by_language() {
    let mut c = call();
    c.criteria[0].anchors[1].da.clear();
    c.questions.push(Question {
        id: QuestionId::mint(at(1), [5; 10]),
        no: 1,
        kind: QuestionKind::Text,
        label: Text3::new("a", "b", ""),
        help: Text3::new("a", "", "c"),
        required: true,
        max_length: 10,
    });
    let refusals = publication::obstacles(&c, &programme(), Some(&body()), at(50));
    let texts: Vec<&Value> = refusals.iter().map(|r| &r.args()[1].1).collect();
    assert_eq!(texts, [&Value::Text("C1.1".into()), &Value::Text("Q1".into()), &Value::Text("Q1".into())]);
}

#[test]
fn an_extension_only_goes_forward_and_says_why() {
    let published = Call { published: Some(at(10)), ..call() };
    assert_eq!(extend(&published, at(200), "outage").unwrap_err().key(), "call-extension-earlier");
    assert_eq!(extend(&published, at(260), " ").unwrap_err().key(), "call-extension-reason");
    assert_eq!(extend(&call(), at(260), "outage").unwrap_err().key(), "call-draft");
    let later = extend(&published, at(260), "outage").unwrap();
    assert_eq!(later.window, Window { opens: at(100), closes: at(260), completes: vec![(party("RM"), at(260)), (party("SH"), at(300))] });
}
