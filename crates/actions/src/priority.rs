//! Sealed priority lists and the joint prioritisation: rank, seal, reveal, meet, agree (R129, R142-R144, R156).

pub mod cut;
mod frozen;
pub mod list;
pub mod meeting;
pub mod picture;
pub mod reached;
pub mod result;
pub mod reveal;
pub mod round;
pub mod seal;
pub mod sheet;

use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Denied, PartyCode, Permit, Subject,
    call::Call,
    decide,
    ids::ApplicationId,
    priority::{Line, Round, Stage},
};
use dossier::{Digest, commit};
use store::{Tx, priority as rows};

/// A call with its rounds, as loaded for any step.
pub(crate) struct Case {
    pub call: Call,
    /// Oldest first.
    pub rounds: Vec<Round>,
}

impl Case {
    /// An announced call; drafts are not to be known of here.
    pub async fn load(tx: &mut Tx, slug: &str) -> Result<Case> {
        let call = store::call::find_by_slug(tx, slug).await?.filter(|c| c.published.is_some()).ok_or(Error::NotFound)?;
        let rounds = rows::rounds(tx, &call.id, &call.parties).await?;
        Ok(Case { call, rounds })
    }

    /// The round that is not void, if one has begun.
    pub fn current(&self) -> Option<&Round> {
        self.rounds.last().filter(|r| r.voided.is_none())
    }

    /// The current round, or a refusal that says what it waits for.
    pub async fn begun(&self, tx: &mut Tx) -> Result<&Round> {
        match self.current() {
            Some(round) => Ok(round),
            None => {
                let projects = rows::eligible(tx, &self.call.id).await?;
                domain::priority::round::begin(&self.call.parties, &rows::closed(tx, &self.call.id).await?, projects.len())?;
                Err(domain::Refusal::new("priority-not-begun", vec![]).into())
            }
        }
    }

    pub fn revealed(&self) -> bool {
        self.current().is_some_and(|r| r.stage() == Stage::Revealed)
    }

    /// The party this person speaks for, where it is one of the two.
    pub fn party_of(&self, viewer: &Viewer) -> Result<PartyCode> {
        let own = viewer.actor().roles.into_iter().filter_map(|(_, party)| party).find(|p| self.call.parties.contains(p));
        own.ok_or_else(|| if viewer.account.is_none() { Denied::SignIn.into() } else { Error::Denied(Denied::NotYours) })
    }

    /// Permission on a party's own list.
    pub fn on_list(&self, viewer: &Viewer, action: Action, party: &PartyCode) -> Result<Permit> {
        let subject = Subject::Priorities { party: party.clone(), parties: self.call.parties.clone(), revealed: self.revealed() };
        Ok(decide(&viewer.actor(), action, &subject)?)
    }

    /// Permission on what a party does for itself in the joint work.
    pub fn on_side(&self, viewer: &Viewer, action: Action, party: &PartyCode) -> Result<Permit> {
        Ok(decide(&viewer.actor(), action, &Subject::Side { party: party.clone(), parties: self.call.parties.clone() })?)
    }

    /// Permission on what both share.
    pub fn on_shared(&self, viewer: &Viewer, action: Action) -> Result<Permit> {
        Ok(decide(&viewer.actor(), action, &self.call.shared())?)
    }

    /// What a party's sealed list is bound to. Both parties use this node, so the programme stands for the link.
    pub fn context<'a>(&'a self, round: &Round, party: &'a PartyCode) -> Result<commit::Context<'a>> {
        let roster = Digest::parse(&round.roster).ok_or_else(|| anyhow::anyhow!("the roster of round {} has no fingerprint", round.no))?;
        Ok(commit::Context {
            link: self.call.programme.as_str(),
            call: self.call.id.as_str(),
            round: round.no,
            party: party.as_str(),
            roster,
        })
    }
}

/// The fingerprint of a roster.
pub(crate) fn roster_hash(projects: &[(ApplicationId, String)]) -> String {
    // A dossier without a fingerprint can't be told from another; its place in the roster is then its id alone.
    let all: Vec<(&str, Digest)> =
        projects.iter().map(|(id, sha)| (id.as_str(), Digest::parse(sha).unwrap_or_else(|| Digest::of(sha.as_bytes())))).collect();
    commit::roster(&all).hex()
}

/// The round to work in: begins one where none is open, and keeps its roster true while nobody has sealed.
pub(crate) async fn open_round(desk: &Desk, tx: &mut Tx, permit: &Permit, case: &mut Case) -> Result<Round> {
    let projects = rows::eligible(tx, &case.call.id).await?;
    domain::priority::round::begin(&case.call.parties, &rows::closed(tx, &case.call.id).await?, projects.len())?;
    let hash = roster_hash(&projects);
    if case.current().is_none() {
        let no = case.rounds.len() as u32 + 1;
        rows::insert(tx, permit, &case.call.id, no, &hash, desk.now()).await?;
        rows::set_roster(tx, permit, &case.call.id, no, &hash, &projects).await?;
        desk.record(
            tx,
            permit,
            "call",
            case.call.id.as_str(),
            serde_json::json!({ "round": no, "roster": hash, "projects": projects.len() }),
        )
        .await?;
    } else if let Some(round) = case.current().filter(|r| r.seals.is_empty() && r.roster != hash) {
        rows::set_roster(tx, permit, &case.call.id, round.no, &hash, &projects).await?;
    }
    case.rounds = rows::rounds(tx, &case.call.id, &case.call.parties).await?;
    case.current().cloned().ok_or_else(|| anyhow::anyhow!("a round that was just begun is not there").into())
}

/// One party's lines out of both.
pub(crate) fn lines_of(entries: &[(PartyCode, Line)], party: &PartyCode) -> Vec<Line> {
    entries.iter().filter(|(p, _)| p == party).map(|(_, line)| line.clone()).collect()
}
