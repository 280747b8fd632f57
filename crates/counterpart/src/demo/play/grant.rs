//! Steps 8 and 9: statements, recommendations, decisions, awards, and the first instalment.

use super::{Play, Side};
use crate::demo::{call, setup};
use actions::grant::{
    self,
    record::{self, NewDecision, NewEvidence, NewMeeting, NewRecommendation, NewStatement},
};
use anyhow::{Context, Result};
use domain::{
    Money,
    grant::{Grant, Share},
    programme::BodyKind,
    time::Day,
};

impl Play {
    pub async fn award(&self) -> Result<()> {
        self.at("2026-06-10T10:00")?;
        let grants = self.grants().await?;
        for grant in &grants {
            for side in &self.sides {
                self.state(grant, side).await?;
            }
        }
        self.say(&format!("8  {} projects: each party has stated its co-financing", grants.len()));
        self.at("2026-06-18T15:00")?;
        for grant in &grants {
            for side in &self.sides {
                self.recommend(grant, side).await?;
            }
        }
        self.say("8  Recommended by both recommending bodies on 18 June 2026");
        self.at("2026-06-24T17:00")?;
        for grant in &grants {
            for side in &self.sides {
                self.decide(grant, side).await?;
            }
        }
        self.say("8  Granted by both granting bodies on 24 June 2026");
        self.at("2026-06-25T10:00")?;
        for grant in &self.grants().await? {
            for side in &self.sides {
                self.pay_own(grant, side).await?;
            }
        }
        Ok(())
    }

    pub async fn grants(&self) -> Result<Vec<Grant>> {
        let overview = grant::overview(&self.desk, &self.sides[0].officer, call::SLUG).await?;
        Ok(overview.projects.into_iter().map(|p| p.grant).collect())
    }

    async fn meeting(&self, side: &Side, kind: BodyKind, on: &str) -> Result<NewMeeting> {
        let day = setup::day(on)?;
        let body = setup::body(&self.desk, &side.party, kind, day).await?;
        Ok(NewMeeting { body, name: format!("{} 2026/3", side.party), day })
    }

    async fn state(&self, grant: &Grant, side: &Side) -> Result<()> {
        let own = grant.side(&side.party).map_err(actions::Error::from)?;
        let new = NewStatement {
            amount: own.requested,
            reference: format!("{}-2026-{}", side.party, grant.number),
            day: setup::day("2026-06-10")?,
            document: None,
        };
        record::state_cofinancing(&self.desk, &side.officer, &grant.application, &side.party, &new, "").await?;
        Ok(())
    }

    async fn recommend(&self, grant: &Grant, side: &Side) -> Result<()> {
        let new = NewRecommendation {
            meeting: self.meeting(side, BodyKind::Recommending, "2026-06-18").await?,
            recommended: true,
            text: String::new(),
        };
        Ok(record::recommend(&self.desk, &side.board, &grant.application, &side.party, &new, "").await?)
    }

    async fn decide(&self, grant: &Grant, side: &Side) -> Result<()> {
        let own = grant.side(&side.party).map_err(actions::Error::from)?;
        let meeting = self.meeting(side, BodyKind::Granting, "2026-06-24").await?;
        let new = NewDecision { meeting, granted: Some(own.requested), reason: String::new() };
        Ok(record::decide_grant(&self.desk, &side.board, &grant.application, &side.party, &new, "").await?)
    }

    /// Each participant what it asked for, in two halves: at the start and after a year.
    async fn pay_own(&self, grant: &Grant, side: &Side) -> Result<()> {
        let own = grant.side(&side.party).map_err(actions::Error::from)?;
        let payees = grant.participants.iter().filter(|p| p.party.as_ref() == Some(&side.party) && p.eligible);
        let shares: Vec<Share> =
            payees.filter_map(|p| Some(Share { participant: p.id.clone(), amount: p.requested.filter(|m| m.minor > 0)? })).collect();
        record::award(&self.desk, &side.officer, &grant.application, &side.party, own.requested, &shares, "").await?;
        let half = Money::new(own.requested.minor / 2, own.requested.currency);
        let rest = Money::new(own.requested.minor - half.minor, half.currency);
        let halves = [(half, setup::day("2026-10-01")?), (rest, setup::day("2027-10-01")?)];
        record::plan(&self.desk, &side.officer, &grant.application, &side.party, &halves, "").await?;
        self.say(&format!("9  {}: {} awards {}", grant.number, side.party, own.requested));
        Ok(())
    }

    /// RM pays the first instalment of the first project: presented, co-financed and begun on the other side.
    pub async fn release(&self) -> Result<()> {
        self.at("2026-10-05T10:00")?;
        let [payer, other] = &self.sides;
        let grant = self.grants().await?.into_iter().next().context("no project is funded")?;
        let instalment = |g: &Grant| -> Result<_> {
            Ok(g.side(&payer.party).map_err(actions::Error::from)?.due().context("no instalment is due")?.id.clone())
        };
        let id = instalment(&grant)?;
        let early = record::release(&self.desk, &payer.officer, &grant.application, &payer.party, &id, "").await;
        if let Err(why) = &early {
            self.say(&format!("9  {}: release before presentation and activity is {why}", grant.number));
        }
        let presented = self.meeting(payer, BodyKind::Recommending, "2026-09-17").await?;
        record::present(&self.desk, &payer.officer, &grant.application, &payer.party, &presented, "").await?;
        let day: Day = setup::day("2026-10-02")?;
        let begun = NewEvidence { day, what: "First joint workshop held; staff employed.".into(), document: None };
        record::add_evidence(&self.desk, &other.officer, &grant.application, &other.party, &begun, "").await?;
        record::release(&self.desk, &payer.officer, &grant.application, &payer.party, &id, "").await?;
        self.say(&format!(
            "9  {}: {} released the first instalment against {}'s co-financing and activity",
            grant.number, payer.party, other.party
        ));
        Ok(())
    }
}
