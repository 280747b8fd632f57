//! The `.in` matrices of AAMAS and PrefLib: a line with the numbers of applications and experts, then one line per application.

use super::Table;
use crate::{ReadError, decimal};

/// Whether the first line is two whole numbers and nothing else.
pub(super) fn looks_like(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let mut words = first.split_whitespace();
    let whole = |word: Option<&str>| word.is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()));
    whole(words.next()) && whole(words.next()) && words.next().is_none()
}

pub(super) fn read(text: &str) -> Result<Table, ReadError> {
    let mut lines = (1u32..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let (line, head) = lines.next().ok_or_else(|| ReadError::at(1, 1, "the file is empty"))?;
    let sizes: Vec<usize> = words(head)
        .map(|(column, word)| word.parse().map_err(|_| ReadError::at(line, column, format!("{word:?} is too large"))))
        .collect::<Result<_, _>>()?;
    let [rows, columns] = sizes[..] else { return Err(ReadError::at(line, 1, "two numbers are expected: applications and experts")) };
    let mut cells = Vec::new();
    let mut last = line;
    for row in 0..rows {
        let (line, content) =
            lines.next().ok_or_else(|| ReadError::at(last + 1, 1, format!("there are {row} lines of affinities, not {rows}")))?;
        let before = cells.len();
        for (column, word) in words(content) {
            let scaled =
                decimal::scaled(word.as_bytes(), 6).ok_or_else(|| ReadError::at(line, column, format!("{word:?} is not a number")))?;
            cells.push(super::cell(scaled).ok_or_else(|| ReadError::at(line, column, format!("the affinity {word} is above 2000")))?);
        }
        if cells.len() - before != columns {
            let end = u32::try_from(content.chars().count() + 1).unwrap_or(u32::MAX);
            return Err(ReadError::at(line, end, format!("there are {} affinities, not {columns}", cells.len() - before)));
        }
        last = line;
    }
    match lines.next() {
        Some((line, _)) => Err(ReadError::at(line, 1, "there is more after the last line of affinities")),
        None => Ok(Table { rows, columns, cells, row_names: None, column_names: None }),
    }
}

/// The words of a line with their columns.
fn words(line: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut rest = line;
    let mut column = 1;
    std::iter::from_fn(move || {
        let trimmed = rest.trim_start();
        column += (rest.chars().count() - trimmed.chars().count()) as u32;
        let end = trimmed.find(char::is_whitespace).unwrap_or(trimmed.len());
        let (word, after) = trimmed.split_at(end);
        let at = column;
        column += word.chars().count() as u32;
        rest = after;
        (!word.is_empty()).then_some((at, word))
    })
}
