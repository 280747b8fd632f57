//! The other side: Python scripts with well-known solvers. Each instance gets a process, because the wheels of HiGHS and OR-tools cannot share one.

use super::ours::Run;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

pub struct Referee {
    python: String,
    scripts: PathBuf,
    /// Where scripts run; paths inside them are relative to it.
    folder: PathBuf,
}

const PACKAGES: [&str; 6] = ["numpy", "scipy", "ortools", "highspy", "pysat", "pabutools"];

impl Referee {
    /// `None` when there is no such Python, a package is missing or the scripts are not there.
    pub fn find(python: &str, scripts: &Path, folder: &Path) -> Result<Option<Self>> {
        let looks = format!("import importlib.util as u, sys; sys.exit(not all(u.find_spec(p) for p in {PACKAGES:?}))");
        let found = Command::new(python).args(["-c", &looks]).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
        if !found || !scripts.join("gen.py").exists() {
            return Ok(None);
        }
        Ok(Some(Self { python: python.to_owned(), scripts: scripts.canonicalize()?, folder: folder.to_owned() }))
    }

    /// Makes `data` available under the name that the scripts expect.
    pub fn link(&self, data: &Path, name: &str) -> Result<()> {
        let link = self.folder.join(name);
        if let Some(parent) = link.parent() {
            std::fs::create_dir_all(parent)?;
        }
        if !link.exists() {
            std::os::unix::fs::symlink(data, &link)?;
        }
        Ok(())
    }

    /// Runs one of the referees' own scripts.
    pub fn script(&self, name: &str, args: &[&PathBuf], unit: f64) -> Result<Run> {
        let mut command = Command::new(&self.python);
        command.arg(self.scripts.join(name)).args(args);
        self.answer(command, unit)
    }

    /// Runs a script of ours that calls the referees'; it gets their folder first.
    pub fn text(&self, script: &str, args: &[&PathBuf], unit: f64) -> Result<Run> {
        let mut command = Command::new(&self.python);
        command.args(["-c", script]).arg(&self.scripts).args(args);
        self.answer(command, unit)
    }

    /// Runs a script that makes files.
    pub fn make(&self, script: &str, args: &[&PathBuf]) -> Result<()> {
        let done = Command::new(&self.python).args(["-c", script]).arg(&self.scripts).args(args).current_dir(&self.folder).output()?;
        ensure!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr).trim());
        Ok(())
    }

    /// Runs a script that answers many instances, a line each.
    pub fn list(&self, script: &str, args: &[&PathBuf]) -> Result<Vec<Option<f64>>> {
        let mut command = Command::new(&self.python);
        command.args(["-c", script]).arg(&self.scripts).args(args);
        Ok(self.lines(command)?.iter().map(|line| line["obj"].as_f64()).collect())
    }

    /// The last line is the answer; where there are several stages, their time counts together.
    fn answer(&self, command: Command, unit: f64) -> Result<Run> {
        let stages = self.lines(command)?;
        let last = stages.last().context("the referee said nothing")?;
        let number = |stage: &Value, names: &[&str]| names.iter().find_map(|name| stage[*name].as_f64());
        Ok(Run {
            objective: number(last, &["obj", "cost"]).map(|objective| objective * unit),
            bound: number(last, &["bound"]),
            certified: None,
            optimal: last["proven"].as_bool().unwrap_or(true),
            cpu: stages.iter().filter_map(|stage| number(stage, &["cpu_s", "cpu"])).sum(),
            memory: stages.iter().filter_map(|stage| number(stage, &["rss_mb", "rss"])).reduce(f64::max),
        })
    }

    /// What a script prints as JSON, line by line.
    fn lines(&self, mut command: Command) -> Result<Vec<Value>> {
        let told: Vec<_> = command.get_args().map(|arg| arg.to_string_lossy()).collect();
        eprintln!("referee: {}", told.join(" ").lines().next().unwrap_or_default());
        let done = command.current_dir(&self.folder).output()?;
        ensure!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr).trim());
        let text = String::from_utf8(done.stdout)?;
        Ok(text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
    }
}

impl Run {
    /// A best effort, which need not agree with ours.
    pub fn unproven(self) -> Self {
        Self { optimal: false, ..self }
    }
}
