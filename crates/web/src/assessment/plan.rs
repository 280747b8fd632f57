//! The rehearsal of a plan: how good it is, what it changes, or who is short of whom; then the confirmation.

use super::{assignment::fit, links, trail};
use crate::kit::{Answer, App, Fields, Frame, Visit, frame::MenuItem, see_other};
use actions::{
    Error,
    assessment::assign::{self, Page as Loaded, Plan},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::Refusal;

#[derive(Template)]
#[template(path = "assessment/plan.html")]
struct Page {
    l: Frame,
    v: Loaded,
    f: Fields,
    links: Vec<MenuItem>,
    /// Or why there is none.
    plan: Result<Plan, String>,
    refused: Option<String>,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        let mut trail = trail(&self.l, &self.v.call);
        trail.push((format!("/calls/{}/assignment", self.v.call.slug), self.l.t("assignment-title")));
        trail
    }
    fn fit(&self, millionths: &i64) -> String {
        fit(&self.l, *millionths)
    }
    /// The best that one application could get.
    fn most(&self) -> i64 {
        self.v.group.as_ref().map_or(0, |g| g.per_application)
    }
    /// By number where they are few.
    fn worst(&self, plan: &Plan) -> String {
        if plan.worst_served.len() > 8 {
            return self.l.t1("assignment-worst-count", "count", plan.worst_served.len());
        }
        i18n::format::list(self.l.lang, &plan.worst_served)
    }
    fn line(&self, (number, name): &(String, String)) -> String {
        self.l.t2("assignment-change-line", "number", number, "name", name)
    }
}

async fn page(app: &App, visit: &Visit, slug: &str, f: Fields, why: Option<Refusal>) -> actions::Result<Page> {
    let v = assign::page(&app.desk, &visit.viewer, slug).await?;
    let l = visit.frame();
    let plan = match assign::rehearse(&app.desk, &visit.viewer, slug).await {
        Ok(plan) => Ok(plan),
        Err(Error::Refused(why)) => Err(l.refusal(&why)),
        Err(other) => return Err(other),
    };
    Ok(Page { links: links(&l, slug, "assignment"), v, f, plan, refused: why.map(|why| l.refusal(&why)), l })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    visit.page(&page(&app, &visit, &slug, Fields::default(), None).await?)
}

pub async fn create(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    if !f.is("confirm", "yes") {
        f.fail("plan-tick", "confirm-needed", vec![]);
        return visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, &slug, f, None).await?);
    }
    let seen = f.value("plan").to_string();
    match assign::plan(&app.desk, &visit.viewer, &slug, Some(&seen)).await {
        Ok(_) => Ok(see_other(&format!("/calls/{slug}/assignment"), "message-assignment-saved")),
        Err(Error::Refused(why)) => visit.page_as(StatusCode::CONFLICT, &page(&app, &visit, &slug, f, Some(why)).await?),
        Err(other) => Err(other.into()),
    }
}
