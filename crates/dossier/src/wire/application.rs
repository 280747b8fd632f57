//! One version of an application, frozen: organisations, titles, budgets, hours, answers. No persons.
use serde::{Deserialize, Serialize};

use crate::Digest;
use crate::canonical::{self, Uncanonical};

/// An application as both offices see it. Its fingerprint is what a receipt names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationDossier {
    /// [`crate::wire::VERSION`].
    pub v: u32,
    pub programme: String,
    pub call: String,
    pub application: String,
    /// Counts the submitted versions of one application from 1.
    pub version: u32,
    pub titles: Vec<Text>,
    pub summaries: Vec<Text>,
    /// First day, YYYY-MM-DD.
    pub start: Option<String>,
    pub months: Option<u32>,
    pub participants: Vec<Participant>,
    pub answers: Vec<Answer>,
    pub attachments: Vec<Attachment>,
}

/// Words in a language (BCP 47).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Text {
    pub lang: String,
    pub text: String,
}

/// An amount in minor units.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Money {
    pub minor: i64,
    /// ISO 4217.
    pub currency: String,
}

/// An organisation in the consortium.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    pub id: String,
    /// The party that pays it; none for an associated participant.
    pub party: Option<String>,
    /// A code: `lead`, `partner`, `associated`.
    pub role: String,
    pub organisation: Organisation,
    pub budget: Vec<BudgetLine>,
    /// What it pays itself. None is "not stated", which is not zero.
    pub own_contribution: Option<Money>,
    pub hours: Option<i64>,
    /// When the organisation confirmed this very part; microseconds UTC.
    pub confirmed: Option<i64>,
}

/// An organisation. Its mailbox and people stay at home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    pub names: Vec<Text>,
    /// ISO 3166-1 or 3166-2.
    pub place: String,
    pub identifiers: Vec<Identifier>,
}

/// An identifier as the applicant gave it: `cvr`, `uscc`, `ror`, …
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Identifier {
    pub scheme: String,
    pub value: String,
}

/// What is applied for in one year and cost category.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BudgetLine {
    pub year: i32,
    pub category: String,
    pub amount: Money,
}

/// The answer to one question of the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub question: String,
    pub value: AnswerValue,
}

/// An answer by the kind of its question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerValue {
    Text(Text),
    /// Codes of the chosen options, in the order of the form.
    Choice(Vec<String>),
    /// A whole number, in the unit that the question names.
    Number(i64),
    /// Rows of cells.
    Table(Vec<Vec<String>>),
    /// The fingerprint of an attachment.
    File(Digest),
}

/// A file beside the dossier, named by what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    pub sha256: Digest,
    /// Bytes.
    pub length: u64,
    pub media_type: String,
    pub name: String,
}

impl ApplicationDossier {
    /// The canonical bytes: texts by language, participants by id, lines by year and category, answers by question,
    /// attachments by fingerprint.
    pub fn bytes(&self) -> Result<Vec<u8>, Uncanonical> {
        let mut sorted = self.clone();
        sorted.titles.sort();
        sorted.summaries.sort();
        sorted.participants.sort_by(|a, b| a.id.cmp(&b.id));
        for participant in &mut sorted.participants {
            participant.organisation.names.sort();
            participant.organisation.identifiers.sort();
            participant.budget.sort();
        }
        sorted.answers.sort_by(|a, b| a.question.cmp(&b.question));
        sorted.attachments.sort_by(|a, b| (a.sha256, &a.name).cmp(&(b.sha256, &b.name)));
        canonical::to_bytes(&sorted)
    }

    /// The fingerprint of the canonical bytes.
    pub fn digest(&self) -> Result<Digest, Uncanonical> {
        Ok(Digest::of(&self.bytes()?))
    }

    pub fn read(bytes: &[u8]) -> Result<ApplicationDossier, Uncanonical> {
        canonical::from_bytes(bytes)
    }
}

#[cfg(test)]
mod tests;
