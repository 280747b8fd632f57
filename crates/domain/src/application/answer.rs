//! Answers to the call's own questions, and files.

use crate::{
    Instant, Lang,
    ids::{AttachmentId, DocumentId, QuestionId},
};

/// Ends a cell and a row in the stored form of a table's answer.
pub const CELL: char = '\t';
pub const ROW: char = '\n';

/// The body by the question's kind: the text; the chosen option's value; a whole number; rows of cells (`cells`). A file's answer is its attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub question: QuestionId,
    pub lang: Lang,
    pub body: String,
}

impl Answer {
    pub fn is_empty(&self) -> bool {
        self.body.trim().is_empty()
    }
}

/// The rows of a table's answer; blank rows are left out.
pub fn cells(body: &str) -> Vec<Vec<String>> {
    body.split(ROW)
        .map(|row| row.split(CELL).map(|c| c.trim().to_string()).collect::<Vec<_>>())
        .filter(|row| row.iter().any(|c| !c.is_empty()))
        .collect()
}

/// Rows of cells as an answer's body; separators inside a cell become blanks.
pub fn rows_body(rows: &[Vec<String>]) -> String {
    let clean = |c: &String| c.replace([CELL, ROW, '\r'], " ").trim().to_string();
    let row = |row: &Vec<String>| row.iter().map(clean).collect::<Vec<_>>().join("\t");
    rows.iter().filter(|r| r.iter().any(|c| !c.trim().is_empty())).map(row).collect::<Vec<_>>().join("\n")
}

/// A file beside the application; `question` is none for a free attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub id: AttachmentId,
    pub question: Option<QuestionId>,
    pub document: DocumentId,
    pub name: String,
    pub media_type: String,
    /// Of the bytes, hex.
    pub sha256: String,
    pub size: i64,
    pub at: Instant,
}
