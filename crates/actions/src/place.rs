//! Places: loaded from files, kept by the offices, open to everyone (R43-R50).

pub(crate) mod card;
pub mod edit;

use crate::{
    Desk, Error, Result, Viewer,
    fact::{Dispute, Line, NewFact},
};
use domain::{
    Action, Permit, Subject, Text3, decide,
    fact::SubjectKind,
    ids::{AliasId, PlaceId},
    organisation::Organisation,
    place::{Kind, Place},
};
use serde_json::json;
use std::collections::HashMap;
pub use store::alias;
use store::{Tx, book::Want};

/// A place as a file states it; other places by their slugs.
#[derive(Clone, Debug)]
pub struct NewPlace {
    pub slug: String,
    pub kind: Kind,
    pub names: Text3,
    pub country: String,
    pub code: String,
    pub wikidata: String,
    pub within: Option<String>,
    pub at: Option<(f64, f64)>,
    pub verified: bool,
    pub capital: Option<String>,
    pub members: Vec<String>,
    /// Spelling, and the slug of the source that writes it so.
    pub aliases: Vec<(String, Option<String>)>,
    pub facts: Vec<NewFact>,
}

/// Keeps the places that are not there yet, in one transaction; answers how many came. What lies within another comes after it.
pub async fn load(desk: &Desk, viewer: &Viewer, all: &[NewPlace]) -> Result<usize> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let mut fresh = Vec::new();
    for new in all {
        if store::place::find_by_slug(&mut tx, &new.slug).await?.is_none() {
            insert(desk, &mut tx, &permit, new).await?;
            fresh.push(new);
        }
    }
    for new in &fresh {
        tie(&mut tx, &permit, new, desk).await?;
    }
    desk.record(&mut tx, &permit, "place", "", json!({ "loaded": fresh.len() })).await?;
    tx.commit().await?;
    Ok(fresh.len())
}

async fn insert(desk: &Desk, tx: &mut Tx, permit: &Permit, new: &NewPlace) -> Result<()> {
    let within = match &new.within {
        Some(slug) => Some(by_slug(tx, slug).await?.id),
        None => None,
    };
    let place = Place {
        id: desk.mint(PlaceId::mint),
        slug: new.slug.clone(),
        kind: new.kind,
        names: new.names.clone(),
        country: new.country.clone(),
        code: new.code.clone(),
        wikidata: new.wikidata.clone(),
        within,
        capital: None,
        at: new.at,
        verified: new.verified,
        version: 1,
    };
    let spellings: Vec<&str> = new.aliases.iter().map(|(s, _)| s.as_str()).collect();
    store::place::save(tx, permit, &place, &spellings, true, desk.now()).await?;
    for (spelling, source) in &new.aliases {
        add_alias(desk, tx, permit, (SubjectKind::Place, place.id.as_str()), spelling, source.as_deref()).await?;
    }
    for fact in &new.facts {
        crate::fact::add_in(desk, tx, permit, SubjectKind::Place, place.id.as_str(), fact).await?;
    }
    Ok(())
}

/// Capital and members, which may come later in the file than what names them.
async fn tie(tx: &mut Tx, permit: &Permit, new: &NewPlace, desk: &Desk) -> Result<()> {
    let mut place = by_slug(tx, &new.slug).await?;
    if let Some(capital) = &new.capital {
        place.capital = Some(by_slug(tx, capital).await?.id);
        let spellings: Vec<&str> = new.aliases.iter().map(|(s, _)| s.as_str()).collect();
        store::place::save(tx, permit, &place, &spellings, false, desk.now()).await?;
    }
    for member in &new.members {
        let member = by_slug(tx, member).await?;
        store::place::add_member(tx, permit, &place.id, &member.id).await?;
    }
    Ok(())
}

async fn by_slug(tx: &mut Tx, slug: &str) -> Result<Place> {
    Ok(store::place::find_by_slug(tx, slug).await?.ok_or_else(|| anyhow::anyhow!("no place '{slug}'"))?)
}

pub(crate) async fn add_alias(
    desk: &Desk,
    tx: &mut Tx,
    permit: &Permit,
    (kind, subject): (SubjectKind, &str),
    spelling: &str,
    source: Option<&str>,
) -> anyhow::Result<()> {
    let source = match source {
        Some(slug) => Some(crate::source::id_of(tx, slug).await?),
        None => None,
    };
    let id = desk.mint(AliasId::mint);
    store::alias::add(tx, permit, store::alias::Alias { id: &id, kind, subject, spelling, source: source.as_ref() }).await
}

