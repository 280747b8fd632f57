//! Step 6: check, submit; and withdrawal.

use super::guide::{Guide, application_id, opened, step_address};
use crate::kit::figures::{SideTable, sides};
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, see_other};
use actions::{
    Error,
    application::{list, submit, withdraw},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal,
    application::{Application, State as Condition, missing},
    ids::ApplicationId,
    refusal::FieldError,
};

#[derive(Template)]
#[template(path = "application/submission.html")]
struct Page {
    l: Frame,
    f: Fields,
    guide: Guide,
    app: Application,
    sides: Vec<SideTable>,
    /// Address and sentence of what is missing.
    missing: Vec<(String, String)>,
    unconfirmed: Vec<String>,
    warnings: Vec<String>,
    rule: &'static str,
    /// Why it was just refused.
    refusal: Option<String>,
}

async fn page(app: &App, visit: &Visit, id: &ApplicationId, f: Fields, refusal: Option<&Refusal>) -> Result<Page, Problem> {
    let opened = opened(app, visit, id, "submission").await?;
    let l = visit.frame();
    let (call, a) = (&opened.loaded.call, &opened.loaded.app);
    let unstated =
        a.participants.iter().filter(|p| !p.is_associated() && !p.money_stated).map(|p| l.t1("application-warn-unstated", "name", &p.name));
    let odd = a.participants.iter().filter(|p| p.id_warning().is_some()).map(|p| l.t1("application-warn-identifier", "name", &p.name));
    Ok(Page {
        guide: Guide::new(&opened, app.desk.now(), 6),
        sides: sides(&l, call, a)?,
        missing: missing(call, a).iter().map(|m| (step_address(id, &m.step), l.refusal(&m.refusal))).collect(),
        unconfirmed: a.participants.iter().filter(|p| !p.is_associated() && !p.is_confirmed()).map(|p| p.name.clone()).collect(),
        warnings: unstated.chain(odd).collect(),
        rule: super::confirmation::rule_key(call.confirmation),
        refusal: refusal.map(|r| l.refusal(r)),
        app: opened.loaded.app.clone(),
        f,
        l,
    })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let f = Fields::filled([("form_key", app.desk.token())]);
    visit.page(&page(&app, &visit, &application_id(&id)?, f, None).await?)
}

pub async fn create(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let id = application_id(&id)?;
    if f.value("form_key").is_empty() {
        let key = app.desk.token();
        f.set("form_key", key);
    }
    if !f.is("confirm", "yes") {
        f.fail("submit-tick", "confirm-needed", vec![]);
        return visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, &id, f, None).await?);
    }
    match submit(&app.desk, &visit.viewer, &id, f.value("form_key")).await {
        Ok(submission) => {
            let number = list::number(&app.desk, &visit.viewer, &id, &submission).await?;
            Ok(see_other(&format!("/applications/{id}/receipt/{number}"), "message-application-submitted"))
        }
        Err(Error::Refused(r)) => visit.page_as(StatusCode::CONFLICT, &page(&app, &visit, &id, f, Some(&r)).await?),
        Err(other) => Err(other.into()),
    }
}

#[derive(Template)]
#[template(path = "application/withdrawal.html")]
struct Withdrawal {
    l: Frame,
    f: Fields,
    id: String,
    app: Application,
    open: bool,
}

pub async fn withdrawal(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    visit.page(&withdrawal_page(&app, &visit, &application_id(&id)?, Fields::default()).await?)
}

async fn withdrawal_page(app: &App, visit: &Visit, id: &ApplicationId, f: Fields) -> Result<Withdrawal, Problem> {
    let dossier = list::dossier(&app.desk, &visit.viewer, id).await?;
    let open = app.desk.now() <= dossier.loaded.deadline();
    if dossier.loaded.app.state != Condition::Submitted {
        return Err(Error::NotFound.into());
    }
    Ok(Withdrawal { l: visit.frame(), f, id: id.to_string(), app: dossier.loaded.app, open })
}

pub async fn withdraw_now(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let id = application_id(&id)?;
    let reason = f.required("reason", 2000);
    if !f.is("confirm", "yes") {
        f.fail("withdraw-tick", "confirm-needed", vec![]);
    }
    if f.errors.is_empty() {
        match withdraw(&app.desk, &visit.viewer, &id, &reason).await {
            Ok(()) => return Ok(see_other(&format!("/applications/{id}"), "message-application-withdrawn")),
            Err(Error::Refused(refusal)) => f.errors.push(FieldError { field: "reason".into(), refusal }),
            Err(Error::Invalid(errors)) => f.errors.extend(errors),
            Err(other) => return Err(other.into()),
        }
    }
    visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &withdrawal_page(&app, &visit, &id, f).await?)
}
