//! A side's plan as a problem of the kernel, and the kernel's answer in the office's words.

use super::{Load, Plan, refuse_closed};
use crate::{
    Desk, Error, Result,
    assessment::{
        affinity::{affinity, words},
        conflict,
    },
    handling,
};
use domain::{
    PartyCode, Permit, Refusal,
    application::Application,
    assessment::{Assessment, Assignment, Conflict, Expert, Group},
    call::Call,
    ids::{ApplicationId, ExpertId},
    refusal::Value,
};
use solve::{
    Control,
    experts::{self, Affinity, Failure, Pair, Problem, Shortage, Solution},
};
use std::collections::HashSet;
use store::Tx;

/// Everything a side's plan depends on.
pub(super) struct Side {
    pub(super) call: Call,
    pub(super) party: PartyCode,
    pub(super) group: Group,
    pub(super) members: Vec<Expert>,
    pub(super) apps: Vec<Application>,
    /// Folded words, one an application.
    pub(super) words: Vec<String>,
    pub(super) assignments: Vec<Assignment>,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) assessments: Vec<Assessment>,
}

/// Refused before both offices have handled everything (R134), without a group, and after the side has closed. Searches for conflicts anew.
pub(super) async fn load(desk: &Desk, tx: &mut Tx, permit: &Permit, call: Call, party: PartyCode) -> Result<Side> {
    refuse_closed(tx, &call, &party).await?;
    let apps = handling::eligible(desk, tx, permit, &call).await?;
    if apps.is_empty() {
        return Err(Refusal::new("assessment-nothing", vec![]).into());
    }
    let group = store::assessment::group(tx, permit, &call.id, &party).await?.ok_or_else(|| Refusal::new("group-not-appointed", vec![]))?;
    let members = store::assessment::members(tx, permit, &call.id, &party).await?;
    if members.is_empty() {
        return Err(Refusal::new("group-empty", vec![]).into());
    }
    let conflicts = conflict::search(desk, tx, permit, &call, &party, &members, &apps).await?;
    let programme = store::programme::get(tx, &call.programme).await?;
    let words = apps.iter().map(|a| words(a, &call, &programme)).collect();
    let assignments = store::assessment::assignments(tx, permit, &call.id, &party).await?;
    let assessments = store::assessment::of_side(tx, permit, &call.id, &party).await?;
    Ok(Side { call, party, group, members, apps, words, assignments, conflicts, assessments })
}

impl Side {
    /// The best plan, checked by code that shares nothing with the solver.
    pub(super) fn proven(&self) -> Result<(Problem, Solution)> {
        let (problem, solution) = self.solve()?;
        experts::check::solution(&problem, &solution).map_err(|e| anyhow::anyhow!("the assignment fails its check: {e}"))?;
        Ok((problem, solution))
    }

    pub(super) fn solve(&self) -> Result<(Problem, Solution)> {
        let standing: Vec<Pair> =
            self.assignments.iter().filter(|a| a.stands()).filter_map(|a| self.pair(&a.application, &a.expert)).collect();
        let begun = |p: &Pair| self.assessments.iter().any(|a| self.pair(&a.application, &a.expert) == Some(*p));
        let first = self.problem(standing.clone())?;
        match experts::assign(&first, &Control::free()) {
            Ok(solution) => Ok((first, solution)),
            Err(_) => {
                let second = self.problem(standing.into_iter().filter(begun).collect())?;
                let solution = experts::assign(&second, &Control::free()).map_err(|f| self.refusal(f))?;
                Ok((second, solution))
            }
        }
    }

    /// `keep`: pairs that stay unless a conflict holds.
    pub(super) fn problem(&self, keep: Vec<Pair>) -> Result<Problem> {
        let conflicts = self.conflicts.iter().filter(|c| c.holds()).filter_map(|c| self.pair(&c.application, &c.expert));
        let refused = self.assignments.iter().filter(|a| !a.stands()).filter_map(|a| self.pair(&a.application, &a.expert));
        let forbidden: HashSet<Pair> = conflicts.chain(refused).collect();
        let fixed = keep.into_iter().filter(|p| !forbidden.contains(p)).collect();
        let table = self.words.iter().flat_map(|w| self.members.iter().map(move |e| affinity(e, w))).collect();
        let affinity =
            Affinity::full(self.apps.len(), self.members.len(), table).ok_or_else(|| anyhow::anyhow!("affinities out of range"))?;
        let need = u32::try_from(self.group.per_application).unwrap_or(0);
        let mut forbidden: Vec<Pair> = forbidden.into_iter().collect();
        forbidden.sort_unstable();
        let mut problem = Problem { forbidden, fixed, ..Problem::uniform(self.apps.len(), self.members.len(), need, 0, 0, affinity) };
        for (seat, expert) in problem.experts.iter_mut().zip(&self.members) {
            // What was given back counts towards the fewest: nobody has to take others instead.
            let given_back = self.assignments.iter().filter(|a| !a.stands() && a.expert == expert.id).count() as i64;
            seat.min = u32::try_from(expert.min_load - given_back).unwrap_or(0);
            seat.max = u32::try_from(expert.max_load).unwrap_or(0);
        }
        Ok(problem)
    }

