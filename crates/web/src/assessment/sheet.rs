//! The expert's sheet: the application beside the criteria with their anchors. Typing is saved by itself or by a button; nothing is lost.

use super::{anchor, day, points};
use crate::kit::{
    Answer, App, Fields, Frame, Problem, Visit,
    answered::{Answered, answers},
    autosave::{self, by_itself},
    error::found,
    figures::{SideTable, sides},
    see_other,
};
use actions::{
    Error,
    assessment::{
        conflict,
        review::{self, Sheet},
    },
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use domain::{
    Lang,
    application::Attachment,
    assessment::{Assessment, Draft, MAX_TEXT, Mark, weighted},
    call::Criterion,
    ids::ApplicationId,
    refusal::FieldError,
};

#[derive(Template)]
#[template(path = "assessment/sheet.html")]
struct Page {
    l: Frame,
    v: Sheet,
    f: Fields,
    sides: Vec<SideTable>,
    answers: Vec<Answered>,
    attachments: Vec<Attachment>,
    /// Saved in another window meanwhile: what is kept stands under what was typed here.
    stale: bool,
    /// A refusal of the whole form, in words.
    refused: Option<String>,
}

impl Page {
    fn new(visit: &Visit, v: Sheet, f: Fields) -> Result<Page, Problem> {
        let l = visit.frame();
        let sides = sides(&l, &v.call, &v.app)?;
        let answers = answers(&l, &v.call, &v.app);
        let attachments = v.app.attachments.iter().filter(|a| a.question.is_none()).cloned().collect();
        Ok(Page { sides, answers, attachments, stale: false, refused: None, v, f, l })
    }
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/assessments".into(), self.l.t("assessment-mine-title"))]
    }
    fn number(&self) -> &str {
        self.v.app.number.as_deref().unwrap_or_default()
    }
    fn writable(&self) -> bool {
        !self.v.closed() && !self.v.side_closed
    }
    fn options(&self, c: &Criterion) -> Vec<(String, String)> {
        let line = |n: i64| self.l.t2("assessment-score-line", "score", n, "anchor", anchor(&self.l, c, n));
        (0..=c.max_score()).rev().map(|n| (n.to_string(), line(n))).collect()
    }
    fn languages(&self) -> Vec<(String, String)> {
        Lang::ALL.iter().map(|lang| (lang.code().to_string(), lang.name().to_string())).collect()
    }
    /// What is kept of a criterion, where somebody is shown both.
    fn kept(&self, c: &Criterion) -> Option<&Mark> {
        self.v.own.as_ref()?.draft.mark(&c.id)
    }
    fn kept_overall(&self) -> &str {
        self.v.own.as_ref().map_or("", |a| a.draft.overall.as_str())
    }
    fn value(&self, a: &Assessment, c: &Criterion) -> String {
        a.draft
            .mark(&c.id)
            .and_then(|m| m.value)
            .map(|n| self.l.t2("assessment-score-line", "score", n, "anchor", anchor(&self.l, c, n)))
            .unwrap_or_default()
    }
    fn reason<'a>(&self, a: &'a Assessment, c: &Criterion) -> &'a str {
        a.draft.mark(&c.id).map_or("", |m| m.reason.as_str())
    }
    fn score(&self, a: &Assessment) -> String {
        points(&self.l, weighted(&self.v.call.criteria, &a.draft))
    }
    fn finished(&self, a: &Assessment) -> String {
        a.closed.map(|at| day(&self.l, at)).unwrap_or_default()
    }
    fn max(&self) -> usize {
        MAX_TEXT
    }
}

/// The form as it is kept.
fn filled(v: &Sheet, lang: Lang) -> Fields {
    let mut f = Fields::default();
    f.set("version", v.version().to_string());
    f.set("lang", v.own.as_ref().map_or(lang, |a| a.draft.lang).code());
    let Some(own) = &v.own else { return f };
    for c in &v.call.criteria {
        let Some(m) = own.draft.mark(&c.id) else { continue };
        f.set(&format!("score-{}", c.no), m.value.map(|n| n.to_string()).unwrap_or_default());
        f.set(&format!("reason-{}", c.no), m.reason.as_str());
    }
    f.set("overall", own.draft.overall.as_str());
    f
}

/// What was typed; a score off the scale is the domain's to refuse.
fn read(v: &Sheet, visit: &Visit, f: &mut Fields) -> Draft {
    let marks = v.call.criteria.iter().map(|c| Mark {
        criterion: c.id.clone(),
        value: f.value(&format!("score-{}", c.no)).parse().ok(),
        reason: f.text(&format!("reason-{}", c.no), MAX_TEXT),
    });
    let marks = marks.collect();
    Draft { marks, overall: f.text("overall", MAX_TEXT), lang: Lang::parse(f.value("lang")).unwrap_or(visit.viewer.lang) }
}

