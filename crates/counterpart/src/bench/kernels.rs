//! The kernels against referees on the same instances, each run in a process of its own. Without Python, ours alone.

mod meetings;
mod ours;
mod referee;
mod table;

use anyhow::{Context, Result, ensure};
use clap::Args;
use meetings::Round;
use ours::{Ours, Run};
use referee::Referee;
use std::path::PathBuf;
use table::Table;

#[derive(Args)]
pub struct KernelsArgs {
    /// The referees' scripts.
    #[arg(long, default_value = "../shared/bench")]
    scripts: PathBuf,
    /// The instances.
    #[arg(long, default_value = "../shared/data/bench")]
    data: PathBuf,
    /// Python with numpy, scipy, ortools, highspy, python-sat and pabutools; `none` to run ours alone.
    #[arg(long, default_value = "python3")]
    python: String,
    /// Folder for instances that are made.
    #[arg(long, default_value = "target/bench-kernels")]
    out: PathBuf,
    /// Only these kernels.
    #[arg(long, value_delimiter = ',', default_value = "experts,portfolio,meetings")]
    kernels: Vec<String>,
    /// CPU seconds for CP-SAT on each large round of meetings; with 0 neither it nor CaDiCaL runs, which takes minutes.
    #[arg(long, default_value_t = 0)]
    patience: u32,
}

/// Projects, share of all costs, cap of a theme, years, most per lead; and whether every pair of budgets is asked for.
const PORTFOLIOS: [(&str, &str, bool); 5] = [
    ("199 projects, all 6,993,360 pairs of two budgets", "199 0.25 0 1 0", true),
    ("2,437 projects, two pots, theme caps", "2437 0.5 0.3 1 0", false),
    ("2,437 projects, two pots, theme caps, one a lead", "2437 0.5 0.3 1 1", false),
    ("2,437 projects, two pots, theme caps, two a lead", "2437 0.5 0.3 1 2", false),
    ("200 projects, two pots in three years, theme caps, two a lead", "200 0.5 0.3 3 2", false),
];

/// How many small instances of a kernel are made, and from which seed.
const SEEDED: (&str, &str) = ("60", "1");

/// Everything a comparison needs.
struct Bench {
    ours: Ours,
    referee: Option<Referee>,
    data: PathBuf,
    out: PathBuf,
    patience: u32,
    table: Table,
    rounds: Vec<Round>,
    notes: Vec<String>,
}

pub fn run(args: KernelsArgs) -> Result<()> {
    let data = args.data.canonicalize().with_context(|| format!("{} is not there", args.data.display()))?;
    std::fs::create_dir_all(&args.out)?;
    let out = args.out.canonicalize()?;
    let referee = Referee::find(&args.python, &args.scripts, &out)?;
    if referee.is_none() {
        eprintln!("no referee: {} lacks the packages or the scripts are not there; ours runs alone", args.python);
    }
    let (ours, patience) = (Ours::new()?, args.patience);
    let mut bench = Bench { ours, referee, data, out, patience, table: Table::default(), rounds: Vec::new(), notes: Vec::new() };
    let wanted = |kernel: &str| args.kernels.iter().any(|name| name == kernel);
    if wanted("experts") {
        bench.experts()?;
        bench.seeded("experts")?;
    }
    if wanted("portfolio") {
        bench.portfolio()?;
        bench.seeded("portfolio")?;
    }
    if wanted("meetings") {
        bench.meetings()?;
    }
    bench.print();
    ensure!(bench.table.agree() && bench.rounds.iter().all(Round::agrees), "an objective differs from the referee's");
    Ok(())
}

impl Bench {
    fn print(&self) {
        println!("{}", self.table);
        if !self.rounds.is_empty() {
            println!("{}", Round::heading());
        }
        self.rounds.iter().for_each(|round| println!("{round}"));
        self.notes.iter().for_each(|note| println!("{note}"));
    }

