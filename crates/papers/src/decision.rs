//! The decision paper for a recommending body: what both parties prioritised, what it costs each pot, and why the rest
//! fell (R143-R146, R154-R158).
//!
//! Amounts are minor units of each side's own currency; nothing is converted, and nothing is added across currencies.

mod part;

use i18n::Lang;

use crate::document::{Block, Date, Document, Fact, Text};
use crate::voice::Voice;

/// Everything the paper says. Names are in the paper's language; typed content carries its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The paper's language.
    pub lang: Lang,
    /// The office that writes the paper.
    pub issuer: String,
    /// The recommending body that the paper is for, such as Vækstforum.
    pub body: String,
    /// The body that decides on the recommendation, such as Regionsrådet.
    pub granting_body: String,
    /// When and where the body meets.
    pub meeting: Meeting,
    /// The day the paper is made.
    pub date: Date,
    /// Case number in the office's journal.
    pub case_number: String,
    /// The programme's name.
    pub programme: Text,
    /// The call's name.
    pub call: Text,
    /// The body's own side first, its counterpart second; all pairs below follow this order.
    pub sides: [Side; 2],
    /// Paragraphs that the office wrote.
    pub background: Vec<Text>,
    /// How many applications came in.
    pub received: i64,
    /// The joint prioritisation's version, counted from 1.
    pub version: i64,
    /// When the second party signed that version.
    pub agreed: Date,
    /// In joint order.
    pub recommended: Vec<Recommended>,
    /// In joint order.
    pub reserve: Vec<LeftOut>,
    /// Everything else, each with its reason.
    pub left_out: Vec<LeftOut>,
    /// Both priority lists side by side, for the appendix; empty leaves it out.
    pub lists: Vec<Listed>,
    /// One a party, year and currency.
    pub pots: Vec<Pot>,
    /// The rules that the decision rests on.
    pub legal_basis: Text,
    /// A remark on the whole, such as that scores in a demonstration are made up.
    pub remark: Option<Text>,
    /// Documents that go with the paper.
    pub appendices: Vec<Text>,
}

/// One party as the paper names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// Short name for table heads, such as `RM`.
    pub code: String,
    /// Full name.
    pub name: String,
    /// ISO 4217.
    pub currency: String,
}

/// When and where a body meets.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// The day.
    pub date: Date,
    /// Town or room; may be empty.
    pub place: String,
    /// The agenda item, if it has a number.
    pub item: Option<String>,
}

/// A project that both parties prioritised and that fits both pots.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommended {
    /// Application number.
    pub number: String,
    /// Title in the language it was written in.
    pub title: Text,
    /// Lead organisation.
    pub lead: Text,
    /// What each side grants, in its own minor units.
    pub amounts: [i64; 2],
    /// Hours that each side's participants put in.
    pub hours: [i64; 2],
    /// The counterpart's co-financing statement (R146).
    pub cofinancing: Cofinancing,
    /// The participants that receive money, for the appendix.
    pub participants: Vec<Participant>,
}

/// Whether the counterpart has stated its co-financing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cofinancing {
    /// Stated on this day.
    Stated(Date),
    /// Not stated: the recommendation is blocked, and the paper says so.
    Missing,
}

/// An organisation that receives money from its own side.
#[derive(Debug, Clone, PartialEq)]
pub struct Participant {
    /// Name in the language it was written in.
    pub name: Text,
    /// Which side pays it.
    pub side: Whose,
    /// In its side's minor units.
    pub amount: i64,
    /// Hours over the whole project.
    pub hours: i64,
}

/// Which of the paper's two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The body's own side.
    Own,
    /// The other side.
    Counterpart,
}

/// A project that is not recommended now.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// Application number.
    pub number: String,
    /// Title in the language it was written in.
    pub title: Text,
    /// Which rule or pot kept it out, and what would bring it in.
    pub reason: Text,
}

