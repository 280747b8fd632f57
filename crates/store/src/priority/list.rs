//! A party's list: draft rows, which sealing deletes; the sealed bytes; after both reveals, entries and candidates.

use super::number;
use crate::{Row, Tx, sql::sql};
use anyhow::{Context, Result};
use domain::{
    Instant, PartyCode, Permit,
    ids::{ApplicationId, CallId},
    priority::{Line, Standing},
};

sql! {
    DRAFT = "select application, state, rank, reason from draft_rank where call = $1 and round = $2 and party = $3 order by application";
    CLEAR_DRAFT = "delete from draft_rank where call = $1 and round = $2 and party = $3";
    ADD_DRAFT = "insert into draft_rank (call, round, party, application, state, rank, reason) values ($1, $2, $3, $4, $5, $6, $7)";
    SEAL = "insert into sealing (call, round, party, commitment, nonce, ciphertext, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    SEALINGS = "select party, commitment, nonce, ciphertext, at from sealing where call = $1 and round = $2 order by party";
    REVEAL = "insert into reveal (call, round, party, slip, by, at) values ($1, $2, $3, $4, $5, $6)";
    SLIPS = "select party, slip from reveal where call = $1 and round = $2 order by party";
    REFUSE = "insert into reveal_refusal (id, call, round, party, by, at, problem) values ($1, $2, $3, $4, $5, $6, $7)";
    REFUSALS = "select round, party, at, problem from reveal_refusal where call = $1 order by at";
    ADD_ENTRY = "insert into priority_entry (call, round, party, application, state, rank, reason) values ($1, $2, $3, $4, $5, $6, $7)";
    ENTRIES = "select party, application, state, rank, reason from priority_entry where call = $1 and round = $2 order by party, application";
    ADD_CANDIDATE = "insert into candidate (call, round, application, party_a, party_b, state) values ($1, $2, $3, $4, $5, 'ranked')";
    CANDIDATES = "select application from candidate where call = $1 and round = $2 order by application";
}

/// A sealed list as stored: hexadecimal commitment and nonce, raw ciphertext.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealing {
    pub party: PartyCode,
    pub commitment: String,
    pub nonce: String,
    pub ciphertext: Vec<u8>,
    pub at: Instant,
}

/// A slip that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevealRefusal {
    pub round: u32,
    pub party: PartyCode,
    pub at: Instant,
    /// `cipher` or `commitment`: what did not fit.
    pub problem: String,
}

/// Which party's list of which round.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    pub call: &'a CallId,
    pub round: u32,
    pub party: &'a PartyCode,
}

impl Place<'_> {
    fn args(&self) -> [crate::Value; 3] {
        [self.call.as_str().into(), i64::from(self.round).into(), self.party.into()]
    }
}

pub async fn draft(tx: &mut Tx, _permit: &Permit, of: Place<'_>) -> Result<Vec<Line>> {
    tx.all(DRAFT, &of.args()).await?.iter().map(line).collect()
}

/// Puts these lines in place of the draft.
pub async fn save_draft(tx: &mut Tx, permit: &Permit, of: Place<'_>, lines: &[Line]) -> Result<()> {
    clear_draft(tx, permit, of).await?;
    insert(tx, ADD_DRAFT, of, lines).await
}

pub async fn clear_draft(tx: &mut Tx, _permit: &Permit, of: Place<'_>) -> Result<()> {
    tx.run(CLEAR_DRAFT, &of.args()).await?;
    Ok(())
}

/// Writes the sealed bytes and deletes the draft: from here on nothing on this node can read the list.
pub async fn seal(tx: &mut Tx, permit: &Permit, call: &CallId, round: u32, s: &Sealing) -> Result<()> {
    let by = permit.account().map(|a| a.to_string()).unwrap_or_default();
    let of = Place { call, round, party: &s.party };
    let mut args = of.args().to_vec();
    args.extend([(&s.commitment).into(), (&s.nonce).into(), s.ciphertext.clone().into(), by.into(), s.at.into()]);
    tx.run(SEAL, &args).await?;
    clear_draft(tx, permit, of).await
}

