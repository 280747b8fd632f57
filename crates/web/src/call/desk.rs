//! The offices set a call up: a new draft, and its parts one form each.

use super::form::{self, Mint, PARTS};
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, see_other, words};
use actions::{
    Desk, Error,
    call::{Desktop, NewCall},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Instant, PartyCode, Refusal, Text3,
    call::{Call, ConfirmationRule, Edit},
    ids::{CriterionId, QuestionId},
    programme::{Body, Programme},
};

impl Mint for Desk {
    fn criterion(&self) -> CriterionId {
        self.mint(CriterionId::mint)
    }
    fn question(&self) -> QuestionId {
        self.mint(QuestionId::mint)
    }
}

#[derive(Template)]
#[template(path = "call/new.html")]
struct New {
    l: Frame,
    f: Fields,
    /// Slug and title of the programmes under which a call may open.
    programmes: Vec<(String, String)>,
}

async fn new_page(app: &App, visit: &Visit, f: Fields, status: StatusCode) -> Answer {
    let lines = actions::call::programmes(&app.desk, &visit.viewer).await?;
    let programmes = lines.into_iter().map(|p| (p.slug, p.title.get(visit.viewer.lang).to_string())).collect();
    visit.page_as(status, &New { l: visit.frame(), f, programmes })
}

pub async fn new(State(app): State<App>, visit: Visit) -> Answer {
    let f = Fields::filled([("zone", visit.frame().own_zone().name())]);
    new_page(&app, &visit, f, StatusCode::OK).await
}

pub async fn create(State(app): State<App>, visit: Visit, mut fields: Fields) -> Answer {
    actions::call::programmes(&app.desk, &visit.viewer).await?;
    let slug = fields.required("slug", 60);
    let programme = fields.required("programme", 60);
    let title = words::read(&mut fields, "title", 200);
    if title.missing().len() == 3 {
        fields.fail("title-da", "required", vec![]);
    }
    let zone = form::read_zone(&mut fields);
    let opens = form::moment(&mut fields, "opens", zone.as_ref());
    let closes = form::moment(&mut fields, "closes", zone.as_ref());
    if fields.errors.is_empty() {
        let shown = actions::programme::show(&app.desk, &programme).await?;
        let done = actions::call::create(&app.desk, &visit.viewer, draft(slug.clone(), shown.programme, title, opens, closes)).await;
        match done {
            Ok(_) => return Ok(see_other(&format!("/calls/{slug}/edit"), "message-saved")),
            Err(Error::Invalid(errors)) => fields.errors = errors,
            Err(other) => return Err(other.into()),
        }
    }
    new_page(&app, &visit, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}

fn draft(slug: String, p: Programme, title: Text3, opens: Instant, closes: Instant) -> NewCall {
    NewCall {
        slug,
        title,
        summary: Text3::default(),
        theme: p.themes.first().map_or(1, |t| t.no),
        window: domain::call::Window { opens, closes, completes: p.parties.iter().map(|code| (code.clone(), closes)).collect() },
        confirmation: ConfirmationRule::All,
        max_months: 36,
        pots: vec![],
        criteria: vec![],
        questions: vec![],
        presented: None,
        made_up: false,
        programme: p.id,
    }
}

#[derive(Template)]
#[template(path = "call/edit.html")]
struct Overview {
    l: Frame,
    c: Call,
    obstacles: Vec<Refusal>,
    agreed: Vec<PartyCode>,
}

pub async fn edit(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let Desktop { call: c, obstacles, agreed, .. } = actions::call::desktop(&app.desk, &visit.viewer, &slug).await?;
    visit.page(&Overview { l: visit.frame(), c, obstacles, agreed })
}

#[derive(Template)]
#[template(path = "call/part.html")]
struct Part {
    l: Frame,
    c: Call,
    part: String,
    f: Fields,
    /// Why the save as a whole was refused.
    refused: Option<Refusal>,
    years: Vec<i64>,
    themes: Vec<(String, String)>,
    bodies: Vec<Body>,
}

impl Part {
    fn rows(&self) -> Vec<usize> {
        (0..self.f.value("rows").parse().unwrap_or(0_usize).min(100)).collect()
    }
    fn rules(&self) -> Vec<(String, String)> {
        ConfirmationRule::ALL.iter().map(|r| (r.code().to_string(), self.l.code("confirmation-rule", r.code()))).collect()
    }
    fn kinds(&self) -> Vec<(String, String)> {
        domain::call::QuestionKind::CODES.iter().map(|k| (k.to_string(), self.l.code("question-kind", k))).collect()
    }
    fn body_options(&self) -> Vec<(String, String)> {
        self.bodies.iter().map(|b| (b.id.to_string(), format!("{} ({})", self.l.text(&b.name), self.l.party(&b.party)))).collect()
    }
}

fn part_page(visit: &Visit, d: Desktop, part: &str, f: Option<Fields>, refused: Option<Refusal>) -> Answer {
    let status = match (&refused, &f) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, Some(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, None) => StatusCode::OK,
    };
    let f = f.unwrap_or_else(|| form::filled(&d.call, part, &visit.frame().own_zone()));
    let lang = visit.viewer.lang;
    let page = Part {
        l: visit.frame(),
        years: d.programme.years().collect(),
        themes: d.programme.themes.iter().map(|t| (t.no.to_string(), t.label.get(lang).to_string())).collect(),
        bodies: d.bodies.into_iter().filter(|b| d.call.has_party(&b.party)).collect(),
        part: part.into(),
        f,
        refused,
        c: d.call,
    };
    visit.page_as(status, &page)
}

fn known(part: &str) -> Result<(), Problem> {
    if PARTS.contains(&part) { Ok(()) } else { Err(Error::NotFound.into()) }
}

pub async fn part(State(app): State<App>, visit: Visit, Path((slug, part)): Path<(String, String)>) -> Answer {
    known(&part)?;
    let desktop = actions::call::desktop(&app.desk, &visit.viewer, &slug).await?;
    part_page(&visit, desktop, &part, None, None)
}

/// Every button of the form saves; `do` says which, and rows are added, moved and removed on the way.
pub async fn update(State(app): State<App>, visit: Visit, Path((slug, part)): Path<(String, String)>, mut fields: Fields) -> Answer {
    known(&part)?;
    let desktop = actions::call::desktop(&app.desk, &visit.viewer, &slug).await?;
    let years: Vec<i64> = desktop.programme.years().collect();
    let version = fields.value("version").parse().unwrap_or(0);
    let wished: Edit = form::read(&mut fields, &desktop.call, &part, &app.parties, &years, &app.desk);
    if !fields.errors.is_empty() {
        return part_page(&visit, desktop, &part, Some(fields), None);
    }
    match actions::call::edit(&app.desk, &visit.viewer, &slug, version, wished).await {
        Ok(()) if matches!(fields.value("do"), "" | "save") => Ok(see_other(&format!("/calls/{slug}/edit"), "message-saved")),
        Ok(()) => Ok(see_other(&format!("/calls/{slug}/edit/{part}"), "message-saved")),
        Err(Error::Refused(refusal)) => part_page(&visit, desktop, &part, Some(fields), Some(refusal)),
        Err(other) => Err(other.into()),
    }
}
