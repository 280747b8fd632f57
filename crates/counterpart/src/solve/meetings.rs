//! `counterpart solve meetings`: rounds as MiniZinc data (.dzn) or our own JSON.

use super::{Answer, Common, Verdict, inner};
use ::solve::meetings::{Certificate, Effort, Problem, Solution, check, read, report, solve};
use anyhow::{Result, anyhow, bail};
use clap::Args;
use std::fmt::Write;

#[derive(Args)]
pub struct MeetingsArgs {
    #[command(flatten)]
    common: Common,
    /// Where chance begins; the same seed gives the same plan.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub fn run(args: MeetingsArgs) -> Result<()> {
    let common = &args.common;
    let problem = read::read(&common.name(), &common.bytes()?).map_err(|error| common.fault(error))?;
    if let Some(path) = &common.check {
        return common.verdict(path, |tree| {
            let certificate = Certificate::from_tree(inner(tree))?;
            if certificate.problem != problem {
                return Ok(Err("it is about another problem".to_owned()));
            }
            Ok(check::check(&certificate).map(verdict).map_err(|rejection| rejection.to_string()))
        });
    }
    common.solve(|| {
        // Only the time ends the search.
        let effort = Effort { seed: args.seed, turns: u32::MAX, ..Effort::default() };
        let solution = common.limited(|control| solve(&problem, effort, control))?;
        let solution = solution.map_err(|fault| anyhow!("{}: {fault}", common.file.display()))?;
        let proven = solution.certificate.as_ref().map(check::check).transpose();
        let proven = match proven {
            Ok(verdict) => verdict.map(|proven| format!("checked: {}", verdict_says(&proven))),
            Err(rejection) => bail!("the certificate does not hold: {rejection}"),
        };
        let certificate = solution.certificate.as_ref().map(Certificate::to_json);
        Ok(Answer { json: report::to_json(&problem, &solution), text: text(&problem, &solution), certificate, proven })
    })
}

fn verdict(proven: check::Verdict) -> Verdict {
    let some = |number: i64| proven.feasible.then_some(number);
    Verdict { objective: some(proven.objective), bound: some(proven.bound), optimal: proven.optimal, says: verdict_says(&proven) }
}

fn verdict_says(proven: &check::Verdict) -> String {
    if !proven.feasible {
        return "there is no plan that holds every meeting that must be held".to_owned();
    }
    let fair = if proven.fair { "" } else { ", but somebody waits more often than allowed" };
    format!("the plan keeps every rule and costs {}{fair}; none costs less than {}", proven.objective, proven.bound)
}

/// Slot by slot, who meets at which table; then what it costs.
fn text(problem: &Problem, solution: &Solution) -> String {
    let mut text = String::new();
    for slot in 0..problem.slots() {
        let seats = solution.plan.seats.iter().enumerate();
        let held = seats.filter_map(|(at, seat)| seat.filter(|seat| seat.slot == slot).map(|seat| (seat.table, at)));
        let mut held: Vec<(usize, usize)> = held.collect();
        held.sort_unstable();
        let name = |at: usize| problem.people[at].name.as_str();
        let pairs = held.iter().map(|(table, at)| {
            let [a, b] = problem.meetings[*at].pair;
            format!("{} {}-{}", table + 1, name(a), name(b))
        });
        // Writing to a text cannot fail.
        let _ = writeln!(text, "slot {}: {}", slot + 1, pairs.collect::<Vec<_>>().join(", "));
    }
    if let Some(shortage) = &solution.shortage {
        let _ = writeln!(text, "{shortage}");
    }
    if !solution.missing.is_empty() {
        let why = if solution.impossible { "no plan holds them all" } else { "no place was found, none is proven impossible" };
        let missing: Vec<String> = solution.missing.iter().map(|at| (at + 1).to_string()).collect();
        let _ = writeln!(text, "meetings without a place: {} ({why})", missing.join(", "));
    }
    let most = solution.gaps.iter().max().unwrap_or(&0);
    let proof = if solution.optimal { "proven best" } else { "not proven best" };
    let _ = writeln!(text, "cost {} (at least {}), {proof}; nobody waits more than {most} times", solution.objective, solution.bound);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::solve::json::Json;

    #[test]
    fn a_certificate_is_found_alone_or_inside_the_printed_object() {
        let alone = Json::object([("format", "x".into())]);
        let printed = Json::object([("objective", 1i64.into()), ("certificate", alone.clone())]);
        assert_eq!(inner(&alone), &alone);
        assert_eq!(inner(&printed), &alone);
    }
}
