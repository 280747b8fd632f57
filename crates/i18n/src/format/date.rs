//! Dates and times. The caller has already broken the instant down into its zone: nothing here knows zones.
use crate::Lang;

/// A day of the Gregorian calendar; `month` and `day` start at 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Civil {
    pub year: i16,
    pub month: u8,
    pub day: u8,
}

/// A time of day, 24 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    pub hour: u8,
    pub minute: u8,
}

/// An instant as a clock on the wall of one zone shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp<'a> {
    pub date: Civil,
    pub clock: Clock,
    /// Minutes east of UTC.
    pub offset: i32,
    /// The zone as people call it ("CET", "Shanghai"); may be empty.
    pub zone: &'a str,
}

const DANISH: [&str; 12] =
    ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];
const ENGLISH: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS: [[&str; 7]; 3] = [
    ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"],
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
];

/// The name of a month, 1 to 12; outside that, the number itself.
pub fn month(lang: Lang, month: u8) -> String {
    let name =
        |names: [&str; 12]| usize::from(month).checked_sub(1).and_then(|i| names.get(i).copied()).map_or(month.to_string(), str::to_owned);
    match lang {
        Lang::Da => name(DANISH),
        Lang::En => name(ENGLISH),
        Lang::Zh => format!("{month}月"),
    }
}

/// 20.11.2018 / 20/11/2018 / 2018/11/20.
pub fn date_short(lang: Lang, d: Civil) -> String {
    match lang {
        Lang::Da => format!("{:02}.{:02}.{}", d.day, d.month, d.year),
        Lang::En => format!("{:02}/{:02}/{}", d.day, d.month, d.year),
        Lang::Zh => format!("{}/{}/{}", d.year, d.month, d.day),
    }
}

/// 20. november 2018 / 20 November 2018 / 2018年11月20日.
pub fn date_long(lang: Lang, d: Civil) -> String {
    match lang {
        Lang::Da => format!("{}. {} {}", d.day, month(lang, d.month), d.year),
        Lang::En => format!("{} {} {}", d.day, month(lang, d.month), d.year),
        Lang::Zh => format!("{}年{}月{}日", d.year, d.month, d.day),
    }
}

/// tirsdag den 20. november 2018 / Tuesday, 20 November 2018 / 2018年11月20日星期二.
pub fn date_full(lang: Lang, d: Civil) -> String {
    let day = WEEKDAYS[lang as usize][weekday(d)];
    match lang {
        Lang::Da => format!("{day} den {}", date_long(lang, d)),
        Lang::En => format!("{day}, {}", date_long(lang, d)),
        Lang::Zh => format!("{}{day}", date_long(lang, d)),
    }
}

/// 20.-22. november 2018 / 20 – 22 November 2018; both dates spelt out where they share no month, and always in Chinese.
pub fn date_range(lang: Lang, from: Civil, to: Civil) -> String {
    let same_month = from.year == to.year && from.month == to.month;
    match lang {
        _ if from == to => date_long(lang, from),
        Lang::Da if same_month => format!("{}.-{}", from.day, date_long(lang, to)),
        Lang::En if same_month => format!("{} – {}", from.day, date_long(lang, to)),
        Lang::Zh => format!("{}至{}", date_long(lang, from), date_long(lang, to)),
        _ => format!("{} – {}", date_long(lang, from), date_long(lang, to)),
    }
}

/// 09.30 / 09:30 / 09:30.
pub fn time(lang: Lang, c: Clock) -> String {
    let mark = if lang == Lang::Da { '.' } else { ':' };
    format!("{:02}{mark}{:02}", c.hour, c.minute)
}

/// A deadline in a table: 20.11.2018 kl. 09.30 (CET, UTC+1) / 20/11/2018 at 09:30 (…) / 2018/11/20 09:30 (…).
pub fn instant(lang: Lang, at: Stamp) -> String {
    join_clock(lang, date_short(lang, at.date), at)
}

/// A deadline in running text: 20. november 2018 kl. 09.30 (CET, UTC+1).
pub fn instant_long(lang: Lang, at: Stamp) -> String {
    join_clock(lang, date_long(lang, at.date), at)
}

fn join_clock(lang: Lang, date: String, at: Stamp) -> String {
    let between = match lang {
        Lang::Da => " kl. ",
        Lang::En => " at ",
        Lang::Zh => " ",
    };
    let offset = offset(at.offset);
    let clock = time(lang, at.clock);
    match (lang, at.zone) {
        (Lang::Zh, "") => format!("{date}{between}{clock}\u{ff08}{offset}\u{ff09}"),
        (Lang::Zh, zone) => format!("{date}{between}{clock}\u{ff08}{zone}\u{ff0c}{offset}\u{ff09}"),
        (_, "") => format!("{date}{between}{clock} ({offset})"),
        (_, zone) => format!("{date}{between}{clock} ({zone}, {offset})"),
    }
}

fn offset(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    match (hours, rest) {
        (0, 0) => "UTC".to_owned(),
        (_, 0) => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

/// 0 = Sunday. Counts days by the civil calendar, with March as the first month so that a leap day comes last.
fn weekday(d: Civil) -> usize {
    let (year, month) = if d.month < 3 { (i32::from(d.year) - 1, d.month + 9) } else { (i32::from(d.year), d.month - 3) };
    let days =
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * i32::from(month) + 2) / 5 + i32::from(d.day);
    // 1 March of year 0 was a Wednesday.
    usize::try_from((days + 2).rem_euclid(7)).unwrap_or(0)
}
