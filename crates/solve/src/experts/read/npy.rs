//! NumPy's `.npy`: a header that says type, order and shape, then the numbers.

use super::Table;
use crate::ReadError;

pub(super) const MAGIC: &[u8] = b"\x93NUMPY";

/// An array of numbers in a file.
struct Array<'a> {
    kind: Kind,
    /// Bytes per number.
    size: usize,
    /// Column by column instead of row by row.
    by_column: bool,
    shape: Vec<usize>,
    data: &'a [u8],
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Float,
    Signed,
    Unsigned,
}

/// A two-dimensional array of affinities; a negative number or NaN is a pair that cannot be assigned.
pub(super) fn table(bytes: &[u8]) -> Result<Table, ReadError> {
    let array = header(bytes)?;
    let [rows, columns] = array.shape[..] else { return Err(fault("a table of two dimensions is expected")) };
    let mut cells = Vec::with_capacity(rows * columns);
    for row in 0..rows {
        for column in 0..columns {
            let at = if array.by_column { column * rows + row } else { row * columns + column };
            let scaled = (array.number(at) * 1e6).round_ties_even();
            let cell = if scaled.is_nan() { Some(super::ABSENT) } else { super::cell(scaled as i64) };
            cells.push(cell.ok_or_else(|| fault(format!("the affinity in row {row}, column {column} (from 0) is above 2000")))?);
        }
    }
    Ok(Table { rows, columns, cells, row_names: None, column_names: None })
}

/// A list of needs or loads: a one-dimensional `.npy`, or whole numbers in text separated by spaces, commas or lines.
pub fn counts(bytes: &[u8]) -> Result<Vec<u32>, ReadError> {
    if !bytes.starts_with(MAGIC) {
        return text_counts(bytes);
    }
    let array = header(bytes)?;
    let [count] = array.shape[..] else { return Err(fault("a list of one dimension is expected")) };
    let whole = |at: usize| {
        let number = array.number(at);
        let fits = number >= 0.0 && number <= f64::from(u32::MAX) && number.fract() == 0.0;
        if fits { Ok(number as u32) } else { Err(fault(format!("number {at} (from 0) is {number}, not a count"))) }
    };
    (0..count).map(whole).collect()
}

fn text_counts(bytes: &[u8]) -> Result<Vec<u32>, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|_| fault("the list is neither .npy nor text"))?;
    let mut counts = Vec::new();
    for (line, content) in (1..).zip(text.lines()) {
        let mut from = 0;
        for word in content.split([' ', ',', ';', '\t']) {
            let column = content[..from].chars().count() as u32 + 1;
            if !word.is_empty() {
                counts.push(word.trim().parse().map_err(|_| ReadError::at(line, column, format!("{word:?} is not a count")))?);
            }
            from += word.len() + 1;
        }
    }
    Ok(counts)
}

impl Array<'_> {
    /// The number at a position; exact for all affinities and counts that are accepted.
    fn number(&self, at: usize) -> f64 {
        let raw = &self.data[at * self.size..(at + 1) * self.size];
        let mut wide = [0; 8];
        wide[..self.size].copy_from_slice(raw);
        let bits = u64::from_le_bytes(wide);
        match (self.kind, self.size) {
            (Kind::Float, 4) => f64::from(f32::from_bits(bits as u32)),
            (Kind::Float, _) => f64::from_bits(bits),
            (Kind::Unsigned, _) => bits as f64,
            // Shifted up and down again, the sign fills the missing bytes.
            (Kind::Signed, size) => ((bits << (64 - 8 * size)) as i64 >> (64 - 8 * size)) as f64,
        }
    }
}

fn header(bytes: &[u8]) -> Result<Array<'_>, ReadError> {
    let short = || fault("the file ends within its header");
    let version = *bytes.get(6).ok_or_else(short)?;
    let (length, from) = match version {
        1 => (bytes.get(8..10).map(|b| usize::from(b[0]) | usize::from(b[1]) << 8), 10),
        2 | 3 => (bytes.get(8..12).map(|b| b.iter().rev().fold(0, |n, b| n << 8 | usize::from(*b))), 12),
        _ => return Err(ReadError::at(1, 7, format!("version {version} of the format is unknown"))),
    };
    let end = from + length.ok_or_else(short)?;
    let text = std::str::from_utf8(bytes.get(from..end).ok_or_else(short)?)
        .map_err(|_| ReadError::at(1, from as u32 + 1, "the header is not text"))?;
    let (kind, size) = kind(entry(text, "descr", from)?)?;
    let by_column = match entry(text, "fortran_order", from)? {
        "True" => true,
        "False" => false,
        other => return Err(fault(format!("fortran_order is {other}, not True or False"))),
    };
    let inner = entry(text, "shape", from)?.trim_matches(['(', ')']);
    let lengths = inner.split(',').map(str::trim).filter(|length| !length.is_empty());
    let shape: Vec<usize> = lengths
        .map(|length| length.parse().map_err(|_| fault(format!("the shape ({inner}) is no list of lengths"))))
        .collect::<Result<_, _>>()?;
    let total = shape.iter().try_fold(size, |total, length| total.checked_mul(*length));
    let data = &bytes[end..];
    if total != Some(data.len()) {
        return Err(fault(format!("the shape ({inner}) does not match the {} bytes of numbers", data.len())));
    }
    Ok(Array { kind, size, by_column, shape, data })
}

/// The value of a header entry, without quotes.
fn entry<'a>(text: &'a str, name: &str, from: usize) -> Result<&'a str, ReadError> {
    let missing = || ReadError::at(1, from as u32 + 1, format!("the header has no '{name}'"));
    let (_, rest) = text.split_once(&format!("'{name}':")).ok_or_else(missing)?;
    let rest = rest.trim_start();
    let end = if rest.starts_with('(') { rest.find(')').map(|at| at + 1) } else { rest.find([',', '}']) };
    Ok(rest[..end.ok_or_else(missing)?].trim().trim_matches('\''))
}

fn kind(descr: &str) -> Result<(Kind, usize), ReadError> {
    Ok(match descr {
        "<f8" => (Kind::Float, 8),
        "<f4" => (Kind::Float, 4),
        "<i8" => (Kind::Signed, 8),
        "<i4" => (Kind::Signed, 4),
        "<i2" => (Kind::Signed, 2),
        "|i1" => (Kind::Signed, 1),
        "<u8" => (Kind::Unsigned, 8),
        "<u4" => (Kind::Unsigned, 4),
        "<u2" => (Kind::Unsigned, 2),
        "|u1" | "|b1" => (Kind::Unsigned, 1),
        _ => return Err(fault(format!("numbers of type {descr} are not supported"))),
    })
}

fn fault(message: impl Into<String>) -> ReadError {
    ReadError::at(0, 0, message)
}
