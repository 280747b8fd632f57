//! Money of many voters in a common unit, and what each must have to pay a share.

use super::big::{Big, scale, subtract};
use std::cmp::Ordering;

/// Amounts of fixed width in one block, so that walking over voters stays quick.
pub(super) struct Amounts {
    width: usize,
    limbs: Vec<u64>,
}

/// `ceil(needed * factor / factors)` for the factors that occur, worked out once each.
pub(super) struct Limits<'a> {
    needed: &'a Big,
    factors: u64,
    known: std::cell::RefCell<Vec<(u64, Big)>>,
}

impl<'a> Limits<'a> {
    pub fn new(needed: &'a Big, factors: u64) -> Limits<'a> {
        Limits { needed, factors, known: Default::default() }
    }

    pub fn affords(&self, money: &[u64], factor: u64) -> bool {
        let mut known = self.known.borrow_mut();
        let place = known.iter().position(|(other, _)| *other == factor).unwrap_or_else(|| {
            let (whole, rest) = self.needed.times(factor).divided(self.factors);
            let mut limit = whole;
            if rest > 0 {
                limit.add(&[1]);
            }
            known.push((factor, limit));
            known.len() - 1
        });
        at_least(money, known[place].1.limbs())
    }
}

/// Whether a padded amount is at least a number without leading zeros.
fn at_least(money: &[u64], limit: &[u64]) -> bool {
    if money.len() < limit.len() {
        return false;
    }
    let (low, high) = money.split_at(limit.len());
    high.iter().any(|limb| *limb != 0) || low.iter().rev().cmp(limit.iter().rev()) != Ordering::Less
}

impl Amounts {
    pub fn new(count: usize, amount: &Big) -> Amounts {
        let width = amount.limbs().len() + 1;
        let mut one = amount.limbs().to_vec();
        one.resize(width, 0);
        Amounts { width, limbs: one.repeat(count) }
    }

    pub fn at(&self, class: usize) -> &[u64] {
        &self.limbs[class * self.width..(class + 1) * self.width]
    }

    /// Takes the amount, or all there is.
    pub fn pay(&mut self, class: usize, amount: &Big) {
        let cells = &mut self.limbs[class * self.width..(class + 1) * self.width];
        if at_least(cells, amount.limbs()) {
            subtract(cells, amount.limbs());
        } else {
            cells.fill(0);
        }
    }

    pub fn refine(&mut self, finer: u64) {
        let width = self.width;
        // The top limb is kept empty before scaling, so nothing is ever carried out.
        if self.limbs.chunks_exact(width).any(|amount| amount[width - 1] != 0) {
            let mut wider = Vec::with_capacity(self.limbs.len() / width * (width + 1));
            for amount in self.limbs.chunks_exact(width) {
                wider.extend_from_slice(amount);
                wider.push(0);
            }
            (self.limbs, self.width) = (wider, width + 1);
        }
        for amount in self.limbs.chunks_exact_mut(self.width) {
            scale(amount, finer);
        }
    }
}
