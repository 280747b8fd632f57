//! Submission and withdrawal: one transaction each, the clock read inside it.

use super::{Loaded, freeze, line, load, load_working, search_text};
use crate::{Desk, Result, Viewer};
use anyhow::anyhow;
use domain::{
    Action, Instant, Permit, Refusal,
    application::{self, Application, State},
    decide,
    ids::{ApplicationId, SubmissionId},
    refusal::FieldError,
};
use dossier::{Digest, wire};
use serde_json::json;
use store::{
    Tx,
    application::submission::{self, Frozen},
};

/// Freezes, fingerprints and signs the application as it is now, and gives the receipt. The same `form_key` answers with the same receipt.
pub async fn submit(desk: &Desk, viewer: &Viewer, id: &ApplicationId, form_key: &str) -> Result<SubmissionId> {
    let mut tx = desk.db.write().await?;
    let Loaded { call, app, requests, .. } = {
        let loaded = load_working(&mut tx, viewer, id).await?;
        decide(&viewer.actor(), Action::SubmitApplication, &loaded.subject())?;
        loaded
    };
    let standing = load(&mut tx, viewer, id).await?;
    let permit = decide(&viewer.actor(), Action::SubmitApplication, &standing.subject())?;
    if let Some(earlier) = submission::find_by_form_key(&mut tx, form_key).await? {
        // A key belongs to one application; another one's would tell of it.
        return if &earlier.application == id { Ok(earlier.id) } else { Err(Refusal::stale().into()) };
    }
    let now = desk.now();
    let verdict = application::submit(&call, &app, &requests, now)?;
    let earlier = submission::list(&mut tx, &permit, id).await?;
    let version = u32::try_from(earlier.len() + 1).map_err(|e| anyhow!(e))?;
    let number = match &app.number {
        Some(number) => number.clone(),
        None => next_number(&mut tx, now).await?,
    };
    let mut after = Application { state: State::Submitted, number: Some(number.clone()), ..app.clone() };
    after.version = after.version.max(standing.app.version) + 1;
    store::application::save(&mut tx, &permit, &standing.app, &after, &search_text(&after)).await?;
    store::application::revision::drop(&mut tx, &permit, id).await?;
    submission::undo_withdrawal(&mut tx, &permit, id, now).await?;
    let receipt_number = if version == 1 { number } else { format!("{number}-{version}") };
    let dossier = freeze::dossier(&call, &after, version)?;
    let frozen = seal(desk, viewer, &dossier, receipt_number, verdict.late, now)?;
    submission::insert(&mut tx, &permit, &frozen, form_key).await?;
    line::keep(&mut tx, &permit, &call, id).await?;
    let detail = json!({ "number": frozen.number, "sha256": frozen.sha256, "late": verdict.late, "half": verdict.half });
    desk.record(&mut tx, &permit, "application", id.as_str(), detail).await?;
    tx.commit().await?;
    Ok(frozen.id)
}

fn seal(desk: &Desk, viewer: &Viewer, dossier: &wire::ApplicationDossier, number: String, late: bool, now: Instant) -> Result<Frozen> {
    let bytes = dossier.bytes().map_err(|e| anyhow!("the dossier can't be frozen: {e:?}"))?;
    let digest = Digest::of(&bytes);
    let receipt = wire::Receipt {
        v: wire::VERSION,
        number: number.clone(),
        call: dossier.call.clone(),
        application: dossier.application.clone(),
        version: dossier.version,
        submitted: now.micros(),
        dossier: digest,
        length: bytes.len() as u64,
    };
    let envelope = receipt.sign(desk.signer()).map_err(|e| anyhow!("the receipt can't be signed: {e:?}"))?;
    Ok(Frozen {
        id: desk.mint(SubmissionId::mint),
        application: ApplicationId::parse(&dossier.application).ok_or_else(|| anyhow!("application id"))?,
        number,
        at: now,
        sha256: digest.hex(),
        dossier: bytes,
        receipt: envelope.to_json(),
        key_id: desk.signer().id().to_string(),
        late,
        by: viewer.by(),
    })
}

/// `CALL-2026-0001`: the year is that of the instant in UTC, the same wherever one looks from. Writers are one at a time, so no number is given twice.
async fn next_number(tx: &mut Tx, now: Instant) -> Result<String> {
    let prefix = format!("CALL-{}-", &now.rfc3339()[..4]);
    let n = store::application::numbered(tx, &prefix).await? + 1;
    Ok(format!("{prefix}{n:04}"))
}

/// Takes a submitted application out, with a reason, before any decision. Submitting again while the call is open undoes it.
pub async fn withdraw(desk: &Desk, viewer: &Viewer, id: &ApplicationId, reason: &str) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let loaded = load(&mut tx, viewer, id).await?;
    let permit = decide(&viewer.actor(), Action::WithdrawApplication, &loaded.subject())?;
    let decided = submission::is_decided(&mut tx, id).await?;
    application::withdraw(&loaded.app, decided)?;
    if reason.trim().is_empty() {
        return Err(vec![FieldError::new("reason", "required", vec![])].into());
    }
    withdraw_in(desk, viewer, &mut tx, &permit, &loaded.app, reason.trim()).await?;
    tx.commit().await?;
    Ok(())
}

async fn withdraw_in(desk: &Desk, viewer: &Viewer, tx: &mut Tx, permit: &Permit, app: &Application, reason: &str) -> Result<()> {
    let after = Application { state: State::Withdrawn, version: app.version + 1, ..app.clone() };
    store::application::save(tx, permit, app, &after, &search_text(&after)).await?;
    submission::withdraw(tx, permit, &app.id, reason, &viewer.by(), desk.now()).await?;
    desk.record(tx, permit, "application", app.id.as_str(), json!({ "state": "withdrawn" })).await?;
    Ok(())
}
