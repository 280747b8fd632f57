//! Publication and extension: a page that lists the deadlines on every wall, then the act.

use super::form;
use crate::kit::{Answer, App, Fields, Frame, Visit, see_other};
use actions::{
    Error,
    call::{Desktop, Publication},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{Instant, PartyCode, Refusal, Role, call::Call};

/// Each instant of a call with its key and, for completions, its party.
type Instants = Vec<(&'static str, Option<PartyCode>, Instant)>;

fn instants(c: &Call) -> Instants {
    let mut all = vec![("call-opens", None, c.window.opens), ("call-closes", None, c.window.closes)];
    all.extend(c.parties.iter().map(|p| ("call-completes", Some(p.clone()), c.window.completes(p))));
    all
}

#[derive(Template)]
#[template(path = "call/publication.html")]
struct Confirm {
    l: Frame,
    instants: Instants,
    obstacles: Vec<Refusal>,
    agreed: Vec<PartyCode>,
    /// The viewer's own office has agreed already.
    own_agreed: bool,
    /// The box was not ticked.
    unticked: bool,
    c: Call,
}

async fn confirm_page(app: &App, visit: &Visit, slug: &str, unticked: bool) -> Answer {
    let Desktop { call: c, obstacles, agreed, .. } = actions::call::desktop(&app.desk, &visit.viewer, slug).await?;
    let actor = visit.viewer.actor();
    let own_agreed = agreed.iter().any(|p| actor.has_for(Role::Officer, p));
    let status = if unticked { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    visit.page_as(status, &Confirm { l: visit.frame(), instants: instants(&c), obstacles, agreed, own_agreed, unticked, c })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    confirm_page(&app, &visit, &slug, false).await
}

pub async fn create(State(app): State<App>, visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    if fields.value("confirm") != "yes" {
        return confirm_page(&app, &visit, &slug, true).await;
    }
    let version = fields.value("version").parse().unwrap_or(0);
    Ok(match actions::call::publish(&app.desk, &visit.viewer, &slug, version).await? {
        Publication::Published => see_other(&format!("/calls/{slug}"), "message-call-published"),
        Publication::Waits(_) => see_other(&format!("/calls/{slug}/edit"), "message-call-agreed"),
    })
}

#[derive(Template)]
#[template(path = "call/extension.html")]
struct Extend {
    l: Frame,
    c: Call,
    f: Fields,
    refused: Option<Refusal>,
}

pub async fn extension(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let c = actions::call::desktop(&app.desk, &visit.viewer, &slug).await?.call;
    let f = Fields::filled([("version", c.version.to_string()), ("zone", visit.frame().own_zone().name().to_string())]);
    visit.page(&Extend { l: visit.frame(), c, f, refused: None })
}

pub async fn extend(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut fields: Fields) -> Answer {
    let c = actions::call::desktop(&app.desk, &visit.viewer, &slug).await?.call;
    let zone = form::read_zone(&mut fields);
    let closes = form::moment(&mut fields, "closes", zone.as_ref());
    let reason = fields.required("reason", 2000);
    if fields.value("confirm") != "yes" {
        fields.fail("confirm", "confirm-missing", vec![]);
    }
    if !fields.errors.is_empty() {
        return visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Extend { l: visit.frame(), c, f: fields, refused: None });
    }
    let version = fields.value("version").parse().unwrap_or(0);
    match actions::call::extend(&app.desk, &visit.viewer, &slug, version, closes, &reason).await {
        Ok(()) => Ok(see_other(&format!("/calls/{slug}"), "message-call-extended")),
        Err(Error::Refused(refusal)) => {
            visit.page_as(StatusCode::CONFLICT, &Extend { l: visit.frame(), c, f: fields, refused: Some(refusal) })
        }
        Err(other) => Err(other.into()),
    }
}
