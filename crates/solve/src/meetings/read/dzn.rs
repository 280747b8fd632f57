//! Data files of the B2B meeting scheduling problem (JAIR 74, 2022): `name = value;` with numbers, arrays and sets.
//!
//! Known names: `nBusiness`, `nMeetings`, `nTables`, `nTotalSlots`, `nMorningSlots`, `requested` (two people and a
//! session 1 morning, 2 afternoon, 3 any), `forbidden` (sets of slots), `fixed` or `fixat` (slot or 0) and
//! `precedences` (sets of earlier meetings); people, slots and meetings count from 1. Other names are skipped.

use crate::ReadError;
use crate::meetings::problem::{MOST_MEETINGS, MOST_SLOTS, Meeting, Person, Problem, Session};
use std::collections::HashMap;

/// A number and its place.
type Spot = (i64, u32, u32);

/// The value of an assignment: its numbers, and the numbers of its sets.
#[derive(Default)]
struct Entry {
    numbers: Vec<Spot>,
    sets: Vec<Vec<Spot>>,
    line: u32,
    column: u32,
}

/// Reads a problem; `spread` is two and a gap costs 1, as in the literature.
pub fn dzn(bytes: &[u8]) -> Result<Problem, ReadError> {
    let file = Reader { bytes, at: 0, line: 1, column: 1 }.entries()?;
    let people = single(&file, "nBusiness", 0, MOST_MEETINGS as i64)? as usize;
    let count = single(&file, "nMeetings", 0, MOST_MEETINGS as i64)? as usize;
    let slots = single(&file, "nTotalSlots", 0, MOST_SLOTS as i64)? as usize;
    let mut problem = Problem::empty(slots, single(&file, "nTables", 0, u32::MAX.into())? as u32);
    problem.morning = match file.contains_key("nMorningSlots") {
        true => single(&file, "nMorningSlots", 0, slots as i64)? as usize,
        false => slots,
    };
    problem.people = (1..=people).map(|number| Person { name: number.to_string(), ..Person::default() }).collect();
    problem.meetings = meetings(entry(&file, "requested")?, people, count)?;
    if let Some(forbidden) = file.get("forbidden") {
        for (person, set) in problem.people.iter_mut().zip(sets(forbidden, people, "forbidden")?) {
            for spot in set.iter().filter(|spot| spot.0 != 0) {
                person.blocked |= 1 << (within(spot, 1, slots as i64)? - 1);
            }
        }
    }
    if let Some(fixed) = file.get("fixed").or_else(|| file.get("fixat")) {
        exactly(fixed, fixed.numbers.len(), count, "fixed")?;
        for (meeting, spot) in problem.meetings.iter_mut().zip(&fixed.numbers) {
            meeting.slot = (within(spot, 0, slots as i64)? as usize).checked_sub(1);
        }
    }
    if let Some(precedences) = file.get("precedences") {
        for (at, set) in sets(precedences, count, "precedences")?.iter().enumerate() {
            for spot in set.iter().filter(|spot| spot.0 != 0) {
                let earlier = within(spot, 1, count as i64)? as usize - 1;
                if earlier == at {
                    return Err(fault(spot.1, spot.2, "a meeting cannot come before itself"));
                }
                problem.meetings[at].after.push(earlier);
            }
        }
    }
    Ok(problem)
}

fn meetings(requested: &Entry, people: usize, count: usize) -> Result<Vec<Meeting>, ReadError> {
    exactly(requested, requested.numbers.len(), count * 3, "requested")?;
    let meeting = |row: &[Spot]| {
        let (a, b) = (within(&row[0], 1, people as i64)?, within(&row[1], 1, people as i64)?);
        if a == b {
            return Err(fault(row[1].1, row[1].2, "nobody meets themselves"));
        }
        let mut meeting = Meeting::between(a as usize - 1, b as usize - 1);
        meeting.session = match within(&row[2], 1, 3)? {
            1 => Session::Morning,
            2 => Session::Afternoon,
            _ => Session::Any,
        };
        Ok(meeting)
    };
    requested.numbers.chunks_exact(3).map(meeting).collect()
}

fn entry<'a>(file: &'a HashMap<String, Entry>, name: &str) -> Result<&'a Entry, ReadError> {
    file.get(name).ok_or_else(|| fault(0, 0, &format!("{name} is missing")))
}

