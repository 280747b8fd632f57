//! The keys of a person's name.

use super::keys::{Key, Kind};
use super::{fold, han};

/// All keys of one spelling; none for an empty one.
///
/// The keys to ask for differ from those to be found by in one point: an abbreviated name asks for abbreviated and
/// whole ones, a whole name only for abbreviated ones. Otherwise all people of one last name and initial would meet.
pub(super) fn keys(name: &str, asking: bool) -> Vec<Key> {
    let plain = fold::loose(name);
    // "王小明 Wang Xiaoming" is two spellings in one.
    let (characters, letters): (Vec<&str>, Vec<&str>) =
        plain.split(' ').filter(|part| !part.is_empty()).partition(|part| part.chars().any(han::is_han));
    let mut keys = Vec::new();
    if !characters.is_empty() {
        keys.extend(of_characters(&characters.concat()));
    }
    if !letters.is_empty() {
        keys.extend(of_letters(letters, asking));
    }
    keys
}

fn of_characters(plain: &str) -> Vec<Key> {
    let characters: String = plain.chars().filter(|c| han::is_han(*c)).collect();
    let mut keys = vec![Key::new(Kind::Parts, characters.clone())];
    keys.extend(han::name_readings(&characters).into_iter().map(|(family, given)| pinyin(&family, &given)));
    keys
}

fn of_letters(mut parts: Vec<&str>, asking: bool) -> Vec<Key> {
    let mut keys = of_pinyin(&parts);
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    if parts.len() > 1 {
        let short = first.chars().count() == 1;
        if !short {
            keys.push(Key::new(Kind::Ends, format!("{first} {last}")));
        }
        let initial: String = first.chars().take(1).collect::<String>() + " " + last;
        if short || asking {
            keys.push(Key::new(Kind::Abbreviated, initial.clone()));
        }
        if short == asking {
            keys.push(Key::new(Kind::Whole, initial));
        }
    }
    parts.sort_unstable();
    keys.push(Key::new(Kind::Parts, parts.join(" ")));
    keys
}

/// Readings as family and given name, when every part is made of pinyin syllables.
fn of_pinyin(parts: &[&str]) -> Vec<Key> {
    if parts.len() < 2 || parts.len() > 4 || !parts.iter().all(|part| han::is_pinyin(part)) {
        return Vec::new();
    }
    // The family name stands first or last, and may itself be two parts ("Ou Yang").
    let mut keys: Vec<Key> = (1..parts.len()).map(|cut| pinyin(&parts[..cut].concat(), &parts[cut..].concat())).collect();
    keys.dedup();
    keys
}

fn pinyin(one: &str, other: &str) -> Key {
    // The ü of lü and nü is written u, v or yu.
    let even = |word: &str| word.replace("lyu", "lu").replace("nyu", "nu").replace("lv", "lu").replace("nv", "nu");
    let (one, other) = (even(one), even(other));
    let (a, b) = if one <= other { (one, other) } else { (other, one) };
    Key::new(Kind::Pinyin, format!("{a} {b}"))
}
