//! What a piece of work took: CPU time of this thread and the most memory of this process, as the kernel of the system says (Linux).

use ::solve::json::{Json, Value};
use std::{fs, time::Instant};

pub struct Meter {
    cpu: Option<u64>,
    wall: Instant,
}

#[derive(Default)]
pub struct Taken {
    cpu_ms: f64,
    peak_mb: Option<f64>,
}

impl Meter {
    pub fn start() -> Self {
        Self { cpu: cpu(), wall: Instant::now() }
    }
}

/// Nanoseconds that this thread has run.
fn cpu() -> Option<u64> {
    // The system adds up when a thread gives way.
    std::thread::yield_now();
    fs::read_to_string("/proc/thread-self/schedstat").ok()?.split_whitespace().next()?.parse().ok().filter(|ran| *ran > 0)
}

fn peak() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kb: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kb / 1024.0)
}

impl Taken {
    /// Adds the CPU time since a start (where the system does not tell it: the time passed) and the memory so far.
    pub fn add(&mut self, meter: &Meter) {
        let cpu = meter.cpu.zip(cpu()).map(|(before, now)| now.saturating_sub(before) as f64 / 1e6);
        self.cpu_ms += cpu.unwrap_or_else(|| meter.wall.elapsed().as_secs_f64() * 1e3);
        self.peak_mb = peak();
    }

    pub fn members(&self) -> [(String, Json); 2] {
        let number = |number: Option<f64>| number.map(|number| Json::from(Value::Decimal(format!("{number:.3}"))));
        [("cpu_ms".to_owned(), number(Some(self.cpu_ms)).into()), ("peak_mb".to_owned(), number(self.peak_mb).into())]
    }
}

impl std::fmt::Display for Taken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.1} ms CPU", self.cpu_ms)?;
        self.peak_mb.map_or(Ok(()), |peak| write!(f, ", {peak:.1} MB at most"))
    }
}
