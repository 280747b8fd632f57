//! The best value for every pair of budgets as the list of all portfolios that are not beaten: none is
//! worth as much for no more money from either pot.

use std::collections::BTreeMap;

use crate::Control;
use crate::portfolio::problem::Fault;

/// Money from each pot in minor units, and what it buys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub cost: [i64; 2],
    pub value: i64,
}

/// The unbeaten portfolios within `reach`, by first cost; `None` when there are more than `most`.
pub(super) fn unbeaten(items: &[Point], reach: [i64; 2], most: usize, control: Control<'_>) -> Result<Option<Vec<Point>>, Fault> {
    let mut points = vec![Point { cost: [0, 0], value: 0 }];
    for (done, item) in items.iter().enumerate() {
        control.go_on().map_err(|_| Fault::Cancelled)?;
        control.progress(done as u64, items.len() as u64);
        let with: Vec<Point> = points.iter().filter_map(|point| joined(point, item, reach)).collect();
        points = sifted(&merged(&points, &with));
        if points.len() > most {
            return Ok(None);
        }
    }
    Ok(Some(points))
}

fn joined(point: &Point, item: &Point, reach: [i64; 2]) -> Option<Point> {
    let cost = [point.cost[0].checked_add(item.cost[0])?, point.cost[1].checked_add(item.cost[1])?];
    let within = cost[0] <= reach[0] && cost[1] <= reach[1];
    within.then(|| Point { cost, value: point.value + item.value })
}

/// Two sorted lists as one.
fn merged(a: &[Point], b: &[Point]) -> Vec<Point> {
    let key = |point: &Point| (point.cost, std::cmp::Reverse(point.value));
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut all = Vec::with_capacity(a.len() + b.len());
    loop {
        let next = match (a.peek(), b.peek()) {
            (Some(first), Some(second)) if key(first) <= key(second) => a.next(),
            (_, Some(_)) => b.next(),
            _ => a.next(),
        };
        match next {
            Some(point) => all.push(*point),
            None => return all,
        }
    }
}

/// Drops beaten points, walking by first cost with a staircase of second cost against value.
fn sifted(all: &[Point]) -> Vec<Point> {
    let mut stairs: BTreeMap<i64, i64> = BTreeMap::new();
    let mut kept = Vec::new();
    for &point in all {
        let beaten = stairs.range(..=point.cost[1]).next_back().is_some_and(|(_, &value)| value >= point.value);
        if beaten {
            continue;
        }
        kept.push(point);
        let covered: Vec<i64> =
            stairs.range(point.cost[1]..).take_while(|(_, value)| **value <= point.value).map(|(&cost, _)| cost).collect();
        for cost in covered {
            stairs.remove(&cost);
        }
        stairs.insert(point.cost[1], point.value);
    }
    kept
}

/// The best value within these budgets.
pub(super) fn at(points: &[Point], budgets: [i64; 2]) -> i64 {
    let within = points.iter().take_while(|point| point.cost[0] <= budgets[0]).filter(|point| point.cost[1] <= budgets[1]);
    within.map(|point| point.value).max().unwrap_or(0)
}
