//! A plan in the making: each schedule holds at most one meeting in a slot, and no resource is used beyond its capacity.
//!
//! In the graph with schedules as points and meetings as lines, slots are colours. The lines of two colours form
//! paths and rings; swapping the colours of one of them (a Kempe chain) keeps the plan valid and changes the busy
//! slots of two schedules at most.

mod chain;
mod toll;

use super::grid::{Grid, NONE};
pub(super) use toll::{FINE, Guide, Toll};

#[derive(Clone)]
pub(super) struct State<'g> {
    pub grid: &'g Grid,
    /// Slot of each meeting, or `NONE`.
    pub slot: Vec<u32>,
    /// Meeting of each schedule and slot.
    at: Vec<u32>,
    pub busy: Vec<u128>,
    used: Vec<u32>,
    /// Meetings without a slot, and where each stands in that list.
    pub out: Vec<u32>,
    place_out: Vec<u32>,
    pub toll: Toll,
    guide: Guide,
    /// What one gap too many above the spread costs, and a meeting that must be held and is not.
    pub unfair: i64,
    pub missing: i64,
    chain: Vec<u32>,
}

impl<'g> State<'g> {
    /// With no meeting placed.
    pub fn new(grid: &'g Grid) -> Self {
        let dearest = grid.weight.iter().flatten().copied().max().unwrap_or(0).max(grid.gap_cost).max(grid.move_cost);
        let missing = dearest * 200;
        let mut state = Self {
            grid,
            slot: vec![NONE; grid.meetings()],
            at: vec![NONE; grid.schedules * grid.slots],
            busy: vec![0; grid.schedules],
            used: vec![0; grid.capacity.len() * grid.slots],
            out: (0..grid.meetings() as u32).collect(),
            place_out: (0..grid.meetings() as u32).collect(),
            toll: Toll::default(),
            guide: Guide::SHORT,
            unfair: grid.gap_cost * 20,
            missing,
            chain: Vec::new(),
        };
        state.toll = (0..grid.meetings()).map(|at| state.out_toll(at)).fold(Toll::default(), |sum, toll| sum + toll);
        state
    }

    /// With these slots, as far as they fit.
    pub fn with(grid: &'g Grid, slots: &[u32]) -> Self {
        let mut state = Self::new(grid);
        for (meeting, slot) in slots.iter().enumerate().filter(|(_, slot)| **slot != NONE) {
            if state.is_free(meeting, *slot) {
                state.insert(meeting, *slot, i64::MAX);
            }
        }
        state
    }

    /// Whether every meeting that must be held is held and nobody has too many gaps.
    pub fn is_plan(&self) -> bool {
        self.is_full() && (0..self.grid.schedules).all(|at| self.grid.spread.is_none_or(|spread| self.grid.gaps(self.busy[at]) <= spread))
    }

    /// Whether every meeting that must be held is held.
    pub fn is_full(&self) -> bool {
        self.out.iter().all(|at| self.grid.weight[*at as usize].is_some())
    }

    #[inline]
    fn meeting_at(&self, schedule: u32, slot: u32) -> u32 {
        self.at[schedule as usize * self.grid.slots + slot as usize]
    }

    /// The meeting of a schedule in a slot.
    pub fn meeting_of(&self, schedule: u32, slot: u32) -> Option<usize> {
        Some(self.meeting_at(schedule, slot)).filter(|at| *at != NONE).map(|at| at as usize)
    }

