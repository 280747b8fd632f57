//! Who assesses what, by the exact kernel: loads, conflicts and seats are met and the total is proven best, or the shortage is named.

mod proof;

pub use proof::Checked;

use super::{
    affinity::{affinity, words},
    conflict, own_side,
};
use crate::{Desk, Error, Result, Viewer, handling};
use domain::{
    Action, PartyCode, Permit, Refusal,
    application::Application,
    assessment::{Assessment, Assignment, Closing, Conflict, Expert, Group},
    call::Call,
    ids::{ApplicationId, ExpertId},
    refusal::Value,
};
use serde_json::json;
use solve::{
    Control,
    experts::{self, Affinity, Failure, Pair, Problem, Shortage, Solution},
};
use std::collections::HashSet;
use store::Tx;

/// The own side's plan as it stands.
pub struct Page {
    pub call: Call,
    pub party: PartyCode,
    pub group: Option<Group>,
    pub members: Vec<Expert>,
    /// Applications to be assessed; empty while `waiting`.
    pub apps: Vec<Application>,
    /// Those given back included.
    pub assignments: Vec<Assignment>,
    pub conflicts: Vec<Conflict>,
    /// Why assessment can't start yet, if so.
    pub waiting: Option<Refusal>,
    pub closed: bool,
    pub proof: Option<Checked>,
}

impl Page {
    pub fn load(&self, expert: &ExpertId) -> usize {
        self.assignments.iter().filter(|a| &a.expert == expert && a.stands()).count()
    }
    pub fn experts_of(&self, app: &ApplicationId) -> Vec<&Expert> {
        let standing = self.assignments.iter().filter(|a| &a.application == app && a.stands());
        standing.filter_map(|a| self.members.iter().find(|e| e.id == a.expert)).collect()
    }
    /// Seats that nobody has.
    pub fn open_seats(&self) -> usize {
        let wanted = self.group.as_ref().map_or(0, |g| g.per_application as usize);
        self.apps.iter().map(|a| wanted.saturating_sub(self.experts_of(&a.id).len())).sum()
    }
    pub fn conflicted(&self, app: &ApplicationId, expert: &ExpertId) -> bool {
        self.conflicts.iter().any(|c| c.holds() && &c.application == app && &c.expert == expert)
    }
}

/// A computed plan: how good it is, and what it changes. Pairs are the application's number and the expert's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub added: Vec<(String, String)>,
    pub removed: Vec<(String, String)>,
    pub kept: usize,
    pub seats: usize,
    /// Sum of the affinities, millionths; proven to be the greatest.
    pub total: i64,
    /// The least sum that any application gets, millionths, and the numbers of those that get it.
    pub worst: i64,
    pub worst_served: Vec<String>,
    /// By name, the busiest first.
    pub loads: Vec<Load>,
    /// Names the plan as shown, so that no other one is put in force.
    pub fingerprint: String,
}

/// An expert's work under a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    pub name: String,
    pub load: usize,
    pub min: i64,
    pub max: i64,
}

pub async fn page(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Page> {
    let mut tx = desk.db.read().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::AssignExperts).await?;
    let (apps, waiting) = match handling::eligible(desk, &mut tx, &permit, &call).await {
        Ok(apps) => (apps, None),
        Err(Error::Refused(why)) => (Vec::new(), Some(why)),
        Err(other) => return Err(other),
    };
    let proof = store::assessment::last_proof(&mut tx, &permit, &call.id, &party).await?;
    Ok(Page {
        group: store::assessment::group(&mut tx, &permit, &call.id, &party).await?,
        members: store::assessment::members(&mut tx, &permit, &call.id, &party).await?,
        assignments: store::assessment::assignments(&mut tx, &permit, &call.id, &party).await?,
        conflicts: store::assessment::conflicts(&mut tx, &permit, &call.id, &party).await?,
        closed: side_closed(&store::assessment::closings(&mut tx, &call.id).await?, &party),
        proof: proof.map(|p| proof::recheck(&p)).transpose()?,
        apps,
        waiting,
        call,
        party,
    })
}

/// Computes the own side's best plan without putting it in force. What stands is kept; where that makes a full plan impossible, only
/// begun assessments are kept.
pub async fn rehearse(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Plan> {
    // A write transaction that is never committed: the search for conflicts that belongs to a plan leaves no trace.
    let mut tx = desk.db.write().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::AssignExperts).await?;
    let side = load(desk, &mut tx, &permit, call, party).await?;
    let (problem, solution) = side.proven()?;
    Ok(side.plan(&problem, &solution))
}

