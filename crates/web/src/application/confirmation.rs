//! Step 5: every participant confirms its own part; and the page on which its person does so.

use super::{
    guide::{Guide, application_id, opened, participant_id},
    participant::warning_key,
};
use crate::kit::figures::{SideTable, sides};
use crate::kit::{Answer, App, Fields, Frame, Visit, see_other};
use actions::application::{confirm, invite, list};
use askama::Template;
use axum::extract::{Path, State};
use domain::{
    Instant, Lang, Text3,
    application::{Participant, fingerprint},
    call::ConfirmationRule,
};

#[derive(Template)]
#[template(path = "application/confirmations.html")]
struct Index {
    l: Frame,
    guide: Guide,
    all: Vec<Participant>,
    rule: &'static str,
    /// Who is reading is the contact of these.
    own: Vec<domain::ids::ParticipantId>,
}

pub async fn index(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let opened = opened(&app, &visit, &application_id(&id)?, "confirmations").await?;
    let guide = Guide::new(&opened, app.desk.now(), 5);
    let rule = rule_key(opened.loaded.call.confirmation);
    visit.page(&Index { l: visit.frame(), guide, rule, own: opened.loaded.own_parts, all: opened.loaded.app.participants })
}

pub fn rule_key(rule: ConfirmationRule) -> &'static str {
    match rule {
        ConfirmationRule::All => "application-rule-all",
        ConfirmationRule::Drop => "application-rule-drop",
        ConfirmationRule::Later => "application-rule-later",
    }
}

/// Invites the contact of one part by mail.
pub async fn create(State(app): State<App>, visit: Visit, Path((id, part)): Path<(String, String)>) -> Answer {
    let (id, part) = (application_id(&id)?, participant_id(&part)?);
    invite(&app.desk, &visit.viewer, &id, &part).await?;
    Ok(see_other(&format!("/applications/{id}/edit/confirmations"), "message-application-invited"))
}

#[derive(Template)]
#[template(path = "application/part.html")]
struct Part {
    l: Frame,
    id: String,
    title: String,
    lang: Lang,
    call_title: Text3,
    part: Participant,
    warning: Option<&'static str>,
    side: Option<SideTable>,
    fingerprint: String,
    /// The reader is its contact.
    own: bool,
    rule: &'static str,
    last: Instant,
    closed: bool,
}

pub async fn show(State(app): State<App>, visit: Visit, Path((id, part)): Path<(String, String)>) -> Answer {
    let (id, part) = (application_id(&id)?, participant_id(&part)?);
    let own = list::part(&app.desk, &visit.viewer, &id, &part).await?;
    let l = visit.frame();
    let mut alone = own.app.clone();
    alone.participants.retain(|p| p.id == part);
    let side = sides(&l, &own.call, &alone)?.into_iter().find(|s| !s.parts.is_empty());
    let page = Part {
        id: id.to_string(),
        title: own.app.project.title.clone(),
        lang: own.app.project.lang,
        call_title: own.call.title.clone(),
        warning: own.part.id_warning().map(warning_key),
        side,
        fingerprint: fingerprint(&own.part),
        own: own.is_contact,
        rule: rule_key(own.call.confirmation),
        last: own.last,
        closed: app.desk.now() > own.last,
        part: own.part,
        l,
    };
    visit.page(&page)
}

pub async fn update(State(app): State<App>, visit: Visit, Path((id, part)): Path<(String, String)>, f: Fields) -> Answer {
    let (id, part) = (application_id(&id)?, participant_id(&part)?);
    let here = format!("/applications/{id}/participants/{part}");
    if !f.is("confirm", "yes") {
        list::part(&app.desk, &visit.viewer, &id, &part).await?;
        return Ok(see_other(&here, ""));
    }
    confirm(&app.desk, &visit.viewer, &id, &part, f.value("shown")).await?;
    Ok(see_other(&here, "message-application-confirmed"))
}
