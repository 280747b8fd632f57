//! A round of sealed lists: rank, seal, reveal, and how both sides agree to begin anew.

use crate::{Instant, PartyCode, Refusal, ids::CallId, refusal::Value};

/// One party's act in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    pub party: PartyCode,
    pub at: Instant,
}

/// A request to void the round, and the other side's agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoidRequest {
    pub party: PartyCode,
    pub reason: String,
    pub at: Instant,
}

/// The facts of a round from which everything else follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    pub call: CallId,
    /// From 1.
    pub no: u32,
    /// Fingerprint of the projects that may be listed, 64 hexadecimal digits.
    pub roster: String,
    pub begun: Instant,
    pub parties: [PartyCode; 2],
    pub seals: Vec<Act>,
    pub reveals: Vec<Act>,
    pub void_asked: Option<VoidRequest>,
    pub voided: Option<Instant>,
}

/// Where a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// At least one party still ranks.
    Ranking,
    /// Both have sealed; at least one slip is still to come.
    Sealed,
    /// Both lists lie open.
    Revealed,
    Void,
}

impl Round {
    pub fn sealed(&self, party: &PartyCode) -> Option<&Act> {
        self.seals.iter().find(|a| a.party == *party)
    }
    pub fn revealed(&self, party: &PartyCode) -> Option<&Act> {
        self.reveals.iter().find(|a| a.party == *party)
    }
    pub fn stage(&self) -> Stage {
        let all = |done: &dyn Fn(&PartyCode) -> bool| self.parties.iter().all(done);
        match self.voided {
            Some(_) => Stage::Void,
            None if all(&|p| self.revealed(p).is_some()) => Stage::Revealed,
            None if all(&|p| self.sealed(p).is_some()) => Stage::Sealed,
            None => Stage::Ranking,
        }
    }
    /// The parties that have to do something now: seal, or give their slip.
    pub fn waits_for(&self) -> Vec<PartyCode> {
        let missing = |done: &dyn Fn(&PartyCode) -> bool| self.parties.iter().filter(|p| !done(p)).cloned().collect();
        match self.stage() {
            Stage::Ranking => missing(&|p| self.sealed(p).is_some()),
            Stage::Sealed => missing(&|p| self.revealed(p).is_some()),
            Stage::Revealed | Stage::Void => Vec::new(),
        }
    }
    /// The other of the two.
    pub fn other(&self, party: &PartyCode) -> &PartyCode {
        if self.parties[0] == *party { &self.parties[1] } else { &self.parties[0] }
    }
}

/// Ranking opens only when both assessments are closed (R143) and there is something to rank.
pub fn begin(parties: &[PartyCode; 2], closed: &[PartyCode], projects: usize) -> Result<(), Refusal> {
    match parties.iter().find(|p| !closed.contains(p)) {
        Some(open) => Err(Refusal::new("priority-assessment-open", vec![("party", Value::Party(open.clone()))])),
        None if projects == 0 => Err(Refusal::new("priority-nothing-to-rank", vec![])),
        None => Ok(()),
    }
}

/// Whether a party may still change its list.
pub fn rank(round: &Round, party: &PartyCode) -> Result<(), Refusal> {
    not_void(round)?;
    match round.sealed(party) {
        Some(act) => Err(Refusal::new("priority-sealed", vec![("since", Value::At(act.at))])),
        None => Ok(()),
    }
}

/// A list is sealed once. What it must hold is `list::complete`'s to say.
pub fn seal(round: &Round, party: &PartyCode) -> Result<(), Refusal> {
    rank(round, party)
}

/// A slip is taken only after both lists are sealed, so that nobody ranks with the other's list before them.
pub fn reveal(round: &Round, party: &PartyCode) -> Result<(), Refusal> {
    not_void(round)?;
    if let Some(open) = round.parties.iter().find(|p| round.sealed(p).is_none()) {
        return Err(Refusal::new("priority-not-sealed-by", vec![("party", Value::Party(open.clone()))]));
    }
    match round.revealed(party) {
        Some(act) => Err(Refusal::new("priority-revealed", vec![("since", Value::At(act.at))])),
        None => Ok(()),
    }
}

/// A slip of digits that opens something else than was sealed, or nothing.
pub fn mismatch(party: &PartyCode) -> Refusal {
    Refusal::new("priority-slip-mismatch", vec![("party", Value::Party(party.clone()))])
}

/// One office asks to void a round, because a slip is lost. Lists that both lie open are not taken back.
pub fn ask_void(round: &Round, reason: &str) -> Result<(), Refusal> {
    not_void(round)?;
    if round.stage() == Stage::Revealed {
        return Err(Refusal::new("priority-void-too-late", vec![]));
    }
    if round.seals.is_empty() {
        return Err(Refusal::new("priority-void-nothing-sealed", vec![]));
    }
    if let Some(asked) = &round.void_asked {
        return Err(Refusal::new("priority-void-asked", vec![("party", Value::Party(asked.party.clone()))]));
    }
    if reason.trim().is_empty() { Err(Refusal::new("priority-void-reason", vec![])) } else { Ok(()) }
}

/// The other office agrees; nobody voids a round alone (R129).
pub fn agree_void(round: &Round, party: &PartyCode) -> Result<(), Refusal> {
    not_void(round)?;
    match &round.void_asked {
        None => Err(Refusal::new("priority-void-not-asked", vec![])),
        Some(_) if round.stage() == Stage::Revealed => Err(Refusal::new("priority-void-too-late", vec![])),
        Some(asked) if asked.party == *party => {
            Err(Refusal::new("priority-void-own", vec![("party", Value::Party(round.other(party).clone()))]))
        }
        Some(_) => Ok(()),
    }
}

/// Joint work begins when both lists lie open (R143).
pub fn open_to_both(round: &Round) -> Result<(), Refusal> {
    match round.stage() {
        Stage::Revealed => Ok(()),
        Stage::Void => not_void(round),
        Stage::Ranking | Stage::Sealed => {
            let first = round.waits_for().into_iter().next();
            Err(Refusal::new("priority-not-revealed", first.map(|p| vec![("party", Value::Party(p))]).unwrap_or_default()))
        }
    }
}

fn not_void(round: &Round) -> Result<(), Refusal> {
    match round.voided {
        Some(at) => Err(Refusal::new("priority-round-void", vec![("number", Value::Number(round.no.into())), ("since", Value::At(at))])),
        None => Ok(()),
    }
}
