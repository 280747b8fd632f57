//! Finds what a person means by a name: an organisation or a place of the book, by its short name or by any of its names.

use crate::Result;
use domain::{Text3, collaboration::Subject};
use i18n::search::fold;
use store::Tx;

/// Bearers of like names that are looked through.
const MANY: i64 = 200;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub subject: Subject,
    pub id: String,
    pub slug: String,
    pub names: Text3,
}

/// `place:jiangsu` is a place; anything else an organisation first, then a place.
pub async fn resolve(tx: &mut Tx, text: &str) -> Result<Option<Found>> {
    let text = text.trim();
    if let Some(slug) = text.strip_prefix("place:") {
        return place(tx, slug).await;
    }
    if let Some(found) = organisation(tx, text).await? {
        return Ok(Some(found));
    }
    place(tx, text).await
}

/// By short name, or by a name in any language where only one bears it.
pub async fn organisation(tx: &mut Tx, text: &str) -> Result<Option<Found>> {
    let found = |o: domain::organisation::Organisation| Found {
        subject: Subject::Organisation,
        id: o.id.to_string(),
        slug: o.slug,
        names: o.names,
    };
    if let Some(o) = store::organisation::find_by_slug(tx, text).await? {
        return Ok(Some(found(o)));
    }
    let (all, _) = store::organisation::named(tx, text, MANY).await?;
    let bear: Vec<_> = all.into_iter().filter(|o| bears(&o.names, text) || same(&o.abbr, text)).collect();
    Ok(only(bear).map(found))
}

pub async fn place(tx: &mut Tx, text: &str) -> Result<Option<Found>> {
    let found = |p: domain::place::Place| Found { subject: Subject::Place, id: p.id.to_string(), slug: p.slug, names: p.names };
    if let Some(p) = store::place::find_by_slug(tx, text).await? {
        return Ok(Some(found(p)));
    }
    let (places, _) = store::place::named(tx, text, MANY).await?;
    let bear: Vec<_> = places.into_iter().filter(|p| bears(&p.names, text)).collect();
    // A checked place stands before imported ones of the same name.
    let checked: Vec<_> = bear.iter().filter(|p| p.verified).cloned().collect();
    Ok(only(if checked.is_empty() { bear } else { checked }).map(found))
}

fn bears(names: &Text3, text: &str) -> bool {
    [&names.da, &names.en, &names.zh].into_iter().any(|name| same(name, text))
}

fn same(name: &str, text: &str) -> bool {
    !name.is_empty() && fold(name) == fold(text)
}

fn only<T>(mut all: Vec<T>) -> Option<T> {
    if all.len() == 1 { all.pop() } else { None }
}
