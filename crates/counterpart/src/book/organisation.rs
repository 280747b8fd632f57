//! `organisation.toml`.

use super::words::{AliasEntry, FactEntry, Words, aliases, date, facts};
use actions::{Desk, Viewer, organisation::NewOrganisation};
use anyhow::{Context, Result, anyhow};
use domain::organisation::{Category, Scheme};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    organisation: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    kind: String,
    name: Words,
    #[serde(default)]
    abbr: String,
    #[serde(default)]
    country: String,
    part_of: Option<String>,
    place: Option<String>,
    #[serde(default)]
    established: String,
    #[serde(default)]
    dissolved: String,
    #[serde(default)]
    mailbox: String,
    /// Scheme and value.
    #[serde(default)]
    identifiers: BTreeMap<String, String>,
    #[serde(default)]
    members: Vec<String>,
    #[serde(default)]
    successors: Vec<Successor>,
    #[serde(default)]
    aliases: Vec<AliasEntry>,
    #[serde(default)]
    facts: Vec<FactEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Successor {
    to: String,
    date: String,
    note: Words,
}

pub async fn load(desk: &Desk, viewer: &Viewer, text: &str) -> Result<()> {
    let file: File = toml::from_str(text)?;
    let all = file.organisation.into_iter().map(organisation).collect::<Result<Vec<_>>>()?;
    actions::organisation::load(desk, viewer, &all).await?;
    Ok(())
}

fn organisation(e: Entry) -> Result<NewOrganisation> {
    let identifier = |(scheme, value): (String, String)| Ok((Scheme::parse(&scheme).ok_or_else(|| anyhow!("scheme '{scheme}'"))?, value));
    let successor = |s: Successor| Ok((s.to, date(&s.date)?, s.note.text()));
    Ok(NewOrganisation {
        kind: Category::parse(&e.kind).ok_or_else(|| anyhow!("{}: kind '{}'", e.slug, e.kind))?,
        names: e.name.text(),
        abbr: e.abbr,
        country: e.country,
        part_of: e.part_of,
        place: e.place,
        established: date(&e.established)?,
        dissolved: date(&e.dissolved)?,
        mailbox: e.mailbox,
        verified: true,
        identifiers: e.identifiers.into_iter().map(identifier).collect::<Result<_>>()?,
        members: e.members,
        successors: e.successors.into_iter().map(successor).collect::<Result<_>>()?,
        aliases: aliases(e.aliases),
        facts: facts(&e.facts).with_context(|| e.slug.clone())?,
        slug: e.slug,
    })
}
