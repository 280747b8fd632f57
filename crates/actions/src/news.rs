//! News: drafted and published by the offices, read by anyone (R91, R92).

pub(crate) mod card;

use crate::{Desk, Error, Result, Viewer, named, revision};
use domain::{Action, Refusal, Subject, decide, ids::NewsId, news::News};
use serde_json::json;
use store::book::list::{self, Ask, List, Part};

/// Part of what the viewer may read: officers see drafts too.
pub async fn page(desk: &Desk, viewer: &Viewer, ask: Ask) -> Result<Part<News>> {
    let mut tx = desk.db.read().await?;
    let hidden = decide(&viewer.actor(), Action::EditBook, &Subject::Site).is_ok();
    let found = list::find(&mut tx, List::News, &Ask { hidden, ..ask }).await?;
    let rows = store::news::by_ids(&mut tx, &found.ids()).await?;
    Ok(found.with(rows))
}

pub async fn published(desk: &Desk) -> Result<Vec<News>> {
    Ok(store::news::published(&mut desk.db.read().await?, desk.now()).await?)
}

pub async fn show(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<News> {
    let news = store::news::find(&mut desk.db.read().await?, slug).await?.ok_or(Error::NotFound)?;
    let open = news.published.is_some() || decide(&viewer.actor(), Action::EditBook, &Subject::Site).is_ok();
    if open { Ok(news) } else { Err(Error::NotFound) }
}

/// A new news, or the one of that address changed.
pub async fn save(desk: &Desk, viewer: &Viewer, mut n: News) -> Result<String> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    n.check()?;
    let old = store::news::find(&mut tx, &n.slug).await?;
    let fresh = old.is_none();
    match old {
        Some(old) => {
            n.id = old.id;
            // What is out stays readable in all three languages.
            if old.published.is_some() {
                n.publish()?;
            }
            n.published = old.published;
        }
        None => {
            n.id = desk.mint(NewsId::mint);
            if n.slug.is_empty() {
                let wish = named::slug(&n.title);
                n.slug = wish.clone();
                for no in 2.. {
                    if store::news::find(&mut tx, &n.slug).await?.is_none() {
                        break;
                    }
                    n.slug = format!("{wish}-{no}");
                }
            }
        }
    }
    n.version += 1;
    n.changed = desk.now();
    keep(desk, &mut tx, &permit, &n, fresh).await?;
    tx.commit().await?;
    Ok(n.slug)
}

async fn keep(desk: &Desk, tx: &mut store::Tx, permit: &domain::Permit, n: &News, fresh: bool) -> Result<()> {
    let before = revision::before(tx, revision::Kind::News, &n.slug).await?;
    if !store::news::save(tx, permit, n, fresh).await? {
        return Err(Refusal::stale().into());
    }
    before.keep(desk, tx, permit, "").await?;
    let detail = json!({ "slug": n.slug, "published": n.published.is_some() });
    Ok(desk.record(tx, permit, "news", n.id.as_str(), detail).await?)
}

/// Puts it on the public pages and in the feed. Twice is once.
pub async fn publish(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let mut n = store::news::find(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    if n.published.is_some() {
        return Ok(());
    }
    n.publish()?;
    n.published = Some(desk.now());
    n.changed = desk.now();
    n.version += 1;
    keep(desk, &mut tx, &permit, &n, false).await?;
    Ok(tx.commit().await?)
}

/// Loads and publishes what is not there yet.
pub async fn load(desk: &Desk, viewer: &Viewer, all: Vec<News>) -> Result<()> {
    for n in all {
        let slug = n.slug.clone();
        if store::news::find(&mut desk.db.read().await?, &slug).await?.is_none() {
            save(desk, viewer, n).await?;
            publish(desk, viewer, &slug).await?;
        }
    }
    Ok(())
}
