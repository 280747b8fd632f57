//! What a plan costs, and what guides the search: a wait that is short is nearly gone.

use super::super::grid::NONE;
use super::State;
use std::ops::{Add, AddAssign, Sub};

/// Parts of a cost unit in which the guide is counted.
pub(in super::super) const FINE: i64 = 16;

/// How long gaps are counted when plans are compared, and how much worse a plan may become on the way.
#[derive(Clone, Copy)]
pub(in super::super) struct Guide {
    /// What each empty slot of a gap adds, in parts of a gap, and after how many slots that ends.
    slot: i64,
    most_slots: u32,
    /// At the start and at the end, in hundredths of a gap.
    pub warmth: [i64; 2],
}

impl Guide {
    /// Gaps that have to be are short: for crowded rounds.
    pub const SHORT: Self = Self { slot: 8, most_slots: 4, warmth: [35, 5] };
    /// Every slot counts, however long the gap: where nobody has to wait.
    pub const LONG: Self = Self { slot: 8, most_slots: 20, warmth: [35, 5] };
    /// Few slots count much: where somebody has to wait, for however long.
    pub const NEAR: Self = Self { slot: 16, most_slots: 4, warmth: [50, 8] };
}

/// The cost (with what is missing or unfair), and how long the gaps are.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(in super::super) struct Toll {
    pub cost: i64,
    length: i64,
}

impl Toll {
    /// What the search brings down.
    #[inline]
    pub fn guide(self) -> i64 {
        FINE * self.cost + self.length
    }

    fn only(cost: i64) -> Self {
        Self { cost, length: 0 }
    }
}

impl Add for Toll {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        Self { cost: self.cost + other.cost, length: self.length + other.length }
    }
}

impl Sub for Toll {
    type Output = Self;
    #[inline]
    fn sub(self, other: Self) -> Self {
        Self { cost: self.cost - other.cost, length: self.length - other.length }
    }
}

impl AddAssign for Toll {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl State<'_> {
    /// Counts gaps as this guide does from now on.
    pub fn follow_guide(&mut self, guide: Guide) {
        self.guide = guide;
        self.toll.length = self.busy.iter().map(|busy| self.idle_toll(*busy).length).sum();
    }

    /// What the plan costs, without what is missing or unfair.
    pub fn price(&self) -> i64 {
        let grid = self.grid;
        let gaps: i64 = self.busy.iter().map(|busy| i64::from(grid.gaps(*busy)) * grid.gap_cost).sum();
        let out: i64 = self.out.iter().filter_map(|at| grid.weight[*at as usize]).sum();
        let moved =
            self.slot.iter().enumerate().filter(|(_, slot)| **slot != NONE).map(|(at, slot)| self.stay_toll(at, *slot).cost).sum::<i64>();
        gaps + out + moved
    }

    pub(super) fn out_toll(&self, meeting: usize) -> Toll {
        Toll::only(self.grid.weight[meeting].unwrap_or(self.missing))
    }

    #[inline]
    pub(super) fn stay_toll(&self, meeting: usize, slot: u32) -> Toll {
        let stood = self.grid.stood[meeting];
        Toll::only(if stood == NONE || stood == slot { 0 } else { self.grid.move_cost })
    }

    #[inline]
    pub(super) fn flip_toll(&self, schedule: u32, flip: u128) -> Toll {
        let busy = self.busy[schedule as usize];
        self.idle_toll(busy ^ flip) - self.idle_toll(busy)
    }

    #[inline]
    fn idle_toll(&self, busy: u128) -> Toll {
        let (mut gaps, mut slots) = (0, 0);
        for part in &self.grid.parts {
            let mut rest = busy & part;
            // From the end of one run of meetings to the start of the next.
            while rest != 0 {
                rest >>= rest.trailing_zeros();
                rest = rest.checked_shr(rest.trailing_ones()).unwrap_or(0);
                if rest != 0 {
                    gaps += 1;
                    slots += i64::from(rest.trailing_zeros().min(self.guide.most_slots));
                }
            }
        }
        let above = self.grid.spread.map_or(0, |spread| (gaps - i64::from(spread)).max(0));
        Toll { cost: self.grid.gap_cost * gaps + self.unfair * above, length: self.grid.gap_cost * self.guide.slot * slots }
    }
}
