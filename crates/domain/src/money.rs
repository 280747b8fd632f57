//! Money: integer minor units with a currency; sums are checked and never mix currencies (joint-calls.md 10.7).

use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Currency {
    Dkk,
    Cny,
    Eur,
}

impl Currency {
    /// ISO 4217.
    pub fn code(self) -> &'static str {
        match self {
            Currency::Dkk => "DKK",
            Currency::Cny => "CNY",
            Currency::Eur => "EUR",
        }
    }
    pub fn parse(code: &str) -> Option<Currency> {
        [Currency::Dkk, Currency::Cny, Currency::Eur].into_iter().find(|c| c.code() == code.trim())
    }
}

/// Minor units (øre, fen, cent) in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    pub minor: i64,
    pub currency: Currency,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyProblem {
    Mixed(Currency, Currency),
    Overflow,
}

impl Money {
    pub const fn new(minor: i64, currency: Currency) -> Money {
        Money { minor, currency }
    }
    pub const fn zero(currency: Currency) -> Money {
        Money { minor: 0, currency }
    }
    pub fn plus(self, other: Money) -> Result<Money, MoneyProblem> {
        if self.currency != other.currency {
            return Err(MoneyProblem::Mixed(self.currency, other.currency));
        }
        let minor = self.minor.checked_add(other.minor).ok_or(MoneyProblem::Overflow)?;
        Ok(Money { minor, currency: self.currency })
    }
    pub fn minus(self, other: Money) -> Result<Money, MoneyProblem> {
        self.plus(Money { minor: other.minor.checked_neg().ok_or(MoneyProblem::Overflow)?, ..other })
    }
    /// The sum of many, zero of `currency` where there are none.
    pub fn sum(currency: Currency, all: impl IntoIterator<Item = Money>) -> Result<Money, MoneyProblem> {
        all.into_iter().try_fold(Money::zero(currency), Money::plus)
    }
}

impl fmt::Display for Money {
    /// Machine form `DKK 1234.50`; screens use `i18n::format`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, m) = (if self.minor < 0 { "-" } else { "" }, self.minor.unsigned_abs());
        write!(f, "{} {sign}{}.{:02}", self.currency.code(), m / 100, m % 100)
    }
}

/// A dated, cited rate: `rate` millionths of `to` for one unit of `from`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    pub from: Currency,
    pub to: Currency,
    pub micro: i64,
    pub day: crate::time::Day,
    pub source: String,
}

impl Rate {
    /// Converts, rounding half away from zero; refuses another currency.
    pub fn convert(&self, m: Money) -> Result<Money, MoneyProblem> {
        if m.currency != self.from {
            return Err(MoneyProblem::Mixed(m.currency, self.from));
        }
        let wide = i128::from(m.minor) * i128::from(self.micro);
        let rounded = (wide + wide.signum() * 500_000) / 1_000_000;
        Ok(Money { minor: i64::try_from(rounded).map_err(|_| MoneyProblem::Overflow)?, currency: self.to })
    }
}

/// Why an amount as typed was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AmountProblem {
    Empty,
    NotANumber(String),
    TooManyDecimals(String),
    TooLarge,
    Negative,
    /// Another currency than the field's was typed.
    WrongCurrency {
        typed: Currency,
        wanted: Currency,
    },
}

/// Reads what people type: `1.234.567,50` (da), `1,234,567.50` (en, zh), `1234567.5`, with or without the field's own currency code.
/// A single separator followed by exactly three digits groups thousands, as both conventions write it.
pub fn parse_amount(typed: &str, currency: Currency) -> Result<Money, AmountProblem> {
    let mut s = typed.trim().replace(['\u{a0}', '\u{202f}', ' '], "");
    for c in [Currency::Dkk, Currency::Cny, Currency::Eur] {
        if s.to_ascii_uppercase().contains(c.code()) {
            if c != currency {
                return Err(AmountProblem::WrongCurrency { typed: c, wanted: currency });
            }
            s = s.to_ascii_uppercase().replace(c.code(), "");
        }
    }
    if let Some(rest) = s.to_lowercase().strip_suffix("kr.").or(s.to_lowercase().strip_suffix("kr")) {
        if currency != Currency::Dkk {
            return Err(AmountProblem::WrongCurrency { typed: Currency::Dkk, wanted: currency });
        }
        s = rest.to_string();
    }
    if s.is_empty() {
        return Err(AmountProblem::Empty);
    }
    if s.starts_with('-') {
        return Err(AmountProblem::Negative);
    }
    let bad = || AmountProblem::NotANumber(typed.trim().into());
    let (whole, decimals) = split_decimals(&s);
    let digits: String = whole.chars().filter(|c| !matches!(c, '.' | ',' | '\'')).collect();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return Err(bad());
    }
    if decimals.len() > 2 {
        return Err(AmountProblem::TooManyDecimals(typed.trim().into()));
    }
    let units: i64 = digits.parse().map_err(|_| AmountProblem::TooLarge)?;
    let cents: i64 = format!("{decimals:0<2}").parse().map_err(|_| bad())?;
    let minor = units.checked_mul(100).and_then(|u| u.checked_add(cents)).ok_or(AmountProblem::TooLarge)?;
    Ok(Money::new(minor, currency))
}

/// The last separator is the decimal one when both kinds occur, or when it is not followed by exactly three digits.
fn split_decimals(s: &str) -> (&str, &str) {
    let Some(last) = s.rfind(['.', ',']) else { return (s, "") };
    let mark = s.as_bytes()[last];
    let tail = &s[last + 1..];
    let both = s.contains('.') && s.contains(',');
    let repeated = s.bytes().filter(|&b| b == mark).count() > 1;
    if (both && !repeated) || (!both && !repeated && tail.len() != 3) { (&s[..last], tail) } else { (s, "") }
}

#[cfg(test)]
mod tests;
