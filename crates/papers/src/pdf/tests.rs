//! Pages are read back through their glyphs, which is what a reader sees, not through the words that were put in.

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use super::{PdfError, render, set};
use crate::document::{Block, Document, Text};
use crate::sample;

/// The words that were really drawn, and how many glyphs were the empty box.
fn drawn(paged: &PagedDocument) -> (String, usize) {
    let mut words = String::new();
    let mut boxes = 0;
    paged.pages().iter().for_each(|page| collect(&page.frame, &mut words, &mut boxes));
    (words, boxes)
}

fn collect(frame: &Frame, words: &mut String, boxes: &mut usize) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, words, boxes),
            FrameItem::Text(text) => {
                words.push_str(&text.text);
                *boxes += text.glyphs.iter().filter(|glyph| glyph.id == 0).count();
            }
            _ => {}
        }
    }
}

#[test]
fn names_survive_in_every_language() {
    for lang in ["da", "en", "zh-Hans"] {
        let (words, boxes) = drawn(&set(&sample::document(lang)).unwrap());
        assert_eq!(boxes, 0, "{lang}");
        for name in ["喆镕堃翀", "Åse Ærø-Østergård", "blåbærgrød"] {
            assert!(words.contains(name), "{name} is missing from the {lang} paper: {words}");
        }
    }
}

#[test]
fn chinese_words_are_set_in_the_chinese_font_and_language() {
    let paged = set(&sample::document("da")).unwrap();
    let mut fonts = Vec::new();
    paged.pages().iter().for_each(|page| han_fonts(&page.frame, &mut fonts));
    assert!(!fonts.is_empty());
    assert!(fonts.iter().all(|(family, lang)| family == "Noto Sans SC" && lang == "zh"), "{fonts:?}");
}

fn han_fonts(frame: &Frame, fonts: &mut Vec<(String, String)>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => han_fonts(&group.frame, fonts),
            FrameItem::Text(text) if text.text.contains('喆') => {
                fonts.push((text.font.font().info().family.clone(), text.lang.as_str().to_string()));
            }
            _ => {}
        }
    }
}

#[test]
fn the_same_document_is_the_same_bytes_with_title_language_and_tags() {
    let first = render(&sample::document("zh-Hans")).unwrap();
    assert!(first == render(&sample::document("zh-Hans")).unwrap());
    for sign in ["%PDF-1.7", "pdfuaid:part", "/Lang", "zh", "/StructTreeRoot", "/DisplayDocTitle true"] {
        assert!(first.windows(sign.len()).any(|window| window == sign.as_bytes()), "{sign}");
    }
}

#[test]
fn an_undrawable_character_is_named_and_nothing_is_dropped() {
    let mut document = sample::document("en");
    document.blocks.push(Block::paragraph(Text::from("A name with 🦀 in it")));
    let error = render(&document).unwrap_err();
    assert_eq!(error, PdfError::Glyphs(vec!['🦀']));
    assert_eq!(error.to_string(), "no embedded font can draw '🦀' (U+1F980)");
}

#[test]
fn words_are_never_markup() {
    let odd = "#panic() *x* $y$ _z_ <label> @ref \\ // /* [";
    let document = Document { blocks: vec![Block::paragraph(odd)], ..sample::document("en") };
    let (words, _) = drawn(&set(&document).unwrap());
    assert!(words.contains(odd), "{words}");
}

#[test]
fn line_ends_and_tabs_from_forms_leave_no_box() {
    let document = Document { blocks: vec![Block::paragraph("første\r\nanden\ttredje")], ..sample::document("da") };
    let (words, boxes) = drawn(&set(&document).unwrap());
    assert_eq!(boxes, 0);
    assert!(words.contains("førsteanden tredje"), "{words}");
}

#[test]
fn a_row_that_does_not_fit_its_table_is_refused() {
    let mut document = sample::document("da");
    for block in &mut document.blocks {
        if let Block::Table(table) = block {
            table.rows[0].cells.pop();
        }
    }
    assert!(matches!(render(&document), Err(PdfError::Row { row: 1, cells: 3, columns: 4, .. })));
}
