//! Prices of rules, moved between one that was too low and one that was too high.

use super::Rule;
use super::affinity::ONE;
use super::search::SCALE;
use std::collections::BTreeMap;

/// A rule's price is at most this many scales: beyond it the rule is enforced by cases instead.
const DEAREST: i64 = 64;

/// Moves every price towards where its rule is just met; false when none moves.
pub(super) fn adjust(brackets: &mut BTreeMap<(u32, Rule), Bracket>, slack: &BTreeMap<(u32, Rule), i64>) -> bool {
    let mut changed = false;
    for (key, slack) in slack {
        if *slack >= 0 && !brackets.contains_key(key) {
            continue;
        }
        let bracket = brackets.entry(*key).or_default();
        // A floor's price multiplies affinities; a quota's price is added to them.
        let unit = if key.1 == Rule::Floor { SCALE } else { SCALE * ONE };
        let before = bracket.amount;
        bracket.towards(*slack, unit / 16, unit * DEAREST);
        changed |= bracket.amount != before;
    }
    changed
}

/// A price between one that was too low and one that was too high.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bracket {
    pub amount: i64,
    low: i64,
    high: Option<i64>,
}

impl Bracket {
    pub fn at(amount: i64) -> Self {
        Self { amount, low: 0, high: None }
    }

    fn towards(&mut self, slack: i64, first: i64, most: i64) {
        if slack < 0 {
            self.low = self.amount;
            self.amount = match self.high {
                Some(high) if high > self.low => self.low + (high - self.low) / 2,
                _ => (self.amount * 2).max(first).min(most),
            };
        } else if slack > 0 {
            self.high = Some(self.amount);
            self.low = self.low.min(self.amount);
            self.amount = self.low + (self.amount - self.low) / 2;
        }
    }
}
