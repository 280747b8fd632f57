//! Natural numbers of any size, just the operations that Equal Shares needs.

use std::cmp::Ordering;
use std::fmt;

/// Little-endian limbs without leading zeros.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Big {
    limbs: Vec<u64>,
}

impl From<u64> for Big {
    fn from(number: u64) -> Big {
        Big::of(&[number])
    }
}

impl Big {
    /// From limbs, the lowest first.
    pub(super) fn of(limbs: &[u64]) -> Big {
        let length = limbs.iter().rposition(|limb| *limb != 0).map_or(0, |last| last + 1);
        Big { limbs: limbs[..length].to_vec() }
    }

    pub(super) fn limbs(&self) -> &[u64] {
        &self.limbs
    }

    pub fn is_zero(&self) -> bool {
        self.limbs.is_empty()
    }

    pub fn times(&self, factor: u64) -> Big {
        let mut limbs = self.limbs.clone();
        let carry = scale(&mut limbs, factor);
        limbs.push(carry);
        Big::of(&limbs)
    }

    pub fn times_big(&self, other: &Big) -> Big {
        let mut limbs = vec![0u64; self.limbs.len() + other.limbs.len()];
        for (at, &factor) in other.limbs.iter().enumerate() {
            let mut carry = 0u128;
            for (place, &limb) in self.limbs.iter().enumerate() {
                let sum = u128::from(limb) * u128::from(factor) + u128::from(limbs[at + place]) + carry;
                limbs[at + place] = sum as u64;
                carry = sum >> 64;
            }
            limbs[at + self.limbs.len()] = carry as u64;
        }
        Big::of(&limbs)
    }

    /// Adds limbs of another number.
    pub(super) fn add(&mut self, other: &[u64]) {
        if self.limbs.len() < other.len() {
            self.limbs.resize(other.len(), 0);
        }
        let mut carry = false;
        for (at, limb) in self.limbs.iter_mut().enumerate() {
            if at >= other.len() && !carry {
                break;
            }
            let (sum, first) = limb.overflowing_add(other.get(at).copied().unwrap_or(0));
            let (sum, second) = sum.overflowing_add(u64::from(carry));
            *limb = sum;
            carry = first || second;
        }
        if carry {
            self.limbs.push(1);
        }
        *self = Big::of(&self.limbs);
    }

    /// The difference, or zero where it would be negative.
    pub fn minus(&self, other: &Big) -> Big {
        if *self <= *other {
            return Big::default();
        }
        let mut limbs = self.limbs.clone();
        subtract(&mut limbs, &other.limbs);
        Big::of(&limbs)
    }

    /// Quotient rounded down, and the rest. The divisor must not be zero.
    pub fn divided(&self, divisor: u64) -> (Big, u64) {
        let mut limbs = self.limbs.clone();
        let mut rest = 0u128;
        for limb in limbs.iter_mut().rev() {
            let whole = rest << 64 | u128::from(*limb);
            *limb = (whole / u128::from(divisor)) as u64;
            rest = whole % u128::from(divisor);
        }
        (Big::of(&limbs), rest as u64)
    }
}

impl PartialOrd for Big {
    fn partial_cmp(&self, other: &Big) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Big {
    fn cmp(&self, other: &Big) -> Ordering {
        self.limbs.len().cmp(&other.limbs.len()).then_with(|| self.limbs.iter().rev().cmp(other.limbs.iter().rev()))
    }
}

impl fmt::Display for Big {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const CHUNK: u64 = 10_000_000_000_000_000_000;
        let (mut rest, mut chunks) = (self.clone(), Vec::new());
        while !rest.is_zero() {
            let (next, chunk) = rest.divided(CHUNK);
            chunks.push(chunk);
            rest = next;
        }
        write!(f, "{}", chunks.pop().unwrap_or(0))?;
        chunks.iter().rev().try_for_each(|chunk| write!(f, "{chunk:019}"))
    }
}

/// Multiplies limbs in place and returns what no longer fits.
pub(super) fn scale(limbs: &mut [u64], factor: u64) -> u64 {
    let mut carry = 0u128;
    for limb in limbs.iter_mut() {
        let product = u128::from(*limb) * u128::from(factor) + carry;
        *limb = product as u64;
        carry = product >> 64;
    }
    carry as u64
}

/// Subtracts a number that is not larger, in place.
pub(super) fn subtract(limbs: &mut [u64], other: &[u64]) {
    let mut borrow = false;
    for (at, limb) in limbs.iter_mut().enumerate() {
        if at >= other.len() && !borrow {
            break;
        }
        let (rest, first) = limb.overflowing_sub(other.get(at).copied().unwrap_or(0));
        let (rest, second) = rest.overflowing_sub(u64::from(borrow));
        *limb = rest;
        borrow = first || second;
    }
}

#[cfg(test)]
mod tests {
    use super::Big;
    use proptest::prelude::*;

    fn big(number: u128) -> Big {
        Big::of(&[number as u64, (number >> 64) as u64])
    }

    proptest! {
        #[test]
        fn arithmetic_equals_u128(a in 0u128..1 << 100, b in 0u128..1 << 100, f in 1u64..1 << 27) {
            let mut sum = big(a);
            sum.add(big(b).limbs());
            prop_assert_eq!(&sum, &big(a + b));
            prop_assert_eq!(big(a).minus(&big(b)), big(a.saturating_sub(b)));
            prop_assert_eq!(big(a).times(f), big(a * u128::from(f)));
            prop_assert_eq!(big(a).divided(f), (big(a / u128::from(f)), (a % u128::from(f)) as u64));
            prop_assert_eq!(big(a).cmp(&big(b)), a.cmp(&b));
            prop_assert_eq!(big(a).to_string(), a.to_string());
            let low = (1u128 << 50) - 1;
            prop_assert_eq!(big(a & low).times_big(&big(b & low)), big((a & low) * (b & low)));
        }
    }
}
