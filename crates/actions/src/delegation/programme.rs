//! The programme's versions and the ticks of the backward plan.

use super::{load_one, zone};
use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Refusal, Subject, decide,
    delegation::{
        Delegation,
        plan::Step,
        programme::{self as rules, Change, Version},
    },
    refusal::FieldError,
    time::Zone,
};
use serde_json::json;

/// Two versions side by side.
pub struct Comparison {
    pub delegation: Delegation,
    pub from: i64,
    pub to: i64,
    pub changes: Vec<Change>,
    pub host_zone: Zone,
    pub visitor_zone: Zone,
}

/// Keeps the lines as the next version; unchanged lines make none. Answers the version in force.
pub async fn save(desk: &Desk, viewer: &Viewer, slug: &str, text: &str, seen: i64) -> Result<i64> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let d = store::delegation::find(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let zone = zone(&mut tx, &d.host).await?;
    let wrong = |refusal: Refusal| FieldError { field: "programme".into(), refusal };
    let items = rules::parse(text, &zone).map_err(|all| all.into_iter().map(wrong).collect::<Vec<_>>())?;
    rules::within(&items, &zone, d.arrives, d.departs).map_err(|r| vec![wrong(r)])?;
    let last = store::delegation::programme::versions(&mut tx, &d.id).await?.first().map_or(0, |(no, _)| *no);
    if last > 0 && store::delegation::programme::items(&mut tx, &d.id, last).await? == items {
        return Ok(last);
    }
    // Two clerks at once: the second is told rather than overwriting the first.
    if seen != last {
        return Err(Refusal::stale().into());
    }
    let version = Version { no: last + 1, at: desk.now(), items };
    store::delegation::programme::insert(&mut tx, &permit, &d.id, &version, &viewer.by()).await?;
    desk.record(&mut tx, &permit, "delegation", d.id.as_str(), json!({ "programme": version.no })).await?;
    tx.commit().await?;
    Ok(version.no)
}

/// What changed between two versions; by default the last two.
pub async fn compare(desk: &Desk, viewer: &Viewer, slug: &str, from: Option<i64>, to: Option<i64>) -> Result<Comparison> {
    decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let delegation = load_one(&mut tx, viewer, slug).await?;
    let versions = store::delegation::programme::versions(&mut tx, &delegation.id).await?;
    let known = |no: Option<i64>| no.filter(|no| versions.iter().any(|(v, _)| v == no));
    let last = versions.first().map(|(no, _)| *no).ok_or(Error::NotFound)?;
    let to = known(to).unwrap_or(last);
    let from = known(from).unwrap_or((to - 1).max(1));
    let old = store::delegation::programme::items(&mut tx, &delegation.id, from).await?;
    let new = store::delegation::programme::items(&mut tx, &delegation.id, to).await?;
    let (host_zone, visitor_zone) = (zone(&mut tx, &delegation.host).await?, zone(&mut tx, &delegation.visitor).await?);
    Ok(Comparison { changes: rules::diff(&old, &new), from, to, delegation, host_zone, visitor_zone })
}

/// Ticks a step of the plan, or takes the tick away.
pub async fn tick(desk: &Desk, viewer: &Viewer, slug: &str, step: Step, on: bool) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let d = store::delegation::find(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    store::delegation::programme::tick(&mut tx, &permit, &d.id, step, on, &viewer.by(), desk.now()).await?;
    desk.record(&mut tx, &permit, "delegation", d.id.as_str(), json!({ "step": step.code(), "done": on })).await?;
    Ok(tx.commit().await?)
}

/// A programme says where people will be: it is the offices' own until the visit is over.
pub fn may_read(viewer: &Viewer) -> Result<()> {
    Ok(decide(&viewer.actor(), Action::ReadBook, &Subject::Site).map(|_| ())?)
}
