//! Method of Equal Shares for one or several pots, in exact rationals, with every step logged.
//!
//! Every voter gets an equal share of every pot. A project is bought when its supporters can pay it
//! together, each paying the same rate per unit of satisfaction and never more than is left of the
//! share. With several pots each pot's money is measured as a part of that pot, and the rate of a project
//! is that of the pot in which it is dearest to its supporters; one pot gives the method of Peters,
//! Pierczyński and Skowron (2021). The lowest rate is bought next; ties go by id.

mod amounts;
mod big;
mod rounds;

use std::collections::BTreeMap;

pub use big::Big;

use super::problem::{Fault, Pot, Problem, Project, Standing, ranks_from_values};
use crate::Control;

/// A ballot entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Voted {
    pub project: usize,
    /// Points, above zero; 1 on an approval ballot.
    pub score: i64,
}

/// Who votes for what, and what it costs each pot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Election {
    /// Money per pot, in any one unit per pot.
    pub pots: Vec<i64>,
    pub id: Vec<String>,
    /// Per project its cost per pot.
    pub cost: Vec<Vec<i64>>,
    /// Per voter the projects supported; empty ballots get a share as well.
    pub votes: Vec<Vec<Voted>>,
}

/// What a supporter gets from a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Satisfaction {
    /// Its cost, as a part of the pots: money spent on what one supports.
    Cost,
    /// One per project, times the score.
    Count,
}

/// One purchase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bought {
    pub project: usize,
    /// What a supporter with enough left pays in the dearest pot (per point, when scores count), as a part of
    /// the whole pot: numerator and denominator, not reduced.
    pub price: (Big, Big),
    /// Which pot was the dearest.
    pub pot: usize,
    pub supporters: usize,
    /// Supporters who gave all they had left, in the dearest pot.
    pub emptied: usize,
}

/// What the method bought, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shares {
    pub bought: Vec<Bought>,
    /// Money left per pot, in the unit of the election.
    pub left: Vec<i128>,
}

impl Shares {
    /// Marks per project.
    pub fn chosen(&self, projects: usize) -> Vec<bool> {
        let mut chosen = vec![false; projects];
        self.bought.iter().for_each(|bought| chosen[bought.project] = true);
        chosen
    }
}

impl Election {
    /// Refuses what the method cannot work on.
    pub fn validate(&self) -> Result<(), Fault> {
        for (id, cost) in self.id.iter().zip(&self.cost) {
            if cost.len() != self.pots.len() {
                return Err(Fault::CostCount { id: id.clone(), expected: self.pots.len(), got: cost.len() });
            }
            if cost.iter().any(|cost| *cost < 0) {
                return Err(Fault::Negative { what: format!("a cost of project {id}") });
            }
        }
        if self.id.len() != self.cost.len() || self.votes.iter().flatten().any(|voted| voted.project >= self.id.len()) {
            return Err(Fault::UnknownProject);
        }
        if self.pots.iter().any(|pot| *pot < 0) {
            return Err(Fault::Negative { what: "a pot".into() });
        }
        let mut points = 0i128;
        for voted in self.votes.iter().flatten() {
            if voted.score <= 0 {
                return Err(Fault::Negative { what: "a score (or zero)".into() });
            }
            points += i128::from(voted.score);
        }
        if points >= 1 << 62 {
            return Err(Fault::TooLarge { what: "the sum of all scores".into() });
        }
        Ok(())
    }

    /// The election as a portfolio problem: a project is worth the points it got, and ranked by them.
    pub fn problem(&self) -> Result<Problem, Fault> {
        self.validate()?;
        let mut values = vec![0i64; self.id.len()];
        // The sum of all scores was checked to fit.
        self.votes.iter().flatten().for_each(|voted| values[voted.project] += voted.score);
        let ranks = ranks_from_values(&values);
        let project = |index: usize| Project {
            id: self.id[index].clone(),
            cost: self.cost[index].clone(),
            value: values[index],
            rank: ranks[index],
            theme: None,
            lead: None,
            standing: Standing::Candidate,
        };
        let pots = self.pots.iter().enumerate().map(|(index, &amount)| Pot { name: (index + 1).to_string(), amount });
        Ok(Problem { pots: pots.collect(), projects: (0..self.id.len()).map(project).collect(), ..Problem::default() })
    }

    /// Ballots that say the same, with how often they were cast; their voters always hold the same money.
    fn classes(&self) -> Vec<(Vec<Voted>, u64)> {
        let mut classes: BTreeMap<Vec<Voted>, u64> = BTreeMap::new();
        for vote in &self.votes {
            let mut vote = vote.clone();
            vote.sort_unstable();
            vote.dedup_by_key(|voted| voted.project);
            *classes.entry(vote).or_default() += 1;
        }
        classes.into_iter().collect()
    }
}

/// Runs the method once with the pots as they are.
pub fn equal_shares(election: &Election, satisfaction: Satisfaction, control: Control<'_>) -> Result<Shares, Fault> {
    election.validate()?;
    rounds::run(election, &election.pots, satisfaction, control)
}

/// Raises every voter's share by `step` units per pot and repeats, as long as the result stays within the
/// real pots; usual because the plain method leaves money over ("add 1"). Stops early when nothing more
/// could be bought with what is left.
pub fn equal_shares_raised(election: &Election, satisfaction: Satisfaction, step: i64, control: Control<'_>) -> Result<Shares, Fault> {
    let mut best = equal_shares(election, satisfaction, control)?;
    let more = i64::try_from(election.votes.len()).ok().and_then(|voters| voters.checked_mul(step)).filter(|more| *more > 0);
    let Some(more) = more else { return Ok(best) };
    let mut pots = election.pots.clone();
    while !exhausted(election, &best) && !control.expired() {
        for pot in pots.iter_mut().filter(|pot| **pot > 0) {
            let Some(raised) = pot.checked_add(more) else { return Ok(best) };
            *pot = raised;
        }
        let mut next = rounds::run(election, &pots, satisfaction, control)?;
        next.left = left(election, &next.bought);
        if next.left.iter().any(|left| *left < 0) {
            return Ok(best);
        }
        best = next;
    }
    Ok(best)
}

/// Whether no supported project fits in what is left.
fn exhausted(election: &Election, shares: &Shares) -> bool {
    let chosen = shares.chosen(election.id.len());
    let mut supported = vec![false; election.id.len()];
    election.votes.iter().flatten().for_each(|voted| supported[voted.project] = true);
    let fits = |cost: &[i64]| cost.iter().zip(&shares.left).all(|(&cost, &left)| i128::from(cost) <= left);
    !(0..chosen.len()).any(|project| !chosen[project] && supported[project] && fits(&election.cost[project]))
}

/// What the real pots hold after these purchases; negative when they cost too much.
fn left(election: &Election, bought: &[Bought]) -> Vec<i128> {
    let spent = |pot: usize| bought.iter().map(|bought| i128::from(election.cost[bought.project][pot])).sum::<i128>();
    election.pots.iter().enumerate().map(|(pot, &held)| i128::from(held) - spent(pot)).collect()
}
