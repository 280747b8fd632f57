//! Swapping the colours of a chain.

use super::super::grid::NONE;
use super::{State, Toll};

impl State<'_> {
    /// Swaps the chain of a placed meeting between its slot and another, if the toll rises by at most `most`.
    pub fn swap(&mut self, meeting: usize, to: u32, most: i64) -> bool {
        let from = self.slot[meeting];
        let mut chain = std::mem::take(&mut self.chain);
        chain.clear();
        let change = self.follow(meeting, from, to, most, &mut chain);
        let done = change.is_some_and(|change| {
            self.recolour(&chain, from, to);
            if chain.iter().all(|at| self.in_order(*at as usize)) {
                self.toll += change;
                return true;
            }
            self.recolour(&chain, from, to);
            false
        });
        self.chain = chain;
        done
    }

    /// The chain and what swapping it costs, unless a rule or the limit forbids it.
    fn follow(&self, meeting: usize, from: u32, to: u32, most: i64, chain: &mut Vec<u32>) -> Option<Toll> {
        let grid = self.grid;
        let both = (1u128 << from) | (1 << to);
        if grid.allowed[meeting] >> to & 1 == 0 {
            return None;
        }
        chain.push(meeting as u32);
        let mut change = Toll::default();
        let mut net = -1i32;
        if grid.move_cost != 0 {
            change += self.stay_toll(meeting, to) - self.stay_toll(meeting, from);
        }
        'sides: for side in [1, 0] {
            let (mut point, mut colour, mut other) = (grid.ends[meeting][side], from, to);
            loop {
                let next = self.meeting_at(point, other);
                if next == NONE {
                    change += self.flip_toll(point, both);
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
                    change += self.stay_toll(line, colour) - self.stay_toll(line, other);
                }
                let [a, b] = grid.ends[line];
                point = if point == a { b } else { a };
                (colour, other) = (other, colour);
            }
        }
        (change.guide() <= most && self.has_room(chain, net, from, to)).then_some(change)
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
}
