//! `collaboration.toml`.

use super::words::{Words, date};
use actions::{Desk, Viewer, collaboration::NewCollaboration};
use anyhow::{Result, anyhow};
use domain::collaboration::{Capacity, Kind, Role, Standing, State};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    collaboration: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    kind: String,
    state: String,
    names: Words,
    #[serde(default)]
    body: Words,
    a: Vec<String>,
    b: Vec<String>,
    #[serde(default)]
    supporter: Vec<String>,
    #[serde(default)]
    partnership: String,
    #[serde(default)]
    since: String,
    #[serde(default)]
    until: String,
    source: String,
    #[serde(default)]
    as_of: String,
    #[serde(default)]
    quote: String,
    #[serde(default)]
    capacity: Vec<Size>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Size {
    standing: String,
    what: Words,
    number: Option<i64>,
    #[serde(default)]
    year: String,
}

pub async fn load(desk: &Desk, viewer: &Viewer, text: &str) -> Result<()> {
    let file: File = toml::from_str(text)?;
    let all = file.collaboration.into_iter().map(entry).collect::<Result<Vec<_>>>()?;
    actions::collaboration::load(desk, viewer, &all).await?;
    Ok(())
}

fn entry(e: Entry) -> Result<NewCollaboration> {
    let sides = [(Role::A, e.a), (Role::B, e.b), (Role::Supporter, e.supporter)];
    let size = |s: Size| {
        let standing = Standing::parse(&s.standing).ok_or_else(|| anyhow!("standing '{}'", s.standing))?;
        Ok(Capacity { standing, what: s.what.text(), number: s.number, year: date(&s.year)?, source: e.source.clone() })
    };
    Ok(NewCollaboration {
        kind: Kind::parse(&e.kind).ok_or_else(|| anyhow!("{}: kind '{}'", e.slug, e.kind))?,
        state: State::parse(&e.state).ok_or_else(|| anyhow!("{}: state '{}'", e.slug, e.state))?,
        names: e.names.text(),
        body: e.body.text(),
        parties: sides.into_iter().flat_map(|(role, all)| all.into_iter().map(move |name| (role, name))).collect(),
        partnership: e.partnership,
        since: date(&e.since)?,
        until: date(&e.until)?,
        as_of: date(&e.as_of)?,
        quote: e.quote,
        capacities: e.capacity.into_iter().map(size).collect::<Result<_>>()?,
        source: e.source,
        slug: e.slug,
        version: 0,
    })
}
