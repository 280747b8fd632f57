//! A participant's person confirms its own part; editors invite them.

use super::{line, load, load_working};
use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Denied, Refusal, Role,
    account::Account,
    application::{self, fingerprint},
    decide,
    ids::{AccountId, ApplicationId, ParticipantId},
    refusal::Value,
};
use i18n::Arg;
use serde_json::json;

/// Confirms one part as it stands. `shown`: the fingerprint that the person saw; a part that changed meanwhile is not confirmed unseen.
pub async fn confirm(desk: &Desk, viewer: &Viewer, id: &ApplicationId, part: &ParticipantId, shown: &str) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let now = desk.now();
    // While the writers may still change it, the part is what they have now; afterwards, what was submitted.
    let standing = load(&mut tx, viewer, id).await?;
    let loaded = if now <= standing.deadline() { load_working(&mut tx, viewer, id).await? } else { standing };
    let permit = decide(&viewer.actor(), Action::ConfirmPart, &loaded.subject())?;
    let p = loaded.app.participant(part).ok_or(Error::NotFound)?;
    if !loaded.own_parts.contains(part) {
        return Err(Denied::NotYours.into());
    }
    application::confirm(&loaded.call, &loaded.app, p, &loaded.requests, now)?;
    if fingerprint(p) != shown {
        return Err(Refusal::new("part-changed", vec![("name", Value::Text(p.name.clone()))]).into());
    }
    store::application::part::confirm(&mut tx, &permit, id, p, &viewer.by(), now).await?;
    line::keep(&mut tx, &permit, &loaded.call, id).await?;
    desk.record(&mut tx, &permit, "application", id.as_str(), json!({ "confirmed": part.as_str(), "fingerprint": shown })).await?;
    tx.commit().await?;
    Ok(())
}

/// Invites the contact of a part by mail, in its own language; an address that has no account gets one, so that it can ask for a sign-in link.
pub async fn invite(desk: &Desk, viewer: &Viewer, id: &ApplicationId, part: &ParticipantId) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let loaded = load_working(&mut tx, viewer, id).await?;
    let permit = decide(&viewer.actor(), Action::EditApplication, &loaded.subject())?;
    let p = loaded.app.participant(part).ok_or(Error::NotFound)?;
    if p.email.is_empty() {
        return Err(Refusal::new("application-participant-email", vec![("name", Value::Text(p.name.clone()))]).into());
    }
    let lang = match store::account::find_by_email(&mut tx, &p.email).await? {
        Some(account) => account.lang,
        None => {
            let roles = vec![(Role::Applicant, None)];
            let account = Account { id: desk.mint(AccountId::mint), name: p.name.clone(), email: p.email.clone(), lang: p.lang, roles };
            store::account::insert(&mut tx, &permit, &account, desk.now()).await?;
            p.lang
        }
    };
    let address = format!("{}/applications/{id}/participants/{part}", desk.base_url);
    let title = ("title", Arg::Text(&loaded.app.project.title));
    let subject = i18n::text(lang, "application-mail-invite-subject", &[title]);
    let body = i18n::text(lang, "application-mail-invite-body", &[title, ("name", Arg::Text(&p.name)), ("address", Arg::Text(&address))]);
    crate::outbox::push(desk, &mut tx, &permit, &p.email, &subject, &body).await?;
    desk.record(&mut tx, &permit, "application", id.as_str(), json!({ "invited": part.as_str() })).await?;
    tx.commit().await?;
    Ok(())
}
