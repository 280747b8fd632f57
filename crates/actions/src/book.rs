//! The partnership book as a whole: how much it holds.

use crate::{Desk, Result};
pub use store::book::Want;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub places: i64,
    pub organisations: i64,
    pub sources: i64,
    pub disputes: i64,
    /// Unverified claims of twin towns.
    pub pairs: i64,
}

pub async fn counts(desk: &Desk) -> Result<Counts> {
    let mut tx = desk.db.read().await?;
    Ok(Counts {
        places: store::place::count(&mut tx).await?,
        organisations: store::organisation::count(&mut tx).await?,
        sources: store::source::list(&mut tx).await?.len() as i64,
        disputes: store::fact::discord::list(&mut tx).await?.len() as i64,
        pairs: store::place::pair::count(&mut tx).await?,
    })
}
