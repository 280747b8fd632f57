//! Places, what they lie within, and their members.

pub mod pair;

use crate::{
    Row, Tx, Value,
    book::{self, list, many},
    sql::sql,
};
use anyhow::Result;
use domain::{
    Instant, Permit,
    fact::SubjectKind,
    ids::PlaceId,
    place::{Kind, Place},
};
use std::collections::HashMap;

sql! {
    BY_SLUG = "select * from place where slug = $1";
    BY_ID = "select * from place where id = $1";
    BY_CODE = "select * from place where country = $1 and code = $2 order by slug limit 1";
    BY_WIKIDATA = "select * from place where wikidata = $1 order by slug limit 1";
    INSERT = "insert into place (id, slug, kind, names, country, code, wikidata, within, capital, lon, lat, verified, version, search, by_da, by_en, by_zh, at, changed)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
              (select coalesce(max(changed), 0) + 1 from place))";
    UPDATE = "update place set slug = $2, kind = $3, names = $4, country = $5, code = $6, wikidata = $7, within = $8, capital = $9, lon = $10, lat = $11,
              verified = $12, version = $13 + 1, search = $14, by_da = $15, by_en = $16, by_zh = $17,
              changed = (select coalesce(max(changed), 0) + 1 from place) where id = $1 and version = $13";
    CHILDREN = "select * from place where within = $1 order by by_en";
    MEMBERS = "select p.* from place p join place_member m on m.member = p.id where m.place = $1 order by p.by_en";
    MEMBER_OF = "select p.* from place p join place_member m on m.place = p.id where m.member = $1 order by p.by_en";
    ADD_MEMBER = "insert into place_member (place, member) values ($1, $2) on conflict do nothing";
    COUNT = "select cast(count(*) as bigint) as n from place where search like $1 and search like $2 and search like $3 and search like $4";
    NAMED = "select * from place where search like $1 and search like $2 and search like $3 and search like $4 order by length(search), slug limit $5";
    BY_IDS = concat!("select * from place where id in (", many!(), ")");
    CODES = "select country, code, slug from place";
    ITEMS = "select wikidata, id from place where wikidata <> ''";
}

/// A new place, or a changed one where its version is still that in the database; `spellings`: its aliases. Answers whether it was kept.
pub async fn save(tx: &mut Tx, _permit: &Permit, p: &Place, spellings: &[&str], fresh: bool, at: Instant) -> Result<bool> {
    let [da, en, zh] = book::order_keys(&p.names);
    let mut args: Vec<Value> = vec![
        p.id.as_str().into(),
        (&p.slug).into(),
        p.kind.code().into(),
        (&p.names).into(),
        (&p.country).into(),
        (&p.code).into(),
        (&p.wikidata).into(),
        p.within.as_ref().map(PlaceId::as_str).into(),
        p.capital.as_ref().map(PlaceId::as_str).into(),
        p.at.map(|(lon, _)| lon).into(),
        p.at.map(|(_, lat)| lat).into(),
        p.verified.into(),
        p.version.into(),
        book::searchable(&p.names, spellings).into(),
        da.into(),
        en.into(),
        zh.into(),
    ];
    if fresh {
        args.push(at.into());
    }
    let kept = tx.run(if fresh { INSERT } else { UPDATE }, &args).await? == 1;
    if kept && !fresh {
        list::renamed(tx, SubjectKind::Place, p.id.as_str()).await?;
    }
    Ok(kept)
}

pub async fn find_by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Place>> {
    tx.first(BY_SLUG, &[slug.into()]).await?.as_ref().map(read).transpose()
}

pub async fn find(tx: &mut Tx, id: &PlaceId) -> Result<Option<Place>> {
    tx.first(BY_ID, &[id.as_str().into()]).await?.as_ref().map(read).transpose()
}

