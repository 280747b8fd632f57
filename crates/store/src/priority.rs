//! Rounds of sealed lists: roster, drafts until sealing, ciphertext until reveal, then entries and candidates (R142-R144).

pub mod fact;
pub mod list;
pub mod result;

use crate::{Tx, sql::sql};
use anyhow::{Context, Result};
use domain::{
    Instant, PartyCode, Permit,
    ids::{ApplicationId, CallId},
    priority::round::{Act, Round, VoidRequest},
};

sql! {
    ROUNDS = "select no, roster_hash, at, void_party, void_asked, void_reason, voided from round where call = $1 order by no";
    SEALS = "select round, party, at from sealing where call = $1 order by at";
    REVEALS = "select round, party, at from reveal where call = $1 order by at";
    INSERT = "insert into round (call, no, roster_hash, at, void_reason) values ($1, $2, $3, $4, '')";
    ELIGIBLE = "select a.id, (select s.sha256 from submission s where s.application = a.id order by s.at desc limit 1) as sha256
                from application a where a.call = $1 and a.state = 'submitted'
                and (select count(*) from handling h where h.application = a.id and h.verdict = 'eligible') = 2 order by a.number, a.id";
    STEPS = "select (select cast(count(*) as bigint) from joint_result where call = $1 and answer = 'accepted' and superseded is null) as agreed,
             (select cast(count(*) as bigint) from round where call = $1 and voided is null) as ranking,
             (select cast(count(*) as bigint) from reveal v join round r on r.call = v.call and r.no = v.round where v.call = $1 and r.voided is null) as reveals,
             (select cast(count(*) as bigint) from assessment_closing where call = $1) as closings,
             (select cast(count(*) as bigint) from assignment where call = $1) as assigned";
    CLOSED = "select party from assessment_closing where call = $1 order by party";
    ROSTER = "select application, sha256 from roster where call = $1 and round = $2 order by application";
    ROSTER_HASH = "update round set roster_hash = $3 where call = $1 and no = $2";
    DROP_DRAFTS = "delete from draft_rank where call = $1 and round = $2 and application = $3";
    DROP_PROJECT = "delete from roster where call = $1 and round = $2 and application = $3";
    ADD_PROJECT = "insert into roster (call, round, application, sha256) values ($1, $2, $3, $4)
                   on conflict (call, round, application) do update set sha256 = excluded.sha256";
    ASK_VOID = "update round set void_party = $3, void_by = $4, void_asked = $5, void_reason = $6 where call = $1 and no = $2 and void_party is null";
    AGREE_VOID = "update round set void_agreed_party = $3, void_agreed_by = $4, voided = $5 where call = $1 and no = $2 and voided is null";
}

/// What has been done in a call, counted in one statement.
pub struct Steps {
    /// A joint result is in force.
    pub agreed: bool,
    /// A round is open.
    pub ranking: bool,
    /// Parties whose list is revealed in the open round.
    pub reveals: i64,
    /// Parties that closed their assessment.
    pub closings: i64,
    /// The assessment has begun.
    pub assessing: bool,
}

