//! How Chinese characters are read, without tones, as people type them.

use pinyin::ToPinyin;

/// Read otherwise in a word than alone.
const WORDS: &[(&str, &[&str])] = &[
    ("重庆", &["chong", "qing"]),
    ("闵行", &["min", "hang"]),
    ("银行", &["yin", "hang"]),
    ("音乐", &["yin", "yue"]),
    ("西藏", &["xi", "zang"]),
];

/// Read otherwise in names of places and organisations than alone.
const CHARACTERS: &[(char, &str)] = &[
    ('厦', "xia"),
    ('长', "chang"),
    ('都', "du"),
    ('六', "liu"),
    ('蚌', "beng"),
    ('番', "fan"),
    ('石', "shi"),
    ('大', "da"),
    ('什', "shi"),
    ('沈', "shen"),
    ('尾', "wei"),
    ('佛', "fo"),
    ('乐', "le"),
    ('朝', "chao"),
    ('莆', "pu"),
    ('漯', "luo"),
    ('济', "ji"),
    ('台', "tai"),
    ('丽', "li"),
    ('坻', "di"),
    ('宿', "su"),
];

/// One syllable a character; what is no Chinese character stays.
pub fn syllables(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((word, read)) = WORDS.iter().find(|(word, _)| rest.starts_with(word)) {
            all.extend(read.iter().map(|s| s.to_string()));
            rest = &rest[word.len()..];
            continue;
        }
        let known = CHARACTERS.iter().find(|(k, _)| *k == c).map(|(_, read)| read.to_string());
        all.push(known.or_else(|| c.to_pinyin().map(|p| p.plain().replace('ü', "u"))).unwrap_or_else(|| c.to_string()));
        rest = &rest[c.len_utf8()..];
    }
    all
}

/// The syllables in one word, so that a name is found however they are parted.
pub fn plain(text: &str) -> String {
    syllables(text).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_they_are_said() {
        for (written, read) in [
            ("上海交通大学", "shanghaijiaotongdaxue"),
            ("中国银行", "zhongguoyinhang"),
            ("闵行区", "minhangqu"),
            ("吕梁", "luliang"),
            ("长沙", "changsha"),
        ] {
            assert_eq!(plain(written), read);
        }
    }
}
