//! One application before both panels: each expert's words, means and spread side by side, and the own panel's summary.

use super::{anchor, day, links, points, sheet::id_of, side_class, trail};
use crate::kit::{Answer, App, Fields, Frame, Visit, frame::MenuItem, see_other};
use actions::{
    Error,
    assessment::panel::{self, Case, Panel, Side},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    assessment::{Assessment, Draft, MAX_TEXT, criterion_mean, weighted},
    call::Criterion,
};

#[derive(Template)]
#[template(path = "assessment/case.html")]
struct Page {
    l: Frame,
    v: Case,
    f: Fields,
    links: Vec<MenuItem>,
    refused: Option<String>,
}

impl Page {
    fn new(visit: &Visit, v: Case, f: Fields) -> Page {
        let l = visit.frame();
        Page { links: links(&l, &v.call.slug, ""), v, f, l, refused: None }
    }
    fn trail(&self) -> Vec<(String, String)> {
        trail(&self.l, &self.v.call)
    }
    fn number(&self) -> &str {
        self.v.app.number.as_deref().unwrap_or_default()
    }
    fn panel<'a>(&self, side: &'a Side) -> Option<&'a Panel> {
        side.panels.as_ref()?.first()
    }
    fn class(&self, side: &Side) -> &'static str {
        side_class(&self.v.call, &side.party)
    }
    /// Those whose words count.
    fn last<'a>(&self, p: &'a Panel) -> Vec<&'a (String, Assessment)> {
        p.assessments.iter().filter(|(_, a)| a.closed.is_some()).collect()
    }
    fn own(&self) -> Option<&Side> {
        self.v.sides.iter().find(|s| Some(&s.party) == self.v.own.as_ref())
    }
    /// The own side may still word its summary.
    fn works(&self) -> bool {
        self.own().is_some_and(|s| s.closed.is_none())
    }
    fn side_day(&self, side: &Side) -> String {
        side.closed.map(|at| day(&self.l, at)).unwrap_or_default()
    }
    fn points(&self, thousandths: &Option<i64>) -> String {
        points(&self.l, *thousandths)
    }
    fn of_criterion(&self, side: &Side, c: &Criterion) -> String {
        let drafts: Vec<&Draft> = self.panel(side).map(|p| self.last(p)).unwrap_or_default().into_iter().map(|(_, a)| &a.draft).collect();
        let mean = criterion_mean(&c.id, &drafts).map(|m| i18n::format::decimal(self.l.lang, m / 10, 2));
        mean.map(|mean| self.l.t2("assessment-of-scale", "mean", mean, "max", c.max_score())).unwrap_or_default()
    }
    fn value(&self, a: &Assessment, c: &Criterion) -> String {
        let value = a.draft.mark(&c.id).and_then(|m| m.value);
        value.map(|n| self.l.t2("assessment-score-line", "score", n, "anchor", anchor(&self.l, c, n))).unwrap_or_default()
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
}

/// The summary as it is kept, or as the house would word it.
fn filled(v: &Case) -> Fields {
    let own = v.sides.iter().find(|s| Some(&s.party) == v.own.as_ref()).and_then(|s| s.panels.as_ref()?.first());
    let kept = own.and_then(|p| p.summary.as_ref()).map(|s| s.body.clone());
    Fields::filled([("summary", kept.or_else(|| v.draft.clone()).unwrap_or_default())])
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let v = panel::case(&app.desk, &visit.viewer, &id_of(&id)?).await?;
    let f = filled(&v);
    visit.page(&Page::new(&visit, v, f))
}

pub async fn summarise(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let id = id_of(&id)?;
    let body = f.required("summary", MAX_TEXT * 4);
    let v = panel::case(&app.desk, &visit.viewer, &id).await?;
    if !f.errors.is_empty() {
        return visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Page::new(&visit, v, f));
    }
    match panel::summarise(&app.desk, &visit.viewer, &id, &body).await {
        Ok(()) => Ok(see_other(&format!("/applications/{id}/assessment"), "message-summary-saved")),
        Err(Error::Refused(why)) => {
            let mut page = Page::new(&visit, v, f);
            page.refused = Some(page.l.refusal(&why));
            visit.page_as(StatusCode::CONFLICT, &page)
        }
        Err(other) => Err(other.into()),
    }
}