/// Computes the plan again and puts it in force. `seen`: the fingerprint of the plan that was looked at; another one is refused.
pub async fn plan(desk: &Desk, viewer: &Viewer, slug: &str, seen: Option<&str>) -> Result<Plan> {
    let mut tx = desk.db.write().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::AssignExperts).await?;
    let side = load(desk, &mut tx, &permit, call, party).await?;
    let (problem, solution) = side.proven()?;
    let plan = side.plan(&problem, &solution);
    if seen.is_some_and(|seen| seen != plan.fingerprint) {
        return Err(Refusal::new("assignment-moved", vec![]).into());
    }
    save(desk, &mut tx, &permit, &side, &solution).await?;
    let at = desk.now();
    let body = proof::write(&side.apps, &side.members, &problem, &solution)?;
    let proof = store::assessment::Proof { at, total: solution.objective, body };
    store::assessment::add_proof(&mut tx, &permit, &side.call.id, &side.party, &proof).await?;
    let detail = json!({ "party": side.party.as_str(), "seats": solution.pairs.len(), "proven": solution.optimal });
    desk.record(&mut tx, &permit, "call", side.call.id.as_str(), detail).await?;
    tx.commit().await?;
    Ok(plan)
}

/// The kept proof of the plan in force, as it was written: whoever doubts the plan can check it with any tool. None before a plan.
pub async fn certificate(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Vec<u8>> {
    let mut tx = desk.db.read().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::AssignExperts).await?;
    let proof = store::assessment::last_proof(&mut tx, &permit, &call.id, &party).await?.ok_or(Error::NotFound)?;
    Ok(proof.body.into_bytes())
}

/// Gives one application to one expert by hand, as long as a later full plan can keep it.
pub async fn add(desk: &Desk, viewer: &Viewer, slug: &str, app: &ApplicationId, expert: &ExpertId) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::AssignExperts).await?;
    let side = load(desk, &mut tx, &permit, call, party).await?;
    let (Some(e), Some(a)) = (side.members.iter().find(|e| &e.id == expert), side.apps.iter().find(|a| &a.id == app)) else {
        return Err(Error::NotFound);
    };
    let named = || vec![("name", Value::Text(e.name.clone())), ("number", Value::Text(a.number.clone().unwrap_or_default()))];
    if side.conflicts.iter().any(|c| c.holds() && &c.application == app && &c.expert == expert) {
        return Err(Refusal::new("assignment-conflict", named()).into());
    }
    let load = side.assignments.iter().filter(|x| &x.expert == expert && x.stands()).count() as i64;
    if load >= e.max_load {
        let args = vec![("name", Value::Text(e.name.clone())), ("max", Value::Number(e.max_load))];
        return Err(Refusal::new("assignment-load", args).into());
    }
    store::assessment::assign(&mut tx, &permit, &side.call.id, app, expert, desk.now()).await?;
    desk.record(&mut tx, &permit, "assignment", app.as_str(), json!({ "expert": expert.as_str(), "added": true })).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes one application from one expert by hand: no later plan gives it back. A begun assessment is kept on record, a final one stays.
pub async fn remove(desk: &Desk, viewer: &Viewer, slug: &str, app: &ApplicationId, expert: &ExpertId) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::AssignExperts).await?;
    refuse_closed(&mut tx, &call, &party).await?;
    let all = store::assessment::of_application(&mut tx, &permit, app, &party).await?;
    if all.iter().any(|a| &a.expert == expert && a.closed.is_some()) {
        return Err(Refusal::new("assessment-final", vec![]).into());
    }
    let standing = store::assessment::assignments(&mut tx, &permit, &call.id, &party).await?;
    if !standing.iter().any(|a| &a.application == app && &a.expert == expert && a.stands()) {
        return Err(Error::NotFound);
    }
    store::assessment::decline(&mut tx, &permit, app, expert, desk.now(), "").await?;
    desk.record(&mut tx, &permit, "assignment", app.as_str(), json!({ "expert": expert.as_str(), "removed": true })).await?;
    tx.commit().await?;
    Ok(())
}

async fn refuse_closed(tx: &mut Tx, call: &Call, party: &PartyCode) -> Result<()> {
    let closings = store::assessment::closings(tx, &call.id).await?;
    if side_closed(&closings, party) { Err(Refusal::new("assessment-side-closed", vec![]).into()) } else { Ok(()) }
}

