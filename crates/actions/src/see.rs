//! The web of relations for map, matrix and networks. Open to everyone: what stands in it is public.

use crate::{Desk, Error, Result};
use domain::see::Web;

/// Everything that has a relation; with claims, also unverified pairs on the map of which a partnership's place is one.
pub async fn web(desk: &Desk, claims: bool) -> Result<Web> {
    let mut tx = desk.db.read().await?;
    Ok(store::see::web(&mut tx, store::see::Scope { about: None, claims }).await?)
}

/// The same with the place itself in it, even if nothing touches it; with claims, also those about it.
pub async fn about_place(desk: &Desk, slug: &str, claims: bool) -> Result<(String, Web)> {
    let mut tx = desk.db.read().await?;
    let place = store::place::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let id = place.id.to_string();
    Ok((id.clone(), store::see::web(&mut tx, store::see::Scope { about: Some(id), claims }).await?))
}

pub async fn about_organisation(desk: &Desk, slug: &str, claims: bool) -> Result<(String, Web)> {
    let mut tx = desk.db.read().await?;
    let organisation = store::organisation::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let id = organisation.id.to_string();
    Ok((id.clone(), store::see::web(&mut tx, store::see::Scope { about: Some(id), claims }).await?))
}
