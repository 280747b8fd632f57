//! Delegations in both directions: who travels to whom, what for, what they found, who pays (R74-R83, R130-R131).

pub mod cost;
pub mod gift;
pub mod letter;
pub mod part;
pub mod plan;
pub mod programme;
pub mod reciprocity;
pub mod request;

use crate::{Refusal, Text3, area::Area, edtf::Edtf, ids::DelegationId, named::Named, place::codes, refusal::Value, time::Day};
pub use part::{Member, Part};

codes! {
    /// What kind of people travel (R82); one delegation may be several.
    Kind { Political = "political", Administrative = "administrative", Expert = "expert", Business = "business", Education = "education", Culture = "culture" }
}
codes! {
    State { Planned = "planned", Agreed = "agreed", Done = "done", Cancelled = "cancelled" }
}
codes! {
    /// Who pays for board and lodging.
    Hosting { Open = "open", Full = "full", Partial = "partial", Own = "own" }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    pub id: DelegationId,
    pub slug: String,
    pub title: Text3,
    pub kinds: Vec<Kind>,
    pub state: State,
    /// ISO 3166-1 of those who travel and of those who receive.
    pub visitor: String,
    pub host: String,
    pub visitor_org: Option<Named>,
    pub host_org: Option<Named>,
    pub place: Option<Named>,
    /// As well as it is known.
    pub dates: Edtf,
    /// When it was prepared.
    pub prepared: Edtf,
    /// Exact days, once agreed; plan and letter need them.
    pub arrives: Option<Day>,
    pub departs: Option<Day>,
    pub purpose: Text3,
    pub areas: Vec<Area>,
    /// Address of the partnership; empty for none.
    pub partnership: String,
    /// On whose advice it travels (R81).
    pub recommended: Text3,
    pub hosting: Hosting,
    /// What came of it, in the delegation's own report (R79).
    pub report: Text3,
    /// A signing is on the programme: it needs a longer lead.
    pub signs: bool,
    /// Standing pattern rather than one visit (R74, R77).
    pub recurring: bool,
    /// Readable without signing in.
    pub public: bool,
    /// Short name of the source, e.g. `s2`; empty where an officer wrote it.
    pub source: String,
    pub version: i64,
}

impl Delegation {
    /// Days from arrival to departure, both counted.
    pub fn stay(&self) -> Option<i64> {
        let (from, to) = (self.arrives?, self.departs?);
        Some(plan::between(from, to) + 1)
    }

    pub fn check(&self) -> Result<(), Refusal> {
        if self.title == Text3::default() {
            return Err(Refusal::new("delegation-title", vec![]));
        }
        if self.visitor == self.host {
            return Err(Refusal::new("delegation-same-side", vec![]));
        }
        match (self.arrives, self.departs) {
            (Some(from), Some(to)) if to < from => Err(Refusal::new("delegation-order", vec![])),
            (None, Some(_)) => Err(Refusal::new("delegation-no-arrival", vec![])),
            _ => Ok(()),
        }
    }

    /// Whether it may go from its state to `to`, with `members` on its list.
    pub fn moves(&self, to: State, members: usize) -> Result<(), Refusal> {
        let state = |s: State| Value::Key(state_key(s));
        match (self.state, to) {
            (a, b) if a == b => Ok(()),
            // What happened stays; what was cancelled may be planned anew.
            (State::Done, _) | (State::Cancelled, State::Agreed | State::Done) => {
                Err(Refusal::new("delegation-state", vec![("from", state(self.state)), ("to", state(to))]))
            }
            (_, State::Agreed) if self.arrives.is_none() || self.departs.is_none() => Err(Refusal::new("delegation-agreed-days", vec![])),
            (_, State::Done) if self.dates.is_unknown() && self.arrives.is_none() => Err(Refusal::new("delegation-done-dates", vec![])),
            (_, State::Done) if members == 0 => Err(Refusal::new("delegation-done-members", vec![])),
            _ => Ok(()),
        }
    }
}

fn state_key(state: State) -> &'static str {
    match state {
        State::Planned => "delegation-state-planned",
        State::Agreed => "delegation-state-agreed",
        State::Done => "delegation-state-done",
        State::Cancelled => "delegation-state-cancelled",
    }
}

#[cfg(test)]
pub(crate) mod tests;
