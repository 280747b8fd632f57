//! Conflicts of interest by name and organisation, across Latin spellings, Danish letters, Chinese characters and pinyin.
//!
//! Every spelling is turned into a few keys, each for one reason with one strength; equal keys meet in an index, so that
//! 6,000 people against 2,800 participants take far less than a second. A hit is a question to a person, never a verdict:
//! pinyin collides (there are many Wang Wei), so the reason and both spellings are shown and a hit can be dismissed.

mod fold;
mod han;
mod keys;
mod organisation;
mod person;
#[cfg(test)]
mod tests;

use keys::{Key, Kind};
use std::collections::HashMap;

/// Somebody who may be in conflict: an expert.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The person's name in every spelling known (`王小明`, `Wang Xiaoming`, a former name).
    pub names: Vec<String>,
    /// Every organisation of the person, in every spelling known.
    pub organisations: Vec<String>,
}

/// Somebody the person may be in conflict with: a participant of an application with its people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Participant {
    /// The names of the people, in every spelling known.
    pub names: Vec<String>,
    /// The organisations, in every spelling known.
    pub organisations: Vec<String>,
}

/// Why two spellings may mean the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The same name, letter for letter but for case, spaces and punctuation.
    Name,
    /// The same name after folding accents and Danish letters (å/aa/a, ø/oe/o, æ/ae).
    Spelling,
    /// The same parts of a name in another order.
    Order,
    /// Chinese characters that are read like the other spelling, or two pinyin spellings that read the same.
    Pinyin,
    /// First and last name agree, one of the two leaves out names between.
    Middle,
    /// The last name agrees and one of the two has initials only.
    Initials,
    /// The same organisation, letter for letter but for case, spaces and punctuation.
    Organisation,
    /// The same organisation after folding letters, legal forms, word order and translated words.
    OrganisationSpelling,
    /// One names a unit of the other (`Aarhus University, Department of Computer Science`).
    OrganisationPart,
    /// Both are spellings that the caller declared to be the same.
    Alias,
}

impl Reason {
    /// A stable word for translation keys and files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Spelling => "spelling",
            Self::Order => "order",
            Self::Pinyin => "pinyin",
            Self::Middle => "middle",
            Self::Initials => "initials",
            Self::Organisation => "organisation",
            Self::OrganisationSpelling => "organisation-spelling",
            Self::OrganisationPart => "organisation-part",
            Self::Alias => "alias",
        }
    }
}

/// A possible conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index of the person.
    pub person: u32,
    /// Index of the participant.
    pub participant: u32,
    /// Why.
    pub reason: Reason,
    /// How sure, 0 to 1000: 1000 = the same spelling, below 400 = a mere possibility.
    pub strength: u16,
    /// The person's spelling that matched.
    pub ours: String,
    /// The participant's spelling that matched.
    pub theirs: String,
}

impl Hit {
    /// The two spellings in a stable order-free form: under this key a dismissal outlives re-ordered and re-numbered lists.
    pub fn key(&self) -> String {
        let (a, b) = (fold::plain(&self.ours), fold::plain(&self.theirs));
        if a <= b { format!("{a} | {b}") } else { format!("{b} | {a}") }
    }
}

/// All possible conflicts, strongest first, at most one per person, participant and kind (name or organisation).
pub fn find(people: &[Person], participants: &[Participant]) -> Vec<Hit> {
    find_with(people, participants, &[])
}

/// Like [`find`], with groups of organisation spellings that mean the same (`STCSM`, `上海市科学技术委员会`, …).
///
/// A name and an organisation that agree for the same two strengthen each other.
pub fn find_with(people: &[Person], participants: &[Participant], aliases: &[Vec<String>]) -> Vec<Hit> {
    let aliases = organisation::Aliases::new(aliases);
    let mut index: HashMap<Key, Vec<(u32, u32)>> = HashMap::new();
    let mut theirs = Vec::new();
    for (at, participant) in (0u32..).zip(participants) {
        each_spelling(&participant.names, &participant.organisations, &aliases, false, |text, keys| {
            let spelling = theirs.len() as u32;
            theirs.push(text);
            keys.into_iter().for_each(|key| index.entry(key).or_default().push((at, spelling)));
        });
    }
    let mut hits: Vec<Hit> = Vec::new();
    for (at, person) in (0u32..).zip(people) {
        let mut best: HashMap<(u32, bool), (u16, Reason, &str, u32)> = HashMap::new();
        each_spelling(&person.names, &person.organisations, &aliases, true, |text, keys| {
            for key in keys {
                for (participant, spelling) in index.get(&key).into_iter().flatten() {
                    let (reason, strength) = keys::judge(&key, text, theirs[*spelling as usize]);
                    let found = best.entry((*participant, key.kind.of_person())).or_insert((0, reason, text, *spelling));
                    if strength > found.0 {
                        *found = (strength, reason, text, *spelling);
                    }
                }
            }
        });
        hits.extend(best.iter().map(|((participant, of_person), (strength, reason, ours, spelling))| Hit {
            person: at,
            participant: *participant,
            reason: *reason,
            strength: if best.contains_key(&(*participant, !of_person)) { strength + (1000 - strength) / 2 } else { *strength },
            ours: (*ours).to_owned(),
            theirs: theirs[*spelling as usize].to_owned(),
        }));
    }
    hits.sort_by(|a, b| (b.strength, a.person, a.participant, a.reason).cmp(&(a.strength, b.person, b.participant, b.reason)));
    hits
}

/// Calls `visit(spelling, its keys)` for names, then organisations.
fn each_spelling<'a>(
    names: &'a [String],
    organisations: &'a [String],
    aliases: &organisation::Aliases,
    asking: bool,
    mut visit: impl FnMut(&'a str, Vec<Key>),
) {
    names.iter().for_each(|name| visit(name, person::keys(name, asking)));
    organisations.iter().for_each(|name| visit(name, organisation::keys(name, aliases)));
}

impl Kind {
    fn of_person(self) -> bool {
        !matches!(self, Kind::Organisation | Kind::Concepts | Kind::Part | Kind::Alias)
    }
}
