//! Instants, and how one instant reads in each party's zone. A deadline is an instant, never a date (joint-calls.md 6.1).

mod reckoning;

use jiff::{Timestamp, civil, tz::TimeZone};

/// Microseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    pub const fn from_micros(us: i64) -> Instant {
        Instant(us)
    }
    pub const fn micros(self) -> i64 {
        self.0
    }
    pub const fn plus_seconds(self, s: i64) -> Instant {
        Instant(self.0 + s * 1_000_000)
    }
    /// RFC 3339 in UTC, whole seconds: the form in receipts and files.
    pub fn rfc3339(self) -> String {
        Timestamp::from_second(self.0.div_euclid(1_000_000)).map_or_else(|_| "?".into(), |t| t.to_string())
    }
    pub fn parse_rfc3339(s: &str) -> Option<Instant> {
        s.parse::<Timestamp>().ok().map(|t| Instant(t.as_microsecond()))
    }
}

/// A calendar day, as on a meeting's agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    pub year: i16,
    pub month: i8,
    pub day: i8,
}

impl Day {
    pub fn new(year: i16, month: i8, day: i8) -> Option<Day> {
        civil::Date::new(year, month, day).ok().map(|_| Day { year, month, day })
    }
    /// `2009-02-28`.
    pub fn parse(s: &str) -> Option<Day> {
        let d: civil::Date = s.trim().parse().ok()?;
        Some(Day { year: d.year(), month: d.month(), day: d.day() })
    }
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// One instant as a clock on the wall shows it, with its offset from UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WallTime {
    pub day: Day,
    pub hour: i8,
    pub minute: i8,
    pub second: i8,
    /// Minutes east of UTC.
    pub offset_minutes: i32,
    pub zone: Zone,
}

impl WallTime {
    /// `UTC+2`, `UTC+8`, `UTC+5:30`.
    pub fn offset_label(&self) -> String {
        let (sign, m) = (if self.offset_minutes < 0 { '-' } else { '+' }, self.offset_minutes.abs());
        if m % 60 == 0 { format!("UTC{sign}{}", m / 60) } else { format!("UTC{sign}{}:{:02}", m / 60, m % 60) }
    }
}

/// Why a time as typed can't be one instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneProblem {
    /// `CST`, `CET` and the like mean different things in different places or seasons.
    Ambiguous(String),
    Unknown(String),
    /// The clock skips this time (summer time begins).
    Skipped,
    /// The clock shows this time twice (summer time ends).
    Twice,
    NotATime(String),
}

/// An IANA zone such as `Europe/Copenhagen`; abbreviations are refused.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Zone(String);

impl Zone {
    pub fn parse(name: &str) -> Result<Zone, ZoneProblem> {
        let name = name.trim();
        if name != "UTC" && !name.contains('/') {
            let abbreviation = !name.is_empty() && name.len() <= 5 && name.chars().all(|c| c.is_ascii_alphabetic());
            return Err(if abbreviation { ZoneProblem::Ambiguous(name.into()) } else { ZoneProblem::Unknown(name.into()) });
        }
        TimeZone::get(name).map_err(|_| ZoneProblem::Unknown(name.into()))?;
        Ok(Zone(name.into()))
    }

    /// Where no party's zone is known.
    pub fn utc() -> Zone {
        Zone("UTC".into())
    }

    pub fn name(&self) -> &str {
        &self.0
    }

    fn tz(&self) -> TimeZone {
        TimeZone::get(&self.0).unwrap_or(TimeZone::UTC)
    }

    pub fn wall(&self, at: Instant) -> WallTime {
        let stamp = Timestamp::from_microsecond(at.0).unwrap_or(Timestamp::UNIX_EPOCH);
        let z = stamp.to_zoned(self.tz());
        WallTime {
            day: Day { year: z.year(), month: z.month(), day: z.day() },
            hour: z.hour(),
            minute: z.minute(),
            second: z.second(),
            offset_minutes: z.offset().seconds() / 60,
            zone: self.clone(),
        }
    }

    /// `2026-03-31T23:59` typed in this zone, as the one instant it means.
    pub fn instant(&self, local: &str) -> Result<Instant, ZoneProblem> {
        let bad = || ZoneProblem::NotATime(local.into());
        let dt: civil::DateTime = local.trim().replace(' ', "T").parse().map_err(|_| bad())?;
        let ambiguous = self.tz().to_ambiguous_timestamp(dt);
        match ambiguous.offset() {
            jiff::tz::AmbiguousOffset::Unambiguous { .. } => Ok(Instant(ambiguous.compatible().map_err(|_| bad())?.as_microsecond())),
            jiff::tz::AmbiguousOffset::Gap { .. } => Err(ZoneProblem::Skipped),
            jiff::tz::AmbiguousOffset::Fold { .. } => Err(ZoneProblem::Twice),
        }
    }
}

#[cfg(test)]
mod tests;
