//! Verdicts of the two offices.

use crate::{Tx, sql::sql};
use anyhow::Result;
use domain::{
    PartyCode, Permit,
    handling::{Eligibility, Entrant, Handling, Verdict},
    ids::{ApplicationId, CallId, ParticipantId},
    organisation::Scheme,
};

sql! {
    SAVE_ELIGIBILITY = "insert into eligibility (participant, party, verdict, reason, by, at) values ($1, $2, $3, $4, $5, $6)
                        on conflict (participant) do update set verdict = excluded.verdict, reason = excluded.reason, by = excluded.by, at = excluded.at";
    SAVE_HANDLING = "insert into handling (application, party, verdict, note, by, at) values ($1, $2, $3, $4, $5, $6)
                     on conflict (application, party) do update set verdict = excluded.verdict, note = excluded.note, by = excluded.by, at = excluded.at";
    ELIGIBILITIES = "select e.participant, e.party, e.verdict, e.reason, e.by, e.at from eligibility e join participant p on p.id = e.participant
                     join application a on a.id = p.application where a.call = $1";
    HANDLINGS = "select h.application, h.party, h.verdict, h.note, h.by, h.at from handling h join application a on a.id = h.application where a.call = $1 order by h.application, h.party";
    ENTRANTS = "select p.id, p.application, a.number, p.name, p.scheme, p.identifier from participant p join application a on a.id = p.application
                where a.call = $1 and a.state = 'submitted'";
}

pub async fn save_eligibility(tx: &mut Tx, _permit: &Permit, e: &Eligibility) -> Result<()> {
    tx.run(
        SAVE_ELIGIBILITY,
        &[e.participant.as_str().into(), (&e.party).into(), e.verdict.code().into(), (&e.reason).into(), (&e.by).into(), e.at.into()],
    )
    .await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, _permit: &Permit, h: &Handling) -> Result<()> {
    tx.run(
        SAVE_HANDLING,
        &[h.application.as_str().into(), (&h.party).into(), h.verdict.code().into(), (&h.note).into(), (&h.by).into(), h.at.into()],
    )
    .await?;
    Ok(())
}

/// Every participant's verdict in a call.
pub async fn eligibilities(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Vec<Eligibility>> {
    let rows = tx.all(ELIGIBILITIES, &[call.as_str().into()]).await?;
    rows.iter()
        .map(|r| {
            Ok(Eligibility {
                participant: r.parse("participant", ParticipantId::parse)?,
                party: r.parse("party", PartyCode::parse)?,
                verdict: r.parse("verdict", Verdict::parse)?,
                reason: r.text("reason")?,
                by: r.text("by")?,
                at: r.at("at")?,
            })
        })
        .collect()
}

/// Both offices' verdicts on the applications of a call.
pub async fn list(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Vec<Handling>> {
    let rows = tx.all(HANDLINGS, &[call.as_str().into()]).await?;
    rows.iter()
        .map(|r| {
            Ok(Handling {
                application: r.parse("application", ApplicationId::parse)?,
                party: r.parse("party", PartyCode::parse)?,
                verdict: r.parse("verdict", Verdict::parse)?,
                note: r.text("note")?,
                by: r.text("by")?,
                at: r.at("at")?,
            })
        })
        .collect()
}

/// Every participant of a call's submitted applications.
pub async fn entrants(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Vec<Entrant>> {
    let rows = tx.all(ENTRANTS, &[call.as_str().into()]).await?;
    rows.iter()
        .map(|r| {
            Ok(Entrant {
                application: r.parse("application", ApplicationId::parse)?,
                number: r.text("number")?,
                participant: r.parse("id", ParticipantId::parse)?,
                name: r.text("name")?,
                scheme: r.parse("scheme", Scheme::parse)?,
                identifier: r.text("identifier")?,
            })
        })
        .collect()
}
