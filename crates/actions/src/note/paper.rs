//! A note as a paper: sections of sentences, each with the number of its source and the date it holds for; an office's prose around them.

use crate::words::Words;
use domain::{
    Lang, Text3,
    note::{Note, Part, Section, Sentence},
    time::Day,
};
use i18n::format;
use papers::document::{Block, Date, Document, Fact, Run, Style, Text};

pub(super) struct Paper<'a> {
    pub words: Words<'a>,
    pub place: &'a Text3,
    /// ISO codes of its country and of the writer's.
    pub country: &'a str,
    pub home: &'a str,
    pub sentences: &'a [Sentence],
}

impl Paper<'_> {
    /// What the public book tells today; nobody's paper.
    pub fn live(&self, today: Day) -> Document {
        let place = self.place.get(self.words.lang);
        let mut document = self.document(&self.words.say("note-paper-title", &[("place", place)]), today);
        document.issuer = self.words.say("note-paper-book", &[]);
        document.footer = self.words.say("note-paper-live", &[]);
        document.blocks = self.body(|_| "");
        document
    }

    /// An office's note; `journal`: its number, empty while it is a draft.
    pub fn written(&self, note: &Note, journal: &str, day: Day) -> Document {
        let mut document = self.document(&note.title, day);
        document.issuer = self.words.party(&note.party);
        document.footer = if journal.is_empty() { self.words.say("note-paper-draft", &[]) } else { journal.into() };
        document.blocks = self.body(|part| note.prose(part));
        document
    }

    fn document(&self, title: &str, day: Day) -> Document {
        let date = Date { year: day.year.into(), month: day.month.unsigned_abs(), day: day.day.unsigned_abs() };
        Document {
            lang: self.words.lang.code().into(),
            title: title.into(),
            subtitle: None,
            issuer: String::new(),
            date,
            footer: String::new(),
            meta: vec![
                Fact::new(self.words.say("note-paper-date", &[]), self.words.day(day)),
                Fact::new(self.words.say("note-paper-reading", &[]), self.words.say("note-paper-reading-text", &[])),
            ],
            blocks: vec![],
        }
    }

    fn body<'b>(&self, prose: impl Fn(Part) -> &'b str) -> Vec<Block> {
        let sources = self.sources();
        let mut blocks = paragraphs(prose(Part::Opening));
        for section in Section::ALL {
            let told: Vec<&Sentence> = self.sentences.iter().filter(|s| s.section == *section).collect();
            let own = prose(Part::Before(*section));
            if told.is_empty() && own.trim().is_empty() {
                continue;
            }
            blocks.push(Block::section(self.heading(*section)));
            blocks.extend(paragraphs(own));
            for about in told.chunk_by(|a, b| a.topic == b.topic) {
                if !about[0].topic.is_empty() {
                    blocks.push(Block::part(about[0].topic.as_str()));
                }
                blocks.push(Block::Bullets { items: about.iter().map(|s| self.item(s, &sources)).collect() });
            }
        }
        blocks.extend(paragraphs(prose(Part::Closing)));
        if !sources.is_empty() {
            blocks.push(Block::section(self.words.say("note-paper-sources", &[])));
            blocks.push(Block::Points { items: sources.iter().map(|(_, title)| (*title).into()).collect() });
        }
        blocks
    }

    /// Section heads name the place and the two countries, as a reader asks: who in Denmark works with Jiangsu?
    pub fn heading(&self, section: Section) -> String {
        heading(self.words.lang, section, self.place, self.country, self.home)
    }

    /// Slug and title of every source, in the order of first mention.
    fn sources(&self) -> Vec<(&str, &str)> {
        let mut all: Vec<(&str, &str)> = Vec::new();
        for (slug, title) in self.sentences.iter().flat_map(Sentence::sources) {
            if !all.iter().any(|(known, _)| *known == slug) {
                all.push((slug, title));
            }
        }
        all
    }

    fn item(&self, s: &Sentence, sources: &[(&str, &str)]) -> Text {
        let numbers: Vec<String> = s
            .sources()
            .filter_map(|(slug, _)| sources.iter().position(|(known, _)| *known == slug))
            .map(|at| format!("[{}]", at + 1))
            .collect();
        let date = format::edtf(self.words.lang, &s.as_of);
        let key = if s.as_of.is_unknown() { "note-paper-mark-undated" } else { "note-paper-mark" };
        // Source and date stay on one line.
        let mark = self.words.say(key, &[("sources", &numbers.concat()), ("date", &date)]).replace(' ', "\u{a0}");
        let space = if self.words.lang == Lang::Zh { "" } else { " " };
        Text::from(s.body.as_str()).then(Text(vec![Run { text: format!("{space}{mark}"), lang: None, style: Style::Small }]))
    }
}

/// The words above a section.
pub fn heading(lang: Lang, section: Section, place: &Text3, country: &str, home: &str) -> String {
    let named = |code: &str| i18n::text(lang, &format!("country-{code}"), &[]);
    let (country, home) = (named(country), named(home));
    let args = [("place", place.get(lang).into()), ("country", country.as_str().into()), ("home", home.as_str().into())];
    i18n::text(lang, &format!("note-section-{}", section.code()), &args)
}

/// An empty line parts paragraphs.
fn paragraphs(prose: &str) -> Vec<Block> {
    let prose = prose.replace("\r\n", "\n");
    prose.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(Block::paragraph).collect()
}
