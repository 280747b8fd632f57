//! One project as both sides see it: what each has recorded, what is missing and who owes it, what happened when.

use super::own_party;
use crate::kit::{Answer, App, Frame, Visit, visit::download};
use actions::{
    Error,
    grant::{self, Dossier},
};
use askama::Template;
use axum::extract::{Path, State};
use domain::{
    Action, Instant, Money, PartyCode, Refusal, decide,
    grant::{Meeting, Next, Side, Step, money::missing},
    ids::{ApplicationId, DocumentId},
};

/// One line of the timeline.
struct Happened {
    at: Instant,
    party: PartyCode,
    /// Key of what happened.
    what: &'static str,
    detail: String,
}

#[derive(Template)]
#[template(path = "grant/show.html")]
struct Show {
    l: Frame,
    v: Dossier,
    own: Option<PartyCode>,
    next: [Next; 2],
    timeline: Vec<Happened>,
    /// Steps that the reader's side may take now: address and key.
    steps: Vec<(&'static str, &'static str)>,
}

impl Show {
    fn trail(&self) -> Vec<(String, String)> {
        let call = &self.v.call;
        vec![
            ("/calls".into(), self.l.t("nav-calls")),
            (format!("/calls/{}", call.slug), self.l.text(&call.title).into()),
            (format!("/calls/{}/grants", call.slug), self.l.t("grant-list-title")),
        ]
    }
    fn turn(&self) -> (&'static str, String) {
        let open: Vec<&Next> = self.next.iter().filter(|n| n.step.is_open() && n.waits_for.is_none()).collect();
        match open.iter().find(|n| Some(&n.party) == self.own.as_ref()).or(open.first()) {
            Some(n) if Some(&n.party) == self.own.as_ref() => ("you", self.l.t("turn-you")),
            Some(n) => ("party", self.l.t1("grant-turn-other", "party", self.l.party(&n.party))),
            None => ("nobody", self.l.t("grant-turn-nobody")),
        }
    }
    fn missing(&self, side: &Side) -> Vec<Refusal> {
        if side.award.is_none() || side.due().is_none() { Vec::new() } else { missing(&self.v.project.grant, &side.party) }
    }
    fn met(&self, m: &Meeting) -> String {
        let body = self.v.bodies.iter().find(|b| b.id == m.body).map_or("", |b| self.l.text(&b.name));
        self.l.t3("grant-meeting-of", "body", body, "meeting", &m.name, "day", self.l.day(m.day))
    }
    /// The day on the side's own wall.
    fn on(&self, side: &Side, at: &Instant) -> String {
        self.l.day_short(side.day(*at))
    }
    fn name(&self, id: &domain::ids::ParticipantId) -> &str {
        self.v.project.grant.participants.iter().find(|p| &p.id == id).map_or("", |p| p.name.as_str())
    }
    fn reclaim(&self, side: &Side) -> Option<(Money, PartyCode)> {
        let money = self.v.project.grant.to_reclaim(&side.party).ok().flatten()?;
        Some((money, self.v.call.counterpart(&side.party).clone()))
    }
    fn refusing(&self) -> Option<&PartyCode> {
        self.v.project.grant.sides.iter().find(|s| s.refused()).map(|s| &s.party)
    }
    fn due(&self, side: &Side) -> Option<(String, String)> {
        let own = Some(&side.party) == self.own.as_ref() && self.steps.iter().any(|(_, key)| *key == "grant-step-release");
        side.due().filter(|_| own).map(|i| (i.id.to_string(), self.l.t1("grant-release-button", "money", self.l.money(i.amount))))
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let id = ApplicationId::parse(&id).ok_or(Error::NotFound)?;
    let v = grant::show(&app.desk, &visit.viewer, &id).await?;
    let l = visit.frame();
    let own = own_party(&visit.viewer, &v.call);
    let next = v.project.grant.next();
    let timeline = timeline(&l, &v);
    let steps = own.as_ref().map(|party| steps(&visit, &v, party)).unwrap_or_default();
    visit.page(&Show { next, timeline, steps, own, v, l })
}

/// The file of a statement or of evidence.
pub async fn document(State(app): State<App>, visit: Visit, Path((id, document)): Path<(String, String)>) -> Answer {
    let (id, document) = (ApplicationId::parse(&id).ok_or(Error::NotFound)?, DocumentId::parse(&document).ok_or(Error::NotFound)?);
    let found = grant::document(&app.desk, &visit.viewer, &id, &document).await?;
    // Never shown in place: the type is what its bytes say, and the browser keeps it as a file.
    Ok(download(&found.name, "application/octet-stream", found.bytes))
}

/// What the reader's side may do now: its next step first, then what is always open to it.
fn steps(visit: &Visit, v: &Dossier, party: &PartyCode) -> Vec<(&'static str, &'static str)> {
    let grant = &v.project.grant;
    let Ok(own) = grant.side(party) else { return Vec::new() };
    let may = |action| decide(&visit.viewer.actor(), action, &v.call.side(party)).is_ok();
    let open = grant.open().is_ok();
    let all = [
        (open && own.statement().is_none() && may(Action::StateCofinancing), Step::StateCofinancing, "statement"),
        (open && own.recommendation.is_none() && may(Action::Recommend), Step::Recommend, "recommendation"),
        (open && own.recommendation.is_some() && own.decision.is_none() && may(Action::DecideGrant), Step::Decide, "decision"),
        (open && own.decision.is_some() && !own.refused() && own.award.is_none() && may(Action::AwardGrant), Step::Award, "award"),
        (open && own.award.is_some() && (own.instalments.is_empty() || own.due().is_some()) && may(Action::AwardGrant), Step::Plan, "plan"),
        (open && own.presentation.is_none() && may(Action::Recommend), Step::Present, "presentation"),
        (open && may(Action::EvidenceActivity), Step::EvidenceActivity, "evidence"),
        (own.due().is_some() && may(Action::ReleaseGrant), Step::Release, "release"),
    ];
    let mut steps: Vec<(&'static str, &'static str)> =
        all.iter().filter(|(yes, ..)| *yes).map(|(_, step, path)| (*path, key(*step))).collect();
    if own.statement().is_some() && may(Action::StateCofinancing) {
        steps.push(("withdrawal", "grant-withdraw-title"));
    }
    let next = grant.next().into_iter().find(|n| &n.party == party).map(|n| key(n.step));
    steps.sort_by_key(|(_, k)| Some(*k) != next);
    steps
}

/// Key of a step's words.
pub fn key(step: Step) -> &'static str {
    match step {
        Step::StateCofinancing => "grant-step-state-cofinancing",
        Step::Recommend => "grant-step-recommend",
        Step::Decide => "grant-step-decide",
        Step::Award => "grant-step-award",
        Step::Plan => "grant-step-plan",
        Step::Present => "grant-step-present",
        Step::EvidenceActivity => "grant-step-evidence",
        Step::Release => "grant-step-release",
        Step::Done => "grant-step-done",
        Step::Stopped => "grant-step-stopped",
        Step::OnHold => "grant-step-on-hold",
    }
}

