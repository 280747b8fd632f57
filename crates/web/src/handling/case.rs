//! One application's case: what was found, what the own office says of its participants and the whole, and what the other office said.

use super::desk::joint_words;
use crate::kit::{Answer, App, Fields, Frame, Visit, error::found, see_other};
use actions::{
    Error,
    handling::{self, Case, Statement},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Money, PartyCode,
    application::Participant,
    handling::{Eligibility, Handling, Verdict},
    ids::ApplicationId,
};

#[derive(Template)]
#[template(path = "handling/case.html")]
struct Page {
    l: Frame,
    f: Fields,
    c: Case,
    verdicts: Vec<(String, String)>,
    /// A refusal of the whole form, in words.
    refused: Option<String>,
}

impl Page {
    fn new(visit: &Visit, c: Case, f: Fields) -> Page {
        let l = visit.frame();
        let verdicts = Verdict::ALL.iter().map(|v| (v.code().to_string(), l.code("handling-verdict", v.code()))).collect();
        Page { verdicts, f, c, refused: None, l }
    }
    fn trail(&self) -> Vec<(String, String)> {
        let slug = &self.c.call.slug;
        vec![
            (format!("/calls/{slug}"), self.l.text(&self.c.call.title).into()),
            (format!("/calls/{slug}/handling"), self.l.t("handling-title")),
        ]
    }
    fn number(&self) -> &str {
        self.c.app.number.as_deref().unwrap_or_default()
    }
    fn joint(&self) -> (&'static str, &'static str) {
        joint_words(&self.c.said.joint)
    }
    fn reasons(&self) -> Vec<(String, String)> {
        match &self.c.said.joint {
            domain::handling::Joint::Ineligible(all) => all.iter().map(|(p, why)| (self.l.party(p), why.clone())).collect(),
            _ => Vec::new(),
        }
    }
    fn others(&self) -> Vec<&PartyCode> {
        self.c.call.parties.iter().filter(|p| Some(*p) != self.c.own.as_ref()).collect()
    }
    fn of(&self, party: &PartyCode) -> Vec<&Participant> {
        self.c.app.of(party).collect()
    }
    fn judged(&self, p: &Participant) -> Option<&Eligibility> {
        self.c.judged_of(&p.id)
    }
    fn said(&self, party: &PartyCode) -> Option<&Handling> {
        self.c.said.by(party)
    }
    /// None where nothing was stated.
    fn money(&self, p: &Participant) -> Option<Money> {
        p.requested().ok().flatten().filter(|_| p.money_stated)
    }
    fn verdict_field(&self, p: &Participant) -> String {
        format!("verdict-{}", p.no)
    }
    fn reason_field(&self, p: &Participant) -> String {
        format!("reason-{}", p.no)
    }
    fn writable(&self) -> bool {
        self.c.own.is_some() && self.c.shut.is_none()
    }
}

/// What the office has said so far, or "eligible" where nothing asks for a person.
fn filled(c: &Case) -> Fields {
    let mut f = Fields::default();
    let Some(own) = &c.own else { return f };
    for p in c.app.of(own) {
        if let Some(e) = c.judged_of(&p.id) {
            f.set(&format!("verdict-{}", p.no), e.verdict.code());
            f.set(&format!("reason-{}", p.no), e.reason.as_str());
        }
    }
    if let Some(h) = c.said.by(own) {
        f.set("verdict", h.verdict.code());
        f.set("note", h.note.as_str());
    }
    f
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let c = handling::case(&app.desk, &visit.viewer, &found(ApplicationId::parse(&id))?).await?;
    let f = filled(&c);
    visit.page(&Page::new(&visit, c, f))
}

pub async fn record(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Answer {
    let id = found(ApplicationId::parse(&id))?;
    let c = handling::case(&app.desk, &visit.viewer, &id).await?;
    let statement = read(&c, &mut fields);
    let outcome = match statement {
        Some(said) if fields.errors.is_empty() => handling::record(&app.desk, &visit.viewer, &id, &said).await,
        _ => Err(Error::Invalid(Vec::new())),
    };
    match outcome {
        Ok(()) => Ok(see_other(&format!("/calls/{}/handling", c.call.slug), "message-handling-recorded")),
        Err(Error::Invalid(errors)) => {
            fields.errors.extend(errors);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Page::new(&visit, c, fields))
        }
        Err(Error::Refused(why)) => {
            let mut page = Page::new(&visit, c, fields);
            page.refused = Some(page.l.refusal(&why));
            visit.page_as(StatusCode::CONFLICT, &page)
        }
        Err(other) => Err(other.into()),
    }
}

fn read(c: &Case, fields: &mut Fields) -> Option<Statement> {
    let own = c.own.as_ref()?;
    let verdict = |fields: &mut Fields, name: &str| {
        let said = Verdict::parse(fields.value(name));
        if said.is_none() {
            fields.fail(name, "required", vec![]);
        }
        said
    };
    let mut participants = Vec::new();
    for p in c.app.of(own) {
        let said = verdict(fields, &format!("verdict-{}", p.no));
        let reason = fields.text(&format!("reason-{}", p.no), 2000);
        participants.extend(said.map(|v| (p.id.clone(), v, reason)));
    }
    let whole = verdict(fields, "verdict")?;
    Some(Statement { participants, whole, note: fields.text("note", 2000) })
}
