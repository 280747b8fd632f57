//! `counterpart solve experts`: tables of affinities (.npy, .in, CSV), the referees' binary format, our own JSON.

use super::{Answer, Common, Verdict};
use ::solve::experts::{
    Failure,
    cli::{self, Missing, Report},
};
use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, ValueEnum};
use std::{fs::File, io::BufReader, path::PathBuf};

#[derive(Args)]
pub struct ExpertsArgs {
    #[command(flatten)]
    common: Common,
    /// Raise the application that is served worst first, then the total.
    #[arg(long)]
    fair: bool,
    /// Experts per application (for tables, which do not say it) [default: 3]
    #[arg(long, conflicts_with = "needs")]
    need: Option<u32>,
    /// Least load of every expert [default: 0]
    #[arg(long, conflicts_with = "mins")]
    min: Option<u32>,
    /// Greatest load of every expert [default: twice the average]
    #[arg(long, conflicts_with = "maxs")]
    max: Option<u32>,
    /// A list (.npy or text) with the experts for each application [default: covs.npy beside a .npy table]
    #[arg(long, value_name = "LIST")]
    needs: Option<PathBuf>,
    /// A list with the least load of each expert
    #[arg(long, value_name = "LIST")]
    mins: Option<PathBuf>,
    /// A list with the greatest load of each expert [default: loads.npy beside a .npy table]
    #[arg(long, value_name = "LIST")]
    maxs: Option<PathBuf>,
    /// What the rows of the table are [default: as the lists fit, else applications]
    #[arg(long)]
    rows: Option<Rows>,
}

#[derive(Clone, Copy, ValueEnum, PartialEq)]
enum Rows {
    Applications,
    Experts,
}

pub fn run(args: ExpertsArgs) -> Result<()> {
    let common = &args.common;
    let file = File::open(&common.file).with_context(|| format!("{} cannot be read", common.file.display()))?;
    let instance = cli::read(&mut BufReader::new(file), &missing(&args)?).map_err(|error| common.fault(error))?;
    if let Some(path) = &common.check {
        return common.verdict(path, |tree| {
            let report = Report::from_json(tree)?;
            Ok(cli::holds(&instance, &report).map(|says| Verdict {
                objective: report.objective(),
                bound: report.bound(),
                optimal: report.optimal(),
                says,
            }))
        });
    }
    common.solve(|| {
        let report = common.limited(|control| cli::run(&instance, args.fair, &control))?;
        let report = report.map_err(|failure| match failure {
            Failure::Cancelled => anyhow!("{}: the time was up before there was an answer", common.file.display()),
            other => anyhow!("{}: {other}", common.file.display()),
        })?;
        let proven = match cli::holds(&instance, &report) {
            Ok(says) => format!("checked: {says}"),
            Err(why) => bail!("the certificate does not hold: {why}"),
        };
        let json = report.to_json();
        Ok(Answer { text: report.to_text(&instance), certificate: Some(json.clone()), json, proven: Some(proven) })
    })
}

fn missing(args: &ExpertsArgs) -> Result<Missing> {
    let beside = |name: &str| {
        let is_npy = args.common.file.extension().is_some_and(|ending| ending == "npy");
        Some(args.common.file.with_file_name(name)).filter(|path| is_npy && path.exists())
    };
    let list = |path: Option<PathBuf>| {
        let read = |path: PathBuf| cli::counts(&super::read(&path)?).map_err(|error| anyhow!("{}: {error}", path.display()));
        path.map(read).transpose()
    };
    Ok(Missing {
        need: args.need,
        min: args.min,
        max: args.max,
        needs: list(args.needs.clone().or_else(|| beside("covs.npy").filter(|_| args.need.is_none())))?,
        mins: list(args.mins.clone())?,
        maxs: list(args.maxs.clone().or_else(|| beside("loads.npy").filter(|_| args.max.is_none())))?,
        rows_are_experts: args.rows.map(|rows| rows == Rows::Experts),
    })
}
