//! Readers for public formats and our own; every fault names line and column, none panics.
//!
//! Pabulib `.pb` elections, OR-Library `mknap` files, CSV tables and JSON (see `docs` of each module).

mod csv;
mod json;
mod mknap;
mod pabulib;

pub use csv::csv;
pub use json::{from_json, json, to_json};
pub use mknap::{Mknap, mknap};
pub use pabulib::pabulib;

use crate::ReadError;

/// The bytes as text, or where they stop being UTF-8.
fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|fault| {
        let good = &bytes[..fault.valid_up_to()];
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        let start = good.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let column = String::from_utf8_lossy(&good[start..]).chars().count() + 1;
        ReadError::at(place(line), place(column), "the text is not UTF-8 here")
    })
}

/// A line or column number from a count.
fn place(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The fields of one line between separators; quotes protect separators and are doubled inside.
/// Each comes with its column.
fn fields(line: &str, separator: char) -> Vec<(u32, String)> {
    let mut fields = Vec::new();
    let mut characters = line.chars().enumerate().peekable();
    loop {
        let column = characters.peek().map_or(line.chars().count(), |(at, _)| *at);
        let mut field = String::new();
        let mut quoted = false;
        let mut ended = true;
        while let Some((_, character)) = characters.next() {
            match character {
                '"' if quoted && characters.peek().is_some_and(|(_, next)| *next == '"') => {
                    characters.next();
                    field.push('"');
                }
                '"' if quoted => quoted = false,
                '"' if field.is_empty() => quoted = true,
                other if other == separator && !quoted => {
                    ended = false;
                    break;
                }
                other => field.push(other),
            }
        }
        fields.push((place(column + 1), field));
        if ended {
            return fields;
        }
    }
}

/// A whole number without sign that fits, `what` names it in the fault.
fn whole(line: u32, (column, field): &(u32, String), what: &str) -> Result<i64, ReadError> {
    let number = field.trim().parse::<i64>().ok().filter(|number| *number >= 0);
    number.ok_or_else(|| ReadError::at(line, *column, format!("{what} must be a whole number from 0, not \"{}\"", field.trim())))
}
