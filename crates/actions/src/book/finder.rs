//! The lists of places, organisations and twin towns that a node keeps in memory, brought up to date by what has changed in the database.
//! A search through folded names costs the same whatever is asked for; `counterpart bench book` measures it.

use super::shelf::{Shelf, both, window};
use crate::Result;
use domain::ids::PlaceId;
use i18n::search;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{
    Tx,
    book::{Want, finding},
};

#[derive(Default)]
pub(crate) struct Finder {
    places: Kept<Shelf>,
    organisations: Kept<Shelf>,
    pairs: Kept<Pairs>,
}

type Kept<T> = Mutex<Arc<T>>;

/// Twin towns as rows of the places' shelf.
#[derive(Clone, Default)]
struct Pairs {
    all: Vec<(u32, u32)>,
    since: Option<i64>,
}

impl Finder {
    /// The places of a transaction that reads: what a writing one has not committed must not get in here.
    pub async fn places(&self, tx: &mut Tx) -> Result<Arc<Shelf>> {
        let shelf = held(&self.places).clone();
        let new = finding::places(tx, shelf.since()).await?;
        Ok(if new.is_empty() { shelf } else { renew(&self.places, shelf, |s| s.update(new)) })
    }

    pub async fn organisations(&self, tx: &mut Tx) -> Result<Arc<Shelf>> {
        let shelf = held(&self.organisations).clone();
        let new = finding::organisations(tx, shelf.since()).await?;
        Ok(if new.is_empty() { shelf } else { renew(&self.organisations, shelf, |s| s.update(new)) })
    }

    /// The pairs that are wanted, each with the place that comes first in order, and how many match.
    /// A pair matches where its two names together hold all that was asked for.
    pub async fn pairs(&self, tx: &mut Tx, want: &Want) -> Result<(Vec<(PlaceId, PlaceId)>, usize)> {
        let pairs = held(&self.pairs).clone();
        let new = finding::pairs(tx, pairs.since.unwrap_or(-1)).await?;
        // After the pairs, so that every place they name is there.
        let places = self.places(tx).await?;
        let pairs = if new.is_empty() { pairs } else { renew(&self.pairs, pairs, |p| p.update(&places, &new)) };
        let mut hit = vec![true; pairs.all.len()];
        for term in search::fold_query(&want.query) {
            let holds = places.holding(&term);
            let of_pair: Vec<bool> = pairs.all.iter().map(|(a, b)| holds[*a as usize] || holds[*b as usize]).collect();
            both(&mut hit, &of_pair);
        }
        let ranks = places.ranks(want.lang);
        let ranked = |(a, b): (u32, u32)| if ranks[a as usize] <= ranks[b as usize] { (a, b) } else { (b, a) };
        let mut found: Vec<(u32, u32)> = pairs.all.iter().zip(&hit).filter(|(_, hit)| **hit).map(|(pair, _)| ranked(*pair)).collect();
        found.sort_by_key(|(a, b)| (ranks[*a as usize], ranks[*b as usize]));
        if want.descending {
            found.reverse();
        }
        let (skip, take) = window(want, found.len());
        let id = |row: u32| PlaceId::parse(places.id(row));
        let page = found.iter().skip(skip).take(take).filter_map(|(a, b)| Some((id(*a)?, id(*b)?))).collect();
        Ok((page, found.len()))
    }
}

impl Pairs {
    fn update(&mut self, places: &Shelf, new: &[(String, String, i64)]) {
        let known = self.since;
        let unknown = new.iter().filter(|(_, _, changed)| Some(*changed) > known);
        self.all.extend(unknown.filter_map(|(a, b, _)| places.row(a).zip(places.row(b))));
        self.since = self.since.max(new.last().map(|(_, _, changed)| *changed));
    }
}

/// A panic elsewhere leaves what was put in whole.
fn held<T>(kept: &Kept<T>) -> MutexGuard<'_, Arc<T>> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Changes what is kept; copies it only where somebody else is reading it at the moment.
fn renew<T: Clone>(kept: &Kept<T>, mine: Arc<T>, change: impl FnOnce(&mut T)) -> Arc<T> {
    drop(mine);
    let mut guard = held(kept);
    change(Arc::make_mut(&mut guard));
    guard.clone()
}
