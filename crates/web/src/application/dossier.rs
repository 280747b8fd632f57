//! One application on one page: everything that was submitted, for both offices, boards, auditors, and its own people.

use super::{guide::application_id, participant::warning_key};
use crate::kit::answered::{Answered, answers};
use crate::kit::figures::{SideTable, sides};
use crate::kit::{Answer, App, Frame, Later, Visit};
use actions::application::list::{self, Dossier};
use askama::Template;
use axum::extract::{Path, State};
use domain::{
    Instant, Role,
    application::{Application, Attachment, Participant, Standing, State as Condition},
    call::Call,
};

/// A line of the history.
struct Happened {
    at: Instant,
    what: String,
    party: String,
}

#[derive(Template)]
#[template(path = "application/show.html")]
struct Page {
    l: Frame,
    d: Dossier,
    app: Application,
    call: Call,
    sides: Vec<SideTable>,
    answers: Vec<Answered>,
    attachments: Vec<Attachment>,
    history: Vec<Happened>,
    standing: &'static str,
    standing_kind: &'static str,
    now: Instant,
    /// Reads as an office, a board or an auditor.
    outside: bool,
    /// Reads it to assess it, and nothing else of the call.
    expert: bool,
    hours_differ: bool,
    /// Where the call has gone on since.
    later: Option<Later>,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        if self.expert {
            return vec![("/assessments".into(), self.l.t("nav-assessments"))];
        }
        let applications = self.l.t("nav-applications");
        if self.outside {
            return vec![("/calls".into(), self.l.t("nav-calls")), (format!("/calls/{}/applications", self.call.slug), applications)];
        }
        vec![("/applications".into(), applications)]
    }
    fn warning(&self, p: &Participant) -> Option<&'static str> {
        p.id_warning().map(warning_key)
    }
    fn is_open(&self) -> bool {
        self.now <= self.d.loaded.deadline()
    }
    fn is_draft(&self) -> bool {
        self.app.state == Condition::Draft
    }
}

/// Key of a standing's word and the kind of its badge.
pub fn standing_words(state: Condition, standing: Standing) -> (&'static str, &'static str) {
    match (state, standing) {
        (Condition::Draft, _) => ("application-state-draft", "neutral"),
        (Condition::Withdrawn, _) => ("application-state-withdrawn", "neutral"),
        (_, Standing::Whole) => ("application-standing-whole", "success"),
        (_, Standing::Half(_)) => ("application-standing-half", "warning"),
        (_, Standing::Reduced) => ("application-standing-reduced", "info"),
        (_, Standing::Lapsed) => ("application-standing-lapsed", "error"),
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let d = list::dossier(&app.desk, &visit.viewer, &application_id(&id)?).await?;
    let l = visit.frame();
    let outside = !d.loaded.editor && d.loaded.own_parts.is_empty();
    let expert = outside && ![Role::Officer, Role::Board, Role::Auditor].into_iter().any(|role| l.has(role));
    let own_now = if outside { d.loaded.app.clone() } else { d.revision.clone().unwrap_or_else(|| d.loaded.app.clone()) };
    // A draft or a withdrawn one is read as its people have it; a submitted one as it was submitted.
    let a = if d.loaded.app.state == Condition::Submitted { d.loaded.app.clone() } else { own_now };
    let call = d.loaded.call.clone();
    let (standing, standing_kind) = standing_words(d.loaded.app.state, d.standing);
    let hours: Vec<i64> = call.parties.iter().map(|p| a.hours(p)).collect();
    let page = Page {
        later: d.reached.map(|r| Later::new(&l, &call.slug, r)),
        sides: sides(&l, &call, &a)?,
        answers: answers(&l, &call, &a),
        attachments: a.attachments.iter().filter(|x| x.question.is_none()).cloned().collect(),
        history: history(&l, &d),
        standing,
        standing_kind,
        now: app.desk.now(),
        outside: (outside && !expert) || l.has(Role::Officer),
        expert,
        hours_differ: a.project.equal_benefit && hours[0] != hours[1],
        app: a,
        call,
        d,
        l,
    };
    visit.page(&page)
}

/// What happened to it, without every single saving.
fn history(l: &Frame, d: &Dossier) -> Vec<Happened> {
    let told = d.events.iter().filter_map(|e| {
        let detail: serde_json::Value = serde_json::from_str(&e.detail).unwrap_or_default();
        let key = match e.action.as_str() {
            "application.edit" if !detail["confirmation-void"].is_null() => "application-event-void".to_string(),
            "application.edit" if !detail["invited"].is_null() => "application-event-invite".to_string(),
            "application.edit" => return None,
            "application.answer-late" if detail["granted"] == false => "application-event-decline-late".to_string(),
            action => format!("application-event-{}", action.trim_start_matches("application.").replace('.', "-")),
        };
        if !i18n::catalog().has(l.lang, &key) {
            return None;
        }
        let number = detail["number"].as_str().unwrap_or_default();
        let what = if number.is_empty() { l.t(&key) } else { format!("{} ({number})", l.t(&key)) };
        let party = e.party.as_deref().and_then(domain::PartyCode::parse).map(|p| l.party(p)).unwrap_or_default();
        Some(Happened { at: e.at, what, party })
    });
    told.collect()
}