/// Commitments and ciphertexts: safe for both parties to see.
pub async fn sealings(tx: &mut Tx, call: &CallId, round: u32) -> Result<Vec<Sealing>> {
    let rows = tx.all(SEALINGS, &[call.as_str().into(), i64::from(round).into()]).await?;
    rows.iter()
        .map(|r| {
            Ok(Sealing {
                party: r.parse("party", PartyCode::parse)?,
                commitment: r.text("commitment")?,
                nonce: r.text("nonce")?,
                ciphertext: r.bytes("ciphertext")?,
                at: r.at("at")?,
            })
        })
        .collect()
}

/// `slip`: as it was given and found to open the list.
pub async fn reveal(tx: &mut Tx, permit: &Permit, of: Place<'_>, slip: &str, at: Instant) -> Result<()> {
    let by = permit.account().map(|a| a.to_string()).unwrap_or_default();
    let mut args = of.args().to_vec();
    args.extend([slip.into(), by.into(), at.into()]);
    tx.run(REVEAL, &args).await?;
    Ok(())
}

/// The slips given so far.
pub async fn slips(tx: &mut Tx, _permit: &Permit, call: &CallId, round: u32) -> Result<Vec<(PartyCode, String)>> {
    let rows = tx.all(SLIPS, &[call.as_str().into(), i64::from(round).into()]).await?;
    rows.iter().map(|r| Ok((r.parse("party", PartyCode::parse)?, r.text("slip")?))).collect()
}

pub async fn refuse(tx: &mut Tx, permit: &Permit, id: &str, of: Place<'_>, problem: &str, at: Instant) -> Result<()> {
    let by = permit.account().map(|a| a.to_string()).unwrap_or_default();
    let [call, round, party] = of.args();
    tx.run(REFUSE, &[id.into(), call, round, party, by.into(), at.into(), problem.into()]).await?;
    Ok(())
}

/// Every refused slip of the call, oldest first.
pub async fn refusals(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Vec<RevealRefusal>> {
    let rows = tx.all(REFUSALS, &[call.as_str().into()]).await?;
    rows.iter()
        .map(|r| {
            Ok(RevealRefusal {
                round: number(r.int("round")?)?,
                party: r.parse("party", PartyCode::parse)?,
                at: r.at("at")?,
                problem: r.text("problem")?,
            })
        })
        .collect()
}

pub async fn insert_entries(tx: &mut Tx, _permit: &Permit, of: Place<'_>, lines: &[Line]) -> Result<()> {
    insert(tx, ADD_ENTRY, of, lines).await
}

/// The open lists: empty until both parties have revealed.
pub async fn entries(tx: &mut Tx, _permit: &Permit, call: &CallId, round: u32) -> Result<Vec<(PartyCode, Line)>> {
    let rows = tx.all(ENTRIES, &[call.as_str().into(), i64::from(round).into()]).await?;
    rows.iter().map(|r| Ok((r.parse("party", PartyCode::parse)?, line(r)?))).collect()
}

/// The database takes a candidate only where both parties' entries rank it (R144).
pub async fn insert_candidate(
    tx: &mut Tx,
    _permit: &Permit,
    call: &CallId,
    round: u32,
    id: &ApplicationId,
    parties: &[PartyCode; 2],
) -> Result<()> {
    let mut sorted = [&parties[0], &parties[1]];
    sorted.sort();
    tx.run(ADD_CANDIDATE, &[call.as_str().into(), i64::from(round).into(), id.as_str().into(), sorted[0].into(), sorted[1].into()]).await?;
    Ok(())
}

pub async fn candidates(tx: &mut Tx, _permit: &Permit, call: &CallId, round: u32) -> Result<Vec<ApplicationId>> {
    let rows = tx.all(CANDIDATES, &[call.as_str().into(), i64::from(round).into()]).await?;
    rows.iter().map(|r| r.parse("application", ApplicationId::parse)).collect()
}

async fn insert(tx: &mut Tx, sql: &'static str, of: Place<'_>, lines: &[Line]) -> Result<()> {
    for line in lines {
        let mut args = of.args().to_vec();
        let rank = i64::from(line.standing.rank().unwrap_or(0));
        args.extend([line.application.as_str().into(), line.standing.code().into(), rank.into(), (&line.reason).into()]);
        tx.run(sql, &args).await?;
    }
    Ok(())
}

fn line(r: &Row) -> Result<Line> {
    let standing = Standing::parse(&r.text("state")?, number(r.int("rank")?)?).context("a line of a list with an impossible standing")?;
    Ok(Line { application: r.parse("application", ApplicationId::parse)?, standing, reason: r.text("reason")? })
}
