//! Money never mixes, never wraps, and reads what both sides type.
use super::*;
use proptest::prelude::*;

#[test]
fn amounts_as_danes_and_chinese_type_them() {
    for (typed, minor) in [
        ("1.234.567,50", 123_456_750),
        ("1,234,567.5", 123_456_750),
        ("1234567", 123_456_700),
        ("6.500.000", 650_000_000),
        ("0,5", 50),
        ("1 000 kr.", 100_000),
        ("DKK 12", 1200),
        ("1.000", 100_000),
    ] {
        assert_eq!(parse_amount(typed, Currency::Dkk), Ok(Money::new(minor, Currency::Dkk)), "{typed}");
    }
    assert_eq!(parse_amount("CNY 5", Currency::Dkk), Err(AmountProblem::WrongCurrency { typed: Currency::Cny, wanted: Currency::Dkk }));
    assert_eq!(parse_amount("5 kr", Currency::Cny), Err(AmountProblem::WrongCurrency { typed: Currency::Dkk, wanted: Currency::Cny }));
    assert_eq!(parse_amount("-5", Currency::Dkk), Err(AmountProblem::Negative));
    assert!(matches!(parse_amount("fem", Currency::Dkk), Err(AmountProblem::NotANumber(_))));
    assert!(matches!(parse_amount("1.2345", Currency::Dkk), Err(AmountProblem::TooManyDecimals(_))));
    assert_eq!(parse_amount("99999999999999999999", Currency::Dkk), Err(AmountProblem::TooLarge));
}

proptest! {
    #[test]
    fn sums_are_exact_or_refused(xs in prop::collection::vec(any::<i64>(), 0..20)) {
        let exact: i128 = xs.iter().map(|&x| i128::from(x)).sum();
        match Money::sum(Currency::Dkk, xs.iter().map(|&x| Money::new(x, Currency::Dkk))) {
            Ok(m) => prop_assert_eq!(i128::from(m.minor), exact),
            Err(e) => prop_assert_eq!(e, MoneyProblem::Overflow),
        }
    }

    #[test]
    fn currencies_never_mix(a in any::<i64>(), b in any::<i64>()) {
        let r = Money::new(a, Currency::Dkk).plus(Money::new(b, Currency::Cny));
        prop_assert_eq!(r, Err(MoneyProblem::Mixed(Currency::Dkk, Currency::Cny)));
    }

    #[test]
    fn what_was_printed_reads_back(minor in 0..i64::MAX) {
        let m = Money::new(minor, Currency::Cny);
        prop_assert_eq!(parse_amount(&m.to_string(), Currency::Cny), Ok(m));
    }
}
