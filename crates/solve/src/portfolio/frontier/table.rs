//! The best value for every pair of budgets, as one table filled project by project.

use crate::Control;
use crate::portfolio::problem::Fault;

/// One project in whole units of the table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub cost: [usize; 2],
    pub value: u64,
}

/// `height * width` cells, row = first budget, column = second; the cells are as narrow as the values allow.
pub(super) enum Table {
    Narrow(Cells<u16>),
    Wide(Cells<u32>),
    Full(Cells<u64>),
}

pub(super) struct Cells<T> {
    width: usize,
    cells: Vec<T>,
}

/// What a cell must do.
pub(super) trait Cell: Copy + Ord + Default + TryFrom<u64> + Into<u64> {
    /// The sum, which always fits: cells are chosen to hold the sum of all values. Without the check of
    /// development builds the inner loop stays fast there too.
    fn plus(self, other: Self) -> Self;
}
impl Cell for u16 {
    fn plus(self, other: u16) -> u16 {
        self.wrapping_add(other)
    }
}
impl Cell for u32 {
    fn plus(self, other: u32) -> u32 {
        self.wrapping_add(other)
    }
}
impl Cell for u64 {
    fn plus(self, other: u64) -> u64 {
        self.wrapping_add(other)
    }
}

/// Bytes per cell for this sum of values.
pub(super) fn cell_bytes(sum: u64) -> u64 {
    match sum {
        0..=0xffff => 2,
        0x1_0000..=0xffff_ffff => 4,
        _ => 8,
    }
}

impl Table {
    /// Fills the table for budgets `0..=reach`.
    pub fn new(items: &[Item], reach: [usize; 2], control: Control<'_>) -> Result<Table, Fault> {
        Ok(match cell_bytes(items.iter().map(|item| item.value).sum()) {
            2 => Table::Narrow(fill(items, reach, control)?),
            4 => Table::Wide(fill(items, reach, control)?),
            _ => Table::Full(fill(items, reach, control)?),
        })
    }

    /// The best value within these budgets, which must be within the reach.
    pub fn at(&self, budgets: [usize; 2]) -> u64 {
        match self {
            Table::Narrow(cells) => cells.at(budgets),
            Table::Wide(cells) => cells.at(budgets),
            Table::Full(cells) => cells.at(budgets),
        }
    }
}

impl<T: Cell> Cells<T> {
    fn at(&self, [a, b]: [usize; 2]) -> u64 {
        self.cells[a * self.width + b].into()
    }
}

/// Cheap projects first: what all projects so far cost together bounds the part of the table that
/// differs from its edge, and only that part is worked on.
fn fill<T: Cell>(items: &[Item], reach: [usize; 2], control: Control<'_>) -> Result<Cells<T>, Fault> {
    let width = reach[1] + 1;
    let mut cells = vec![T::default(); (reach[0] + 1) * width];
    let mut items: Vec<Item> = items.iter().copied().filter(|item| item.cost[0] <= reach[0] && item.cost[1] <= reach[1]).collect();
    items.sort_by_key(|item| item.cost[0] * (reach[1] + 1) + item.cost[1] * (reach[0] + 1));
    let mut active = [0usize; 2];
    for (done, item) in items.iter().enumerate() {
        control.go_on().map_err(|_| Fault::Cancelled)?;
        control.progress(done as u64, items.len() as u64);
        let grown = [reach[0].min(active[0] + item.cost[0]), reach[1].min(active[1] + item.cost[1])];
        extend(&mut cells, width, active, grown);
        active = grown;
        let Ok(value) = T::try_from(item.value) else {
            return Err(Fault::TooLarge { what: "a value".into() });
        };
        add(&mut cells, width, active, item.cost, value);
    }
    extend(&mut cells, width, active, reach);
    Ok(Cells { width, cells })
}

/// Repeats the last active row and column outwards.
fn extend<T: Cell>(cells: &mut [T], width: usize, from: [usize; 2], to: [usize; 2]) {
    if to[1] > from[1] {
        for row in cells.chunks_exact_mut(width).take(from[0] + 1) {
            let edge = row[from[1]];
            row[from[1] + 1..=to[1]].fill(edge);
        }
    }
    let last = from[0] * width..from[0] * width + to[1] + 1;
    for row in from[0] + 1..=to[0] {
        cells.copy_within(last.clone(), row * width);
    }
}

/// Offers one project to every cell of the active part, largest budgets first so that it is taken once.
fn add<T: Cell>(cells: &mut [T], width: usize, active: [usize; 2], cost: [usize; 2], value: T) {
    let span = active[1] + 1 - cost[1];
    let mut copy: Vec<T> = Vec::new();
    for row in (cost[0]..=active[0]).rev() {
        let (below, rest) = cells.split_at_mut(row * width);
        let target = &mut rest[cost[1]..cost[1] + span];
        if cost[0] == 0 {
            copy.clear();
            copy.extend_from_slice(&rest[..span]);
            better(&mut rest[cost[1]..cost[1] + span], &copy, value);
        } else {
            let source = (row - cost[0]) * width;
            better(target, &below[source..source + span], value);
        }
    }
}

fn better<T: Cell>(target: &mut [T], source: &[T], value: T) {
    for (cell, &base) in target.iter_mut().zip(source) {
        *cell = (*cell).max(base.plus(value));
    }
}
