//! Revealing: an office gives its slip; with the second one both lists are opened together.

use super::{Case, seal};
use crate::{Desk, Result, Viewer};
use domain::{
    Action, PartyCode,
    ids::{ApplicationId, EventId},
    priority::{Line, Round, Stage, Standing, candidates, round},
};
use dossier::{
    Slip,
    commit::{self, RevealMismatch},
    wire::{PriorityList, State},
};
use serde_json::json;
use store::{
    Tx,
    priority::{self as rows, list::Place},
};

/// Takes the office's slip. One that does not open what was sealed is refused and the refusal recorded.
/// Answers where the round then stands: `Revealed` once both lists lie open.
pub async fn reveal(desk: &Desk, viewer: &Viewer, slug: &str, slip: &str) -> Result<Stage> {
    let slip = seal::read_slip(slip).map_err(|e| vec![e])?;
    let mut tx = desk.db.write().await?;
    let case = Case::load(&mut tx, slug).await?;
    let party = case.party_of(viewer)?;
    let permit = case.on_list(viewer, Action::RevealPriorities, &party)?;
    let current = case.begun(&mut tx).await?;
    round::reveal(current, &party)?;
    let call = &case.call.id;
    let place = Place { call, round: current.no, party: &party };
    if let Err(problem) = open(&mut tx, &case, current, &party, &slip).await? {
        let problem = match problem {
            RevealMismatch::Cipher => "cipher",
            RevealMismatch::Commitment => "commitment",
        };
        let id = desk.mint(EventId::mint);
        rows::list::refuse(&mut tx, &permit, id.as_str(), place, problem, desk.now()).await?;
        desk.record(&mut tx, &permit, "call", call.as_str(), json!({ "round": current.no, "party": party.as_str(), "refused": problem }))
            .await?;
        // The refusal stays, so it is committed although the step is refused.
        tx.commit().await?;
        return Err(round::mismatch(&party).into());
    }
    rows::list::reveal(&mut tx, &permit, place, &slip.text(), desk.now()).await?;
    desk.record(&mut tx, &permit, "call", call.as_str(), json!({ "round": current.no, "party": party.as_str(), "revealed": true })).await?;
    let rounds = rows::rounds(&mut tx, call, &case.call.parties).await?;
    let stage = rounds.last().map_or(Stage::Sealed, Round::stage);
    if stage == Stage::Revealed {
        lay_open(&mut tx, &permit, &case, current).await?;
    }
    tx.commit().await?;
    Ok(stage)
}

/// With both slips there, both lists become rows, and what both rank becomes a candidate (R144).
async fn lay_open(tx: &mut Tx, permit: &domain::Permit, case: &Case, round: &Round) -> Result<()> {
    let call = &case.call.id;
    let mut lists: Vec<Vec<Line>> = Vec::new();
    let slips = rows::list::slips(tx, permit, call, round.no).await?;
    for party in &case.call.parties {
        let text = slips.iter().find(|(p, _)| p == party).map(|(_, slip)| slip.as_str()).unwrap_or_default();
        let slip = Slip::parse(text).map_err(|e| anyhow::anyhow!("the slip of {party} is damaged in the database: {e:?}"))?;
        let lines =
            open(tx, case, round, party, &slip).await?.map_err(|e| anyhow::anyhow!("the list of {party} no longer opens: {e:?}"))?;
        rows::list::insert_entries(tx, permit, Place { call, round: round.no, party }, &lines).await?;
        lists.push(lines);
    }
    for candidate in candidates(&lists[0], &lists[1]) {
        rows::list::insert_candidate(tx, permit, call, round.no, &candidate.application, &case.call.parties).await?;
    }
    Ok(())
}

/// Opens a party's sealed list; it must also be a list of this round for exactly its roster.
async fn open(
    tx: &mut Tx,
    case: &Case,
    round: &Round,
    party: &PartyCode,
    slip: &Slip,
) -> Result<std::result::Result<Vec<Line>, RevealMismatch>> {
    let sealings = rows::list::sealings(tx, &case.call.id, round.no).await?;
    let stored = sealings.iter().find(|s| s.party == *party).ok_or_else(|| anyhow::anyhow!("{party} has not sealed"))?;
    let context = case.context(round, party)?;
    let bytes = match commit::open(&seal::thaw(stored)?, &context, slip) {
        Ok(bytes) => bytes,
        Err(problem) => return Ok(Err(problem)),
    };
    let Ok(list) = PriorityList::read(&bytes) else { return Ok(Err(RevealMismatch::Commitment)) };
    let roster = rows::roster(tx, &case.call.id, round.no).await?;
    let lines: Vec<Line> = list.entries.iter().filter_map(line).collect();
    let whole = lines.len() == roster.len() && lines.iter().all(|l| roster.iter().any(|(id, _)| *id == l.application));
    let ours =
        list.call == case.call.id.as_str() && list.round == round.no && list.party == party.as_str() && list.roster == context.roster;
    Ok(if whole && ours { Ok(lines) } else { Err(RevealMismatch::Commitment) })
}

fn line(e: &dossier::wire::Entry) -> Option<Line> {
    let standing = match (e.state, e.rank) {
        (State::Ranked, Some(rank)) => Standing::Ranked(rank),
        (State::EligibleUnranked, None) => Standing::EligibleUnranked,
        (State::NotPrioritised, None) => Standing::NotPrioritised,
        _ => return None,
    };
    Some(Line { application: ApplicationId::parse(&e.project)?, standing, reason: e.reason.clone() })
}
