//! What the command line needs: bytes in, a report out as JSON or text, and the check of a report.

use super::read::{self, Instance};
use super::{Certificate, Failure, Fair, Pair, Shortage, Solution, assign, check, fair};
use crate::json::Json;
use crate::{Control, ReadError};

pub use super::read::{Missing, any as read};

/// The answer to an instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// The greatest total.
    Best(Solution),
    /// The fair assignment.
    Fair(Fair),
    /// Needs and loads cannot be met.
    Infeasible(Shortage),
    /// The quotas cannot be met together with needs and loads.
    Unruly(Certificate),
}

/// Solves an instance for the greatest total or for fairness.
///
/// `Err` only when the caller cancelled (or the time was up without an answer) or the problem is unsound.
pub fn run(instance: &Instance, for_fairness: bool, control: &Control) -> Result<Report, Failure> {
    let report = if for_fairness {
        fair(&instance.problem, control).map(Report::Fair)
    } else {
        assign(&instance.problem, control).map(Report::Best)
    };
    match report {
        Err(Failure::Infeasible(shortage)) => Ok(Report::Infeasible(shortage)),
        Err(Failure::Unruly(certificate)) => Ok(Report::Unruly(certificate)),
        other => other,
    }
}

/// Verifies a report that [`Report::to_json`] wrote, with the independent checker; the text says what is now certain.
pub fn verify(instance: &Instance, report: &[u8]) -> Result<String, String> {
    let report = Report::from_json(&Json::parse(report).map_err(|error| error.to_string())?).map_err(|error| error.to_string())?;
    holds(instance, &report)
}

/// The same for a report that was read already.
pub fn holds(instance: &Instance, report: &Report) -> Result<String, String> {
    let problem = &instance.problem;
    match report {
        Report::Best(solution) => check::solution(problem, solution)?,
        Report::Fair(fair) => check::fair(problem, fair)?,
        Report::Infeasible(shortage) => check::shortage(problem, shortage)?,
        Report::Unruly(certificate) => check::unruly(problem, certificate)?,
    }
    Ok(match report {
        Report::Best(solution) => format!(
            "the assignment meets every rule and totals {}; none totals more than {}",
            units(solution.objective),
            units(solution.bound)
        ),
        Report::Fair(fair) => format!(
            "the assignment meets every rule; the worst-served application has {} of at most {}, the total is {} of at most {}",
            units(fair.worst),
            units(fair.worst_bound),
            units(fair.solution.objective),
            units(fair.solution.bound)
        ),
        _ => "no assignment meets every rule".to_owned(),
    })
}

impl Report {
    /// The total in millionths; none when there is no assignment.
    pub fn objective(&self) -> Option<i64> {
        self.solution().map(|solution| solution.objective)
    }

    /// What no assignment can exceed, in millionths.
    pub fn bound(&self) -> Option<i64> {
        self.solution().map(|solution| solution.bound)
    }

    /// Whether the answer is proven best, or proven not to exist.
    pub fn optimal(&self) -> bool {
        match self {
            Self::Best(solution) => solution.optimal,
            Self::Fair(fair) => fair.solution.optimal && fair.worst == fair.worst_bound,
            Self::Infeasible(_) | Self::Unruly(_) => true,
        }
    }

    fn solution(&self) -> Option<&Solution> {
        match self {
            Self::Best(solution) | Self::Fair(Fair { solution, .. }) => Some(solution),
            Self::Infeasible(_) | Self::Unruly(_) => None,
        }
    }

    /// One object that [`verify`] reads back: the solution with its certificate, or why there is none.
    pub fn to_json(&self) -> Json {
        match self {
            Self::Best(solution) => solution.to_json(),
            Self::Fair(fair) => fair.to_json(),
            Self::Infeasible(shortage) => Json::object([("infeasible", shortage.to_json())]),
            Self::Unruly(certificate) => Json::object([("unruly", certificate.to_json())]),
        }
    }

    /// Reads what [`Report::to_json`] writes.
    pub fn from_json(json: &Json) -> Result<Self, ReadError> {
        if let Some(shortage) = json.get("infeasible") {
            return Shortage::from_json(shortage).map(Self::Infeasible);
        }
        if let Some(certificate) = json.get("unruly") {
            return Certificate::from_json(certificate).map(Self::Unruly);
        }
        if json.get("worst").is_some() { Fair::from_json(json).map(Self::Fair) } else { Solution::from_json(json).map(Self::Best) }
    }

    /// Plain lines with the names of the instance: one per application, then the totals.
    pub fn to_text(&self, instance: &Instance) -> String {
        let mut lines: Vec<String> = match self {
            Self::Best(solution) | Self::Fair(Fair { solution, .. }) => assignment(instance, &solution.pairs),
            Self::Infeasible(shortage) => vec![told(instance, shortage)],
            Self::Unruly(_) => vec!["the quotas cannot be met together with needs and loads".to_owned()],
        };
        if let Self::Fair(fair) = self {
            lines.push(format!("worst {} (at most {})", units(fair.worst), units(fair.worst_bound)));
        }
        if let Some(solution) = self.solution() {
            let proof = if self.optimal() { "proven best" } else { "not proven best" };
            lines.push(format!("total {} (at most {}), {proof}", units(solution.objective), units(solution.bound)));
        }
        lines.join("\n") + "\n"
    }
}

fn assignment(instance: &Instance, pairs: &[Pair]) -> Vec<String> {
    let line = |(at, name): (usize, &String)| {
        let own = pairs
            .iter()
            .skip(pairs.partition_point(|pair| (pair.application as usize) < at))
            .take_while(|pair| pair.application as usize == at);
        let experts: Vec<&str> = own.map(|pair| instance.experts[pair.expert as usize].as_str()).collect();
        format!("{name}: {}", experts.join(", "))
    };
    instance.applications.iter().enumerate().map(line).collect()
}

/// A shortage in words, with names.
pub fn told(instance: &Instance, shortage: &Shortage) -> String {
    let experts = |list: &[u32]| list.iter().map(|at| instance.experts[*at as usize].as_str()).collect::<Vec<_>>().join(", ");
    match shortage {
        Shortage::Overfull { application, .. } => {
            format!("{}: more experts are fixed than there are seats", instance.applications[*application as usize])
        }
        Shortage::Overload { expert } => format!("{}: fixed for more applications than allowed", instance.experts[*expert as usize]),
        Shortage::Seats { seats, experts: list, missing } => {
            let of =
                |party: u32| if instance.problem.parties > 1 { format!(" ({})", instance.parties[party as usize]) } else { String::new() };
            let seats: Vec<String> = seats
                .iter()
                .map(|(application, party)| format!("{}{}", instance.applications[*application as usize], of(*party)))
                .collect();
            format!(
                "{missing} seats stay empty: {} compete for {}",
                seats.join(", "),
                if list.is_empty() { "nobody".to_owned() } else { experts(list) }
            )
        }
        Shortage::Loads { experts: list, missing } => {
            format!("{missing} assessments are missing to give {} their least loads", experts(list))
        }
    }
}

/// Millionths as a decimal number with a point.
fn units(millionths: i64) -> String {
    let (sign, size) = (if millionths < 0 { "-" } else { "" }, millionths.unsigned_abs());
    format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000)
}

/// Needs or loads from a file of their own (`--needs`, `--loads`).
pub fn counts(bytes: &[u8]) -> Result<Vec<u32>, ReadError> {
    read::counts(bytes)
}
