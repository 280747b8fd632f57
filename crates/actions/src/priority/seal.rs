//! Sealing: from here on the list exists only as ciphertext, and only the office's slip opens it.

use super::{Case, open_round};
use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Instant, PartyCode,
    ids::ApplicationId,
    priority::{Line, Round, Standing, list},
    refusal::{FieldError, Value},
};
use dossier::{
    Digest, Slip, SlipError, commit,
    wire::{Entry, PriorityList, State, VERSION},
};
use serde_json::json;
use store::priority::{
    self as rows,
    list::{Place, Sealing},
};

/// What the office holds after sealing. The slip is not on this node any more.
#[derive(Clone, Debug)]
pub struct Sealed {
    pub party: PartyCode,
    pub round: u32,
    pub commitment: String,
    pub at: Instant,
}

/// A fresh slip, to be written down before sealing: an answer lost on the way must not lose the list.
pub fn fresh_slip(desk: &Desk) -> String {
    Slip { key: desk.random(), salt: desk.random() }.text().trim_end().to_string()
}

/// Reads a slip as typed, read aloud or uploaded; a misread line is named.
pub fn read_slip(text: &str) -> std::result::Result<Slip, FieldError> {
    // A downloaded slip has words around its digits: whole lines of digits, where there are eight, are the slip.
    let digits: Vec<&str> =
        text.lines().filter(|line| line.chars().any(char::is_numeric) && !line.chars().any(char::is_alphabetic)).collect();
    let digits = if digits.len() >= 8 { digits.join("\n") } else { text.to_string() };
    Slip::parse(&digits).map_err(|e| match e {
        SlipError::Length { found } => FieldError::new("slip", "slip-length", vec![("found", Value::Number(found as i64))]),
        SlipError::Character(c) => FieldError::new("slip", "slip-character", vec![("typed", Value::Text(c.to_string()))]),
        SlipError::Line(line) => FieldError::new("slip", "slip-line", vec![("line", Value::Number(line as i64))]),
    })
}

/// Seals the saved draft under this slip. The same slip again answers with the first outcome.
pub async fn seal(desk: &Desk, viewer: &Viewer, slug: &str, slip: &str) -> Result<Sealed> {
    let slip = read_slip(slip).map_err(|e| vec![e])?;
    let mut tx = desk.db.write().await?;
    let mut case = Case::load(&mut tx, slug).await?;
    let party = case.party_of(viewer)?;
    let permit = case.on_list(viewer, Action::SealPriorities, &party)?;
    if let Some(round) = case.current()
        && let Some(done) = replayed(&mut tx, &case, round, &party, &slip).await?
    {
        return Ok(done);
    }
    let round = open_round(desk, &mut tx, &permit, &mut case).await?;
    domain::priority::round::seal(&round, &party)?;
    let place = Place { call: &case.call.id, round: round.no, party: &party };
    let roster = numbered(&mut tx, &case, round.no).await?;
    let lines = list::complete(&roster, &rows::list::draft(&mut tx, &permit, place).await?)?;
    let sealed = commit::seal(&bytes(&case, &round, &party, &lines)?, &case.context(&round, &party)?, &slip, desk.random());
    let sealing = Sealing {
        party: party.clone(),
        commitment: sealed.commitment.hex(),
        nonce: hex(&sealed.nonce),
        ciphertext: sealed.ciphertext,
        at: desk.now(),
    };
    rows::list::seal(&mut tx, &permit, &case.call.id, round.no, &sealing).await?;
    let detail = json!({ "round": round.no, "party": party.as_str(), "commitment": sealing.commitment, "roster": round.roster });
    desk.record(&mut tx, &permit, "call", case.call.id.as_str(), detail).await?;
    tx.commit().await?;
    // The list is sealed either way; what could not be cleared now goes with the engine's own housekeeping.
    if let Err(e) = desk.db.forget().await {
        tracing::warn!(error = %format!("{e:#}"), "the deleted draft could not be cleared at once");
    }
    Ok(Sealed { party, round: round.no, commitment: sealing.commitment, at: sealing.at })
}

async fn replayed(tx: &mut store::Tx, case: &Case, round: &Round, party: &PartyCode, slip: &Slip) -> Result<Option<Sealed>> {
    let stored = rows::list::sealings(tx, &case.call.id, round.no).await?.into_iter().find(|s| s.party == *party);
    let Some(stored) = stored else { return Ok(None) };
    let same = commit::open(&thaw(&stored)?, &case.context(round, party)?, slip).is_ok();
    Ok(same.then(|| Sealed { party: party.clone(), round: round.no, commitment: stored.commitment, at: stored.at }))
}

/// The roster with the numbers that people know the projects by.
async fn numbered(tx: &mut store::Tx, case: &Case, round: u32) -> Result<Vec<(ApplicationId, String)>> {
    let facts = rows::fact::projects(tx, &case.call.id).await?;
    let number = |id: &ApplicationId| facts.iter().find(|p| p.id == *id).map_or_else(String::new, |p| p.number.clone());
    Ok(rows::roster(tx, &case.call.id, round).await?.into_iter().map(|(id, _)| (id.clone(), number(&id))).collect())
}

/// The canonical bytes of a list: what is committed to, and what its fingerprint in the joint result covers.
pub(crate) fn bytes(case: &Case, round: &Round, party: &PartyCode, lines: &[Line]) -> Result<Vec<u8>> {
    let entries = lines.iter().map(|line| Entry {
        project: line.application.to_string(),
        state: match line.standing {
            Standing::Ranked(_) => State::Ranked,
            Standing::EligibleUnranked => State::EligibleUnranked,
            Standing::NotPrioritised => State::NotPrioritised,
        },
        rank: line.standing.rank(),
        reason: line.reason.clone(),
    });
    let list = PriorityList {
        v: VERSION,
        call: case.call.id.to_string(),
        round: round.no,
        party: party.to_string(),
        roster: case.context(round, party)?.roster,
        entries: entries.collect(),
    };
    list.bytes().map_err(|e| Error::Failure(anyhow::anyhow!("a list without canonical bytes: {e:?}")))
}

/// The stored columns as `dossier` knows them.
pub(crate) fn thaw(s: &Sealing) -> Result<commit::Sealed> {
    let wrong = || anyhow::anyhow!("the sealed list of {} is damaged in the database", s.party);
    let mut nonce = [0u8; 24];
    if s.nonce.len() != 48 || !s.nonce.is_ascii() {
        return Err(wrong().into());
    }
    for (i, byte) in nonce.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&s.nonce[2 * i..2 * i + 2], 16).map_err(|_| wrong())?;
    }
    Ok(commit::Sealed { commitment: Digest::parse(&s.commitment).ok_or_else(wrong)?, nonce, ciphertext: s.ciphertext.clone() })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
