//! Folding for search columns: one spelling for what people type in many.
//!
//! Both what is stored and what is asked for go through here, so a stored text is found by a plain "contains"
//! on either database. A folded text holds only lower-case letters, digits and single spaces: none of its
//! characters is special in a LIKE pattern.
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text for a search column: folded words, then the pairs of neighbouring characters of longer Chinese runs,
/// so that an index by words finds a two-character query too.
pub fn fold(text: &str) -> String {
    let words = words(text);
    let mut folded = words.join(" ");
    for word in &words {
        for pair in pairs(word).filter(|_| word.chars().count() > 2) {
            folded.push(' ');
            folded.push_str(&pair);
        }
    }
    folded
}

/// The terms of a query; a text matches if its folded form contains each of them. Empty means "no query".
pub fn fold_query(query: &str) -> Vec<String> {
    let mut terms: Vec<String> = Vec::new();
    for word in words(query) {
        if is_han(word.chars().next().unwrap_or(' ')) && word.chars().count() > 2 {
            terms.extend(pairs(&word));
        } else {
            terms.push(word);
        }
    }
    terms.sort();
    terms.dedup();
    terms
}

/// What else people type for a text: Chinese as pinyin, Danish and German letters as other keyboards have them. Empty where there is nothing else.
pub fn otherwise(text: &str) -> String {
    let plain = words(text).join(" ");
    let respelt = |from: &[(&str, &str)]| {
        let mut bare: String = text.nfc().flat_map(char::to_lowercase).collect();
        for (letter, typed) in from {
            bare = bare.replace(letter, typed);
        }
        words(&bare).join(" ")
    };
    let mut others = vec![respelt(&[("ø", "o"), ("å", "a")]), respelt(&[("ö", "oe"), ("ä", "ae"), ("ü", "ue")])];
    others.retain(|other| *other != plain);
    others.extend(text.split(|c| !is_han(c)).filter(|run| !run.is_empty()).map(crate::pinyin::plain));
    others.dedup();
    others.join(" ")
}

/// Whether a folded text answers a query; what the store asks the database, for lists held in memory.
pub fn matches(folded: &str, query: &str) -> bool {
    fold_query(query).iter().all(|term| folded.contains(term.as_str()))
}

/// Folded words; a change between Chinese and other script also parts words.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in text.nfkc().flat_map(char::to_lowercase).nfc() {
        let letter = c.is_alphanumeric();
        let turn = word.chars().last().is_some_and(|last| is_han(last) != is_han(c));
        if (!letter && !is_combining_mark(c) || letter && turn) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if letter {
            spell(c, &mut word);
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Danish letters as they are written without them; other Latin letters lose their accents; Chinese stays.
fn spell(c: char, word: &mut String) {
    match c {
        'å' => word.push_str("aa"),
        'ø' => word.push_str("oe"),
        'æ' => word.push_str("ae"),
        'ß' => word.push_str("ss"),
        'þ' => word.push_str("th"),
        'đ' | 'ð' => word.push('d'),
        'ł' => word.push('l'),
        'ı' => word.push('i'),
        _ if is_han(c) => word.push(c),
        _ => word.extend(std::iter::once(c).nfd().filter(|d| !is_combining_mark(*d))),
    }
}

fn pairs(word: &str) -> impl Iterator<Item = String> + '_ {
    word.chars().zip(word.chars().skip(1)).filter(|(a, b)| is_han(*a) && is_han(*b)).map(|(a, b)| String::from_iter([a, b]))
}

/// Chinese characters, with the kana and the planes of rare name characters.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn danish_spellings_meet() {
        assert_eq!(fold("Århus Universitet"), "aarhus universitet");
        assert_eq!(fold("Ørsted/ÆRØ"), "oersted aeroe");
        assert!(matches(&fold("Aarhus Kommune"), "århus"));
        assert!(matches(&fold("A\u{30a}rhus"), "Aarhus"));
        assert!(matches(&fold("København"), "koeben"));
    }

    #[test]
    fn accents_and_width_fall() {
        assert_eq!(fold("Göteborg  Café Łódź"), "goteborg cafe lodz");
        assert_eq!(fold("ＳＨＡＮＧＨＡＩ２０１８"), "shanghai2018");
        assert_eq!(fold("100 %_\\ 'x'"), "100 x");
    }

    #[test]
    fn two_characters_find_a_chinese_name() {
        let folded = fold("上海交通大学(SJTU)");
        assert_eq!(folded, "上海交通大学 sjtu 上海 海交 交通 通大 大学");
        for query in ["交通", "大学 sjtu", "上海交通", "学"] {
            assert!(matches(&folded, query), "{query}");
        }
        assert!(!matches(&folded, "复旦"));
        assert_eq!(fold("COVID上海"), "covid 上海");
    }

    #[test]
    fn other_keyboards_and_pinyin_are_thought_of() {
        assert_eq!(otherwise("Aarhus Kommune"), "");
        assert_eq!(otherwise("København"), "kobenhavn");
        assert_eq!(otherwise("Malmö"), "malmoe");
        assert_eq!(otherwise("STCSM 上海市科委"), "shanghaishikewei");
        let both = format!("{} {}", fold("重庆市"), otherwise("重庆市"));
        for query in ["chongqing", "Chong Qing", "重庆"] {
            assert!(matches(&both, query), "{query}");
        }
    }

    proptest! {
        #[test]
        fn a_text_is_found_by_itself(text in "\\PC{0,40}") {
            prop_assert!(matches(&fold(&text), &text));
        }

        #[test]
        fn nothing_special_is_left(text in "\\PC{0,40}") {
            prop_assert!(fold(&text).chars().all(|c| c.is_alphanumeric() || c == ' '));
        }
    }
}
