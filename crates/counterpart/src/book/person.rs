//! `person.toml`: posts with those who hold them.

use super::words::{Words, date};
use actions::{
    Desk, Viewer,
    person::{NewPerson, NewPost, Seed},
};
use anyhow::{Context, Result};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    post: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    organisation: String,
    title: Words,
    rank: i64,
    #[serde(default)]
    mailbox: String,
    #[serde(default)]
    contact: bool,
    source: String,
    person: Option<Who>,
    #[serde(default)]
    since: String,
    #[serde(default)]
    until: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Who {
    name: String,
    #[serde(default)]
    name_zh: String,
    #[serde(default)]
    pinyin_family: String,
    #[serde(default)]
    pinyin_given: String,
    #[serde(default)]
    salutation: Words,
}

pub async fn load(desk: &Desk, viewer: &Viewer, text: &str) -> Result<()> {
    let file: File = toml::from_str(text)?;
    let all = file.post.into_iter().map(|e| seed(&e).with_context(|| e.slug.clone())).collect::<Result<Vec<_>>>()?;
    Ok(actions::person::load(desk, viewer, all).await?)
}

fn seed(e: &Entry) -> Result<Seed> {
    let person = e.person.as_ref().map(|p| NewPerson {
        name: p.name.clone(),
        name_zh: p.name_zh.clone(),
        pinyin_family: p.pinyin_family.clone(),
        pinyin_given: p.pinyin_given.clone(),
        salutation: p.salutation.text(),
        ..NewPerson::default()
    });
    let post = NewPost {
        version: 0,
        slug: e.slug.clone(),
        organisation: e.organisation.clone(),
        title: e.title.text(),
        rank: e.rank,
        mailbox: e.mailbox.clone(),
        contact: e.contact,
    };
    Ok(Seed { post, person, since: date(&e.since)?, until: date(&e.until)?, source: e.source.clone() })
}
