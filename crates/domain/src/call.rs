//! A call: its instants, pots, criteria and questions, and what may still change in it (R122, R123, R136, R154, R155).

pub mod publication;

use crate::{
    Instant, Money, PartyCode, Refusal, Subject, Text3,
    ids::{BodyId, CallId, CriterionId, ProgrammeId, QuestionId},
    refusal::Value,
    time::Day,
};

/// One round of applications under a programme. Everything but `published` and the closing instant freezes with publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub id: CallId,
    /// Its address: lower-case letters, digits and hyphens, e.g. `2026-it`.
    pub slug: String,
    pub programme: ProgrammeId,
    /// The two parties of the programme, in its order.
    pub parties: [PartyCode; 2],
    pub title: Text3,
    pub summary: Text3,
    /// Number of the theme in the programme, from 1 (R112: a call names one).
    pub theme: i64,
    pub window: Window,
    pub confirmation: ConfirmationRule,
    /// Longest duration of a project, months.
    pub max_months: i64,
    /// Ordered by party, then year.
    pub pots: Vec<Pot>,
    /// Ordered by `no`.
    pub criteria: Vec<Criterion>,
    /// Ordered by `no`.
    pub questions: Vec<Question>,
    /// Before whom and when the criteria were presented (R136).
    pub presented: Option<Presented>,
    pub published: Option<Instant>,
    /// Optimistic lock: grows with every change.
    pub version: i64,
    /// A demonstration: the applicants, experts and scores under it are made up.
    pub made_up: bool,
}

/// When a call takes applications. Each limit is one instant, shown on every party's wall (joint-calls.md 6.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    pub opens: Instant,
    /// The last instant at which a submission is in time.
    pub closes: Instant,
    /// A party's own last instant for completing half pairs and confirmations, not before `closes` (joint-calls.md 6.2).
    pub completes: Vec<(PartyCode, Instant)>,
}

impl Window {
    /// The party's last instant for completing; the closing where it has none of its own.
    pub fn completes(&self, party: &PartyCode) -> Instant {
        self.completes.iter().find(|(p, _)| p == party).map_or(self.closes, |(_, at)| *at)
    }
    pub fn phase(&self, published: Option<Instant>, now: Instant) -> Phase {
        match published {
            None => Phase::Draft,
            Some(_) if now < self.opens => Phase::Coming,
            Some(_) if now <= self.closes => Phase::Open,
            Some(_) if now <= self.ends() => Phase::Completing,
            Some(_) => Phase::Closed,
        }
    }
    /// The last instant of all.
    pub fn ends(&self) -> Instant {
        self.completes.iter().map(|(_, at)| *at).fold(self.closes, Instant::max)
    }
}

/// Where a call is in its own time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Draft,
    /// Announced, not yet open.
    Coming,
    Open,
    /// Closed for submissions; one side may still complete.
    Completing,
    Closed,
}

impl Phase {
    pub fn code(self) -> &'static str {
        match self {
            Phase::Draft => "draft",
            Phase::Coming => "coming",
            Phase::Open => "open",
            Phase::Completing => "completing",
            Phase::Closed => "closed",
        }
    }
}

/// What becomes of an application when a participant has not confirmed by its side's completion instant (joint-calls.md 6.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfirmationRule {
    /// Nothing is submitted before every participant has confirmed.
    All,
    /// Unconfirmed participants are left out at the completion instant.
    Drop,
    /// Submission may come first; confirmations follow by the completion instant.
    Later,
}

impl ConfirmationRule {
    pub const ALL: [ConfirmationRule; 3] = [ConfirmationRule::All, ConfirmationRule::Drop, ConfirmationRule::Later];
    pub fn code(self) -> &'static str {
        match self {
            ConfirmationRule::All => "all",
            ConfirmationRule::Drop => "drop",
            ConfirmationRule::Later => "later",
        }
    }
    pub fn parse(s: &str) -> Option<ConfirmationRule> {
        ConfirmationRule::ALL.into_iter().find(|r| r.code() == s)
    }
}

/// What one party has set aside for one year, in its own currency (R154, R155).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pot {
    pub party: PartyCode,
    pub year: i64,
    pub amount: Money,
}

/// A criterion with its weight in percent and one anchor text per score: index 0 says what a score of 0 means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    pub id: CriterionId,
    /// From 1.
    pub no: i64,
    pub label: Text3,
    pub help: Text3,
    pub weight: i64,
    pub anchors: Vec<Text3>,
}

impl Criterion {
    /// Highest score that can be given.
    pub fn max_score(&self) -> i64 {
        self.anchors.len().saturating_sub(1) as i64
    }
}

/// A question of the call's own form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: QuestionId,
    /// From 1.
    pub no: i64,
    pub kind: QuestionKind,
    pub label: Text3,
    pub help: Text3,
    pub required: bool,
    /// Characters of a text, rows of a table; not used by the other kinds.
    pub max_length: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    Text,
    /// One of these; an answer is the option's number, from 1.
    Choice(Vec<Text3>),
    /// A whole number, not negative.
    Number,
    /// Columns of a table that the applicant fills row by row.
    Table(Vec<Text3>),
    File,
}

