//! A sheet as CSV: UTF-8 with a byte order mark, so that Excel shows Danish and Chinese; commas, CRLF (RFC 4180).

use super::{Cell, Sheet, SheetError, guard};

/// The sheet's bytes. Amounts are plain decimals, each followed by a column `<title> [ISO 4217]` with its currency;
/// dates are ISO 8601.
pub fn csv(sheet: &Sheet) -> Result<Vec<u8>, SheetError> {
    sheet.check()?;
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(header(sheet))?;
    for row in &sheet.rows {
        writer.write_record(fields(sheet, row))?;
    }
    writer.into_inner().map_err(|e| ::csv::Error::from(e.into_error()).into())
}

fn header(sheet: &Sheet) -> Vec<String> {
    let mut out = Vec::new();
    for column in &sheet.columns {
        out.push(guard(&column.title));
        if column.money {
            out.push(guard(&format!("{} [ISO 4217]", column.title)));
        }
    }
    out
}

fn fields(sheet: &Sheet, row: &[Cell]) -> Vec<String> {
    let mut out = Vec::new();
    for (column, cell) in sheet.columns.iter().zip(row) {
        out.push(field(cell));
        if column.money {
            out.push(currency(cell));
        }
    }
    out
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => guard(words),
        Cell::Integer(count) => count.to_string(),
        Cell::Money { minor, .. } => decimal(*minor),
        Cell::Date(date) => format!("{:04}-{:02}-{:02}", date.year, date.month, date.day),
    }
}

fn currency(cell: &Cell) -> String {
    match cell {
        Cell::Money { currency, .. } => guard(currency),
        _ => String::new(),
    }
}

/// Hundredths as a decimal number with a point.
pub(super) fn decimal(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let size = minor.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}
