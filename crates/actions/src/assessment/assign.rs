//! Who assesses what, by the exact kernel: loads, conflicts and seats are met and the total is proven best, or the shortage is named.

mod proof;
mod side;

pub use proof::Checked;
use side::{Side, load};

use super::own_side;
use crate::{Desk, Error, Result, Viewer, handling};
use domain::{
    Action, PartyCode, Permit, Refusal,
    application::Application,
    assessment::{Assignment, Closing, Conflict, Expert, Group},
    call::Call,
    ids::{ApplicationId, ExpertId},
    refusal::Value,
};
use serde_json::json;
use solve::experts::{Pair, Solution};
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
