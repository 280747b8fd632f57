//! Numbers, money, dates and lists as the three languages write them (CLDR 48; own patterns for currency).
//!
//! Spaces inside an amount are no-break spaces (U+00A0), so that a figure never parts from its unit.

mod amount;
mod date;
mod edtf;

pub use amount::{bytes, decimal, figure, money, money_code, money_compact, money_compact_code, money_whole, number, percent};
pub use date::{Civil, Clock, Stamp, date_full, date_long, date_range, date_short, instant, instant_long, month, time};
pub use edtf::edtf;

use crate::Lang;

/// No-break space.
pub(crate) const NBSP: char = '\u{a0}';

/// "A, B og C" / "A, B and C" / "A、B和C".
pub fn list<S: AsRef<str>>(lang: Lang, items: &[S]) -> String {
    joined(
        lang,
        items,
        match lang {
            Lang::Da => " og ",
            Lang::En => " and ",
            Lang::Zh => "和",
        },
    )
}

/// "A, B eller C" / "A, B or C" / "A、B或C".
pub fn list_or<S: AsRef<str>>(lang: Lang, items: &[S]) -> String {
    joined(
        lang,
        items,
        match lang {
            Lang::Da => " eller ",
            Lang::En => " or ",
            Lang::Zh => "或",
        },
    )
}

fn joined<S: AsRef<str>>(lang: Lang, items: &[S], last: &str) -> String {
    let comma = if lang == Lang::Zh { "、" } else { ", " };
    let mut text = String::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            text.push_str(if i + 1 == items.len() { last } else { comma });
        }
        text.push_str(item.as_ref());
    }
    text
}

#[cfg(test)]
mod tests;
