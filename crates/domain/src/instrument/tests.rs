//! Terms are reckoned right at month ends and leap days, and a text moves only along its ways.

use super::*;
use crate::time::Day;
use proptest::prelude::*;

fn day(s: &str) -> Day {
    Day::parse(s).unwrap()
}

fn tacit(months: i64, renews: i64, notice: i64) -> Term {
    Term::Tacit { months, renews, notice: Notice { months: notice, days: 0 } }
}

#[test]
fn a_three_year_mou_with_six_months_notice() {
    let term = Term::Fixed { months: 36, notice: Notice { months: 6, days: 0 } };
    let c = clock(&term, day("2024-01-01"), day("2025-06-01")).unwrap();
    assert_eq!(c.term, Span { no: 1, from: day("2024-01-01"), until: day("2026-12-31") });
    assert_eq!(c.notice, day("2026-06-30"));
    // Three months before the notice date comes before six months before the end.
    assert_eq!(c.review, day("2026-03-30"));
    assert!(!c.locked && !c.renews && !c.expired);
    assert!(clock(&term, day("2024-01-01"), day("2027-01-01")).unwrap().expired);
}

#[test]
fn tacit_renewal_counts_notice_from_the_current_term() {
    // The bug of others: 36 months and yearly renewals, asked in the fifth year.
    let term = tacit(36, 12, 3);
    let c = clock(&term, day("2020-03-01"), day("2024-10-10")).unwrap();
    assert_eq!((c.term.from, c.term.until, c.term.no), (day("2024-03-01"), day("2025-02-28"), 3));
    assert_eq!(c.notice, day("2024-11-30"));
    assert!(!c.locked);
    // A day too late: it renews, and the next chance is a year on.
    assert!(clock(&term, day("2020-03-01"), day("2024-12-01")).unwrap().locked);
    assert_eq!(effective(&term, day("2020-03-01"), day("2024-11-30")), Some(day("2025-02-28")));
    assert_eq!(effective(&term, day("2020-03-01"), day("2024-12-01")), Some(day("2026-02-28")));
}

#[test]
fn leap_days_and_month_ends() {
    let c = clock(&tacit(12, 12, 0), day("2024-02-29"), day("2026-03-01")).unwrap();
    assert_eq!((c.term.from, c.term.until), (day("2026-02-28"), day("2027-02-27")));
    // Reckoned from the first day in one step, the leap day comes back.
    let leap = clock(&tacit(12, 12, 0), day("2024-02-29"), day("2028-03-01")).unwrap();
    assert_eq!(leap.term.from, day("2028-02-29"));
    let monthly = clock(&tacit(1, 1, 0), day("2023-01-31"), day("2023-04-30")).unwrap();
    assert_eq!(monthly.term.from, day("2023-04-30"), "not the 28th that February left");
}

#[test]
fn open_texts_have_no_end_and_end_when_the_notice_has_run() {
    let term = Term::Open { notice: Notice { months: 6, days: 0 } };
    assert_eq!(clock(&term, day("2003-10-01"), day("2026-01-01")), None);
    assert_eq!(effective(&term, day("2003-10-01"), day("2026-08-31")), Some(day("2027-02-28")));
}

proptest! {
    /// Terms follow each other without gap or overlap, and today is in the one that is shown.
    #[test]
    fn terms_are_a_chain(year in 1990i16..2040, doy in 0i64..366, months in 1i64..80, renews in 1i64..61, later in 0i64..20_000) {
        let start = Day::new(year, 1, 1).unwrap().plus_days(doy);
        let term = tacit(months, renews, 0);
        let today = start.plus_days(later);
        let c = clock(&term, start, today).unwrap();
        prop_assert!(c.term.from <= today && today <= c.term.until);
        let next = clock(&term, start, c.term.until.plus_days(1)).unwrap();
        prop_assert_eq!(next.term.from, c.term.until.plus_days(1));
        prop_assert_eq!(next.term.no, c.term.no + 1);
    }

    /// From the day after the notice date the whole notice still fits before the end; a few days later it no longer does.
    #[test]
    fn notice_fits_and_is_as_late_as_it_may_be(year in 1990i16..2040, doy in 0i64..366, months in 1i64..80, notice in 0i64..13) {
        let start = Day::new(year, 1, 1).unwrap().plus_days(doy);
        let c = clock(&Term::Fixed { months, notice: Notice { months: notice, days: 0 } }, start, start).unwrap();
        let over = c.term.until.plus_days(1);
        prop_assert!(c.notice.plus_days(1).plus_months(notice) <= over);
        // Months of unlike length leave at most three days.
        prop_assert!(c.notice.plus_days(5).plus_months(notice) > over);
        prop_assert!(c.review <= c.notice.plus_months(-3) && c.review <= c.term.until.plus_months(-6));
    }

    /// Notice on the notice date ends the current term; a day later it ends a later one.
    #[test]
    fn the_notice_date_is_the_last_day_in_time(year in 1990i16..2040, doy in 0i64..366, renews in 7i64..61, notice in 0i64..7, later in 0i64..9_000) {
        let start = Day::new(year, 1, 1).unwrap().plus_days(doy);
        let term = tacit(renews, renews, notice);
        let c = clock(&term, start, start.plus_days(later)).unwrap();
        prop_assert_eq!(effective(&term, start, c.notice), Some(c.term.until));
        prop_assert!(effective(&term, start, c.notice.plus_days(1)).unwrap() > c.term.until);
    }
}

