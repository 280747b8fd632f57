//! Our side: `counterpart solve ... --json` as a process of its own.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::Command,
};

pub struct Ours {
    program: PathBuf,
}

/// What one run said of itself.
pub struct Run {
    pub objective: Option<f64>,
    pub bound: Option<f64>,
    /// What the certificate alone proves.
    pub certified: Option<f64>,
    pub optimal: bool,
    pub cpu: f64,
    pub memory: Option<f64>,
}

impl Ours {
    pub fn new() -> Result<Self> {
        Ok(Self { program: std::env::current_exe()? })
    }

    /// Solves a file; the objective is in the unit that the kernel prints.
    pub fn run(&self, kernel: &str, file: &Path, options: &[&str]) -> Result<Run> {
        eprintln!("ours: {kernel} {}", file.display());
        let done = Command::new(&self.program).args(["solve", kernel, "--json"]).arg(file).args(options).output()?;
        ensure!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr).trim());
        let answer: Value = serde_json::from_slice(&done.stdout).context("our answer is no JSON")?;
        Ok(Run {
            objective: answer["objective"].as_f64(),
            bound: answer["bound"].as_f64(),
            certified: answer["certificate"]["bound"].as_f64(),
            optimal: answer["optimal"].as_bool().unwrap_or(false),
            cpu: answer["cpu_ms"].as_f64().context("no cpu_ms")? / 1e3,
            memory: answer["peak_mb"].as_f64(),
        })
    }
}
