//! Organisations: names, what they are part of, where they are. Members, identifiers and successions are in `link`.

pub mod link;

use crate::{
    Row, Tx, Value,
    book::{self, list, many},
    sql::sql,
};
use anyhow::Result;
use domain::{
    Instant, Permit, Text3,
    edtf::Edtf,
    fact::SubjectKind,
    ids::{OrganisationId, PlaceId},
    organisation::{Category, Organisation},
};

sql! {
    BY_SLUG = "select * from organisation where slug = $1";
    BY_ID = "select * from organisation where id = $1";
    INSERT = "insert into organisation (id, slug, kind, names, abbr, country, part_of, place, established, dissolved, mailbox, verified, version, search, by_da, by_en, by_zh, at, changed)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
              (select coalesce(max(changed), 0) + 1 from organisation))";
    UPDATE = "update organisation set slug = $2, kind = $3, names = $4, abbr = $5, country = $6, part_of = $7, place = $8, established = $9, dissolved = $10,
              mailbox = $11, verified = $12, version = $13 + 1, search = $14, by_da = $15, by_en = $16, by_zh = $17,
              changed = (select coalesce(max(changed), 0) + 1 from organisation) where id = $1 and version = $13";
    PARTS = "select * from organisation where part_of = $1 order by by_en";
    AT_PLACE = "select * from organisation where place = $1 order by by_en limit 200";
    COUNT = "select cast(count(*) as bigint) as n from organisation where search like $1 and search like $2 and search like $3 and search like $4";
    NAMED = "select * from organisation where search like $1 and search like $2 and search like $3 and search like $4 order by length(search), slug limit $5";
    BY_IDS = concat!("select o.*, p.slug as place_slug, p.names as place_names from organisation o left join place p on p.id = o.place where o.id in (", many!(), ")");
}

/// An organisation in a list, with the place it is at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub organisation: Organisation,
    pub place: Option<(String, Text3)>,
}

/// A new organisation, or a changed one where its version is still that in the database. Answers whether it was kept.
pub async fn save(tx: &mut Tx, permit: &Permit, o: &Organisation, spellings: &[&str], fresh: bool, at: Instant) -> Result<bool> {
    let [da, en, zh] = book::order_keys(&o.names);
    let mut others: Vec<&str> = vec![&o.abbr];
    others.extend(o.identifiers.iter().map(|(_, value)| value.as_str()));
    others.extend(spellings);
    let mut args: Vec<Value> = vec![
        o.id.as_str().into(),
        (&o.slug).into(),
        o.kind.code().into(),
        (&o.names).into(),
        (&o.abbr).into(),
        (&o.country).into(),
        o.part_of.as_ref().map(OrganisationId::as_str).into(),
        o.place.as_ref().map(PlaceId::as_str).into(),
        o.established.as_str().into(),
        o.dissolved.as_str().into(),
        (&o.mailbox).into(),
        o.verified.into(),
        o.version.into(),
        book::searchable(&o.names, &others).into(),
        da.into(),
        en.into(),
        zh.into(),
    ];
    if fresh {
        args.push(at.into());
    }
    let kept = tx.run(if fresh { INSERT } else { UPDATE }, &args).await? == 1;
    if kept {
        link::set_identifiers(tx, permit, &o.id, &o.identifiers).await?;
    }
    if kept && !fresh {
        list::renamed(tx, SubjectKind::Organisation, o.id.as_str()).await?;
    }
    Ok(kept)
}

pub async fn find_by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Organisation>> {
    let row = tx.first(BY_SLUG, &[slug.into()]).await?;
    whole(tx, row).await
}

pub async fn find(tx: &mut Tx, id: &OrganisationId) -> Result<Option<Organisation>> {
    let row = tx.first(BY_ID, &[id.as_str().into()]).await?;
    whole(tx, row).await
}

async fn whole(tx: &mut Tx, row: Option<Row>) -> Result<Option<Organisation>> {
    let Some(row) = row else { return Ok(None) };
    let mut o = read(&row)?;
    o.identifiers = link::identifiers(tx, &o.id).await?;
    Ok(Some(o))
}

/// Its offices and departments.
pub async fn parts(tx: &mut Tx, id: &OrganisationId) -> Result<Vec<Organisation>> {
    tx.all(PARTS, &[id.as_str().into()]).await?.iter().map(read).collect()
}

/// Organisations at a place; the first 200.
pub async fn at_place(tx: &mut Tx, id: &PlaceId) -> Result<Vec<Organisation>> {
    tx.all(AT_PLACE, &[id.as_str().into()]).await?.iter().map(read).collect()
}

/// The first organisations whose names hold what was typed, and how many do. Reads what its own transaction has written; lists go by `finding`.
pub async fn named(tx: &mut Tx, typed: &str, limit: i64) -> Result<(Vec<Organisation>, i64)> {
    let mut args: Vec<Value> = book::patterns(typed).into_iter().map(Value::from).collect();
    let total = tx.first(COUNT, &args).await?.map_or(Ok(0), |r| r.int("n"))?;
    args.push(limit.into());
    Ok((tx.all(NAMED, &args).await?.iter().map(read).collect::<Result<_>>()?, total))
}

/// Organisations in the order of their ids; those that are not there are left out.
pub async fn by_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<Line>> {
    let line = |row: &Row| {
        let names = row.opt_text("place_names")?.map(|t| crate::row::text3_from_json(&t)).transpose()?;
        Ok(Line { organisation: read(row)?, place: row.opt_text("place_slug")?.zip(names) })
    };
    book::in_order(tx, BY_IDS, ids, line).await
}

/// Without identifiers, which are rows of their own.
pub(crate) fn read(r: &Row) -> Result<Organisation> {
    Ok(Organisation {
        id: r.parse("id", OrganisationId::parse)?,
        slug: r.text("slug")?,
        kind: r.parse("kind", Category::parse)?,
        names: r.text3("names")?,
        abbr: r.text("abbr")?,
        country: r.text("country")?,
        part_of: r.opt_parse("part_of", OrganisationId::parse)?,
        place: r.opt_parse("place", PlaceId::parse)?,
        established: r.parse("established", Edtf::parse)?,
        dissolved: r.parse("dissolved", Edtf::parse)?,
        mailbox: r.text("mailbox")?,
        verified: r.flag("verified")?,
        version: r.int("version")?,
        identifiers: vec![],
    })
}
