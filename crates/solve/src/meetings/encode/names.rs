//! Which variable says what, in the order of `certificate`.

use crate::meetings::problem::Problem;
use crate::meetings::sat::Lit;

/// Places of the variables.
pub(super) struct Names {
    pub slots: usize,
    meetings: usize,
    people: usize,
}

impl Names {
    pub fn new(problem: &Problem) -> Self {
        Self { slots: problem.slots(), meetings: problem.meetings.len(), people: problem.people.len() }
    }

    pub fn held(&self, meeting: usize, slot: usize) -> Lit {
        Lit::new(meeting * self.slots + slot, true)
    }

    pub fn busy(&self, person: usize, slot: usize) -> Lit {
        Lit::new((self.meetings + person) * self.slots + slot, true)
    }

    pub fn begun(&self, person: usize, slot: usize) -> Lit {
        Lit::new((self.meetings + self.people + person) * self.slots + slot, true)
    }

    pub fn gap(&self, person: usize, slot: usize) -> Lit {
        Lit::new((self.meetings + 2 * self.people + person) * self.slots + slot, true)
    }

    pub fn ahead(&self, person: usize, slot: usize) -> Lit {
        Lit::new((self.meetings + 3 * self.people + person) * self.slots + slot, true)
    }

    pub fn gaps(&self, person: usize, count: usize) -> Lit {
        Lit::new((self.meetings + 4 * self.people + person) * self.slots + count, true)
    }

    pub fn left_out(&self, meeting: usize) -> Lit {
        Lit::new((self.meetings + 5 * self.people) * self.slots + meeting, true)
    }

    pub fn count(&self) -> usize {
        (self.meetings + 5 * self.people) * self.slots + self.meetings
    }
}
