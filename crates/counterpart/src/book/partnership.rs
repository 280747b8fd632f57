//! `partnership.toml`.

use super::words::{FactEntry, Words, date, facts};
use actions::{
    Desk, Viewer,
    partnership::{NewGoal, NewLevel, NewPartnership, NewTheme},
};
use anyhow::{Context, Result, anyhow};
use domain::partnership::{Kind, Level, LinkKind, State};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    goal: Vec<GoalEntry>,
    partnership: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GoalEntry {
    slug: String,
    place: String,
    label: Words,
    #[serde(default)]
    since: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    kind: String,
    a: Vec<String>,
    b: Vec<String>,
    #[serde(default)]
    label_a: Words,
    #[serde(default)]
    label_b: Words,
    #[serde(default)]
    since: String,
    #[serde(default)]
    until: String,
    state: String,
    #[serde(default)]
    purpose: Words,
    #[serde(default)]
    contact: Words,
    #[serde(default)]
    mailbox: String,
    source: String,
    #[serde(default)]
    programmes: Vec<String>,
    #[serde(default)]
    links: Vec<LinkEntry>,
    #[serde(default)]
    theme: Vec<ThemeEntry>,
    #[serde(default)]
    level: Vec<LevelEntry>,
    #[serde(default)]
    fact: Vec<FactEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkEntry {
    kind: String,
    other: String,
    #[serde(default)]
    note: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeEntry {
    label: Words,
    #[serde(default)]
    since: String,
    #[serde(default)]
    until: String,
    level: Option<String>,
    goal: Option<String>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelEntry {
    level: String,
    #[serde(default)]
    since: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    note: Words,
    source: String,
}

pub async fn load(desk: &Desk, viewer: &Viewer, text: &str) -> Result<()> {
    let file: File = toml::from_str(text)?;
    let goal = |g: GoalEntry| Ok(NewGoal { slug: g.slug, place: g.place, label: g.label.text(), since: date(&g.since)?, source: g.source });
    let goals = file.goal.into_iter().map(goal).collect::<Result<Vec<_>>>()?;
    let all = file.partnership.into_iter().map(partnership).collect::<Result<Vec<_>>>()?;
    actions::partnership::load(desk, viewer, &goals, &all).await?;
    Ok(())
}

fn partnership(e: Entry) -> Result<NewPartnership> {
    let wrong = |what: &str, code: &str| anyhow!("{}: {what} '{code}'", e.slug);
    let link = |x: &LinkEntry| Ok((LinkKind::parse(&x.kind).ok_or_else(|| wrong("link", &x.kind))?, x.other.clone(), x.note.text()));
    Ok(NewPartnership {
        kind: Kind::parse(&e.kind).ok_or_else(|| wrong("kind", &e.kind))?,
        state: State::parse(&e.state).ok_or_else(|| wrong("state", &e.state))?,
        links: e.links.iter().map(link).collect::<Result<_>>()?,
        labels: [e.label_a.text(), e.label_b.text()],
        since: date(&e.since)?,
        until: date(&e.until)?,
        purpose: e.purpose.text(),
        contact: e.contact.text(),
        themes: e.theme.iter().map(theme).collect::<Result<_>>().with_context(|| e.slug.clone())?,
        levels: e.level.iter().map(level).collect::<Result<_>>().with_context(|| e.slug.clone())?,
        facts: facts(&e.fact).with_context(|| e.slug.clone())?,
        parties: [e.a, e.b],
        mailbox: e.mailbox,
        source: e.source,
        programmes: e.programmes,
        slug: e.slug,
    })
}

fn theme(t: &ThemeEntry) -> Result<NewTheme> {
    let level = t.level.as_ref().map(|code| Level::parse(code).ok_or_else(|| anyhow!("level '{code}'"))).transpose()?;
    let (since, until) = (date(&t.since)?, date(&t.until)?);
    Ok(NewTheme { label: t.label.text(), since, until, level, goal: t.goal.clone(), source: t.source.clone() })
}

fn level(x: &LevelEntry) -> Result<NewLevel> {
    let level = Level::parse(&x.level).ok_or_else(|| anyhow!("level '{}'", x.level))?;
    Ok(NewLevel { level, since: date(&x.since)?, until: date(&x.until)?, note: x.note.text(), source: x.source.clone() })
}
