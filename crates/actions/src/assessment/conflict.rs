//! Conflicts of interest: found across scripts, declared by the expert, dismissed by the officer of that side with a reason.

use super::{assign::side_closed, own_side, seat::seat};
use crate::{Desk, Error, Result, Viewer, handling};
use domain::{
    Action, PartyCode, Permit, Refusal,
    application::Application,
    assessment::{Conflict, Dismissal, Expert, Found, Origin, refresh},
    call::Call,
    decide,
    ids::{ApplicationId, ConflictId, ExpertId},
    refusal::FieldError,
};
use serde_json::json;
use solve::conflicts::{Participant, Person, find};
use std::collections::HashMap;
use store::Tx;

/// The own side's conflicts with what is needed to judge them.
pub struct Page {
    pub call: Call,
    pub party: PartyCode,
    pub lines: Vec<Line>,
    /// Members of the group, and every application: what the office may declare a conflict between.
    pub members: Vec<Expert>,
    pub apps: Vec<Application>,
    /// Why no search is possible yet, if so.
    pub waiting: Option<Refusal>,
    pub closed: bool,
}

pub struct Line {
    pub conflict: Conflict,
    pub expert: String,
    pub number: String,
    pub title: String,
}

pub async fn page(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Page> {
    let mut tx = desk.db.read().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::DismissConflict).await?;
    let experts = store::assessment::experts(&mut tx, &permit, &party).await?;
    let apps = store::application::list(&mut tx, &permit, &call.id).await?;
    let line = |conflict: Conflict| {
        let app = apps.iter().find(|a| a.id == conflict.application)?;
        let expert = experts.iter().find(|e| e.id == conflict.expert)?.name.clone();
        Some(Line { expert, number: app.number.clone().unwrap_or_default(), title: app.project.title.clone(), conflict })
    };
    let all = store::assessment::conflicts(&mut tx, &permit, &call.id, &party).await?;
    let lines = all.into_iter().filter_map(line).collect();
    let (apps, waiting) = match handling::eligible(desk, &mut tx, &permit, &call).await {
        Ok(apps) => (apps, None),
        Err(Error::Refused(why)) => (Vec::new(), Some(why)),
        Err(other) => return Err(other),
    };
    let members = store::assessment::members(&mut tx, &permit, &call.id, &party).await?;
    let closed = side_closed(&store::assessment::closings(&mut tx, &call.id).await?, &party);
    Ok(Page { lines, members, apps, waiting, closed, call, party })
}

/// Looks for conflicts of the own side's group with every eligible application. Answers how many hold.
pub async fn detect(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<usize> {
    let mut tx = desk.db.write().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::DismissConflict).await?;
    let apps = handling::eligible(desk, &mut tx, &permit, &call).await?;
    let members = store::assessment::members(&mut tx, &permit, &call.id, &party).await?;
    let all = search(desk, &mut tx, &permit, &call, &party, &members, &apps).await?;
    tx.commit().await?;
    Ok(all.iter().filter(|c| c.holds()).count())
}

/// Searches and brings the list of detected conflicts up to date; answers the whole list.
pub(super) async fn search(
    desk: &Desk,
    tx: &mut Tx,
    permit: &Permit,
    call: &Call,
    party: &PartyCode,
    members: &[Expert],
    apps: &[Application],
) -> Result<Vec<Conflict>> {
    let mut people: HashMap<ApplicationId, Vec<String>> = HashMap::new();
    for (app, name) in store::assessment::people(tx, permit, &call.id).await? {
        people.entry(app).or_default().push(name);
    }
    let known = store::assessment::conflicts(tx, permit, &call.id, party).await?;
    let change = refresh(&known, found(members, apps, &people));
    let touched = change.add.len() + change.change.len() + change.remove.len();
    for f in &change.add {
        store::assessment::add_conflict(tx, permit, &call.id, &desk.mint(ConflictId::mint), Origin::Detected, f, desk.now()).await?;
    }
    for (id, f) in &change.change {
        store::assessment::change_conflict(tx, permit, id, f, desk.now()).await?;
    }
    for id in &change.remove {
        store::assessment::remove_conflict(tx, permit, id).await?;
    }
    if touched > 0 {
        desk.record(tx, permit, "call", call.id.as_str(), json!({ "conflicts": "searched", "party": party.as_str() })).await?;
    }
    Ok(store::assessment::conflicts(tx, permit, &call.id, party).await?)
}

/// The strongest hit for each expert and application.
fn found(members: &[Expert], apps: &[Application], people: &HashMap<ApplicationId, Vec<String>>) -> Vec<Found> {
    let ours: Vec<Person> = members
        .iter()
        .map(|e| {
            let with = |one: &String, more: &[String]| std::iter::once(one).chain(more).cloned().collect();
            Person { names: with(&e.name, &e.aliases), organisations: with(&e.organisation, &e.organisation_aliases) }
        })
        .collect();
    let theirs: Vec<Participant> = apps.iter().map(|app| parts(app, people)).collect();
    let mut best: HashMap<(u32, u32), Found> = HashMap::new();
    for hit in find(&ours, &theirs) {
        let found = Found {
            expert: members[hit.person as usize].id.clone(),
            application: apps[hit.participant as usize].id.clone(),
            reason: hit.reason.word().into(),
            ours: hit.ours,
            theirs: hit.theirs,
            strength: hit.strength.into(),
            by_office: false,
        };
        // The kernel answers strongest first.
        best.entry((hit.person, hit.participant)).or_insert(found);
    }
    let mut all: Vec<Found> = best.into_values().collect();
    all.sort_by(|a, b| (b.strength, &a.expert, &a.application).cmp(&(a.strength, &b.expert, &b.application)));
    all
}

