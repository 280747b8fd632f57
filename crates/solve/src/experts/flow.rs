//! The exact engine: successive shortest paths with prices over a sparse list of candidates.
//!
//! Seats are filled one by one. Each time the cheapest chain of changes is found by Dijkstra's search over the experts:
//! the seat takes expert j; if j is full, one of j's seats moves on to expert j'; and so on to an expert with time left.
//! Prices keep every step's loss non-negative, so the assignment stays optimal for the seats filled so far and the
//! prices prove it at the end. A least load is a bonus, greater than any chain can lose, for an expert's first seats.

use crate::{Cancelled, Control};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Rows with needs, columns with loads, and the arcs a row may take.
pub(super) struct Network<W> {
    pub need: Vec<u32>,
    pub low: Vec<u32>,
    pub high: Vec<u32>,
    /// The arcs of row `r` are `arcs[start[r]..start[r + 1]]`, the heaviest first.
    pub start: Vec<usize>,
    pub arcs: Vec<Arc<W>>,
    /// Per row: the greatest weight that pairs outside the arcs can have; none when there are no such pairs.
    pub rest: Vec<Option<i64>>,
}

/// Eight bytes where affinities are not modified, because following arcs is what the time goes into.
#[derive(Clone, Copy)]
pub(super) struct Arc<W> {
    pub column: u32,
    pub weight: W,
}

/// A flow that is optimal for the seats that could be filled, and its prices.
pub(super) struct Flow {
    /// Per arc: whether it is taken.
    pub taken: Vec<bool>,
    /// Per column: seats taken.
    pub load: Vec<u32>,
    /// Per column: the price of a seat.
    pub price: Vec<i64>,
    /// Rows with empty seats, and how many.
    pub empty: Vec<(usize, u32)>,
}

/// What an arc can weigh: plain affinities, or wider modified ones.
pub(super) trait Weight: Copy + Ord + Into<i64> {}
impl Weight for i32 {}
impl Weight for i64 {}

const FAR: i64 = i64::MAX;
const NOWHERE: u32 = u32::MAX;

pub(super) fn solve<W: Weight>(net: &Network<W>, control: &Control) -> Result<Flow, Cancelled> {
    let mut search = Search::new(net);
    let total = net.need.iter().map(|need| u64::from(*need)).sum();
    let (mut done, mut empty) = (0u64, Vec::new());
    for row in 0..net.need.len() {
        let mut left = net.need[row];
        while left > 0 && search.augment(row) {
            left -= 1;
            done += 1;
            if done.is_multiple_of(256) {
                control.go_on()?;
                control.progress(done, total);
            }
        }
        if left > 0 {
            empty.push((row, left));
        }
    }
    control.go_on()?;
    let (load, price) = search.columns.iter().map(|column| (column.load, column.price)).unzip();
    Ok(Flow { taken: search.taken, load, price, empty })
}

struct Search<'a, W> {
    net: &'a Network<W>,
    taken: Vec<bool>,
    /// Per column: the rows that hold a seat there, with the arc.
    holders: Vec<Vec<(u32, u32)>>,
    /// Greater than the loss of any chain: what an expert's first seats are worth.
    bonus: i64,
    columns: Vec<Column>,
    /// No price is below this.
    least: i64,
    /// Per row: the least label with which its arcs were followed, and the arc it would give up.
    label: Vec<(i64, u32)>,
    /// Row of each arc.
    owner: Vec<u32>,
    touched: Vec<u32>,
    labelled: Vec<u32>,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
}

/// What a relaxation looks at, side by side.
#[derive(Clone, Copy)]
struct Column {
    price: i64,
    /// Distance of the search under way.
    distance: i64,
    /// The arc by which it is reached.
    arc: u32,
    load: u32,
}

