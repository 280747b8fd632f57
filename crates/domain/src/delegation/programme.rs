//! A programme by the hour: written as lines on the host's wall clock, kept in versions, compared line by line.
//!
//! A line is `2026-05-12 09:00-10:30 | dansk titel | English title | 中文标题 | place`. A clerk changes it at the last minute; so every saving is a new version.

use crate::{
    Instant, Refusal, Text3,
    refusal::Value,
    time::{Day, Zone},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub starts: Instant,
    pub ends: Instant,
    pub title: Text3,
    pub place: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub no: i64,
    pub at: Instant,
    pub items: Vec<Item>,
}

/// What differs between two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Same(Item),
    Added(Item),
    Removed(Item),
    /// Same title, another time or place.
    Moved {
        from: Item,
        to: Item,
    },
}

impl Change {
    pub fn code(&self) -> &'static str {
        match self {
            Change::Same(_) => "same",
            Change::Added(_) => "added",
            Change::Removed(_) => "removed",
            Change::Moved { .. } => "moved",
        }
    }
    /// The item as it stands now, or stood last.
    pub fn item(&self) -> &Item {
        match self {
            Change::Same(i) | Change::Added(i) | Change::Removed(i) => i,
            Change::Moved { to, .. } => to,
        }
    }
    pub fn was(&self) -> Option<&Item> {
        match self {
            Change::Moved { from, .. } => Some(from),
            _ => None,
        }
    }
}

fn bad(line: usize, key: &'static str) -> Refusal {
    Refusal::new(key, vec![("line", Value::Number(line as i64))])
}

/// Reads the lines; every line that can't be read is named. Items come out in order of time.
pub fn parse(text: &str, zone: &Zone) -> Result<Vec<Item>, Vec<Refusal>> {
    let (mut items, mut wrong) = (Vec::new(), Vec::new());
    for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        match read(line, zone) {
            Ok(item) => items.push(item),
            Err(key) => wrong.push(bad(n + 1, key)),
        }
    }
    items.sort_by_key(|i: &Item| (i.starts, i.ends));
    if wrong.is_empty() { Ok(items) } else { Err(wrong) }
}

fn read(line: &str, zone: &Zone) -> Result<Item, &'static str> {
    let mut parts = line.split(['|', '｜']).map(str::trim);
    let (day, hours) = parts.next().unwrap_or("").split_once(char::is_whitespace).ok_or("programme-line-time")?;
    let (from, to) = hours.trim().split_once(['-', '–']).ok_or("programme-line-time")?;
    let at = |clock: &str| {
        let clock = clock.trim().replace(['.', '：'], ":");
        zone.instant(&format!("{day}T{clock:0>5}")).map_err(|_| "programme-line-time")
    };
    let (starts, ends) = (at(from)?, at(to)?);
    if ends <= starts {
        return Err("programme-line-order");
    }
    let [da, en, zh, place] = std::array::from_fn(|_| parts.next().unwrap_or(""));
    if [da, en, zh].iter().all(|title| title.is_empty()) {
        return Err("programme-line-title");
    }
    Ok(Item { starts, ends, title: Text3::new(da, en, zh), place: place.into() })
}

/// The lines that `parse` reads, for the form.
pub fn write(items: &[Item], zone: &Zone) -> String {
    let line = |i: &Item| {
        let (a, b) = (zone.wall(i.starts), zone.wall(i.ends));
        let head = format!("{} {:02}:{:02}-{:02}:{:02}", a.day.iso(), a.hour, a.minute, b.hour, b.minute);
        format!("{head} | {} | {} | {} | {}", i.title.da, i.title.en, i.title.zh, i.place)
    };
    items.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Outside the stay, a programme is not this delegation's.
pub fn within(items: &[Item], zone: &Zone, arrives: Option<Day>, departs: Option<Day>) -> Result<(), Refusal> {
    let outside = |i: &&Item| {
        let (from, to) = (zone.wall(i.starts).day, zone.wall(i.ends).day);
        arrives.is_some_and(|d| from < d) || departs.is_some_and(|d| to > d)
    };
    match items.iter().find(outside) {
        Some(i) => Err(Refusal::new("programme-outside", vec![("title", Value::Label(i.title.clone()))])),
        None => Ok(()),
    }
}

/// Compares two versions; items are the same thing where their titles agree.
pub fn diff(old: &[Item], new: &[Item]) -> Vec<Change> {
    let mut left: Vec<&Item> = old.iter().collect();
    let mut out: Vec<Change> = Vec::new();
    let mut rest: Vec<&Item> = Vec::new();
    // The unchanged first, or a repeated title would pair with the wrong one.
    for item in new {
        match left.iter().position(|o| *o == item) {
            Some(at) => {
                left.remove(at);
                out.push(Change::Same(item.clone()));
            }
            None => rest.push(item),
        }
    }
    for item in rest {
        match left.iter().position(|o| o.title == item.title) {
            Some(at) => out.push(Change::Moved { from: left.remove(at).clone(), to: item.clone() }),
            None => out.push(Change::Added(item.clone())),
        }
    }
    out.extend(left.into_iter().cloned().map(Change::Removed));
    out.sort_by_key(|c| (c.item().starts, c.item().ends, c.code()));
    out
}
