//! Programmes with their bodies as files state them: an installation's own, the record 2009-2011, and the demonstration's with the same frame.

use actions::{
    Desk, Viewer,
    programme::{self, BodyRecord, ProgrammeRecord, SourceRecord},
};
use anyhow::{Context, Result};
use domain::{
    Currency, PartyCode, Text3,
    programme::{BodyKind, Fact, FactKind, Grounds, Step, Target, Theme},
    time::Day,
};
use serde::Deserialize;
use std::collections::BTreeMap;

const FILE: &str = include_str!("../data/programme-2009.toml");

/// A text in three languages as the file has it.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    da: String,
    en: String,
    zh: String,
}

/// A programme with the bodies of its parties.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub slug: String,
    parties: [String; 2],
    first_year: i64,
    last_year: i64,
    currency: String,
    title: Words,
    #[serde(default)]
    purpose: Words,
    #[serde(default)]
    source: Words,
    #[serde(default)]
    note: Words,
    /// A record of the past: no call opens under it.
    #[serde(default)]
    record_only: bool,
    #[serde(default)]
    goals: Vec<Words>,
    themes: Vec<Words>,
    /// What every theme rests on.
    grounds: Option<ThreeGrounds>,
    frame: Vec<Line>,
    financing: Vec<Financing>,
    #[serde(default)]
    targets: Vec<Range>,
    #[serde(default)]
    schedule: BTreeMap<String, Words>,
    #[serde(default)]
    facts: Vec<Stated>,
    bodies: Vec<Body>,
    demonstration: Option<Demonstration>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThreeGrounds {
    strategy: Words,
    mutual_interest: Words,
    shared_strength: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    label: Words,
    amounts: Vec<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Financing {
    label: Words,
    party: Option<String>,
    amounts: Vec<i64>,
    /// Why the figures are an estimate; absent where they are not.
    estimate: Option<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Range {
    year: i64,
    low: i64,
    high: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stated {
    kind: String,
    label: Words,
    body: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    party: String,
    kind: String,
    name: Words,
    appointed_by: Option<Words>,
    from: String,
    to: Option<String>,
}

/// What differs in the demonstration's programme.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Demonstration {
    slug: String,
    first_year: i64,
    title: Words,
    source: Words,
    note: Words,
    /// Number of a frame line, from 1, and its other label.
    frame_labels: BTreeMap<String, Words>,
    schedule: BTreeMap<String, Words>,
    bodies: Vec<Body>,
}

/// Loads the record 2009-2011, the bodies, and the demonstration's programme 2026-2028, once; answers the demonstration's address.
pub async fn load(desk: &Desk) -> Result<String> {
    let file: File = toml::from_str(FILE).context("the programme's file of facts")?;
    let (later, bodies) = demonstration(&file)?;
    keep(desk, &file).await?;
    add_bodies(desk, bodies).await?;
    add_programme(desk, &later).await?;
    Ok(later.slug)
}

/// Adds the programme and those of its bodies that are not there yet; answers whether the programme is new. What stands is left as it is.
pub async fn keep(desk: &Desk, file: &File) -> Result<bool> {
    add_bodies(desk, &file.bodies).await?;
    add_programme(desk, &record(file)?).await
}

async fn add_bodies(desk: &Desk, bodies: &[Body]) -> Result<()> {
    let known = store::programme::bodies(&mut desk.db.read().await?).await?;
    for body in bodies {
        let body = body_record(body)?;
        if !known.iter().any(|k| k.party == body.party && k.kind == body.kind && k.name == body.name) {
            programme::add_body(desk, &Viewer::operator(), &body).await?;
        }
    }
    Ok(())
}

async fn add_programme(desk: &Desk, record: &ProgrammeRecord) -> Result<bool> {
    if programme::list(desk).await?.iter().any(|k| k.slug == record.slug) {
        return Ok(false);
    }
    programme::load_record(desk, &Viewer::operator(), record).await?;
    Ok(true)
}

fn record(f: &File) -> Result<ProgrammeRecord> {
    Ok(ProgrammeRecord {
        slug: f.slug.clone(),
        title: text(&f.title),
        purpose: text(&f.purpose),
        parties: [party(&f.parties[0])?, party(&f.parties[1])?],
        first_year: f.first_year,
        last_year: f.last_year,
        currency: Currency::parse(&f.currency).context("currency")?,
        record_only: f.record_only,
        source: text(&f.source),
        note: text(&f.note),
        frame: f.frame.iter().map(|l| (text(&l.label), minor(&l.amounts))).collect(),
        financing: f.financing.iter().map(source).collect::<Result<_>>()?,
        goals: f.goals.iter().map(text).collect(),
        themes: (1..)
            .zip(&f.themes)
            .map(|(no, t)| Theme { no, label: text(t), grounds: f.grounds.as_ref().map(grounds).unwrap_or_default() })
            .collect(),
        targets: f.targets.iter().map(|t| Target { year: t.year, low: t.low, high: t.high }).collect(),
        schedule: schedule(&f.schedule)?,
        facts: f.facts.iter().map(fact).collect::<Result<_>>()?,
    })
}

/// The same programme moved to other years; its reservations and the criteria of a strategy of 2008 stay behind.
fn demonstration(f: &File) -> Result<(ProgrammeRecord, &[Body])> {
    let (d, mut r) = (f.demonstration.as_ref().context("the demonstration's part")?, record(f)?);
    let later = d.first_year - r.first_year;
    for (no, label) in &d.frame_labels {
        let at: usize = no.parse().context("number of a frame line")?;
        r.frame.get_mut(at.wrapping_sub(1)).context("number of a frame line")?.0 = text(label);
    }
    r.targets.iter_mut().for_each(|t| t.year += later);
    r.facts.retain(|fact| fact.kind == FactKind::Aim);
    let moved = ProgrammeRecord {
        slug: d.slug.clone(),
        title: text(&d.title),
        source: text(&d.source),
        note: text(&d.note),
        first_year: r.first_year + later,
        last_year: r.last_year + later,
        record_only: false,
        schedule: schedule(&d.schedule)?,
        ..r
    };
    Ok((moved, &d.bodies))
}

pub fn text(w: &Words) -> Text3 {
    Text3::new(&w.da, &w.en, &w.zh)
}

pub fn party(code: &str) -> Result<PartyCode> {
    PartyCode::parse(code).with_context(|| format!("party {code}"))
}

/// Whole units of the currency to minor ones.
fn minor(amounts: &[i64]) -> Vec<i64> {
    amounts.iter().map(|whole| whole * 100).collect()
}

fn grounds(g: &ThreeGrounds) -> Grounds {
    Grounds { strategy: text(&g.strategy), mutual_interest: text(&g.mutual_interest), shared_strength: text(&g.shared_strength) }
}

fn source(f: &Financing) -> Result<SourceRecord> {
    Ok(SourceRecord {
        label: text(&f.label),
        party: f.party.as_deref().map(party).transpose()?,
        estimate: f.estimate.is_some(),
        note: f.estimate.as_ref().map(text).unwrap_or_default(),
        amounts: minor(&f.amounts),
    })
}

/// Keys are `2009-1`: year and quarter.
fn schedule(quarters: &BTreeMap<String, Words>) -> Result<Vec<Step>> {
    quarters
        .iter()
        .map(|(key, what)| {
            let (year, quarter) = key.split_once('-').context("a quarter is written 2009-1")?;
            Ok(Step { year: year.parse()?, quarter: quarter.parse()?, what: text(what) })
        })
        .collect()
}

fn fact(s: &Stated) -> Result<Fact> {
    let kind = FactKind::parse(&s.kind).with_context(|| format!("kind of fact {}", s.kind))?;
    Ok(Fact { kind, label: text(&s.label), body: text(&s.body) })
}

fn body_record(b: &Body) -> Result<BodyRecord> {
    let day = |s: &str| Day::parse(s).with_context(|| format!("day {s}"));
    Ok(BodyRecord {
        party: party(&b.party)?,
        name: text(&b.name),
        kind: BodyKind::parse(&b.kind).with_context(|| format!("kind of body {}", b.kind))?,
        appointed_by: b.appointed_by.as_ref().map(text).unwrap_or_default(),
        from: day(&b.from)?,
        to: b.to.as_deref().map(day).transpose()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r97_r98_r106_r152_the_record_holds_the_paper_s_figures() {
        let file: File = toml::from_str(FILE).unwrap();
        let r = record(&file).unwrap();
        let sum = |rows: &[&Vec<i64>]| rows.iter().map(|row| row.iter().sum::<i64>()).sum::<i64>();
        // Both 19.5 million kroner.
        assert_eq!(sum(&r.frame.iter().map(|(_, a)| a).collect::<Vec<_>>()), 1_950_000_000);
        assert_eq!(sum(&r.financing.iter().map(|s| &s.amounts).collect::<Vec<_>>()), 1_950_000_000);
        assert_eq!(r.financing.iter().filter(|s| s.estimate).count(), 1);
        assert_eq!((r.goals.len(), r.themes.len(), r.schedule.len()), (5, 4, 15));
        assert!(!r.schedule.iter().any(|s| (s.year, s.quarter) == (2008, 1)));
        assert_eq!(r.targets.iter().map(|t| (t.low, t.high)).collect::<Vec<_>>(), [(2, 4), (4, 6), (4, 6)]);
        assert_eq!(r.themes[0].label.da, "It", "R114: the first theme is IT");
        let all = r.goals.iter().chain(r.frame.iter().map(|(l, _)| l)).chain(r.schedule.iter().map(|s| &s.what));
        assert!(all.flat_map(Text3::missing).next().is_none(), "every text stands in three languages");
    }

    #[test]
    fn the_demonstration_has_the_same_frame_in_later_years() {
        let file: File = toml::from_str(FILE).unwrap();
        let (r, (d, _)) = (record(&file).unwrap(), demonstration(&file).unwrap());
        assert_eq!((d.first_year, d.last_year, d.record_only), (2026, 2028, false));
        assert!(r.frame.iter().map(|(_, a)| a).eq(d.frame.iter().map(|(_, a)| a)));
        assert_eq!(d.targets.iter().map(|t| t.year).collect::<Vec<_>>(), [2026, 2027, 2028]);
        assert_ne!(r.frame[2].0, d.frame[2].0);
    }
}
