//! `activity.toml`.

use super::words::{Words, date};
use actions::{Desk, Viewer, activity::Form};
use anyhow::{Context, Result, anyhow};
use domain::{
    activity::{Activity, Kind},
    area::{Area, Target},
    ids::ActivityId,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    activity: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    kind: String,
    title: Words,
    #[serde(default)]
    body: Words,
    #[serde(default)]
    dates: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    organiser: String,
    #[serde(default)]
    partnership: String,
    #[serde(default)]
    areas: Vec<String>,
    #[serde(default)]
    targets: Vec<String>,
    #[serde(default)]
    support: Words,
    #[serde(default)]
    goal: Words,
    #[serde(default)]
    outcome: Words,
    projects: Option<i64>,
    source: String,
}

pub async fn load(desk: &Desk, viewer: &Viewer, text: &str) -> Result<()> {
    let file: File = toml::from_str(text)?;
    let all = file.activity.into_iter().map(|e| form(desk, &e).with_context(|| e.slug.clone())).collect::<Result<Vec<_>>>()?;
    Ok(actions::activity::load(desk, viewer, all).await?)
}

/// Codes of a list, each known.
pub fn codes<T>(all: &[String], parse: impl Fn(&str) -> Option<T>) -> Result<Vec<T>> {
    all.iter().map(|code| parse(code).ok_or_else(|| anyhow!("unknown code '{code}'"))).collect()
}

fn form(desk: &Desk, e: &Entry) -> Result<Form> {
    let activity = Activity {
        id: desk.mint(ActivityId::mint),
        slug: e.slug.clone(),
        kind: Kind::parse(&e.kind).ok_or_else(|| anyhow!("kind '{}'", e.kind))?,
        title: e.title.text(),
        body: e.body.text(),
        dates: date(&e.dates)?,
        place: None,
        organiser: None,
        partnership: e.partnership.clone(),
        areas: codes(&e.areas, Area::parse)?,
        targets: codes(&e.targets, Target::parse)?,
        support: e.support.text(),
        goal: e.goal.text(),
        outcome: e.outcome.text(),
        projects: e.projects,
        source: e.source.clone(),
        version: 0,
    };
    Ok(Form { activity, place: e.place.clone(), organiser: e.organiser.clone() })
}
