//! Dates as sources give them: a decade, a season, a quarter, a month, a span (ISO 8601-2, "EDTF"). Empty text is "unknown".

use crate::time::Day;

/// An uncertain date, kept as written: `2003`, `198X`, `2016-21` (spring), `2008-34` (second quarter), `2008-03`, `2018-11-20`, `2009/2011`,
/// `2007/..` (still), each with `~` behind it where approximate, `?` where uncertain, `%` where both.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Edtf {
    text: String,
    span: Span,
    pub approximate: bool,
    pub uncertain: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Span {
    #[default]
    Unknown,
    At(Point),
    Between(Point, Point),
    /// Has begun and has not been seen to end.
    Since(Point),
    Until(Point),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Point {
    /// First year of it: 1900.
    Century(i16),
    /// First year of it: 1980.
    Decade(i16),
    Year(i16),
    /// 1 spring to 4 winter; a winter is that which begins in the year.
    Season(i16, i8),
    Quarter(i16, i8),
    Month(i16, i8),
    Day(Day),
}

impl Edtf {
    pub fn parse(text: &str) -> Option<Edtf> {
        let text = text.trim();
        let (bare, approximate, uncertain) = match text.chars().last() {
            Some('~') => (&text[..text.len() - 1], true, false),
            Some('?') => (&text[..text.len() - 1], false, true),
            Some('%') => (&text[..text.len() - 1], true, true),
            _ => (text, false, false),
        };
        let span = match bare.split_once('/') {
            _ if text.is_empty() => Span::Unknown,
            None => Span::At(Point::parse(bare)?),
            Some((from, "..")) => Span::Since(Point::parse(from)?),
            Some(("..", to)) => Span::Until(Point::parse(to)?),
            Some((from, to)) => {
                let (from, to) = (Point::parse(from)?, Point::parse(to)?);
                if from.first_day()? > to.last_day()? {
                    return None;
                }
                Span::Between(from, to)
            }
        };
        Some(Edtf { text: text.into(), span, approximate, uncertain })
    }
    pub fn year(year: i16) -> Edtf {
        Edtf { text: format!("{year:04}"), span: Span::At(Point::Year(year)), ..Edtf::default() }
    }
    pub fn day(day: Day) -> Edtf {
        Edtf { text: day.iso(), span: Span::At(Point::Day(day)), ..Edtf::default() }
    }
    pub fn as_str(&self) -> &str {
        &self.text
    }
    pub fn span(&self) -> Span {
        self.span
    }
    pub fn is_unknown(&self) -> bool {
        self.span == Span::Unknown
    }
    /// The earliest day it can mean; none where unknown or open to the left.
    pub fn first_day(&self) -> Option<Day> {
        match self.span {
            Span::At(p) | Span::Between(p, _) | Span::Since(p) => p.first_day(),
            Span::Until(_) | Span::Unknown => None,
        }
    }
    /// The latest day it can mean; none where unknown or open to the right.
    pub fn last_day(&self) -> Option<Day> {
        match self.span {
            Span::At(p) | Span::Between(_, p) | Span::Until(p) => p.last_day(),
            Span::Since(_) | Span::Unknown => None,
        }
    }
    /// Orders by the earliest day, the unknown last.
    pub fn order(&self) -> (bool, Option<Day>, Option<Day>) {
        (self.is_unknown(), self.first_day(), self.last_day())
    }
}

impl Point {
    fn parse(s: &str) -> Option<Point> {
        let digits = |s: &str, n: usize| (s.len() == n && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse::<i16>().ok()).flatten();
        if let Some(decade) = s.strip_suffix('X').filter(|s| s.len() == 3) {
            return match decade.strip_suffix('X') {
                Some(century) => Some(Point::Century(digits(century, 2)? * 100)),
                None => Some(Point::Decade(digits(decade, 3)? * 10)),
            };
        }
        let mut parts = s.splitn(3, '-');
        let year = digits(parts.next()?, 4)?;
        let Some(second) = parts.next() else { return Some(Point::Year(year)) };
        let second = digits(second, 2)? as i8;
        match (second, parts.next()) {
            (1..=12, Some(day)) => Day::new(year, second, digits(day, 2)? as i8).map(Point::Day),
            (1..=12, None) => Some(Point::Month(year, second)),
            (21..=24, None) => Some(Point::Season(year, second - 20)),
            (33..=36, None) => Some(Point::Quarter(year, second - 32)),
            _ => None,
        }
    }
    pub fn first_day(self) -> Option<Day> {
        match self {
            Point::Century(y) | Point::Decade(y) | Point::Year(y) => Day::new(y, 1, 1),
            Point::Season(y, s) => Day::new(y, s * 3, 1),
            Point::Quarter(y, q) => Day::new(y, q * 3 - 2, 1),
            Point::Month(y, m) => Day::new(y, m, 1),
            Point::Day(d) => Some(d),
        }
    }
    pub fn last_day(self) -> Option<Day> {
        match self {
            Point::Century(y) => Day::new(y.checked_add(99)?, 12, 31),
            Point::Decade(y) => Day::new(y.checked_add(9)?, 12, 31),
            Point::Year(y) => Day::new(y, 12, 31),
            Point::Season(y, 4) => month_end(y.checked_add(1)?, 2),
            Point::Season(y, s) => month_end(y, s * 3 + 2),
            Point::Quarter(y, q) => month_end(y, q * 3),
            Point::Month(y, m) => month_end(y, m),
            Point::Day(d) => Some(d),
        }
    }
}

fn month_end(year: i16, month: i8) -> Option<Day> {
    (28..=31).rev().find_map(|day| Day::new(year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_dates_are_read_with_their_bounds() {
        for (text, first, last) in [
            ("2003", "2003-01-01", "2003-12-31"),
            ("198X", "1980-01-01", "1989-12-31"),
            ("19XX", "1900-01-01", "1999-12-31"),
            ("2016-21", "2016-03-01", "2016-05-31"),
            ("2007-23", "2007-09-01", "2007-11-30"),
            ("2011-24", "2011-12-01", "2012-02-29"),
            ("2008-34", "2008-04-01", "2008-06-30"),
            ("2008-03", "2008-03-01", "2008-03-31"),
            ("2008-02", "2008-02-01", "2008-02-29"),
            ("2018-11-20", "2018-11-20", "2018-11-20"),
            ("2009/2011", "2009-01-01", "2011-12-31"),
            ("2009-02~", "2009-02-01", "2009-02-28"),
        ] {
            let e = Edtf::parse(text).unwrap();
            assert_eq!((e.first_day().unwrap().iso().as_str(), e.last_day().unwrap().iso().as_str()), (first, last), "{text}");
            assert_eq!(e.as_str(), text);
        }
        let since = Edtf::parse("2007/..").unwrap();
        assert!(since.first_day().is_some() && since.last_day().is_none());
        assert!(Edtf::parse("").unwrap().is_unknown());
        assert!(Edtf::parse("2009-02?").unwrap().uncertain);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in
            ["spring", "2011/2009", "2003-13", "2003-00", "2018-02-30", "20X3", "03", "2003/", "~", "2003-1", "２００３", "2003-21-01"]
        {
            assert_eq!(Edtf::parse(text), None, "{text}");
        }
    }

    #[test]
    fn order_puts_the_unknown_last() {
        let mut all: Vec<Edtf> = ["", "2009", "198X", "2008-03"].iter().map(|t| Edtf::parse(t).unwrap()).collect();
        all.sort_by_key(Edtf::order);
        assert_eq!(all.iter().map(Edtf::as_str).collect::<Vec<_>>(), ["198X", "2008-03", "2009", ""]);
    }
}
