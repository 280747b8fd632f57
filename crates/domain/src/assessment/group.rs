//! Experts and the group that a body appoints for one round (R7-R8, R139, R141).

use crate::{
    Instant, PartyCode, Refusal,
    ids::{AccountId, BodyId, CallId, ExpertId},
    programme::Body,
    refusal::{FieldError, Value},
    time::Day,
};

/// Somebody in a party's register of experts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expert {
    pub id: ExpertId,
    pub party: PartyCode,
    /// Signs in with this; none before the secretariat has opened one.
    pub account: Option<AccountId>,
    pub name: String,
    /// Other spellings of the name: characters, pinyin, a former name.
    pub aliases: Vec<String>,
    pub organisation: String,
    pub organisation_aliases: Vec<String>,
    pub disciplines: Vec<String>,
    /// Fewest and most applications in one round.
    pub min_load: i64,
    pub max_load: i64,
    /// Belongs to a demonstration; screens say so.
    pub made_up: bool,
}

impl Expert {
    /// What is wrong with the entry.
    pub fn problems(&self) -> Vec<FieldError> {
        let mut all = Vec::new();
        for (field, text) in [("name", &self.name), ("organisation", &self.organisation)] {
            if text.trim().is_empty() {
                all.push(FieldError::new(field, "required", vec![]));
            }
        }
        if !(1..=200).contains(&self.max_load) {
            let args = vec![("typed", Value::Text(self.max_load.to_string())), ("low", Value::Number(1)), ("high", Value::Number(200))];
            all.push(FieldError::new("max-load", "number-between", args));
        }
        if !(0..=self.max_load.max(0)).contains(&self.min_load) {
            let args = vec![
                ("typed", Value::Text(self.min_load.to_string())),
                ("low", Value::Number(0)),
                ("high", Value::Number(self.max_load.max(0))),
            ];
            all.push(FieldError::new("min-load", "number-between", args));
        }
        all
    }
}

/// A side's expert group in one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub call: CallId,
    pub party: PartyCode,
    pub body: BodyId,
    pub on: Day,
    /// Experts wanted for each application.
    pub per_application: i64,
    pub at: Instant,
}

/// May `body` have appointed the group of `party` on that day? It is the party's own body, it sat that day (R8), and the day has been.
pub fn appoint(body: &Body, party: &PartyCode, on: Day, today: Day, per_application: i64) -> Result<(), Vec<FieldError>> {
    let mut all = Vec::new();
    if &body.party != party {
        all.push(FieldError::new("body", "group-body-party", vec![("party", Value::Party(party.clone()))]));
    } else if !body.sits_on(on) {
        all.push(FieldError::new("body", "group-body-day", vec![("body", Value::Label(body.name.clone())), ("day", Value::Day(on))]));
    }
    if on > today {
        all.push(FieldError::new("on", "journal-future", vec![]));
    }
    if !(1..=9).contains(&per_application) {
        let args = vec![("typed", Value::Text(per_application.to_string())), ("low", Value::Number(1)), ("high", Value::Number(9))];
        all.push(FieldError::new("per-application", "number-between", args));
    }
    if all.is_empty() { Ok(()) } else { Err(all) }
}

/// May this expert sit in the group of `party`?
pub fn may_join(expert: &Expert, party: &PartyCode) -> Result<(), Refusal> {
    if &expert.party == party { Ok(()) } else { Err(Refusal::new("group-other-side", vec![("name", Value::Text(expert.name.clone()))])) }
}
