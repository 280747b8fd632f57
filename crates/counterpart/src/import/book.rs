//! What `counterpart import` puts into an installation's partnership book, with a bar that shows how far it is.

use crate::{config, config::ConfigArgs, import::places, serve};
use anyhow::{Context, Result};
use counterpart::book::{self, division, twin};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::{Path, PathBuf};

/// The divisions of `from`, or those that ship: into the compact file `out`, or into the installation's database.
pub async fn places(from: Option<PathBuf>, out: Option<PathBuf>, config: &ConfigArgs) -> Result<()> {
    let all = match &from {
        Some(dir) => places::read(dir)?,
        None => division::parse(division::SHIPPED)?,
    };
    if let Some(out) = out {
        let head = "# country, code, kind, code of what it lies in, Danish, English, Chinese, other spellings\n\
                    # Danish part: contains data from Geodatastyrelsen. Chinese part: GB/T 2260, 2023. Made by: counterpart import places\n";
        let lines: Vec<String> = all.iter().map(division::Division::line).collect();
        std::fs::write(&out, format!("{head}{}\n", lines.join("\n"))).with_context(|| out.display().to_string())?;
        println!("{} divisions written to {}", all.len(), out.display());
        return Ok(());
    }
    let desk = serve::desk(&config::load(config)?).await?;
    book::load(&desk).await?;
    let bar = bar("divisions", all.len());
    let new = division::load(&desk, &all, |n| bar.inc(n)).await?;
    bar.finish();
    println!("{new} of {} divisions were new", all.len());
    Ok(())
}

/// The same for twin towns.
pub async fn twin_towns(from: Option<PathBuf>, out: Option<PathBuf>, config: &ConfigArgs) -> Result<()> {
    let twins = match &from {
        Some(dir) => {
            let read = |name: &str| std::fs::read_to_string(dir.join(name)).with_context(|| dir.join(name).display().to_string());
            twin::Twins::read(&read("names.tsv")?, &read("relations.tsv")?)?
        }
        None => twin::Twins::unpack(twin::SHIPPED)?,
    };
    if let Some(out) = out {
        std::fs::write(&out, twins.pack()?).with_context(|| out.display().to_string())?;
        println!("{} places and {} pairs written to {}", twins.names.len(), twins.pairs.len(), out.display());
        return Ok(());
    }
    let desk = serve::desk(&config::load(config)?).await?;
    book::load(&desk).await?;
    let bar = bar("places and pairs", twins.names.len() + twins.pairs.len());
    let (places, pairs) = twin::load(&desk, &twins, |n| bar.inc(n)).await?;
    bar.finish();
    println!("{places} places and {pairs} pairs were new; all are unverified");
    Ok(())
}

/// The book's files in a folder.
pub async fn folder(dir: &Path, config: &ConfigArgs) -> Result<()> {
    let desk = serve::desk(&config::load(config)?).await?;
    let found = book::load_folder(&desk, dir).await?;
    println!("Loaded: {}", found.join(", "));
    Ok(())
}

fn bar(what: &'static str, n: usize) -> ProgressBar {
    let bar = ProgressBar::new(n as u64).with_message(what);
    if let Ok(style) = ProgressStyle::with_template("{msg:24} {bar:40} {pos}/{len}") {
        bar.set_style(style);
    }
    bar
}
