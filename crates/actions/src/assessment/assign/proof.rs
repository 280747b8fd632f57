//! The proof of a plan as it is kept: the whole problem, the answer and the prices, so that anybody can check it again.

use anyhow::{Context, Result};
use domain::{Instant, application::Application, assessment::Expert};
use serde_json::{Value, json};
use solve::experts::{self, Affinity, Certificate, Pair, Prices, Problem, Solution, affinity::ABSENT};
use store::assessment::Proof;

/// A kept proof, checked again just now.
pub struct Checked {
    pub at: Instant,
    /// Sum of the affinities, millionths.
    pub total: i64,
    pub seats: usize,
    /// The checker agrees that no plan is better; it shares no code with the solver.
    pub holds: bool,
}

pub(super) fn write(apps: &[Application], members: &[Expert], problem: &Problem, solution: &Solution) -> Result<String> {
    let Certificate::Prices(prices) = &solution.certificate else { anyhow::bail!("a plan without quotas is proven by prices alone") };
    let pairs = |all: &[Pair]| -> Vec<[u32; 2]> { all.iter().map(|p| [p.application, p.expert]).collect() };
    let table: Vec<i64> = (0..apps.len() as u32)
        .flat_map(|a| (0..members.len() as u32).map(move |e| problem.affinity.get(a, e).unwrap_or(ABSENT.into())))
        .collect();
    let body = json!({
        "applications": apps.iter().map(|a| a.id.as_str()).collect::<Vec<_>>(),
        "experts": members.iter().map(|e| e.id.as_str()).collect::<Vec<_>>(),
        "need": problem.need.iter().map(|n| n[0]).collect::<Vec<_>>(),
        "min": problem.experts.iter().map(|e| e.min).collect::<Vec<_>>(),
        "max": problem.experts.iter().map(|e| e.max).collect::<Vec<_>>(),
        "affinity": table,
        "forbidden": pairs(&problem.forbidden),
        "fixed": pairs(&problem.fixed),
        "pairs": pairs(&solution.pairs),
        "objective": solution.objective,
        "bound": solution.bound,
        "seat-prices": prices.seats.iter().map(|s| s[0]).collect::<Vec<_>>(),
        "expert-prices": prices.experts,
    });
    Ok(body.to_string())
}

pub(super) fn recheck(proof: &Proof) -> Result<Checked> {
    let kept: Value = serde_json::from_str(&proof.body).context("the kept proof")?;
    let (problem, solution) = read(&kept)?;
    let holds = solution.objective == proof.total && solution.optimal && experts::check::solution(&problem, &solution).is_ok();
    Ok(Checked { at: proof.at, total: proof.total, seats: solution.pairs.len(), holds })
}

fn read(kept: &Value) -> Result<(Problem, Solution)> {
    let need = numbers(&kept["need"])?;
    let max = numbers(&kept["max"])?;
    let table: Vec<i32> = numbers(&kept["affinity"])?.into_iter().map(i32::try_from).collect::<Result<_, _>>().context("an affinity")?;
    let affinity = Affinity::full(need.len(), max.len(), table).context("the table of affinities")?;
    let mut problem = Problem::uniform(need.len(), max.len(), 0, 0, 0, affinity);
    for (seats, n) in problem.need.iter_mut().zip(&need) {
        *seats = vec![u32::try_from(*n)?];
    }
    for (expert, n) in problem.experts.iter_mut().zip(&max) {
        expert.max = u32::try_from(*n)?;
    }
    // Plans from before there was a least load state none.
    if !kept["min"].is_null() {
        for (expert, n) in problem.experts.iter_mut().zip(numbers(&kept["min"])?) {
            expert.min = u32::try_from(n)?;
        }
    }
    problem.forbidden = pairs(&kept["forbidden"])?;
    problem.fixed = pairs(&kept["fixed"])?;
    let seats = numbers(&kept["seat-prices"])?.into_iter().map(|p| vec![p]).collect();
    let (objective, bound) = (number(&kept["objective"])?, number(&kept["bound"])?);
    let prices = Prices { scale: 1, lifts: Vec::new(), seats, experts: numbers(&kept["expert-prices"])? };
    let solution =
        Solution { objective, bound, optimal: objective == bound, pairs: pairs(&kept["pairs"])?, certificate: Certificate::Prices(prices) };
    Ok((problem, solution))
}

fn number(v: &Value) -> Result<i64> {
    v.as_i64().context("a number")
}

fn numbers(v: &Value) -> Result<Vec<i64>> {
    v.as_array().context("a list")?.iter().map(number).collect()
}

fn pairs(v: &Value) -> Result<Vec<Pair>> {
    let pair = |v: &Value| -> Result<Pair> {
        let both = numbers(v)?;
        anyhow::ensure!(both.len() == 2, "a pair");
        Ok(Pair::new(u32::try_from(both[0])?, u32::try_from(both[1])?))
    };
    v.as_array().context("a list of pairs")?.iter().map(pair).collect()
}
