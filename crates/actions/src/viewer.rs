//! Who asks, and in which language.

use domain::{Actor, Lang, PartyCode, Role, account::Account};

#[derive(Clone, Debug)]
pub struct Viewer {
    pub account: Option<Account>,
    pub lang: Lang,
    operator: bool,
}

impl Viewer {
    pub fn nobody(lang: Lang) -> Viewer {
        Viewer { account: None, lang, operator: false }
    }
    pub fn of(account: Account) -> Viewer {
        Viewer { lang: account.lang, account: Some(account), operator: false }
    }
    /// The person at this node's command line.
    pub fn operator() -> Viewer {
        Viewer { account: None, lang: Lang::En, operator: true }
    }
    pub fn speaking(mut self, lang: Lang) -> Viewer {
        self.lang = lang;
        self
    }
    pub fn actor(&self) -> Actor {
        Actor {
            account: self.account.as_ref().map(|a| a.id.clone()),
            operator: self.operator,
            roles: self.account.as_ref().map(|a| a.roles.clone()).unwrap_or_default(),
        }
    }
    pub fn has(&self, role: Role) -> bool {
        self.actor().has(role)
    }
    /// The party this person speaks for.
    pub fn party(&self) -> Option<&PartyCode> {
        self.account.as_ref().and_then(|a| a.roles.iter().find_map(|(_, p)| p.as_ref()))
    }
    /// Id as stored in `by` columns; empty for nobody and the operator.
    pub fn by(&self) -> String {
        self.account.as_ref().map(|a| a.id.to_string()).unwrap_or_default()
    }
}