    fn experts(&mut self) -> Result<()> {
        let at = |path: &str| self.data.join("experts").join(path);
        let mut cases = vec![("AAMAS 2016 bids", at("aamas2016.in"), vec!["--need", "3", "--max", "10"], "aamas2016.bin", 1)];
        let midl = at("midl/scores.npy");
        if let Some(referee) = &self.referee {
            if !self.out.join("syn_neurips.bin").exists() {
                eprintln!("making the instances for experts");
                referee.make(include_str!("referees/experts.py"), &[&self.data, &self.out])?;
            }
            cases.push(("5,062 x 2,840, 14.3 million pairs", self.out.join("syn_cvpr2018.bin"), vec![], "syn_cvpr2018.bin", 1));
            cases.push(("sparse 10,000 x 10,000", self.out.join("syn_neurips.bin"), vec![], "syn_neurips.bin", 1));
        }
        for (name, file, options, binary, unit) in cases {
            let ours = self.ours.run("experts", &file, &options)?;
            let theirs = match &self.referee {
                Some(referee) => Some(referee.script("bl_ortools.py", &[&self.out.join(binary)], unit as f64)?),
                None => None,
            };
            self.table.row("experts, total", name, ours, "OR-tools min-cost flow", theirs);
        }
        let ours = self.ours.run("experts", &midl, &["--fair"])?;
        let theirs = match &self.referee {
            Some(referee) => Some(referee.script("maxmin.py", &[&self.out.join("midl.bin"), &PathBuf::from("120")], 1e6)?),
            None => None,
        };
        self.table.row("experts, fair", "MIDL 2018", ours, "HiGHS", theirs);
        Ok(())
    }

    fn portfolio(&mut self) -> Result<()> {
        let budapest = self.data.join("portfolio/Hungary_Budapest_2024.pb");
        if let Some(referee) = &self.referee {
            referee.link(&self.data.join("portfolio"), "data/pabulib")?;
            let script = include_str!("referees/portfolio.py");
            for (name, shape, frontier) in PORTFOLIOS {
                let shape: Vec<PathBuf> = shape.split(' ').map(PathBuf::from).collect();
                let mut args: Vec<&PathBuf> = shape.iter().collect();
                let theirs = referee.text(script, &args, 1.0)?;
                let file = self.out.join("portfolio.json");
                args.push(&file);
                referee.make(script, &args)?;
                let ours = self.ours.run("portfolio", &file, if frontier { &["--frontier"] } else { &[] })?;
                self.table.row("portfolio", name, ours, if frontier { "HiGHS, one pair" } else { "HiGHS" }, Some(theirs));
            }
        }
        let ours = self.ours.run("portfolio", &budapest, &[])?;
        let theirs = match &self.referee {
            Some(referee) => Some(referee.script("mes.py", &[&budapest, &PathBuf::from("mes"), &PathBuf::from("multi")], 1.0)?),
            None => None,
        };
        self.table.row("equal shares", "Budapest 2024", ours, "pabutools", theirs);
        Ok(())
    }

    /// Small random instances: each answer must be the referee's, `null` where there is none.
    fn seeded(&mut self, kernel: &'static str) -> Result<()> {
        let Some(referee) = &self.referee else { return Ok(()) };
        let args = [kernel, SEEDED.0, SEEDED.1].map(PathBuf::from);
        let theirs = referee.list(include_str!("referees/seeded.py"), &[&args[0], &args[1], &args[2], &self.out])?;
        for (at, theirs) in theirs.iter().enumerate() {
            let file = self.out.join(format!("seeded-{kernel}-{at}.json"));
            let ours = self.ours.run(kernel, &file, &[])?.objective;
            ensure!(ours == *theirs, "{}: {ours:?} here, {theirs:?} by HiGHS", file.display());
        }
        let none = theirs.iter().filter(|found| found.is_none()).count();
        self.notes.push(format!("{kernel}: {} seeded instances answered as by HiGHS, {none} of them without any answer", theirs.len()));
        Ok(())
    }
}
