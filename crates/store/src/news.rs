//! News.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{Instant, Permit, ids::NewsId, news::News};

sql! {
    PUBLISHED = "select id, slug, title, lead, body, about, published, changed, version, search from news where published is not null and published <= $1 order by published desc, slug";
    LIST = "select id, slug, title, lead, body, about, published, changed, version, search from news order by changed desc, slug";
    FIND = "select id, slug, title, lead, body, about, published, changed, version, search from news where slug = $1";
    ADD = "insert into news (id, slug, title, lead, body, about, published, changed, version, search) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    UPDATE = "update news set slug = $2, title = $3, lead = $4, body = $5, about = $6, published = $7, changed = $8, version = $9, search = $10 where id = $1 and version = $9 - 1";
}

/// A news with the folded words it is found by.
#[derive(Clone, Debug)]
pub struct Line {
    pub news: News,
    pub search: String,
}

/// What the public reads, newest first.
pub async fn published(tx: &mut Tx, now: Instant) -> Result<Vec<Line>> {
    tx.all(PUBLISHED, &[now.into()]).await?.iter().map(line).collect()
}

/// Drafts too.
pub async fn list(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Line>> {
    tx.all(LIST, &[]).await?.iter().map(line).collect()
}

pub async fn find(tx: &mut Tx, slug: &str) -> Result<Option<News>> {
    Ok(tx.first(FIND, &[slug.into()]).await?.as_ref().map(line).transpose()?.map(|l| l.news))
}

/// A new one, or a changed one whose version follows that in the database. Answers whether it was kept.
pub async fn save(tx: &mut Tx, _permit: &Permit, n: &News, search: &str, fresh: bool) -> Result<bool> {
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
        search.into(),
    ];
    Ok(tx.run(if fresh { ADD } else { UPDATE }, &args).await? == 1)
}

fn line(r: &Row) -> Result<Line> {
    let news = News {
        id: r.parse("id", NewsId::parse)?,
        slug: r.text("slug")?,
        title: r.text3("title")?,
        lead: r.text3("lead")?,
        body: r.text3("body")?,
        about: r.text("about")?,
        published: r.opt_at("published")?,
        changed: r.at("changed")?,
        version: r.int("version")?,
    };
    Ok(Line { news, search: r.text("search")? })
}
