//! Tables for spreadsheets: one typed table, written as xlsx (`xlsx`) or as CSV (`csv`).

mod csv;
mod guard;
mod xlsx;

pub use self::csv::csv;
pub use self::guard::{guard, unguard};
pub use self::xlsx::xlsx;

use crate::document::Date;

/// A table with a header row.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The tab's name; shortened and cleaned where the format demands it.
    pub name: String,
    /// Left to right.
    pub columns: Vec<Column>,
    /// Every row has as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column's header and width.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The header's words.
    pub title: String,
    /// Width in characters of the default font (a Chinese character counts two); xlsx only.
    pub width: f64,
    /// The cells are money: CSV adds a column for the currency, xlsx shows it beside the number.
    pub money: bool,
}

/// One typed cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing stated, which is not the same as zero.
    Empty,
    /// Words, never a formula.
    Text(String),
    /// A count.
    Integer(i64),
    /// An amount in hundredths of the currency (ISO 4217).
    Money {
        /// In hundredths.
        minor: i64,
        /// Such as `DKK`.
        currency: String,
    },
    /// A calendar date.
    Date(Date),
}

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// A row does not fit the columns.
    #[error("row {row} of '{sheet}' has {cells} cells for {columns} columns")]
    Row {
        /// The tab's name.
        sheet: String,
        /// Counted from 1, without the header.
        row: usize,
        /// Cells in the row.
        cells: usize,
        /// Columns in the sheet.
        columns: usize,
    },
    /// An amount stands in a column that is not marked as money, so CSV would lose its currency.
    #[error("row {row} of '{sheet}' has money in the column '{column}', which is not a money column")]
    Money {
        /// The tab's name.
        sheet: String,
        /// Counted from 1, without the header.
        row: usize,
        /// The header.
        column: String,
    },
    /// The spreadsheet format's own limits: length of a text, number of rows, range of dates.
    #[error("the spreadsheet cannot hold this: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// Writing CSV failed.
    #[error("the CSV file could not be written: {0}")]
    Csv(#[from] ::csv::Error),
}

impl Column {
    /// A column of words, counts or dates.
    pub fn new(title: impl Into<String>, width: f64) -> Self {
        Self { title: title.into(), width, money: false }
    }

    /// A column of amounts.
    pub fn money(title: impl Into<String>, width: f64) -> Self {
        Self { title: title.into(), width, money: true }
    }
}

impl Sheet {
    fn check(&self) -> Result<(), SheetError> {
        for (at, row) in self.rows.iter().enumerate() {
            let (sheet, row_number) = (self.name.clone(), at + 1);
            if row.len() != self.columns.len() {
                return Err(SheetError::Row { sheet, row: row_number, cells: row.len(), columns: self.columns.len() });
            }
            let stray = self.columns.iter().zip(row).find(|(column, cell)| !column.money && matches!(cell, Cell::Money { .. }));
            if let Some((column, _)) = stray {
                return Err(SheetError::Money { sheet, row: row_number, column: column.title.clone() });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
