//! What organisations offer, to whom and where.

use crate::{
    Row, Tx, Value,
    book::{
        self,
        list::{self, Key, List},
        many,
    },
    sql::sql,
};
use anyhow::{Context, Result};
use domain::{
    Instant, Permit, Text3,
    edtf::Edtf,
    ids::OfferId,
    offer::{Kind, Offer, Reach},
};
use std::collections::HashMap;

macro_rules! offer {
    ($rest:literal) => {
        concat!(
            "select f.id, f.slug, f.provider, f.kinds, f.names, f.body, f.audience, f.partnership, f.since, s.slug as source, f.as_of, f.quote, f.version,
             o.slug as provider_slug, o.names as provider_names from offer f join source s on s.id = f.source join organisation o on o.id = f.provider ",
            $rest
        )
    };
}

sql! {
    ALL_OF_THEM = offer!("order by f.slug");
    ONE = offer!("where f.slug = $1");
    BY_IDS = concat!(offer!("where f.id in ("), many!(), ")");
    PLACES_OF = concat!(
        "select p.offer, p.reach, p.place, l.slug, l.names from offer_place p join place l on l.id = p.place where p.offer in (", many!(), ") order by p.reach, l.slug"
    );
    INSERT = "insert into offer (id, slug, provider, kinds, names, body, audience, partnership, since, source, as_of, quote, version, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, (select id from source where slug = $10), $11, $12, 1, $13)";
    UPDATE = "update offer set provider = $2, kinds = $3, names = $4, body = $5, audience = $6, partnership = $7, since = $8,
              source = (select id from source where slug = $9), as_of = $10, quote = $11, version = version + 1 where id = $1 and version = $12";
    DROP_PLACES = "delete from offer_place where offer = $1";
    ADD_PLACE = "insert into offer_place (offer, reach, place) values ($1, $2, $3)";
}

/// A place of an offer as the book names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Where {
    pub reach: Reach,
    pub id: String,
    pub slug: String,
    pub names: Text3,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub offer: Offer,
    pub provider: Text3,
    pub provider_slug: String,
    pub places: Vec<Where>,
}

impl Line {
    pub fn reach(&self, reach: Reach) -> impl Iterator<Item = &Where> {
        self.places.iter().filter(move |p| p.reach == reach)
    }
}

pub async fn list(tx: &mut Tx) -> Result<Vec<Line>> {
    let lines = tx.all(ALL_OF_THEM, &[]).await?.iter().map(line).collect::<Result<_>>()?;
    whole(tx, lines).await
}

pub async fn find(tx: &mut Tx, slug: &str) -> Result<Option<Line>> {
    let lines = tx.all(ONE, &[slug.into()]).await?.iter().map(line).collect::<Result<_>>()?;
    Ok(whole(tx, lines).await?.pop())
}

/// In the order of their ids.
pub async fn by_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<Line>> {
    let lines = book::in_order(tx, BY_IDS, ids, line).await?;
    whole(tx, lines).await
}

/// What the list finds, filters and orders them by.
pub(crate) async fn relist(tx: &mut Tx, ids: &[&str]) -> Result<()> {
    for l in by_ids(tx, ids).await? {
        let own = [&l.offer.names, &l.offer.body, &l.offer.audience, &l.provider];
        let line = list::Line {
            id: l.offer.id.to_string(),
            open: true,
            marks: l.offer.kinds.iter().map(|k| format!("kind-{}", k.code())).collect(),
            search: list::words(own.into_iter().chain(l.places.iter().map(|p| &p.names)), &[]),
            keys: vec![("provider", Key::Name(l.provider.clone())), ("name", Key::Name(l.offer.names.clone()))],
        };
        list::put(tx, List::Offer, &line).await?;
    }
    Ok(())
}

/// Sets places beside the rows.
async fn whole(tx: &mut Tx, mut lines: Vec<Line>) -> Result<Vec<Line>> {
    let ids: Vec<String> = lines.iter().map(|l| l.offer.id.to_string()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let at: HashMap<&str, usize> = ids.iter().copied().zip(0..).collect();
    for row in &book::rows(tx, PLACES_OF, &ids).await? {
        let Some(line) = at.get(row.text("offer")?.as_str()).and_then(|n| lines.get_mut(*n)) else { continue };
        let place =
            Where { reach: row.parse("reach", Reach::parse)?, id: row.text("place")?, slug: row.text("slug")?, names: row.text3("names")? };
        line.offer.places.push((place.reach, place.id.clone()));
        line.places.push(place);
    }
    Ok(lines)
}

fn line(r: &Row) -> Result<Line> {
    let kinds = r.text("kinds")?;
    let kinds: Option<Vec<Kind>> = kinds.split_whitespace().map(Kind::parse).collect();
    let offer = Offer {
        id: r.parse("id", OfferId::parse)?,
        slug: r.text("slug")?,
        provider: r.text("provider")?,
        kinds: kinds.context("column kinds")?,
        names: r.text3("names")?,
        body: r.text3("body")?,
        audience: r.text3("audience")?,
        partnership: r.text("partnership")?,
        since: r.parse("since", Edtf::parse)?,
        source: r.text("source")?,
        as_of: r.parse("as_of", Edtf::parse)?,
        quote: r.text("quote")?,
        places: vec![],
        version: r.int("version")?,
    };
    Ok(Line { offer, provider: r.text3("provider_names")?, provider_slug: r.text("provider_slug")?, places: vec![] })
}

fn kinds(o: &Offer) -> String {
    o.kinds.iter().map(|k| k.code()).collect::<Vec<_>>().join(" ")
}

pub async fn insert(tx: &mut Tx, permit: &Permit, o: &Offer, at: Instant) -> Result<()> {
    let args: [Value; 13] = [
        o.id.as_str().into(),
        (&o.slug).into(),
        (&o.provider).into(),
        kinds(o).into(),
        (&o.names).into(),
        (&o.body).into(),
        (&o.audience).into(),
        (&o.partnership).into(),
        o.since.as_str().into(),
        (&o.source).into(),
        o.as_of.as_str().into(),
        (&o.quote).into(),
        at.into(),
    ];
    tx.run(INSERT, &args).await?;
    places(tx, permit, o).await
}

/// Answers whether it was still at the version that `o` was read at.
pub async fn update(tx: &mut Tx, permit: &Permit, o: &Offer) -> Result<bool> {
    let args: [Value; 12] = [
        o.id.as_str().into(),
        (&o.provider).into(),
        kinds(o).into(),
        (&o.names).into(),
        (&o.body).into(),
        (&o.audience).into(),
        (&o.partnership).into(),
        o.since.as_str().into(),
        (&o.source).into(),
        o.as_of.as_str().into(),
        (&o.quote).into(),
        o.version.into(),
    ];
    if tx.run(UPDATE, &args).await? != 1 {
        return Ok(false);
    }
    tx.run(DROP_PLACES, &[o.id.as_str().into()]).await?;
    places(tx, permit, o).await?;
    Ok(true)
}

async fn places(tx: &mut Tx, _permit: &Permit, o: &Offer) -> Result<()> {
    for (reach, place) in &o.places {
        tx.run(ADD_PLACE, &[o.id.as_str().into(), reach.code().into(), place.into()]).await?;
    }
    relist(tx, &[o.id.as_str()]).await
}