fn edtf(s: &str) -> Edtf {
    Edtf::parse(s).unwrap()
}

fn instrument(state: State, term: Term) -> Instrument {
    let id = |n: u8| InstrumentId::mint(Instant::from_micros(1), [n; 10]);
    Instrument {
        id: id(1),
        slug: "mou".into(),
        partnership: PartnershipId::mint(Instant::from_micros(1), [2; 10]),
        parent: None,
        title: Text3::new("MoU", "MoU", "备忘录"),
        kind: Kind::Mou,
        labels: Default::default(),
        state,
        signed: edtf("2024-03"),
        place: Text3::default(),
        in_force: edtf("2024-04-01"),
        term,
        ended: Edtf::default(),
        ending: None,
        prevails: Prevails::Equal,
        focus: Text3::default(),
        note: Text3::default(),
        published: false,
        archive: String::new(),
        source: None,
        version: 1,
    }
}

fn signatory(side: Side, signed: &str) -> Signatory {
    Signatory { side, no: 1, post: Text3::new("formand", "chair", "主席"), name: String::new(), organisation: None, signed: edtf(signed) }
}

fn approval(side: Side, outcome: Outcome) -> Approval<u8> {
    let none = Edtf::default();
    Approval {
        id: 1,
        side,
        no: 1,
        kind: ApprovalKind::Cpaffc,
        body: "CPAFFC".into(),
        due: none.clone(),
        outcome,
        decided: none,
        reference: String::new(),
    }
}

#[test]
fn nothing_binds_until_both_sides_signed_and_approved() {
    let mut i = instrument(State::Draft, Term::Unknown);
    let bound = |side| Bound { side, no: 1, organisation: "x".into() };
    assert_eq!(offer(&mut i, &[bound(Side::A)]).unwrap_err().key(), "instrument-one-sided");
    offer(&mut i, &[bound(Side::A), bound(Side::B)]).unwrap();
    assert_eq!(sign(&mut i, &[signatory(Side::A, "2024-03")]).unwrap_err().key(), "instrument-signature-missing");
    assert_eq!(reopen(&mut i, &[signatory(Side::A, "2024-03")]).unwrap_err().key(), "instrument-half-signed");
    sign(&mut i, &[signatory(Side::A, "2024-03"), signatory(Side::B, "2024-05-02")]).unwrap();
    assert_eq!(i.signed, edtf("2024-05-02"), "the later signature dates the text");
    let waiting = [approval(Side::A, Outcome::Approved), approval(Side::B, Outcome::Open)];
    assert_eq!(enter_force(&mut i, &waiting, day("2024-06-01")).unwrap_err().key(), "instrument-approval-open");
    let refused = [approval(Side::B, Outcome::Refused)];
    assert_eq!(enter_force(&mut i, &refused, day("2024-06-01")).unwrap_err().key(), "instrument-approval-refused");
    let given = [approval(Side::A, Outcome::Approved), approval(Side::B, Outcome::NotNeeded)];
    assert_eq!(enter_force(&mut i, &given, day("2024-05-01")).unwrap_err().key(), "instrument-before-signature");
    enter_force(&mut i, &given, day("2024-06-01")).unwrap();
    assert_eq!((i.state, i.in_force.as_str()), (State::InForce, "2024-06-01"));
}

#[test]
fn asking_for_the_end_is_not_yet_the_end() {
    let mut i = instrument(State::InForce, tacit(12, 12, 3));
    assert_eq!(give_notice(&mut i, day("2024-06-01"), By::A, " ", None).unwrap_err().key(), "instrument-notice-reason");
    assert_eq!(end(&mut i, day("2024-06-01")).unwrap_err().key(), "instrument-end-needs-notice");
    give_notice(&mut i, day("2024-06-01"), By::A, "no activity", None).unwrap();
    assert_eq!(i.ending.as_ref().unwrap().effective, day("2025-03-31"));
    assert_eq!(end(&mut i, day("2025-03-31")).unwrap_err().key(), "instrument-still-runs");
    take_back(&mut i, day("2024-07-01")).unwrap();
    assert_eq!(i.state, State::InForce);
    give_notice(&mut i, day("2024-06-01"), By::Both, "agreed", Some(day("2024-09-30"))).unwrap();
    end(&mut i, day("2024-10-01")).unwrap();
    assert_eq!((i.state, i.ended.as_str()), (State::Ended, "2024-09-30"));
}

#[test]
fn an_uncertain_start_counts_from_its_first_possible_day() {
    let mut i = instrument(State::InForce, Term::Fixed { months: 36, notice: Notice { months: 3, days: 0 } });
    i.in_force = edtf("2024-03");
    let c = i.clock(day("2025-01-01")).unwrap();
    assert_eq!((c.term.until, c.notice), (day("2027-02-28"), day("2026-11-30")));
    assert!(!i.starts_exactly());
}

#[test]
fn the_chinese_ladder_ends_with_cpaffc() {
    assert_eq!(usual("CN", Kind::Sister).last(), Some(&ApprovalKind::Cpaffc));
    assert_eq!(usual("DK", Kind::Sister).last(), Some(&ApprovalKind::Council));
}
