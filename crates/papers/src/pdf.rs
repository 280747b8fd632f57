//! A document as PDF/UA-1: A4, tagged, with title and language, the same bytes for the same document.
//!
//! Rendering is processor work of some tens of milliseconds: call it from a blocking thread.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::document::{Block, Document};
use crate::fonts::{self, SHELF};
use crate::glyphs;

/// Why a document could not become a PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// These characters have no glyph; leaving them out in silence could change a name.
    #[error("no embedded font can draw {}", list(.0))]
    Glyphs(Vec<char>),
    /// A font of the binary is damaged.
    #[error("the embedded font {0} cannot be read: build the program again")]
    Font(&'static str),
    /// A table row does not fit its columns.
    #[error("row {row} of the table '{table}' has {cells} cells for {columns} columns")]
    Row {
        /// The table's caption.
        table: String,
        /// Counted from 1.
        row: usize,
        /// Cells in the row.
        cells: usize,
        /// Columns in the table.
        columns: usize,
    },
    /// The document's date is not in the calendar.
    #[error("{0}-{1}-{2} is not a date")]
    Date(i32, u8, u8),
    /// The typesetter refused; a fault of ours, not of the text.
    #[error("typesetting failed: {0}")]
    Typeset(String),
}

/// Sets the document and returns the PDF's bytes.
pub fn render(document: &Document) -> Result<Vec<u8>, PdfError> {
    let paged = set(document)?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|e| PdfError::Typeset(e.message().to_string()))?;
    // The creation date comes from the document (`paper.typ`); no timestamp here, or two runs would differ.
    let options = PdfOptions { creator: Smart::Custom(Some("Counterpart".into())), standards, ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&paged, &options).map_err(|errors| PdfError::Typeset(said(&errors)));
    // What the typesetter remembers of this paper is of no use to the next one.
    typst::comemo::evict(0);
    bytes
}

/// Sets the document into pages; apart from `render` so that tests can read the glyphs.
pub(crate) fn set(document: &Document) -> Result<PagedDocument, PdfError> {
    check(document)?;
    let json = serde_json::to_vec(document).map_err(|e| PdfError::Typeset(e.to_string()))?;
    let desk = Desk { document: Bytes::new(json) };
    typst::compile::<PagedDocument>(&desk).output.map_err(|errors| PdfError::Typeset(said(&errors)))
}

fn check(document: &Document) -> Result<(), PdfError> {
    if let Some(family) = fonts::unreadable() {
        return Err(PdfError::Font(family));
    }
    let date = document.date;
    if Datetime::from_ymd(date.year, date.month, date.day).is_none() {
        return Err(PdfError::Date(date.year, date.month, date.day));
    }
    let lacking = glyphs::missing(&document.words().collect::<String>());
    if !lacking.is_empty() {
        return Err(PdfError::Glyphs(lacking));
    }
    document.blocks.iter().try_for_each(check_rows)
}

fn check_rows(block: &Block) -> Result<(), PdfError> {
    let Block::Table(table) = block else { return Ok(()) };
    let columns = table.columns.len();
    match table.rows.iter().position(|row| row.cells.len() != columns) {
        None => Ok(()),
        Some(at) => {
            let cells = table.rows[at].cells.len();
            let caption = table.caption.0.iter().map(|run| run.text.as_str()).collect();
            Err(PdfError::Row { table: caption, row: at + 1, cells, columns })
        }
    }
}

/// The closed world a paper is set in: one template, one document, four fonts; no packages, no files, no clock.
struct Desk {
    document: Bytes,
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static TEMPLATE: LazyLock<Source> = LazyLock::new(|| Source::new(id("paper.typ"), include_str!("paper.typ").into()));

/// Both names are fixed and valid, so this cannot fail at run time once the tests have passed.
fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a fixed, valid file name");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHELF.book
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, file: FileId) -> FileResult<Bytes> {
        if file == id("paper.json") { Ok(self.document.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHELF.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn said(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

fn list(chars: &[char]) -> String {
    chars.iter().map(|c| format!("'{c}' (U+{:04X})", u32::from(*c))).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
