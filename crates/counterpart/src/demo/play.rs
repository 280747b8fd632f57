//! The first round, step by step, by the people whose work it is and through the same actions as in a browser.

mod announce;
mod apply;
mod assess;
mod grant;
mod handle;
mod prioritise;

use super::{call, setup};
use crate::{record, sources::Seeded};
use actions::{Desk, Viewer};
use anyhow::Result;
use domain::PartyCode;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::Path;

/// How far a round has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Stage {
    /// Announced and open.
    Open,
    /// 78 applications submitted, the call closed.
    Submitted,
    /// Handled by both offices.
    Handled,
    /// Under assessment: both groups appointed and at work, the first expert of each not yet begun.
    Assessing,
    /// Assessed and closed by both expert groups.
    Assessed,
    /// Both lists sealed and revealed.
    Revealed,
    /// One result signed by both.
    Agreed,
    /// Recommended, decided, awarded; the first instalment released.
    Released,
}

/// A party with the people who act for it.
pub struct Side {
    pub party: PartyCode,
    pub officer: Viewer,
    pub board: Viewer,
}

pub struct Play {
    pub desk: Desk,
    pub clock: Seeded,
    pub sides: [Side; 2],
    /// Applications of the round; 78, or more for measurements.
    pub applications: usize,
    /// Places on each party's list.
    pub places: u32,
    /// Prints each step as a line; otherwise a progress bar shows it.
    aloud: bool,
}

impl Play {
    pub async fn begin(desk: Desk, clock: Seeded, aloud: bool) -> Result<Play> {
        setup::parties(&desk).await?;
        record::load(&desk).await?;
        setup::add_people(&desk).await?;
        counterpart::book::load(&desk).await?;
        Play::resume(desk, clock, aloud).await
    }

    /// On a database where the people are already.
    pub async fn resume(desk: Desk, clock: Seeded, aloud: bool) -> Result<Play> {
        let side = async |code: &str| {
            let own = code.to_lowercase();
            let officer = setup::viewer(&desk, &format!("officer-{own}@example.org")).await?;
            let board = setup::viewer(&desk, &format!("board-{own}@example.org")).await?;
            anyhow::Ok(Side { party: setup::code(code)?, officer, board })
        };
        let sides = [side("RM").await?, side("SH").await?];
        Ok(Play { desk, clock, sides, applications: 78, places: 20, aloud })
    }

    /// Plays from the announcement up to and with `stage`; papers and the outcome go to `out`.
    pub async fn until(&self, stage: Stage, out: Option<&Path>) -> Result<()> {
        self.announce().await?;
        if stage >= Stage::Submitted {
            self.apply(out).await?;
        }
        if stage >= Stage::Handled {
            self.handle().await?;
        }
        if stage >= Stage::Assessing {
            self.assess(stage >= Stage::Assessed).await?;
        }
        if stage >= Stage::Revealed {
            self.reveal().await?;
            if let Some(out) = out {
                self.sheets(out).await?;
            }
        }
        if stage >= Stage::Agreed {
            self.agree().await?;
            if let Some(out) = out {
                self.papers(out).await?;
            }
        }
        if stage >= Stage::Released {
            self.award().await?;
            if out.is_some() {
                self.letters().await?;
            }
            self.release().await?;
        }
        if let Some(out) = out {
            self.outcome(out).await?;
        }
        Ok(())
    }

    /// Moves the clock to a wall time in Viborg.
    pub fn at(&self, local: &str) -> Result<()> {
        self.clock.set(call::viborg(local)?);
        Ok(())
    }

    pub fn say(&self, line: &str) {
        if self.aloud {
            println!("{line}");
        }
    }

    /// A bar for a step of `n` parts; silent where steps are said aloud.
    pub fn bar(&self, what: &'static str, n: usize) -> ProgressBar {
        if self.aloud {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::new(n as u64).with_message(what);
        if let Ok(style) = ProgressStyle::with_template("{msg:24} {bar:40} {pos}/{len}") {
            bar.set_style(style);
        }
        bar
    }

    pub fn officers(&self) -> [&Viewer; 2] {
        [&self.sides[0].officer, &self.sides[1].officer]
    }
}
