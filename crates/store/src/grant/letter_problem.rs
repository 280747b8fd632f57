//! Letters that could not be set, each with the order it was given; the row goes when the letter goes out.

use crate::{Tx, sql::sql};
use anyhow::Result;
use domain::{
    Instant, PartyCode, Permit, Text3,
    ids::{ApplicationId, BodyId, CallId},
    time::Day,
};

sql! {
    SAVE = "insert into letter_problem (application, party, kind, detail, body, day, contact, appeal, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (application, party) do update set kind = excluded.kind, detail = excluded.detail, body = excluded.body, day = excluded.day,
              contact = excluded.contact, appeal = excluded.appeal, at = excluded.at";
    REMOVE = "delete from letter_problem where application = $1 and party = $2";
    OF_CALL = "select p.application, p.kind, p.detail, p.body, p.day, p.contact, p.appeal, p.at from letter_problem p
               join application a on a.id = p.application where a.call = $1 and p.party = $2 order by a.number";
}

/// Why a letter could not be set, and what was ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterProblem {
    pub application: ApplicationId,
    /// `glyphs`: the font has no sign for the characters in `detail`; `other`: a fault of the program.
    pub kind: String,
    pub detail: String,
    pub body: BodyId,
    pub day: Day,
    pub contact: String,
    pub appeal: Text3,
    pub at: Instant,
}

pub async fn save(tx: &mut Tx, _permit: &Permit, party: &PartyCode, p: &LetterProblem) -> Result<()> {
    let args = [
        p.application.as_str().into(),
        party.into(),
        (&p.kind).into(),
        (&p.detail).into(),
        p.body.as_str().into(),
        p.day.iso().into(),
        (&p.contact).into(),
        (&p.appeal).into(),
        p.at.into(),
    ];
    tx.run(SAVE, &args).await?;
    Ok(())
}

pub async fn remove(tx: &mut Tx, _permit: &Permit, party: &PartyCode, application: &ApplicationId) -> Result<()> {
    tx.run(REMOVE, &[application.as_str().into(), party.into()]).await?;
    Ok(())
}

pub async fn of_call(tx: &mut Tx, _permit: &Permit, call: &CallId, party: &PartyCode) -> Result<Vec<LetterProblem>> {
    let rows = tx.all(OF_CALL, &[call.as_str().into(), party.into()]).await?;
    let each = rows.iter().map(|r| {
        Ok(LetterProblem {
            application: r.parse("application", ApplicationId::parse)?,
            kind: r.text("kind")?,
            detail: r.text("detail")?,
            body: r.parse("body", BodyId::parse)?,
            day: r.day("day")?,
            contact: r.text("contact")?,
            appeal: r.text3("appeal")?,
            at: r.at("at")?,
        })
    });
    each.collect()
}
