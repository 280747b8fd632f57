//! Rounds of meetings: ours against the published optima, and where asked for against CaDiCaL and CP-SAT, which take long.

use super::{
    Bench, Run,
    table::{megabytes, number, seconds},
};
use anyhow::Result;
use std::{
    fmt::{Display, Formatter},
    path::PathBuf,
};

/// The rounds, the seconds we may search, and the published least number of gaps.
const ROUNDS: [(&str, &str, Option<f64>); 15] = [
    ("forum-13.original", "60", Some(0.0)),
    ("forum-13crafb.original", "60", Some(6.0)),
    ("forum-14.original", "60", Some(2.0)),
    ("forumt-14.original", "60", Some(5.0)),
    ("forumt-14crafd.original", "60", Some(4.0)),
    ("tic-12.original", "60", Some(0.0)),
    ("tic-13crafc.original", "60", Some(4.0)),
    ("tic-14crafa.original", "60", Some(0.0)),
    ("ticf-13crafb.original", "60", Some(3.0)),
    ("ticf-14crafa.original", "60", Some(0.0)),
    ("forum-13.forb0007", "30", None),
    ("forum-13.prec15", "30", None),
    ("forum200-1200", "30", None),
    ("forum200-1600", "30", None),
    ("forum200-2000-regular", "30", None),
];

/// Too large for CaDiCaL; CP-SAT gets a limit.
const LARGE: &str = "forum200";

pub struct Round {
    name: &'static str,
    ours: Run,
    published: Option<f64>,
    referee: Option<(&'static str, Run)>,
}

impl Bench {
    pub(super) fn meetings(&mut self) -> Result<()> {
        for (name, limit, published) in ROUNDS {
            let file = self.data.join(format!("meetings/{name}.dzn"));
            let ours = self.ours.run("meetings", &file, &["--seconds", limit])?;
            let referee = self.meetings_referee(name, &file)?;
            self.rounds.push(Round { name, ours, published, referee });
        }
        Ok(())
    }

    fn meetings_referee(&self, name: &str, file: &PathBuf) -> Result<Option<(&'static str, Run)>> {
        let Some(referee) = self.referee.as_ref().filter(|_| self.patience > 0) else { return Ok(None) };
        if name.starts_with(LARGE) {
            let patience = PathBuf::from(self.patience.to_string());
            let run = referee.text(include_str!("../referees/cpsat.py"), &[file, &patience], 1.0)?;
            return Ok(Some(("CP-SAT", run.unproven())));
        }
        Ok(Some(("CaDiCaL 1.9.5", referee.text(include_str!("../referees/meetings.py"), &[file], 1.0)?)))
    }
}

impl Round {
    /// Whether what is proven differs from nothing that is known.
    pub fn agrees(&self) -> bool {
        let proven = self.referee.as_ref().filter(|(_, run)| run.optimal).and_then(|(_, run)| run.objective);
        let known = [self.published, proven];
        let same = |known: &f64| {
            let (objective, bound) = (self.ours.objective.unwrap_or(f64::NAN), self.ours.bound.unwrap_or(f64::NAN));
            if self.ours.optimal { objective == *known } else { bound <= *known && *known <= objective }
        };
        known.iter().flatten().all(same)
    }

    pub fn heading() -> &'static str {
        "| meetings | ours: cost | bound | certified | CPU | memory | published | referee | cost | CPU | memory | |\n|---|---|---|---|---|---|---|---|---|---|---|---|"
    }
}

impl Display for Round {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Run { objective, bound, certified, optimal, cpu, memory } = &self.ours;
        write!(f, "| {} | {} | {} | {} ", self.name, number(*objective), number(*bound), number(*certified))?;
        write!(
            f,
            "| {} | {} | {} ",
            seconds(*cpu),
            megabytes(*memory),
            self.published.map_or_else(String::new, |known| number(Some(known)))
        )?;
        match &self.referee {
            None => write!(f, "| | | | ")?,
            Some((name, run)) => write!(f, "| {name} | {} | {} | {} ", number(run.objective), seconds(run.cpu), megabytes(run.memory))?,
        }
        let verdict = match (self.agrees(), *optimal) {
            (false, _) => "**differ**",
            (true, true) => "proven",
            (true, false) => "not proven",
        };
        write!(f, "| {verdict} |")
    }
}
