//! One joint dossier of a consortium with participants of both parties (R13-R14, R132, R154-R156): its content, sums, confirmations,
//! what is missing before submission, and the transitions of its state.

mod answer;
mod check;
mod confirmation;
pub mod file;
mod lateness;
mod participant;
mod standing;
mod sum;
mod transition;

pub use answer::{Answer, Attachment, CELL, ROW, cells, rows_body};
pub use check::{Missing, Step, missing, problems};
pub use confirmation::{Confirmation, Voided, changes, fingerprint};
pub use lateness::{LateAnswer, LateRequest, deadline};
pub use participant::{BudgetLine, Category, Participant, YearFigures};
pub use standing::{Confirming, Standing, confirming, in_force, standing, standing_of};
pub use sum::Sum;
pub use transition::{Submitted, confirm, confirmable_until, submit, withdraw};

use crate::{
    Instant, Lang, PartyCode,
    ids::{AccountId, ApplicationId, CallId, ParticipantId, QuestionId, SubmissionId},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Draft,
    Submitted,
    Withdrawn,
}

impl State {
    pub const ALL: [State; 3] = [State::Draft, State::Submitted, State::Withdrawn];
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Submitted => "submitted",
            State::Withdrawn => "withdrawn",
        }
    }
    pub fn parse(s: &str) -> Option<State> {
        State::ALL.into_iter().find(|x| x.code() == s)
    }
}

/// What the applicants say about the project as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    pub title: String,
    /// Language of title, acronym and summary.
    pub lang: Lang,
    pub acronym: String,
    pub summary: String,
    /// Number of the programme's theme; 0 where none is chosen.
    pub theme: i64,
    /// First month, `YYYY-MM`; empty where none is chosen.
    pub start_month: String,
    pub months: i64,
    /// Equal benefit and anchoring in both regions, so that hours are to match (R156). An aim, never a block.
    pub equal_benefit: bool,
}

impl Project {
    pub fn new(lang: Lang) -> Project {
        Project {
            title: String::new(),
            lang,
            acronym: String::new(),
            summary: String::new(),
            theme: 0,
            start_month: String::new(),
            months: 12,
            equal_benefit: false,
        }
    }
    /// The calendar years that the project touches; empty until start and length are known.
    pub fn years(&self) -> Vec<i64> {
        let Some((year, month)) = self.start() else { return Vec::new() };
        let last = year * 12 + (month - 1) + self.months.max(1) - 1;
        (year..=last / 12).collect()
    }
    /// Year and month (1-12) of the start.
    pub fn start(&self) -> Option<(i64, i64)> {
        let (year, month) = self.start_month.split_once('-')?;
        let (year, month) = (year.parse().ok()?, month.parse().ok()?);
        ((1900..=2200).contains(&year) && (1..=12).contains(&month)).then_some((year, month))
    }
}

/// The newest submission of an application, as lists need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    pub id: SubmissionId,
    /// The number on the receipt: the application's own, with `-2`, `-3` … on resubmissions.
    pub number: String,
    pub at: Instant,
    /// SHA-256 of the frozen dossier, hex.
    pub sha256: String,
    pub late: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    pub id: ApplicationId,
    pub call: CallId,
    /// Given with the first submission.
    pub number: Option<String>,
    pub state: State,
    pub project: Project,
    /// In the order the applicants gave them.
    pub participants: Vec<Participant>,
    /// Empty in lists.
    pub answers: Vec<Answer>,
    /// Empty in lists.
    pub attachments: Vec<Attachment>,
    pub submission: Option<Submission>,
    /// Counts every saved change.
    pub version: i64,
    pub created_by: Option<AccountId>,
    /// Where imported rows come from, with its licence; empty for what people typed here.
    pub source: String,
    pub at: Instant,
}

impl Application {
    pub fn is_submitted(&self) -> bool {
        self.state == State::Submitted
    }
    pub fn participant(&self, id: &ParticipantId) -> Option<&Participant> {
        self.participants.iter().find(|p| &p.id == id)
    }
    pub fn participant_mut(&mut self, id: &ParticipantId) -> Option<&mut Participant> {
        self.participants.iter_mut().find(|p| &p.id == id)
    }
    /// With words or with a file; not to be asked of applications from lists.
    pub fn answers_to(&self, question: &QuestionId) -> bool {
        self.answers.iter().any(|a| &a.question == question && !a.is_empty())
            || self.attachments.iter().any(|a| a.question.as_ref() == Some(question))
    }
    /// The participants that `party` pays.
    pub fn of(&self, party: &PartyCode) -> impl Iterator<Item = &Participant> {
        self.participants.iter().filter(move |p| p.party.as_ref() == Some(party))
    }
    pub fn lead(&self) -> Option<&Participant> {
        self.participants.iter().find(|p| p.lead)
    }
    /// A side is whole when it has participants and each has confirmed its part.
    pub fn whole(&self, party: &PartyCode) -> bool {
        let mut own = self.of(party).peekable();
        own.peek().is_some() && own.all(Participant::is_confirmed)
    }
    /// Some side is not whole: the pair is only half there (joint-calls.md 6.2).
    pub fn half(&self, parties: &[PartyCode; 2]) -> bool {
        !parties.iter().all(|p| self.whole(p))
    }
}

#[cfg(test)]
mod tests;
