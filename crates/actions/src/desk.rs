//! What every action stands on: the database, the clock, chance, and where this node is reached.

use crate::{book::finder::Finder, priority::picture::Pictures};
use domain::{Instant, Permit, ids::EventId};
use dossier::Signer;
use std::sync::Arc;
use store::{Db, Tx, event::Fact};

/// Clock and chance, handed in by the binary (real) or by tests and the demonstration (seeded).
#[derive(Clone)]
pub struct Sources {
    pub clock: Arc<dyn Fn() -> Instant + Send + Sync>,
    /// Fills the slice with random bytes.
    pub chance: Arc<dyn Fn(&mut [u8]) + Send + Sync>,
}

#[derive(Clone)]
pub struct Desk {
    pub db: Db,
    sources: Sources,
    signer: Arc<Signer>,
    pub(crate) pictures: Arc<Pictures>,
    pub(crate) finder: Arc<Finder>,
    /// Address people reach this node at, without a trailing slash; goes into mails and receipts.
    pub base_url: String,
}

impl Desk {
    /// `key_seed`: 32 secret bytes that this node signs receipts with; whoever has them can sign in its name.
    pub fn new(db: Db, sources: Sources, base_url: &str, key_seed: &[u8; 32]) -> Desk {
        Desk {
            db,
            sources,
            signer: Arc::new(Signer::from_seed(key_seed)),
            pictures: Arc::default(),
            finder: Arc::default(),
            base_url: base_url.trim_end_matches('/').into(),
        }
    }

    /// Signs what this node vouches for.
    pub fn signer(&self) -> &Signer {
        &self.signer
    }

    pub fn now(&self) -> Instant {
        (self.sources.clock)()
    }

    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.sources.chance)(&mut bytes);
        bytes
    }

    /// A fresh id: `desk.mint(ApplicationId::mint)`.
    pub fn mint<T>(&self, make: impl Fn(Instant, [u8; 10]) -> T) -> T {
        make(self.now(), self.random())
    }

    /// A secret for links and sessions, 32 random bytes as hex.
    pub fn token(&self) -> String {
        self.random::<32>().iter().map(|b| format!("{b:02x}")).collect()
    }

    /// Appends to the event log in the transaction of the change. `detail` holds no personal text.
    pub async fn record(
        &self,
        tx: &mut Tx,
        permit: &Permit,
        subject: &'static str,
        subject_id: &str,
        detail: serde_json::Value,
    ) -> anyhow::Result<()> {
        let id = self.mint(EventId::mint);
        store::event::append(tx, permit, Fact { id: &id, at: self.now(), subject, subject_id, detail }).await
    }
}
