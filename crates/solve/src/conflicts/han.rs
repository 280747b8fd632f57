//! Chinese characters and their tone-less pinyin, for names and organisations.

mod table;

use std::collections::HashMap;
use std::sync::OnceLock;

/// Readings beyond this number are not combined: a name of rare polyphones would otherwise explode.
const READINGS: usize = 8;

struct Tables {
    readings: HashMap<char, Vec<&'static str>>,
    syllables: Vec<&'static str>,
    simplified: HashMap<char, char>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let (mut readings, mut syllables) = (HashMap::<char, Vec<&str>>::new(), Vec::new());
        for entry in table::READINGS.split_whitespace() {
            let (syllable, characters) = entry.split_at(entry.bytes().take_while(u8::is_ascii_lowercase).count());
            syllables.push(syllable);
            for character in characters.chars() {
                let known = readings.entry(character).or_default();
                if !known.contains(&syllable) {
                    known.push(syllable);
                }
            }
        }
        syllables.sort_unstable();
        syllables.dedup();
        let forms: Vec<char> = table::TRADITIONAL.chars().filter(|c| !c.is_whitespace()).collect();
        let simplified = forms.chunks_exact(2).map(|two| (two[0], two[1])).collect();
        Tables { readings, syllables, simplified }
    })
}

/// Whether this is a Chinese character.
pub(super) fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// The simplified form of a traditional character; every other character stays.
pub(super) fn simplified(character: char) -> char {
    if is_han(character) { tables().simplified.get(&character).copied().unwrap_or(character) } else { character }
}

/// All readings of a run of characters without spaces, at most [`READINGS`]; none when a character is unknown.
pub(super) fn readings(characters: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for character in characters.chars() {
        let Some(known) = tables().readings.get(&character) else { return Vec::new() };
        all = all.iter().flat_map(|start| known.iter().map(move |reading| format!("{start}{reading}"))).take(READINGS).collect();
    }
    all
}

/// Family and given name in pinyin for a name in characters; one pair for each plausible reading.
pub(super) fn name_readings(characters: &str) -> Vec<(String, String)> {
    let count = characters.chars().count();
    if !(2..=4).contains(&count) {
        return Vec::new();
    }
    let double = table::DOUBLE_SURNAMES.split(' ').any(|surname| characters.starts_with(surname)) && count > 2;
    let family = if double { 2 } else { 1 };
    let cut = characters.char_indices().nth(family).map_or(characters.len(), |(at, _)| at);
    let given = readings(&characters[cut..]);
    let families = readings(&characters[..cut]);
    families.iter().flat_map(|family| given.iter().map(|given| (family.clone(), given.clone()))).collect()
}

/// Whether a word can be cut into pinyin syllables.
pub(super) fn is_pinyin(word: &str) -> bool {
    count(word).is_some()
}

/// The number of syllables of pinyin words separated by spaces; words that are no pinyin count as one.
pub(super) fn syllables(words: &str) -> usize {
    words.split(' ').map(|word| count(word).unwrap_or(1)).sum()
}

/// The least number of syllables that make up a word.
fn count(word: &str) -> Option<usize> {
    if !word.is_ascii() || word.is_empty() || word.len() > 24 {
        return None;
    }
    let mut least = vec![None; word.len() + 1];
    least[0] = Some(0);
    for from in 0..word.len() {
        let Some(before) = least[from] else { continue };
        for length in 1..=(word.len() - from).min(6) {
            if tables().syllables.binary_search(&&word[from..from + length]).is_ok() {
                let better = least[from + length].is_none_or(|now| before + 1 < now);
                if better {
                    least[from + length] = Some(before + 1);
                }
            }
        }
    }
    least[word.len()]
}
