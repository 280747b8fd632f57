//! The proof that `decide` said yes. Its fields are private to this module's parent, so nothing else can make one.

use super::{Action, Actor};
use crate::{PartyCode, ids::AccountId};

/// Handed to every write in `store`; the event row is written from it.
#[derive(Debug)]
pub struct Permit {
    account: Option<AccountId>,
    party: Option<PartyCode>,
    action: Action,
}

impl Permit {
    pub(super) fn grant(actor: &Actor, action: Action) -> Permit {
        Permit { account: actor.account.clone(), party: actor.party().cloned(), action }
    }
    pub fn account(&self) -> Option<&AccountId> {
        self.account.as_ref()
    }
    pub fn party(&self) -> Option<&PartyCode> {
        self.party.as_ref()
    }
    pub fn action(&self) -> Action {
        self.action
    }
}
