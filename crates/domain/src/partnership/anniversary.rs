//! Round years to come. Tenth years are marked, fifth years mentioned, others left alone (R23).

use crate::{edtf::Edtf, time::Day};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anniversary {
    pub years: i64,
    /// The day, or the year alone where no more is known.
    pub when: Edtf,
    /// The last day it can be kept.
    pub until: Day,
    /// A tenth, twenty-fifth or fiftieth year.
    pub great: bool,
}

/// The round years of something that began `since` and come within `years` years from `today`, the next first.
pub fn anniversaries(since: &Edtf, today: Day, years: i64) -> Vec<Anniversary> {
    let Some(first) = since.first_day() else { return vec![] };
    // A decade has no year to count from.
    if since.last_day().is_none_or(|last| last.year != first.year) {
        return vec![];
    }
    let horizon = today.plus_months(12 * years);
    let age = i64::from(today.year) - i64::from(first.year);
    let round = (age.max(1)..=age + years + 1).filter(|n| n % 5 == 0);
    round
        .filter_map(|n| {
            let year = i64::from(first.year) + n;
            let when = since
                .as_str()
                .get(4..)
                .map(|rest| format!("{year:04}{rest}"))
                .and_then(|s| Edtf::parse(&s).or_else(|| Edtf::parse(&format!("{year:04}"))))?;
            let until = when.last_day()?;
            let near = until >= today && when.first_day()? <= horizon;
            near.then_some(Anniversary { years: n, when, until, great: n % 10 == 0 || n == 25 })
        })
        .collect()
}
