//! All limits of a problem in the numbering of the certificate format.

use crate::portfolio::problem::Problem;

/// `sum(coef over chosen projects) <= most`; no limit without `most`.
pub(super) struct Limit {
    pub name: String,
    /// Project and coefficient, zeros left out.
    pub terms: Vec<(usize, i128)>,
    pub most: Option<i128>,
}

pub(super) struct Limits {
    pub all: Vec<Limit>,
}

impl Limits {
    pub fn new(problem: &Problem) -> Limits {
        let mut all = Vec::new();
        for (pot, held) in problem.pots.iter().enumerate() {
            let terms = (0..problem.projects.len()).map(|project| (project, i128::from(problem.projects[project].cost[pot])));
            all.push(limit(format!("pot {}", held.name), terms, Some(i128::from(held.amount))));
        }
        for (index, theme) in problem.themes.iter().enumerate() {
            let members: Vec<usize> =
                (0..problem.projects.len()).filter(|&project| problem.projects[project].theme == Some(index)).collect();
            let ones = |sign: i128| members.iter().map(move |&project| (project, sign));
            let name = |what: &str| format!("theme {}: {what}", theme.name);
            all.push(limit(name("most projects"), ones(1), theme.max_projects.map(i128::from)));
            all.push(limit(name("least projects"), ones(-1), Some(-i128::from(theme.min_projects))));
            for pot in 0..problem.pots.len() {
                let money =
                    |sign: i128| members.iter().map(move |&project| (project, sign * i128::from(problem.projects[project].cost[pot])));
                let most = theme.max_cost.get(pot).copied().flatten().map(i128::from);
                let least = theme.min_cost.get(pot).copied().unwrap_or(0);
                all.push(limit(name("most money"), money(1), most));
                all.push(limit(name("least money"), money(-1), Some(-i128::from(least))));
            }
        }
        if let Some(most) = problem.per_lead {
            leads(problem, most, &mut all);
        }
        Limits { all }
    }
}

fn limit(name: String, terms: impl Iterator<Item = (usize, i128)>, most: Option<i128>) -> Limit {
    Limit { name, terms: terms.filter(|(_, coef)| *coef != 0).collect(), most }
}

fn leads(problem: &Problem, most: u32, all: &mut Vec<Limit>) {
    let mut order: Vec<&str> = Vec::new();
    let mut projects: std::collections::HashMap<&str, Vec<usize>> = std::collections::HashMap::new();
    for (index, project) in problem.projects.iter().enumerate() {
        if let Some(lead) = project.lead.as_deref() {
            let led = projects.entry(lead).or_default();
            if led.is_empty() {
                order.push(lead);
            }
            led.push(index);
        }
    }
    for lead in order {
        let led = &projects[lead];
        if led.len() as u64 > u64::from(most) {
            all.push(limit(format!("lead {lead}"), led.iter().map(|&project| (project, 1)), Some(i128::from(most))));
        }
    }
}
