//! Who is short of whom: the witness that an assignment is impossible, read off the last search.

use super::Shortage;
use super::flow::{Flow, Network, Weight};
use super::rows::Rows;

/// The witness of an incomplete flow over all arcs. A flow with empty seats wins over one with idle experts.
pub(super) fn witness<W: Weight>(rows: &Rows, net: &Network<W>, flow: &Flow) -> Shortage {
    if flow.empty.is_empty() { idle(net, flow) } else { empty(rows, net, flow) }
}

/// Everything the empty seats could reach by passing seats on; all experts there are full.
fn empty<W: Weight>(rows: &Rows, net: &Network<W>, flow: &Flow) -> Shortage {
    let holders = holders(net, flow);
    let mut row_seen = vec![false; net.need.len()];
    let mut column_seen = vec![false; net.high.len()];
    let mut stack: Vec<usize> = flow.empty.iter().map(|(row, _)| *row).collect();
    stack.iter().for_each(|row| row_seen[*row] = true);
    while let Some(row) = stack.pop() {
        for arc in (net.start[row]..net.start[row + 1]).filter(|arc| !flow.taken[*arc]) {
            let column = net.arcs[arc].column as usize;
            if std::mem::replace(&mut column_seen[column], true) {
                continue;
            }
            for holder in &holders[column] {
                if !std::mem::replace(&mut row_seen[*holder], true) {
                    stack.push(*holder);
                }
            }
        }
    }
    let seats = rows.rows.iter().zip(&row_seen).filter(|(_, seen)| **seen).map(|(row, _)| (row.application, row.party)).collect();
    let missing = flow.empty.iter().map(|(_, count)| u64::from(*count)).sum();
    Shortage::Seats { seats, experts: indices(&column_seen), missing }
}

/// Everyone who could pass work on to the idle experts; nobody there has more than the least load.
fn idle<W: Weight>(net: &Network<W>, flow: &Flow) -> Shortage {
    let mut column_seen: Vec<bool> = flow.load.iter().zip(&net.low).map(|(load, low)| load < low).collect();
    let missing = flow.load.iter().zip(&net.low).map(|(load, low)| u64::from(low.saturating_sub(*load))).sum();
    loop {
        let before = column_seen.iter().filter(|seen| **seen).count();
        for row in 0..net.need.len() {
            let arcs = net.start[row]..net.start[row + 1];
            if arcs.clone().any(|arc| !flow.taken[arc] && column_seen[net.arcs[arc].column as usize]) {
                arcs.filter(|arc| flow.taken[*arc]).for_each(|arc| column_seen[net.arcs[arc].column as usize] = true);
            }
        }
        if column_seen.iter().filter(|seen| **seen).count() == before {
            return Shortage::Loads { experts: indices(&column_seen), missing };
        }
    }
}

fn holders<W: Weight>(net: &Network<W>, flow: &Flow) -> Vec<Vec<usize>> {
    let mut holders = vec![Vec::new(); net.high.len()];
    for row in 0..net.need.len() {
        for arc in (net.start[row]..net.start[row + 1]).filter(|arc| flow.taken[*arc]) {
            holders[net.arcs[arc].column as usize].push(row);
        }
    }
    holders
}

fn indices(seen: &[bool]) -> Vec<u32> {
    (0..).zip(seen).filter(|(_, seen)| **seen).map(|(at, _)| at).collect()
}
