//! `presence.toml`.

use super::words::{Words, date};
use actions::{Desk, Viewer, presence::NewPresence};
use anyhow::{Result, anyhow};
use domain::presence::Kind;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    presence: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    kind: String,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    country: String,
    place: String,
    body: Words,
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
    let all = file.presence.into_iter().map(entry).collect::<Result<Vec<_>>>()?;
    actions::presence::load(desk, viewer, &all).await?;
    Ok(())
}

fn entry(e: Entry) -> Result<NewPresence> {
    Ok(NewPresence {
        kind: Kind::parse(&e.kind).ok_or_else(|| anyhow!("{}: kind '{}'", e.slug, e.kind))?,
        organisation: e.organisation,
        country: e.country,
        place: e.place,
        body: e.body.text(),
        since: date(&e.since)?,
        source: e.source,
        as_of: date(&e.as_of)?,
        quote: e.quote,
        slug: e.slug,
        version: 0,
    })
}
