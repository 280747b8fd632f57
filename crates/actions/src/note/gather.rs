//! The sentences of a note: every one from something that the book holds, with its source and the date it holds for.

mod event;
mod fact;
mod link;
mod partnership;

use crate::{Error, Result};
use domain::{
    Lang, PartyCode, Text3,
    edtf::Edtf,
    ids::PlaceId,
    note::{Section, Sentence, scope::Scope},
    party::Party,
    place::Place,
};
use i18n::{Arg, format};
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;

/// The country whose cooperation with the place is told: the writer's own, or that of the party that is not at home there.
pub fn home(parties: &[Party], country: &str, own: Option<&PartyCode>) -> String {
    let abroad = |p: &&Party| p.country != country;
    let own = parties.iter().filter(abroad).find(|p| Some(&p.code) == own);
    own.or_else(|| parties.iter().find(abroad)).map(|p| p.country.clone()).unwrap_or_default()
}

pub(super) fn party<'a>(parties: &'a [Party], code: &PartyCode) -> Result<&'a Party> {
    parties.iter().find(|p| &p.code == code).ok_or(Error::NotFound)
}

/// Everything that the book tells of `place` today, in reading order.
pub async fn sentences(tx: &mut Tx, place: &Place, home: &str, lang: Lang) -> Result<Vec<Sentence>> {
    let mut web = store::see::web(tx, store::see::Scope { about: Some(place.id.to_string()), claims: false }).await?;
    store::see::known::add_told(tx, &mut web).await?;
    let near = near(tx, place).await?;
    let scope = Scope { web: &web, place: place.id.as_str(), country: &place.country, home, near: &near };
    let mut pen = Pen::new(tx, lang).await?;
    fact::places(tx, &scope, &mut pen).await?;
    partnership::partnerships(tx, &scope, &mut pen).await?;
    partnership::offices(tx, &scope, &mut pen).await?;
    link::collaborations(tx, &scope, &mut pen).await?;
    link::offers(tx, &scope, &mut pen).await?;
    link::presences(tx, &scope, &mut pen).await?;
    event::delegations(tx, &scope, &mut pen).await?;
    event::activities(tx, &scope, &mut pen).await?;
    fact::disputes(tx, &mut pen).await?;
    Ok(pen.in_order())
}

/// Regions that the place belongs to, their other members, and what holds it short of the country.
async fn near(tx: &mut Tx, place: &Place) -> Result<Vec<String>> {
    let mut near: Vec<PlaceId> = Vec::new();
    let above = store::place::above(tx, place).await?;
    let holders = above.iter().filter(|p| p.kind != domain::place::Kind::Country);
    for holder in holders.chain([place]) {
        near.push(holder.id.clone());
        for area in store::place::member_of(tx, &holder.id).await? {
            near.extend(store::place::members(tx, &area.id).await?.into_iter().map(|p| p.id));
            near.push(area.id);
        }
    }
    near.retain(|id| id != &place.id);
    Ok(near.iter().map(PlaceId::to_string).collect())
}

/// Writes sentences in one language.
struct Pen {
    lang: Lang,
    /// By slug: title and date.
    sources: BTreeMap<String, (Text3, Edtf)>,
    /// Slugs by id.
    slugs: BTreeMap<String, String>,
    /// Ids of what the note tells of: a disagreement about one of them belongs into it.
    subjects: BTreeSet<String>,
    /// Where the partnerships are told, by their slugs.
    partnerships: BTreeMap<String, Section>,
    told: Vec<Sentence>,
}

/// Where a sentence stands and what it comes from.
struct Origin<'a> {
    section: Section,
    topic: &'a str,
    key: String,
    /// Slugs; the first is the one whose date stands in where `as_of` is unknown.
    sources: Vec<&'a str>,
    as_of: &'a Edtf,
}

impl Pen {
    async fn new(tx: &mut Tx, lang: Lang) -> Result<Pen> {
        let all = store::source::list(tx).await?;
        let slugs = all.iter().map(|l| (l.source.id.to_string(), l.source.slug.clone())).collect();
        let sources = all.into_iter().map(|l| (l.source.slug, (l.source.title, l.source.written))).collect();
        Ok(Pen { lang, sources, slugs, subjects: BTreeSet::new(), partnerships: BTreeMap::new(), told: Vec::new() })
    }

    /// The slug of a source that is kept by id; the office itself where none is named.
    fn slug(&self, id: Option<&str>) -> String {
        id.and_then(|id| self.slugs.get(id)).map_or("office", String::as_str).to_string()
    }

    fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
        i18n::text(self.lang, key, &args)
    }

    fn date(&self, date: &Edtf) -> String {
        format::edtf(self.lang, date)
    }

    fn write(&mut self, origin: Origin, body: impl Into<String>) {
        let mut body = body.into().trim().to_string();
        if body.is_empty() {
            return;
        }
        // Words of the book that are only half a sentence.
        if body.ends_with(char::is_alphabetic) {
            body.push(if self.lang == Lang::Zh { '。' } else { '.' });
        }
        let written = origin.sources.first().and_then(|s| self.sources.get(*s)).map(|(_, written)| written.clone()).unwrap_or_default();
        let unnamed = || self.say("note-source-office", &[]);
        let title = |slug: &&str| self.sources.get(*slug).map_or_else(unnamed, |(title, _)| title.get(self.lang).to_string());
        let titles: Vec<String> = origin.sources.iter().map(title).collect();
        self.told.push(Sentence {
            section: origin.section,
            topic: origin.topic.to_string(),
            key: origin.key,
            body,
            source: origin.sources.join(" "),
            source_title: titles.join("\n"),
            as_of: if origin.as_of.is_unknown() { written } else { origin.as_of.clone() },
        });
    }

    /// By section; within one, what is on the same topic stands together, in the order it was first told.
    fn in_order(self) -> Vec<Sentence> {
        let mut topics: Vec<(Section, String)> = Vec::new();
        for s in &self.told {
            if !topics.iter().any(|(section, topic)| *section == s.section && *topic == s.topic) {
                topics.push((s.section, s.topic.clone()));
            }
        }
        let place = |s: &Sentence| topics.iter().position(|(section, topic)| *section == s.section && *topic == s.topic);
        let mut told = self.told;
        told.sort_by_key(|s| (s.section, place(s)));
        told
    }
}