    /// Puts a meeting without a slot into one, pushing out what stands in the way, if the toll rises by at most `most`.
    pub fn insert(&mut self, meeting: usize, slot: u32, most: i64) -> bool {
        let before = self.toll;
        let mut pushed: Vec<(u32, u32)> = Vec::new();
        for end in self.grid.ends[meeting] {
            let there = self.meeting_at(end, slot);
            if there != NONE {
                pushed.push((there, slot));
                self.remove(there as usize);
            }
        }
        for group in 0..self.grid.groups_of[meeting].len() {
            let group = self.grid.groups_of[meeting][group] as usize;
            let held = self.grid.groups[group].iter().copied().find(|at| self.slot[*at as usize] != NONE);
            if let Some(held) = held {
                pushed.push((held, self.slot[held as usize]));
                self.remove(held as usize);
            }
        }
        if self.fits(meeting, slot) {
            self.place(meeting, slot);
            if (self.toll - before).guide() <= most && self.in_order(meeting) {
                return true;
            }
            self.remove(meeting);
        }
        for (other, slot) in pushed.into_iter().rev() {
            self.place(other as usize, slot);
        }
        false
    }

    fn fits(&self, meeting: usize, slot: u32) -> bool {
        let grid = self.grid;
        let room = |resource: usize| self.used[resource * grid.slots + slot as usize] < grid.capacity[resource][slot as usize];
        grid.allowed[meeting] >> slot & 1 == 1 && room(0) && grid.pools[meeting].iter().all(|pool| room(*pool as usize))
    }

    /// Whether a meeting could take a slot without pushing anything out.
    pub fn is_free(&self, meeting: usize, slot: u32) -> bool {
        self.grid.ends[meeting].iter().all(|end| self.meeting_at(*end, slot) == NONE)
            && self.fits(meeting, slot)
            && self.grid.groups_of[meeting]
                .iter()
                .all(|group| self.grid.groups[*group as usize].iter().all(|at| self.slot[*at as usize] == NONE))
    }

    fn in_order(&self, meeting: usize) -> bool {
        let slot = self.slot[meeting];
        let earlier = |at: &u32| self.slot[*at as usize] == NONE || self.slot[*at as usize] < slot;
        let later = |at: &u32| self.slot[*at as usize] == NONE || self.slot[*at as usize] > slot;
        self.grid.before[meeting].iter().all(earlier) && self.grid.later[meeting].iter().all(later)
    }

    /// Places a meeting in a free slot.
    fn place(&mut self, meeting: usize, slot: u32) {
        let [a, b] = self.grid.ends[meeting];
        self.toll += self.flip_toll(a, 1 << slot) + self.flip_toll(b, 1 << slot) + self.stay_toll(meeting, slot) - self.out_toll(meeting);
        let at = self.place_out[meeting] as usize;
        self.out.swap_remove(at);
        if let Some(moved) = self.out.get(at) {
            self.place_out[*moved as usize] = at as u32;
        }
        self.fill(meeting, slot);
    }

    /// Takes a meeting out of its slot.
    pub fn remove(&mut self, meeting: usize) {
        let slot = self.slot[meeting];
        let [a, b] = self.grid.ends[meeting];
        self.toll += self.flip_toll(a, 1 << slot) + self.flip_toll(b, 1 << slot) - self.stay_toll(meeting, slot) + self.out_toll(meeting);
        self.clear(meeting, slot);
        self.slot[meeting] = NONE;
        self.place_out[meeting] = self.out.len() as u32;
        self.out.push(meeting as u32);
    }

    fn clear(&mut self, meeting: usize, slot: u32) {
        self.mark(meeting, slot, NONE);
    }

    fn fill(&mut self, meeting: usize, slot: u32) {
        self.slot[meeting] = slot;
        self.mark(meeting, slot, meeting as u32);
    }

    fn mark(&mut self, meeting: usize, slot: u32, content: u32) {
        let grid = self.grid;
        for end in grid.ends[meeting] {
            self.at[end as usize * grid.slots + slot as usize] = content;
            self.busy[end as usize] ^= 1 << slot;
        }
        let step = if content == NONE { u32::MAX } else { 1 };
        let mut count = |resource: usize| {
            let used = &mut self.used[resource * grid.slots + slot as usize];
            *used = used.wrapping_add(step);
        };
        count(0);
        grid.pools[meeting].iter().for_each(|pool| count(*pool as usize));
    }
}
