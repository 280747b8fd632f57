//! The bound that prices on slots prove.

use super::Rejection;
use super::model::Model;
use crate::meetings::problem::{Problem, Wish};
use std::collections::BTreeMap;

pub(super) fn bound(problem: &Problem, model: &Model, scale: i64, prices: &[i64]) -> Result<i64, Rejection> {
    let sane = (1..=1_000_000).contains(&scale) && prices.len() == problem.slots();
    if !sane || prices.iter().any(|price| !(0..=1 << 40).contains(price)) {
        return Err(Rejection::Unfinished);
    }
    let mut sum: i128 = 0;
    for schedule in (0..model.first.len()).filter(|person| model.first[*person] == *person) {
        sum += i128::from(cheapest(problem, model, schedule, scale, prices));
    }
    let paid = prices.iter().zip(&problem.tables).map(|(price, tables)| 2 * i128::from(*price) * i128::from(*tables)).sum::<i128>();
    let scale = i128::from(scale);
    let whole = (sum - paid + scale - 1).div_euclid(scale);
    Ok(i64::try_from(whole.max(0)).unwrap_or(i64::MAX))
}

/// The least cost of a pattern: from slot to slot, by how many meetings were held and how long ago the last was.
fn cheapest(problem: &Problem, model: &Model, schedule: usize, scale: i64, prices: &[i64]) -> i64 {
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    enum Last {
        Never,
        Now,
        Before,
    }
    let own = &model.own[schedule];
    let least = own.iter().filter(|at| problem.meetings[**at].wish == Wish::Must).count();
    let reach = model.reach(schedule, problem.slots());
    let mut costs = BTreeMap::from([((0, Last::Never), 0i64)]);
    for slot in 0..problem.slots() {
        let mut next = BTreeMap::new();
        let mut offer = |key: (usize, Last), cost: i64| {
            let best = next.entry(key).or_insert(cost);
            *best = cost.min(*best);
        };
        for ((held, last), cost) in costs {
            let last = if problem.pauses.contains(&slot) { Last::Never } else { last };
            offer((held, if last == Last::Never { Last::Never } else { Last::Before }), cost);
            if reach[slot] && held < own.len() {
                let wait = if last == Last::Before { scale * problem.gap_cost } else { 0 };
                offer((held + 1, Last::Now), cost + prices[slot] + wait);
            }
        }
        costs = next;
    }
    // Without any pattern there is no plan; the plan at hand says that there is.
    costs.into_iter().filter(|((held, _), _)| *held >= least).map(|(_, cost)| cost).min().unwrap_or(0)
}