impl QuestionKind {
    pub const CODES: [&str; 5] = ["text", "choice", "number", "table", "file"];
    pub fn code(&self) -> &'static str {
        match self {
            QuestionKind::Text => "text",
            QuestionKind::Choice(_) => "choice",
            QuestionKind::Number => "number",
            QuestionKind::Table(_) => "table",
            QuestionKind::File => "file",
        }
    }
    /// `options`: the choices or the columns.
    pub fn of(code: &str, options: Vec<Text3>) -> Option<QuestionKind> {
        Some(match code {
            "text" => QuestionKind::Text,
            "choice" => QuestionKind::Choice(options),
            "number" => QuestionKind::Number,
            "table" => QuestionKind::Table(options),
            "file" => QuestionKind::File,
            _ => return None,
        })
    }
    /// The choices or the columns; empty for the other kinds.
    pub fn options(&self) -> &[Text3] {
        match self {
            QuestionKind::Choice(all) | QuestionKind::Table(all) => all,
            _ => &[],
        }
    }
}

/// The body that the criteria were presented to, and the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presented {
    pub body: BodyId,
    pub on: Day,
}

impl Call {
    pub fn phase(&self, now: Instant) -> Phase {
        self.window.phase(self.published, now)
    }

    /// The call as a shared matter of its two parties, for `policy::decide`.
    pub fn shared(&self) -> Subject {
        Subject::Shared { parties: self.parties.clone() }
    }
    /// What belongs to one of its parties.
    pub fn side(&self, party: &PartyCode) -> Subject {
        Subject::Side { party: party.clone(), parties: self.parties.clone() }
    }
    pub fn has_party(&self, party: &PartyCode) -> bool {
        self.parties.contains(party)
    }
    /// The other party, seen from one.
    pub fn counterpart(&self, of: &PartyCode) -> &PartyCode {
        if &self.parties[0] == of { &self.parties[1] } else { &self.parties[0] }
    }

    /// The years in which any pot holds money, ascending.
    pub fn years(&self) -> Vec<i64> {
        let mut years: Vec<i64> = self.pots.iter().map(|p| p.year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }
    /// What a party has set aside over all years; `None` where it has no pot or the sum makes no sense.
    pub fn pot_total(&self, party: &PartyCode) -> Option<Money> {
        let mut own = self.pots.iter().filter(|p| &p.party == party).map(|p| p.amount);
        let first = own.next()?;
        own.try_fold(first, Money::plus).ok()
    }

    /// May submissions come in now? Refused before, after, and where the call is a draft.
    pub fn accepts(&self, now: Instant) -> Result<(), Refusal> {
        match self.phase(now) {
            Phase::Open => Ok(()),
            Phase::Draft => Err(Refusal::new("call-draft", vec![])),
            Phase::Coming => Err(Refusal::new("call-not-open", vec![("opens", Value::At(self.window.opens))])),
            Phase::Completing | Phase::Closed => Err(Refusal::new("call-closed", vec![("since", Value::At(self.window.closes))])),
        }
    }
}

/// A part of a draft as the office saves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    Basics { title: Text3, summary: Text3, theme: i64, max_months: i64, confirmation: ConfirmationRule },
    Window(Window),
    Pots(Vec<Pot>),
    Criteria(Vec<Criterion>),
    Presented(Option<Presented>),
    Questions(Vec<Question>),
}

/// A draft with one part changed. After publication nothing of this changes any more (R136: criteria are chosen beforehand).
/// Criteria that change after they were presented have to be presented again.
pub fn edit(call: &Call, edit: Edit) -> Result<Call, Refusal> {
    if let Some(since) = call.published {
        let key = match edit {
            Edit::Criteria(_) | Edit::Presented(_) => "call-criteria-frozen",
            Edit::Window(_) => "call-window-frozen",
            Edit::Pots(_) => "call-pots-frozen",
            Edit::Basics { .. } | Edit::Questions(_) => "call-frozen",
        };
        return Err(Refusal::new(key, vec![("since", Value::At(since))]));
    }
    let mut call = call.clone();
    match edit {
        Edit::Basics { title, summary, theme, max_months, confirmation } => {
            (call.title, call.summary, call.theme, call.max_months, call.confirmation) = (title, summary, theme, max_months, confirmation);
        }
        Edit::Window(window) => call.window = window,
        Edit::Pots(mut pots) => {
            pots.sort_by(|a, b| (&a.party, a.year).cmp(&(&b.party, b.year)));
            call.pots = pots;
        }
        Edit::Criteria(mut criteria) => {
            number(&mut criteria, |c, no| c.no = no);
            if criteria != call.criteria {
                call.presented = None;
            }
            call.criteria = criteria;
        }
        Edit::Presented(presented) => call.presented = presented,
        Edit::Questions(mut questions) => {
            number(&mut questions, |q, no| q.no = no);
            call.questions = questions;
        }
    }
    Ok(call)
}

fn number<T>(all: &mut [T], set: impl Fn(&mut T, i64)) {
    for (i, one) in all.iter_mut().enumerate() {
        set(one, i as i64 + 1);
    }
}

/// A later closing for everybody after an outage; nothing else about a published call moves. Completion windows move with it where they would end before.
pub fn extend(call: &Call, closes: Instant, reason: &str) -> Result<Call, Refusal> {
    if call.published.is_none() {
        return Err(Refusal::new("call-draft", vec![]));
    }
    if closes <= call.window.closes {
        return Err(Refusal::new("call-extension-earlier", vec![("closes", Value::At(call.window.closes))]));
    }
    if reason.trim().is_empty() {
        return Err(Refusal::new("call-extension-reason", vec![]));
    }
    let mut call = call.clone();
    call.window.closes = closes;
    for (_, at) in &mut call.window.completes {
        *at = (*at).max(closes);
    }
    Ok(call)
}

#[cfg(test)]
mod tests;
