//! One party's list: what it says of every project on the roster, and when that is complete enough to be sealed.

use crate::{
    Refusal,
    ids::ApplicationId,
    refusal::{FieldError, Value},
};
use std::collections::BTreeMap;

/// What a party says of one project (exchange protocol 5.8, 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// From 1, which is best. Equal numbers are a tie.
    Ranked(u32),
    /// May be funded as far as this party is concerned, but has no place on its list.
    EligibleUnranked,
    NotPrioritised,
}

/// Ranks are small whole numbers; a larger one is a slip of the keyboard.
pub const MAX_RANK: u32 = 9999;
/// Characters in a reason.
pub const MAX_REASON: usize = 1000;

impl Standing {
    pub const CODES: [&str; 3] = ["ranked", "eligible-unranked", "not-prioritised"];

    pub fn code(self) -> &'static str {
        match self {
            Standing::Ranked(_) => Standing::CODES[0],
            Standing::EligibleUnranked => Standing::CODES[1],
            Standing::NotPrioritised => Standing::CODES[2],
        }
    }
    /// `None` without a rank.
    pub fn rank(self) -> Option<u32> {
        match self {
            Standing::Ranked(rank) => Some(rank),
            _ => None,
        }
    }
    /// From code and rank as stored; rank 0 where there is none.
    pub fn parse(code: &str, rank: u32) -> Option<Standing> {
        match (code, rank) {
            ("ranked", 1..) => Some(Standing::Ranked(rank)),
            ("eligible-unranked", 0) => Some(Standing::EligibleUnranked),
            ("not-prioritised", 0) => Some(Standing::NotPrioritised),
            _ => None,
        }
    }
}

/// One project on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub application: ApplicationId,
    pub standing: Standing,
    /// Why, in the words of the office. Needed where a project is not prioritised: the applicant is owed it.
    pub reason: String,
}

/// Reads what was typed on one line: a rank, a standing, or neither yet (`None`).
/// A rank alone says that the project is ranked.
pub fn standing_typed(rank: &str, state: &str) -> Result<Option<Standing>, Refusal> {
    let rank = rank.trim();
    let number = match rank {
        "" => None,
        typed => match typed.parse::<u32>() {
            Ok(n) if (1..=MAX_RANK).contains(&n) => Some(n),
            _ => {
                return Err(Refusal::new(
                    "priority-rank-not-a-number",
                    vec![("typed", Value::Text(typed.into())), ("max", Value::Number(MAX_RANK.into()))],
                ));
            }
        },
    };
    match (number, state.trim()) {
        (Some(n), "" | "ranked") => Ok(Some(Standing::Ranked(n))),
        (Some(_), "eligible-unranked" | "not-prioritised") => {
            Err(Refusal::new("priority-rank-and-unranked", vec![("typed", Value::Text(rank.into()))]))
        }
        (None, "ranked") => Err(Refusal::new("priority-rank-missing", vec![])),
        (None, "eligible-unranked") => Ok(Some(Standing::EligibleUnranked)),
        (None, "not-prioritised") => Ok(Some(Standing::NotPrioritised)),
        (None, "") => Ok(None),
        (_, other) => Err(Refusal::new("priority-state-unknown", vec![("typed", Value::Text(other.into()))])),
    }
}

/// The list as it may be sealed: every project of the roster once, nothing else, a reason where a project is not prioritised.
/// Sorted by project, so that the order of typing leaves no trace. `roster`: id and number of every project.
pub fn complete(roster: &[(ApplicationId, String)], lines: &[Line]) -> Result<Vec<Line>, Vec<FieldError>> {
    let mut kept: BTreeMap<&ApplicationId, &Line> = BTreeMap::new();
    let mut flaws = Vec::new();
    for line in lines {
        if !roster.iter().any(|(id, _)| *id == line.application) {
            flaws.push(FieldError::new("list", "priority-not-on-roster", vec![("number", Value::Text(line.application.to_string()))]));
        } else if kept.insert(&line.application, line).is_some() {
            flaws.push(FieldError::new("list", "priority-twice", vec![("number", Value::Text(number(roster, &line.application)))]));
        }
    }
    for (id, number) in roster {
        match kept.get(id) {
            None => flaws.push(FieldError::new(format!("state-{id}"), "priority-undecided", vec![("number", Value::Text(number.clone()))])),
            Some(line) if line.standing == Standing::NotPrioritised && line.reason.trim().is_empty() => {
                flaws.push(FieldError::new(
                    format!("reason-{id}"),
                    "priority-reason-missing",
                    vec![("number", Value::Text(number.clone()))],
                ));
            }
            Some(_) => {}
        }
    }
    if flaws.is_empty() { Ok(kept.into_values().cloned().collect()) } else { Err(flaws) }
}

fn number(roster: &[(ApplicationId, String)], id: &ApplicationId) -> String {
    roster.iter().find(|(other, _)| other == id).map_or_else(|| id.to_string(), |(_, number)| number.clone())
}

/// A first list from a panel's scores (any whole unit, higher is better): best first, equal scores tied, unscored projects unranked.
pub fn suggest(scores: &[(ApplicationId, Option<i64>)]) -> Vec<Line> {
    let better = |score: i64| scores.iter().filter(|(_, other)| other.is_some_and(|other| other > score)).count();
    scores
        .iter()
        .map(|(id, score)| Line {
            application: id.clone(),
            standing: score
                .map_or(Standing::EligibleUnranked, |score| Standing::Ranked(u32::try_from(better(score) + 1).unwrap_or(MAX_RANK))),
            reason: String::new(),
        })
        .collect()
}
