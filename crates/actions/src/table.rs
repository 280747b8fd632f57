//! A spreadsheet that somebody sends as rows of cells, and what is wrong with it by line and column.

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use domain::{Lang, Refusal, refusal::Value};
use papers::sheet::unguard;
use std::io::Cursor;

/// Largest file read, bytes, and most rows.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;
const MAX_ROWS: usize = 5000;

/// Something to mend in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// As the spreadsheet counts, from 1; 0 for the file as a whole.
    pub line: usize,
    /// Letter and heading, e.g. `F (Rank)`; empty for a whole line.
    pub column: String,
    pub refusal: Refusal,
}

/// A cell as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    pub text: String,
    pub formula: bool,
}

/// The file as rows of cells, by its content rather than its name.
pub fn rows(name: &str, bytes: &[u8]) -> Result<Vec<Vec<Read>>, Refusal> {
    let unreadable = || Refusal::new("sheet-unreadable", vec![("name", Value::Text(name.into()))]);
    if bytes.is_empty() || bytes.len() > MAX_BYTES {
        return Err(unreadable());
    }
    let rows = if bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        workbook(bytes).ok_or_else(unreadable)?
    } else {
        let text = std::str::from_utf8(bytes).map_err(|_| Refusal::new("sheet-not-utf8", vec![("name", Value::Text(name.into()))]))?;
        separated(text).ok_or_else(unreadable)?
    };
    if rows.len() > MAX_ROWS { Err(unreadable()) } else { Ok(rows) }
}

/// The first sheet of a workbook.
fn workbook(bytes: &[u8]) -> Option<Vec<Vec<Read>>> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).ok()?;
    let sheet = book.sheet_names().into_iter().next()?;
    let formulas = book.worksheet_formula(&sheet).ok()?;
    let range = book.worksheet_range(&sheet).ok()?;
    let (Some((last_row, last_column)), true) = (range.end(), range.height() <= MAX_ROWS && range.width() <= 200) else { return None };
    let mut rows = Vec::new();
    for r in 0..=last_row {
        let cell = |c: u32| Read {
            text: range.get_value((r, c)).map(words).unwrap_or_default(),
            formula: formulas.get_value((r, c)).is_some_and(|f| !f.is_empty()),
        };
        rows.push((0..=last_column).map(cell).collect());
    }
    Some(rows)
}

fn words(cell: &Data) -> String {
    match cell {
        // Spreadsheets keep whole numbers as fractions.
        Data::Float(x) if x.fract() == 0.0 && x.abs() < 1e15 => format!("{x:.0}"),
        other => other.to_string().trim().to_string(),
    }
}

/// CSV with commas, semicolons or tabs, as spreadsheets of different countries write it.
fn separated(text: &str) -> Option<Vec<Vec<Read>>> {
    let text = text.trim_start_matches('\u{feff}');
    let head = text.lines().next()?;
    let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|d| head.bytes().filter(|b| b == d).count())?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.ok()?;
        let cell = |raw: &str| {
            let text = unguard(raw);
            // Guarded text had an apostrophe in front; a bare sign would be calculated when opened.
            let formula = text == raw && raw.trim_start().starts_with(['=', '+', '-', '@']);
            Read { text: text.trim().to_string(), formula }
        };
        rows.push(record.iter().map(cell).collect());
    }
    Some(rows)
}

/// A heading counts in any of our languages, however it is cased: a Danish sheet comes back to a Chinese screen.
pub fn is_heading(text: &str, key: &str) -> bool {
    Lang::ALL.iter().any(|lang| i18n::text(*lang, key, &[]).to_lowercase() == text.trim().to_lowercase())
}

pub fn whole(key: &'static str, args: domain::refusal::Args) -> Problem {
    Problem { line: 0, column: String::new(), refusal: Refusal::new(key, args) }
}

/// `A`, `B`, … `Z`, `AA`, as spreadsheets name their columns.
pub fn letters(column: usize) -> String {
    let letter = |n: usize| char::from(b'A' + (n % 26) as u8).to_string();
    if column < 26 { letter(column) } else { letters(column / 26 - 1) + &letter(column) }
}

