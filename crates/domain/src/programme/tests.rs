//! The frame equals the plan; the refusal names the year and the difference.

use super::*;
use crate::Instant;

pub(crate) fn programme() -> Programme {
    let kr = |m: i64| Money::new(m * 100_000_000, Currency::Dkk);
    let row = |a: i64, b: i64| vec![(2026, kr(a)), (2027, kr(b))];
    let text = |s: &str| Text3::new(s, s, s);
    Programme {
        id: ProgrammeId::mint(Instant::from_micros(1), [1; 10]),
        slug: "p".into(),
        title: text("P"),
        purpose: text("x"),
        parties: [PartyCode::parse("RM").unwrap(), PartyCode::parse("SH").unwrap()],
        first_year: 2026,
        last_year: 2027,
        currency: Currency::Dkk,
        record_only: false,
        source: Text3::default(),
        note: Text3::default(),
        frame: vec![FrameLine { label: text("projects"), amounts: row(4, 6) }, FrameLine { label: text("workshops"), amounts: row(1, 1) }],
        financing: vec![
            Source { label: text("RM"), party: PartyCode::parse("RM"), estimate: false, note: Text3::default(), amounts: row(3, 4) },
            Source { label: text("SH"), party: PartyCode::parse("SH"), estimate: true, note: text("cautious"), amounts: row(2, 3) },
        ],
        goals: vec![],
        themes: vec![Theme { no: 1, label: text("IT"), grounds: Grounds::default() }],
        targets: vec![Target { year: 2026, low: 2, high: 4 }],
        schedule: vec![],
        facts: vec![],
    }
}

#[test]
fn r97_r98_the_frame_equals_the_plan_each_year() {
    let mut p = programme();
    assert_eq!(p.problems(), vec![]);
    // Moving money between years keeps the total and still breaks both years.
    p.financing[0].amounts[0].1.minor -= 100;
    p.financing[0].amounts[1].1.minor += 100;
    let refusal = p.balance().unwrap_err();
    assert_eq!(refusal.key(), "frame-unbalanced");
    assert!(refusal.args().contains(&("year", Value::Text("2026".into()))));
    assert!(refusal.args().contains(&("difference", Value::Money(Money::new(100, Currency::Dkk)))));
}

#[test]
fn r99_an_estimate_needs_its_note() {
    let mut p = programme();
    p.financing[1].note = Text3::default();
    assert_eq!(p.problems()[0].key(), "estimate-without-note");
}

#[test]
fn mixed_currencies_and_years_outside_are_named() {
    let mut p = programme();
    p.frame[0].amounts[0].1.currency = Currency::Cny;
    assert_eq!(p.problems()[0].key(), "programme-currency");
    let mut p = programme();
    p.frame[0].amounts.push((2030, Money::new(5, Currency::Dkk)));
    assert_eq!(p.problems()[0].key(), "programme-stray-year");
}

#[test]
fn bodies_sit_between_their_days() {
    let day = |s| Day::parse(s).unwrap();
    let body = Body {
        id: BodyId::mint(Instant::from_micros(1), [2; 10]),
        party: PartyCode::parse("RM").unwrap(),
        name: Text3::new("Vækstforum", "Growth Forum", "增长论坛"),
        kind: BodyKind::Recommending,
        appointed_by: Text3::default(),
        from: day("2006-04-01"),
        to: Some(day("2018-12-31")),
        successor: None,
    };
    assert!(body.sits_on(day("2006-04-01")) && body.sits_on(day("2018-12-31")));
    assert!(!body.sits_on(day("2019-01-01")) && !body.sits_on(day("2006-03-31")));
}
