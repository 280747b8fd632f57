//! Step 1 and 2: the offices agree on a call and announce it.

use super::Play;
use crate::demo::{call, setup};
use anyhow::Result;
use domain::{Text3, programme::BodyKind};

impl Play {
    pub async fn announce(&self) -> Result<()> {
        let parties = [self.sides[0].party.clone(), self.sides[1].party.clone()];
        let presented_on = setup::day("2025-12-10")?;
        let recommending = setup::body(&self.desk, &parties[0], BodyKind::Recommending, presented_on).await?;
        let closes = call::viborg("2026-03-31T23:59")?;
        let setting = call::Setting {
            slug: call::SLUG,
            title: Text3::new("Første runde: it", "First round: IT", "第一轮：信息技术"),
            opens: call::viborg("2026-01-12T09:00")?,
            closes,
            completes: closes.plus_seconds(7 * 86_400),
            presented_on,
        };
        let new = call::new_call(&self.desk, &setup::open_programme(&self.desk).await?, &parties, &recommending, setting)?;
        actions::call::create(&self.desk, &self.sides[0].officer, new).await?;
        setup::publish(&self.desk, self.officers(), call::SLUG).await?;
        self.say("1  Call announced by both offices; criteria presented to the recommending body on 10 December 2025");
        Ok(())
    }
}
