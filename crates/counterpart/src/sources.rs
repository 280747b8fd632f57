//! The real clock and the system's randomness: the only place that reads either.

use actions::Sources;
use domain::Instant;
use sha2::{Digest, Sha256};
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

pub fn real() -> Sources {
    Sources {
        clock: Arc::new(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            Instant::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
        }),
        // Without randomness no link, seal or receipt is safe: better to stop than to go on.
        chance: Arc::new(|bytes| getrandom::fill(bytes).unwrap_or_else(|e| panic!("the system gives no randomness: {e}"))),
    }
}

/// A clock that is set by hand and moves a little with every look, and chance from a seed: the same run every time.
#[derive(Clone)]
pub struct Seeded {
    micros: Arc<AtomicI64>,
}

impl Seeded {
    pub fn new() -> Seeded {
        Seeded { micros: Arc::new(AtomicI64::new(0)) }
    }

    /// The clock never runs backwards: an earlier instant is ignored.
    pub fn set(&self, at: Instant) {
        self.micros.fetch_max(at.micros(), Ordering::Relaxed);
    }

    pub fn sources(&self, seed: &'static str) -> Sources {
        let micros = self.micros.clone();
        let count = AtomicU64::new(0);
        Sources {
            clock: Arc::new(move || Instant::from_micros(micros.fetch_add(1_000, Ordering::Relaxed))),
            // SHA-256 in counter mode: even and repeatable; secret only as long as the seed is, so never for a real installation.
            chance: Arc::new(move |bytes| {
                for part in bytes.chunks_mut(32) {
                    let n = count.fetch_add(1, Ordering::Relaxed);
                    let block = Sha256::new().chain_update(seed).chain_update(n.to_be_bytes()).finalize();
                    part.copy_from_slice(&block[..part.len()]);
                }
            }),
        }
    }
}
