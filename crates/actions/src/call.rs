//! Calls from draft to announcement: create, edit, agree and publish, extend after an outage (R122, R123, R129, R136).

pub mod announcement;

use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Instant, PartyCode, Refusal, Role, Subject, Text3,
    call::{self, Call, ConfirmationRule, Criterion, Edit, Pot, Presented, Question, Window, publication},
    decide,
    ids::{CallId, EventId, ProgrammeId},
    programme::{Body, Programme},
    refusal::{FieldError, Value},
};
use serde_json::json;
pub use store::call::{Announcement, Extension, Line};
use store::{Tx, call::Consent};

/// What a new draft begins with; everything can be changed until publication.
#[derive(Clone, Debug)]
pub struct NewCall {
    pub slug: String,
    pub programme: ProgrammeId,
    pub title: Text3,
    pub summary: Text3,
    pub theme: i64,
    pub window: Window,
    pub confirmation: ConfirmationRule,
    pub max_months: i64,
    pub pots: Vec<Pot>,
    /// Ids by `desk.mint(CriterionId::mint)`.
    pub criteria: Vec<Criterion>,
    /// Ids by `desk.mint(QuestionId::mint)`.
    pub questions: Vec<Question>,
    pub presented: Option<Presented>,
    pub made_up: bool,
}

/// What an office's agreement to publication led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Publication {
    /// Recorded; this party's office has yet to agree to the same version.
    Waits(PartyCode),
    Published,
}

/// All that the desk's edit page needs.
pub struct Desktop {
    pub call: Call,
    pub programme: Programme,
    pub bodies: Vec<Body>,
    /// Why it can't be published yet.
    pub obstacles: Vec<Refusal>,
    /// Offices that agree to this very version.
    pub agreed: Vec<PartyCode>,
}

/// The programmes under which this viewer may set up a call; denied where there is none for them.
pub async fn programmes(desk: &Desk, viewer: &Viewer) -> Result<Vec<crate::programme::Line>> {
    let mut tx = desk.db.read().await?;
    let actor = viewer.actor();
    let permitted = |parties: &[PartyCode; 2]| decide(&actor, Action::EditCall, &Subject::Shared { parties: parties.clone() });
    let all = store::programme::list(&mut tx).await?;
    let own: Vec<_> = all.into_iter().filter(|p| !p.record_only && permitted(&p.parties).is_ok()).collect();
    if own.is_empty() {
        // Nothing to set up a call under: still a page for an officer of this node, and none for others.
        let parties: Vec<PartyCode> = store::party::list(&mut tx).await?.into_iter().map(|p| p.code).collect();
        permitted(&<[PartyCode; 2]>::try_from(parties).map_err(|_| Error::NotFound)?)?;
    }
    Ok(own)
}

pub async fn create(desk: &Desk, viewer: &Viewer, new: NewCall) -> Result<CallId> {
    let mut tx = desk.db.write().await?;
    let programme = store::programme::get(&mut tx, &new.programme).await?;
    let permit = decide(&viewer.actor(), Action::EditCall, &programme.shared())?;
    if programme.record_only {
        return Err(Refusal::new("programme-record-only", vec![("programme", Value::Label(programme.title))]).into());
    }
    check_slug(&mut tx, &new.slug).await?;
    let call = Call {
        id: desk.mint(CallId::mint),
        slug: new.slug,
        programme: new.programme,
        parties: programme.parties,
        title: new.title,
        summary: new.summary,
        theme: new.theme,
        window: new.window,
        confirmation: new.confirmation,
        max_months: new.max_months,
        pots: new.pots,
        criteria: new.criteria,
        questions: new.questions,
        presented: new.presented,
        published: None,
        version: 1,
        made_up: new.made_up,
    };
    store::call::insert(&mut tx, &permit, &call, desk.now()).await?;
    desk.record(&mut tx, &permit, "call", call.id.as_str(), json!({ "slug": call.slug, "created": true })).await?;
    tx.commit().await?;
    Ok(call.id)
}

