//! The comparison as a table that goes into docs/performance.md.

use super::ours::Run;
use std::fmt::{Display, Formatter, Result};

#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
}

struct Row {
    kernel: &'static str,
    instance: String,
    ours: Run,
    referee: &'static str,
    theirs: Option<Run>,
}

impl Table {
    pub fn row(&mut self, kernel: &'static str, instance: &str, ours: Run, referee: &'static str, theirs: Option<Run>) {
        self.rows.push(Row { kernel, instance: instance.to_owned(), ours, referee, theirs });
    }

    /// Whether no proven objective differs from the referee's.
    pub fn agree(&self) -> bool {
        self.rows.iter().all(|row| row.agrees() != Some(false))
    }
}

impl Row {
    /// `None` where there is nothing to compare: no referee, or one of the two is not proven best.
    fn agrees(&self) -> Option<bool> {
        let theirs = self.theirs.as_ref().filter(|theirs| theirs.optimal && self.ours.optimal)?;
        // HiGHS answers in floating point, to a millionth.
        self.ours.objective.zip(theirs.objective).map(|(a, b)| (a - b).abs() <= if a.abs() > 1e7 { 2.0 } else { 0.5 })
    }

    fn verdict(&self) -> &'static str {
        match self.agrees() {
            Some(true) => "agree",
            Some(false) => "**differ**",
            None if self.ours.optimal => "ours proven",
            None => "not proven",
        }
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if self.rows.is_empty() {
            return Ok(());
        }
        writeln!(f, "| kernel | instance | ours: objective | CPU | memory | referee | objective | CPU | memory | CPU ratio | |")?;
        writeln!(f, "|---|---|---|---|---|---|---|---|---|---|---|")?;
        for row in &self.rows {
            let Run { objective, bound, optimal, cpu, memory, .. } = &row.ours;
            let mut told = number(*objective);
            if !optimal {
                told += &format!(" (bound {})", number(*bound));
            }
            write!(f, "| {} | {} | {told} | {} | {} ", row.kernel, row.instance, seconds(*cpu), megabytes(*memory))?;
            match &row.theirs {
                None => write!(f, "| | | | | ")?,
                Some(theirs) => {
                    let (objective, memory) = (number(theirs.objective), megabytes(theirs.memory));
                    let ratio = theirs.cpu / cpu.max(1e-5);
                    write!(f, "| {} | {objective} | {} | {memory} | {ratio:.1} ", row.referee, seconds(theirs.cpu))?;
                }
            }
            writeln!(f, "| {} |", row.verdict())?;
        }
        Ok(())
    }
}

pub fn number(number: Option<f64>) -> String {
    number.map_or_else(|| "-".to_owned(), |number| format!("{}", number.round()))
}

pub fn seconds(seconds: f64) -> String {
    if seconds < 1.0 { format!("{:.1} ms", seconds * 1e3) } else { format!("{seconds:.2} s") }
}

pub fn megabytes(megabytes: Option<f64>) -> String {
    megabytes.map_or_else(String::new, |megabytes| format!("{megabytes:.0} MB"))
}
