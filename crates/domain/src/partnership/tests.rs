//! Round years, signals and what they speak for.

use super::*;
use crate::time::Day;

fn day(s: &str) -> Day {
    Day::parse(s).unwrap()
}

fn edtf(s: &str) -> Edtf {
    Edtf::parse(s).unwrap()
}

#[test]
fn round_years_of_a_year_a_month_and_a_decade() {
    let years = |since: &str, today: &str, n| {
        anniversaries(&edtf(since), day(today), n).into_iter().map(|a| (a.years, a.when.as_str().to_string(), a.great)).collect::<Vec<_>>()
    };
    assert_eq!(years("2003", "2013-02-01", 1), [(10, "2013".into(), true)], "the tenth anniversary of 2003 is in 2013");
    assert_eq!(years("2003", "2026-11-21", 5), [(25, "2028".into(), true)]);
    assert_eq!(years("2008-03", "2026-11-21", 5), [(20, "2028-03".into(), true)]);
    assert_eq!(years("2016-11-20", "2026-11-21", 5), [(15, "2031-11-20".into(), false)], "yesterday is over");
    assert!(years("198X", "2026-11-21", 10).is_empty());
    assert_eq!(
        years("2008-02-29", "2026-11-21", 7),
        [(20, "2028-02-29".into(), true), (25, "2033".into(), true)],
        "a leap day falls back to its year"
    );
}

#[test]
fn a_partnership_has_two_sides_and_nobody_on_both() {
    let member = |side, subject: &str| Member { side, no: 1, kind: SubjectKind::Place, subject: subject.into() };
    assert_eq!(check_members(&[member(Side::A, "x")]).unwrap_err().key(), "partnership-one-sided");
    assert_eq!(check_members(&[member(Side::A, "x"), member(Side::B, "x")]).unwrap_err().key(), "partnership-party-twice");
    assert!(check_members(&[member(Side::A, "x"), member(Side::A, "y"), member(Side::B, "z")]).is_ok());
}

#[test]
fn silence_is_named_and_never_called_death() {
    let today = day("2026-11-21");
    assert_eq!(propose(&Input::default(), today), None, "nothing known, nothing proposed");
    let of = |last: &str| propose(&Input { last_in: Some(day(last)), ..Input::default() }, today).unwrap().state;
    assert_eq!(
        (of("2026-01-01"), of("2025-11-21"), of("2025-11-20"), of("2024-11-20")),
        (State::Active, State::Active, State::Quiet, State::Dormant)
    );
    let later_out = Input { last_in: Some(day("2020-01-01")), last_out: Some(day("2026-05-01")), ..Input::default() };
    assert_eq!(propose(&later_out, today).unwrap().because, Some(SignalKind::LastOut), "either direction keeps it alive");
}

#[test]
fn every_signal_says_why() {
    let today = day("2026-11-21");
    let input = Input {
        overdue: 3,
        overdue_since: Some(day("2026-03-31")),
        notice: Some(day("2026-12-01")),
        hosted: [0, 40],
        results: 0,
        ..Input::default()
    };
    let grade = |kind| signals(&input, today).into_iter().find(|s| s.kind == kind).unwrap().grade;
    assert_eq!(grade(SignalKind::Overdue), Grade::Bad);
    assert_eq!(grade(SignalKind::Notice), Grade::Bad);
    assert_eq!(grade(SignalKind::Reciprocity), Grade::Bad, "one side has hosted alone");
    assert_eq!(grade(SignalKind::Results), Grade::Silent);
    assert_eq!(signals(&Input { hosted: [24, 20], ..Input::default() }, today)[6].grade, Grade::Good);
}

#[test]
fn addresses_are_made_from_names() {
    assert_eq!(slug("Region Sjælland – Zhejiang (2011)"), "region-sjaelland-zhejiang-2011");
    assert!(is_slug("rm-shanghai") && !is_slug("RM") && !is_slug("-x") && !is_slug("a/b"));
}
