//! The input of a round of one-to-one meetings: who should meet whom, when they can, and what there is room for.

mod verify;

/// Slots of a round; masks of slots are 128 bits wide.
pub const MOST_SLOTS: usize = 128;
/// Meetings of a round, wishes included.
pub const MOST_MEETINGS: usize = 1_000_000;
/// Meetings that come after others, each counted once for each of the others.
pub const MOST_PRECEDENCES: usize = 1_000_000;
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
}
