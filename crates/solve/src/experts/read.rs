//! Readers for the formats in which expert assignments are published, and for our own JSON.

mod binary;
mod csv;
mod matrix;
mod npy;
mod own;

pub use binary::binary;
pub use npy::counts;

use super::affinity::{ABSENT, Affinity, LIMIT};
use super::{Expert, Problem};
use crate::ReadError;
use std::io::{Read, Seek, SeekFrom};

/// A problem with the names that a file gave its applications and experts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    /// The problem.
    pub problem: Problem,
    /// Names of the parties; the number when the file has none.
    pub parties: Vec<String>,
    /// Names of the applications; the number when the file has none.
    pub applications: Vec<String>,
    /// Names of the experts; the number when the file has none.
    pub experts: Vec<String>,
}

/// What a table of affinities does not say. Our own JSON and the binary format say it all and ignore this.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Experts per application; 3 when nothing is said.
    pub need: Option<u32>,
    /// Least load of every expert; 0 when nothing is said.
    pub min: Option<u32>,
    /// Greatest load of every expert; twice the average when nothing is said.
    pub max: Option<u32>,
    /// Experts for each application in turn, instead of `need`.
    pub needs: Option<Vec<u32>>,
    /// Least load of each expert in turn, instead of `min`.
    pub mins: Option<Vec<u32>>,
    /// Greatest load of each expert in turn, instead of `max`.
    pub maxs: Option<Vec<u32>>,
    /// Whether the rows are experts; when nothing is said, the lengths of `needs` and `maxs` decide, or else rows are applications.
    pub rows_are_experts: Option<bool>,
}

impl Instance {
    /// A problem whose parties, applications and experts are called by their numbers, from 0.
    pub fn unnamed(problem: Problem) -> Self {
        let numbers = |count: usize| (0..count).map(|at| at.to_string()).collect();
        Self {
            parties: numbers(problem.parties as usize),
            applications: numbers(problem.need.len()),
            experts: numbers(problem.experts.len()),
            problem,
        }
    }
}

/// Reads any of the formats; which one it is shows in its first bytes.
///
/// * our own JSON (see `own`), the referees' binary format ([`binary`]);
/// * a table of affinities: `.npy`, the `.in` matrices of AAMAS and PrefLib, CSV. A negative or empty cell is a pair that
///   cannot be assigned.
pub fn any(source: &mut (impl Read + Seek), missing: &Missing) -> Result<Instance, ReadError> {
    let mut head = Vec::new();
    let fail = |error: std::io::Error| ReadError::at(0, 0, error.to_string());
    source.by_ref().take(16).read_to_end(&mut head).map_err(fail)?;
    source.seek(SeekFrom::Start(0)).map_err(fail)?;
    if head.contains(&0) && !head.starts_with(npy::MAGIC) {
        return binary(source);
    }
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes).map_err(fail)?;
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xEF | 0xBB | 0xBF));
    match first {
        None => Err(ReadError::at(1, 1, "the file is empty")),
        Some(b'{') => own::read(&bytes),
        Some(_) if bytes.starts_with(npy::MAGIC) => npy::table(&bytes)?.instance(missing),
        Some(_) => {
            let text = std::str::from_utf8(&bytes).map_err(|error| not_text(&bytes, error.valid_up_to()))?;
            if matrix::looks_like(text) { matrix::read(text)?.instance(missing) } else { csv::read(text, missing) }
        }
    }
}

fn not_text(bytes: &[u8], at: usize) -> ReadError {
    let before = &bytes[..at];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let column = before[start..].iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1;
    ReadError::at(line as u32, column as u32, "the file is neither UTF-8 text nor a known binary format")
}

/// A table of affinities as a file has it.
struct Table {
    rows: usize,
    columns: usize,
    /// Row by row, in millionths, [`ABSENT`] where there is no pair.
    cells: Vec<i32>,
    row_names: Option<Vec<String>>,
    column_names: Option<Vec<String>>,
}

impl Table {
    fn instance(self, missing: &Missing) -> Result<Instance, ReadError> {
        let fits = |list: &Option<Vec<u32>>, count: usize| list.as_ref().is_none_or(|list| list.len() == count);
        let lists_fit =
            |applications, experts| fits(&missing.needs, applications) && fits(&missing.mins, experts) && fits(&missing.maxs, experts);
        let turned = missing.rows_are_experts.unwrap_or(!lists_fit(self.rows, self.columns) && lists_fit(self.columns, self.rows));
        let table = if turned { self.turned() } else { self };
        let (applications, experts) = (table.rows, table.columns);
        if !lists_fit(applications, experts) {
            return Err(ReadError::at(
                0,
                0,
                format!("the lists of needs and loads do not fit {applications} applications and {experts} experts"),
            ));
        }
        let affinity =
            Affinity::full(applications, experts, table.cells).ok_or_else(|| ReadError::at(0, 0, "an affinity is out of range"))?;
        let mut instance = Instance::unnamed(missing.problem(applications, experts, affinity));
        instance.applications = table.row_names.unwrap_or(instance.applications);
        instance.experts = table.column_names.unwrap_or(instance.experts);
        Ok(instance)
    }

    fn turned(self) -> Self {
        let cell = |at: usize| self.cells[at % self.rows * self.columns + at / self.rows];
        let cells = (0..self.cells.len()).map(cell).collect();
        Self { rows: self.columns, columns: self.rows, cells, row_names: self.column_names, column_names: self.row_names }
    }
}

impl Missing {
    fn problem(&self, applications: usize, experts: usize, affinity: Affinity) -> Problem {
        let list = |each: &Option<Vec<u32>>, all: Option<u32>, count: usize| each.clone().or(all.map(|all| vec![all; count]));
        let usual = u32::try_from(experts).unwrap_or(u32::MAX).min(3);
        let need = list(&self.needs, self.need, applications).unwrap_or_else(|| vec![usual; applications]);
        let seats: u64 = need.iter().map(|need| u64::from(*need)).sum();
        let twice = u32::try_from((2 * seats).div_ceil(experts.max(1) as u64)).unwrap_or(u32::MAX);
        let mins = list(&self.mins, self.min, experts).unwrap_or_else(|| vec![0; experts]);
        let maxs = list(&self.maxs, self.max, experts).unwrap_or_else(|| vec![twice; experts]);
        let experts = mins.into_iter().zip(maxs).map(|(min, max)| Expert { party: 0, min, max }).collect();
        let need = need.into_iter().map(|need| vec![need]).collect();
        Problem { parties: 1, need, experts, affinity, forbidden: Vec::new(), fixed: Vec::new(), quotas: Vec::new() }
    }
}

/// An affinity in millionths as a cell; a negative one is a pair that cannot be assigned.
fn cell(millionths: i64) -> Option<i32> {
    match millionths {
        ..0 => Some(ABSENT),
        0..=LIMIT => i32::try_from(millionths).ok(),
        _ => None,
    }
}
