//! Readers for rounds of meetings: MiniZinc data (`.dzn`) of the B2B problem, and our own JSON.

mod dzn;
mod json;

pub use dzn::dzn;
pub use json::{from_json, json, to_json};

use super::Problem;
use crate::ReadError;

/// Reads a file by the ending of its name: `.json`, or anything else as `.dzn`.
pub fn read(name: &str, bytes: &[u8]) -> Result<Problem, ReadError> {
    if name.to_ascii_lowercase().ends_with(".json") { json(bytes) } else { dzn(bytes) }
}
