//! Our own JSON for a round of meetings. People, meetings, slots and tables count from 0.
//!
//! `slots`: how many; `tables`: a number, or one per slot; `people`: `name`, and perhaps `blocked` (slots), `company`,
//! `exclusive`; `meetings`: `pair`, and perhaps `wish` (`"must"`, `"no"`, or what leaving it out costs), `session`
//! (`"morning"`, `"afternoon"`), `slot`, `table`, `stood`, `after` (meetings), `pools` (names). Optional: `morning`
//! (slots of it), `pauses`, `shared` (lists of people), `pools` (`name`, `capacity`), `spread` (2; `null` for none),
//! `gap_cost` (1), `move_cost` (0).

use crate::ReadError;
use crate::json::{Json, Value};
use crate::meetings::problem::{MOST_SLOTS, Meeting, Person, Pool, Problem, Session, Wish};
use std::collections::HashMap;

/// Reads a problem.
pub fn json(bytes: &[u8]) -> Result<Problem, ReadError> {
    from_json(&Json::parse(bytes)?)
}

/// From a tree that was read.
pub fn from_json(tree: &Json) -> Result<Problem, ReadError> {
    let slots = tree.need("slots")?.below(MOST_SLOTS + 1)?;
    let mut problem = Problem::empty(slots, 0);
    let tables = tree.need("tables")?;
    problem.tables = match &tables.value {
        Value::Array(items) if items.len() == slots => items.iter().map(count).collect::<Result<_, _>>()?,
        Value::Array(_) => return Err(tables.fault(format!("{slots} numbers of tables are expected here"))),
        _ => vec![count(tables)?; slots],
    };
    problem.morning = given(tree, "morning").map_or(Ok(slots), |morning| morning.below(slots + 1))?;
    problem.pauses = indices(tree, "pauses", slots)?;
    problem.people = tree.need("people")?.items()?.iter().map(|person| self::person(person, slots)).collect::<Result<_, _>>()?;
    for group in given(tree, "shared").map_or(Ok(&[][..]), Json::items)? {
        problem.shared.push(group.items()?.iter().map(|at| at.below(problem.people.len())).collect::<Result<_, _>>()?);
    }
    for pool in given(tree, "pools").map_or(Ok(&[][..]), Json::items)? {
        problem.pools.push(Pool { name: pool.need("name")?.text()?.to_owned(), capacity: count(pool.need("capacity")?)? });
    }
    let meetings = tree.need("meetings")?.items()?;
    let pools = problem.pools.iter().enumerate().map(|(at, pool)| (pool.name.as_str(), at)).collect();
    let limits = [slots, problem.people.len(), meetings.len()];
    problem.meetings = meetings.iter().map(|item| meeting(item, limits, &pools)).collect::<Result<_, _>>()?;
    if let Some(spread) = tree.get("spread") {
        problem.spread = if spread.value == Value::Null { None } else { Some(count(spread)?) };
    }
    problem.gap_cost = given(tree, "gap_cost").map_or(Ok(1), Json::int)?;
    problem.move_cost = given(tree, "move_cost").map_or(Ok(0), Json::int)?;
    match problem.flaw() {
        Some(flaw) => {
            let member = tree.get(flaw.member);
            let item = flaw.item.and_then(|at| member?.items().ok()?.get(at));
            Err(item.or(member).unwrap_or(tree).fault(flaw.why))
        }
        None => Ok(problem),
    }
}

fn given<'a>(tree: &'a Json, name: &str) -> Option<&'a Json> {
    tree.get(name).filter(|member| member.value != Value::Null)
}

fn count(tree: &Json) -> Result<u32, ReadError> {
    u32::try_from(tree.int()?).map_err(|_| tree.fault("a whole number from 0 is expected here"))
}

fn indices(tree: &Json, name: &str, limit: usize) -> Result<Vec<usize>, ReadError> {
    given(tree, name).map_or(Ok(&[][..]), Json::items)?.iter().map(|at| at.below(limit)).collect()
}

fn person(tree: &Json, slots: usize) -> Result<Person, ReadError> {
    Ok(Person {
        name: tree.need("name")?.text()?.to_owned(),
        blocked: indices(tree, "blocked", slots)?.into_iter().fold(0, |mask, slot| mask | 1 << slot),
        company: given(tree, "company").map(|company| company.text().map(str::to_owned)).transpose()?,
        exclusive: given(tree, "exclusive").map_or(Ok(false), Json::boolean)?,
    })
}

