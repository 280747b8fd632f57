//! The step guide beside every form of an application, and what all its pages ask first.

use crate::kit::{App, Frame, Problem, Visit};
use actions::{
    Error,
    application::{Opened, open},
};
use domain::{
    Instant, Lang,
    application::{Step, missing},
    ids::{ApplicationId, ParticipantId},
    refusal::FieldError,
};

/// An application's id in an address; anything else is a page that does not exist.
pub fn application_id(raw: &str) -> Result<ApplicationId, Problem> {
    ApplicationId::parse(raw).ok_or_else(|| Problem::from(Error::NotFound))
}

pub fn participant_id(raw: &str) -> Result<ParticipantId, Problem> {
    ParticipantId::parse(raw).ok_or_else(|| Problem::from(Error::NotFound))
}

/// One step in the guide.
pub struct StepLink {
    pub number: usize,
    pub key: &'static str,
    pub href: String,
    pub current: bool,
    /// Nothing is missing there.
    pub done: bool,
}

/// What stands beside and above the forms of one application.
pub struct Guide {
    pub id: ApplicationId,
    pub title: String,
    pub lang: Lang,
    pub call_slug: String,
    pub call_title: domain::Text3,
    pub deadline: Instant,
    pub closed: bool,
    /// What was submitted stands; these are changes over it.
    pub revised: bool,
    pub submitted: bool,
    pub steps: Vec<StepLink>,
    pub current: &'static str,
}

/// Key of the step's name, end of its address.
const STEPS: [(&str, &str); 6] = [
    ("application-step-project", "/edit/project"),
    ("application-step-participants", "/edit/participants"),
    ("application-step-budget", "/edit/budget"),
    ("application-step-questions", "/edit/questions"),
    ("application-step-confirmations", "/edit/confirmations"),
    ("application-step-submission", "/submission"),
];

impl Guide {
    pub fn new(opened: &Opened, now: Instant, current: usize) -> Guide {
        let loaded = &opened.loaded;
        let open: Vec<usize> = missing(&loaded.call, &loaded.app).iter().map(|m| step_number(&m.step)).collect();
        let steps = STEPS.iter().zip(1..).map(|((key, end), number)| StepLink {
            number,
            key,
            href: format!("/applications/{}{end}", loaded.app.id),
            current: number == current,
            done: number < 6 && !open.contains(&number) && !(matches!(number, 3 | 5) && loaded.app.participants.is_empty()),
        });
        Guide {
            id: loaded.app.id.clone(),
            title: loaded.app.project.title.clone(),
            lang: loaded.app.project.lang,
            call_slug: loaded.call.slug.clone(),
            call_title: loaded.call.title.clone(),
            deadline: loaded.deadline(),
            closed: now > loaded.deadline(),
            revised: opened.revised,
            submitted: loaded.app.is_submitted(),
            steps: steps.collect(),
            current: STEPS[current - 1].0,
        }
    }
    pub fn address(&self, end: &str) -> String {
        format!("/applications/{}{end}", self.id)
    }
}

fn step_number(step: &Step) -> usize {
    match step {
        Step::Project => 1,
        Step::Participants | Step::Participant(_) => 2,
        Step::Budget(_) => 3,
        Step::Questions => 4,
        Step::Confirmations => 5,
    }
}

/// Where a missing thing is mended.
pub fn step_address(id: &ApplicationId, step: &Step) -> String {
    let end = match step {
        Step::Project => "/edit/project".into(),
        Step::Participants => "/edit/participants".into(),
        Step::Participant(p) => format!("/edit/participants/{p}"),
        Step::Budget(p) => format!("/edit/budget/{p}"),
        Step::Questions => "/edit/questions".into(),
        Step::Confirmations => "/edit/confirmations".into(),
    };
    format!("/applications/{id}{end}")
}

/// Opens one section for its writers.
pub async fn opened(app: &App, visit: &Visit, id: &ApplicationId, section: &str) -> Result<Opened, Problem> {
    Ok(open(&app.desk, &visit.viewer, id, section).await?)
}

/// The languages of content, as options of a form.
pub fn languages() -> Vec<(String, String)> {
    Lang::ALL.iter().map(|l| (l.code().to_string(), l.name().to_string())).collect()
}

/// Errors that belong to no single field, as sentences for the top of a page.
pub fn general(l: &Frame, errors: &[FieldError], known: impl Fn(&str) -> bool) -> Vec<String> {
    errors.iter().filter(|e| !known(&e.field)).map(|e| l.refusal(&e.refusal)).collect()
}