pub async fn steps(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Steps> {
    let r = tx.first(STEPS, &[call.as_str().into()]).await?.context("counts have a row")?;
    Ok(Steps {
        agreed: r.int("agreed")? > 0,
        ranking: r.int("ranking")? > 0,
        reveals: r.int("reveals")?,
        closings: r.int("closings")?,
        assessing: r.int("assigned")? > 0,
    })
}

/// All rounds of a call, the current one last.
pub async fn rounds(tx: &mut Tx, call: &CallId, parties: &[PartyCode; 2]) -> Result<Vec<Round>> {
    let of = [call.as_str().into()];
    let (seals, reveals) = (acts(tx, SEALS, call).await?, acts(tx, REVEALS, call).await?);
    let only = |all: &[(u32, Act)], no: u32| all.iter().filter(|(round, _)| *round == no).map(|(_, act)| act.clone()).collect();
    let mut all = Vec::new();
    for r in tx.all(ROUNDS, &of).await? {
        let no = number(r.int("no")?)?;
        let asked = r.opt_parse("void_party", PartyCode::parse)?;
        let void_asked = match (asked, r.opt_at("void_asked")?) {
            (Some(party), Some(at)) => Some(VoidRequest { party, reason: r.text("void_reason")?, at }),
            _ => None,
        };
        all.push(Round {
            call: call.clone(),
            no,
            roster: r.text("roster_hash")?,
            begun: r.at("at")?,
            parties: parties.clone(),
            seals: only(&seals, no),
            reveals: only(&reveals, no),
            void_asked,
            voided: r.opt_at("voided")?,
        });
    }
    Ok(all)
}

async fn acts(tx: &mut Tx, sql: &'static str, call: &CallId) -> Result<Vec<(u32, Act)>> {
    let rows = tx.all(sql, &[call.as_str().into()]).await?;
    rows.iter().map(|r| Ok((number(r.int("round")?)?, Act { party: r.parse("party", PartyCode::parse)?, at: r.at("at")? }))).collect()
}

pub(crate) fn number(n: i64) -> Result<u32> {
    Ok(u32::try_from(n)?)
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, call: &CallId, no: u32, roster_hash: &str, at: Instant) -> Result<()> {
    tx.run(INSERT, &[call.as_str().into(), i64::from(no).into(), roster_hash.into(), at.into()]).await?;
    Ok(())
}

/// Submitted applications that both offices found eligible, in the order of their numbers, with the SHA-256 of their dossiers.
pub async fn eligible(tx: &mut Tx, call: &CallId) -> Result<Vec<(ApplicationId, String)>> {
    let rows = tx.all(ELIGIBLE, &[call.as_str().into()]).await?;
    rows.iter().map(|r| Ok((r.parse("id", ApplicationId::parse)?, r.opt_text("sha256")?.unwrap_or_default()))).collect()
}

/// The parties that have closed their assessment.
pub async fn closed(tx: &mut Tx, call: &CallId) -> Result<Vec<PartyCode>> {
    tx.all(CLOSED, &[call.as_str().into()]).await?.iter().map(|r| r.parse("party", PartyCode::parse)).collect()
}

pub async fn roster(tx: &mut Tx, call: &CallId, round: u32) -> Result<Vec<(ApplicationId, String)>> {
    let rows = tx.all(ROSTER, &[call.as_str().into(), i64::from(round).into()]).await?;
    rows.iter().map(|r| Ok((r.parse("application", ApplicationId::parse)?, r.text("sha256")?))).collect()
}

/// Makes the roster these projects; drafts keep their lines for the projects that stay. Only before anybody has sealed.
pub async fn set_roster(
    tx: &mut Tx,
    _permit: &Permit,
    call: &CallId,
    round: u32,
    hash: &str,
    projects: &[(ApplicationId, String)],
) -> Result<()> {
    let of = |id: &ApplicationId| [call.as_str().into(), i64::from(round).into(), id.as_str().into()];
    for (gone, _) in roster(tx, call, round).await?.iter().filter(|(id, _)| !projects.iter().any(|(p, _)| p == id)) {
        tx.run(DROP_DRAFTS, &of(gone)).await?;
        tx.run(DROP_PROJECT, &of(gone)).await?;
    }
    for (id, sha256) in projects {
        tx.run(ADD_PROJECT, &[call.as_str().into(), i64::from(round).into(), id.as_str().into(), sha256.into()]).await?;
    }
    tx.run(ROSTER_HASH, &[call.as_str().into(), i64::from(round).into(), hash.into()]).await?;
    Ok(())
}

pub async fn ask_void(tx: &mut Tx, permit: &Permit, round: &Round, party: &PartyCode, reason: &str, at: Instant) -> Result<bool> {
    let by = permit.account().map(|a| a.to_string()).unwrap_or_default();
    let args = [round.call.as_str().into(), i64::from(round.no).into(), party.into(), by.into(), at.into(), reason.into()];
    Ok(tx.run(ASK_VOID, &args).await? == 1)
}

pub async fn agree_void(tx: &mut Tx, permit: &Permit, round: &Round, party: &PartyCode, at: Instant) -> Result<bool> {
    let by = permit.account().map(|a| a.to_string()).unwrap_or_default();
    let args = [round.call.as_str().into(), i64::from(round.no).into(), party.into(), by.into(), at.into()];
    Ok(tx.run(AGREE_VOID, &args).await? == 1)
}
