//! Decision letters: one of each party to the applicants of each application, kept as the document that was sent.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Instant, PartyCode, Permit,
    ids::{ApplicationId, CallId, DocumentId, LetterId},
    time::Day,
};

sql! {
    INSERT = "insert into letter (id, application, party, outcome, day, document, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    OF_CALL = "select l.id, l.application, l.party, l.outcome, l.day, l.document, l.at from letter l join application a on a.id = l.application where a.call = $1 order by l.at, l.id";
    OF_APPLICATION = "select id, application, party, outcome, day, document, at from letter where application = $1 order by party";
}

/// A letter that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub id: LetterId,
    pub application: ApplicationId,
    pub party: PartyCode,
    /// `granted`, `reserve` or `refused`.
    pub outcome: String,
    pub day: Day,
    pub document: DocumentId,
    pub at: Instant,
}

pub async fn insert(tx: &mut Tx, permit: &Permit, l: &Letter) -> Result<()> {
    let args = [
        l.id.as_str().into(),
        l.application.as_str().into(),
        (&l.party).into(),
        (&l.outcome).into(),
        l.day.iso().into(),
        l.document.as_str().into(),
        permit.account().map(|a| a.to_string()).unwrap_or_default().into(),
        l.at.into(),
    ];
    tx.run(INSERT, &args).await?;
    Ok(())
}

pub async fn of_call(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Vec<Letter>> {
    tx.all(OF_CALL, &[call.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn of_application(tx: &mut Tx, _permit: &Permit, id: &ApplicationId) -> Result<Vec<Letter>> {
    tx.all(OF_APPLICATION, &[id.as_str().into()]).await?.iter().map(read).collect()
}

fn read(r: &Row) -> Result<Letter> {
    Ok(Letter {
        id: r.parse("id", LetterId::parse)?,
        application: r.parse("application", ApplicationId::parse)?,
        party: r.parse("party", PartyCode::parse)?,
        outcome: r.text("outcome")?,
        day: r.day("day")?,
        document: r.parse("document", DocumentId::parse)?,
        at: r.at("at")?,
    })
}
