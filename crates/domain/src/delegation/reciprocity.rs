//! Reciprocity between the two sides in person-days: what each has received of the other (R129).

use super::{Delegation, Member};

/// One direction's sum over the visits that are done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received {
    pub visits: i64,
    pub person_days: i64,
    /// Visits whose people or days nobody wrote down: they count as visits only.
    pub unknown: i64,
}

/// Person-days of one delegation: people on its list times days of its stay; none where either is not known.
pub fn person_days(d: &Delegation, members: &[Member]) -> Option<i64> {
    let people: i64 = members.iter().map(|m| m.people).sum();
    let whole = !members.is_empty() && members.iter().all(|m| m.people > 0);
    d.stay().filter(|_| whole).map(|days| days * people)
}