/// A table whose first filled row is the heading, its columns found by the words of our catalogues.
pub struct Table<'a> {
    rows: &'a [Vec<Read>],
    top: usize,
    /// Key of a heading, and where it stands.
    columns: Vec<(&'static str, Option<usize>)>,
}

impl<'a> Table<'a> {
    /// `needed` must be there, `others` may be.
    pub fn read(rows: &'a [Vec<Read>], needed: &[&'static str], others: &[&'static str]) -> Result<Table<'a>, Vec<Problem>> {
        let Some(top) = rows.iter().position(|r| r.iter().any(|c| !c.text.is_empty())) else {
            return Err(vec![whole("sheet-empty", vec![])]);
        };
        let find = |key: &'static str| (key, rows[top].iter().position(|c| is_heading(&c.text, key)));
        let columns: Vec<_> = needed.iter().chain(others).map(|key| find(key)).collect();
        let missing = columns.iter().filter(|(key, at)| at.is_none() && needed.contains(key));
        let problems: Vec<Problem> = missing.map(|(key, _)| whole("sheet-column-missing", vec![("column", Value::Key(key))])).collect();
        if problems.is_empty() { Ok(Table { rows, top, columns }) } else { Err(problems) }
    }

    /// Every filled line below the heading, as the spreadsheet counts.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let filled = self.rows.iter().enumerate().skip(self.top + 1).filter(|(_, r)| r.iter().any(|c| !c.text.is_empty() || c.formula));
        filled.map(|(i, row)| Line { table: self, no: i + 1, row })
    }

    fn at(&self, key: &str) -> Option<usize> {
        self.columns.iter().find(|(k, _)| *k == key).and_then(|(_, at)| *at)
    }
}

pub struct Line<'a> {
    table: &'a Table<'a>,
    pub no: usize,
    row: &'a [Read],
}

impl Line<'_> {
    /// Whether the file has the column at all: a column that is not there changes nothing.
    pub fn has(&self, key: &str) -> bool {
        self.table.at(key).is_some()
    }
    pub fn text(&self, key: &str) -> &str {
        self.table.at(key).and_then(|c| self.row.get(c)).map_or("", |c| c.text.as_str())
    }
    /// The cell's words without hidden characters, formulas or overlength; notes what is wrong.
    pub fn checked(&self, key: &str, max: usize, problems: &mut Vec<Problem>) -> String {
        let cell = self.table.at(key).and_then(|c| self.row.get(c)).cloned().unwrap_or_default();
        let count = cell.text.chars().count();
        if cell.formula {
            problems.push(self.problem(key, Refusal::new("sheet-formula", vec![])));
        } else if count > max {
            let args = vec![("count", Value::Number(count as i64)), ("max", Value::Number(max as i64))];
            problems.push(self.problem(key, Refusal::new("too-long", args)));
        } else if let Some(c) = domain::text::hidden_character(&cell.text) {
            let args = vec![("code", Value::Text(format!("U+{:04X}", c as u32)))];
            problems.push(self.problem(key, Refusal::new("hidden-character", args)));
        }
        cell.text
    }
    pub fn problem(&self, key: &str, refusal: Refusal) -> Problem {
        let column = self.table.at(key).map_or_else(String::new, |at| {
            let heading = self.table.rows[self.table.top].get(at).map_or("", |c| c.text.as_str());
            format!("{} ({heading})", letters(at))
        });
        Problem { line: self.no, column, refusal }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 51, 52].map(letters), ["A", "Z", "AA", "AZ", "BA"]);
    }

    #[test]
    fn any_separator_is_read_and_a_bare_sign_is_a_formula() {
        let rows = separated("\u{feff}Nr.;Titel\r\n1;'=a\r\n2;=1+1\r\n").unwrap();
        assert_eq!(rows[1][1], Read { text: "=a".into(), formula: false });
        assert!(rows[2][1].formula);
    }
}
