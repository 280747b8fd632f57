//! The decision letter to an applicant: what was decided, why, on what conditions, and how to appeal. A refusal without
//! reasons or appeal guidance is not lawful in Denmark (forvaltningsloven, sections 22 and 25), so both are required.

use i18n::Lang;

use crate::document::{Block, Date, Document, Fact, Text};
use crate::voice::Voice;

/// Everything the letter says.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// The letter's language.
    pub lang: Lang,
    /// The office that writes.
    pub issuer: String,
    /// Name and address, a line each.
    pub recipient: Vec<Text>,
    /// The day of the letter.
    pub date: Date,
    /// Case number in the office's journal.
    pub case_number: String,
    /// Application number.
    pub application: String,
    /// The project's title.
    pub project: Text,
    /// The call's name.
    pub call: Text,
    /// The body that decided.
    pub body: String,
    /// The day it decided.
    pub decided: Date,
    /// What it decided.
    pub outcome: Outcome,
    /// The party that writes.
    pub party: String,
    /// The other party, which writes to its own participants.
    pub counterpart: String,
    /// Why; at least one.
    pub reasons: Vec<Text>,
    /// What the grant depends on.
    pub conditions: Vec<Text>,
    /// Where, how and until when to appeal; at least one paragraph.
    pub appeal: Vec<Text>,
    /// Whom to ask.
    pub contact: Text,
    /// Who signs.
    pub signatures: Vec<Text>,
}

/// What the body decided.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Money for this party's participants.
    Granted {
        /// In minor units.
        amount: i64,
        /// ISO 4217.
        currency: String,
    },
    /// Waiting for a project before it to fall away.
    Reserve,
    /// No money.
    Refused,
}

/// Why a letter may not be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    /// A decision must say why.
    #[error("a decision letter needs at least one reason")]
    Reasons,
    /// A decision must say how to appeal.
    #[error("a decision letter needs appeal guidance")]
    Appeal,
}

/// The letter as a document.
pub fn document(it: &Letter) -> Result<Document, LetterError> {
    if it.reasons.is_empty() {
        return Err(LetterError::Reasons);
    }
    if it.appeal.is_empty() {
        return Err(LetterError::Appeal);
    }
    let granted = if let Outcome::Granted { amount, .. } = it.outcome { amount } else { 0 };
    let voice = Voice::new(it.lang, [granted]);
    Ok(Document {
        lang: it.lang.code().into(),
        title: voice.word(title(&it.outcome)),
        subtitle: Some(it.project.clone()),
        issuer: it.issuer.clone(),
        date: it.date,
        footer: voice.with("paper-case-foot", &[("number", &it.case_number)]),
        meta: meta(it, &voice),
        blocks: blocks(it, &voice),
    })
}

fn title(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Granted { .. } => "paper-letter-granted",
        Outcome::Reserve => "paper-letter-reserve",
        Outcome::Refused => "paper-letter-refused",
    }
}

fn meta(it: &Letter, voice: &Voice) -> Vec<Fact> {
    let between = |mut lines: Text, line: &Text| {
        if !lines.0.is_empty() {
            lines = lines.then("\n");
        }
        lines.then(line.clone())
    };
    vec![
        Fact::new(voice.word("paper-to"), it.recipient.iter().fold(Text::default(), between)),
        Fact::new(voice.word("paper-application"), it.application.as_str()),
        Fact::new(voice.word("paper-call"), it.call.clone()),
        Fact::new(voice.word("paper-case"), it.case_number.as_str()),
        Fact::new(voice.word("paper-date"), voice.date(it.date)),
    ]
}

fn blocks(it: &Letter, voice: &Voice) -> Vec<Block> {
    let mut out = decision(it, voice);
    out.push(Block::section(voice.word("paper-letter-reasons")));
    out.extend(paragraphs(&it.reasons));
    if !it.conditions.is_empty() {
        out.push(Block::section(voice.word("paper-letter-conditions")));
        out.push(Block::Points { items: it.conditions.clone() });
    }
    out.push(Block::section(voice.word("paper-letter-appeal")));
    out.extend(paragraphs(&it.appeal));
    out.push(Block::section(voice.word("paper-letter-contact")));
    out.push(Block::Paragraph { text: it.contact.clone() });
    if !it.signatures.is_empty() {
        let closing = Some(voice.word("paper-letter-close").into());
        out.push(Block::Signatures { closing, items: it.signatures.clone() });
    }
    out
}

fn decision(it: &Letter, voice: &Voice) -> Vec<Block> {
    let date = voice.date(it.decided);
    let said = [("body", it.body.as_str()), ("date", &date)];
    match &it.outcome {
        Outcome::Granted { amount, currency } => {
            let money = voice.money(*amount, currency);
            let granted = voice.with("paper-letter-granted-text", &[said[0], said[1], ("money", &money)]);
            let parties = voice.with("paper-letter-parties", &[("party", &it.party), ("counterpart", &it.counterpart)]);
            vec![Block::paragraph(granted), Block::paragraph(parties)]
        }
        Outcome::Reserve => vec![Block::paragraph(voice.with("paper-letter-reserve-text", &said))],
        Outcome::Refused => vec![Block::paragraph(voice.with("paper-letter-refused-text", &said))],
    }
}

fn paragraphs(texts: &[Text]) -> impl Iterator<Item = Block> {
    texts.iter().cloned().map(|text| Block::Paragraph { text })
}

#[cfg(test)]
pub(crate) mod tests;
