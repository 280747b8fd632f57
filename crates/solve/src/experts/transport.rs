//! One exact transport: the best candidates of each row first, then all pairs are priced out and rows widened where a pair would pay.

use super::Shortage;
use super::affinity::ABSENT;
use super::flow::{self, Arc, Flow, Network, Weight};
use super::rows::{Row, Rows};
use super::shortage;
use crate::{Cancelled, Control};
use std::cmp::Reverse;

/// Candidates per row at first; nearly always enough, and never fewer than twice the need.
const FIRST: usize = 48;

/// What a pair is worth to the transport.
pub(super) trait Worth {
    type Weight: Weight;
    /// The worth of a pair with this affinity.
    fn of(&self, row: Row, expert: u32, affinity: i32) -> Self::Weight;
    /// An affinity up to which no pair of the row is worth more than this; [`ABSENT`] when affinity does not tell.
    fn floor(&self, row: Row, worth: i64) -> i32;
}

/// The affinity itself.
pub(super) struct Plain;

impl Worth for Plain {
    type Weight = i32;
    fn of(&self, _: Row, _: u32, affinity: i32) -> i32 {
        affinity
    }
    fn floor(&self, _: Row, worth: i64) -> i32 {
        worth.clamp(ABSENT.into(), i32::MAX.into()) as i32
    }
}

/// A complete, optimal flow over its network.
pub(super) struct Transport<W> {
    pub net: Network<W>,
    pub flow: Flow,
}

/// The best transport, or a witness that there is none.
pub(super) fn solve<T: Worth>(rows: &Rows, worth: &T, control: &Control) -> Result<Result<Transport<T::Weight>, Shortage>, Cancelled> {
    let mut width: Vec<usize> = rows.rows.iter().map(|row| FIRST.max(2 * row.need as usize)).collect();
    loop {
        let net = network(rows, worth, &width, control)?;
        let flow = flow::solve(&net, control)?;
        let complete = flow.empty.is_empty() && flow.load.iter().zip(&net.low).all(|(load, low)| load >= low);
        let narrow: Vec<usize> = if complete {
            priced_out(rows, worth, &net, &flow, control)?
        } else {
            (0..rows.rows.len()).filter(|row| net.rest[*row].is_some()).collect()
        };
        match (narrow.is_empty(), complete) {
            (true, true) => return Ok(Ok(Transport { net, flow })),
            (true, false) => return Ok(Err(shortage::witness(rows, &net, &flow))),
            // Without a complete flow there are no prices to say which pair is missing.
            (false, _) => narrow.iter().for_each(|row| width[*row] = if complete { width[*row] * 4 } else { usize::MAX }),
        }
    }
}

/// The best `width` arcs of each row.
fn network<T: Worth>(rows: &Rows, worth: &T, width: &[usize], control: &Control) -> Result<Network<T::Weight>, Cancelled> {
    let (mut start, mut rest) = (vec![0], Vec::new());
    let mut arcs = Vec::new();
    let heaviest = |arc: &Arc<T::Weight>| (Reverse(arc.weight), arc.column);
    for (row, width) in rows.rows.iter().zip(width) {
        control.go_on()?;
        let from = arcs.len();
        // Nothing up to this weight is among the best; most pairs end at this one comparison.
        let mut floor = None;
        let cut = |arcs: &mut Vec<Arc<T::Weight>>| {
            let last = *arcs[from..].select_nth_unstable_by_key(*width - 1, heaviest).1;
            arcs.truncate(from + width);
            Some(last.weight)
        };
        rows.each_above(*row, ABSENT, |column, affinity| {
            let weight = worth.of(*row, column, affinity);
            if floor.is_none_or(|floor| weight > floor) {
                arcs.push(Arc { column, weight });
            }
            if arcs.len() - from >= width.saturating_mul(2) {
                floor = cut(&mut arcs);
            }
            floor.map_or(ABSENT, |weight| worth.floor(*row, weight.into()))
        });
        if arcs.len() - from > *width {
            floor = cut(&mut arcs);
        }
        arcs[from..].sort_unstable_by_key(heaviest);
        start.push(arcs.len());
        rest.push(floor.map(Into::into));
    }
    let need = rows.rows.iter().map(|row| row.need).collect();
    Ok(Network { need, low: rows.low.clone(), high: rows.high.clone(), start, arcs, rest })
}

/// Rows with a pair outside their arcs that would pay under the prices.
fn priced_out<T: Worth>(rows: &Rows, worth: &T, net: &Network<T::Weight>, flow: &Flow, control: &Control) -> Result<Vec<usize>, Cancelled> {
    // With prices of at least `least`, an arc of weight `w` is worth at most `w - least`.
    let least = flow.price.iter().copied().min().unwrap_or(0);
    let pays = |at: usize| {
        let price = seat_price(net, flow, at);
        if net.rest[at].is_none_or(|weight| weight - least <= price) {
            return false;
        }
        let (row, mut pays) = (rows.rows[at], false);
        let taken: Vec<u32> = held(net, flow, at).map(|arc| arc.column).collect();
        // What is not worth the price with the lowest price of an expert is not worth a look.
        let floor = worth.floor(row, price + least);
        rows.each_above(row, floor, |column, affinity| {
            let weight: i64 = worth.of(row, column, affinity).into();
            pays |= weight - flow.price[column as usize] > price && !taken.contains(&column);
            floor
        });
        pays
    };
    let mut found = Vec::new();
    for at in 0..rows.rows.len() {
        control.go_on()?;
        if pays(at) {
            found.push(at);
        }
    }
    Ok(found)
}

/// The arcs that a row has taken.
pub(super) fn held<'a, W: Weight>(net: &'a Network<W>, flow: &'a Flow, row: usize) -> impl Iterator<Item = Arc<W>> + 'a {
    (net.start[row]..net.start[row + 1]).filter(|arc| flow.taken[*arc]).map(|arc| net.arcs[arc])
}

/// What the worst of a row's seats is worth after paying for the expert.
pub(super) fn seat_price<W: Weight>(net: &Network<W>, flow: &Flow, row: usize) -> i64 {
    held(net, flow, row).map(|arc| arc.weight.into() - flow.price[arc.column as usize]).min().unwrap_or(0)
}

impl<W: Weight> Transport<W> {
    /// The greatest worth that the prices leave possible, without fixed pairs; equal to the worth of the flow.
    pub fn bound(&self) -> i128 {
        let (net, flow) = (&self.net, &self.flow);
        let mut bound = 0i128;
        for row in 0..net.need.len() {
            let price = seat_price(net, flow, row);
            bound += i128::from(price) * i128::from(net.need[row]);
            let surplus = held(net, flow, row).map(|arc| arc.weight.into() - flow.price[arc.column as usize] - price);
            bound += surplus.map(i128::from).sum::<i128>();
        }
        let loads = net.low.iter().zip(&net.high).zip(&flow.price);
        bound + loads.map(|((low, high), price)| i128::from(*price) * i128::from(if *price > 0 { *high } else { *low })).sum::<i128>()
    }

    /// The price of each seat: `seats[application][party]`.
    pub fn seats(&self, rows: &Rows) -> Vec<Vec<i64>> {
        let mut seats: Vec<Vec<i64>> = rows.problem.need.iter().map(|need| vec![0; need.len()]).collect();
        for (at, row) in rows.rows.iter().enumerate() {
            seats[row.application as usize][row.party as usize] = seat_price(&self.net, &self.flow, at);
        }
        seats
    }
}
