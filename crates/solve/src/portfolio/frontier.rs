//! Two pots: the best value for every pair of budgets, and what more money would buy.
//!
//! How the answers are known ([`Method`]) depends on the problem and is told honestly: a table over all
//! budgets when money comes in units coarse enough; otherwise the exact list of unbeaten portfolios when
//! it is short; otherwise, and whenever themes or leads limit the choice, a proven search per question.
//! Answers are exact in all three; only the pictures are sampled under [`Method::Search`].

mod list;
mod picture;
mod table;
mod top_up;

use super::bound::{self, Effort, Solution};
use super::problem::{Fault, Problem};
use super::rows::{Rows, gcd};
use crate::Control;
use list::Point;
use table::{Item, Table};

pub use picture::{Contour, StepPoint};
pub use top_up::TopUp;

/// Cells times projects that a table asked for by [`Frontier::new`] may cost; about a tenth of a second.
const QUICK: u128 = 400_000_000;
/// The most for a table that reaches no further than the pots.
const LARGE: u128 = 1_500_000_000;
const TABLE_BYTES: u128 = 64 << 20;
/// Unbeaten portfolios that a list may hold: for an answer at once, and when asked for by [`Frontier::reaching`].
const LIST_QUICK: usize = 6_000;
const LIST_LARGE: usize = 200_000;
/// How far beyond the pots answers are prepared, in quarters of the pot; the furthest affordable is taken.
const REACHES: [i128; 5] = [16, 8, 6, 5, 4];

/// How a frontier knows its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A table over whole `unit`s of each pot's money.
    Table { unit: [i64; 2] },
    /// The list of all unbeaten portfolios.
    List { points: usize },
    /// One proven search per question.
    Search,
}

enum Store {
    Table { table: Table, unit: [i64; 2], value_unit: i64 },
    List(Vec<Point>),
    Search,
}

/// The open projects of a problem without limits but its two pots.
struct Plain {
    /// Project index per point.
    column: Vec<usize>,
    points: Vec<Point>,
    /// Signed projects: what they take and are worth.
    signed: Point,
}

/// Answers for every pair of budgets of a two-pot problem.
pub struct Frontier {
    problem: Problem,
    plain: Option<Plain>,
    store: Store,
    /// Largest budgets answered without a search.
    reach: [i64; 2],
}

impl Frontier {
    /// Prepares answers for the pots and as far beyond as is cheap.
    pub fn new(problem: &Problem) -> Result<Frontier, Fault> {
        Frontier::within(problem, Control::free())
    }

    /// [`Frontier::new`] under the caller's control.
    pub fn within(problem: &Problem, control: Control<'_>) -> Result<Frontier, Fault> {
        let pots = two_pots(problem)?;
        let reaches = REACHES.map(|quarters| pots.map(|pot| clamp(i128::from(pot) * quarters / 4)));
        Frontier::prepared(problem, &reaches, [LARGE, LIST_QUICK as u128], control)
    }

    /// Prepares answers for all budgets up to `reach`, whatever that costs below the memory limit.
    pub fn reaching(problem: &Problem, reach: [i64; 2], control: Control<'_>) -> Result<Frontier, Fault> {
        two_pots(problem)?;
        Frontier::prepared(problem, &[reach], [u128::MAX, LIST_LARGE as u128], control)
    }

    fn prepared(problem: &Problem, reaches: &[[i64; 2]], [visits, listed]: [u128; 2], control: Control<'_>) -> Result<Frontier, Fault> {
        problem.validate()?;
        let plain = Plain::new(problem)?;
        let mut frontier = Frontier { problem: problem.clone(), plain, store: Store::Search, reach: [0, 0] };
        let Some(plain) = &frontier.plain else { return Ok(frontier) };
        let (last, first) = (reaches.last().copied().unwrap_or_default(), reaches.first().copied().unwrap_or_default());
        for &reach in reaches {
            if let Some((table, unit, value_unit)) = plain.table(reach, if reach == last { visits } else { QUICK }, control)? {
                frontier.store = Store::Table { table, unit, value_unit };
                frontier.reach = reach;
                return Ok(frontier);
            }
        }
        if let Some(points) = list::unbeaten(&plain.points, plain.within(first), listed as usize, control)? {
            frontier.store = Store::List(points);
            frontier.reach = first;
        }
        Ok(frontier)
    }