pub(super) fn side_closed(closings: &[Closing], party: &PartyCode) -> bool {
    closings.iter().any(|c| &c.party == party)
}

/// Everything a side's plan depends on.
struct Side {
    call: Call,
    party: PartyCode,
    group: Group,
    members: Vec<Expert>,
    apps: Vec<Application>,
    /// Folded words, one an application.
    words: Vec<String>,
    assignments: Vec<Assignment>,
    conflicts: Vec<Conflict>,
    assessments: Vec<Assessment>,
}

/// Refused before both offices have handled everything (R134), without a group, and after the side has closed. Searches for conflicts anew.
async fn load(desk: &Desk, tx: &mut Tx, permit: &Permit, call: Call, party: PartyCode) -> Result<Side> {
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
    fn proven(&self) -> Result<(Problem, Solution)> {
        let (problem, solution) = self.solve()?;
        experts::check::solution(&problem, &solution).map_err(|e| anyhow::anyhow!("the assignment fails its check: {e}"))?;
        Ok((problem, solution))
    }

    fn solve(&self) -> Result<(Problem, Solution)> {
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
    fn problem(&self, keep: Vec<Pair>) -> Result<Problem> {
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

    fn pair(&self, app: &ApplicationId, expert: &ExpertId) -> Option<Pair> {
        let a = self.apps.iter().position(|x| &x.id == app)?;
        let e = self.members.iter().position(|x| &x.id == expert)?;
        Some(Pair::new(u32::try_from(a).ok()?, u32::try_from(e).ok()?))
    }

    fn standing(&self) -> HashSet<Pair> {
        self.assignments.iter().filter(|a| a.stands()).filter_map(|a| self.pair(&a.application, &a.expert)).collect()
    }

    fn plan(&self, problem: &Problem, solution: &Solution) -> Plan {
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

    fn worst(&self, problem: &Problem, solution: &Solution) -> (i64, Vec<String>) {
        let mut sums = vec![0; self.apps.len()];
        for p in &solution.pairs {
            sums[p.application as usize] += problem.affinity.get(p.application, p.expert).unwrap_or(0);
        }
        let worst = sums.iter().min().copied().unwrap_or(0);
        let served = (0..).zip(&sums).filter(|(_, sum)| **sum == worst).map(|(at, _)| self.number(at)).collect();
        (worst, served)
    }

    fn loads(&self, solution: &Solution) -> Vec<Load> {
        let load = |at: u32| solution.pairs.iter().filter(|p| p.expert == at).count();
        let each = (0..).zip(&self.members);
        let mut all: Vec<Load> =
            each.map(|(at, e)| Load { name: e.name.clone(), load: load(at), min: e.min_load, max: e.max_load }).collect();
        // The sort is stable: equally busy ones stay by name.
        all.sort_by_key(|l| std::cmp::Reverse(l.load));
        all
    }

    fn fingerprint(&self, solution: &Solution) -> String {
        let mut pairs: Vec<String> = solution
            .pairs
            .iter()
            .map(|p| format!("{} {}", self.apps[p.application as usize].id, self.members[p.expert as usize].id))
            .collect();
        pairs.sort_unstable();
        dossier::Digest::of(pairs.join("\n").as_bytes()).hex()
    }

    fn number(&self, at: u32) -> String {
        self.apps.get(at as usize).and_then(|a| a.number.clone()).unwrap_or_default()
    }

    /// The shortage in the office's words: how many seats stay empty, on which applications, and for which experts they compete.
    fn refusal(&self, failure: Failure) -> Error {
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

async fn save(desk: &Desk, tx: &mut Tx, permit: &Permit, side: &Side, solution: &Solution) -> Result<()> {
    let before = side.standing();
    let after: HashSet<Pair> = solution.pairs.iter().copied().collect();
    for p in &solution.pairs {
        if !before.contains(p) {
            let (a, e) = (&side.apps[p.application as usize], &side.members[p.expert as usize]);
            store::assessment::assign(tx, permit, &side.call.id, &a.id, &e.id, desk.now()).await?;
        }
    }
    for p in before.difference(&after) {
        let (a, e) = (&side.apps[p.application as usize], &side.members[p.expert as usize]);
        store::assessment::decline(tx, permit, &a.id, &e.id, desk.now(), "").await?;
    }
    Ok(())
}