    pub(super) fn pair(&self, app: &ApplicationId, expert: &ExpertId) -> Option<Pair> {
        let a = self.apps.iter().position(|x| &x.id == app)?;
        let e = self.members.iter().position(|x| &x.id == expert)?;
        Some(Pair::new(u32::try_from(a).ok()?, u32::try_from(e).ok()?))
    }

    pub(super) fn standing(&self) -> HashSet<Pair> {
        self.assignments.iter().filter(|a| a.stands()).filter_map(|a| self.pair(&a.application, &a.expert)).collect()
    }

    pub(super) fn plan(&self, problem: &Problem, solution: &Solution) -> Plan {
        let before = self.standing();
        let after: HashSet<Pair> = solution.pairs.iter().copied().collect();
        let named = |pairs: Vec<&Pair>| {
            let mut all: Vec<Pair> = pairs.into_iter().copied().collect();
            all.sort_unstable();
            all.iter().map(|p| (self.number(p.application), self.members[p.expert as usize].name.clone())).collect()
        };
        let (worst, worst_served) = self.worst(problem, solution);
        Plan {
            added: named(after.difference(&before).collect()),
            removed: named(before.difference(&after).collect()),
            kept: after.intersection(&before).count(),
            seats: solution.pairs.len(),
            total: solution.objective,
            worst,
            worst_served,
            loads: self.loads(solution),
            fingerprint: self.fingerprint(solution),
        }
    }

    pub(super) fn worst(&self, problem: &Problem, solution: &Solution) -> (i64, Vec<String>) {
        let mut sums = vec![0; self.apps.len()];
        for p in &solution.pairs {
            sums[p.application as usize] += problem.affinity.get(p.application, p.expert).unwrap_or(0);
        }
        let worst = sums.iter().min().copied().unwrap_or(0);
        let served = (0..).zip(&sums).filter(|(_, sum)| **sum == worst).map(|(at, _)| self.number(at)).collect();
        (worst, served)
    }

    pub(super) fn loads(&self, solution: &Solution) -> Vec<Load> {
        let load = |at: u32| solution.pairs.iter().filter(|p| p.expert == at).count();
        let each = (0..).zip(&self.members);
        let mut all: Vec<Load> =
            each.map(|(at, e)| Load { name: e.name.clone(), load: load(at), min: e.min_load, max: e.max_load }).collect();
        // The sort is stable: equally busy ones stay by name.
        all.sort_by_key(|l| std::cmp::Reverse(l.load));
        all
    }

    pub(super) fn fingerprint(&self, solution: &Solution) -> String {
        let mut pairs: Vec<String> = solution
            .pairs
            .iter()
            .map(|p| format!("{} {}", self.apps[p.application as usize].id, self.members[p.expert as usize].id))
            .collect();
        pairs.sort_unstable();
        dossier::Digest::of(pairs.join("\n").as_bytes()).hex()
    }

    pub(super) fn number(&self, at: u32) -> String {
        self.apps.get(at as usize).and_then(|a| a.number.clone()).unwrap_or_default()
    }

    /// The shortage in the office's words: how many seats stay empty, on which applications, and for which experts they compete.
    pub(super) fn refusal(&self, failure: Failure) -> Error {
        let experts =
            |all: &[u32]| all.iter().filter_map(|e| self.members.get(*e as usize)).map(|e| e.name.clone()).collect::<Vec<_>>().join("; ");
        match failure {
            Failure::Infeasible(Shortage::Seats { seats, experts: who, missing }) => {
                let numbers: Vec<String> = seats.iter().map(|(a, _)| self.number(*a)).collect();
                let args = vec![
                    ("missing", Value::Number(missing as i64)),
                    ("numbers", Value::Text(numbers.join(", "))),
                    ("count", Value::Number(who.len() as i64)),
                    ("experts", Value::Text(experts(&who))),
                ];
                Refusal::new("assignment-short", args).into()
            }
            Failure::Infeasible(Shortage::Overfull { application, .. }) => {
                Refusal::new("assignment-overfull", vec![("number", Value::Text(self.number(application)))]).into()
            }
            Failure::Infeasible(Shortage::Overload { expert }) => {
                Refusal::new("assignment-overload", vec![("name", Value::Text(experts(&[expert])))]).into()
            }
            Failure::Infeasible(Shortage::Loads { experts: who, missing }) => {
                let args = vec![
                    ("missing", Value::Number(missing as i64)),
                    ("count", Value::Number(who.len() as i64)),
                    ("experts", Value::Text(experts(&who))),
                ];
                Refusal::new("assignment-idle", args).into()
            }
            other => Error::Failure(anyhow::anyhow!("{other}")),
        }
    }
}
