//! What is needed to draw the frontier: steps along one pot, and lines of equal value over both.

use super::{Fault, Frontier, Plain, Store, cell, list};
use crate::Control;

/// From this budget on (the other pot unchanged) the best value is `value`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepPoint {
    pub budget: i64,
    pub value: i64,
}

/// The least budget pairs that buy `value`, by rising first budget; a staircase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contour {
    pub value: i64,
    pub corners: Vec<[i64; 2]>,
}

/// Questions per axis when every point of a picture takes a search.
const SAMPLES: i64 = 16;

impl Frontier {
    /// The steps of the best value along one pot, from the signed projects' cost to the reach (twice the
    /// pot, sampled, when every answer is a search).
    pub fn steps(&self, pot: usize, control: Control<'_>) -> Result<Vec<StepPoint>, Fault> {
        if pot > 1 {
            return Err(Fault::PotCount { expected: 2, got: pot + 1 });
        }
        let mut steps: Vec<StepPoint> = Vec::new();
        if let (Store::List(points), Some(plain)) = (&self.store, &self.plain) {
            self.prepared_value(self.pots())?;
            return Ok(list_steps(plain, points, pot, plain.within(self.pots())[1 - pot]));
        }
        for budget in self.marks(pot) {
            let mut budgets = self.pots();
            budgets[pot] = budget;
            let value = match self.value_within(budgets, control) {
                Err(Fault::SignedExceedsPot { .. } | Fault::Infeasible) => continue,
                other => other?,
            };
            if steps.last().is_none_or(|last| last.value < value) {
                steps.push(StepPoint { budget, value });
            }
        }
        Ok(steps)
    }

    /// Lines of equal value: `count` of them, evenly spread up to the best value within reach, plus the
    /// one through the pots.
    pub fn contours(&self, count: usize, control: Control<'_>) -> Result<Vec<Contour>, Fault> {
        let far = if self.reach == [0, 0] { self.pots().map(|pot| pot.saturating_mul(2)) } else { self.reach };
        let top = self.value_within(far, control)?;
        let share = |index: usize| i64::try_from(i128::from(top) * index as i128 / count.max(1) as i128).unwrap_or(top);
        let mut values: Vec<i64> = (1..=count).map(share).collect();
        values.push(self.value_within(self.pots(), control)?);
        values.sort_unstable();
        values.dedup();
        let grid = self.sampled(control)?;
        let corners = |value: i64| -> Vec<[i64; 2]> {
            match (&self.store, &self.plain) {
                (Store::Table { table, unit, value_unit }, Some(plain)) => {
                    let wanted = value - plain.signed.value;
                    let at = |budgets: [usize; 2]| table.at(budgets) as i64 * value_unit >= wanted;
                    staircase(cell(plain.within(self.reach), *unit), at)
                        .map(|[a, b]| [a as i64 * unit[0] + plain.signed.cost[0], b as i64 * unit[1] + plain.signed.cost[1]])
                        .collect()
                }
                (Store::List(points), Some(plain)) => list_corners(plain, points, value),
                _ => {
                    let at = |[a, b]: [usize; 2]| grid[a][b] >= value;
                    let marks = [self.marks(0), self.marks(1)];
                    staircase([marks[0].len() - 1, marks[1].len() - 1], at).map(|[a, b]| [marks[0][a], marks[1][b]]).collect()
                }
            }
        };
        Ok(values.into_iter().map(|value| Contour { value, corners: corners(value) }).collect())
    }

    /// Budgets of one pot at which the value may change, or evenly spread ones.
    fn marks(&self, pot: usize) -> Vec<i64> {
        match (&self.store, &self.plain) {
            (Store::Table { unit, .. }, Some(plain)) => {
                let last = plain.within(self.reach)[pot] / unit[pot];
                (0..=last).map(|cell| cell * unit[pot] + plain.signed.cost[pot]).collect()
            }
            (Store::List(points), Some(plain)) => {
                let mut marks: Vec<i64> = points.iter().map(|point| point.cost[pot] + plain.signed.cost[pot]).collect();
                marks.sort_unstable();
                marks.dedup();
                marks
            }
            _ => {
                let far = i128::from(self.pots()[pot]) * 2;
                (0..=SAMPLES).map(|mark| super::clamp(far * i128::from(mark) / i128::from(SAMPLES))).collect()
            }
        }
    }

    /// Values over the grid of marks; only filled when every answer is a search.
    fn sampled(&self, control: Control<'_>) -> Result<Vec<Vec<i64>>, Fault> {
        if !matches!(self.store, Store::Search) {
            return Ok(Vec::new());
        }
        let (rows, columns) = (self.marks(0), self.marks(1));
        let value = |a: i64, b: i64| match self.value_within([a, b], control) {
            Err(Fault::SignedExceedsPot { .. } | Fault::Infeasible) => Ok(i64::MIN),
            other => other,
        };
        rows.iter().map(|&a| columns.iter().map(|&b| value(a, b)).collect()).collect()
    }
}

/// Least pairs within `0..=last` where a condition holds that only ever becomes true with more.
fn staircase(last: [usize; 2], holds: impl Fn([usize; 2]) -> bool) -> impl Iterator<Item = [usize; 2]> {
    let mut end = last[1] + 1;
    (0..=last[0]).filter_map(move |a| {
        let before = end;
        while end > 0 && holds([a, end - 1]) {
            end -= 1;
        }
        (end < before).then_some([a, end])
    })
}

fn list_corners(plain: &Plain, points: &[list::Point], value: i64) -> Vec<[i64; 2]> {
    let mut least = i64::MAX;
    let mut corners = Vec::new();
    for point in points.iter().filter(|point| point.value + plain.signed.value >= value) {
        if point.cost[1] < least {
            least = point.cost[1];
            corners.push([point.cost[0] + plain.signed.cost[0], point.cost[1] + plain.signed.cost[1]]);
        }
    }
    corners
}

fn list_steps(plain: &Plain, points: &[list::Point], pot: usize, other: i64) -> Vec<StepPoint> {
    let mut within: Vec<&list::Point> = points.iter().filter(|point| point.cost[1 - pot] <= other).collect();
    within.sort_unstable_by_key(|point| (point.cost[pot], std::cmp::Reverse(point.value)));
    let mut steps: Vec<StepPoint> = Vec::new();
    for point in within {
        let value = point.value + plain.signed.value;
        if steps.last().is_none_or(|last| last.value < value) {
            steps.push(StepPoint { budget: point.cost[pot] + plain.signed.cost[pot], value });
        }
    }
    steps
}
