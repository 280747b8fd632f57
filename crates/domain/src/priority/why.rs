//! Why a project is not funded, in sentences that name the pot, what was short and what would bring it in (joint-calls.md 5.5, 6.4).

use crate::{Money, PartyCode, Refusal, refusal::Value};

/// The one cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// These parties did not rank it (R144).
    NotPrioritised {
        by: Vec<PartyCode>,
    },
    Withdrawn,
    /// A granting body decided against it after the joint result.
    Refused,
    /// Both parties took it out beforehand; the note of the result says why.
    Excluded,
    /// Not enough left in a pot.
    Short,
    /// Asks for more than a whole pot has left after the signed projects.
    DearerThanPot,
    /// The rule ended the cut at the project with this number.
    Ended {
        at: String,
    },
}

/// A project's reason with its amounts. Only pots that are short, or must be topped up, are named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    pub cause: Cause,
    pub missing: Vec<(PartyCode, Money)>,
    /// What would bring it in; `None` where money does not help.
    pub top_up: Option<Vec<(PartyCode, Money)>>,
}

impl Cause {
    /// Stable name in bodies and tables.
    pub fn code(&self) -> &'static str {
        match self {
            Cause::NotPrioritised { .. } => "not-prioritised",
            Cause::Withdrawn => "withdrawn",
            Cause::Refused => "refused",
            Cause::Excluded => "excluded",
            Cause::Short => "short",
            Cause::DearerThanPot => "dearer-than-pot",
            Cause::Ended { .. } => "ended",
        }
    }
}

impl Why {
    pub fn plain(cause: Cause) -> Why {
        Why { cause, missing: Vec::new(), top_up: None }
    }

    /// The sentences, each a key `refusal-cut-…` with its words; never empty.
    pub fn sentences(&self) -> Vec<Refusal> {
        let about = |key, party: &PartyCode| Refusal::new(key, vec![("party", Value::Party(party.clone()))]);
        let amount = |key, (party, money): &(PartyCode, Money)| {
            Refusal::new(key, vec![("party", Value::Party(party.clone())), ("money", Value::Money(*money))])
        };
        let mut all = match &self.cause {
            Cause::NotPrioritised { by } => by.iter().map(|p| about("cut-not-prioritised", p)).collect(),
            Cause::Withdrawn => vec![Refusal::new("cut-withdrawn", vec![])],
            Cause::Refused => vec![Refusal::new("cut-refused", vec![])],
            Cause::Excluded => vec![Refusal::new("cut-excluded", vec![])],
            Cause::Ended { at } => vec![Refusal::new("cut-ended", vec![("number", Value::Text(at.clone()))])],
            Cause::Short => self.missing.iter().map(|m| amount("cut-short", m)).collect(),
            Cause::DearerThanPot => self.missing.iter().map(|m| amount("cut-dearer", m)).collect(),
        };
        match self.top_up.as_deref() {
            Some([one]) => all.push(amount("cut-top-up", one)),
            Some([one, two]) => {
                let mut args = vec![("party", Value::Party(one.0.clone())), ("money", Value::Money(one.1))];
                args.extend([("party2", Value::Party(two.0.clone())), ("money2", Value::Money(two.1))]);
                all.push(Refusal::new("cut-top-up-both", args));
            }
            _ => {}
        }
        if all.is_empty() {
            all.push(Refusal::new("cut-passed-over", vec![]));
        }
        all
    }
}
