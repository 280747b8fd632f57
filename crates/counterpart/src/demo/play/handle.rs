//! Step 4: both offices handle every application.

use super::Play;
use crate::demo::call;
use actions::{
    application,
    handling::{self, Statement},
};
use anyhow::Result;
use domain::{PartyCode, application::Application, handling::Verdict};

impl Play {
    pub async fn handle(&self) -> Result<()> {
        self.at("2026-04-09T09:00")?;
        for side in &self.sides {
            let overview = handling::overview(&self.desk, &side.officer, call::SLUG, false).await?;
            let (_, all) = application::list::whole(&self.desk, &side.officer, call::SLUG).await?;
            let apps: Vec<Application> = all.into_iter().map(|(app, _)| app).filter(Application::is_submitted).collect();
            let bar = self.bar("administrative handling", apps.len());
            let mut ineligible = 0;
            for app in &apps {
                let said = statement(app, &side.party);
                ineligible += usize::from(said.whole == Verdict::Ineligible);
                handling::record(&self.desk, &side.officer, &app.id, &said).await?;
                bar.inc(1);
            }
            bar.finish();
            let findings: i64 = overview.rows.iter().map(|r| r.line.questions + r.notes).sum();
            self.say(&format!("4  {} handled {} applications; {findings} findings, {ineligible} ineligible", side.party, apps.len()));
        }
        self.at("2026-04-20T09:00")
    }
}

/// A side none of whose participants states money brings no matched funding (R154, R158): its own office finds that ineligible.
fn statement(app: &Application, party: &PartyCode) -> Statement {
    let own: Vec<_> = app.of(party).collect();
    let funded = own.iter().any(|p| p.money_stated);
    let participants = own
        .iter()
        .map(|p| {
            let reason = if p.money_stated { "" } else { "States no money; takes part at its own cost." };
            (p.id.clone(), Verdict::Eligible, reason.to_string())
        })
        .collect();
    if funded {
        Statement { participants, whole: Verdict::Eligible, note: String::new() }
    } else {
        let note = format!("No participant of {party} states any money: there is no matched funding on this side.");
        Statement { participants, whole: Verdict::Ineligible, note }
    }
}
