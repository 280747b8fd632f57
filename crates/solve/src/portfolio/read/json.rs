//! Our own JSON for a problem:
//!
//! ```json
//! {"pots": [{"name": "RM", "amount": 650000000}],
//!  "projects": [{"id": "a", "cost": [120000000], "value": 7, "rank": 1,
//!                "theme": 0, "lead": "AU", "standing": "candidate"}],
//!  "themes": [{"name": "health", "min_projects": 0, "max_projects": 3, "min_cost": [], "max_cost": [null]}],
//!  "per_lead": 2}
//! ```
//!
//! `themes`, `per_lead` and a project's `theme`, `lead`, `standing` may be missing, and one of `value` and
//! `rank`. Amounts are whole minor units, `theme` is a place in `themes` from 0.

use super::ReadError;
use crate::json::{Json, Value};
use crate::portfolio::problem::{Pot, Problem, Project, Standing, Theme, ranks_from_values, value_from_ranks};

/// Reads a problem; what it means is checked where it is used.
pub fn json(bytes: &[u8]) -> Result<Problem, ReadError> {
    from_json(&Json::parse(bytes)?)
}

/// Reads a problem from a tree, for example a part of a certificate.
pub fn from_json(tree: &Json) -> Result<Problem, ReadError> {
    let pots = tree.need("pots")?.items()?.iter().map(pot).collect::<Result<Vec<_>, _>>()?;
    let themes = match present(tree, "themes") {
        Some(themes) => themes.items()?.iter().map(theme).collect::<Result<Vec<_>, _>>()?,
        None => Vec::new(),
    };
    let listed = tree.need("projects")?.items()?;
    let mut projects = listed.iter().map(|each| project(each, pots.len(), themes.len())).collect::<Result<Vec<_>, _>>()?;
    let values = listed.iter().all(|project| present(project, "value").is_some());
    let ranks = listed.iter().all(|project| present(project, "rank").is_some());
    match (values, ranks) {
        (true, true) => {}
        (true, false) => {
            let values: Vec<i64> = projects.iter().map(|project| project.value).collect();
            projects.iter_mut().zip(ranks_from_values(&values)).for_each(|(project, rank)| project.rank = rank);
        }
        (false, true) => {
            let ranks: Vec<u32> = projects.iter().map(|project| project.rank).collect();
            projects.iter_mut().zip(value_from_ranks(&ranks)).for_each(|(project, value)| project.value = value);
        }
        (false, false) => return Err(tree.need("projects")?.fault("every project needs a value, or every project a rank")),
    }
    let per_lead = present(tree, "per_lead").map(count).transpose()?;
    Ok(Problem { pots, projects, themes, per_lead })
}

fn present<'a>(tree: &'a Json, name: &str) -> Option<&'a Json> {
    tree.get(name).filter(|member| member.value != Value::Null)
}

fn amount(tree: &Json) -> Result<i64, ReadError> {
    let amount = tree.int()?;
    if amount < 0 { Err(tree.fault(format!("{amount} is negative"))) } else { Ok(amount) }
}

fn count(tree: &Json) -> Result<u32, ReadError> {
    let number = tree.int()?;
    u32::try_from(number).map_err(|_| tree.fault(format!("{number} is no count")))
}

fn pot(tree: &Json) -> Result<Pot, ReadError> {
    Ok(Pot { name: tree.need("name")?.text()?.to_owned(), amount: amount(tree.need("amount")?)? })
}

fn theme(tree: &Json) -> Result<Theme, ReadError> {
    let most = |cost: &Json| if cost.value == Value::Null { Ok(None) } else { amount(cost).map(Some) };
    Ok(Theme {
        name: tree.need("name")?.text()?.to_owned(),
        min_projects: present(tree, "min_projects").map(count).transpose()?.unwrap_or(0),
        max_projects: present(tree, "max_projects").map(count).transpose()?,
        min_cost: match present(tree, "min_cost") {
            Some(costs) => costs.items()?.iter().map(amount).collect::<Result<_, _>>()?,
            None => Vec::new(),
        },
        max_cost: match present(tree, "max_cost") {
            Some(costs) => costs.items()?.iter().map(most).collect::<Result<_, _>>()?,
            None => Vec::new(),
        },
    })
}

fn project(tree: &Json, pots: usize, themes: usize) -> Result<Project, ReadError> {
    let cost = tree.need("cost")?;
    let costs = cost.items()?.iter().map(amount).collect::<Result<Vec<_>, _>>()?;
    if costs.len() != pots {
        return Err(cost.fault(format!("{} amounts for {pots} pots", costs.len())));
    }
    let standing = match present(tree, "standing").map(|standing| (standing, standing.text())) {
        None | Some((_, Ok("candidate"))) => Standing::Candidate,
        Some((_, Ok("forced"))) => Standing::Forced,
        Some((_, Ok("excluded"))) => Standing::Excluded,
        Some((place, _)) => return Err(place.fault("standing must be \"candidate\", \"forced\" or \"excluded\"")),
    };
    Ok(Project {
        id: tree.need("id")?.text()?.to_owned(),
        cost: costs,
        value: present(tree, "value").map(amount).transpose()?.unwrap_or(0),
        rank: present(tree, "rank").map(count).transpose()?.unwrap_or(0),
        theme: present(tree, "theme").map(|theme| theme.below(themes)).transpose()?,
        lead: present(tree, "lead").map(|lead| lead.text().map(str::to_owned)).transpose()?,
        standing,
    })
}

/// Writes what [`json`] reads.
pub fn to_json(problem: &Problem) -> Json {
    let standing = |standing: Standing| match standing {
        Standing::Candidate => "candidate",
        Standing::Forced => "forced",
        Standing::Excluded => "excluded",
    };
    let pots = problem.pots.iter().map(|pot| Json::object([("name", pot.name.as_str().into()), ("amount", pot.amount.into())]));
    let projects = problem.projects.iter().map(|project| {
        Json::object([
            ("id", project.id.as_str().into()),
            ("cost", project.cost.clone().into()),
            ("value", project.value.into()),
            ("rank", project.rank.into()),
            ("theme", project.theme.into()),
            ("lead", project.lead.as_deref().into()),
            ("standing", standing(project.standing).into()),
        ])
    });
    let themes = problem.themes.iter().map(|theme| {
        Json::object([
            ("name", theme.name.as_str().into()),
            ("min_projects", theme.min_projects.into()),
            ("max_projects", theme.max_projects.into()),
            ("min_cost", theme.min_cost.clone().into()),
            ("max_cost", theme.max_cost.clone().into()),
        ])
    });
    Json::object([
        ("pots", Json::array(pots)),
        ("projects", Json::array(projects)),
        ("themes", Json::array(themes)),
        ("per_lead", problem.per_lead.into()),
    ])
}
