//! The problem as integer rows `sum(coef * x) <= limit` over the projects still open.

use std::collections::HashMap;

use super::problem::{Fault, Problem, Standing};

/// One limit over the open projects. `key` is its place in the documented numbering of all limits
/// (see `check`), so that multipliers can be named in a certificate.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub key: usize,
    pub coef: Vec<i64>,
    pub limit: i64,
}

/// The open projects as columns, with signed ones already taken off every limit.
#[derive(Debug, Clone)]
pub(crate) struct Rows {
    /// Column to project index.
    pub column: Vec<usize>,
    pub value: Vec<i64>,
    pub rows: Vec<Row>,
    /// Value of the signed projects.
    pub base: i64,
}

impl Rows {
    /// Builds the rows with `value(project index)` as objective.
    pub fn new(problem: &Problem, value: &[i64]) -> Result<Rows, Fault> {
        let all = limits(problem);
        let open = |index: &usize| problem.projects[*index].standing == Standing::Candidate;
        let residual: Vec<i128> = all.iter().map(|limit| limit.amount - signed_part(problem, limit)).collect();
        for (pot, (left, _)) in residual.iter().zip(&problem.pots).enumerate() {
            if *left < 0 {
                return Err(Fault::SignedExceedsPot { pot, by: -left });
            }
        }
        let affordable = |index: &usize| {
            all.iter().zip(&residual).all(|(limit, &left)| {
                let coef = limit.coef[*index];
                coef <= 0 || i128::from(coef) <= left
            })
        };
        let column: Vec<usize> = (0..problem.projects.len()).filter(open).filter(affordable).collect();
        let rows = all.iter().zip(&residual).enumerate().filter_map(|(key, (limit, &left))| {
            let coef: Vec<i64> = column.iter().map(|&index| limit.coef[index]).collect();
            Row::tight(key, coef, left).transpose()
        });
        let base = problem.projects.iter().zip(value).filter(|(project, _)| project.standing == Standing::Forced);
        Ok(Rows {
            rows: rows.collect::<Result<_, _>>()?,
            value: column.iter().map(|&index| value[index]).collect(),
            base: base.map(|(_, value)| value).sum(),
            column,
        })
    }
}

/// The first limit that no choice can keep, whatever the others say; the number is that of certificates.
pub(crate) fn unkeepable(problem: &Problem) -> Option<usize> {
    let all = limits(problem);
    let residual: Vec<i128> = all.iter().map(|limit| limit.amount - signed_part(problem, limit)).collect();
    let open = |index: &usize| {
        problem.projects[*index].standing == Standing::Candidate
            && all.iter().zip(&residual).all(|(limit, &left)| limit.coef[*index] <= 0 || i128::from(limit.coef[*index]) <= left)
    };
    let column: Vec<usize> = (0..problem.projects.len()).filter(open).collect();
    let least = |limit: &Limit| column.iter().map(|&index| i128::from(limit.coef[index].min(0))).sum::<i128>();
    all.iter().zip(&residual).position(|(limit, &left)| left < least(limit))
}

impl Rows {
    /// Asks for at least so many columns; a rule of the moment, so without a number for certificates.
    pub fn at_least(&mut self, count: i64) {
        self.rows.push(Row { key: usize::MAX, coef: vec![-1; self.column.len()], limit: -count });
    }

    /// Value of a choice of columns, without the signed projects.
    pub fn worth(&self, choice: &[bool]) -> i64 {
        self.value.iter().zip(choice).filter(|(_, chosen)| **chosen).map(|(value, _)| value).sum()
    }
}

impl Row {
    /// Divides by the greatest common divisor; `None` when no choice can break the limit.
    fn tight(key: usize, mut coef: Vec<i64>, limit: i128) -> Result<Option<Row>, Fault> {
        let most: i128 = coef.iter().filter(|coef| **coef > 0).map(|&coef| i128::from(coef)).sum();
        let least: i128 = coef.iter().filter(|coef| **coef < 0).map(|&coef| i128::from(coef)).sum();
        if most <= limit {
            return Ok(None);
        }
        if limit < least {
            return Err(Fault::Infeasible);
        }
        let unit = coef.iter().fold(0, |unit, &coef| gcd(unit, coef.unsigned_abs())) as i128;
        // Every coefficient fits after division, because it fitted before.
        coef.iter_mut().for_each(|coef| *coef = (i128::from(*coef) / unit) as i64);
        if (most - least) / unit >= 1 << 61 {
            return Err(Fault::TooLarge { what: "the sum of all costs".into() });
        }
        Ok(Some(Row { key, coef, limit: limit.div_euclid(unit) as i64 }))
    }
}

struct Limit {
    coef: Vec<i64>,
    amount: i128,
}

/// All limits in the documented order: pots; per theme most and least projects, then most and least
/// money per pot; then leads in order of appearance. A least amount is a row with negated numbers.
fn limits(problem: &Problem) -> Vec<Limit> {
    let cost = |pot: usize, inside: &dyn Fn(usize) -> bool, sign: i64| -> Vec<i64> {
        let each = problem.projects.iter().enumerate();
        each.map(|(index, project)| if inside(index) { sign * project.cost[pot] } else { 0 }).collect()
    };
    let count = |inside: &dyn Fn(usize) -> bool, sign: i64| -> Vec<i64> {
        (0..problem.projects.len()).map(|index| if inside(index) { sign } else { 0 }).collect()
    };
    let mut all: Vec<Limit> = Vec::new();
    let mut push = |coef: Vec<i64>, amount: i128| all.push(Limit { coef, amount });
    for (pot, held) in problem.pots.iter().enumerate() {
        push(cost(pot, &|_| true, 1), i128::from(held.amount));
    }
    for (index, theme) in problem.themes.iter().enumerate() {
        let inside = |project: usize| problem.projects[project].theme == Some(index);
        let no_limit = i128::from(i64::MAX) * i128::from(u32::MAX);
        push(count(&inside, 1), theme.max_projects.map_or(no_limit, i128::from));
        push(count(&inside, -1), -i128::from(theme.min_projects));
        for pot in 0..problem.pots.len() {
            let most = theme.max_cost.get(pot).copied().flatten();
            push(cost(pot, &inside, 1), most.map_or(no_limit, i128::from));
            push(cost(pot, &inside, -1), -i128::from(theme.min_cost.get(pot).copied().unwrap_or(0)));
        }
    }
    if let Some(most) = problem.per_lead {
        for lead in leads(problem, most) {
            let inside = |project: usize| problem.projects[project].lead.as_deref() == Some(lead);
            push(count(&inside, 1), i128::from(most));
        }
    }
    all
}

/// Leads with more projects than `most`, in order of first appearance; the others cannot break the limit.
fn leads(problem: &Problem, most: u32) -> Vec<&str> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    let each = || problem.projects.iter().filter_map(|project| project.lead.as_deref());
    each().for_each(|lead| *counts.entry(lead).or_default() += 1);
    each().filter(|lead| counts.remove(lead).is_some_and(|count| count > most)).collect()
}

fn signed_part(problem: &Problem, limit: &Limit) -> i128 {
    let signed = problem.projects.iter().zip(&limit.coef).filter(|(project, _)| project.standing == Standing::Forced);
    signed.map(|(_, &coef)| i128::from(coef)).sum()
}

/// Greatest common divisor; `gcd(0, x)` is `x`.
pub(crate) fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
