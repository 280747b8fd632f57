//! Which files are taken: judged by their first bytes, never by name or by what the browser says.

use crate::{
    refusal::{Args, FieldError, Value},
    text::hidden_character,
};

/// Largest attachment, bytes.
pub const MAX_FILE: usize = 25_000_000;
/// Most attachments of one application.
pub const MAX_FILES: usize = 40;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Pdf,
    Png,
    Jpeg,
    Xlsx,
    Docx,
}

impl FileKind {
    pub const ALL: [FileKind; 5] = [FileKind::Pdf, FileKind::Png, FileKind::Jpeg, FileKind::Xlsx, FileKind::Docx];
    pub fn extension(self) -> &'static str {
        match self {
            FileKind::Pdf => "pdf",
            FileKind::Png => "png",
            FileKind::Jpeg => "jpg",
            FileKind::Xlsx => "xlsx",
            FileKind::Docx => "docx",
        }
    }
    pub fn media_type(self) -> &'static str {
        match self {
            FileKind::Pdf => "application/pdf",
            FileKind::Png => "image/png",
            FileKind::Jpeg => "image/jpeg",
            FileKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileKind::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
    /// The kind that the bytes are; none for anything else, and none for office files that carry macros.
    pub fn of(bytes: &[u8]) -> Option<FileKind> {
        let begins = |magic: &[u8]| bytes.starts_with(magic);
        if begins(b"%PDF-") {
            return Some(FileKind::Pdf);
        }
        if begins(b"\x89PNG\r\n\x1a\n") {
            return Some(FileKind::Png);
        }
        if begins(b"\xff\xd8\xff") {
            return Some(FileKind::Jpeg);
        }
        if !begins(b"PK\x03\x04") {
            return None;
        }
        // Names of a ZIP's members stand uncompressed in its directory.
        let holds = |name: &[u8]| bytes.windows(name.len()).any(|w| w == name);
        match (holds(b"[Content_Types].xml"), holds(b"xl/workbook.xml"), holds(b"word/document.xml"), holds(b"vbaProject.bin")) {
            (true, true, false, false) => Some(FileKind::Xlsx),
            (true, false, true, false) => Some(FileKind::Docx),
            _ => None,
        }
    }
}

/// The kinds as people name them, for sentences.
pub fn kinds() -> String {
    "PDF, PNG, JPEG, xlsx, docx".into()
}

/// Name to keep and kind of an uploaded file, or what is wrong with it. `field`: where the sentence belongs.
pub fn accept(field: &str, name: &str, bytes: &[u8]) -> Result<(String, FileKind), FieldError> {
    let base = name.rsplit(['/', '\\']).next().unwrap_or("").trim();
    let fail = |key, args: Args| Err(FieldError::new(field, key, args));
    let named = || ("name", Value::Text(base.chars().filter(|c| hidden_character(&c.to_string()).is_none()).collect()));
    if let Some(c) = hidden_character(base).or(base.chars().find(|c| c.is_control())) {
        return fail("file-name-hidden", vec![named(), ("code", Value::Text(format!("U+{:04X}", c as u32)))]);
    }
    if bytes.is_empty() {
        return fail("file-empty", vec![named()]);
    }
    if bytes.len() > MAX_FILE {
        return fail(
            "file-too-large",
            vec![
                named(),
                ("size", Value::Number(bytes.len().div_ceil(1_000_000) as i64)),
                ("max", Value::Number((MAX_FILE / 1_000_000) as i64)),
            ],
        );
    }
    let Some(kind) = FileKind::of(bytes) else {
        return fail("file-kind", vec![named(), ("types", Value::Text(kinds()))]);
    };
    Ok((safe_name(base, kind), kind))
}

/// A name any system can hold, with the ending that the content has.
fn safe_name(base: &str, kind: FileKind) -> String {
    let stem = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
    let clean: String = stem.chars().map(|c| if "<>:\"|?*".contains(c) { '_' } else { c }).take(120).collect();
    let clean = clean.trim().trim_start_matches('.');
    format!("{}.{}", if clean.is_empty() { "file" } else { clean }, kind.extension())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_the_ending_follows() {
        let pdf = b"%PDF-1.7 ...";
        assert_eq!(accept("f", "C:\\mine\\bilag.exe", pdf).unwrap(), ("bilag.pdf".into(), FileKind::Pdf));
        assert_eq!(accept("f", "../../附件?.pdf", pdf).unwrap().0, "附件_.pdf");
        assert_eq!(accept("f", ".pdf", pdf).unwrap().0, "file.pdf");
        let zip = |names: &str| [b"PK\x03\x04", names.as_bytes()].concat();
        assert_eq!(FileKind::of(&zip("[Content_Types].xml xl/workbook.xml")), Some(FileKind::Xlsx));
        assert_eq!(FileKind::of(&zip("[Content_Types].xml word/document.xml")), Some(FileKind::Docx));
        assert_eq!(FileKind::of(&zip("[Content_Types].xml word/document.xml word/vbaProject.bin")), None);
        assert_eq!(FileKind::of(&zip("evil.exe")), None);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let key = |name: &str, bytes: &[u8]| accept("f", name, bytes).unwrap_err().refusal.key();
        assert_eq!(key("a.pdf", b"MZ"), "file-kind");
        assert_eq!(key("a.pdf", b""), "file-empty");
        assert_eq!(key("a\u{202e}fdp.exe", b"%PDF-"), "file-name-hidden");
        assert_eq!(key("a.pdf", &[b"%PDF-".as_slice(), &vec![0; MAX_FILE]].concat()), "file-too-large");
    }
}