/// Part of a list.
pub struct Listed {
    pub places: Vec<Place>,
    /// How many match.
    pub total: usize,
    /// How many more match that nobody has verified, where only verified ones were wanted.
    pub unverified: usize,
}

pub async fn list(desk: &Desk, want: &Want) -> Result<Listed> {
    let mut tx = desk.db.read().await?;
    let shelf = desk.finder.places(&mut tx).await?;
    let found = shelf.find(want);
    let places = store::place::by_ids(&mut tx, &shelf.page(&found, want)).await?;
    Ok(Listed { places, total: found.total, unverified: found.unverified })
}

/// Twin towns that somebody says there are, each with the place that comes first in order, and how many match. Nobody has verified them.
pub async fn twins(desk: &Desk, want: &Want) -> Result<(Vec<(Place, Place)>, usize)> {
    let mut tx = desk.db.read().await?;
    let (pairs, total) = desk.finder.pairs(&mut tx, want).await?;
    let mut ids: Vec<&str> = pairs.iter().flat_map(|(a, b)| [a.as_str(), b.as_str()]).collect();
    ids.sort_unstable();
    ids.dedup();
    let places: HashMap<String, Place> = store::place::by_ids(&mut tx, &ids).await?.into_iter().map(|p| (p.id.to_string(), p)).collect();
    let named = |(a, b): &(PlaceId, PlaceId)| Some((places.get(a.as_str())?.clone(), places.get(b.as_str())?.clone()));
    Ok((pairs.iter().filter_map(named).collect(), total))
}

/// Countries to filter by.
pub async fn countries(desk: &Desk) -> Result<Vec<String>> {
    Ok(desk.finder.places(&mut desk.db.read().await?).await?.countries())
}

/// A place with all that is known of it.
pub struct Public {
    pub place: Place,
    /// What it lies within, the widest first.
    pub above: Vec<Place>,
    pub capital: Option<Place>,
    pub children: Vec<Place>,
    pub members: Vec<Place>,
    pub member_of: Vec<Place>,
    pub aliases: Vec<store::alias::Line>,
    pub organisations: Vec<Organisation>,
    pub facts: Vec<Line>,
    pub disputes: Vec<Dispute>,
    /// Unverified claims of twin towns.
    pub twins: Vec<Place>,
}

pub async fn show(desk: &Desk, slug: &str) -> Result<Public> {
    let mut tx = desk.db.read().await?;
    let place = store::place::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let id = place.id.as_str().to_string();
    let capital = match &place.capital {
        Some(capital) => store::place::find(&mut tx, capital).await?,
        None => None,
    };
    Ok(Public {
        above: store::place::above(&mut tx, &place).await?,
        capital,
        children: store::place::children(&mut tx, &place.id).await?,
        members: store::place::members(&mut tx, &place.id).await?,
        member_of: store::place::member_of(&mut tx, &place.id).await?,
        aliases: store::alias::of(&mut tx, SubjectKind::Place, &id).await?,
        organisations: store::organisation::at_place(&mut tx, &place.id).await?,
        facts: store::fact::of(&mut tx, SubjectKind::Place, &id).await?,
        disputes: crate::fact::disputes_about(&mut tx, SubjectKind::Place, &id).await?,
        twins: store::place::pair::of(&mut tx, &place.id).await?,
        place,
    })
}

/// Country, code and short name of every place.
pub async fn codes(desk: &Desk) -> Result<Vec<(String, String, String)>> {
    Ok(store::place::codes(&mut desk.db.read().await?).await?)
}

/// Id of every place that has a Wikidata item.
pub async fn by_wikidata(desk: &Desk) -> Result<HashMap<String, PlaceId>> {
    Ok(store::place::by_wikidata(&mut desk.db.read().await?).await?)
}

/// Keeps unverified claims of twin towns; answers how many were new.
pub async fn load_pairs(desk: &Desk, viewer: &Viewer, pairs: &[(PlaceId, PlaceId)], source: &str) -> Result<usize> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let source = crate::source::id_of(&mut tx, source).await?;
    let mut new = 0;
    for (a, b) in pairs {
        new += usize::from(store::place::pair::add(&mut tx, &permit, a, b, &source).await?);
    }
    desk.record(&mut tx, &permit, "claim_pair", "", json!({ "loaded": new })).await?;
    tx.commit().await?;
    Ok(new)
}
