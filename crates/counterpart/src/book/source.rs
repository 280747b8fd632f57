//! `source.toml`.

use super::words::{Words, date};
use actions::{Desk, Viewer};
use anyhow::{Result, anyhow};
use domain::{Lang, ids::SourceId, source::Source};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    source: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    lang: String,
    written: String,
    title: Words,
    note: Words,
    #[serde(default)]
    url: String,
    #[serde(default)]
    licence: String,
}

pub async fn load(desk: &Desk, viewer: &Viewer, text: &str) -> Result<()> {
    let file: File = toml::from_str(text)?;
    let source = |e: Entry| {
        Ok(Source {
            id: desk.mint(SourceId::mint),
            lang: Lang::parse(&e.lang).ok_or_else(|| anyhow!("{}: language '{}'", e.slug, e.lang))?,
            written: date(&e.written)?,
            title: e.title.text(),
            note: e.note.text(),
            slug: e.slug,
            url: e.url,
            licence: e.licence,
        })
    };
    let all = file.source.into_iter().map(source).collect::<Result<Vec<_>>>()?;
    Ok(actions::source::save_all(desk, viewer, all).await?)
}
