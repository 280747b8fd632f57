//! Uncertain dates as people say them: the 1980s, spring 2016, about March 2008.
use domain::edtf::{Edtf, Point, Span};

use super::{Civil, date_long, month};
use crate::Lang;

const SEASONS: [[&str; 4]; 3] =
    [["foråret", "sommeren", "efteråret", "vinteren"], ["spring", "summer", "autumn", "winter"], ["春季", "夏季", "秋季", "冬季"]];
const QUARTERS: [&str; 4] = ["第一季度", "第二季度", "第三季度", "第四季度"];

/// 1980'erne / the 1980s / 20世纪80年代; empty where nothing is known.
pub fn edtf(lang: Lang, date: &Edtf) -> String {
    let text = match date.span() {
        Span::Unknown => return String::new(),
        Span::At(p) => point(lang, p),
        Span::Between(a, b) => between(lang, a, b),
        Span::Since(p) => match lang {
            Lang::Da => format!("siden {}", point(lang, p)),
            Lang::En => format!("since {}", point(lang, p)),
            Lang::Zh => format!("{}起", point(lang, p)),
        },
        Span::Until(p) => match lang {
            Lang::Da => format!("indtil {}", point(lang, p)),
            Lang::En => format!("until {}", point(lang, p)),
            Lang::Zh => format!("截至{}", point(lang, p)),
        },
    };
    let text = match (lang, date.approximate) {
        (_, false) => text,
        (Lang::Da, _) => format!("ca. {text}"),
        (Lang::En, _) => format!("about {text}"),
        (Lang::Zh, _) => format!("约{text}"),
    };
    match (lang, date.uncertain) {
        (_, false) => text,
        (Lang::Da, _) => format!("{text} (usikkert)"),
        (Lang::En, _) => format!("{text} (uncertain)"),
        (Lang::Zh, _) => format!("{text}（待核实）"),
    }
}

fn between(lang: Lang, a: Point, b: Point) -> String {
    let (from, to) = (point(lang, a), point(lang, b));
    let years = matches!((a, b), (Point::Year(_), Point::Year(_)));
    match lang {
        Lang::Da if years => format!("{from}-{to}"),
        Lang::En if years => format!("{from}–{to}"),
        Lang::Da => format!("{from} – {to}"),
        Lang::En => format!("{from} – {to}"),
        Lang::Zh => format!("{from}至{to}"),
    }
}

fn point(lang: Lang, p: Point) -> String {
    match (p, lang) {
        (Point::Century(y), Lang::Da) => format!("{y}-tallet"),
        (Point::Century(y), Lang::En) => format!("the {y}s"),
        (Point::Century(y), Lang::Zh) => format!("{}世纪", y / 100 + 1),
        (Point::Decade(y), Lang::Da) => format!("{y}'erne"),
        (Point::Decade(y), Lang::En) => format!("the {y}s"),
        (Point::Decade(y), Lang::Zh) => format!("{}世纪{}年代", y / 100 + 1, y % 100),
        (Point::Year(y), Lang::Zh) => format!("{y}年"),
        (Point::Year(y), _) => format!("{y}"),
        (Point::Season(y, s), Lang::Zh) => format!("{y}年{}", season(lang, s)),
        (Point::Season(y, s), _) => format!("{} {y}", season(lang, s)),
        (Point::Quarter(y, q), Lang::Da) => format!("{q}. kvartal {y}"),
        (Point::Quarter(y, q), Lang::En) => format!("Q{q} {y}"),
        (Point::Quarter(y, q), Lang::Zh) => format!("{y}年{}", pick(&QUARTERS, q)),
        (Point::Month(y, m), Lang::Zh) => format!("{y}年{m}月"),
        (Point::Month(y, m), _) => format!("{} {y}", month(lang, m.unsigned_abs())),
        (Point::Day(d), _) => date_long(lang, Civil { year: d.year, month: d.month.unsigned_abs(), day: d.day.unsigned_abs() }),
    }
}

fn season(lang: Lang, number: i8) -> &'static str {
    pick(&SEASONS[lang as usize], number)
}

fn pick(names: &[&'static str; 4], number: i8) -> &'static str {
    usize::try_from(number - 1).ok().and_then(|i| names.get(i).copied()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_precision_reads_as_people_say_it() {
        for (text, da, en, zh) in [
            ("", "", "", ""),
            ("19XX", "1900-tallet", "the 1900s", "20世纪"),
            ("198X", "1980'erne", "the 1980s", "20世纪80年代"),
            ("2003", "2003", "2003", "2003年"),
            ("2016-21", "foråret 2016", "spring 2016", "2016年春季"),
            ("2007-23", "efteråret 2007", "autumn 2007", "2007年秋季"),
            ("2008-34", "2. kvartal 2008", "Q2 2008", "2008年第二季度"),
            ("2008-03", "marts 2008", "March 2008", "2008年3月"),
            ("2018-11-20", "20. november 2018", "20 November 2018", "2018年11月20日"),
            ("2009/2011", "2009-2011", "2009–2011", "2009年至2011年"),
            ("2007/..", "siden 2007", "since 2007", "2007年起"),
            ("../2016-21", "indtil foråret 2016", "until spring 2016", "截至2016年春季"),
            ("2006~", "ca. 2006", "about 2006", "约2006年"),
            ("2009-02?", "februar 2009 (usikkert)", "February 2009 (uncertain)", "2009年2月（待核实）"),
        ] {
            let date = Edtf::parse(text).unwrap();
            assert_eq!([edtf(Lang::Da, &date), edtf(Lang::En, &date), edtf(Lang::Zh, &date)], [da, en, zh], "{text}");
        }
    }
}
