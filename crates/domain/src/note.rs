//! A background note on a place: sentences that each come from a fact, an office's own words around them, frozen when filed (R43-R73).

pub mod diff;
pub mod scope;

use crate::{Instant, Lang, PartyCode, Refusal, edtf::Edtf, ids::NoteId, place::codes};

codes! {
    /// The parts of a note, in reading order.
    Section {
        Profile = "profile", Cities = "cities", Home = "home", Activities = "activities", Universities = "universities", Business = "business",
        Foreign = "foreign", Region = "region", Nearby = "nearby", Elsewhere = "elsewhere", Discord = "discord",
    }
}

/// Longest prose of an office in one place of the note, and longest title, characters.
pub const PROSE_MAX: usize = 6000;
pub const TITLE_MAX: usize = 200;

/// One statement, ready to read in the note's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub section: Section,
    /// What it is about, as a small heading: a city, a partnership. May be empty.
    pub topic: String,
    /// What it comes from, stable over time: `fact:…`, `partnership:…:since`. A refresh compares by it.
    pub key: String,
    pub body: String,
    /// Slugs of the sources that say so, a space between; their titles, one a line.
    pub source: String,
    pub source_title: String,
    pub as_of: Edtf,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub id: NoteId,
    /// Slug of the place it is about.
    pub place: String,
    pub lang: Lang,
    pub title: String,
    /// The office that writes it.
    pub party: PartyCode,
    /// The filed note that this one goes on from.
    pub follows: Option<NoteId>,
    /// An office's own words: before everything, then before sections by their code, then at the end.
    pub prose: Vec<(Part, String)>,
    pub version: i64,
    pub at: Instant,
    pub filed: Option<Instant>,
}

/// Where prose stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Opening,
    Before(Section),
    Closing,
}

impl Part {
    pub fn all() -> impl Iterator<Item = Part> {
        std::iter::once(Part::Opening).chain(Section::ALL.iter().map(|s| Part::Before(*s))).chain([Part::Closing])
    }
    pub fn code(self) -> &'static str {
        match self {
            Part::Opening => "opening",
            Part::Before(section) => section.code(),
            Part::Closing => "closing",
        }
    }
    pub fn parse(s: &str) -> Option<Part> {
        Part::all().find(|p| p.code() == s)
    }
}

impl Sentence {
    /// Slug and title of each source.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &str)> {
        self.source.split(' ').zip(self.source_title.lines().chain(std::iter::repeat("")))
    }
}

impl Note {
    pub fn prose(&self, part: Part) -> &str {
        self.prose.iter().find(|(p, _)| *p == part).map_or("", |(_, text)| text)
    }

    /// A filed note is a document on a case: it is never changed, only followed by another.
    pub fn open(&self) -> Result<(), Refusal> {
        if self.filed.is_some() { Err(Refusal::new("note-filed", vec![])) } else { Ok(()) }
    }

    /// Files it at `now`. A note without a single statement tells nothing.
    pub fn file(&mut self, sentences: &[Sentence], now: Instant) -> Result<(), Refusal> {
        self.open()?;
        if sentences.is_empty() {
            return Err(Refusal::new("note-empty", vec![]));
        }
        self.filed = Some(now);
        self.version += 1;
        Ok(())
    }
}
