//! `offer.toml`.

use super::words::{Words, date};
use actions::{Desk, Viewer, offer::NewOffer};
use anyhow::{Result, anyhow};
use domain::offer::{Kind, Reach};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    offer: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    provider: String,
    kinds: Vec<String>,
    names: Words,
    #[serde(default)]
    body: Words,
    #[serde(default)]
    audience: Words,
    #[serde(default)]
    at: Vec<String>,
    #[serde(default)]
    serves: Vec<String>,
    #[serde(default)]
    partnership: String,
    #[serde(default)]
    since: String,
    source: String,
    #[serde(default)]
    as_of: String,
    #[serde(default)]
    quote: String,
}

pub async fn load(desk: &Desk, viewer: &Viewer, text: &str) -> Result<()> {
    let file: File = toml::from_str(text)?;
    let all = file.offer.into_iter().map(entry).collect::<Result<Vec<_>>>()?;
    actions::offer::load(desk, viewer, &all).await?;
    Ok(())
}

fn entry(e: Entry) -> Result<NewOffer> {
    let kind = |code: &String| Kind::parse(code).ok_or_else(|| anyhow!("{}: kind '{code}'", e.slug));
    let places = [(Reach::At, e.at), (Reach::Serves, e.serves)];
    Ok(NewOffer {
        provider: e.provider,
        kinds: e.kinds.iter().map(kind).collect::<Result<_>>()?,
        names: e.names.text(),
        body: e.body.text(),
        audience: e.audience.text(),
        partnership: e.partnership,
        since: date(&e.since)?,
        source: e.source,
        as_of: date(&e.as_of)?,
        quote: e.quote,
        places: places.into_iter().flat_map(|(reach, all)| all.into_iter().map(move |name| (reach, name))).collect(),
        slug: e.slug,
        version: 0,
    })
}
