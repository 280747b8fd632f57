//! News.

use crate::{
    Row, Tx,
    book::{
        self,
        list::{self, Key, List},
        many,
    },
    sql::sql,
};
use anyhow::Result;
use domain::{Instant, Permit, ids::NewsId, news::News};

sql! {
    PUBLISHED = "select id, slug, title, lead, body, about, published, changed, version from news where published is not null and published <= $1 order by published desc, slug";
    BY_IDS = concat!("select id, slug, title, lead, body, about, published, changed, version from news where id in (", many!(), ")");
    FIND = "select id, slug, title, lead, body, about, published, changed, version from news where slug = $1";
    ADD = "insert into news (id, slug, title, lead, body, about, published, changed, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    UPDATE = "update news set slug = $2, title = $3, lead = $4, body = $5, about = $6, published = $7, changed = $8, version = $9 where id = $1 and version = $9 - 1";
}

/// What the public reads, newest first.
pub async fn published(tx: &mut Tx, now: Instant) -> Result<Vec<News>> {
    tx.all(PUBLISHED, &[now.into()]).await?.iter().map(read).collect()
}

/// In the order of their ids.
pub async fn by_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<News>> {
    book::in_order(tx, BY_IDS, ids, read).await
}

/// What the list finds and orders them by: drafts first, then the newest.
pub(crate) async fn relist(tx: &mut Tx, ids: &[&str]) -> Result<()> {
    for n in by_ids(tx, ids).await? {
        let line = list::Line {
            id: n.id.to_string(),
            open: n.published.is_some(),
            marks: vec![],
            search: list::words([&n.title, &n.lead, &n.body], &[]),
            keys: vec![("date", Key::number(n.published.map_or(0, |at| i64::MAX - at.micros()))), ("title", Key::Name(n.title))],
        };
        list::put(tx, List::News, &line).await?;
    }
    Ok(())
}

pub async fn find(tx: &mut Tx, slug: &str) -> Result<Option<News>> {
    tx.first(FIND, &[slug.into()]).await?.as_ref().map(read).transpose()
}

/// A new one, or a changed one whose version follows that in the database. Answers whether it was kept.
pub async fn save(tx: &mut Tx, _permit: &Permit, n: &News, fresh: bool) -> Result<bool> {
    let args = [
        n.id.as_str().into(),
        (&n.slug).into(),
        (&n.title).into(),
        (&n.lead).into(),
        (&n.body).into(),
        (&n.about).into(),
        n.published.into(),
        n.changed.into(),
        n.version.into(),
    ];
    let kept = tx.run(if fresh { ADD } else { UPDATE }, &args).await? == 1;
    relist(tx, &[n.id.as_str()]).await?;
    Ok(kept)
}

fn read(r: &Row) -> Result<News> {
    Ok(News {
        id: r.parse("id", NewsId::parse)?,
        slug: r.text("slug")?,
        title: r.text3("title")?,
        lead: r.text3("lead")?,
        body: r.text3("body")?,
        about: r.text("about")?,
        published: r.opt_at("published")?,
        changed: r.at("changed")?,
        version: r.int("version")?,
    })
}
