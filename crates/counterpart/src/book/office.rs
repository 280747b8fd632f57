//! `office.toml`.

use super::words::{FactEntry, Words, date, facts};
use actions::{Desk, Viewer, office::Draft};
use anyhow::{Context, Result};
use domain::office::{Closing, PartyRole};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    office: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    name: Words,
    place: String,
    #[serde(default)]
    partnership: String,
    #[serde(default)]
    purpose: Words,
    #[serde(default)]
    opened: String,
    closing: Option<ClosingEntry>,
    #[serde(default)]
    note: Words,
    source: Option<String>,
    #[serde(default)]
    owner: Vec<PartyEntry>,
    #[serde(default)]
    partner: Vec<PartyEntry>,
    #[serde(default)]
    funder: Vec<PartyEntry>,
    #[serde(default)]
    fact: Vec<FactEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClosingEntry {
    #[serde(default)]
    decided: String,
    #[serde(default)]
    closed: String,
    #[serde(default)]
    reason: Words,
    #[serde(default)]
    freed_for: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartyEntry {
    organisation: String,
    #[serde(default)]
    share: Words,
}

pub async fn load(desk: &Desk, viewer: &Viewer, text: &str) -> Result<()> {
    let file: File = toml::from_str(text)?;
    let all = file.office.into_iter().map(|e| {
        let facts = facts(&e.fact).with_context(|| e.slug.clone())?;
        Ok((draft(e)?, facts))
    });
    actions::office::load(desk, viewer, all.collect::<Result<Vec<_>>>()?).await?;
    Ok(())
}

fn draft(e: Entry) -> Result<Draft> {
    let closing = match &e.closing {
        None => None,
        Some(c) => {
            let (decided, closed) = (date(&c.decided)?, date(&c.closed)?);
            Some(Closing { decided, closed, reason: c.reason.text(), freed_for: c.freed_for.text(), freed: None })
        }
    };
    let roles = [(PartyRole::Owner, &e.owner), (PartyRole::Partner, &e.partner), (PartyRole::Funder, &e.funder)];
    let party =
        |role: PartyRole, p: &PartyEntry| (role.code().to_string(), role, format!("organisations/{}", p.organisation), p.share.text());
    Ok(Draft {
        name: e.name.text(),
        place: format!("places/{}", e.place),
        purpose: e.purpose.text(),
        opened: date(&e.opened)?,
        note: e.note.text(),
        parties: roles.iter().flat_map(|(role, all)| all.iter().map(|p| party(*role, p))).collect(),
        closing,
        partnership: e.partnership,
        source: e.source,
        form_key: String::new(),
        slug: e.slug,
    })
}
