//! `place.toml`.

use super::words::{AliasEntry, FactEntry, Words, aliases, facts};
use actions::{Desk, Viewer, place::NewPlace};
use anyhow::{Context, Result, anyhow};
use domain::place::Kind;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    place: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    kind: String,
    name: Words,
    #[serde(default)]
    country: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    wikidata: String,
    within: Option<String>,
    capital: Option<String>,
    /// Longitude, latitude.
    at: Option<(f64, f64)>,
    #[serde(default)]
    members: Vec<String>,
    #[serde(default)]
    aliases: Vec<AliasEntry>,
    #[serde(default)]
    facts: Vec<FactEntry>,
}

pub async fn load(desk: &Desk, viewer: &Viewer, text: &str) -> Result<()> {
    let file: File = toml::from_str(text)?;
    let all = file.place.into_iter().map(place).collect::<Result<Vec<_>>>()?;
    actions::place::load(desk, viewer, &all).await?;
    Ok(())
}

fn place(e: Entry) -> Result<NewPlace> {
    Ok(NewPlace {
        kind: Kind::parse(&e.kind).ok_or_else(|| anyhow!("{}: kind '{}'", e.slug, e.kind))?,
        names: e.name.text(),
        country: e.country,
        code: e.code,
        wikidata: e.wikidata,
        within: e.within,
        capital: e.capital,
        at: e.at,
        verified: true,
        members: e.members,
        aliases: aliases(e.aliases),
        facts: facts(&e.facts).with_context(|| e.slug.clone())?,
        slug: e.slug,
    })
}
