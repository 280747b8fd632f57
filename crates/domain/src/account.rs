//! People who sign in.

use crate::{Lang, PartyCode, Role, ids::AccountId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    pub name: String,
    pub email: String,
    pub lang: Lang,
    /// Role and, for all but applicants, the party it is held for.
    pub roles: Vec<(Role, Option<PartyCode>)>,
}

/// How long a sign-in link and a session hold, seconds.
pub const LINK_SECONDS: i64 = 30 * 60;
/// Links that may hold at once for one account: more requests send no more mail.
pub const LINKS_AT_ONCE: i64 = 3;
pub const SESSION_SECONDS: i64 = 12 * 3600;
