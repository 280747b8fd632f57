//! Data files of the B2B meeting scheduling problem (JAIR 74, 2022), as MiniZinc reads them.
//!
//! Known names: `nBusiness`, `nMeetings`, `nTables`, `nTotalSlots`, `nMorningSlots`, `requested` (two people and a
//! session 1 morning, 2 afternoon, 3 any), `forbidden` (sets of slots), `fixed` or `fixat` (slot or 0) and
//! `precedences` (sets of earlier meetings); people, slots and meetings count from 1. Other names are skipped.

mod syntax;
mod value;

use crate::ReadError;
use crate::meetings::problem::{MOST_MEETINGS, MOST_PRECEDENCES, MOST_SLOTS, Meeting, Person, Problem, Session};
use syntax::File;
use value::Value;

/// Reads a problem; `spread` is two and a gap costs 1, as in the literature.
pub fn dzn(bytes: &[u8]) -> Result<Problem, ReadError> {
    let file = File::parse(bytes)?;
    let number = |name: &str, most: usize| file.need(name)?.within(0, most);
    let (people, count) = (number("nBusiness", MOST_MEETINGS)?, number("nMeetings", MOST_MEETINGS)?);
    let slots = number("nTotalSlots", MOST_SLOTS)?;
    let mut problem = Problem::empty(slots, number("nTables", u32::MAX as usize)? as u32);
    if let Some(morning) = file.get("nMorningSlots") {
        problem.morning = morning.within(0, slots)?;
    }
    let rows = file.need("requested")?.rows(count, 3)?;
    problem.meetings = rows.into_iter().map(|row| meeting(row, people)).collect::<Result<_, _>>()?;
    problem.people = (1..=people).map(|number| Person { name: number.to_string(), ..Person::default() }).collect();
    if let Some(forbidden) = file.get("forbidden") {
        for (person, set) in problem.people.iter_mut().zip(forbidden.items(people)?) {
            person.blocked = set.set(slots)?.fold(0, |mask, slot| mask | 1 << (slot - 1));
        }
    }
    if let (Some(_), Some(again)) = (file.get("fixed"), file.get("fixat")) {
        return Err(again.fault("fixat means the same as fixed, which stands here as well"));
    }
    if let Some(fixed) = file.get("fixed").or_else(|| file.get("fixat")) {
        for (meeting, slot) in problem.meetings.iter_mut().zip(fixed.items(count)?) {
            meeting.slot = slot.within(0, slots)?.checked_sub(1);
        }
    }
    if let Some(precedences) = file.get("precedences") {
        precede(&mut problem.meetings, precedences)?;
    }
    Ok(problem)
}

fn meeting(row: &[Value], people: usize) -> Result<Meeting, ReadError> {
    let (a, b) = (row[0].within(1, people)?, row[1].within(1, people)?);
    if a == b {
        return Err(row[1].fault("nobody meets themselves"));
    }
    let session = match row[2].within(1, 3)? {
        1 => Session::Morning,
        2 => Session::Afternoon,
        _ => Session::Any,
    };
    Ok(Meeting { session, ..Meeting::between(a - 1, b - 1) })
}

fn precede(meetings: &mut [Meeting], precedences: &Value) -> Result<(), ReadError> {
    let count = meetings.len();
    let mut left = MOST_PRECEDENCES;
    for (at, set) in precedences.items(count)?.iter().enumerate() {
        for earlier in set.set(count)? {
            if earlier == at + 1 {
                return Err(set.fault("a meeting cannot come before itself"));
            }
            left = left.checked_sub(1).ok_or_else(|| set.fault(format!("there are more than {MOST_PRECEDENCES} precedences")))?;
            meetings[at].after.push(earlier - 1);
        }
    }
    Ok(())
}
