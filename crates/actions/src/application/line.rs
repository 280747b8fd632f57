//! Keeps the desks' list true: one line an application, written in the transaction that changes what it shows.

use super::Loaded;
use crate::{Desk, Result, Viewer};
use anyhow::Context;
use domain::{
    Action, Permit, Subject,
    application::{Application, confirming},
    call::Call,
    decide,
    handling::{Weight, findings},
    ids::ApplicationId,
};
use store::{Tx, application::line::Line};

/// After a submission, a confirmation or a withdrawal.
pub(super) async fn keep(tx: &mut Tx, permit: &Permit, call: &Call, id: &ApplicationId) -> Result<()> {
    let app = store::application::find(tx, id).await?.context("the application just written")?;
    if let Some(line) = line(call, &app) {
        store::application::line::put(tx, permit, &call.id, &line).await?;
    }
    Ok(())
}

/// None for what was never submitted.
fn line(call: &Call, app: &Application) -> Option<Line> {
    let submission = app.submission.as_ref()?;
    let lead = app.lead();
    let asked = call.parties.each_ref().map(|party| {
        // Where nobody of a side stated money, nothing is shown rather than 0.
        let stated = app.of(party).any(|p| p.money_stated);
        stated.then(|| app.of(party).flat_map(|p| &p.lines).fold(0, |sum: i64, l| sum.saturating_add(l.amount.minor)))
    });
    let found = findings(call, app, &[]);
    let questions = found.iter().filter(|f| f.weight == Weight::Question).count() as i64;
    Some(Line {
        application: app.id.clone(),
        number: app.number.clone()?,
        state: app.state,
        title: app.project.title.clone(),
        lang: app.project.lang,
        acronym: app.project.acronym.clone(),
        late: submission.late,
        submitted: submission.at,
        lead: lead.map(|p| p.name.clone()).unwrap_or_default(),
        lead_lang: lead.map_or("", |p| p.lang.code()).into(),
        waits: app.participants.iter().filter(|p| !p.is_associated() && !p.is_confirmed()).map(|p| p.name.replace('\n', " ")).collect(),
        sides: confirming(call, app),
        asked,
        questions,
        notes: found.len() as i64 - questions,
    })
}

/// Writes the lines that a database from before them lacks; answers how many.
pub async fn complete(desk: &Desk) -> Result<usize> {
    let operator = Viewer::operator();
    let permit = decide(&operator.actor(), Action::EditProgramme, &Subject::Site)?;
    let missing = store::application::line::missing(&mut desk.db.read().await?, &permit).await?;
    if missing.is_empty() {
        return Ok(0);
    }
    let mut tx = desk.db.write().await?;
    for id in &missing {
        let Loaded { call, .. } = super::load(&mut tx, &operator, id).await?;
        keep(&mut tx, &permit, &call, id).await?;
    }
    tx.commit().await?;
    Ok(missing.len())
}
