//! Numbers and money. Amounts are integers in minor units (øre, fen, cent): no floating point.
use super::NBSP;
use crate::Lang;

/// A whole number, grouped: 1.234.567 / 1,234,567 / 1,234,567.
pub fn number(lang: Lang, value: i64) -> String {
    decimal(lang, value, 0)
}

/// `value / 10^scale` with all `scale` decimals: `decimal(Da, 1234567891, 3)` is 1.234.567,891. `scale` is at most 18.
pub fn decimal(lang: Lang, value: i64, scale: u32) -> String {
    let (group, point) = if lang == Lang::Da { ('.', ',') } else { (',', '.') };
    let digits = value.unsigned_abs().to_string();
    let scale = scale.min(18) as usize;
    let digits = format!("{digits:0>width$}", width = scale + 1);
    let (whole, part) = digits.split_at(digits.len() - scale);
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 2);
    if value < 0 {
        text.push('-');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if scale > 0 {
        text.push(point);
        text.push_str(part);
    }
    text
}

/// An amount with two decimals and its sign: 1.234.567,50 kr. / DKK 1,234,567.50 / ¥1,234,567.50.
/// `currency` is the ISO 4217 code; one without a sign here keeps its code.
pub fn money(minor: i64, currency: &str, lang: Lang) -> String {
    signed(minor, |value| decimal(lang, value, 2), sign(currency, lang), lang)
}

/// An amount with two decimals and the code, for papers that must not leave a ¥ open (it is also yen): 1.234,50 CNY / CNY 1,234.50.
pub fn money_code(minor: i64, currency: &str, lang: Lang) -> String {
    signed(minor, |value| decimal(lang, value, 2), currency, lang)
}

/// An amount rounded to whole units (half away from zero): 1.234.568 kr.
pub fn money_whole(minor: i64, currency: &str, lang: Lang) -> String {
    signed(rounded(minor, 100), |value| decimal(lang, value, 0), sign(currency, lang), lang)
}

/// An amount in short: 6,5 mio. kr. / DKK 6.5m / DKK 650万. At most one decimal, half away from zero.
pub fn money_compact(minor: i64, currency: &str, lang: Lang) -> String {
    compact(minor, sign(currency, lang), lang)
}

/// As `money_compact` with the code, for papers: 6,5 mio. DKK / CNY 6.5m / CNY 650万.
pub fn money_compact_code(minor: i64, currency: &str, lang: Lang) -> String {
    compact(minor, currency, lang)
}

fn compact(minor: i64, sign: &str, lang: Lang) -> String {
    let steps: &[(i64, &str)] = match lang {
        Lang::Da => &[(1_000_000_000, "mia."), (1_000_000, "mio."), (1_000, "t.")],
        Lang::En => &[(1_000_000_000, "bn"), (1_000_000, "m"), (1_000, "k")],
        Lang::Zh => &[(100_000_000, "亿"), (10_000, "万")],
    };
    // The step is chosen by the rounded value, so that 999.950 kr. becomes 1 mio. and not 1.000 t.
    let tenths = |unit: i64| rounded(minor, unit * 10);
    for (i, (unit, word)) in steps.iter().enumerate() {
        // What the next smaller step would show: tenths of it, or whole units below the last step.
        let as_smaller = match steps.get(i + 1) {
            Some((smaller, _)) => i128::from(tenths(*smaller)) * i128::from(*smaller) / 10,
            None => i128::from(rounded(minor, 100)),
        };
        if as_smaller.unsigned_abs() >= u128::from(unit.unsigned_abs()) {
            let value = tenths(*unit);
            let short = |v: i64| {
                let figure = if v % 10 == 0 { number(lang, v / 10) } else { decimal(lang, v, 1) };
                if lang == Lang::Da { format!("{figure}{NBSP}{word}") } else { format!("{figure}{word}") }
            };
            // "650 t.kr." is written together, "6,5 mio. kr." is not.
            if lang == Lang::Da && *word == "t." && sign == "kr." {
                return format!("{}kr.", short(value));
            }
            return signed(value, short, sign, lang);
        }
    }
    signed(rounded(minor, 100), |value| decimal(lang, value, 0), sign, lang)
}

/// A figure with as many decimals as it has, up to three, and its unit (`unit-km2` in the catalogues).
pub fn figure(lang: Lang, number: f64, unit: &str) -> String {
    let decimals = (0..3_i32).find(|d| (number * 10f64.powi(*d)).fract().abs() < 1e-9).unwrap_or(3);
    let digits = decimal(lang, (number * 10f64.powi(decimals)).round() as i64, decimals.unsigned_abs());
    if unit.is_empty() { digits } else { crate::text(lang, &format!("unit-{unit}"), &[("number", digits.as_str().into())]) }
}

/// `value / 10^scale` percent: `percent(Da, 425, 1)` is 42,5 %.
pub fn percent(lang: Lang, value: i64, scale: u32) -> String {
    let figure = decimal(lang, value, scale);
    if lang == Lang::Da { format!("{figure}{NBSP}%") } else { format!("{figure}%") }
}

/// A file size in decimal units with at most one decimal: 512 byte / 1,5 MB.
pub fn bytes(lang: Lang, size: u64) -> String {
    let size = i64::try_from(size).unwrap_or(i64::MAX);
    for (unit, word) in [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")] {
        if size >= unit {
            let tenths = rounded(size, unit / 10);
            let figure = if tenths % 10 == 0 { number(lang, tenths / 10) } else { decimal(lang, tenths, 1) };
            return format!("{figure}{NBSP}{word}");
        }
    }
    let figure = number(lang, size);
    match (lang, size) {
        (Lang::Da, _) | (Lang::En, 1) => format!("{figure}{NBSP}byte"),
        (Lang::En, _) => format!("{figure}{NBSP}bytes"),
        (Lang::Zh, _) => format!("{figure}{NBSP}字节"),
    }
}

/// Division that rounds half away from zero, as money is rounded on paper.
fn rounded(value: i64, by: i64) -> i64 {
    let (value, by) = (i128::from(value), i128::from(by));
    let half = if value < 0 { -by / 2 } else { by / 2 };
    i64::try_from((value + half) / by).unwrap_or(i64::MAX)
}

/// The sign of a currency as CLDR has it for the language.
fn sign(currency: &str, lang: Lang) -> &str {
    match (currency, lang) {
        ("DKK", Lang::Da) => "kr.",
        ("CNY", Lang::Zh) => "¥",
        ("CNY", _) => "CN¥",
        ("EUR", _) => "€",
        _ => currency,
    }
}

/// Danish puts the sign after the figure; English and Chinese before it, with a space only after letters.
fn signed(value: i64, figure: impl Fn(i64) -> String, sign: &str, lang: Lang) -> String {
    if lang == Lang::Da {
        return format!("{}{NBSP}{sign}", figure(value));
    }
    let shown = figure(value);
    let (minus, shown) = shown.strip_prefix('-').map_or(("", shown.as_str()), |rest| ("-", rest));
    if sign.ends_with(|c: char| c.is_ascii_alphabetic()) { format!("{minus}{sign}{NBSP}{shown}") } else { format!("{minus}{sign}{shown}") }
}
