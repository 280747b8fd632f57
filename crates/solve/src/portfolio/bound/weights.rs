//! Multipliers as integers, made from what the relaxation suggests.

/// Weights per row over `2^shift`; without a shift they show a contradiction.
#[derive(Clone, Default)]
pub(super) struct Weights {
    pub shift: Option<u32>,
    pub each: Vec<i64>,
}

impl Weights {
    /// Keeps all sums within i128: weights stay below 2^50, `2^shift * sum` of all values below 2^110.
    pub fn rounded(suggested: &[f64], sum: i64) -> Weights {
        let most = suggested.iter().copied().fold(0.0, f64::max);
        let room = 110 - (64 - sum.leading_zeros() as i32);
        let shift = if most > 0.0 { (49 - exponent(most)).clamp(0, room) } else { 0 };
        let scale = power(shift);
        let each = suggested.iter().map(|each| (each * scale).round().min(power(50)) as i64).collect();
        Weights { shift: Some(shift as u32), each }
    }

    pub fn contradiction(suggested: &[f64]) -> Weights {
        let most = suggested.iter().copied().fold(0.0, f64::max);
        let scale = if most > 0.0 { power(40) / most } else { 0.0 };
        Weights { shift: None, each: suggested.iter().map(|each| (each * scale).round().min(power(40)) as i64).collect() }
    }
}

/// The binary exponent of a positive number.
fn exponent(number: f64) -> i32 {
    (number.to_bits() >> 52) as i32 - 1023
}

fn power(exponent: i32) -> f64 {
    f64::from_bits(((exponent + 1023) as u64) << 52)
}
