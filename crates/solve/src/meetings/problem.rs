//! The input of a round of one-to-one meetings: who should meet whom, when they can, and what there is room for.

use super::Fault;

/// Slots of a round; masks of slots are 128 bits wide.
pub const MOST_SLOTS: usize = 128;
/// Meetings of a round, wishes included.
pub const MOST_MEETINGS: usize = 1_000_000;
/// Costs of a gap, a wish or a move.
pub const MOST_COST: i64 = 1_000_000;

/// A round of meetings. Slots count from 0 and all have the same length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Tables that can be used in each slot; one number per slot.
    pub tables: Vec<u32>,
    /// Slots before this one are the morning, the others the afternoon.
    pub morning: usize,
    /// Slots before which nobody waits: after lunch that is no gap, or on another day. Ascending, each in `1..slots`.
    pub pauses: Vec<usize>,
    pub people: Vec<Person>,
    /// People with one schedule between them, such as a delegate and the delegate's interpreter.
    pub shared: Vec<Vec<usize>>,
    /// What meetings need besides a table, such as interpreters between two languages.
    pub pools: Vec<Pool>,
    pub meetings: Vec<Meeting>,
    /// Nobody may have more than this many gaps more than somebody else.
    pub spread: Option<u32>,
    /// What a gap costs, at least 1.
    pub gap_cost: i64,
    /// What it costs to move a meeting from the slot where it stood.
    pub move_cost: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    pub name: String,
    /// Bit `t` says that slot `t` is taken by something else.
    pub blocked: u128,
    pub company: Option<String>,
    /// Meets at most one person of each company.
    pub exclusive: bool,
}

/// Interpreters (or rooms, or headsets) of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pool {
    pub name: String,
    /// How many meetings can use it in one slot.
    pub capacity: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Has to be held.
    Must,
    /// Held if possible; leaving it out costs this much (at least 1).
    Wish(i64),
    /// Must not be held.
    No,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Session {
    Any,
    Morning,
    Afternoon,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The two people.
    pub pair: [usize; 2],
    pub wish: Wish,
    pub session: Session,
    /// Fixed or locked in this slot.
    pub slot: Option<usize>,
    /// Fixed at this table (from 0); only together with a slot.
    pub table: Option<usize>,
    /// Where it stood before; moving it from there costs `move_cost`.
    pub stood: Option<usize>,
    /// Meetings that must come earlier, where both are held.
    pub after: Vec<usize>,
    /// Pools it needs one of.
    pub pools: Vec<usize>,
}

impl Meeting {
    /// A meeting that must be held at any time.
    pub fn between(a: usize, b: usize) -> Self {
        Self {
            pair: [a, b],
            wish: Wish::Must,
            session: Session::Any,
            slot: None,
            table: None,
            stood: None,
            after: Vec::new(),
            pools: Vec::new(),
        }
    }
}

/// When and where each meeting is held; `None` for those that are not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub seats: Vec<Option<Seat>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    pub slot: usize,
    pub table: usize,
}

impl Problem {
    /// A round without any people or meetings, gaps costing 1 and the spread bounded by two as in the literature.
    pub fn empty(slots: usize, tables: u32) -> Self {
        Self {
            tables: vec![tables; slots],
            morning: slots,
            pauses: Vec::new(),
            people: Vec::new(),
            shared: Vec::new(),
            pools: Vec::new(),
            meetings: Vec::new(),
            spread: Some(2),
            gap_cost: 1,
            move_cost: 0,
        }
    }

    pub fn slots(&self) -> usize {
        self.tables.len()
    }

    /// Says that all meetings of a plan stay where they are, except those for which `free` says true: these
    /// are planned anew, at `move_cost` if they move. Meetings that had no seat stay free.
    pub fn lock(&mut self, plan: &Plan, free: impl Fn(usize) -> bool) {
        for (at, (meeting, seat)) in self.meetings.iter_mut().zip(&plan.seats).enumerate() {
            let Some(seat) = seat else { continue };
            meeting.stood = Some(seat.slot);
            if !free(at) {
                (meeting.slot, meeting.table) = (Some(seat.slot), Some(seat.table));
            }
        }
    }

