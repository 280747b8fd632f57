//! Going down the ranking: the rules that take projects in order.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::{Cause, Policy, open};
use crate::Control;
use crate::portfolio::bound;
use crate::portfolio::problem::{Fault, Pot, Problem, Standing, Theme};

/// What a walk took, and the project at which it ended.
pub(super) struct Walk {
    pub chosen: Vec<bool>,
    pub ended: Option<usize>,
}

/// What is taken so far, with running sums.
#[derive(Clone)]
pub(super) struct Taken<'a> {
    problem: &'a Problem,
    /// Whether anything but money can bar a project.
    limited: bool,
    pub chosen: Vec<bool>,
    left: Vec<i128>,
    leads: HashMap<&'a str, u32>,
    counts: Vec<u64>,
    spent: Vec<Vec<i128>>,
}

impl<'a> Taken<'a> {
    /// The signed projects are taken already.
    pub fn signed(problem: &'a Problem, pots: &[i128]) -> Taken<'a> {
        let capped = |theme: &Theme| theme.max_projects.is_some() || theme.max_cost.iter().any(Option::is_some);
        let mut taken = Taken {
            problem,
            limited: problem.per_lead.is_some() || problem.themes.iter().any(capped),
            chosen: vec![false; problem.projects.len()],
            left: pots.to_vec(),
            leads: HashMap::new(),
            counts: vec![0; problem.themes.len()],
            spent: vec![vec![0; pots.len()]; problem.themes.len()],
        };
        for (project, signed) in problem.signed().into_iter().enumerate() {
            if signed {
                taken.take(project);
            }
        }
        taken
    }

    pub fn take(&mut self, project: usize) {
        let wanted = &self.problem.projects[project];
        self.chosen[project] = true;
        for (left, &cost) in self.left.iter_mut().zip(&wanted.cost) {
            *left -= i128::from(cost);
        }
        if !self.limited {
            return;
        }
        if let Some(lead) = wanted.lead.as_deref() {
            *self.leads.entry(lead).or_default() += 1;
        }
        if let Some(theme) = wanted.theme {
            self.counts[theme] += 1;
            for (spent, &cost) in self.spent[theme].iter_mut().zip(&wanted.cost) {
                *spent += i128::from(cost);
            }
        }
    }

    /// The limit other than money that bars a project now.
    pub fn full(&self, project: usize) -> Option<Cause> {
        if !self.limited {
            return None;
        }
        let wanted = &self.problem.projects[project];
        let count = wanted.lead.as_deref().map(|lead| self.leads.get(lead).copied().unwrap_or(0));
        if self.problem.per_lead.zip(count).is_some_and(|(most, count)| count >= most) {
            return Some(Cause::LeadFull);
        }
        let theme = wanted.theme?;
        let limits = &self.problem.themes[theme];
        let counts = limits.max_projects.is_some_and(|most| self.counts[theme] >= u64::from(most));
        let mut sums = self.spent[theme].iter().zip(&wanted.cost).map(|(&spent, &cost)| spent + i128::from(cost));
        let money = limits.max_cost.iter().any(|most| {
            let sum = sums.next().unwrap_or(0);
            most.is_some_and(|most| sum > i128::from(most))
        });
        (counts || money).then_some(Cause::ThemeFull { theme })
    }

    /// Per pot what is lacking for a project now; zero where there is enough. A pot that the project
    /// does not ask lacks nothing, even when overdrawn.
    pub fn missing(&self, project: usize) -> Vec<i128> {
        let costs = self.problem.projects[project].cost.iter().map(|&cost| i128::from(cost));
        self.left.iter().zip(costs).map(|(&left, cost)| if cost == 0 { 0 } else { (cost - left).max(0) }).collect()
    }

    /// Whether at least one pot that the project asks holds too little now.
    pub fn lacks_money(&self, project: usize) -> bool {
        let costs = &self.problem.projects[project].cost;
        self.left.iter().zip(costs).any(|(&left, &cost)| cost > 0 && i128::from(cost) > left)
    }
}

/// Candidates from the best rank down; ties by value, then as listed.
pub(super) fn order(problem: &Problem) -> Vec<usize> {
    let mut order: Vec<usize> = (0..problem.projects.len()).filter(|&project| open(problem, project)).collect();
    order.sort_by_key(|&project| (problem.projects[project].rank, Reverse(problem.projects[project].value)));
    order
}

/// Applies a ranking rule with these pots.
pub(super) fn down(problem: &Problem, pots: &[i128], policy: Policy, control: Control<'_>) -> Result<Walk, Fault> {
    let mut taken = Taken::signed(problem, pots);
    let order = order(problem);
    let mut ended = None;
    for group in order.chunk_by(|a, b| problem.projects[*a].rank == problem.projects[*b].rank) {
        control.go_on().map_err(|_| Fault::Cancelled)?;
        ended = match policy {
            Policy::SkipAndContinue => {
                skip(&mut taken, group);
                None
            }
            Policy::GapsForbidden => whole(&mut taken, group).then_some(()).map_or(Some(group[0]), |()| None),
            Policy::TiesByFit => fitted(&mut taken, group, control)?,
            _ => strict(&mut taken, group),
        };
        if ended.is_some() {
            break;
        }
    }
    Ok(Walk { chosen: taken.chosen, ended })
}

fn skip(taken: &mut Taken<'_>, group: &[usize]) {
    for &project in group {
        if taken.full(project).is_none() && !taken.lacks_money(project) {
            taken.take(project);
        }
    }
}

fn strict(taken: &mut Taken<'_>, group: &[usize]) -> Option<usize> {
    for &project in group {
        if taken.full(project).is_some() {
            continue;
        }
        if taken.lacks_money(project) {
            return Some(project);
        }
        taken.take(project);
    }
    None
}

/// Takes the whole group or nothing of it.
fn whole(taken: &mut Taken<'_>, group: &[usize]) -> bool {
    let mut trial = taken.clone();
    for &project in group {
        if trial.full(project).is_some() || trial.lacks_money(project) {
            return false;
        }
        trial.take(project);
    }
    *taken = trial;
    true
}

/// The whole group, or else the most of it that fits; then the walk ends unless only a full theme or
/// lead kept projects out.
fn fitted(taken: &mut Taken<'_>, group: &[usize], control: Control<'_>) -> Result<Option<usize>, Fault> {
    if whole(taken, group) {
        return Ok(None);
    }
    if let [single] = group {
        return Ok(taken.full(*single).is_none().then_some(*single));
    }
    let mut narrowed = taken.problem.clone();
    for (index, project) in narrowed.projects.iter_mut().enumerate() {
        project.standing = match (taken.chosen[index], group.contains(&index)) {
            (true, _) => Standing::Forced,
            (false, true) => Standing::Candidate,
            (false, false) => Standing::Excluded,
        };
    }
    let spent = narrowed.spent(&taken.chosen);
    for (pot, (left, spent)) in narrowed.pots.iter_mut().zip(taken.left.iter().zip(spent)) {
        let amount = i64::try_from(left + spent).unwrap_or(i64::MAX);
        *pot = Pot { name: String::new(), amount };
    }
    for theme in &mut narrowed.themes {
        theme.min_projects = 0;
        theme.min_cost.clear();
    }
    match bound::most_projects(&narrowed, control) {
        Ok((solution, _)) => {
            group.iter().filter(|&&project| solution.chosen[project]).for_each(|&project| taken.take(project));
        }
        Err(Fault::SignedExceedsPot { .. } | Fault::Infeasible) => skip(taken, group),
        Err(fault) => return Err(fault),
    }
    let out = group.iter().find(|&&project| !taken.chosen[project] && taken.full(project).is_none());
    Ok(out.copied())
}
