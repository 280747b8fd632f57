//! The log, for offices and auditors: pages of it, and whether its chain is whole.

use crate::{Desk, Error, Result, Viewer};
use domain::{Action, PartyCode, Permit, Subject, decide};
use store::Tx;
pub use store::event::Event;

/// Lines on one page.
pub const PAGE: i64 = 50;

pub struct Log {
    /// Newest first.
    pub events: Vec<Event>,
    /// Names of the accounts that acted, by id.
    pub names: Vec<(String, String)>,
    /// Where the next, older page begins.
    pub older: Option<i64>,
}

/// The newest lines before `before`, or the newest of all.
pub async fn page(desk: &Desk, viewer: &Viewer, before: Option<i64>) -> Result<Log> {
    let mut tx = desk.db.read().await?;
    let permit = may_read(&mut tx, viewer).await?;
    let mut events = store::event::page(&mut tx, &permit, before.unwrap_or(i64::MAX), PAGE + 1).await?;
    let older = (events.len() as i64 > PAGE).then(|| {
        events.truncate(PAGE as usize);
        events.last().map_or(0, |e| e.seq)
    });
    events.retain(|e| open_to(viewer, e));
    let names = store::account::names(&mut tx, &permit).await?;
    Ok(Log { events, names, older })
}

/// Who works when on the other side's assessments is that side's alone, even after both have closed: counts by person would tell.
fn open_to(viewer: &Viewer, e: &Event) -> bool {
    !e.action.starts_with("assessment.") || e.party.is_none() || e.party.as_deref() == viewer.party().map(PartyCode::as_str)
}

/// The first line that was altered, if any. Reads the whole log.
pub async fn first_break(desk: &Desk, viewer: &Viewer) -> Result<Option<i64>> {
    let mut tx = desk.db.read().await?;
    let permit = may_read(&mut tx, viewer).await?;
    Ok(store::event::first_break(&mut tx, &permit).await?)
}

/// The log is shared by the parties of this node; its lines hold no personal text.
async fn may_read(tx: &mut Tx, viewer: &Viewer) -> Result<Permit> {
    let parties: Vec<PartyCode> = store::party::list(tx).await?.into_iter().map(|p| p.code).collect();
    let parties = <[PartyCode; 2]>::try_from(parties).map_err(|_| Error::NotFound)?;
    Ok(decide(&viewer.actor(), Action::ReadEvents, &Subject::Shared { parties })?)
}
