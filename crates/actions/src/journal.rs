//! The journal: lines the house writes itself, and letters that officers log (R133-R135).

pub mod desk;

use crate::Desk;
use anyhow::Context;
use domain::{
    Lang, PartyCode, Permit, Text3,
    ids::{ApplicationId, CallId, DocumentId, JournalId},
    journal::{self, Direction},
    time::{Day, Zone},
};
use i18n::Arg;
use store::Tx;

/// A document to enter. `new` gives one without counterpart, text or file; set what there is.
pub struct Document<'a> {
    /// None for a document that belongs to no call.
    pub call: Option<&'a CallId>,
    pub application: Option<&'a ApplicationId>,
    /// Whose journal.
    pub party: &'a PartyCode,
    pub direction: Direction,
    pub subject: Text3,
    pub counterpart: String,
    pub body: String,
    pub lang: Lang,
    pub file: Option<&'a DocumentId>,
    /// Received, sent or made; today in the party's own zone where not said.
    pub day: Option<Day>,
}

impl<'a> Document<'a> {
    pub fn new(call: &'a CallId, party: &'a PartyCode, direction: Direction, subject: Text3) -> Document<'a> {
        Document { call: Some(call), ..Document::apart(party, direction, subject) }
    }

    /// One that belongs to no call.
    pub fn apart(party: &'a PartyCode, direction: Direction, subject: Text3) -> Document<'a> {
        Document {
            call: None,
            application: None,
            party,
            direction,
            subject,
            counterpart: String::new(),
            body: String::new(),
            lang: Lang::En,
            file: None,
            day: None,
        }
    }
}

/// A sentence of the catalogue in all three languages, for subjects that the house writes:
/// `worded("journal-subject-letter", &[("number", "2026-007".into())])`.
pub fn worded(key: &str, args: &[(&str, Arg<'_>)]) -> Text3 {
    let say = |lang| i18n::text(lang, key, args);
    Text3::new(&say(Lang::Da), &say(Lang::En), &say(Lang::Zh))
}

/// Enters a document in an office's journal, in the transaction and under the permit of what made it. Answers the line's number.
pub async fn enter(desk: &Desk, tx: &mut Tx, permit: &Permit, document: Document<'_>) -> anyhow::Result<journal::Entry> {
    let now = desk.now();
    let zone = zone_of(tx, document.party).await?;
    let today = zone.wall(now).day;
    let number = store::journal::next(tx, permit, document.party, today.year.into()).await?;
    let entry = journal::Entry {
        id: desk.mint(JournalId::mint),
        call: document.call.cloned(),
        application: document.application.cloned(),
        party: document.party.clone(),
        number,
        direction: document.direction,
        day: document.day.unwrap_or(today),
        subject: document.subject,
        counterpart: document.counterpart,
        body: document.body,
        lang: document.lang,
        document: document.file.cloned(),
        by: permit.account().map(|a| a.to_string()).unwrap_or_default(),
        at: now,
    };
    let s = &entry.subject;
    let search = i18n::search::fold(&[entry.label().as_str(), &s.da, &s.en, &s.zh, &entry.counterpart, &entry.body].join(" "));
    store::journal::insert(tx, permit, &entry, &search).await?;
    Ok(entry)
}

async fn zone_of(tx: &mut Tx, party: &PartyCode) -> anyhow::Result<Zone> {
    let parties = store::party::list(tx).await?;
    parties.into_iter().find(|p| &p.code == party).map(|p| p.zone).context("a journal belongs to a party of this node")
}

/// As `worded`, where the words themselves differ by language, e.g. a body's name.
pub fn worded_each(key: &str, args: impl Fn(Lang) -> Vec<(&'static str, String)>) -> Text3 {
    let say = |lang| {
        let words = args(lang);
        let args: Vec<(&str, Arg)> = words.iter().map(|(name, word)| (*name, Arg::Text(word))).collect();
        i18n::text(lang, key, &args)
    };
    Text3::new(&say(Lang::Da), &say(Lang::En), &say(Lang::Zh))
}