impl<'a, W: Weight> Search<'a, W> {
    fn new(net: &'a Network<W>) -> Self {
        let columns = net.high.len();
        let (least, most) = net.arcs.iter().fold((0, 0), |(a, b), arc| (arc.weight.into().min(a), arc.weight.into().max(b)));
        let bonus = (most - least + 1) * (columns.min(net.need.len()) as i64 + 1);
        let price = |low: &u32| if *low > 0 { -bonus } else { 0 };
        let columns: Vec<Column> = net.low.iter().map(|low| Column { price: price(low), distance: FAR, arc: NOWHERE, load: 0 }).collect();
        let mut owner = vec![0; net.arcs.len()];
        for row in 0..net.need.len() {
            owner[net.start[row]..net.start[row + 1]].fill(row as u32);
        }
        Self {
            net,
            taken: vec![false; net.arcs.len()],
            holders: vec![Vec::new(); columns.len()],
            bonus,
            least: columns.iter().map(|column| column.price).min().unwrap_or(0),
            columns,
            label: vec![(FAR, NOWHERE); net.need.len()],
            owner,
            touched: Vec::new(),
            labelled: Vec::new(),
            heap: BinaryHeap::new(),
        }
    }

    /// Fills one more seat of a row; false when no chain leads to an expert with time left.
    fn augment(&mut self, row: usize) -> bool {
        // The loss of the best chain so far, and its last column.
        let mut best = (FAR, NOWHERE);
        // Distances count from 0 at the dearest start, so that they never fall below it.
        self.follow(row, 0, NOWHERE, &mut best);
        while let Some(Reverse((distance, column))) = self.heap.pop() {
            if distance >= best.0 {
                break;
            }
            let Column { price, distance: known, .. } = self.columns[column as usize];
            if distance > known {
                continue;
            }
            for at in 0..self.holders[column as usize].len() {
                let (holder, arc) = self.holders[column as usize][at];
                let label = distance + self.net.arcs[arc as usize].weight.into() - price;
                if label < self.label[holder as usize].0 {
                    self.follow(holder as usize, label, arc, &mut best);
                }
            }
        }
        let found = best.1 != NOWHERE;
        if found {
            self.reprice(best.0);
            self.turn(best.1);
        }
        self.forget();
        found
    }

    /// Relaxes the free arcs of a row that would give up `arc`.
    fn follow(&mut self, row: usize, label: i64, arc: u32, best: &mut (i64, u32)) {
        if self.label[row].0 == FAR {
            self.labelled.push(row as u32);
        }
        self.label[row] = (label, arc);
        for next in self.net.start[row]..self.net.start[row + 1] {
            let Arc { column, weight } = self.net.arcs[next];
            let beyond = label - weight.into();
            // The arcs after this one are no heavier, and no price is lower.
            if beyond + self.least >= best.0 {
                break;
            }
            let at = &mut self.columns[column as usize];
            let distance = beyond + at.price;
            if distance >= at.distance || distance >= best.0 || self.taken[next] {
                continue;
            }
            if at.distance == FAR {
                self.touched.push(column);
            }
            (at.distance, at.arc) = (distance, next as u32);
            // Prices never exceed the cost of the next seat, so the rest of the way is not negative.
            let end = self.seat_cost(column as usize).map_or(FAR, |cost| distance + cost - self.columns[column as usize].price);
            if end < best.0 {
                *best = (end, column);
            }
            if end > distance {
                self.heap.push(Reverse((distance, column)));
            }
        }
    }

    /// What the next seat of a column costs: minus the bonus below the least load, nothing below the greatest, none when full.
    fn seat_cost(&self, column: usize) -> Option<i64> {
        let load = self.columns[column].load;
        match load {
            _ if load < self.net.low[column] => Some(-self.bonus),
            _ if load < self.net.high[column] => Some(0),
            _ => None,
        }
    }

    fn reprice(&mut self, end: i64) {
        for column in &self.touched {
            let at = &mut self.columns[*column as usize];
            at.price += (end - at.distance).max(0);
        }
    }

    /// Makes the changes of the chain that ends at a column.
    fn turn(&mut self, last: u32) {
        self.columns[last as usize].load += 1;
        let mut column = last;
        loop {
            let arc = self.columns[column as usize].arc;
            let row = self.owner[arc as usize];
            self.taken[arc as usize] = true;
            self.holders[column as usize].push((row, arc));
            let given = self.label[row as usize].1;
            if given == NOWHERE {
                return;
            }
            self.taken[given as usize] = false;
            column = self.net.arcs[given as usize].column;
            self.holders[column as usize].retain(|holder| holder.1 != given);
        }
    }

    fn forget(&mut self) {
        for column in self.touched.drain(..) {
            self.columns[column as usize].distance = FAR;
        }
        for row in self.labelled.drain(..) {
            self.label[row as usize] = (FAR, NOWHERE);
        }
        self.heap.clear();
    }
}
