//! The register of experts and the group a body appoints for a round (R7-R8, R139, R141).

use super::{assign::side_closed, own_side};
use crate::{
    Desk, Error, Result, Viewer,
    journal::{self, Document},
};
use domain::{
    Action, PartyCode, Refusal,
    assessment::{self, Expert, Group},
    call::Call,
    ids::{BodyId, ExpertId},
    journal::Direction,
    programme::Body,
    refusal::{FieldError, Value},
    time::Day,
};
use serde_json::json;
use std::collections::HashMap;

/// The viewer's own side of the register and of the round's group.
pub struct Page {
    pub call: Call,
    pub party: PartyCode,
    pub group: Option<Group>,
    /// The party's own bodies.
    pub bodies: Vec<Body>,
    pub register: Vec<Expert>,
    pub members: Vec<ExpertId>,
    /// Applications that each expert has in this round.
    pub loads: HashMap<ExpertId, usize>,
    /// Address that each expert with an account signs in with.
    pub emails: HashMap<ExpertId, String>,
    /// The own side has closed its assessment.
    pub closed: bool,
}

/// What the register holds of a person, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewExpert {
    pub name: String,
    pub aliases: Vec<String>,
    pub organisation: String,
    pub organisation_aliases: Vec<String>,
    pub disciplines: Vec<String>,
    pub min_load: i64,
    pub max_load: i64,
    /// Address of the account they sign in with; may be empty.
    pub email: String,
    pub made_up: bool,
}

pub async fn page(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Page> {
    let mut tx = desk.db.read().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::AppointExperts).await?;
    let group = store::assessment::group(&mut tx, &permit, &call.id, &party).await?;
    let bodies = store::programme::bodies(&mut tx).await?.into_iter().filter(|b| b.party == party).collect();
    let register = store::assessment::experts(&mut tx, &permit, &party).await?;
    let members = store::assessment::members(&mut tx, &permit, &call.id, &party).await?.into_iter().map(|e| e.id).collect();
    let mut loads: HashMap<ExpertId, usize> = HashMap::new();
    for a in store::assessment::assignments(&mut tx, &permit, &call.id, &party).await?.iter().filter(|a| a.stands()) {
        *loads.entry(a.expert.clone()).or_default() += 1;
    }
    let emails = store::assessment::emails(&mut tx, &permit, &party).await?.into_iter().collect();
    let closed = side_closed(&store::assessment::closings(&mut tx, &call.id).await?, &party);
    Ok(Page { call, party, group, bodies, register, members, loads, emails, closed })
}

/// Adds an expert to the own party's register, or changes one.
pub async fn save(desk: &Desk, viewer: &Viewer, slug: &str, id: Option<&ExpertId>, new: NewExpert) -> Result<ExpertId> {
    let mut tx = desk.db.write().await?;
    let (_, party, permit) = own_side(&mut tx, viewer, slug, Action::AppointExperts).await?;
    let known = match id {
        Some(id) => Some(store::assessment::expert(&mut tx, id).await?.filter(|e| e.party == party).ok_or(Error::NotFound)?),
        None => None,
    };
    let email = new.email.trim().to_lowercase();
    let mut wrong = Vec::new();
    let mut account = known.as_ref().and_then(|e| e.account.clone());
    if !email.is_empty() {
        let found = store::account::find_by_email(&mut tx, &email).await?;
        match found.filter(|a| a.roles.contains(&(domain::Role::Expert, Some(party.clone())))) {
            None => wrong.push(FieldError::new("email", "expert-account", vec![("email", Value::Text(email.clone()))])),
            Some(a) => {
                let other = store::assessment::expert_of(&mut tx, &a.id).await?;
                if other.is_some_and(|o| known.as_ref().is_none_or(|k| k.id != o.id)) {
                    wrong.push(FieldError::new("email", "expert-account-taken", vec![("email", Value::Text(email))]));
                }
                account = Some(a.id);
            }
        }
    }
    let clean = |all: Vec<String>| all.into_iter().map(|s| s.trim().to_string()).filter(|s| !s.is_empty()).collect();
    let expert = Expert {
        id: known.as_ref().map_or_else(|| desk.mint(ExpertId::mint), |e| e.id.clone()),
        party,
        account,
        name: new.name.trim().into(),
        aliases: clean(new.aliases),
        organisation: new.organisation.trim().into(),
        organisation_aliases: clean(new.organisation_aliases),
        disciplines: clean(new.disciplines),
        min_load: new.min_load,
        max_load: new.max_load,
        made_up: known.map_or(new.made_up, |e| e.made_up),
    };
    wrong.extend(expert.problems());
    if !wrong.is_empty() {
        return Err(wrong.into());
    }
    store::assessment::save_expert(&mut tx, &permit, &expert).await?;
    desk.record(&mut tx, &permit, "expert", expert.id.as_str(), json!({})).await?;
    tx.commit().await?;
    Ok(expert.id)
}

