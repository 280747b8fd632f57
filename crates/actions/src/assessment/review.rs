//! An expert's own work: read what was given, score with reasons, finish, or give it back (R137-R139).

use super::seat::{Seat, seat};
use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Permit, Refusal,
    application::{Application, in_force},
    assessment::{self, Assessment, Conflict, Draft, Expert},
    call::Call,
    decide,
    ids::{ApplicationId, AssessmentId},
};
use serde_json::json;
use store::Tx;

pub use store::assessment::Task;

/// An expert's own list.
pub struct Mine {
    /// None: nobody has entered this person in a register yet.
    pub expert: Option<Expert>,
    pub tasks: Vec<Task>,
}

/// One application before its expert.
pub struct Sheet {
    pub call: Call,
    pub app: Application,
    pub expert: Expert,
    pub own: Option<Assessment>,
    pub side_closed: bool,
    /// Name and final assessment of each colleague on the same side; empty until the own one is final.
    pub colleagues: Vec<(String, Assessment)>,
}

impl Sheet {
    pub fn closed(&self) -> bool {
        self.own.as_ref().is_some_and(|a| a.closed.is_some())
    }
    pub fn version(&self) -> i64 {
        self.own.as_ref().map_or(0, |a| a.version)
    }
}

pub async fn mine(desk: &Desk, viewer: &Viewer) -> Result<Mine> {
    let account = viewer.account.as_ref().ok_or(Error::Denied(domain::Denied::SignIn))?;
    if !viewer.has(domain::Role::Expert) {
        return Err(Error::Denied(domain::Denied::NotYours));
    }
    let mut tx = desk.db.read().await?;
    let expert = store::assessment::expert_of(&mut tx, &account.id).await?;
    let tasks = match &expert {
        Some(e) => store::assessment::tasks(&mut tx, &e.id).await?,
        None => Vec::new(),
    };
    Ok(Mine { expert, tasks })
}

pub async fn open(desk: &Desk, viewer: &Viewer, id: &ApplicationId) -> Result<Sheet> {
    let mut tx = desk.db.read().await?;
    let seat = seat(&mut tx, viewer, id).await?;
    told(&seat)?;
    decide(&viewer.actor(), Action::ReadApplication, &seat.subject())?;
    let mut colleagues = Vec::new();
    if let Ok(permit) = decide(&viewer.actor(), Action::ReadAssessment, &seat.of_colleague()) {
        let experts = store::assessment::experts(&mut tx, &permit, &seat.expert.party).await?;
        for a in store::assessment::of_application(&mut tx, &permit, id, &seat.expert.party).await? {
            if let Some(e) = experts.iter().find(|e| e.id == a.expert && e.id != seat.expert.id && a.closed.is_some()) {
                colleagues.push((e.name.clone(), a));
            }
        }
    }
    let side_closed = seat.side_closed();
    // As it counts: without participants who did not confirm in time.
    let app = in_force(&seat.call, seat.app, desk.now()).ok_or(Error::NotFound)?;
    Ok(Sheet { call: seat.call, app, expert: seat.expert, own: seat.assessment, side_closed, colleagues })
}

/// A conflict is told to the person it concerns, instead of an empty page.
fn told(seat: &Seat) -> Result<()> {
    let mine = seat.assignment.as_ref().is_some_and(assessment::Assignment::stands);
    if mine && seat.conflicts.iter().any(Conflict::holds) { Err(Refusal::new("assessment-conflicted", vec![]).into()) } else { Ok(()) }
}

/// Saves a draft over `version`; answers the new version.
pub async fn save(desk: &Desk, viewer: &Viewer, id: &ApplicationId, version: i64, draft: Draft) -> Result<i64> {
    write(desk, viewer, id, version, draft, false).await
}

/// Makes the assessment final: nothing changes in it from here on, and colleagues' final ones can be read.
pub async fn close(desk: &Desk, viewer: &Viewer, id: &ApplicationId, version: i64, draft: Draft) -> Result<()> {
    write(desk, viewer, id, version, draft, true).await.map(drop)
}

async fn write(desk: &Desk, viewer: &Viewer, id: &ApplicationId, version: i64, draft: Draft, last: bool) -> Result<i64> {
    let mut tx = desk.db.write().await?;
    let (seat, permit) = own(&mut tx, viewer, id, Action::Assess).await?;
    assessment::save(&seat.call.criteria, seat.assessment.as_ref(), version, &draft)?;
    if last {
        assessment::close(&seat.call.criteria, &draft)?;
    }
    let now = desk.now();
    let known = seat.assessment.map(|a| a.id);
    let begun = known.is_none();
    let saved = Assessment {
        id: known.unwrap_or_else(|| desk.mint(AssessmentId::mint)),
        application: id.clone(),
        expert: seat.expert.id,
        draft,
        version: version + 1,
        at: now,
        closed: last.then_some(now),
    };
    store::assessment::save(&mut tx, &permit, &saved).await?;
    // The log says that work began and ended, never what was thought in between.
    if begun || last {
        desk.record(&mut tx, &permit, "assessment", saved.id.as_str(), json!({ "closed": last })).await?;
    }
    tx.commit().await?;
    Ok(saved.version)
}

/// Makes the draft as it is kept in `version` final.
pub async fn finish(desk: &Desk, viewer: &Viewer, id: &ApplicationId, version: i64) -> Result<()> {
    let kept = open(desk, viewer, id).await?.own.filter(|a| a.version == version).ok_or_else(Refusal::stale)?;
    close(desk, viewer, id, version, kept.draft).await
}

/// Gives an application back with a reason; what was written is kept on record. The office plans anew.
pub async fn decline(desk: &Desk, viewer: &Viewer, id: &ApplicationId, reason: &str) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let (seat, permit) = own(&mut tx, viewer, id, Action::Assess).await?;
    if seat.assessment.as_ref().is_some_and(|a| a.closed.is_some()) {
        return Err(Refusal::new("assessment-final", vec![]).into());
    }
    if reason.trim().is_empty() {
        return Err(vec![domain::refusal::FieldError::new("decline", "decline-reason", vec![])].into());
    }
    store::assessment::decline(&mut tx, &permit, id, &seat.expert.id, desk.now(), reason.trim()).await?;
    desk.record(&mut tx, &permit, "assignment", id.as_str(), json!({ "declined": true })).await?;
    tx.commit().await?;
    Ok(())
}

async fn own(tx: &mut Tx, viewer: &Viewer, id: &ApplicationId, action: Action) -> Result<(Seat, Permit)> {
    let seat = seat(tx, viewer, id).await?;
    told(&seat)?;
    // To write presupposes to read: what is not this expert's does not exist for them.
    decide(&viewer.actor(), Action::ReadApplication, &seat.subject())?;
    let permit = decide(&viewer.actor(), action, &seat.subject())?;
    if seat.side_closed() {
        return Err(Refusal::new("assessment-side-closed", vec![]).into());
    }
    Ok((seat, permit))
}
