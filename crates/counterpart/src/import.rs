//! `counterpart import`: the partnership book's lists (`import/`), and `cordis`, which makes the small consortia file that the demonstration ships from two CORDIS extracts.
//!
//! Danish and Chinese participants become funded participants of their side, all others associated ones. Money stays in euro cents
//! as CORDIS states it: nothing is converted, rounded or invented here.

mod book;
mod places;

use crate::config::ConfigArgs;
use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    io::Write,
    path::{Path, PathBuf},
};

#[derive(Args)]
pub struct ImportArgs {
    #[command(subcommand)]
    source: Source,
}

#[derive(Subcommand)]
enum Source {
    /// From CORDIS extracts of projects and of their partners.
    Cordis {
        #[arg(long)]
        projects: PathBuf,
        #[arg(long)]
        partners: PathBuf,
        #[arg(long)]
        out: PathBuf,
    },
    /// Danish and Chinese divisions, into the partnership book of an installation.
    Places(BookArgs),
    /// Twin towns after Wikidata, as unverified claims, into the partnership book of an installation.
    TwinTowns(BookArgs),
    /// The book's own files (place.toml, organisation.toml and so on) of a folder.
    Book {
        dir: PathBuf,
        #[command(flatten)]
        config: ConfigArgs,
    },
}

#[derive(Args)]
struct BookArgs {
    /// Folder with the lists as they were published; without it, what ships with this program.
    dir: Option<PathBuf>,
    /// Write the compact file that ships instead of loading.
    #[arg(long)]
    out: Option<PathBuf>,
    #[command(flatten)]
    config: ConfigArgs,
}

/// One consortium of the shipped file; one JSON line each.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Consortium {
    /// CORDIS project number.
    pub id: String,
    pub acronym: String,
    pub title: String,
    pub programme: String,
    pub scheme: String,
    /// `YYYY-MM`.
    pub start: String,
    pub months: i64,
    pub members: Vec<Member>,
}

#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// `RM`, `SH`, or empty for an associated participant.
    pub party: String,
    pub name: String,
    pub country: String,
    pub city: String,
    /// Code of `domain::organisation::Kind`.
    pub kind: String,
    /// Whole cost, euro cents; 0 where CORDIS states none.
    pub cost: i64,
    /// Grant received, euro cents; 0 where CORDIS states none.
    pub grant: i64,
}

#[derive(Deserialize)]
struct ProjectRow {
    project_id: String,
    acronym: String,
    title: String,
    programme: String,
    funding_scheme: String,
    start_date: String,
    duration_months: i64,
}

#[derive(Deserialize)]
struct PartnerRow {
    project_id: String,
    org_name: String,
    country: String,
    city: String,
    org_type: String,
    ec_contribution: String,
    total_cost: String,
}

pub async fn run(args: ImportArgs) -> Result<()> {
    match args.source {
        Source::Cordis { projects, partners, out } => cordis(&projects, &partners, &out),
        Source::Places(args) => book::places(args.dir, args.out, &args.config).await,
        Source::TwinTowns(args) => book::twin_towns(args.dir, args.out, &args.config).await,
        Source::Book { dir, config } => book::folder(&dir, &config).await,
    }
}

fn cordis(projects: &Path, partners: &Path, out: &Path) -> Result<()> {
    let mut members: BTreeMap<String, Vec<Member>> = BTreeMap::new();
    for (line, row) in csv::Reader::from_path(partners).with_context(|| partners.display().to_string())?.deserialize().enumerate() {
        let row: PartnerRow = row.with_context(|| format!("{}, line {}", partners.display(), line + 2))?;
        let id = row.project_id.clone();
        let member = member(row).with_context(|| format!("{}, line {}", partners.display(), line + 2))?;
        members.entry(id).or_default().push(member);
    }
    let mut file = std::io::BufWriter::new(std::fs::File::create(out).with_context(|| out.display().to_string())?);
    let (mut consortia, mut count) = (0, 0);
    for (line, row) in csv::Reader::from_path(projects).with_context(|| projects.display().to_string())?.deserialize().enumerate() {
        let row: ProjectRow = row.with_context(|| format!("{}, line {}", projects.display(), line + 2))?;
        let Some(members) = members.remove(&row.project_id) else { bail!("project {} has no partners", row.project_id) };
        count += members.len();
        consortia += 1;
        serde_json::to_writer(&mut file, &consortium(row, members))?;
        file.write_all(b"\n")?;
    }
    file.flush()?;
    println!("{consortia} consortia with {count} participants written to {}", out.display());
    Ok(())
}

fn consortium(row: ProjectRow, members: Vec<Member>) -> Consortium {
    Consortium {
        id: row.project_id,
        acronym: row.acronym,
        title: row.title,
        programme: row.programme,
        scheme: row.funding_scheme,
        start: row.start_date.chars().take(7).collect(),
        months: row.duration_months,
        members,
    }
}

fn member(row: PartnerRow) -> Result<Member> {
    Ok(Member {
        party: match row.country.as_str() {
            "DK" => "RM",
            "CN" => "SH",
            _ => "",
        }
        .into(),
        name: row.org_name,
        city: row.city,
        kind: match row.org_type.as_str() {
            "HES" => "university",
            "REC" => "research",
            "PUB" => "authority",
            "PRC" => "company",
            _ => "other",
        }
        .into(),
        country: row.country,
        cost: cents(&row.total_cost)?,
        grant: cents(&row.ec_contribution)?,
    })
}

/// Euro with up to many decimals (the extract was written from binary floats) to whole cents, half up.
fn cents(euro: &str) -> Result<i64> {
    let (whole, rest) = euro.trim().split_once('.').unwrap_or((euro.trim(), ""));
    if whole.is_empty() {
        return Ok(0);
    }
    let digits: String = format!("{rest:0<3}").chars().take(3).collect();
    let thousandths: i64 = digits.parse().with_context(|| format!("'{euro}' is not an amount"))?;
    let whole: i64 = whole.parse().with_context(|| format!("'{euro}' is not an amount"))?;
    Ok(whole * 100 + (thousandths + 5) / 10)
}

#[cfg(test)]
mod tests {
    use super::cents;

    #[test]
    fn euro_become_cents_half_up() {
        for (euro, expected) in [("282937.5", 28_293_750), ("1656505.6400000001", 165_650_564), ("", 0), ("0.995", 100), ("12", 1200)] {
            assert_eq!(cents(euro).unwrap(), expected, "{euro}");
        }
        assert!(cents("1,5").is_err());
    }
}
