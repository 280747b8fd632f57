//! The fragment is safe against what users type, says its languages, and holds no inline style.

use super::{escape, render};
use crate::document::{Block, Document, Style, Text};
use crate::sample;

fn one(block: Block) -> String {
    render(&Document { blocks: vec![block], ..sample::document("da") })
}

#[test]
fn typed_words_are_escaped_everywhere() {
    let evil = "<script>alert('x')</script> \"&";
    let document = Document {
        title: evil.into(),
        issuer: evil.into(),
        footer: evil.into(),
        subtitle: Some(Text::foreign(evil, evil)),
        ..sample::document("da")
    };
    let html = render(&document);
    assert!(!html.contains("<script"));
    assert_eq!(html.matches(&escape(evil)).count(), 5);
}

#[test]
fn foreign_words_say_their_language() {
    assert!(one(Block::paragraph(Text::foreign("zh-Hans", "喆镕堃翀"))).contains("<p><span lang=\"zh-Hans\">喆镕堃翀</span></p>"));
}

#[test]
fn tables_have_a_caption_and_scoped_heads() {
    let html = render(&sample::document("da"));
    for sign in
        ["<article class=\"paper\" lang=\"da\">", "<caption>", "<th scope=\"col\">", "<th scope=\"row\"", "<tr class=\"paper-total\">"]
    {
        assert!(html.contains(sign), "{sign}");
    }
    assert!(!html.contains(" style="));
}

#[test]
fn only_web_addresses_become_links() {
    let link = |address: &str| one(Block::paragraph(Text::styled(Style::Link, address)));
    assert!(link("https://example.org/a?b&c").contains("<a href=\"https://example.org/a?b&amp;c\">https://example.org/a?b&amp;c</a>"));
    assert!(!link("javascript:alert(1)").contains("<a "));
}

#[test]
fn line_feeds_break_lines() {
    assert!(one(Block::paragraph("a\nb")).contains("<p>a<br>b</p>"));
}