/// Records who appointed the own side's group, on which day, and how many experts each application gets (R8).
pub async fn appoint(desk: &Desk, viewer: &Viewer, slug: &str, body: &BodyId, on: Day, per_application: i64) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::AppointExperts).await?;
    let bodies = store::programme::bodies(&mut tx).await?;
    let body = bodies.iter().find(|b| &b.id == body).ok_or_else(|| vec![FieldError::new("body", "required", vec![])])?;
    let zone = store::party::list(&mut tx).await?.into_iter().find(|p| p.code == party).map(|p| p.zone);
    let today = zone.ok_or_else(|| anyhow::anyhow!("{party} is a party of this node"))?.wall(desk.now()).day;
    assessment::appoint(body, &party, on, today, per_application)?;
    let group = Group { call: call.id.clone(), party: party.clone(), body: body.id.clone(), on, per_application, at: desk.now() };
    store::assessment::save_group(&mut tx, &permit, &group).await?;
    desk.record(&mut tx, &permit, "call", call.id.as_str(), json!({ "group": party.as_str(), "body": body.id.as_str(), "on": on.iso() }))
        .await?;
    let subject = journal::worded_each("journal-subject-group", |lang| vec![("body", body.name.get(lang).to_string())]);
    let entry = Document {
        day: Some(on),
        counterpart: body.name.get(viewer.lang).into(),
        ..Document::new(&call.id, &party, Direction::In, subject)
    };
    journal::enter(desk, &mut tx, &permit, entry).await?;
    tx.commit().await?;
    Ok(())
}

/// Makes the group of the round exactly these experts. Nobody leaves who has an application.
pub async fn set_members(desk: &Desk, viewer: &Viewer, slug: &str, members: &[ExpertId]) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::AppointExperts).await?;
    if store::assessment::group(&mut tx, &permit, &call.id, &party).await?.is_none() {
        return Err(Refusal::new("group-not-appointed", vec![]).into());
    }
    let before = store::assessment::members(&mut tx, &permit, &call.id, &party).await?;
    let busy = store::assessment::assignments(&mut tx, &permit, &call.id, &party).await?;
    for gone in before.iter().filter(|e| !members.contains(&e.id)) {
        if busy.iter().any(|a| a.expert == gone.id && a.stands()) {
            return Err(Refusal::new("group-member-busy", vec![("name", Value::Text(gone.name.clone()))]).into());
        }
        store::assessment::leave(&mut tx, &permit, &call.id, &gone.id).await?;
    }
    let register = store::assessment::experts(&mut tx, &permit, &party).await?;
    for id in members.iter().filter(|id| !before.iter().any(|e| &e.id == *id)) {
        let expert = register.iter().find(|e| &e.id == id).ok_or(Error::NotFound)?;
        assessment::may_join(expert, &party)?;
        store::assessment::join(&mut tx, &permit, &call.id, id).await?;
    }
    desk.record(&mut tx, &permit, "call", call.id.as_str(), json!({ "members": members.len(), "party": party.as_str() })).await?;
    tx.commit().await?;
    Ok(())
}
