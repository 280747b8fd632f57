//! Days and months added to a day: ends of terms, notice dates, tiers of reminders.

use super::Day;
use jiff::{ToSpan, civil::Date};

impl Day {
    fn civil(self) -> Date {
        Date::constant(self.year, self.month, self.day)
    }

    fn of(d: Date) -> Day {
        Day { year: d.year(), month: d.month(), day: d.day() }
    }

    /// `n` months later (earlier where negative). A day that the month lacks becomes its last: 31 January and one month is 28 or 29 February.
    pub fn plus_months(self, n: i64) -> Day {
        self.civil().checked_add(n.months()).map_or(self, Day::of)
    }

    pub fn plus_days(self, n: i64) -> Day {
        self.civil().checked_add(n.days()).map_or(self, Day::of)
    }

    /// Days from this day to `later`; negative where it is earlier.
    pub fn days_until(self, later: Day) -> i64 {
        let whole = |d: Day| i64::from(d.civil().duration_since(Date::constant(1970, 1, 1)).as_hours() as i32 / 24);
        whole(later) - whole(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_end_where_they_end_and_days_count() {
        let day = |s| Day::parse(s).unwrap();
        assert_eq!(day("2024-01-31").plus_months(1), day("2024-02-29"));
        assert_eq!(day("2023-01-31").plus_months(1), day("2023-02-28"));
        assert_eq!(day("2024-02-29").plus_months(12), day("2025-02-28"));
        assert_eq!(day("2024-03-31").plus_months(-1), day("2024-02-29"));
        assert_eq!(day("2024-02-28").plus_days(2), day("2024-03-01"));
        assert_eq!(day("2024-02-28").days_until(day("2024-03-01")), 2);
        assert_eq!(day("1969-12-31").days_until(day("1970-01-01")), 1);
        assert_eq!(day("2026-11-20").days_until(day("2026-11-01")), -19);
    }
}
