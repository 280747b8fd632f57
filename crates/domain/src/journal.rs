//! The journal: every significant document in or out, with number, day and short subject (R133-R135; offentlighedsloven s. 15).

use crate::{
    Lang, PartyCode, Text3,
    ids::{ApplicationId, CallId, DocumentId, JournalId},
    refusal::FieldError,
    time::Day,
};

/// Which way a document went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    In,
    Out,
    /// Made and kept in the office itself, in its final form.
    Internal,
}

impl Direction {
    pub const ALL: [Direction; 3] = [Direction::In, Direction::Out, Direction::Internal];
    pub fn code(self) -> &'static str {
        match self {
            Direction::In => "in",
            Direction::Out => "out",
            Direction::Internal => "internal",
        }
    }
    pub fn parse(s: &str) -> Option<Direction> {
        Direction::ALL.into_iter().find(|d| d.code() == s)
    }
}

/// One office's running number within a year: no gaps, never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number {
    /// Calendar year in the office's own zone.
    pub year: i64,
    /// From 1.
    pub no: i64,
}

/// One line of an office's journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: JournalId,
    /// None where the document belongs to no call, e.g. a background note.
    pub call: Option<CallId>,
    pub application: Option<ApplicationId>,
    /// Whose journal it stands in.
    pub party: PartyCode,
    pub number: Number,
    pub direction: Direction,
    /// When the document was received, sent or made; may lie before the day of the entry.
    pub day: Day,
    /// In three languages where the house writes it, in one where a person does.
    pub subject: Text3,
    /// Who sent or received it; empty for internal ones.
    pub counterpart: String,
    pub body: String,
    /// Language of `body`.
    pub lang: Lang,
    pub document: Option<DocumentId>,
    /// Account; empty where the house wrote the line itself.
    pub by: String,
    pub at: crate::Instant,
}

impl Entry {
    /// `RM-2026-0007`: the number as it stands on papers.
    pub fn label(&self) -> String {
        format!("{}-{}-{:04}", self.party, self.number.year, self.number.no)
    }
}

/// What a person logs by hand: a mail, a letter, a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub direction: Direction,
    pub day: Option<Day>,
    pub subject: String,
    pub counterpart: String,
    pub body: String,
}

/// Checks a letter on `today`, the day in the office's own zone: a subject, somebody on the other end, a day that has been.
pub fn check(letter: &Letter, today: Day) -> Result<Day, Vec<FieldError>> {
    let mut wrong = Vec::new();
    if letter.subject.trim().is_empty() {
        wrong.push(FieldError::new("subject", "required", vec![]));
    }
    if letter.direction != Direction::Internal && letter.counterpart.trim().is_empty() {
        wrong.push(FieldError::new("counterpart", "required", vec![]));
    }
    match letter.day {
        None => wrong.push(FieldError::new("day", "journal-day", vec![])),
        Some(day) if day > today => wrong.push(FieldError::new("day", "journal-future", vec![])),
        Some(day) if wrong.is_empty() => return Ok(day),
        Some(_) => {}
    }
    Err(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            direction: Direction::In,
            day: Day::new(2026, 2, 1),
            subject: "Spørgsmål om hjemsted".into(),
            counterpart: "x@example.org".into(),
            body: String::new(),
        }
    }

    #[test]
    fn a_letter_needs_subject_counterpart_and_a_day_that_has_been() {
        let today = Day::new(2026, 2, 1).unwrap();
        assert_eq!(check(&letter(), today), Ok(today));
        let fields = |l: Letter| check(&l, today).unwrap_err().into_iter().map(|e| e.field).collect::<Vec<_>>();
        assert_eq!(
            fields(Letter { subject: " ".into(), counterpart: String::new(), day: None, ..letter() }),
            ["subject", "counterpart", "day"]
        );
        assert_eq!(fields(Letter { day: Day::new(2026, 2, 2), ..letter() }), ["day"]);
        assert!(check(&Letter { direction: Direction::Internal, counterpart: String::new(), ..letter() }, today).is_ok());
    }
}
