//! The keys of an organisation's name: letters, translated words without legal forms, the whole of which it is a part.

mod words;

use super::keys::{Key, Kind};
use super::{fold, han};
use std::collections::HashMap;

/// Groups of spellings that the caller declares to be the same.
pub(super) struct Aliases(HashMap<String, u32>);

impl Aliases {
    pub fn new(groups: &[Vec<String>]) -> Self {
        let spellings =
            (0..).zip(groups).flat_map(|(group, spellings)| spellings.iter().map(move |spelling| (fold::loose(spelling), group)));
        Self(spellings.collect())
    }
}

/// All keys of one spelling; none for an empty one.
pub(super) fn keys(name: &str, aliases: &Aliases) -> Vec<Key> {
    let whole = fold::loose(name);
    if whole.is_empty() {
        return Vec::new();
    }
    let mut keys = vec![Key::new(Kind::Organisation, whole.replace(' ', ""))];
    keys.extend(aliases.0.get(&whole).map(|group| Key::new(Kind::Alias, group.to_string())));
    keys.extend(concepts(&whole).into_iter().map(|text| Key::new(Kind::Concepts, text)));
    keys.extend(parts(name));
    keys.dedup();
    keys
}

/// The name itself and each of its parts between commas and the like, so that a unit meets its whole.
fn parts(name: &str) -> Vec<Key> {
    let pieces: Vec<String> = name.split([',', ';', '/', '(', ')', '（', '）', '，', '、', '|']).map(fold::loose).collect();
    let single = pieces.iter().filter(|piece| !piece.is_empty()).count() < 2;
    let mut keys: Vec<Key> = Vec::new();
    for piece in pieces {
        let telling = concepts(&piece).into_iter().filter(|text| words::telling(text, single));
        keys.extend(telling.map(|text| Key::new(Kind::Part, text)));
    }
    keys
}

/// The words of a folded name as sorted concepts with the untranslated rest, in one or two forms.
fn concepts(folded: &str) -> Vec<String> {
    let (mut known, mut rest) = (Vec::new(), Vec::new());
    for word in folded.split(' ') {
        if word.chars().any(han::is_han) { words::cut(word, &mut known, &mut rest) } else { words::translate(word, &mut known, &mut rest) }
    }
    if known.is_empty() && rest.is_empty() {
        return Vec::new();
    }
    known.sort_unstable();
    known.dedup();
    let known = known.join(" ");
    let run = rest.concat();
    rest.sort_unstable();
    let mut forms = vec![format!("{known}|{}", rest.concat()), format!("{known}|{run}")];
    forms.dedup();
    forms
}