    pub fn method(&self) -> Method {
        match &self.store {
            Store::Table { unit, .. } => Method::Table { unit: *unit },
            Store::List(points) => Method::List { points: points.len() },
            Store::Search => Method::Search,
        }
    }

    /// Largest budgets for which answers are prepared; larger ones take a search each.
    pub fn reach(&self) -> [i64; 2] {
        self.reach
    }

    /// The pots as the problem states them.
    pub fn pots(&self) -> [i64; 2] {
        [self.problem.pots[0].amount, self.problem.pots[1].amount]
    }

    /// The highest value that these budgets buy, signed projects included.
    pub fn value(&self, budgets: [i64; 2]) -> Result<i64, Fault> {
        self.value_within(budgets, Control::free())
    }

    /// [`Frontier::value`] under the caller's control.
    pub fn value_within(&self, budgets: [i64; 2], control: Control<'_>) -> Result<i64, Fault> {
        match self.prepared_value(budgets)? {
            Some(value) => Ok(value),
            None => {
                let solution = bound::solve(&self.with_pots(budgets), control, Effort { steps: 0, ..Effort::default() })?;
                if solution.optimal() { Ok(solution.objective) } else { Err(Fault::Undecided) }
            }
        }
    }

    /// The answer from the store, if the budgets are within its reach.
    fn prepared_value(&self, budgets: [i64; 2]) -> Result<Option<i64>, Fault> {
        let Some(plain) = &self.plain else { return Ok(None) };
        for (pot, (&budget, &taken)) in budgets.iter().zip(&plain.signed.cost).enumerate() {
            if budget < taken {
                return Err(Fault::SignedExceedsPot { pot, by: i128::from(taken) - i128::from(budget) });
            }
        }
        if budgets[0] > self.reach[0] || budgets[1] > self.reach[1] {
            return Ok(None);
        }
        let left = plain.within(budgets);
        Ok(match &self.store {
            Store::Table { table, unit, value_unit } => Some(plain.signed.value + table.at(cell(left, *unit)) as i64 * value_unit),
            Store::List(points) => Some(plain.signed.value + list::at(points, left)),
            Store::Search => None,
        })
    }

    /// How much more value `extra` minor units in one pot buy.
    pub fn gain(&self, pot: usize, extra: i64) -> Result<i64, Fault> {
        let mut budgets = self.pots();
        let Some(budget) = budgets.get_mut(pot) else { return Err(Fault::PotCount { expected: 2, got: pot + 1 }) };
        *budget = budget.checked_add(extra).ok_or(Fault::TooLarge { what: "the larger budget".into() })?;
        Ok(self.value(budgets)? - self.value(self.pots())?)
    }

    /// A best portfolio for these budgets.
    pub fn portfolio(&self, budgets: [i64; 2], control: Control<'_>) -> Result<Solution, Fault> {
        let enough = self.prepared_value(budgets)?;
        let mut solution = bound::solve(&self.with_pots(budgets), control, Effort { enough, ..Effort::default() })?;
        if let Some(value) = enough {
            // The store knows the optimum, so the search need not prove it again.
            solution.bound = value.max(solution.objective);
        }
        Ok(solution)
    }

    /// Up to `most` portfolios that are as good as any for these budgets, and whether these are all.
    pub fn equally_good(&self, budgets: [i64; 2], most: usize, control: Control<'_>) -> Result<(Vec<Vec<bool>>, bool), Fault> {
        let best = self.value_within(budgets, control)?;
        bound::all_at_least(&self.with_pots(budgets), best, most, control, Effort::default())
    }

