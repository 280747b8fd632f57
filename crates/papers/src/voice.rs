//! How a paper speaks: labels, amounts and dates in one language, amounts all with or all without hundredths.

use i18n::format::{self, Civil};
use i18n::{Arg, Lang};

use crate::document::Date;

pub(crate) struct Voice {
    lang: Lang,
    /// One amount with hundredths puts hundredths on all, so that a column adds up as printed.
    hundredths: bool,
}

impl Voice {
    /// `amounts` are all the amounts that the paper will print, in minor units.
    pub(crate) fn new(lang: Lang, amounts: impl IntoIterator<Item = i64>) -> Self {
        Self { lang, hundredths: amounts.into_iter().any(|minor| minor % 100 != 0) }
    }

    pub(crate) fn word(&self, key: &str) -> String {
        i18n::text(self.lang, key, &[])
    }

    pub(crate) fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
        i18n::text(self.lang, key, &args)
    }

    /// As `with`, with `$count` choosing the plural form.
    pub(crate) fn counted(&self, key: &str, count: usize, args: &[(&str, &str)]) -> String {
        let mut all: Vec<(&str, Arg)> = vec![("count", Arg::Number(count as i64))];
        all.extend(args.iter().map(|(name, value)| (*name, Arg::Text(value))));
        i18n::text(self.lang, key, &all)
    }

    pub(crate) fn number(&self, value: i64) -> String {
        format::number(self.lang, value)
    }

    /// An amount without its currency, for a column whose head names it.
    pub(crate) fn amount(&self, minor: i64) -> String {
        if self.hundredths { format::decimal(self.lang, minor, 2) } else { format::number(self.lang, minor / 100) }
    }

    /// An amount with its currency's code: a paper must not leave open which ¥ or kr. is meant.
    pub(crate) fn money(&self, minor: i64, currency: &str) -> String {
        let amount = self.amount(minor);
        match self.lang {
            Lang::Da => format!("{amount}\u{a0}{currency}"),
            Lang::En | Lang::Zh => format!("{currency}\u{a0}{amount}"),
        }
    }

    /// An amount for the eye, rounded to a decimal of a million.
    pub(crate) fn short_money(&self, minor: i64, currency: &str) -> String {
        format::money_compact_code(minor, currency, self.lang)
    }

    /// Spelt out, and kept on one line.
    pub(crate) fn date(&self, date: Date) -> String {
        format::date_long(self.lang, civil(date)).replace(' ', "\u{a0}")
    }

    pub(crate) fn short_date(&self, date: Date) -> String {
        format::date_short(self.lang, civil(date))
    }
}

fn civil(date: Date) -> Civil {
    // A year out of range is refused when the paper is set.
    Civil { year: i16::try_from(date.year).unwrap_or(i16::MAX), month: date.month, day: date.day }
}
