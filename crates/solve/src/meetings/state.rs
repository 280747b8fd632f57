//! A plan in the making: each schedule holds at most one meeting in a slot, and no resource is used beyond its capacity.
//!
//! In the graph with schedules as points and meetings as lines, slots are colours. The lines of two colours form
//! paths and rings; swapping the colours of one of them (a Kempe chain) keeps the plan valid and changes the busy
//! slots of two schedules at most.

use super::grid::{Grid, NONE};

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
    pub cost: i64,
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
            cost: 0,
            unfair: grid.gap_cost * 20,
            missing,
            chain: Vec::new(),
        };
        state.cost = (0..grid.meetings()).map(|at| state.out_cost(at)).sum();
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

    /// What the plan costs, without what is missing or unfair.
    pub fn price(&self) -> i64 {
        let grid = self.grid;
        let gaps: i64 = self.busy.iter().map(|busy| i64::from(grid.gaps(*busy)) * grid.gap_cost).sum();
        let out: i64 = self.out.iter().filter_map(|at| grid.weight[*at as usize]).sum();
        let moved =
            self.slot.iter().enumerate().filter(|(_, slot)| **slot != NONE).map(|(at, slot)| self.stay_cost(at, *slot)).sum::<i64>();
        gaps + out + moved
    }

    /// Whether every meeting that must be held is held and nobody has too many gaps.
    pub fn is_plan(&self) -> bool {
        self.is_full() && (0..self.grid.schedules).all(|at| self.grid.spread.is_none_or(|spread| self.grid.gaps(self.busy[at]) <= spread))
    }

    /// Whether every meeting that must be held is held.
    pub fn is_full(&self) -> bool {
        self.out.iter().all(|at| self.grid.weight[*at as usize].is_some())
    }

    fn out_cost(&self, meeting: usize) -> i64 {
        self.grid.weight[meeting].unwrap_or(self.missing)
    }

    #[inline]
    fn idle_cost(&self, busy: u128) -> i64 {
        let gaps = self.grid.gaps(busy);
        let above = self.grid.spread.map_or(0, |spread| gaps.saturating_sub(spread));
        self.grid.gap_cost * i64::from(gaps) + self.unfair * i64::from(above)
    }

    #[inline]
    fn stay_cost(&self, meeting: usize, slot: u32) -> i64 {
        let stood = self.grid.stood[meeting];
        if stood == NONE || stood == slot { 0 } else { self.grid.move_cost }
    }

    #[inline]
    fn meeting_at(&self, schedule: u32, slot: u32) -> u32 {
        self.at[schedule as usize * self.grid.slots + slot as usize]
    }

    /// The meeting of a schedule in a slot.
    pub fn meeting_of(&self, schedule: u32, slot: u32) -> Option<usize> {
        Some(self.meeting_at(schedule, slot)).filter(|at| *at != NONE).map(|at| at as usize)
    }

    #[inline]
    fn flip_cost(&self, schedule: u32, flip: u128) -> i64 {
        let busy = self.busy[schedule as usize];
        self.idle_cost(busy ^ flip) - self.idle_cost(busy)
    }

    /// Swaps the chain of a placed meeting between its slot and another, if the change in cost is at most `most`.
    pub fn swap(&mut self, meeting: usize, to: u32, most: i64) -> bool {
        let from = self.slot[meeting];
        let mut chain = std::mem::take(&mut self.chain);
        chain.clear();
        let change = self.follow(meeting, from, to, most, &mut chain);
        let done = change.is_some_and(|change| {
            self.recolour(&chain, from, to);
            if chain.iter().all(|at| self.in_order(*at as usize)) {
                self.cost += change;
                return true;
            }
            self.recolour(&chain, from, to);
            false
        });
        self.chain = chain;
        done
    }

    /// The chain and what swapping it costs, unless a rule or the limit forbids it.
    fn follow(&self, meeting: usize, from: u32, to: u32, most: i64, chain: &mut Vec<u32>) -> Option<i64> {
        let grid = self.grid;
        let both = (1u128 << from) | (1 << to);
        if grid.allowed[meeting] >> to & 1 == 0 {
            return None;
        }
        chain.push(meeting as u32);
        let mut change = 0;
        let mut net = -1i32;
        if grid.move_cost != 0 {
            change += self.stay_cost(meeting, to) - self.stay_cost(meeting, from);
        }
        'sides: for side in [1, 0] {
            let (mut point, mut colour, mut other) = (grid.ends[meeting][side], from, to);
            loop {
                let next = self.meeting_at(point, other);
                if next == NONE {
                    change += self.flip_cost(point, both);
                    break;
                }
                if next as usize == meeting {
                    break 'sides;
                }
                let line = next as usize;
                if grid.allowed[line] >> colour & 1 == 0 {
                    return None;
                }
                chain.push(next);
                net += if other == from { -1 } else { 1 };
                if grid.move_cost != 0 {
                    change += self.stay_cost(line, colour) - self.stay_cost(line, other);
                }
                let [a, b] = grid.ends[line];
                point = if point == a { b } else { a };
                (colour, other) = (other, colour);
            }
        }
        (change <= most && self.has_room(chain, net, from, to)).then_some(change)
    }

    /// Whether tables and pools can take the swap; `net` is what `from` gains in meetings.
    fn has_room(&self, chain: &[u32], net: i32, from: u32, to: u32) -> bool {
        let grid = self.grid;
        let room = |resource: usize, slot: u32, more: i32| {
            let at = resource * grid.slots + slot as usize;
            more <= 0 || self.used[at] + more as u32 <= grid.capacity[resource][slot as usize]
        };
        if !(room(0, from, net) && room(0, to, -net)) {
            return false;
        }
        (1..grid.capacity.len()).all(|resource| {
            let uses = chain.iter().filter(|at| grid.pools[**at as usize].contains(&(resource as u32)));
            let net: i32 = uses.map(|at| if self.slot[*at as usize] == from { -1 } else { 1 }).sum();
            room(resource, from, net) && room(resource, to, -net)
        })
    }

    fn recolour(&mut self, chain: &[u32], from: u32, to: u32) {
        for &line in chain {
            let colour = self.slot[line as usize];
            self.clear(line as usize, colour);
        }
        for &line in chain {
            let colour = self.slot[line as usize];
            self.fill(line as usize, if colour == from { to } else { from });
        }
    }

    /// Puts a meeting without a slot into one, pushing out what stands in the way, if that costs at most `most`.
    pub fn insert(&mut self, meeting: usize, slot: u32, most: i64) -> bool {
        let before = self.cost;
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
            if self.cost - before <= most && self.in_order(meeting) {
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
        self.cost += self.flip_cost(a, 1 << slot) + self.flip_cost(b, 1 << slot) + self.stay_cost(meeting, slot) - self.out_cost(meeting);
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
        self.cost += self.flip_cost(a, 1 << slot) + self.flip_cost(b, 1 << slot) - self.stay_cost(meeting, slot) + self.out_cost(meeting);
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