/// What both sides did, the newest first.
fn timeline(l: &Frame, v: &Dossier) -> Vec<Happened> {
    let mut all = Vec::new();
    for s in &v.project.grant.sides {
        let mut add = |at, what, detail: String| all.push(Happened { at, party: s.party.clone(), what, detail });
        for x in &s.statements {
            add(x.at, "grant-statement", l.money(x.amount));
            if let Some(w) = &x.withdrawn {
                add(w.at, "grant-withdraw-title", w.reason.clone());
            }
        }
        if let Some(x) = &s.recommendation {
            add(x.at, if x.recommended { "grant-yes" } else { "grant-no" }, x.meeting.name.clone());
        }
        if let Some(x) = &s.decision {
            add(x.at, if x.granted.is_some() { "grant-granted" } else { "grant-refused" }, x.meeting.name.clone());
        }
        if let Some(x) = &s.award {
            add(x.at, "grant-award", l.money(x.amount));
        }
        for x in &s.evidence {
            add(x.at, "grant-evidence", x.what.clone());
        }
        for (i, r) in s.instalments.iter().filter_map(|i| Some((i, i.release.as_ref()?))) {
            add(r.at, "grant-col-released", format!("{} ({})", l.money(i.amount), i.no));
        }
    }
    all.sort_by_key(|h| std::cmp::Reverse(h.at));
    all
}
