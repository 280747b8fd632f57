//! Which characters the embedded fonts can draw. Typesetters drop a missing glyph in silence; papers must not, least of
//! all in a person's name. Ask at entry, so that the person who typed the name can still answer.

use crate::fonts::{HAN, LATIN, SHELF};

/// The characters of `text` that no embedded font can draw, each once, in order of appearance.
///
/// Bidirectional overrides and control characters count as missing: they would change what a reader sees.
pub fn missing(text: &str) -> Vec<char> {
    let mut found = Vec::new();
    for c in text.chars() {
        if !invisible(c) && !drawn(c) && !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

/// Characters that shape text without being drawn and without reordering it.
fn invisible(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}')
}

fn drawn(c: char) -> bool {
    !c.is_control() && !reorders(c) && covered(c)
}

/// Explicit directional controls (Unicode Bidirectional Algorithm, UAX 9, section 2).
fn reorders(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Latin text is set in three cuts, so a character counts only when all of them or the Chinese font have it.
fn covered(c: char) -> bool {
    let has = |family: &str| {
        let mut cuts = SHELF.fonts.iter().filter(|font| font.info().family == family).peekable();
        cuts.peek().is_some() && cuts.all(|font| font.info().coverage.contains(u32::from(c)))
    };
    has(LATIN) || has(HAN)
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn names_in_three_scripts_are_drawn() {
        assert_eq!(missing("Åse Ærø-Østergård, 喆镕堃翀 (José Ñandú) 1.234.567,50 kr. ¥ € – “ ” 《联合》"), Vec::<char>::new());
    }

    #[test]
    fn what_cannot_be_drawn_is_named_once_and_in_order() {
        assert_eq!(missing("a🦀b\u{10330}🦀"), ['🦀', '\u{10330}']);
    }

    #[test]
    fn bidi_overrides_and_control_characters_are_refused() {
        assert_eq!(missing("abc\u{202e}fdp\u{7}"), ['\u{202e}', '\u{7}']);
    }

    #[test]
    fn soft_hyphens_tabs_and_line_ends_are_no_glyphs() {
        assert_eq!(missing("sam\u{ad}arbejde\r\nto\ttre"), Vec::<char>::new());
    }
}
