//! The experts of one application, by hand: add one, or take one out for good.

use super::{links, sheet::id_of, trail};
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, error::found, frame::MenuItem, see_other};
use actions::{
    Error,
    assessment::assign::{self, Page as Loaded},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    application::Application,
    assessment::{Assignment, Conflict, Expert},
    ids::{ApplicationId, ExpertId},
};

#[derive(Template)]
#[template(path = "assessment/place.html")]
struct Page {
    l: Frame,
    v: Loaded,
    app: Application,
    f: Fields,
    links: Vec<MenuItem>,
    refused: Option<String>,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        let mut trail = trail(&self.l, &self.v.call);
        trail.push((format!("/calls/{}/assignment", self.v.call.slug), self.l.t("assignment-title")));
        trail
    }
    fn number(&self) -> &str {
        self.app.number.as_deref().unwrap_or_default()
    }
    fn seated(&self) -> Vec<&Expert> {
        self.v.experts_of(&self.app.id)
    }
    fn load(&self, e: &Expert) -> String {
        self.l.t2("assignment-load-of", "load", self.v.load(&e.id), "max", e.max_load)
    }
    /// Members who may still get it: not seated, not in conflict, not full.
    fn free(&self) -> Vec<(String, String)> {
        let seated = self.seated();
        let free = self.v.members.iter().filter(|e| {
            let full = i64::try_from(self.v.load(&e.id)).unwrap_or(i64::MAX) >= e.max_load;
            !full && !seated.iter().any(|s| s.id == e.id) && !self.v.conflicted(&self.app.id, &e.id)
        });
        free.map(|e| (e.id.to_string(), format!("{}, {} ({})", e.name, e.organisation, self.load(e)))).collect()
    }
    fn tick(&self, e: &Expert) -> String {
        format!("remove-{}", e.id)
    }
    fn unticked(&self, e: &Expert) -> bool {
        self.f.error(&format!("remove-{}-tick", e.id)).is_some()
    }
    fn name(&self, id: &ExpertId) -> &str {
        self.v.members.iter().find(|e| &e.id == id).map_or("", |e| e.name.as_str())
    }
    fn conflicts(&self) -> Vec<&Conflict> {
        self.v.conflicts.iter().filter(|c| c.holds() && c.application == self.app.id && !self.name(&c.expert).is_empty()).collect()
    }
    /// Whom a plan leaves out here: they gave it back or were taken out.
    fn excluded(&self) -> Vec<&Assignment> {
        self.v.assignments.iter().filter(|a| a.application == self.app.id && !a.stands() && !self.name(&a.expert).is_empty()).collect()
    }
}

async fn page(app: &App, visit: &Visit, slug: &str, id: &ApplicationId, f: Fields) -> Result<Page, Problem> {
    let v = assign::page(&app.desk, &visit.viewer, slug).await?;
    let own = found(v.apps.iter().find(|a| &a.id == id).cloned())?;
    let l = visit.frame();
    Ok(Page { links: links(&l, slug, "assignment"), app: own, v, f, refused: None, l })
}

pub async fn show(State(app): State<App>, visit: Visit, Path((slug, id)): Path<(String, String)>) -> Answer {
    visit.page(&page(&app, &visit, &slug, &id_of(&id)?, Fields::default()).await?)
}

pub async fn add(State(app): State<App>, visit: Visit, Path((slug, id)): Path<(String, String)>, mut f: Fields) -> Answer {
    let id = id_of(&id)?;
    let Some(expert) = ExpertId::parse(f.value("expert")) else {
        f.fail("expert", "required", vec![]);
        return visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, &slug, &id, f).await?);
    };
    let outcome = assign::add(&app.desk, &visit.viewer, &slug, &id, &expert).await;
    answer(&app, &visit, &slug, &id, f, outcome).await
}

pub async fn remove(State(app): State<App>, visit: Visit, Path((slug, id)): Path<(String, String)>, mut f: Fields) -> Answer {
    let id = id_of(&id)?;
    let expert = found(ExpertId::parse(f.value("expert")))?;
    if !f.is("confirm", "yes") {
        f.fail(&format!("remove-{expert}-tick"), "confirm-needed", vec![]);
        return visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, &slug, &id, f).await?);
    }
    let outcome = assign::remove(&app.desk, &visit.viewer, &slug, &id, &expert).await;
    answer(&app, &visit, &slug, &id, f, outcome).await
}

async fn answer(app: &App, visit: &Visit, slug: &str, id: &ApplicationId, f: Fields, outcome: actions::Result<()>) -> Answer {
    match outcome {
        Ok(()) => Ok(see_other(&format!("/calls/{slug}/assignment/{id}"), "message-assignment-changed")),
        Err(Error::Refused(why)) => {
            let mut page = page(app, visit, slug, id, f).await?;
            page.refused = Some(page.l.refusal(&why));
            visit.page_as(StatusCode::CONFLICT, &page)
        }
        Err(other) => Err(other.into()),
    }
}
