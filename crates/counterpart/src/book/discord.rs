//! `discord.toml`: where sources disagree.

use super::words::{FactEntry, Words};
use actions::{
    Desk, Viewer,
    fact::{NewClaim, NewDiscord},
};
use anyhow::{Context, Result, anyhow};
use domain::fact::SubjectKind;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    discord: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    body: Words,
    claims: Vec<Claim>,
}

#[derive(Deserialize)]
struct Claim {
    /// `place:shanghai`: kind and slug.
    about: String,
    #[serde(flatten)]
    fact: FactEntry,
}

pub async fn load(desk: &Desk, viewer: &Viewer, text: &str) -> Result<()> {
    let file: File = toml::from_str(text)?;
    let all = (1..).zip(file.discord).map(discord).collect::<Result<Vec<_>>>()?;
    Ok(actions::fact::load_discords(desk, viewer, all).await?)
}

fn discord((no, e): (i64, Entry)) -> Result<NewDiscord> {
    let claim = |c: Claim| {
        let (kind, slug) = c.about.split_once(':').ok_or_else(|| anyhow!("'{}' is not kind:slug", c.about))?;
        let about = SubjectKind::parse(kind).ok_or_else(|| anyhow!("no kind '{kind}'"))?;
        anyhow::Ok(NewClaim { about, slug: slug.into(), fact: c.fact.fact()? })
    };
    let claims = e.claims.into_iter().map(claim).collect::<Result<Vec<_>>>().with_context(|| e.code.clone())?;
    Ok(NewDiscord { code: e.code, no, body: e.body.text(), claims })
}
