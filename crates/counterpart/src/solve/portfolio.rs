//! `counterpart solve portfolio`: elections (.pb), knapsacks (mknap), tables (CSV) and our own JSON.

mod frontier;

use super::{Answer, Common, Verdict, inner};
use ::solve::{
    ReadError,
    json::Json,
    portfolio::{
        Fault, Policy, Problem,
        certificate::Certificate,
        check,
        read::Mknap,
        report::{self, Input, Options, Report},
        shares::{Election, Satisfaction},
    },
};
use anyhow::{Result, anyhow, bail};
use clap::{Args, ValueEnum};
use std::fmt::Write;

#[derive(Args)]
pub struct PortfolioArgs {
    #[command(flatten)]
    common: Common,
    /// The rule [default: equal-shares for elections, else best-value]
    #[arg(long, value_parser = policy)]
    policy: Option<Policy>,
    /// For equal shares: what a supporter gains from a project
    #[arg(long, default_value = "cost")]
    satisfaction: Gain,
    /// For equal shares: raise every share by this until the pots are used up
    #[arg(long, default_value_t = 0, value_name = "AMOUNT")]
    raise: i64,
    /// For two pots: the best value for every pair of budgets, and what more money would buy
    #[arg(long, conflicts_with_all = ["policy", "check", "certificate"])]
    frontier: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Gain {
    Cost,
    Cardinality,
}

fn policy(name: &str) -> Result<Policy, String> {
    let known = || Policy::ALL.map(Policy::name).join(", ");
    Policy::named(name).ok_or_else(|| format!("known are {}", known()))
}

pub fn run(args: PortfolioArgs) -> Result<()> {
    let common = &args.common;
    let input = report::read(&common.name(), &common.bytes()?).map_err(|error| common.fault(error))?;
    if let Some(path) = &common.check {
        let problems = problems(input).map_err(|fault| refused(common, &fault))?;
        return common.verdict(path, |tree| check_all(&problems, tree));
    }
    let options = Options { policy: args.policy, satisfaction: satisfaction(args.satisfaction), step: args.raise };
    common.solve(|| match input {
        Input::Problem(problem) if args.frontier => frontier::answer(common, &problem),
        Input::Election(election) if args.frontier => {
            frontier::answer(common, &election.problem().map_err(|fault| refused(common, &fault))?)
        }
        Input::Mknap(all) if args.frontier => match &all[..] {
            [only] => frontier::answer(common, &only.problem),
            _ => bail!("{}: a frontier is of one problem, not of {}", common.file.display(), all.len()),
        },
        Input::Problem(problem) => one(common, &problem, options),
        Input::Mknap(all) => several(common, &all, options),
        Input::Election(election) if options.policy.is_none() => shares(common, &election, options),
        Input::Election(election) => one(common, &election.problem().map_err(|fault| refused(common, &fault))?, options),
    })
}

fn refused(common: &Common, fault: &Fault) -> anyhow::Error {
    anyhow!("{}: {fault}", common.file.display())
}

fn satisfaction(gain: Gain) -> Satisfaction {
    match gain {
        Gain::Cost => Satisfaction::Cost,
        Gain::Cardinality => Satisfaction::Count,
    }
}

/// What certificates are about.
fn problems(input: Input) -> Result<Vec<Problem>, Fault> {
    Ok(match input {
        Input::Problem(problem) => vec![problem],
        Input::Mknap(all) => all.into_iter().map(|one| one.problem).collect(),
        Input::Election(election) => vec![election.problem()?],
    })
}

/// Checks one certificate per problem of the file; they stand alone or inside the object printed with `--json`.
fn check_all(problems: &[Problem], tree: &Json) -> Result<Result<Verdict, String>, ReadError> {
    let trees: Vec<&Json> = match tree.get("problems") {
        Some(list) => list.items()?.iter().map(inner).collect(),
        None => vec![inner(tree)],
    };
    if trees.len() != problems.len() {
        return Ok(Err(format!("{} certificates for {} problems", trees.len(), problems.len())));
    }
    let mut whole = Verdict { objective: Some(0), bound: Some(0), optimal: true, says: String::new() };
    for (tree, problem) in trees.into_iter().zip(problems) {
        let certificate = Certificate::from_tree(tree)?;
        if certificate.problem != *problem {
            return Ok(Err("it is about another problem".to_owned()));
        }
        match check::check(&certificate) {
            Err(rejection) => return Ok(Err(rejection.to_string())),
            Ok(verdict) => {
                whole.objective = whole.objective.zip(verdict.objective).and_then(|(a, b)| a.checked_add(b));
                whole.bound = whole.bound.zip(verdict.bound).and_then(|(a, b)| a.checked_add(b));
                whole.optimal &= verdict.optimal;
                whole.says = says(&verdict);
            }
        }
    }
    if problems.len() > 1 {
        whole.says = format!("{} choices keep every limit{}", problems.len(), if whole.optimal { " and are proven best" } else { "" });
    }
    Ok(Ok(whole))
}

fn says(verdict: &check::Verdict) -> String {
    match (verdict.objective, verdict.bound) {
        (Some(objective), Some(bound)) => format!("the choice keeps every limit and is worth {objective}; none is worth more than {bound}"),
        _ => "no choice keeps every limit".to_owned(),
    }
}

/// The certificate, if any, with what the checker says of it.
fn proven(certificate: Option<&Certificate>, printed: bool) -> Result<(Option<Json>, Option<String>)> {
    let Some(certificate) = certificate else { return Ok((None, None)) };
    match check::check(certificate) {
        Ok(verdict) => Ok((printed.then(|| certificate.to_json()), Some(format!("checked: {}", says(&verdict))))),
        Err(rejection) => bail!("the certificate does not hold: {rejection}"),
    }
}

fn one(common: &Common, problem: &Problem, options: Options) -> Result<Answer> {
    match common.limited(|control| report::answer(problem, options.policy, control))? {
        Ok(report) => {
            let (certificate, proven) = proven(report.certificate.as_ref(), common.certificate.is_some())?;
            Ok(Answer {
                text: text(problem, &report),
                json: if common.json { report.to_json() } else { Json::object([]) },
                certificate,
                proven,
            })
        }
        Err(fault @ (Fault::Infeasible | Fault::SignedExceedsPot { .. })) => {
            let certificate = common.limited(|control| report::impossible(problem, control))?;
            let (certificate, proven) = proven(certificate.as_ref(), true)?;
            let json = report::impossible_json(&fault, certificate.clone());
            Ok(Answer { text: format!("{fault}\n"), json, certificate, proven })
        }
        Err(fault) => Err(refused(common, &fault)),
    }
}

/// A file of several problems; each may take its time.
fn several(common: &Common, all: &[Mknap], options: Options) -> Result<Answer> {
    if let [only] = all {
        let mut answer = one(common, &only.problem, options)?;
        if let Some(known) = only.known {
            let _ = writeln!(answer.text, "the file states the optimum {known}");
        }
        return Ok(answer);
    }
    let (mut reports, mut certified) = (Vec::new(), true);
    let mut text = String::new();
    for (at, one) in all.iter().enumerate() {
        let report = common.limited(|control| report::answer(&one.problem, options.policy, control))?;
        let mut report = report.map_err(|fault| anyhow!("{}: problem {}: {fault}", common.file.display(), at + 1))?;
        let (_, says) = proven(report.certificate.as_ref(), false)?;
        certified &= says.is_some();
        let _ = writeln!(text, "problem {}: {}", at + 1, total(&report));
        if !common.wants_proof() {
            report.certificate = None;
        }
        reports.push((one, report));
    }
    let json = report::several(&reports);
    let _ = writeln!(text, "{} of {} proven", reports.iter().filter(|(_, report)| report.optimal).count(), reports.len());
    let proven = certified.then(|| format!("checked: {} choices keep every limit and their bounds", reports.len()));
    Ok(Answer { text, certificate: common.certificate.as_ref().filter(|_| certified).map(|_| json.clone()), json, proven })
}

fn shares(common: &Common, election: &Election, options: Options) -> Result<Answer> {
    let json = common.limited(|control| report::shares(election, options.satisfaction, options.step, control))?;
    let json = json.map_err(|fault| refused(common, &fault))?;
    let mut text = String::new();
    for (nth, round) in json.get("rounds").map_or(Ok(&[][..]), Json::items)?.iter().enumerate() {
        let word = |name: &str| round.get(name).map_or_else(String::new, |value| value.to_string().trim_matches('"').to_owned());
        let (project, price, supporters) = (word("project"), word("price"), word("supporters"));
        let _ = writeln!(text, "{}: {project}, {supporters} supporters at {price} of the pot each", nth + 1);
    }
    let _ = writeln!(text, "spent {}", json.get("objective").map_or_else(String::new, Json::to_string));
    Ok(Answer { json, text, certificate: None, proven: Some("none; the rounds above can be followed by hand".to_owned()) })
}

/// The chosen, the pots, the total.
fn text(problem: &Problem, report: &Report) -> String {
    let mut text = format!("chosen: {}\n", report.chosen.join(", "));
    for ((pot, spent), left) in problem.pots.iter().zip(&report.spent).zip(&report.left) {
        let _ = writeln!(text, "pot {}: {spent} spent, {left} left", pot.name);
    }
    for (id, position, reason) in &report.reasons {
        let place = position.map_or_else(|| "out".to_owned(), |position| format!("reserve {position}"));
        let _ = writeln!(text, "{id}: {place}, {}", report::cause(reason.cause));
    }
    let _ = writeln!(text, "{}", total(report));
    text
}

fn total(report: &Report) -> String {
    match report.bound {
        Some(bound) => {
            let proof = if report.optimal { "proven best" } else { "not proven best" };
            format!("value {} (at most {bound}), {proof}", report.objective)
        }
        None => format!("value {} by the rule {}", report.objective, report.policy),
    }
}
