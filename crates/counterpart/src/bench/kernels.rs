//! The kernels against referees on the same instances, each run in a process of its own. Without Python, ours alone.

mod ours;
mod referee;
mod table;

use anyhow::{Context, Result, ensure};
use clap::Args;
use ours::Ours;
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
    /// CPU seconds for CP-SAT on the large round of meetings; 0 to leave it out.
    #[arg(long, default_value_t = 60)]
    patience: u32,
}

/// Everything a comparison needs.
struct Bench {
    ours: Ours,
    referee: Option<Referee>,
    data: PathBuf,
    out: PathBuf,
    patience: u32,
    table: Table,
}

pub fn run(args: KernelsArgs) -> Result<()> {
    let data = args.data.canonicalize().with_context(|| format!("{} is not there", args.data.display()))?;
    std::fs::create_dir_all(&args.out)?;
    let out = args.out.canonicalize()?;
    let referee = Referee::find(&args.python, &args.scripts, &out)?;
    if referee.is_none() {
        eprintln!("no referee: {} lacks the packages or the scripts are not there; ours runs alone", args.python);
    }
    let mut bench = Bench { ours: Ours::new()?, referee, data, out, patience: args.patience, table: Table::default() };
    let wanted = |kernel: &str| args.kernels.iter().any(|name| name == kernel);
    if wanted("experts") {
        bench.experts()?;
    }
    if wanted("portfolio") {
        bench.portfolio()?;
    }
    if wanted("meetings") {
        bench.meetings()?;
    }
    print!("{}", bench.table);
    ensure!(bench.table.agree(), "an objective differs from the referee's");
    Ok(())
}

impl Bench {
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
            for (name, projects, cap, frontier) in [
                ("199 projects, every pair of two budgets", "199", "0", true),
                ("2,437 projects, two pots, theme caps", "2437", "0.3", false),
            ] {
                let file = self.out.join(format!("portfolio-{projects}.json"));
                referee.make(script, &[&PathBuf::from(projects), &PathBuf::from(cap), &file])?;
                let options: &[&str] = if frontier { &["--frontier"] } else { &[] };
                let ours = self.ours.run("portfolio", &file, options)?;
                let theirs = referee.text(script, &[&PathBuf::from(projects), &PathBuf::from(cap)], 1.0)?;
                let solver = if frontier { "HiGHS, one pair" } else { "HiGHS" };
                self.table.row("portfolio", name, ours, solver, Some(theirs));
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

    fn meetings(&mut self) -> Result<()> {
        let folder = self.data.join("meetings");
        let mut rounds: Vec<PathBuf> = std::fs::read_dir(&folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        rounds.retain(|path| path.to_string_lossy().ends_with(".original.dzn"));
        rounds.sort();
        for round in &rounds {
            let ours = self.ours.run("meetings", round, &["--seconds", "60"])?;
            let theirs = match &self.referee {
                Some(referee) => Some(referee.text(include_str!("referees/meetings.py"), &[round], 1.0)?),
                None => None,
            };
            let name = round.file_name().map_or_else(String::new, |name| name.to_string_lossy().replace(".original.dzn", ""));
            self.table.row("meetings", &name, ours, "CaDiCaL 1.9.5", theirs);
        }
        for (name, solver) in [("forum200-1200", "CP-SAT"), ("forum200-2000-regular", "")] {
            let round = folder.join(format!("{name}.dzn"));
            let ours = self.ours.run("meetings", &round, &["--seconds", "10"])?;
            let theirs = match &self.referee {
                Some(referee) if self.patience > 0 && !solver.is_empty() => {
                    let patience = PathBuf::from(self.patience.to_string());
                    Some(referee.text(include_str!("referees/cpsat.py"), &[&round, &patience], 1.0)?.unproven())
                }
                _ => None,
            };
            self.table.row("meetings", name, ours, solver, theirs);
        }
        Ok(())
    }
}
