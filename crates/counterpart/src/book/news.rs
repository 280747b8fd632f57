//! `news.toml`: loaded and published.

use super::words::Words;
use actions::{Desk, Viewer};
use anyhow::Result;
use domain::{ids::NewsId, news::News};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    news: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    title: Words,
    lead: Words,
    body: Words,
    #[serde(default)]
    about: String,
}

pub async fn load(desk: &Desk, viewer: &Viewer, text: &str) -> Result<()> {
    let file: File = toml::from_str(text)?;
    let news = |e: Entry| News {
        id: desk.mint(NewsId::mint),
        slug: e.slug,
        title: e.title.text(),
        lead: e.lead.text(),
        body: e.body.text(),
        about: e.about,
        published: None,
        changed: desk.now(),
        version: 0,
    };
    Ok(actions::news::load(desk, viewer, file.news.into_iter().map(news).collect()).await?)
}
