//! Asking to submit after the closing, and each office's answer.

use super::{Loaded, load};
use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Denied, Instant, Permit, Refusal, Role,
    application::{LateAnswer, LateRequest},
    decide,
    ids::{ApplicationId, EventId},
    refusal::{FieldError, Value},
};
use i18n::Arg;
use serde_json::json;
use store::Tx;

/// Asks both offices for a late submission; one open request at a time. Answers its id.
pub async fn ask(desk: &Desk, viewer: &Viewer, id: &ApplicationId, reason: &str) -> Result<String> {
    let mut tx = desk.db.write().await?;
    let loaded = load(&mut tx, viewer, id).await?;
    let permit = decide(&viewer.actor(), Action::AskLate, &loaded.subject())?;
    let now = desk.now();
    if now <= loaded.deadline() {
        return Err(Refusal::new("late-not-needed", vec![("until", Value::At(loaded.deadline()))]).into());
    }
    if loaded.requests.iter().any(|r| r.is_open(&loaded.call.parties)) {
        return Err(Refusal::new("late-asked", vec![]).into());
    }
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(vec![FieldError::new("reason", "required", vec![])].into());
    }
    let request =
        LateRequest { id: desk.mint(EventId::mint).to_string(), at: now, reason: reason.into(), by: viewer.by(), answers: Vec::new() };
    store::application::late::ask(&mut tx, &permit, id, &request).await?;
    tell_offices(desk, &mut tx, &permit, &loaded, &request.reason).await?;
    desk.record(&mut tx, &permit, "application", id.as_str(), json!({ "late-request": request.id })).await?;
    tx.commit().await?;
    Ok(request.id)
}

/// Every officer of both sides gets a mail in their own language: the answer can't wait until somebody looks.
async fn tell_offices(desk: &Desk, tx: &mut Tx, permit: &Permit, loaded: &Loaded, reason: &str) -> Result<()> {
    let address = format!("{}/calls/{}/applications#late", desk.base_url, loaded.call.slug);
    for party in &loaded.call.parties {
        for (email, lang) in store::account::holders(tx, permit, Role::Officer, party).await? {
            let title = ("title", Arg::Text(&loaded.app.project.title));
            let args =
                [title, ("call", Arg::Text(loaded.call.title.get(lang))), ("reason", Arg::Text(reason)), ("address", Arg::Text(&address))];
            let subject = i18n::text(lang, "application-mail-late-subject", &args);
            crate::outbox::push(desk, tx, permit, &email, &subject, &i18n::text(lang, "application-mail-late-body", &args)).await?;
        }
    }
    Ok(())
}

/// An officer answers for the own side: granted until an instant, or declined with a text. Only when both sides grant does it count.
pub async fn answer(desk: &Desk, viewer: &Viewer, id: &ApplicationId, request: &str, until: Option<Instant>, text: &str) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let app = store::application::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let call = store::call::get(&mut tx, &app.call).await?;
    let permit = decide(&viewer.actor(), Action::AnswerLate, &call.shared())?;
    let own = call.parties.iter().find(|p| viewer.actor().has_for(Role::Officer, p)).ok_or(Denied::NotYours)?;
    let requests = store::application::late::list(&mut tx, id).await?;
    let open = requests.iter().find(|r| r.id == request).ok_or(Error::NotFound)?;
    if open.answered_by(own).is_some() {
        return Err(Refusal::new("late-answered", vec![("party", Value::Party(own.clone()))]).into());
    }
    let now = desk.now();
    let mut wrong = Vec::new();
    if until.is_some_and(|u| u <= now) {
        wrong.push(FieldError::new("until", "late-past", vec![]));
    }
    if until.is_none() && text.trim().is_empty() {
        wrong.push(FieldError::new("text", "required", vec![]));
    }
    if !wrong.is_empty() {
        return Err(wrong.into());
    }
    let answer = LateAnswer { party: own.clone(), at: now, until, text: text.trim().into() };
    store::application::late::answer(&mut tx, &permit, request, &answer, &viewer.by()).await?;
    desk.record(&mut tx, &permit, "application", id.as_str(), json!({ "late-answer": request, "granted": until.is_some() })).await?;
    tx.commit().await?;
    Ok(())
}
