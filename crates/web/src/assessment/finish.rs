//! Before an assessment becomes final: everything that was said on one page, what is missing, and the confirmation.

use super::{anchor, points, sheet::id_of};
use crate::kit::{Answer, App, Fields, Frame, Visit, see_other};
use actions::{
    Error,
    assessment::review::{self, Sheet},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    assessment::{Draft, close, weighted},
    call::Criterion,
    ids::ApplicationId,
    refusal::FieldError,
};

#[derive(Template)]
#[template(path = "assessment/finish.html")]
struct Page {
    l: Frame,
    v: Sheet,
    f: Fields,
    draft: Draft,
    missing: Vec<FieldError>,
}

impl Page {
    fn new(visit: &Visit, v: Sheet, f: Fields) -> Page {
        let draft = match &v.own {
            Some(own) => own.draft.clone(),
            None => Draft { marks: Vec::new(), overall: String::new(), lang: visit.viewer.lang },
        };
        Page { l: visit.frame(), missing: close(&v.call.criteria, &draft).err().unwrap_or_default(), draft, f, v }
    }
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/assessments".into(), self.l.t("assessment-mine-title")), (format!("/assessments/{}", self.v.app.id), self.number().into())]
    }
    fn number(&self) -> &str {
        self.v.app.number.as_deref().unwrap_or_default()
    }
    fn value(&self, c: &Criterion) -> String {
        let value = self.draft.mark(&c.id).and_then(|m| m.value);
        value.map(|n| self.l.t2("assessment-score-line", "score", n, "anchor", anchor(&self.l, c, n))).unwrap_or_default()
    }
    fn reason(&self, c: &Criterion) -> &str {
        self.draft.mark(&c.id).map_or("", |m| m.reason.as_str())
    }
    fn score(&self) -> String {
        points(&self.l, weighted(&self.v.call.criteria, &self.draft))
    }
    /// Leads from what is missing to its field on the sheet.
    fn gaps(&self) -> Vec<(String, String)> {
        self.l.summary(&self.missing).into_iter().map(|(field, words)| (format!("/assessments/{}{field}", self.v.app.id), words)).collect()
    }
}

/// What is final has nothing to finish.
async fn open(app: &App, visit: &Visit, id: &ApplicationId) -> actions::Result<Option<Sheet>> {
    let v = review::open(&app.desk, &visit.viewer, id).await?;
    Ok(if v.closed() || v.side_closed { None } else { Some(v) })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let id = id_of(&id)?;
    match open(&app, &visit, &id).await? {
        Some(v) => visit.page(&Page::new(&visit, v, Fields::default())),
        None => Ok(see_other(&format!("/assessments/{id}"), "")),
    }
}

pub async fn create(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let id = id_of(&id)?;
    let done = || see_other(&format!("/assessments/{id}"), "message-assessment-final");
    // Sent twice: it is final already, as was wished.
    let Some(v) = open(&app, &visit, &id).await? else { return Ok(done()) };
    if !f.is("confirm", "yes") {
        f.fail("finish-tick", "confirm-needed", vec![]);
        return visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Page::new(&visit, v, f));
    }
    match review::finish(&app.desk, &visit.viewer, &id, f.value("version").parse().unwrap_or(0)).await {
        Ok(()) => Ok(done()),
        // The page itself shows what is missing.
        Err(Error::Invalid(_)) => visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Page::new(&visit, v, Fields::default())),
        Err(other) => Err(other.into()),
    }
}
