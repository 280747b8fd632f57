//! The seed content of the partnership book: one file a feature in `data/book`, loaded in the order of what refers to what.
//! A second load adds only what is not there yet.

pub mod activity;
pub mod collaboration;
pub mod delegation;
pub mod discord;
pub mod division;
pub mod instrument;
pub mod news;
pub mod offer;
pub mod office;
pub mod organisation;
pub mod partnership;
pub mod person;
pub mod place;
pub mod presence;
pub mod source;
pub mod twin;
pub mod words;

use actions::{Desk, Viewer};
use anyhow::{Context, Result};
use std::path::Path;

macro_rules! files {
    ($($name:literal => $load:path),* $(,)?) => {
        /// Name and text of the files that ship with the binary.
        const FILES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../data/book/", $name, ".toml")))),*];
        async fn load_one(desk: &Desk, viewer: &Viewer, name: &str, text: &str) -> Result<()> {
            match name {
                $($name => $load(desk, viewer, text).await,)*
                other => anyhow::bail!("no loader for {other}"),
            }
        }
    };
}
// In the order of what refers to what.
files! {
    "source" => source::load,
    "place" => place::load,
    "organisation" => organisation::load,
    "person" => person::load,
    "activity" => activity::load,
    "delegation" => delegation::load,
    "news" => news::load,
    "partnership" => partnership::load,
    "instrument" => instrument::load,
    "office" => office::load,
    "collaboration" => collaboration::load,
    "offer" => offer::load,
    "presence" => presence::load,
    // Last: a disagreement may be about anything above.
    "discord" => discord::load,
}

/// Loads what ships with the binary.
pub async fn load(desk: &Desk) -> Result<()> {
    for (name, text) in FILES {
        load_one(desk, &Viewer::operator(), name, text).await.with_context(|| format!("book/{name}.toml"))?;
    }
    Ok(())
}

/// Loads the files of a folder that carry the names of the shipped ones; answers which there were.
pub async fn load_folder(desk: &Desk, folder: &Path) -> Result<Vec<&'static str>> {
    let mut found = Vec::new();
    for (name, _) in FILES {
        let path = folder.join(format!("{name}.toml"));
        if path.exists() {
            let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            load_one(desk, &Viewer::operator(), name, &text).await.with_context(|| path.display().to_string())?;
            found.push(*name);
        }
    }
    anyhow::ensure!(!found.is_empty(), "{} holds none of the book's files", folder.display());
    Ok(found)
}
