//! Places that only facts tell of, beside those with relations: what a background note walks through.

use super::{add, place};
use crate::{Tx, sql::sql};
use anyhow::Result;
use domain::see::Web;

sql! {
    WITH_FACTS = "with recursive told(id) as (
                    select subject from fact where subject_kind = 'place'
                    union select p.within from place p join told on told.id = p.id where p.within is not null
                  ) select p.id, p.slug, p.names, p.country, p.lon, p.lat, p.within from place p join told on told.id = p.id order by p.slug";
}

/// Adds every place that a fact is about, with the places around it.
pub async fn add_told(tx: &mut Tx, web: &mut Web) -> Result<()> {
    for row in &tx.all(WITH_FACTS, &[]).await? {
        add(web, place(row)?);
    }
    Ok(())
}
