//! Sheets as an xlsx workbook: typed cells, a header row that stays in view, and the same bytes for the same sheets.

use std::collections::BTreeMap;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

use super::csv::decimal;
use super::{Cell, Sheet, SheetError};
use crate::document::Date;

/// Whole numbers up to here survive a spreadsheet's floating point.
const EXACT: u64 = 1 << 53;
/// The longest tab name, in UTF-16 units.
const NAME: usize = 31;

/// The workbook's bytes, one tab a sheet. `made` goes into its properties: no clock is read.
pub fn xlsx(sheets: &[Sheet], made: Date) -> Result<Vec<u8>, SheetError> {
    let mut book = Workbook::new();
    let created = moment(made)?;
    book.set_properties(&DocProperties::new().set_author("Counterpart").set_creation_datetime(&created));
    let mut taken = Vec::new();
    for sheet in sheets {
        sheet.check()?;
        let tab = book.add_worksheet();
        tab.set_name(tab_name(&sheet.name, &mut taken))?;
        Writer::new(tab).sheet(sheet)?;
    }
    Ok(book.save_to_buffer()?)
}

/// Formats are made once a sheet; money has one a currency.
struct Writer<'a> {
    tab: &'a mut Worksheet,
    head: Format,
    words: Format,
    count: Format,
    date: Format,
    money: BTreeMap<String, Format>,
}

impl<'a> Writer<'a> {
    fn new(tab: &'a mut Worksheet) -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        let head = top().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin);
        let words = top().set_text_wrap();
        let count = top().set_num_format("#,##0");
        let date = top().set_num_format("yyyy-mm-dd");
        Self { tab, head, words, count, date, money: BTreeMap::new() }
    }

    fn sheet(&mut self, sheet: &Sheet) -> Result<(), SheetError> {
        for (at, column) in (0u16..).zip(&sheet.columns) {
            self.tab.set_column_width(at, column.width)?;
            self.tab.write_string_with_format(0, at, &column.title, &self.head)?;
        }
        self.tab.set_freeze_panes(1, 0)?;
        self.tab.set_repeat_rows(0, 0)?;
        for (line, row) in (1u32..).zip(&sheet.rows) {
            for (at, cell) in (0u16..).zip(row) {
                self.cell(line, at, cell)?;
            }
        }
        Ok(())
    }

    fn cell(&mut self, row: u32, at: u16, cell: &Cell) -> Result<(), SheetError> {
        match cell {
            Cell::Empty => {}
            // `write_string` and never `write`: what looks like a formula or an address stays words.
            Cell::Text(words) => drop(self.tab.write_string_with_format(row, at, words, &self.words)?),
            Cell::Integer(count) if count.unsigned_abs() > EXACT => {
                self.tab.write_string_with_format(row, at, count.to_string(), &self.words)?;
            }
            Cell::Integer(count) => drop(self.tab.write_number_with_format(row, at, *count as f64, &self.count)?),
            Cell::Money { minor, currency } if minor.unsigned_abs() > EXACT => {
                self.tab.write_string_with_format(row, at, format!("{} {currency}", decimal(*minor)), &self.words)?;
            }
            Cell::Money { minor, currency } => {
                let format = self.money.entry(currency.clone()).or_insert_with(|| money(currency));
                self.tab.write_number_with_format(row, at, *minor as f64 / 100.0, format)?;
            }
            Cell::Date(date) => drop(self.tab.write_datetime_with_format(row, at, moment(*date)?, &self.date)?),
        }
        Ok(())
    }
}

fn money(currency: &str) -> Format {
    // Only letters: a quote in the code would break out of the number format.
    let code: String = currency.chars().filter(char::is_ascii_alphabetic).collect();
    Format::new().set_align(FormatAlign::Top).set_num_format(format!("#,##0.00 \"{code}\""))
}

fn moment(date: Date) -> Result<ExcelDateTime, SheetError> {
    // A year that does not fit is refused by the writer as out of range.
    let year = u16::try_from(date.year).unwrap_or(u16::MAX);
    Ok(ExcelDateTime::from_ymd(year, date.month, date.day)?)
}

/// A tab name within the format's rules and not yet taken.
fn tab_name(wanted: &str, taken: &mut Vec<String>) -> String {
    let clean: String = wanted.chars().map(|c| if "[]:*?/\\'".contains(c) || c.is_control() { ' ' } else { c }).collect();
    let base = if clean.trim().is_empty() { "1" } else { clean.trim() };
    let mut name = cut(base, NAME);
    let mut turn = 2;
    while taken.contains(&name.to_lowercase()) {
        let tail = format!(" {turn}");
        name = cut(base, NAME - tail.len()) + &tail;
        turn += 1;
    }
    taken.push(name.to_lowercase());
    name
}

fn cut(text: &str, units: usize) -> String {
    let mut left = units;
    let fits = |c: &char| {
        let enough = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        enough
    };
    text.chars().take_while(fits).collect()
}
