//! Step 5: two expert groups assess side by side; neither sees the other. Scores and reasons are made up from a seed.

use super::{Play, Side};
use crate::demo::{call, people, setup};
use actions::{
    Viewer,
    assessment::{assign, conflict, group, group::NewExpert, panel, review},
};
use anyhow::Result;
use domain::{
    Lang, Role,
    assessment::{Draft, Mark},
    call::Call,
    programme::BodyKind,
};
use sha2::{Digest, Sha256};

const PER_APPLICATION: i64 = 2;
const MAX_LOAD: i64 = 12;

impl Play {
    /// `whole`: every expert writes and both sides close; otherwise the first expert of each group has everything still to do.
    pub async fn assess(&self, whole: bool) -> Result<()> {
        self.at("2026-04-20T10:00")?;
        for side in &self.sides {
            let experts = self.appoint(side).await?;
            let hits = conflict::detect(&self.desk, &side.officer, call::SLUG).await?;
            let plan = assign::plan(&self.desk, &side.officer, call::SLUG, None).await?;
            self.say(&format!(
                "5  {}: {} experts, {hits} conflicts found, {} assessments assigned by the exact kernel",
                side.party,
                experts.len(),
                plan.added.len()
            ));
            let writing = if whole { &experts[..] } else { experts.get(1..).unwrap_or_default() };
            self.write(side, writing, plan.added.len()).await?;
        }
        if !whole {
            return Ok(());
        }
        self.at("2026-05-22T15:00")?;
        for side in &self.sides {
            panel::summarise_rest(&self.desk, &side.officer, call::SLUG).await?;
            panel::close(&self.desk, &side.officer, call::SLUG).await?;
            self.say(&format!("5  {} closed its assessment", side.party));
        }
        Ok(())
    }

    /// The group, appointed by the recommending body, each expert with an account.
    async fn appoint(&self, side: &Side) -> Result<Vec<Viewer>> {
        let on = setup::day("2026-03-12")?;
        let body = setup::body(&self.desk, &side.party, BodyKind::Recommending, on).await?;
        group::appoint(&self.desk, &side.officer, call::SLUG, &body, on, PER_APPLICATION).await?;
        let code = side.party.as_str();
        let lang = if code == "SH" { Lang::Zh } else { Lang::Da };
        let (mut viewers, mut members) = (Vec::new(), Vec::new());
        let needed = self.applications * PER_APPLICATION as usize;
        let size = needed / 8 + 4;
        // Who tries the demonstration as the first expert has something to do: an even share.
        let share = (needed / size) as i64;
        for (n, e) in people::experts(code, size).into_iter().enumerate() {
            let email = format!("expert-{}{}@example.org", code.to_lowercase(), if n == 0 { String::new() } else { format!("-{n}") });
            viewers.push(setup::person(&self.desk, &e.name, &email, lang, Role::Expert, Some(&side.party)).await?);
            let some = |s: &str| if s.is_empty() { vec![] } else { vec![s.to_string()] };
            let new = NewExpert {
                name: e.name,
                aliases: some(&e.alias),
                organisation: e.organisation.into(),
                organisation_aliases: some(e.organisation_alias),
                disciplines: e.disciplines,
                min_load: if n == 0 { share } else { 0 },
                max_load: MAX_LOAD,
                email,
                made_up: true,
            };
            members.push(group::save(&self.desk, &side.officer, call::SLUG, None, new).await?);
        }
        group::set_members(&self.desk, &side.officer, call::SLUG, &members).await?;
        Ok(viewers)
    }

    async fn write(&self, side: &Side, experts: &[Viewer], count: usize) -> Result<()> {
        let the_call = actions::call::show(&self.desk, &side.officer, call::SLUG).await?;
        let bar = self.bar("assessments", count);
        for expert in experts {
            for task in review::mine(&self.desk, expert).await?.tasks {
                let name = expert.account.as_ref().map_or("", |a| a.name.as_str());
                let draft = draft(&the_call, &task.number, name, expert.lang);
                review::close(&self.desk, expert, &task.application, 0, draft).await?;
                bar.inc(1);
            }
        }
        bar.finish();
        Ok(())
    }
}

/// 0 to `below` - 1 from a hash of the words: made up, and the same every time.
fn draw(words: &[&str], below: u64) -> i64 {
    let mut hash = Sha256::new();
    for word in words {
        hash.update((word.len() as u64).to_be_bytes());
        hash.update(word);
    }
    let bytes = hash.finalize();
    let n = bytes[..8].iter().fold(0_u64, |n, b| n << 8 | u64::from(*b));
    (n % below) as i64
}

/// A project has a quality of its own; each expert strays from it a little.
fn draft(call: &Call, number: &str, expert: &str, lang: Lang) -> Draft {
    let quality = draw(&[number], 4) + 1;
    let marks = call.criteria.iter().map(|c| {
        let value = (quality + draw(&[number, expert, c.id.as_str()], 3) - 1).clamp(0, c.max_score());
        let anchor = c.anchors.get(value as usize).map_or("", |a| a.get(lang));
        Mark { criterion: c.id.clone(), value: Some(value), reason: format!("{anchor}.") }
    });
    let overall = match lang {
        Lang::Da => "Opdigtet vurdering til demonstrationen.",
        Lang::En => "A made-up assessment for the demonstration.",
        Lang::Zh => "演示用的虚构评审意见。",
    };
    Draft { marks: marks.collect(), overall: overall.into(), lang }
}

impl Play {
    /// Assessments of both sides.
    pub async fn assessments(&self) -> Result<usize> {
        let mut count = 0;
        for side in &self.sides {
            let overview = panel::overview(&self.desk, &side.officer, call::SLUG, false).await?;
            count += overview.sides.iter().flat_map(|s| s.panels.iter().flatten()).map(|p| p.assessments.len()).sum::<usize>();
        }
        Ok(count)
    }
}
