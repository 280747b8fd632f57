//! What a played call leaves in its folder: papers, sheets, receipts, and `outcome.json` with the fate of every project.

use super::{call, play::Play};
use actions::{
    grant::{
        fate::{self, Ended, Ending},
        letter::{self, LetterOrder},
        paper::{self, PaperOrder},
    },
    priority::sheet,
};
use anyhow::{Context, Result};
use domain::{
    Lang, Money, Text3,
    grant::Fate,
    handling::Verdict,
    priority::{Cause, Why},
    programme::BodyKind,
};
use papers::document::Date;
use serde_json::{Value, json};
use std::{fs, path::Path};

pub fn write(out: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = out.join(name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    fs::write(&path, bytes).with_context(|| path.display().to_string())
}

impl Play {
    /// Each board's spreadsheet.
    pub async fn sheets(&self, out: &Path) -> Result<()> {
        for side in &self.sides {
            let table = sheet::export(&self.desk, &side.officer, call::SLUG).await?;
            write(out, &format!("board-{}.xlsx", side.party), &papers::sheet::xlsx(&[table], Date { year: 2026, month: 6, day: 8 })?)?;
        }
        self.say("6  Each board's spreadsheet is written");
        Ok(())
    }

    /// Each party's decision paper in three languages.
    pub async fn papers(&self, out: &Path) -> Result<()> {
        for side in &self.sides {
            for lang in Lang::ALL {
                let order = PaperOrder { party: side.party.clone(), lang, day: domain::time::Day::new(2026, 6, 18), place: String::new() };
                let document = paper::decision_paper(&self.desk, &side.officer, call::SLUG, &order).await?;
                let name = format!("decision-paper-{}-{}", side.party, lang.code());
                write(out, &format!("{name}.pdf"), &papers::pdf::render(&document)?)?;
                write(out, &format!("{name}.html"), papers::html::render(&document).as_bytes())?;
            }
            self.say(&format!("8  {}: decision paper in Danish, English and Chinese", side.party));
        }
        Ok(())
    }

    /// Every applicant gets each party's letter, with the reasons.
    pub async fn letters(&self) -> Result<()> {
        let day = super::setup::day("2026-06-24")?;
        for side in &self.sides {
            let body = super::setup::body(&self.desk, &side.party, BodyKind::Granting, day).await?;
            let appeal = Text3::new(
                "Afgørelsen kan ikke påklages til anden administrativ myndighed. (Demonstration)",
                "The decision can't be appealed to another administrative authority. (Demonstration)",
                "对本决定不能向其他行政机关申诉。（演示）",
            );
            let order = LetterOrder { body, day, contact: format!("office-{}@example.org", side.party.as_str().to_lowercase()), appeal };
            let done = letter::send_letters(&self.desk, &side.officer, call::SLUG, &side.party, &order).await?;
            self.say(&format!("8  {}: {} decision letters, {} not sent", side.party, done.sent, done.failed.len()));
        }
        Ok(())
    }

    /// Says why every other project fell, and writes it all down.
    pub async fn outcome(&self, out: &Path) -> Result<()> {
        let ending = fate::ending(&self.desk, &self.sides[0].officer, call::SLUG).await?.context("no agreed result")?;
        for ended in ending.all.iter().filter(|e| e.fate != Fate::Funded) {
            self.say(&format!(
                "-  {:14} {:22} {}: {}",
                number(ended),
                ended.app.project.acronym,
                ended.fate.code(),
                reason(ended, &ending)
            ));
        }
        let assessed = store::grant::assessed(&mut self.desk.db.read().await?, &ending.call.id).await?;
        let report = report(&ending, assessed);
        write(out, "outcome.json", serde_json::to_string_pretty(&report)?.as_bytes())?;
        self.say(&format!("   {}", report["totals"]));
        Ok(())
    }
}

fn number(e: &Ended) -> &str {
    e.app.number.as_deref().unwrap_or("")
}

fn report(ending: &Ending, assessed: i64) -> Value {
    let both = ending.all.iter().filter(|e| e.lines.iter().all(|l| l.as_ref().is_some_and(|l| l.standing.rank().is_some()))).count();
    let released = |p: &actions::grant::Project| p.grant.sides.iter().any(|s| s.released().minor > 0);
    json!({
        "call": ending.call.slug,
        "totals": {
            "applications": ending.all.len(),
            "handled": ending.all.iter().filter(|e| e.handlings.len() == 2).count(),
            "assessed": assessed,
            "on_both_lists": both,
            "funded": ending.all.iter().filter(|e| e.fate == Fate::Funded).count(),
            "released": ending.projects.iter().filter(|p| released(p)).count(),
        },
        "projects": ending.all.iter().map(|e| project(e, ending)).collect::<Vec<_>>(),
    })
}

fn project(e: &Ended, ending: &Ending) -> Value {
    let awards = ending.project(&e.app.id).map(|p| {
        let side = |s: &domain::grant::Side| json!({ "party": s.party.as_str(), "awarded": s.awarded().to_string(), "released": s.released().to_string() });
        p.grant.sides.iter().map(side).collect::<Vec<_>>()
    });
    json!({
        "number": number(e), "acronym": e.app.project.acronym, "title": e.app.project.title,
        "fate": e.fate.code(), "reason": if e.fate == Fate::Funded { String::new() } else { reason(e, ending) }, "awards": awards,
    })
}

/// One English sentence from the same facts that the letters state in the applicant's language.
fn reason(e: &Ended, ending: &Ending) -> String {
    match &e.fate {
        Fate::Ineligible { .. } => {
            let notes = e.handlings.iter().filter(|h| h.verdict == Verdict::Ineligible).map(|h| format!("{}: {}", h.party, h.note));
            notes.collect::<Vec<_>>().join(" ")
        }
        Fate::NotPrioritised => {
            let notes = e.lines.iter().zip(&ending.call.parties).filter_map(|(line, party)| match line {
                Some(l) if l.standing.rank().is_none() => Some(format!("{party}: {}", l.reason)),
                None => Some(format!("{party}: not on the list.")),
                Some(_) => None,
            });
            notes.collect::<Vec<_>>().join(" ")
        }
        other => e.why.as_ref().map_or_else(|| other.code().to_string(), sentence),
    }
}

fn sentence(why: &Why) -> String {
    let money = |all: &[(domain::PartyCode, Money)]| all.iter().map(|(p, m)| format!("{p} {m}")).collect::<Vec<_>>().join(", ");
    let top_up = why.top_up.as_ref().map(|t| format!(" A top-up of {} would bring it in.", money(t))).unwrap_or_default();
    match &why.cause {
        Cause::Short | Cause::DearerThanPot => format!("The pot is short by {}.{top_up}", money(&why.missing)),
        Cause::Ended { at } => format!("The agreed rule ended the cut at {at}.{top_up}"),
        other => other.code().into(),
    }
}
