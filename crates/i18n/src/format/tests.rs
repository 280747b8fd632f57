//! The table of formats, checked line by line against what CLDR 48 gives in ICU.
use super::*;
use crate::Lang::{Da, En, Zh};

fn nb(text: &str) -> String {
    text.replace('_', "\u{a0}")
}

const DAY: Civil = Civil { year: 2018, month: 11, day: 20 };

#[test]
fn numbers() {
    assert_eq!(decimal(Da, 1_234_567_891, 3), "1.234.567,891");
    assert_eq!(decimal(En, 1_234_567_891, 3), "1,234,567.891");
    assert_eq!(decimal(Zh, 1_234_567_891, 3), "1,234,567.891");
    assert_eq!(number(Da, -1000), "-1.000");
    assert_eq!(number(En, 999), "999");
    assert_eq!(decimal(Da, -5, 2), "-0,05");
    assert_eq!(number(Zh, i64::MIN), "-9,223,372,036,854,775,808");
}

#[test]
fn amounts() {
    for (lang, dkk, cny, eur, negative) in [
        (Da, "1.234.567,50_kr.", "1.234.567,50_CN¥", "1.234.567,50_€", "-1.234,50_kr."),
        (En, "DKK_1,234,567.50", "CN¥1,234,567.50", "€1,234,567.50", "-DKK_1,234.50"),
        (Zh, "DKK_1,234,567.50", "¥1,234,567.50", "€1,234,567.50", "-DKK_1,234.50"),
    ] {
        assert_eq!(money(123_456_750, "DKK", lang), nb(dkk));
        assert_eq!(money(123_456_750, "CNY", lang), nb(cny));
        assert_eq!(money(123_456_750, "EUR", lang), nb(eur));
        assert_eq!(money(-123_450, "DKK", lang), nb(negative));
    }
    assert_eq!(money_code(123_450, "CNY", Da), nb("1.234,50_CNY"));
    assert_eq!(money_code(-123_450, "CNY", Zh), nb("-CNY_1,234.50"));
    assert_eq!(money(-100, "CNY", En), "-CN¥1.00");
    assert_eq!(money_whole(123_456_750, "DKK", Da), nb("1.234.568_kr."));
    assert_eq!(money_whole(-123_456_750, "DKK", Da), nb("-1.234.568_kr."));
}

#[test]
fn compact_amounts() {
    assert_eq!(money_compact(650_000_000, "DKK", Da), nb("6,5_mio._kr."));
    assert_eq!(money_compact(650_000_000, "DKK", En), nb("DKK_6.5m"));
    assert_eq!(money_compact(650_000_000, "DKK", Zh), nb("DKK_650万"));
    assert_eq!(money_compact(1_950_000_000, "CNY", Da), nb("19,5_mio._CN¥"));
    assert_eq!(money_compact(1_950_000_000, "CNY", Zh), "¥1,950万");
    assert_eq!(money_compact(65_000_000, "DKK", Da), nb("650_t.kr."));
    assert_eq!(money_compact(-65_000_000, "EUR", En), "-€650k");
    assert_eq!(money_compact(120_000_000_000, "DKK", Da), nb("1,2_mia._kr."));
    assert_eq!(money_compact(25_000_000_000, "CNY", Zh), "¥2.5亿");
    assert_eq!(money_compact(99_950, "DKK", Da), nb("1_t.kr."));
    assert_eq!(money_compact(99_995_000, "DKK", Da), nb("1_mio._kr."));
    assert_eq!(money_compact(99_900, "DKK", Da), nb("999_kr."));
    assert_eq!(money_compact(0, "DKK", En), nb("DKK_0"));
    // The largest amounts must not overflow.
    assert!(money_compact(i64::MAX, "DKK", Da).ends_with("kr."));
    assert!(money_compact(i64::MIN, "CNY", Zh).starts_with('-'));
}

#[test]
fn percents_and_sizes() {
    assert_eq!(percent(Da, 425, 1), nb("42,5_%"));
    assert_eq!(percent(En, 425, 1), "42.5%");
    assert_eq!(percent(Zh, 42, 0), "42%");
    assert_eq!(bytes(Da, 1_500_000), nb("1,5_MB"));
    assert_eq!(bytes(En, 1), nb("1_byte"));
    assert_eq!(bytes(Zh, 512), nb("512_字节"));
    assert_eq!(bytes(En, 100_000_000), nb("100_MB"));
}

#[test]
fn dates() {
    assert_eq!(date_short(Da, DAY), "20.11.2018");
    assert_eq!(date_short(En, DAY), "20/11/2018");
    assert_eq!(date_short(Zh, DAY), "2018/11/20");
    assert_eq!(date_long(Da, DAY), "20. november 2018");
    assert_eq!(date_long(En, DAY), "20 November 2018");
    assert_eq!(date_long(Zh, DAY), "2018年11月20日");
    assert_eq!(date_full(Da, DAY), "tirsdag den 20. november 2018");
    assert_eq!(date_full(En, DAY), "Tuesday, 20 November 2018");
    assert_eq!(date_full(Zh, DAY), "2018年11月20日星期二");
    assert_eq!(date_full(En, Civil { year: 2000, month: 2, day: 29 }), "Tuesday, 29 February 2000");
    assert_eq!(date_full(En, Civil { year: 2024, month: 1, day: 1 }), "Monday, 1 January 2024");
}

#[test]
fn ranges() {
    let end = Civil { day: 22, ..DAY };
    assert_eq!(date_range(Da, DAY, end), "20.-22. november 2018");
    assert_eq!(date_range(En, DAY, end), "20 – 22 November 2018");
    assert_eq!(date_range(Zh, DAY, end), "2018年11月20日至2018年11月22日");
    let later = Civil { month: 12, day: 2, ..DAY };
    assert_eq!(date_range(Da, DAY, later), "20. november 2018 – 2. december 2018");
    assert_eq!(date_range(En, DAY, DAY), "20 November 2018");
}

#[test]
fn times_and_deadlines() {
    let clock = Clock { hour: 9, minute: 30 };
    assert_eq!(time(Da, clock), "09.30");
    assert_eq!(time(En, clock), "09:30");
    let at = Stamp { date: DAY, clock, offset: 60, zone: "CET" };
    assert_eq!(instant(Da, at), "20.11.2018 kl. 09.30 (CET, UTC+1)");
    assert_eq!(instant_long(En, at), "20 November 2018 at 09:30 (CET, UTC+1)");
    assert_eq!(instant_long(Zh, Stamp { offset: 480, zone: "上海", ..at }), "2018年11月20日 09:30\u{ff08}上海\u{ff0c}UTC+8\u{ff09}");
    assert_eq!(instant(En, Stamp { offset: -330, zone: "", ..at }), "20/11/2018 at 09:30 (UTC-5:30)");
}

#[test]
fn lists() {
    assert_eq!(list(Da, &["A", "B", "C"]), "A, B og C");
    assert_eq!(list(En, &["A", "B", "C"]), "A, B and C");
    assert_eq!(list(Zh, &["A", "B", "C"]), "A、B和C");
    assert_eq!(list(Da, &["A", "B"]), "A og B");
    assert_eq!(list(Da, &["A"]), "A");
    assert_eq!(list::<&str>(Da, &[]), "");
    assert_eq!(list_or(Zh, &["A", "B", "C"]), "A、B或C");
}
