//! Keeps words from becoming formulas when a CSV file is opened in a spreadsheet (CWE-1236). xlsx needs none of this: its
//! cells are typed.

/// A text that no spreadsheet takes for a formula: where it would start one, an apostrophe goes in front.
///
/// Full-width signs count, because Chinese and Japanese spreadsheets take them for the narrow ones; so do signs behind
/// blanks. `unguard` gives back the very text.
pub fn guard(text: &str) -> String {
    if starts_formula(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_string() }
}

/// The text that `guard` was given; other texts come back unchanged.
pub fn unguard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if starts_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

fn starts_formula(text: &str) -> bool {
    if text.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    let blank = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}');
    text.trim_start_matches(blank).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