    fn with_pots(&self, budgets: [i64; 2]) -> Problem {
        let mut problem = self.problem.clone();
        problem.pots.iter_mut().zip(budgets).for_each(|(pot, budget)| pot.amount = budget);
        problem
    }
}

impl Plain {
    /// `None` when themes or leads limit the choice.
    fn new(problem: &Problem) -> Result<Option<Plain>, Fault> {
        let mut endless = problem.clone();
        endless.pots.iter_mut().for_each(|pot| pot.amount = i64::MAX);
        let value: Vec<i64> = problem.projects.iter().map(|project| project.value).collect();
        let rows = match Rows::new(&endless, &value) {
            // Sums beyond the largest budget: left to the search, which says so.
            Err(Fault::TooLarge { .. } | Fault::SignedExceedsPot { .. } | Fault::Infeasible) => return Ok(None),
            other => other?,
        };
        if !rows.rows.is_empty() {
            return Ok(None);
        }
        let point = |project: usize| {
            let project = &problem.projects[project];
            Point { cost: [project.cost[0], project.cost[1]], value: project.value }
        };
        let spent = problem.spent(&problem.signed());
        let signed = Point { cost: [clamp(spent[0]), clamp(spent[1])], value: rows.base };
        Ok(Some(Plain { points: rows.column.iter().map(|&project| point(project)).collect(), column: rows.column, signed }))
    }

    /// What budgets leave after the signed projects, never more than all open projects cost.
    fn within(&self, budgets: [i64; 2]) -> [i64; 2] {
        [0, 1].map(|pot| {
            let all: i128 = self.points.iter().map(|point| i128::from(point.cost[pot])).sum();
            clamp((i128::from(budgets[pot]) - i128::from(self.signed.cost[pot])).clamp(0, all))
        })
    }

    /// The table up to `reach`, or `None` when it would cost more than `most` cell visits.
    fn table(&self, reach: [i64; 2], most: u128, control: Control<'_>) -> Result<Option<(Table, [i64; 2], i64)>, Fault> {
        let unit = [0, 1].map(|pot| {
            let costs = self.points.iter().map(|point| point.cost[pot].unsigned_abs());
            costs.fold(0, gcd).max(1) as i64
        });
        let value_unit = self.points.iter().map(|point| point.value.unsigned_abs()).fold(0, gcd).max(1) as i64;
        let within = self.within(reach);
        let cells = (within[0] / unit[0] + 1) as u128 * (within[1] / unit[1] + 1) as u128;
        let sum: i64 = self.points.iter().map(|point| point.value / value_unit).sum();
        let bytes = cells.saturating_mul(u128::from(table::cell_bytes(sum.unsigned_abs())));
        if bytes > TABLE_BYTES || cells.saturating_mul(self.points.len() as u128) > most {
            return Ok(None);
        }
        let items: Vec<Item> = self.points.iter().map(|point| self.item(point, unit, value_unit)).collect();
        Ok(Some((Table::new(&items, cell(within, unit), control)?, unit, value_unit)))
    }

    fn item(&self, point: &Point, unit: [i64; 2], value_unit: i64) -> Item {
        Item { cost: cell(point.cost, unit), value: (point.value / value_unit).unsigned_abs() }
    }
}

fn two_pots(problem: &Problem) -> Result<[i64; 2], Fault> {
    match problem.pots.as_slice() {
        [first, second] => Ok([first.amount, second.amount]),
        other => Err(Fault::PotCount { expected: 2, got: other.len() }),
    }
}

fn cell(money: [i64; 2], unit: [i64; 2]) -> [usize; 2] {
    [0, 1].map(|pot| (money[pot] / unit[pot]) as usize)
}

fn clamp(money: i128) -> i64 {
    money.clamp(0, i128::from(i64::MAX)) as i64
}
