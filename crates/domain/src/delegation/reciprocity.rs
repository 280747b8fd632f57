//! Reciprocity between the two sides in person-days: what each has received of the other (R129).

use super::{Delegation, Member, State};

/// One direction's sum.
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

/// Sums the done visits that `host` received from `visitor`.
pub fn received<'a>(all: impl IntoIterator<Item = (&'a Delegation, &'a [Member])>, host: &str, visitor: &str) -> Received {
    let mut sum = Received::default();
    for (d, members) in all {
        if d.state != State::Done || d.recurring || d.host != host || d.visitor != visitor {
            continue;
        }
        sum.visits += 1;
        match person_days(d, members) {
            Some(n) => sum.person_days += n,
            None => sum.unknown += 1,
        }
    }
    sum
}
