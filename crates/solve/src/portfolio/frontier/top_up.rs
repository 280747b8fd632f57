//! The cheapest additions to the pots with which a given project belongs to a best portfolio.

use super::{Fault, Frontier, Plain, Store, cell, list};
use crate::Control;
use crate::portfolio::bound::{self, Effort};
use crate::portfolio::frontier::table::{Item, Table};
use crate::portfolio::problem::Standing;

/// Additions to both pots in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopUp {
    pub extra: [i64; 2],
    /// No smaller addition of the same kind does; otherwise it is enough but perhaps not the least.
    pub cheapest: bool,
}

impl Frontier {
    /// Additions that admit `project`: with a table all that cannot be undercut in both pots, otherwise
    /// one per single pot. Empty when none within reach does.
    pub fn top_ups(&self, project: usize, control: Control<'_>) -> Result<Vec<TopUp>, Fault> {
        match self.problem.projects.get(project).map(|project| project.standing) {
            None | Some(Standing::Excluded) => return Ok(Vec::new()),
            Some(Standing::Forced) => return Ok(vec![TopUp { extra: [0, 0], cheapest: true }]),
            Some(Standing::Candidate) => {}
        }
        let place = self.plain.as_ref().and_then(|plain| Some((plain, plain.column.iter().position(|at| *at == project)?)));
        match (&self.store, place) {
            (Store::Table { table, unit, value_unit }, Some((plain, place))) => {
                self.by_table(plain, place, (table, *unit, *value_unit), control)
            }
            (Store::List(points), Some((plain, place))) => self.by_list(plain, place, points, control),
            _ => self.by_search(project, control),
        }
    }

    /// Compares the table with one that lacks the project, and walks down the staircase of hits.
    fn by_table(
        &self,
        plain: &Plain,
        place: usize,
        (table, unit, value_unit): (&Table, [i64; 2], i64),
        control: Control<'_>,
    ) -> Result<Vec<TopUp>, Fault> {
        self.prepared_value(self.pots())?;
        let items: Vec<Item> = plain.points.iter().map(|point| plain.item(point, unit, value_unit)).collect();
        let others: Vec<Item> = items.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, item)| *item).collect();
        let wanted = items[place];
        let last = cell(plain.within(self.reach), unit);
        let without = Table::new(&others, last, control)?;
        let first = cell(plain.within(self.pots()), unit);
        let admits = |a: usize, b: usize| {
            a >= wanted.cost[0]
                && b >= wanted.cost[1]
                && without.at([a - wanted.cost[0], b - wanted.cost[1]]) + wanted.value == table.at([a, b])
        };
        let mut stairs = Vec::new();
        let mut end = last[1] + 1;
        for a in first[0]..=last[0] {
            if let Some(b) = (first[1]..end).find(|&b| admits(a, b)) {
                stairs.push(TopUp { extra: self.extra(plain, [a, b], unit), cheapest: true });
                end = b;
            }
            if end == first[1] {
                break;
            }
        }
        Ok(stairs)
    }

    /// What must be added to reach a cell; nothing when the pot reaches it already.
    fn extra(&self, plain: &Plain, cell: [usize; 2], unit: [i64; 2]) -> [i64; 2] {
        let pots = self.pots();
        [0, 1].map(|pot| (cell[pot] as i64 * unit[pot] + plain.signed.cost[pot] - pots[pot]).max(0))
    }

    /// Along one pot both values are step functions; they are compared at every step of the one with the project.
    fn by_list(&self, plain: &Plain, place: usize, all: &[list::Point], control: Control<'_>) -> Result<Vec<TopUp>, Fault> {
        self.prepared_value(self.pots())?;
        let mut others = plain.points.clone();
        let wanted = others.remove(place);
        let reach = plain.within(self.reach);
        let Some(without) = list::unbeaten(&others, reach, usize::MAX, control)? else { return Ok(Vec::new()) };
        let held = plain.within(self.pots());
        let mut found = Vec::new();
        for pot in 0..2 {
            let other = 1 - pot;
            let room = held[other] - wanted.cost[other];
            let able = without.iter().filter(|point| point.cost[other] <= room);
            let mut needs: Vec<(i64, i64)> =
                able.map(|point| ((point.cost[pot] + wanted.cost[pot]).max(held[pot]), point.value + wanted.value)).collect();
            needs.sort_unstable();
            let least = needs.into_iter().take_while(|(need, _)| *need <= reach[pot]).find(|&(need, value)| {
                let mut budgets = held;
                budgets[pot] = need;
                list::at(all, budgets) == value
            });
            if let Some((need, _)) = least {
                let mut extra = [0, 0];
                extra[pot] = need - held[pot];
                found.push(TopUp { extra, cheapest: true });
            }
        }
        found.dedup();
        Ok(found)
    }

    /// Doubles an addition until it admits the project, then halves the doubt; ends at a whole thousandth
    /// of the project's cost.
    fn by_search(&self, project: usize, control: Control<'_>) -> Result<Vec<TopUp>, Fault> {
        let mut found = Vec::new();
        for pot in 0..2 {
            let mut extra = [0, 0];
            if self.admits(project, extra, control)? {
                return Ok(vec![TopUp { extra, cheapest: true }]);
            }
            let cost = self.problem.projects[project].cost[pot];
            let grain = (cost / 1000).max(1);
            let (mut low, mut high) = (0, grain);
            let most = cost.max(self.pots()[pot]).saturating_mul(2);
            extra[pot] = high;
            while high <= most && !self.admits(project, extra, control)? {
                (low, high) = (high, high.saturating_mul(2));
                extra[pot] = high;
            }
            if high > most {
                continue;
            }
            while high - low > grain {
                let middle = low + (high - low) / 2;
                extra[pot] = middle;
                if self.admits(project, extra, control)? { high = middle } else { low = middle }
            }
            extra[pot] = high;
            found.push(TopUp { extra, cheapest: false });
        }
        Ok(found)
    }

    /// Whether some best portfolio for the larger pots holds the project.
    fn admits(&self, project: usize, extra: [i64; 2], control: Control<'_>) -> Result<bool, Fault> {
        let pots = self.pots();
        let mut problem = self.with_pots([0, 1].map(|pot| pots[pot].saturating_add(extra[pot])));
        let effort = Effort { steps: 0, ..Effort::default() };
        let best = bound::solve(&problem, control, effort)?;
        if best.chosen[project] {
            return Ok(true);
        }
        problem.projects[project].standing = Standing::Forced;
        let with = bound::above(&problem, best.objective - 1, control, Effort { enough: Some(best.objective), ..effort })?;
        Ok(with.is_some())
    }
}
