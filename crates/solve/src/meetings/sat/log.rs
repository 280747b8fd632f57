//! The steps of a refutation as another program can follow them.

use super::Lit;

/// One step of the log: a clause that follows, or one that is no longer needed.
pub(super) enum Step<'a> {
    Add(&'a [Lit]),
    Drop(&'a [Lit]),
}

/// The steps so far, as text; given up when longer than the limit.
#[derive(Default)]
pub(in super::super) struct Log {
    text: String,
    limit: usize,
    lost: bool,
}

impl Log {
    /// Given up above `limit` bytes.
    pub fn new(limit: usize) -> Self {
        Self { limit, ..Self::default() }
    }

    /// All steps, unless they were too long to keep.
    pub fn kept(self) -> Option<String> {
        (!self.lost).then_some(self.text)
    }

    pub(super) fn step(&mut self, step: Step<'_>) {
        use std::fmt::Write;
        if self.lost {
            return;
        }
        let (mark, lits) = match step {
            Step::Add(lits) => ("", lits),
            Step::Drop(lits) => ("d ", lits),
        };
        self.text.push_str(mark);
        for lit in lits {
            // Writing to a text cannot fail.
            let _ = write!(self.text, "{} ", lit.signed());
        }
        self.text.push_str("0 ");
        if self.text.len() > self.limit {
            self.lost = true;
            self.text = String::new();
        }
    }
}
