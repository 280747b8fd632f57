//! Twin towns that somebody says there are; nobody of an office has checked them.

use crate::{Tx, sql::sql};
use anyhow::Result;
use domain::{
    Permit,
    ids::{PlaceId, SourceId},
    place::Place,
};

sql! {
    ADD = "insert into claim_pair (a, b, source, changed) values ($1, $2, $3, (select coalesce(max(changed), 0) + 1 from claim_pair)) on conflict do nothing";
    OF_PLACE = "select p.* from claim_pair c join place p on p.id = c.b where c.a = $1
                union select p.* from claim_pair c join place p on p.id = c.a where c.b = $1 order by by_en";
    COUNT = "select cast(count(*) as bigint) as n from claim_pair";
}

/// A pair has no direction: the smaller id is kept first.
pub async fn add(tx: &mut Tx, _permit: &Permit, a: &PlaceId, b: &PlaceId, source: &SourceId) -> Result<bool> {
    let (a, b) = if a.as_str() <= b.as_str() { (a, b) } else { (b, a) };
    Ok(tx.run(ADD, &[a.as_str().into(), b.as_str().into(), source.as_str().into()]).await? == 1)
}

pub async fn of(tx: &mut Tx, place: &PlaceId) -> Result<Vec<Place>> {
    tx.all(OF_PLACE, &[place.as_str().into()]).await?.iter().map(super::read).collect()
}

pub async fn count(tx: &mut Tx) -> Result<i64> {
    tx.first(COUNT, &[]).await?.map_or(Ok(0), |r| r.int("n"))
}
