//! One instant, two walls; ambiguous zones and skipped hours are refused (joint-calls.md 6.1, acceptance test 5).
use super::*;

#[test]
fn one_deadline_reads_right_on_both_walls_across_summer_time() {
    let cph = Zone::parse("Europe/Copenhagen").unwrap();
    let sha = Zone::parse("Asia/Shanghai").unwrap();
    let winter = cph.instant("2026-03-28T23:59").unwrap();
    let summer = cph.instant("2026-03-30T23:59").unwrap();
    assert_eq!((sha.wall(winter).day.day, sha.wall(winter).hour), (29, 6));
    assert_eq!((sha.wall(summer).day.day, sha.wall(summer).hour), (31, 5));
    assert_eq!(cph.wall(winter).offset_label(), "UTC+1");
    assert_eq!(cph.wall(summer).offset_label(), "UTC+2");
}

#[test]
fn abbreviations_gaps_and_folds_are_refused() {
    assert_eq!(Zone::parse("CST"), Err(ZoneProblem::Ambiguous("CST".into())));
    assert_eq!(Zone::parse("CET"), Err(ZoneProblem::Ambiguous("CET".into())));
    assert_eq!(Zone::parse("Europe/Viborg"), Err(ZoneProblem::Unknown("Europe/Viborg".into())));
    let cph = Zone::parse("Europe/Copenhagen").unwrap();
    assert_eq!(cph.instant("2026-03-29T02:30"), Err(ZoneProblem::Skipped));
    assert_eq!(cph.instant("2026-10-25T02:30"), Err(ZoneProblem::Twice));
    assert!(matches!(cph.instant("31 March"), Err(ZoneProblem::NotATime(_))));
}

#[test]
fn instants_print_and_parse() {
    let t = Instant::parse_rfc3339("2026-11-21T12:00:00Z").unwrap();
    assert_eq!(t.rfc3339(), "2026-11-21T12:00:00Z");
    assert_eq!(Day::parse("2009-02-30"), None);
}