fn single(file: &HashMap<String, Entry>, name: &str, least: i64, most: i64) -> Result<i64, ReadError> {
    let entry = entry(file, name)?;
    exactly(entry, entry.numbers.len(), 1, name)?;
    within(&entry.numbers[0], least, most)
}

fn sets<'a>(entry: &'a Entry, count: usize, name: &str) -> Result<&'a [Vec<Spot>], ReadError> {
    exactly(entry, entry.sets.len(), count, name)?;
    Ok(&entry.sets)
}

fn exactly(entry: &Entry, found: usize, expected: usize, name: &str) -> Result<(), ReadError> {
    if found == expected {
        Ok(())
    } else {
        Err(fault(entry.line, entry.column, &format!("{name} has {found} values instead of {expected}")))
    }
}

fn within(&(number, line, column): &Spot, least: i64, most: i64) -> Result<i64, ReadError> {
    if (least..=most).contains(&number) { Ok(number) } else { Err(fault(line, column, &format!("{number} is not in {least}..{most}"))) }
}

fn fault(line: u32, column: u32, message: &str) -> ReadError {
    ReadError::at(line, column, message)
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
    column: u32,
}

impl Reader<'_> {
    fn entries(mut self) -> Result<HashMap<String, Entry>, ReadError> {
        let mut file = HashMap::new();
        while self.peek().is_some() {
            let (line, column) = (self.line, self.column);
            let name = self.name()?;
            if self.peek() != Some(b'=') {
                return Err(self.fault("\"=\" is expected here"));
            }
            self.step();
            let mut entry = self.value()?;
            (entry.line, entry.column) = (line, column);
            if file.insert(name, entry).is_some() {
                return Err(fault(line, column, "this name stands twice"));
            }
        }
        Ok(file)
    }

    fn name(&mut self) -> Result<String, ReadError> {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_') {
            self.step();
        }
        if start == self.at {
            return Err(self.fault("a name is expected here"));
        }
        Ok(String::from_utf8_lossy(&self.bytes[start..self.at]).into_owned())
    }

    /// Everything up to the semicolon.
    fn value(&mut self) -> Result<Entry, ReadError> {
        let mut entry = Entry::default();
        let (mut open, mut set) = (false, None);
        loop {
            match self.peek() {
                None => return Err(self.fault("\";\" is missing at the end")),
                Some(b';') if !open && set.is_none() => break,
                Some(b'[') if !open && set.is_none() && entry.numbers.is_empty() => open = true,
                Some(b']') if open && set.is_none() => open = false,
                Some(b'{') if set.is_none() => set = Some(Vec::new()),
                Some(b'}') if set.is_some() => entry.sets.extend(set.take()),
                Some(b'|') if open && set.is_none() => {}
                Some(b',') => {}
                Some(b'-' | b'0'..=b'9') => {
                    let spot = self.number()?;
                    set.as_mut().unwrap_or(&mut entry.numbers).push(spot);
                    continue;
                }
                Some(_) => return Err(self.fault("this character is not expected here")),
            }
            self.step();
        }
        self.step();
        Ok(entry)
    }

    fn number(&mut self) -> Result<Spot, ReadError> {
        let (start, line, column) = (self.at, self.line, self.column);
        self.step();
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.step();
        }
        let text = String::from_utf8_lossy(&self.bytes[start..self.at]);
        let number = text.parse().map_err(|_| fault(line, column, "this is no number, or too large a one"))?;
        Ok((number, line, column))
    }

    /// The next byte that is neither white space nor in a comment.
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.bytes.get(self.at)? {
                b'%' => {
                    while self.bytes.get(self.at).is_some_and(|byte| *byte != b'\n') {
                        self.step();
                    }
                }
                byte if byte.is_ascii_whitespace() => self.step(),
                byte => return Some(*byte),
            }
        }
    }

    fn step(&mut self) {
        match self.bytes.get(self.at) {
            Some(b'\n') => (self.line, self.column) = (self.line + 1, 1),
            // Only the first byte of a character counts.
            Some(byte) if byte & 0xC0 != 0x80 => self.column += 1,
            _ => {}
        }
        self.at += 1;
    }

    fn fault(&self, message: &str) -> ReadError {
        fault(self.line, self.column, message)
    }
}
