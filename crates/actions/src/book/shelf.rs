//! A long list in memory, searched without asking the database: folded names in one text, and the order of each language.

use domain::Lang;
use i18n::search;
use memchr::memmem;
use std::collections::HashMap;
use store::book::{Want, finding::Entry};

/// Between two rows; a folded text never holds it.
const END: char = '\n';

#[derive(Clone, Default)]
pub struct Shelf {
    ids: Vec<Box<str>>,
    rows: HashMap<Box<str>, u32>,
    kinds: Words,
    countries: Words,
    verified: Vec<bool>,
    /// Every row's folded names, each ended by `END`.
    text: String,
    /// Where each row begins in `text`, and where the last one ends.
    starts: Vec<usize>,
    /// Sort keys of each language by row, and the rows in that order.
    keys: [Vec<Box<str>>; 3],
    order: [Vec<u32>; 3],
    /// The highest `changed` seen.
    since: Option<i64>,
}

/// A column with few different values.
#[derive(Clone, Default)]
struct Words {
    known: Vec<String>,
    of: Vec<u16>,
}

impl Words {
    fn set(&mut self, row: usize, word: &str) {
        let n = self.known.iter().position(|w| w == word).unwrap_or_else(|| {
            self.known.push(word.into());
            self.known.len() - 1
        });
        set(&mut self.of, row, n as u16);
    }
    /// None: no row has it.
    fn number(&self, word: &str) -> Option<u16> {
        self.known.iter().position(|w| w == word).map(|n| n as u16)
    }
}

/// A row's value; a row behind the last one is a new one.
fn set<T>(column: &mut Vec<T>, row: usize, value: T) {
    match column.get_mut(row) {
        Some(place) => *place = value,
        None => column.push(value),
    }
}

/// The rows a search has found.
pub struct Found {
    hit: Vec<bool>,
    pub total: usize,
    /// What would be found beside, were unverified rows wanted too.
    pub unverified: usize,
}

impl Shelf {
    /// What to ask the database for next.
    pub fn since(&self) -> i64 {
        self.since.unwrap_or(-1)
    }

    /// Every country, by code.
    pub fn countries(&self) -> Vec<String> {
        let mut all: Vec<String> = self.countries.known.iter().filter(|c| !c.is_empty()).cloned().collect();
        all.sort();
        all
    }

    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn id(&self, row: u32) -> &str {
        &self.ids[row as usize]
    }

    pub fn row(&self, id: &str) -> Option<u32> {
        self.rows.get(id).copied()
    }

    /// Takes in what was written. What another request has brought in the meantime is passed over.
    pub fn update(&mut self, entries: Vec<Entry>) {
        let mut renewed: HashMap<u32, String> = HashMap::new();
        let known = self.since();
        for entry in entries.into_iter().filter(|e| e.changed > known) {
            self.since = self.since.max(Some(entry.changed));
            let row = match self.row(&entry.id) {
                Some(row) => {
                    renewed.insert(row, entry.search);
                    row as usize
                }
                None => self.append(&entry),
            };
            self.kinds.set(row, &entry.kind);
            self.countries.set(row, &entry.country);
            set(&mut self.verified, row, entry.verified);
            for (keys, key) in self.keys.iter_mut().zip(entry.order) {
                set(keys, row, key.into());
            }
        }
        if !renewed.is_empty() {
            self.rewrite(&renewed);
        }
        for (order, keys) in self.order.iter_mut().zip(&self.keys) {
            order.extend(order.len() as u32..self.ids.len() as u32);
            // Nearly sorted already, which this sort is quick with; rows of one name keep the order they came in.
            order.sort_by(|a, b| keys[*a as usize].cmp(&keys[*b as usize]).then(a.cmp(b)));
        }
    }

    fn append(&mut self, entry: &Entry) -> usize {
        let row = self.ids.len();
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.ids.push(entry.id.as_str().into());
        self.rows.insert(entry.id.as_str().into(), row as u32);
        self.text.push_str(&entry.search);
        self.text.push(END);
        self.starts.push(self.text.len());
        row
    }

    fn rewrite(&mut self, renewed: &HashMap<u32, String>) {
        let mut text = String::with_capacity(self.text.len());
        let mut starts = vec![0];
        for row in 0..self.ids.len() {
            match renewed.get(&(row as u32)) {
                Some(new) => {
                    text.push_str(new);
                    text.push(END);
                }
                None => text.push_str(&self.text[self.starts[row]..self.starts[row + 1]]),
            }
            starts.push(text.len());
        }
        (self.text, self.starts) = (text, starts);
    }

    /// The rows whose text holds a folded term.
    pub fn holding(&self, term: &str) -> Vec<bool> {
        let mut hit = vec![false; self.ids.len()];
        let finder = memmem::Finder::new(term);
        let (mut at, mut row) = (0, 0);
        while let Some(found) = finder.find(&self.text.as_bytes()[at..]) {
            let found = at + found;
            row += self.starts[row + 1..].partition_point(|start| *start <= found);
            hit[row] = true;
            row += 1;
            at = self.starts[row];
        }
        hit
    }