fn meeting(tree: &Json, [slots, people, meetings]: [usize; 3], pools: &HashMap<&str, usize>) -> Result<Meeting, ReadError> {
    let pair = tree.need("pair")?;
    let [a, b] = pair.items()? else { return Err(pair.fault("two people are expected here")) };
    let mut meeting = Meeting::between(a.below(people)?, b.below(people)?);
    if let Some(wish) = given(tree, "wish") {
        meeting.wish = match &wish.value {
            Value::Text(text) if text == "must" => Wish::Must,
            Value::Text(text) if text == "no" => Wish::No,
            Value::Int(weight) => Wish::Wish(*weight),
            _ => return Err(wish.fault("\"must\", \"no\" or a whole number is expected here")),
        };
    }
    if let Some(session) = given(tree, "session") {
        meeting.session = match session.text()? {
            "morning" => Session::Morning,
            "afternoon" => Session::Afternoon,
            "any" => Session::Any,
            _ => return Err(session.fault("\"morning\", \"afternoon\" or \"any\" is expected here")),
        };
    }
    meeting.slot = given(tree, "slot").map(|slot| slot.below(slots)).transpose()?;
    meeting.table = given(tree, "table").map(|table| table.below(u32::MAX as usize)).transpose()?;
    meeting.stood = given(tree, "stood").map(|slot| slot.below(slots)).transpose()?;
    meeting.after = indices(tree, "after", meetings)?;
    for name in given(tree, "pools").map_or(Ok(&[][..]), Json::items)? {
        meeting.pools.push(*pools.get(name.text()?).ok_or_else(|| name.fault("there is no pool of this name"))?);
    }
    Ok(meeting)
}

/// As JSON that `from_json` reads.
pub fn to_json(problem: &Problem) -> Json {
    let people = problem.people.iter().map(|person| {
        let blocked = (0..problem.slots()).filter(|slot| person.blocked >> slot & 1 == 1);
        let mut members = vec![("name", person.name.as_str().into())];
        keep(&mut members, "blocked", person.blocked != 0, || Json::array(blocked));
        keep(&mut members, "company", person.company.is_some(), || person.company.clone().into());
        keep(&mut members, "exclusive", person.exclusive, || true.into());
        Json::object(members)
    });
    let pools = problem.pools.iter().map(|pool| Json::object([("name", pool.name.as_str().into()), ("capacity", pool.capacity.into())]));
    Json::object([
        ("slots", problem.slots().into()),
        ("tables", problem.tables.clone().into()),
        ("morning", problem.morning.into()),
        ("pauses", problem.pauses.clone().into()),
        ("people", Json::array(people)),
        ("shared", problem.shared.clone().into()),
        ("pools", Json::array(pools)),
        ("meetings", Json::array(problem.meetings.iter().map(|meeting| meeting_json(meeting, problem)))),
        ("spread", problem.spread.into()),
        ("gap_cost", problem.gap_cost.into()),
        ("move_cost", problem.move_cost.into()),
    ])
}

fn meeting_json(meeting: &Meeting, problem: &Problem) -> Json {
    let mut members = vec![("pair", Json::array(meeting.pair))];
    match meeting.wish {
        Wish::Must => {}
        Wish::No => members.push(("wish", "no".into())),
        Wish::Wish(weight) => members.push(("wish", weight.into())),
    }
    match meeting.session {
        Session::Any => {}
        Session::Morning => members.push(("session", "morning".into())),
        Session::Afternoon => members.push(("session", "afternoon".into())),
    }
    keep(&mut members, "slot", meeting.slot.is_some(), || meeting.slot.into());
    keep(&mut members, "table", meeting.table.is_some(), || meeting.table.into());
    keep(&mut members, "stood", meeting.stood.is_some(), || meeting.stood.into());
    keep(&mut members, "after", !meeting.after.is_empty(), || meeting.after.clone().into());
    let pools = || Json::array(meeting.pools.iter().map(|pool| problem.pools[*pool].name.as_str()));
    keep(&mut members, "pools", !meeting.pools.is_empty(), pools);
    Json::object(members)
}

fn keep<'a>(members: &mut Vec<(&'a str, Json)>, name: &'a str, there: bool, value: impl FnOnce() -> Json) {
    if there {
        members.push((name, value()));
    }
}
