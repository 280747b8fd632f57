//! Mail on its way: when to try again and when to give up.

use crate::Instant;

/// Tries before a mail is given up: the last about a day after the first.
pub const MAX_ATTEMPTS: i64 = 10;

/// What became of one try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempt {
    Sent,
    /// May work later: the server is down or asks to wait.
    Later(String),
    /// Will never work: the address does not exist.
    Never(String),
}

/// When the next try is due after `attempts` failed ones: 1, 2, 4 … minutes, at most four hours. None: given up.
pub fn next_try(attempts: i64, now: Instant) -> Option<Instant> {
    if attempts >= MAX_ATTEMPTS {
        return None;
    }
    let minutes = 1_i64 << attempts.clamp(1, 9).saturating_sub(1);
    Some(now.plus_seconds(60 * minutes.min(240)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_grow_apart_and_end() {
        let now = Instant::from_micros(0);
        let minutes: Vec<Option<i64>> = (1..=10).map(|n| next_try(n, now).map(|at| at.micros() / 60_000_000)).collect();
        assert_eq!(minutes, [Some(1), Some(2), Some(4), Some(8), Some(16), Some(32), Some(64), Some(128), Some(240), None]);
    }
}
