//! Who changed what on a thing of the partnership book, and how it stood before.

use crate::kit::{
    Answer, App, Frame, Visit,
    changes::{rows, who},
};
use actions::{
    Error,
    revision::{Kind, Step},
};
use askama::Template;
use axum::extract::{Path, State};
use domain::{Text3, revision::What};

#[derive(Template)]
#[template(path = "revision/show.html")]
struct Show {
    l: Frame,
    kind: Kind,
    page: String,
    names: Text3,
    steps: Vec<Step>,
}

impl Show {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/book".into(), self.l.t("nav-book")), (self.page.clone(), self.l.text(&self.names).to_string())]
    }
    /// What was done to what: the thing itself, or a part that is told on its page.
    fn what(&self, step: &Step) -> String {
        let part = match step.revision.kind {
            kind @ (Kind::Fact | Kind::Details | Kind::Report) => kind.code(),
            _ => "thing",
        };
        self.l.code(&format!("revision-{part}"), step.revision.what.code())
    }
    fn who(&self, step: &Step) -> String {
        who(&self.l, &step.revision)
    }
    fn rows(&self, step: &Step) -> Vec<[String; 3]> {
        rows(&self.l, &step.revision.changes)
    }
    /// Where it is taken back; a statement that was withdrawn comes back as a new one.
    fn undo(&self, step: &Step) -> Option<String> {
        let r = &step.revision;
        if !step.undoable || !self.l.keeps_book() {
            return None;
        }
        Some(match (r.kind, r.what, self.page.rsplit_once('/')) {
            (Kind::Fact, What::Withdrawn, Some((_, slug))) => format!("/facts/new?about={}:{slug}&undo={}", self.kind.code(), r.id),
            _ => format!("{}?undo={}", r.kind.form(&r.slug), r.id),
        })
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path((kind, slug)): Path<(String, String)>) -> Answer {
    let kind = Kind::parse(&kind).ok_or(Error::NotFound)?;
    let (names, steps) = actions::revision::history(&app.desk, &visit.viewer, kind, &slug).await?;
    visit.page(&Show { l: visit.frame(), kind, page: kind.page(&slug), names, steps })
}
