//! What the kernel says of a process: CPU seconds and resident memory (Linux).

use anyhow::{Context, Result};
use std::fs;

/// Clock ticks of /proc/PID/stat a second; 100 on every Linux this runs on.
const TICKS: f64 = 100.0;

/// User and system CPU, seconds.
pub fn cpu_seconds(pid: u32) -> Result<f64> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat"))?;
    // The name in parentheses may hold blanks; the numbers begin after it.
    let rest = stat.rsplit_once(')').context("unexpected /proc stat")?.1;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let tick = |i: usize| fields.get(i).and_then(|f| f.parse::<f64>().ok()).context("unexpected /proc stat");
    Ok((tick(11)? + tick(12)?) / TICKS)
}

/// Resident memory, megabytes.
pub fn resident_mb(pid: u32) -> Result<f64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find(|l| l.starts_with("VmRSS:")).context("no VmRSS")?;
    let kb: f64 = line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).context("no VmRSS")?;
    Ok(kb / 1024.0)
}
