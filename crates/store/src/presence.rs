//! Companies in a place, or with partners there.

use crate::{
    Row, Tx, Value,
    book::{
        self,
        list::{self, Key, List},
        many,
    },
    sql::sql,
};
use anyhow::Result;
use domain::{
    Instant, Permit, Text3,
    edtf::Edtf,
    ids::PresenceId,
    presence::{Kind, Presence},
};

macro_rules! presence {
    ($rest:literal) => {
        concat!(
            "select p.id, p.slug, p.kind, p.organisation, p.country, p.place, p.body, p.since, s.slug as source, p.as_of, p.quote, p.version,
             l.slug as place_slug, l.names as place_names, coalesce(o.slug, '') as company_slug, coalesce(o.names, '{}') as company
             from presence p join source s on s.id = p.source join place l on l.id = p.place left join organisation o on o.id = p.organisation ",
            $rest
        )
    };
}

sql! {
    ALL_OF_THEM = presence!("order by p.slug");
    ONE = presence!("where p.slug = $1");
    BY_IDS = concat!(presence!("where p.id in ("), many!(), ")");
    INSERT = "insert into presence (id, slug, kind, organisation, country, place, body, since, source, as_of, quote, version, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, (select id from source where slug = $9), $10, $11, 1, $12)";
    UPDATE = "update presence set kind = $2, organisation = $3, country = $4, place = $5, body = $6, since = $7, source = (select id from source where slug = $8),
              as_of = $9, quote = $10, version = version + 1 where id = $1 and version = $11";
}

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub presence: Presence,
    pub place: Text3,
    pub place_slug: String,
    /// Empty where no company is named.
    pub company: Text3,
    pub company_slug: String,
}

pub async fn list(tx: &mut Tx) -> Result<Vec<Line>> {
    tx.all(ALL_OF_THEM, &[]).await?.iter().map(line).collect()
}

pub async fn find(tx: &mut Tx, slug: &str) -> Result<Option<Line>> {
    tx.first(ONE, &[slug.into()]).await?.as_ref().map(line).transpose()
}

/// In the order of their ids.
pub async fn by_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<Line>> {
    book::in_order(tx, BY_IDS, ids, line).await
}

/// What the list finds, filters and orders them by. Companies that are not named stand after those that are.
pub(crate) async fn relist(tx: &mut Tx, ids: &[&str]) -> Result<()> {
    for l in by_ids(tx, ids).await? {
        let line = list::Line {
            id: l.presence.id.to_string(),
            open: true,
            marks: vec![format!("kind-{}", l.presence.kind.code())],
            search: list::words([&l.presence.body, &l.place, &l.company], &[]),
            keys: vec![
                ("kind", Key::of(Kind::ALL, &l.presence.kind)),
                ("place", Key::Name(l.place)),
                (
                    "company",
                    if l.company_slug.is_empty() {
                        Key::Plain(format!("z{}", l.presence.country.to_lowercase()))
                    } else {
                        Key::Name(l.company)
                    },
                ),
            ],
        };
        list::put(tx, List::Presence, &line).await?;
    }
    Ok(())
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
    })
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, p: &Presence, at: Instant) -> Result<()> {
    let args: [Value; 12] = [
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
        at.into(),
    ];
    tx.run(INSERT, &args).await?;
    relist(tx, &[p.id.as_str()]).await
}

/// Answers whether it was still at the version that `p` was read at.
pub async fn update(tx: &mut Tx, _permit: &Permit, p: &Presence) -> Result<bool> {
    let args: [Value; 11] = [
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
        p.version.into(),
    ];
    let kept = tx.run(UPDATE, &args).await? == 1;
    relist(tx, &[p.id.as_str()]).await?;
    Ok(kept)
}