/// A project on either list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Application number.
    pub number: String,
    /// Title in the language it was written in.
    pub title: Text,
    /// Where each side's list has it, in words.
    pub standings: [String; 2],
}

/// What one party has set aside.
#[derive(Debug, Clone, PartialEq)]
pub struct Pot {
    /// Whose pot and which year, such as "RM 2026".
    pub label: String,
    /// ISO 4217.
    pub currency: String,
    /// Set aside, in minor units.
    pub available: i64,
    /// Taken by the recommended projects, in minor units.
    pub used: i64,
}

/// The paper as a document, ready for `pdf::render` and `html::render`.
pub fn document(it: &Decision) -> Document {
    let voice = Voice::new(it.lang, amounts(it));
    let body = voice.with("paper-decision-title", &[("body", &it.body)]);
    Document {
        lang: it.lang.code().into(),
        title: body,
        subtitle: Some(it.call.clone()),
        issuer: it.issuer.clone(),
        date: it.date,
        footer: voice.with("paper-case-foot", &[("number", &it.case_number)]),
        meta: meta(it, &voice),
        blocks: blocks(it, &voice),
    }
}

fn amounts(it: &Decision) -> impl Iterator<Item = i64> {
    let projects = it
        .recommended
        .iter()
        .flat_map(|project| project.amounts.into_iter().chain(project.participants.iter().map(|participant| participant.amount)));
    projects.chain(it.pots.iter().flat_map(|pot| [pot.available, pot.used]))
}

fn meta(it: &Decision, voice: &Voice) -> Vec<Fact> {
    let day = voice.date(it.meeting.date);
    let meeting =
        if it.meeting.place.is_empty() { day } else { voice.with("paper-meeting-at", &[("date", &day), ("place", &it.meeting.place)]) };
    let mut facts = vec![
        Fact::new(voice.word("paper-to"), it.body.as_str()),
        Fact::new(voice.word("paper-decided-by"), it.granting_body.as_str()),
        Fact::new(voice.word("paper-meeting"), meeting),
    ];
    facts.extend(it.meeting.item.as_ref().map(|item| Fact::new(voice.word("paper-item"), item.as_str())));
    facts.push(Fact::new(voice.word("paper-programme"), it.programme.clone()));
    facts.push(Fact::new(voice.word("paper-case"), it.case_number.as_str()));
    facts.push(Fact::new(voice.word("paper-date"), voice.date(it.date)));
    facts
}

fn blocks(it: &Decision, voice: &Voice) -> Vec<Block> {
    let mut out = Vec::new();
    out.extend(part::blocked(it, voice));
    out.push(part::figures(it, voice));
    out.extend(it.remark.clone().map(|text| Block::Paragraph { text }));
    out.extend(part::proposal(it, voice));
    if !it.background.is_empty() {
        out.push(Block::section(voice.word("paper-background")));
        out.extend(it.background.iter().cloned().map(|text| Block::Paragraph { text }));
    }
    out.extend(part::recommended(it, voice));
    out.extend(part::pots(it, voice));
    out.extend(part::reserve(it, voice));
    out.extend(part::left_out_lead(it, voice));
    out.push(Block::section(voice.word("paper-legal")));
    out.push(Block::Paragraph { text: it.legal_basis.clone() });
    if !it.appendices.is_empty() {
        out.push(Block::section(voice.word("paper-appendix")));
        out.push(Block::Bullets { items: it.appendices.clone() });
    }
    out.extend(appendix(it, voice));
    out
}

/// What is looked up rather than read, from a new page on.
fn appendix(it: &Decision, voice: &Voice) -> Vec<Block> {
    let mut out = part::participants(it, voice);
    out.extend(part::lists(it, voice));
    out.extend(part::reserve_reasons(it, voice));
    out.extend(part::left_out(it, voice));
    if !out.is_empty() {
        out.insert(0, Block::Break);
    }
    out
}

#[cfg(test)]
mod tests;