/// By a country's own code, e.g. `CN`, `320000`.
pub async fn find_by_code(tx: &mut Tx, country: &str, code: &str) -> Result<Option<Place>> {
    tx.first(BY_CODE, &[country.into(), code.into()]).await?.as_ref().map(read).transpose()
}

pub async fn find_by_wikidata(tx: &mut Tx, item: &str) -> Result<Option<Place>> {
    tx.first(BY_WIKIDATA, &[item.into()]).await?.as_ref().map(read).transpose()
}

pub async fn children(tx: &mut Tx, id: &PlaceId) -> Result<Vec<Place>> {
    tx.all(CHILDREN, &[id.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn members(tx: &mut Tx, id: &PlaceId) -> Result<Vec<Place>> {
    tx.all(MEMBERS, &[id.as_str().into()]).await?.iter().map(read).collect()
}

/// The sets of places that hold this one.
pub async fn member_of(tx: &mut Tx, id: &PlaceId) -> Result<Vec<Place>> {
    tx.all(MEMBER_OF, &[id.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn add_member(tx: &mut Tx, _permit: &Permit, place: &PlaceId, member: &PlaceId) -> Result<()> {
    tx.run(ADD_MEMBER, &[place.as_str().into(), member.as_str().into()]).await?;
    Ok(())
}

/// What a place lies within, the widest first.
pub async fn above(tx: &mut Tx, place: &Place) -> Result<Vec<Place>> {
    let mut found = Vec::new();
    let mut next = place.within.clone();
    // No place lies nine deep; a ring in the data ends here too.
    while let Some(id) = next.filter(|_| found.len() < 9) {
        let Some(p) = find(tx, &id).await? else { break };
        next = p.within.clone();
        found.insert(0, p);
    }
    Ok(found)
}

/// The first places whose names hold what was typed, and how many do. Reads what its own transaction has written; lists go by `finding`.
pub async fn named(tx: &mut Tx, typed: &str, limit: i64) -> Result<(Vec<Place>, i64)> {
    let mut args: Vec<Value> = book::patterns(typed).into_iter().map(Value::from).collect();
    let total = tx.first(COUNT, &args).await?.map_or(Ok(0), |r| r.int("n"))?;
    args.push(limit.into());
    Ok((tx.all(NAMED, &args).await?.iter().map(read).collect::<Result<_>>()?, total))
}

/// Places in the order of their ids; those that are not there are left out.
pub async fn by_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<Place>> {
    book::in_order(tx, BY_IDS, ids, read).await
}

/// Country, code and short name of every place.
pub async fn codes(tx: &mut Tx) -> Result<Vec<(String, String, String)>> {
    tx.all(CODES, &[]).await?.iter().map(|r| Ok((r.text("country")?, r.text("code")?, r.text("slug")?))).collect()
}

/// Id of every place that has a Wikidata item.
pub async fn by_wikidata(tx: &mut Tx) -> Result<HashMap<String, PlaceId>> {
    tx.all(ITEMS, &[]).await?.iter().map(|r| Ok((r.text("wikidata")?, r.parse("id", PlaceId::parse)?))).collect()
}

/// Whether a place would come to lie within itself.
pub async fn lies_in_itself(tx: &mut Tx, place: &Place) -> Result<bool> {
    Ok(above(tx, place).await?.iter().any(|p| p.id == place.id))
}

pub(crate) fn read(r: &Row) -> Result<Place> {
    Ok(Place {
        id: r.parse("id", PlaceId::parse)?,
        slug: r.text("slug")?,
        kind: r.parse("kind", Kind::parse)?,
        names: r.text3("names")?,
        country: r.text("country")?,
        code: r.text("code")?,
        wikidata: r.text("wikidata")?,
        within: r.opt_parse("within", PlaceId::parse)?,
        capital: r.opt_parse("capital", PlaceId::parse)?,
        at: r.opt_float("lon")?.zip(r.opt_float("lat")?),
        verified: r.flag("verified")?,
        version: r.int("version")?,
    })
}