/// The marks of a kept draft come in no particular order.
fn same(v: &Sheet, a: &Draft, b: &Draft) -> bool {
    (&a.overall, a.lang) == (&b.overall, b.lang) && v.call.criteria.iter().all(|c| a.mark(&c.id) == b.mark(&c.id))
}

pub fn id_of(id: &str) -> Result<ApplicationId, Problem> {
    found(ApplicationId::parse(id))
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let v = review::open(&app.desk, &visit.viewer, &id_of(&id)?).await?;
    let f = filled(&v, visit.viewer.lang);
    visit.page(&Page::new(&visit, v, f)?)
}

pub async fn update(State(app): State<App>, visit: Visit, Path(id): Path<String>, headers: HeaderMap, mut f: Fields) -> Answer {
    let id = id_of(&id)?;
    let v = review::open(&app.desk, &visit.viewer, &id).await?;
    let draft = read(&v, &visit, &mut f);
    let auto = by_itself(&headers);
    let here = format!("/assessments/{id}");
    let next = if f.value("then") == "finish" { (format!("{here}/finish"), "") } else { (here, "message-assessment-saved") };
    if !f.errors.is_empty() {
        return invalid(&visit, v, f, Vec::new(), auto);
    }
    let version = f.value("version").parse().unwrap_or(0);
    match review::save(&app.desk, &visit.viewer, &id, version, draft.clone()).await {
        Ok(version) if auto => Ok(autosave::saved(&visit.frame(), version, app.desk.now())),
        Ok(_) => Ok(see_other(&next.0, next.1)),
        Err(Error::Invalid(errors)) => invalid(&visit, v, f, errors, auto),
        Err(Error::Refused(why)) if why.key() == "stale" => {
            // The same form sent twice has nothing to ask.
            if v.own.as_ref().is_some_and(|own| same(&v, &own.draft, &draft)) {
                let at = v.own.as_ref().map_or_else(|| app.desk.now(), |own| own.at);
                return Ok(if auto { autosave::saved(&visit.frame(), v.version(), at) } else { see_other(&next.0, next.1) });
            }
            if auto {
                return Ok(autosave::conflict());
            }
            f.set("version", v.version().to_string());
            let mut page = Page::new(&visit, v, f)?;
            page.stale = true;
            visit.page_as(StatusCode::CONFLICT, &page)
        }
        Err(Error::Refused(why)) => {
            let mut page = Page::new(&visit, v, f)?;
            page.refused = Some(page.l.refusal(&why));
            visit.page_as(StatusCode::CONFLICT, &page)
        }
        Err(other) => Err(other.into()),
    }
}

fn invalid(visit: &Visit, v: Sheet, mut f: Fields, errors: Vec<FieldError>, auto: bool) -> Answer {
    f.errors.extend(errors);
    if auto {
        return Ok(autosave::refused(&f.errors));
    }
    visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Page::new(visit, v, f)?)
}

/// Declares a conflict of interest: the application is the expert's no longer.
pub async fn declare(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let id = id_of(&id)?;
    let reason = f.text("conflict", 2000);
    if !f.is("confirm", "yes") {
        f.fail("declare-tick", "confirm-needed", vec![]);
    }
    let outcome =
        if f.errors.is_empty() { conflict::declare(&app.desk, &visit.viewer, &id, &reason).await } else { Err(Error::Invalid(Vec::new())) };
    given_up(&app, &visit, &id, f, outcome, "message-conflict-declared").await
}

/// Gives the application back with a reason.
pub async fn give_back(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let id = id_of(&id)?;
    let reason = f.text("decline", 2000);
    if !f.is("confirm", "yes") {
        f.fail("decline-tick", "confirm-needed", vec![]);
    }
    let outcome =
        if f.errors.is_empty() { review::decline(&app.desk, &visit.viewer, &id, &reason).await } else { Err(Error::Invalid(Vec::new())) };
    given_up(&app, &visit, &id, f, outcome, "message-assessment-declined").await
}

/// Back to the list, or to the sheet with what was typed and the draft as it is kept.
async fn given_up(
    app: &App,
    visit: &Visit,
    id: &ApplicationId,
    typed: Fields,
    outcome: actions::Result<()>,
    message: &'static str,
) -> Answer {
    let errors = match outcome {
        Ok(()) => return Ok(see_other("/assessments", message)),
        Err(Error::Invalid(errors)) => errors,
        Err(other) => return Err(other.into()),
    };
    let v = review::open(&app.desk, &visit.viewer, id).await?;
    let mut f = filled(&v, visit.viewer.lang);
    for name in ["conflict", "decline"] {
        f.set(name, typed.value(name));
    }
    f.errors = typed.errors;
    f.errors.extend(errors);
    visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Page::new(visit, v, f)?)
}
