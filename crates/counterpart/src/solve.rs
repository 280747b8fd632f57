//! `counterpart solve`: the kernels on a file, without a server: the answer with its certificate, or the check of one.

mod experts;
mod meetings;
mod meter;
mod portfolio;

use ::solve::{
    Control, ReadError,
    json::{Json, Value},
};
use anyhow::{Context, Result, bail, ensure};
use clap::{Args, Subcommand};
use indicatif::ProgressBar;
use meter::{Meter, Taken};
use std::{
    cell::RefCell,
    io::Write,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

#[derive(Args)]
pub struct SolveArgs {
    #[command(subcommand)]
    kernel: Kernel,
}

#[derive(Subcommand)]
enum Kernel {
    /// Which experts assess which applications.
    Experts(experts::ExpertsArgs),
    /// Which projects two parties fund together.
    Portfolio(portfolio::PortfolioArgs),
    /// Who meets whom, and when.
    Meetings(meetings::MeetingsArgs),
}

/// What every kernel is told.
#[derive(Args)]
struct Common {
    file: PathBuf,
    /// Print one JSON object, certificate included, instead of text.
    #[arg(long)]
    json: bool,
    /// Most seconds a search may take; 0 for no limit. The best answer so far is then printed with an honest bound.
    #[arg(long, default_value_t = 10.0)]
    seconds: f64,
    /// Check this certificate of FILE (or the JSON object printed with it) instead of solving.
    #[arg(long, value_name = "CERTIFICATE")]
    check: Option<PathBuf>,
    /// Write the certificate here.
    #[arg(long, value_name = "OUT", conflicts_with = "check")]
    certificate: Option<PathBuf>,
    /// What the kernel took so far, without reading, checking and printing.
    #[arg(skip)]
    taken: RefCell<Taken>,
}

/// An answer ready to be printed.
struct Answer {
    /// `objective`, `bound`, `optimal` and the solution; time and memory are added.
    json: Json,
    text: String,
    /// What another party checks, if the question has a proof at all.
    certificate: Option<Json>,
    /// What the independent checker says of it.
    proven: Option<String>,
}

/// What a certificate was found to prove.
struct Verdict {
    objective: Option<i64>,
    bound: Option<i64>,
    optimal: bool,
    /// In words.
    says: String,
}

pub fn run(args: SolveArgs) -> Result<()> {
    match args.kernel {
        Kernel::Experts(args) => experts::run(args),
        Kernel::Portfolio(args) => portfolio::run(args),
        Kernel::Meetings(args) => meetings::run(args),
    }
}

impl Common {
    /// The name that tells the format.
    fn name(&self) -> String {
        self.file.display().to_string()
    }

    fn bytes(&self) -> Result<Vec<u8>> {
        read(&self.file)
    }

    /// A fault in the file, with its name.
    fn fault(&self, error: ReadError) -> anyhow::Error {
        anyhow::anyhow!("{}: {error}", self.file.display())
    }

    fn limit(&self) -> Result<Duration> {
        ensure!(self.seconds >= 0.0, "--seconds must be a number from 0");
        if self.seconds == 0.0 {
            return Ok(Duration::MAX);
        }
        Ok(Duration::try_from_secs_f64(self.seconds).unwrap_or(Duration::MAX))
    }

    /// Runs `work` with a control that expires when the time is up and shows progress on a terminal.
    fn limited<T>(&self, work: impl FnOnce(Control<'_>) -> T) -> Result<T> {
        let (limit, start) = (self.limit()?, Instant::now());
        let late = || start.elapsed() >= limit;
        let bar = ProgressBar::new_spinner();
        let tell = |done: u64, total: u64| {
            if total > 0 {
                bar.set_length(total);
            }
            bar.set_position(done);
        };
        let meter = Meter::start();
        let done = work(Control::free().expire_when(&late).report_to(&tell));
        self.taken.borrow_mut().add(&meter);
        bar.finish_and_clear();
        Ok(done)
    }

    /// Solves, measures and prints.
    fn solve(&self, work: impl FnOnce() -> Result<Answer>) -> Result<()> {
        let answer = work()?;
        let taken = self.taken.borrow();
        if let Some(path) = &self.certificate {
            let certificate = answer.certificate.as_ref().context("there is no proof to write for this question")?;
            std::fs::write(path, format!("{certificate}\n")).with_context(|| format!("{} cannot be written", path.display()))?;
        }
        if self.json {
            print(&with(answer.json, &taken));
        } else {
            print(&format_args!("{}certificate: {}\n{taken}", answer.text, answer.proven.as_deref().unwrap_or("none")));
        }
        Ok(())
    }

    /// Whether anybody will see the certificate.
    fn wants_proof(&self) -> bool {
        self.json || self.certificate.is_some()
    }

    /// Prints what the certificate proves about the file, or fails with the reason why it proves nothing.
    fn verdict(&self, path: &Path, check: impl FnOnce(&Json) -> Result<Result<Verdict, String>, ReadError>) -> Result<()> {
        let bytes = read(path)?;
        let meter = Meter::start();
        let fault = |error: ReadError| anyhow::anyhow!("{}: {error}", path.display());
        let tree = Json::parse(&bytes).map_err(fault)?;
        let verdict = match check(&tree).map_err(fault)? {
            Ok(verdict) => verdict,
            Err(why) => bail!("{}: the certificate does not hold: {why}", path.display()),
        };
        let mut taken = self.taken.borrow_mut();
        taken.add(&meter);
        if self.json {
            let object = Json::object([
                ("accepted", true.into()),
                ("objective", verdict.objective.into()),
                ("bound", verdict.bound.into()),
                ("optimal", verdict.optimal.into()),
            ]);
            print(&with(object, &taken));
        } else {
            print(&format_args!("accepted: {}\n{taken}", verdict.says));
        }
        Ok(())
    }
}

/// A reader who has seen enough (`| head`) is no fault.
fn print(text: &dyn std::fmt::Display) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// The object with time and memory after `optimal`.
fn with(mut object: Json, taken: &Taken) -> Json {
    if let Value::Object(members) = &mut object.value {
        let at = members.iter().position(|(name, _)| name == "optimal").map_or(0, |at| at + 1);
        members.splice(at..at, taken.members());
    }
    object
}

/// A certificate stands alone or inside the object printed with `--json`.
fn inner(tree: &Json) -> &Json {
    if tree.get("format").is_some() { tree } else { tree.get("certificate").unwrap_or(tree) }
}