/// Everybody and every organisation behind an application, in all spellings; aliases may name either.
fn parts(app: &Application, people: &HashMap<ApplicationId, Vec<String>>) -> Participant {
    let mut names = people.get(&app.id).cloned().unwrap_or_default();
    let mut organisations = Vec::new();
    for p in &app.participants {
        organisations.push(p.name.clone());
        organisations.extend(p.aliases.clone());
        names.extend(p.confirmed.iter().chain(&p.voided).map(|c| c.by_name.clone()).filter(|n| !n.is_empty()));
    }
    Participant { names, organisations }
}

/// An officer of the expert's side dismisses a conflict, with the reason on record.
pub async fn dismiss(desk: &Desk, viewer: &Viewer, slug: &str, id: &ConflictId, reason: &str) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::DismissConflict).await?;
    let known = store::assessment::conflicts(&mut tx, &permit, &call.id, &party).await?;
    if !known.iter().any(|c| &c.id == id) {
        return Err(Error::NotFound);
    }
    if reason.trim().is_empty() {
        return Err(vec![FieldError::new(format!("reason-{id}"), "conflict-reason", vec![])].into());
    }
    let dismissal = Dismissal { at: desk.now(), by: viewer.by(), reason: reason.trim().into() };
    if !store::assessment::dismiss(&mut tx, &permit, id, &dismissal).await? {
        return Err(Refusal::stale().into());
    }
    desk.record(&mut tx, &permit, "conflict", id.as_str(), json!({ "dismissed": true })).await?;
    tx.commit().await?;
    Ok(())
}

/// An expert declares a conflict with an application: the application is theirs no longer (forvaltningsloven s. 6).
pub async fn declare(desk: &Desk, viewer: &Viewer, id: &ApplicationId, reason: &str) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let seat = seat(&mut tx, viewer, id).await?;
    let permit = decide(&viewer.actor(), Action::DeclareConflict, &seat.subject())?;
    let reason = reasoned("conflict", reason)?;
    if seat.side_closed() {
        return Err(Refusal::new("assessment-side-closed", vec![]).into());
    }
    let found = declared(&seat.expert.id, id, reason, false);
    enter(desk, &mut tx, &permit, &seat.call, &found).await?;
    tx.commit().await?;
    Ok(())
}

/// The office declares a conflict that one of its own experts has not told of.
pub async fn declare_for(
    desk: &Desk,
    viewer: &Viewer,
    slug: &str,
    expert: Option<&ExpertId>,
    app: Option<&ApplicationId>,
    reason: &str,
) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let (call, party, permit) = own_side(&mut tx, viewer, slug, Action::DeclareConflict).await?;
    if side_closed(&store::assessment::closings(&mut tx, &call.id).await?, &party) {
        return Err(Refusal::new("assessment-side-closed", vec![]).into());
    }
    let mut wrong = Vec::new();
    let members = store::assessment::members(&mut tx, &permit, &call.id, &party).await?;
    let expert = expert.filter(|id| members.iter().any(|e| &e.id == *id));
    if expert.is_none() {
        wrong.push(FieldError::new("expert", "required", vec![]));
    }
    let apps = store::application::list(&mut tx, &permit, &call.id).await?;
    let app = app.filter(|id| apps.iter().any(|a| &a.id == *id));
    if app.is_none() {
        wrong.push(FieldError::new("application", "required", vec![]));
    }
    match (expert, app, reasoned("reason", reason)) {
        (Some(expert), Some(app), Ok(reason)) => {
            enter(desk, &mut tx, &permit, &call, &declared(expert, app, reason, true)).await?;
            tx.commit().await?;
            Ok(())
        }
        (_, _, bare) => {
            wrong.extend(bare.err().into_iter().flatten());
            Err(wrong.into())
        }
    }
}

fn reasoned<'a>(field: &str, reason: &'a str) -> std::result::Result<&'a str, Vec<FieldError>> {
    let reason = reason.trim();
    if reason.is_empty() { Err(vec![FieldError::new(field, "conflict-reason", vec![])]) } else { Ok(reason) }
}

fn declared(expert: &ExpertId, app: &ApplicationId, reason: &str, by_office: bool) -> Found {
    let (expert, application) = (expert.clone(), app.clone());
    Found { expert, application, reason: reason.into(), ours: String::new(), theirs: String::new(), strength: 1000, by_office }
}

/// Puts a declared conflict on record, over an earlier one of the same two, and takes the application away: a final assessment too
/// counts no longer.
async fn enter(desk: &Desk, tx: &mut Tx, permit: &Permit, call: &Call, found: &Found) -> Result<()> {
    let (expert, app) = (&found.expert, &found.application);
    let known = store::assessment::conflicts_of(tx, expert, app).await?;
    match known.iter().find(|c| c.origin == Origin::Declared) {
        Some(known) => store::assessment::change_conflict(tx, permit, &known.id, found, desk.now()).await?,
        None => {
            let id = desk.mint(ConflictId::mint);
            store::assessment::add_conflict(tx, permit, &call.id, &id, Origin::Declared, found, desk.now()).await?
        }
    }
    store::assessment::decline(tx, permit, app, expert, desk.now(), &found.reason).await?;
    Ok(desk.record(tx, permit, "assignment", app.as_str(), json!({ "conflict": "declared", "office": found.by_office })).await?)
}
