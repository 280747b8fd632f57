//! Repeatable chance in whole numbers: the same seed gives the same plan on every machine.

/// A generator after Steele, Lea and Flood (SplitMix64).
pub(super) struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    #[inline]
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number in `0..limit`; 0 when the limit is 0.
    #[inline]
    pub fn below(&mut self, limit: usize) -> usize {
        (((self.next() >> 32) * limit as u64) >> 32) as usize
    }

    /// Roughly `-log2(u)` for a uniform `u` in 65,536ths: what a rise in cost is compared with.
    #[inline]
    pub fn patience(&mut self) -> i64 {
        let u = self.next() | 1;
        let zeros = u.leading_zeros();
        let fraction = (u << zeros << 1) >> 48;
        ((i64::from(zeros) + 1) << 16) - fraction as i64
    }
}
