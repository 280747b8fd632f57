//! Companies in a place, or with partners there.

use crate::{Row, Tx, Value, sql::sql};
use anyhow::Result;
use domain::{
    Instant, Permit, Text3,
    edtf::Edtf,
    ids::PresenceId,
    presence::{Kind, Presence},
};

sql! {
    ALL_OF_THEM = "select p.id, p.slug, p.kind, p.organisation, p.country, p.place, p.body, p.since, s.slug as source, p.as_of, p.quote, p.search, p.version,
                   l.slug as place_slug, l.names as place_names, coalesce(o.slug, '') as company_slug, coalesce(o.names, '{}') as company
                   from presence p join source s on s.id = p.source join place l on l.id = p.place left join organisation o on o.id = p.organisation order by p.slug";
    INSERT = "insert into presence (id, slug, kind, organisation, country, place, body, since, source, as_of, quote, search, version, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, (select id from source where slug = $9), $10, $11, $12, 1, $13)";
    UPDATE = "update presence set kind = $2, organisation = $3, country = $4, place = $5, body = $6, since = $7, source = (select id from source where slug = $8),
              as_of = $9, quote = $10, search = $11, version = version + 1 where id = $1 and version = $12";
}

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub presence: Presence,
    pub place: Text3,
    pub place_slug: String,
    /// Empty where no company is named.
    pub company: Text3,
    pub company_slug: String,
    pub search: String,
}

pub async fn list(tx: &mut Tx) -> Result<Vec<Line>> {
    tx.all(ALL_OF_THEM, &[]).await?.iter().map(line).collect()
}

fn line(r: &Row) -> Result<Line> {
    let presence = Presence {
        id: r.parse("id", PresenceId::parse)?,
        slug: r.text("slug")?,
        kind: r.parse("kind", Kind::parse)?,
        organisation: r.opt_text("organisation")?,
        country: r.text("country")?,
        place: r.text("place")?,
        body: r.text3("body")?,
        since: r.parse("since", Edtf::parse)?,
        source: r.text("source")?,
        as_of: r.parse("as_of", Edtf::parse)?,
        quote: r.text("quote")?,
        version: r.int("version")?,
    };
    Ok(Line {
        presence,
        place: r.text3("place_names")?,
        place_slug: r.text("place_slug")?,
        company: r.text3("company")?,
        company_slug: r.text("company_slug")?,
        search: r.text("search")?,
    })
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, p: &Presence, search: &str, at: Instant) -> Result<()> {
    let args: [Value; 13] = [
        p.id.as_str().into(),
        (&p.slug).into(),
        p.kind.code().into(),
        p.organisation.clone().into(),
        (&p.country).into(),
        (&p.place).into(),
        (&p.body).into(),
        p.since.as_str().into(),
        (&p.source).into(),
        p.as_of.as_str().into(),
        (&p.quote).into(),
        search.into(),
        at.into(),
    ];
    tx.run(INSERT, &args).await?;
    Ok(())
}

/// Answers whether it was still at the version that `p` was read at.
pub async fn update(tx: &mut Tx, _permit: &Permit, p: &Presence, search: &str) -> Result<bool> {
    let args: [Value; 12] = [
        p.id.as_str().into(),
        p.kind.code().into(),
        p.organisation.clone().into(),
        (&p.country).into(),
        (&p.place).into(),
        (&p.body).into(),
        p.since.as_str().into(),
        (&p.source).into(),
        p.as_of.as_str().into(),
        (&p.quote).into(),
        search.into(),
        p.version.into(),
    ];
    Ok(tx.run(UPDATE, &args).await? == 1)
}