    /// Somebody cancels: none of their meetings is held.
    pub fn cancel(&mut self, person: usize) {
        for meeting in self.meetings.iter_mut().filter(|meeting| meeting.pair.contains(&person)) {
            meeting.wish = Wish::No;
        }
    }

    /// Whether all numbers refer to something and are small enough to be added up.
    pub fn verify(&self) -> Result<(), Fault> {
        let invalid = |why: String| Err(Fault::Invalid(why));
        let slots = self.slots();
        if slots > MOST_SLOTS {
            return invalid(format!("{slots} slots are more than {MOST_SLOTS}"));
        }
        if self.meetings.len() > MOST_MEETINGS || self.people.len() > MOST_MEETINGS {
            return invalid(format!("more than {MOST_MEETINGS} meetings or people"));
        }
        if self.morning > slots || self.pauses.iter().any(|pause| *pause == 0 || *pause >= slots) {
            return invalid("the morning or a pause ends outside the slots".to_owned());
        }
        if self.pauses.windows(2).any(|pair| pair[0] >= pair[1]) {
            return invalid("the pauses are not in ascending order".to_owned());
        }
        if !(1..=MOST_COST).contains(&self.gap_cost) || !(0..=MOST_COST).contains(&self.move_cost) {
            return invalid(format!("a gap costs 1 to {MOST_COST}, a move 0 to {MOST_COST}"));
        }
        if self.shared.iter().flatten().any(|person| *person >= self.people.len()) {
            return invalid("a shared schedule names a person who is not there".to_owned());
        }
        let mut pools = self.pools.iter().enumerate();
        if let Some((at, _)) = pools.find(|(at, pool)| self.pools[..*at].iter().any(|other| other.name == pool.name)) {
            return invalid(format!("two pools are called \"{}\"", self.pools[at].name));
        }
        self.meetings.iter().enumerate().try_for_each(|(at, meeting)| self.verify_meeting(at, meeting))?;
        let mut tables = std::collections::HashSet::new();
        let mut held = self.meetings.iter().enumerate().filter(|(_, meeting)| meeting.wish != Wish::No);
        match held.find(|(_, meeting)| meeting.table.is_some() && !tables.insert((meeting.slot, meeting.table))) {
            Some((at, _)) => invalid(format!("meeting {}: its table is fixed for another meeting", at + 1)),
            None => Ok(()),
        }
    }

    fn verify_meeting(&self, at: usize, meeting: &Meeting) -> Result<(), Fault> {
        let invalid = |why: &str| Err(Fault::Invalid(format!("meeting {}: {why}", at + 1)));
        let [a, b] = meeting.pair;
        if a.max(b) >= self.people.len() || a == b {
            return invalid("two different people are needed");
        }
        if matches!(meeting.wish, Wish::Wish(weight) if !(1..=MOST_COST).contains(&weight)) {
            return invalid("a wish weighs from 1 to 1000000");
        }
        if meeting.slot.is_some_and(|slot| slot >= self.slots()) || meeting.stood.is_some_and(|slot| slot >= self.slots()) {
            return invalid("the slot is outside the round");
        }
        match (meeting.slot, meeting.table) {
            (None, Some(_)) => return invalid("a fixed table needs a fixed slot"),
            (Some(slot), Some(table)) if table >= self.tables[slot] as usize => return invalid("there is no such table in that slot"),
            _ => {}
        }
        if meeting.after.iter().any(|other| *other >= self.meetings.len() || *other == at) {
            return invalid("it comes after a meeting that is not there");
        }
        if meeting.pools.iter().enumerate().any(|(nth, pool)| *pool >= self.pools.len() || meeting.pools[..nth].contains(pool)) {
            return invalid("a pool is named twice or is not there");
        }
        Ok(())
    }
}
