//! What every reader of this crate says when a file is not what it should be.

/// A fault in an input file, at the place where a person can find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// Line, from 1; 0 when the fault has no place (for example an empty binary file).
    pub line: u32,
    /// Column in characters (in bytes for binary headers), from 1.
    pub column: u32,
    /// What is wrong, in plain words without a trailing full stop.
    pub message: String,
}

impl ReadError {
    /// A fault at a place.
    pub fn at(line: u32, column: u32, message: impl Into<String>) -> Self {
        Self { line, column, message: message.into() }
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.line, self.column) {
            (0, _) => f.write_str(&self.message),
            (line, 0) => write!(f, "line {line}: {}", self.message),
            (line, column) => write!(f, "line {line}, column {column}: {}", self.message),
        }
    }
}

impl std::error::Error for ReadError {}