async fn check_slug(tx: &mut Tx, slug: &str) -> Result<()> {
    let shaped = (2..=60).contains(&slug.len())
        && slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !slug.starts_with('-');
    if !shaped || slug == "new" {
        return Err(vec![FieldError::new("slug", "slug-shape", vec![("typed", Value::Text(slug.into()))])].into());
    }
    if store::call::find_by_slug(tx, slug).await?.is_some() {
        return Err(vec![FieldError::new("slug", "slug-taken", vec![("typed", Value::Text(slug.into()))])].into());
    }
    Ok(())
}

/// A call as this viewer may see it: drafts only by those who see the desk.
pub async fn show(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Call> {
    seen(&mut desk.db.read().await?, viewer, slug).await
}

/// A call with all that its public page shows.
pub struct Shown {
    pub call: Call,
    pub programme: Programme,
    pub presented_to: Option<Body>,
    /// Oldest first.
    pub announcements: Vec<Announcement>,
    pub extensions: Vec<Extension>,
}

pub async fn show_whole(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Shown> {
    let mut tx = desk.db.read().await?;
    let call = seen(&mut tx, viewer, slug).await?;
    let programme = store::programme::get(&mut tx, &call.programme).await?;
    let bodies = store::programme::bodies(&mut tx).await?;
    let announcements = store::call::announcements(&mut tx, &call.id).await?;
    let extensions = store::call::extensions(&mut tx, &call.id).await?;
    Ok(Shown { presented_to: presented_to(&call, &bodies).cloned(), call, programme, announcements, extensions })
}

async fn seen(tx: &mut Tx, viewer: &Viewer, slug: &str) -> Result<Call> {
    let call = store::call::find_by_slug(tx, slug).await?.ok_or(Error::NotFound)?;
    let action = if call.published.is_some() { Action::ReadPublic } else { Action::ReadDesk };
    match decide(&viewer.actor(), action, &call.shared()) {
        Ok(_) => Ok(call),
        // Nobody outside is to learn that a draft exists.
        Err(_) => Err(Error::NotFound),
    }
}

/// Calls in a list: everybody sees the announced ones, offices and auditors of its parties the drafts too.
pub async fn list(desk: &Desk, viewer: &Viewer) -> Result<Vec<Line>> {
    let actor = viewer.actor();
    let mut all = store::call::list(&mut desk.db.read().await?).await?;
    all.retain(|c| c.published.is_some() || decide(&actor, Action::ReadDesk, &Subject::Shared { parties: c.parties.clone() }).is_ok());
    Ok(all)
}

pub async fn desktop(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Desktop> {
    let mut tx = desk.db.read().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    decide(&viewer.actor(), Action::EditCall, &call.shared())?;
    let programme = store::programme::get(&mut tx, &call.programme).await?;
    let bodies = store::programme::bodies(&mut tx).await?;
    let obstacles = publication::obstacles(&call, &programme, presented_to(&call, &bodies), desk.now());
    let consents = store::call::consents(&mut tx, &call.id).await?;
    let agreed = consents.into_iter().filter(|c| c.version == call.version).map(|c| c.party).collect();
    Ok(Desktop { call, programme, bodies, obstacles, agreed })
}

fn presented_to<'a>(call: &Call, bodies: &'a [Body]) -> Option<&'a Body> {
    call.presented.as_ref().and_then(|p| bodies.iter().find(|b| b.id == p.body))
}

/// Saves one part of a draft that the viewer saw at `version`. Agreements to an earlier version lapse.
pub async fn edit(desk: &Desk, viewer: &Viewer, slug: &str, version: i64, edit: Edit) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::EditCall, &call.shared())?;
    let part = part_name(&edit);
    let mut changed = call::edit(&call, edit)?;
    changed.version = version;
    if !store::call::update(&mut tx, &permit, &changed).await? {
        return Err(Refusal::stale().into());
    }
    desk.record(&mut tx, &permit, "call", call.id.as_str(), json!({ "part": part })).await?;
    tx.commit().await?;
    Ok(())
}

