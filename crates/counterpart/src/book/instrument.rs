//! `instrument.toml`.

use super::words::{Words, date};
use actions::{Desk, Viewer, instrument::NewInstrument};
use anyhow::{Result, anyhow};
use domain::instrument::{Kind, Notice, Prevails, Relation, Side, State, Term};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    instrument: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    partnership: String,
    parent: Option<String>,
    #[serde(default)]
    relation: String,
    kind: String,
    state: String,
    #[serde(default)]
    published: bool,
    title: Words,
    #[serde(default)]
    label_a: Words,
    #[serde(default)]
    label_b: Words,
    #[serde(default)]
    signed: String,
    #[serde(default)]
    place: Words,
    #[serde(default)]
    in_force: String,
    /// `open`, `fixed` or `tacit`; not written where no source says.
    #[serde(default)]
    term: String,
    #[serde(default)]
    months: i64,
    #[serde(default)]
    renews: i64,
    #[serde(default)]
    notice_months: i64,
    #[serde(default)]
    notice_days: i64,
    prevails: Option<String>,
    #[serde(default)]
    focus: Words,
    #[serde(default)]
    note: Words,
    source: Option<String>,
    #[serde(default)]
    a: Vec<String>,
    #[serde(default)]
    b: Vec<String>,
    #[serde(default)]
    signatory: Vec<SignatoryEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignatoryEntry {
    side: String,
    post: Words,
    #[serde(default)]
    name: String,
    organisation: Option<String>,
    #[serde(default)]
    signed: String,
}

pub async fn load(desk: &Desk, viewer: &Viewer, text: &str) -> Result<()> {
    let file: File = toml::from_str(text)?;
    let all = file.instrument.into_iter().map(instrument).collect::<Result<Vec<_>>>()?;
    actions::instrument::load(desk, viewer, &all).await?;
    Ok(())
}

fn instrument(e: Entry) -> Result<NewInstrument> {
    let wrong = |what: &str, code: &str| anyhow!("{}: {what} '{code}'", e.slug);
    let notice = Notice { months: e.notice_months, days: e.notice_days };
    let prevails = e.prevails.as_deref().unwrap_or("unknown");
    let parent = match &e.parent {
        None => None,
        Some(slug) => Some((slug.clone(), Relation::parse(&e.relation).ok_or_else(|| wrong("relation", &e.relation))?)),
    };
    let signatory = |s: &SignatoryEntry| {
        let side = Side::parse(&s.side).ok_or_else(|| wrong("side", &s.side))?;
        Ok((side, s.post.text(), s.name.clone(), s.organisation.clone(), date(&s.signed)?))
    };
    Ok(NewInstrument {
        kind: Kind::parse(&e.kind).ok_or_else(|| wrong("kind", &e.kind))?,
        state: State::parse(&e.state).ok_or_else(|| wrong("state", &e.state))?,
        prevails: Prevails::parse(prevails).ok_or_else(|| wrong("language", prevails))?,
        signatories: e.signatory.iter().map(signatory).collect::<Result<_>>()?,
        parent,
        title: e.title.text(),
        labels: [e.label_a.text(), e.label_b.text()],
        signed: date(&e.signed)?,
        place: e.place.text(),
        in_force: date(&e.in_force)?,
        term: Term::of(&e.term, e.months, e.renews, notice),
        focus: e.focus.text(),
        note: e.note.text(),
        published: e.published,
        source: e.source,
        bound: [e.a, e.b],
        partnership: e.partnership,
        slug: e.slug,
    })
}
