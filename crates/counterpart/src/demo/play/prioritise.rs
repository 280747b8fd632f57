//! Steps 6 and 7: each side ranks, seals and reveals; both sign one result.

use super::{Play, Side};
use crate::demo::call;
use actions::priority::{cut::WhatIf, list, meeting, result, reveal, seal};
use anyhow::{Result, bail};
use domain::priority::{Line, Standing};

impl Play {
    pub async fn reveal(&self) -> Result<()> {
        self.at("2026-06-01T10:00")?;
        let mut slips = Vec::new();
        for side in &self.sides {
            self.rank(side).await?;
            let slip = seal::fresh_slip(&self.desk);
            let sealed = seal::seal(&self.desk, &side.officer, call::SLUG, &slip).await?;
            self.say(&format!("6  {} sealed its list: commitment {}", side.party, &sealed.commitment[..16]));
            slips.push(slip);
        }
        self.at("2026-06-08T10:00")?;
        for (side, slip) in self.sides.iter().zip(&slips) {
            reveal::reveal(&self.desk, &side.officer, call::SLUG, slip).await?;
            self.say(&format!("6  {} revealed its list; it matches the commitment", side.party));
        }
        Ok(())
    }

    /// By the own panel's scores; what falls outside the places is not prioritised, with the reason the applicant is owed.
    async fn rank(&self, side: &Side) -> Result<()> {
        let own = list::show(&self.desk, &side.officer, call::SLUG).await?;
        let places = self.places;
        let lines: Vec<Line> = own
            .suggestion()
            .into_iter()
            .map(|line| match line.standing {
                Standing::Ranked(rank) if rank <= places => line,
                Standing::Ranked(rank) => Line {
                    standing: Standing::NotPrioritised,
                    reason: format!("Place {rank} by the panel's score; {places} places."),
                    ..line
                },
                _ => line,
            })
            .collect();
        Ok(list::save(&self.desk, &side.officer, call::SLUG, lines).await?)
    }

    pub async fn agree(&self) -> Result<()> {
        self.at("2026-06-08T11:00")?;
        let what = WhatIf { policy: "skip-and-continue".into(), ..WhatIf::default() };
        let [rm, sh] = self.officers();
        let open = meeting::show(&self.desk, rm, call::SLUG, &what).await?.open;
        let Some(open) = open else { bail!("the lists do not lie open") };
        let funded = open.cut.map_err(actions::Error::from)?.funded().len();
        self.say(&format!("7  {} projects on both lists; {funded} fit both pots", open.table.candidates().len()));
        let proposed = result::propose(&self.desk, rm, call::SLUG, &what, "").await?;
        result::answer(&self.desk, sh, call::SLUG, &proposed, true, "").await?;
        self.say("7  RM proposed the result, SH accepted it");
        Ok(())
    }
}