fn part_name(edit: &Edit) -> &'static str {
    match edit {
        Edit::Basics { .. } => "basics",
        Edit::Window(_) => "window",
        Edit::Pots(_) => "pots",
        Edit::Criteria(_) => "criteria",
        Edit::Presented(_) => "presented",
        Edit::Questions(_) => "questions",
    }
}

/// One office agrees to publish the draft as it stands at `version`; with the second agreement it is announced (R129: no side acts alone on shared matters).
/// The operator at the command line counts for both.
pub async fn publish(desk: &Desk, viewer: &Viewer, slug: &str, version: i64) -> Result<Publication> {
    let mut tx = desk.db.write().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::PublishCall, &call.shared())?;
    if call.version != version {
        return Err(Refusal::stale().into());
    }
    let now = desk.now();
    let programme = store::programme::get(&mut tx, &call.programme).await?;
    let bodies = store::programme::bodies(&mut tx).await?;
    let published = publication::publish(&call, &programme, presented_to(&call, &bodies), now).map_err(first)?;
    for party in speaks_for(viewer, &call) {
        store::call::add_consent(&mut tx, &permit, &call.id, &Consent { party, version, at: now }, &viewer.by()).await?;
    }
    let consents = store::call::consents(&mut tx, &call.id).await?;
    let missing = call.parties.iter().find(|p| !consents.iter().any(|c| &c.party == *p && c.version == version));
    if let Some(party) = missing.cloned() {
        desk.record(&mut tx, &permit, "call", call.id.as_str(), json!({ "agreed": version })).await?;
        tx.commit().await?;
        return Ok(Publication::Waits(party));
    }
    if !store::call::update_window(&mut tx, &permit, &published).await? {
        return Err(Refusal::stale().into());
    }
    let sha256 = announcement::archive(desk, &mut tx, &permit, &published, &programme, "publication").await?;
    desk.record(&mut tx, &permit, "call", call.id.as_str(), json!({ "published": true, "announcement": sha256 })).await?;
    tx.commit().await?;
    Ok(Publication::Published)
}

/// The desk shows them all; a refusal names the first.
fn first(obstacles: Vec<Refusal>) -> Error {
    obstacles.into_iter().next().map_or(Error::NotFound, Error::Refused)
}

/// The parties of the call that this viewer's signature counts for.
fn speaks_for(viewer: &Viewer, call: &Call) -> Vec<PartyCode> {
    let actor = viewer.actor();
    call.parties.iter().filter(|p| actor.operator || actor.has_for(Role::Officer, p)).cloned().collect()
}

/// Puts off the closing for everybody, with its reason; announced anew.
pub async fn extend(desk: &Desk, viewer: &Viewer, slug: &str, version: i64, closes: Instant, reason: &str) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::PublishCall, &call.shared())?;
    let mut later = call::extend(&call, closes, reason)?;
    later.version = version;
    if !store::call::update_window(&mut tx, &permit, &later).await? {
        return Err(Refusal::stale().into());
    }
    let extension = Extension { at: desk.now(), closed: call.window.closes, closes, reason: reason.trim().into() };
    store::call::add_extension(&mut tx, &permit, desk.mint(EventId::mint).as_str(), &call.id, &extension, &viewer.by()).await?;
    let programme = store::programme::get(&mut tx, &call.programme).await?;
    let sha256 = announcement::archive(desk, &mut tx, &permit, &later, &programme, "extension").await?;
    let detail = json!({ "extended": { "from": call.window.closes.rfc3339(), "to": closes.rfc3339() }, "announcement": sha256 });
    desk.record(&mut tx, &permit, "call", call.id.as_str(), detail).await?;
    tx.commit().await?;
    Ok(())
}
