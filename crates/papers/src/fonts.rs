//! The embedded fonts, in the order in which the papers ask for them (IBM Plex Sans, then Noto Sans SC; both OFL 1.1).

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Family name for Latin script, as `paper.typ` asks for it.
pub(crate) const LATIN: &str = "IBM Plex Sans";
/// Family name for Chinese script, as `paper.typ` asks for it.
pub(crate) const HAN: &str = "Noto Sans SC";

const FILES: [&[u8]; 4] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/fonts/plex-regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/fonts/plex-semibold.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/fonts/plex-italic.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/fonts/noto-sc-regular.ttf")),
];

/// Fonts with the book that typst looks them up in; the same index in both.
pub(crate) struct Shelf {
    pub(crate) fonts: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
}

/// Parsed once; the bytes themselves stay in the binary and are not copied.
pub(crate) static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let fonts: Vec<Font> = FILES.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    let book = LazyHash::new(FontBook::from_fonts(&fonts));
    Shelf { fonts, book }
});

/// The first family that could not be read, which means a damaged build.
pub(crate) fn unreadable() -> Option<&'static str> {
    [LATIN, HAN].into_iter().find(|family| !SHELF.book.contains_family(&family.to_lowercase()))
}
