//! What organisations offer, to whom and where.

use crate::{Row, Tx, Value, sql::sql};
use anyhow::{Context, Result};
use domain::{
    Instant, Permit, Text3,
    edtf::Edtf,
    ids::OfferId,
    offer::{Kind, Offer, Reach},
};

sql! {
    ALL_OF_THEM = "select f.id, f.slug, f.provider, f.kinds, f.names, f.body, f.audience, f.partnership, f.since, s.slug as source, f.as_of, f.quote, f.search, f.version,
                   o.slug as provider_slug, o.names as provider_names from offer f join source s on s.id = f.source join organisation o on o.id = f.provider order by f.slug";
    PLACES = "select p.offer, p.reach, p.place, l.slug, l.names from offer_place p join place l on l.id = p.place order by p.offer, p.reach, l.slug";
    INSERT = "insert into offer (id, slug, provider, kinds, names, body, audience, partnership, since, source, as_of, quote, search, version, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, (select id from source where slug = $10), $11, $12, $13, 1, $14)";
    UPDATE = "update offer set provider = $2, kinds = $3, names = $4, body = $5, audience = $6, partnership = $7, since = $8,
              source = (select id from source where slug = $9), as_of = $10, quote = $11, search = $12, version = version + 1 where id = $1 and version = $13";
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
    pub search: String,
}

impl Line {
    pub fn reach(&self, reach: Reach) -> impl Iterator<Item = &Where> {
        self.places.iter().filter(move |p| p.reach == reach)
    }
}

pub async fn list(tx: &mut Tx) -> Result<Vec<Line>> {
    let mut lines: Vec<Line> = tx.all(ALL_OF_THEM, &[]).await?.iter().map(line).collect::<Result<_>>()?;
    for row in &tx.all(PLACES, &[]).await? {
        let id = row.text("offer")?;
        let Some(line) = lines.iter_mut().find(|l| l.offer.id.as_str() == id) else { continue };
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
    Ok(Line {
        offer,
        provider: r.text3("provider_names")?,
        provider_slug: r.text("provider_slug")?,
        places: vec![],
        search: r.text("search")?,
    })
}

fn kinds(o: &Offer) -> String {
    o.kinds.iter().map(|k| k.code()).collect::<Vec<_>>().join(" ")
}

pub async fn insert(tx: &mut Tx, permit: &Permit, o: &Offer, search: &str, at: Instant) -> Result<()> {
    let args: [Value; 14] = [
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
        search.into(),
        at.into(),
    ];
    tx.run(INSERT, &args).await?;
    places(tx, permit, o).await
}

/// Answers whether it was still at the version that `o` was read at.
pub async fn update(tx: &mut Tx, permit: &Permit, o: &Offer, search: &str) -> Result<bool> {
    let args: [Value; 13] = [
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
        search.into(),
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
    Ok(())
}