    /// The rows that answer a search, of the kind and country that are wanted.
    pub fn find(&self, want: &Want) -> Found {
        let mut hit = vec![true; self.ids.len()];
        for term in search::fold_query(&want.query) {
            both(&mut hit, &self.holding(&term));
        }
        for (wanted, words) in [(&want.kind, &self.kinds), (&want.country, &self.countries)] {
            if !wanted.is_empty() {
                let number = words.number(wanted);
                hit.iter_mut().zip(&words.of).for_each(|(hit, n)| *hit &= Some(*n) == number);
            }
        }
        let all = count(&hit);
        if want.verified {
            both(&mut hit, &self.verified);
        }
        let total = count(&hit);
        Found { hit, total, unverified: all - total }
    }

    /// The ids of the part that is wanted; behind the end, of the last part.
    pub fn page(&self, found: &Found, want: &Want) -> Vec<&str> {
        let order = &self.order[tongue(want.lang)];
        let hits = |row: &&u32| found.hit[**row as usize];
        let (skip, take) = window(want, found.total);
        match want.descending {
            true => order.iter().rev().filter(hits).skip(skip).take(take).map(|row| self.id(*row)).collect(),
            false => order.iter().filter(hits).skip(skip).take(take).map(|row| self.id(*row)).collect(),
        }
    }

    /// Where each row stands in the order of a language.
    pub fn ranks(&self, lang: Option<Lang>) -> Vec<u32> {
        let mut ranks = vec![0; self.ids.len()];
        for (rank, row) in (0..).zip(&self.order[tongue(lang)]) {
            ranks[*row as usize] = rank;
        }
        ranks
    }
}

fn count(hit: &[bool]) -> usize {
    hit.iter().filter(|h| **h).count()
}

/// Both must hold.
pub fn both(hit: &mut [bool], other: &[bool]) {
    hit.iter_mut().zip(other).for_each(|(hit, other)| *hit &= other);
}

/// How many to skip and to take.
pub fn window(want: &Want, total: usize) -> (usize, usize) {
    let (offset, limit) = (want.offset.max(0) as usize, want.limit.max(1) as usize);
    let last = total.saturating_sub(1) / limit * limit;
    (offset.min(last), limit)
}

fn tongue(lang: Option<Lang>) -> usize {
    Lang::ALL.iter().position(|l| Some(*l) == lang.or(Some(Lang::En))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, country: &str, name: &str, changed: i64) -> Entry {
        let key = i18n::search::fold(name);
        Entry {
            id: id.into(),
            kind: "city".into(),
            country: country.into(),
            verified: country != "SE",
            search: key.clone(),
            order: [key.clone(), key.clone(), key],
            changed,
        }
    }

    fn ids(shelf: &Shelf, want: &Want) -> Vec<String> {
        let found = shelf.find(want);
        shelf.page(&found, want).into_iter().map(str::to_string).collect()
    }

    fn want(query: &str) -> Want {
        Want { query: query.into(), limit: 2, ..Want::default() }
    }

    #[test]
    fn rows_are_found_by_every_term_and_come_in_order() {
        let mut shelf = Shelf::default();
        shelf.update(vec![
            entry("1", "DK", "Odense", 1),
            entry("2", "DK", "Århus Kommune", 2),
            entry("3", "CN", "上海市", 3),
            entry("4", "SE", "Kommun", 3),
        ]);
        assert_eq!(ids(&shelf, &want("aarhus komm")), ["2"]);
        assert_eq!(ids(&shelf, &want("kommun")), ["2", "4"]);
        assert_eq!(ids(&shelf, &want("上海")), ["3"]);
        assert_eq!(ids(&shelf, &want("odense aarhus")), [""; 0], "no term may reach from one row into the next");
        assert_eq!(ids(&shelf, &Want { country: "DK".into(), ..want("") }), ["2", "1"]);
        assert_eq!(ids(&shelf, &Want { country: "XX".into(), ..want("") }), [""; 0]);
        assert_eq!(ids(&shelf, &Want { descending: true, ..want("") }), ["3", "1"]);
        assert_eq!(ids(&shelf, &Want { offset: 2, ..want("") }), ["1", "3"]);
        let found = shelf.find(&Want { verified: true, ..want("kommun") });
        assert_eq!((found.total, found.unverified), (1, 1));
        assert_eq!(ids(&shelf, &Want { offset: 200, ..want("") }), ["1", "3"], "behind the end is the last page");
    }

    #[test]
    fn a_change_replaces_what_was_there() {
        let mut shelf = Shelf::default();
        shelf.update(vec![entry("1", "DK", "Odense", 1), entry("2", "DK", "Vejle", 2)]);
        shelf.update(vec![entry("1", "DK", "Zealand", 3), entry("3", "DK", "Aalborg", 4)]);
        assert_eq!((shelf.since(), shelf.len()), (4, 3));
        assert_eq!(ids(&shelf, &want("odense")), [""; 0]);
        assert_eq!(ids(&shelf, &Want { limit: 9, ..want("") }), ["3", "2", "1"]);
        assert_eq!(ids(&shelf, &want("vejle")), ["2"]);
    }
}
