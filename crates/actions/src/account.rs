//! Signing in and out. A link is a secret; only its SHA-256 is kept.

use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Lang, PartyCode, Refusal, Role, Subject,
    account::{Account, LINK_SECONDS, LINKS_AT_ONCE, SESSION_SECONDS},
    decide,
    ids::AccountId,
    refusal::{FieldError, Value},
};
use sha2::{Digest, Sha256};
use store::Tx;

fn fingerprint(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

/// The viewer behind a session cookie; nobody where it is unknown or has expired.
pub async fn viewer(desk: &Desk, session: Option<&str>, lang: Option<Lang>) -> Result<Viewer> {
    let mut found = None;
    if let Some(token) = session {
        found = store::account::find_by_session(&mut desk.db.read().await?, &fingerprint(token), desk.now()).await?;
    }
    Ok(match found {
        Some(account) => {
            let lang = lang.unwrap_or(account.lang);
            Viewer::of(account).speaking(lang)
        }
        None => Viewer::nobody(lang.unwrap_or(Lang::En)),
    })
}

/// Adds a person; the operator's act (`counterpart account add`).
pub async fn add(
    desk: &Desk,
    viewer: &Viewer,
    name: &str,
    email: &str,
    lang: Lang,
    roles: Vec<(Role, Option<PartyCode>)>,
) -> Result<AccountId> {
    let permit = decide(&viewer.actor(), Action::ManageAccounts, &Subject::Site)?;
    let email = email.trim().to_lowercase();
    if !email.contains('@') {
        return Err(vec![FieldError::new("email", "email-shape", vec![])].into());
    }
    let mut tx = desk.db.write().await?;
    if store::account::find_by_email(&mut tx, &email).await?.is_some() {
        return Err(vec![FieldError::new("email", "email-taken", vec![])].into());
    }
    check_roles(&mut tx, &roles).await?;
    let account = Account { id: desk.mint(AccountId::mint), name: name.trim().into(), email, lang, roles };
    store::account::insert(&mut tx, &permit, &account, desk.now()).await?;
    desk.record(&mut tx, &permit, "account", account.id.as_str(), serde_json::json!({})).await?;
    tx.commit().await?;
    Ok(account.id)
}

/// Gives a person one more role; the operator's act (`counterpart account role`).
pub async fn add_role(desk: &Desk, viewer: &Viewer, email: &str, role: Role, party: Option<PartyCode>) -> Result<AccountId> {
    let permit = decide(&viewer.actor(), Action::ManageAccounts, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let account = known(&mut tx, email).await?;
    check_roles(&mut tx, &[(role, party.clone())]).await?;
    store::account::add_role(&mut tx, &permit, &account.id, role, party.as_ref()).await?;
    let detail = serde_json::json!({ "role": role.code(), "party": party.as_ref().map(PartyCode::as_str) });
    desk.record(&mut tx, &permit, "account", account.id.as_str(), detail).await?;
    tx.commit().await?;
    Ok(account.id)
}

/// The person with this e-mail address; for the operator.
pub async fn find(desk: &Desk, viewer: &Viewer, email: &str) -> Result<Account> {
    decide(&viewer.actor(), Action::ManageAccounts, &Subject::Site)?;
    known(&mut desk.db.read().await?, email).await
}

async fn known(tx: &mut Tx, email: &str) -> Result<Account> {
    let email = email.trim().to_lowercase();
    let found = store::account::find_by_email(tx, &email).await?;
    found.ok_or_else(|| Refusal::new("email-unknown", vec![("email", Value::Text(email))]).into())
}

/// Every role but the applicant's is held for a party of this node.
async fn check_roles(tx: &mut Tx, roles: &[(Role, Option<PartyCode>)]) -> Result<()> {
    let parties: Vec<PartyCode> = store::party::list(tx).await?.into_iter().map(|p| p.code).collect();
    for (role, party) in roles {
        match (role, party) {
            (Role::Applicant, None) => {}
            (Role::Applicant, Some(_)) => return Err(Refusal::new("role-without-party", vec![]).into()),
            (_, None) => return Err(Refusal::new("role-needs-party", vec![("role", Value::Text(role.code().into()))]).into()),
            (_, Some(party)) if !parties.contains(party) => {
                let known = parties.iter().map(PartyCode::as_str).collect::<Vec<_>>().join(", ");
                return Err(
                    Refusal::new("party-unknown", vec![("party", Value::Text(party.to_string())), ("known", Value::Text(known))]).into()
                );
            }
            _ => {}
        }
    }
    Ok(())
}

/// Everybody who may sign in; for the operator.
pub async fn list(desk: &Desk, viewer: &Viewer) -> Result<Vec<Account>> {
    let permit = decide(&viewer.actor(), Action::ManageAccounts, &Subject::Site)?;
    Ok(store::account::list(&mut desk.db.read().await?, &permit).await?)
}

/// A sign-in address for a person. `demonstration` links may be used again and last a year.
pub async fn link(desk: &Desk, viewer: &Viewer, id: &AccountId, demonstration: bool) -> Result<String> {
    let permit = decide(&viewer.actor(), Action::ManageAccounts, &Subject::Site)?;
    let token = desk.token();
    let seconds = if demonstration { 366 * 86_400 } else { LINK_SECONDS };
    let mut tx = desk.db.write().await?;
    store::account::add_link(&mut tx, &permit, &fingerprint(&token), id, desk.now().plus_seconds(seconds), demonstration).await?;
    tx.commit().await?;
    Ok(format!("{}/sign-in/{token}", desk.base_url))
}

/// Mails a sign-in link to a person who asks for one. What is answered does not tell whether the address is known.
pub async fn request_link(desk: &Desk, viewer: &Viewer, email: &str) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::SignIn, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let Some(account) = store::account::find_by_email(&mut tx, &email.trim().to_lowercase()).await? else { return Ok(()) };
    let now = desk.now();
    if store::account::open_links(&mut tx, &permit, &account.id, now).await? >= LINKS_AT_ONCE {
        return Ok(());
    }
    let token = desk.token();
    store::account::add_link(&mut tx, &permit, &fingerprint(&token), &account.id, now.plus_seconds(LINK_SECONDS), false).await?;
    let address = format!("{}/sign-in/{token}", desk.base_url);
    let args = [
        ("name", i18n::Arg::Text(&account.name)),
        ("address", i18n::Arg::Text(&address)),
        ("minutes", i18n::Arg::Number(LINK_SECONDS / 60)),
    ];
    let (subject, body) = (i18n::text(account.lang, "mail-sign-in-subject", &[]), i18n::text(account.lang, "mail-sign-in-body", &args));
    crate::outbox::push(desk, &mut tx, &permit, &account.email, &subject, &body).await?;
    desk.record(&mut tx, &permit, "account", account.id.as_str(), serde_json::json!({ "link": "sent" })).await?;
    tx.commit().await?;
    Ok(())
}

/// Spends a link and opens a session; answers the session's token for the cookie.
pub async fn sign_in(desk: &Desk, token: &str) -> Result<String> {
    let permit = decide(&Viewer::nobody(Lang::En).actor(), Action::SignIn, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let id = store::account::use_link(&mut tx, &permit, &fingerprint(token), desk.now()).await?;
    let id = id.ok_or_else(|| Error::Refused(Refusal::new("link-expired", vec![])))?;
    let session = desk.token();
    store::account::add_session(&mut tx, &permit, &fingerprint(&session), &id, desk.now().plus_seconds(SESSION_SECONDS)).await?;
    desk.record(&mut tx, &permit, "account", id.as_str(), serde_json::json!({ "signed": "in" })).await?;
    tx.commit().await?;
    Ok(session)
}

pub async fn sign_out(desk: &Desk, viewer: &Viewer, session: &str) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::SignIn, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    store::account::end_session(&mut tx, &permit, &fingerprint(session)).await?;
    tx.commit().await?;
    Ok(())
}

/// Remembers the language a person chose.
pub async fn choose_language(desk: &Desk, viewer: &Viewer, lang: Lang) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::SignIn, &Subject::Site)?;
    if let Some(account) = &viewer.account {
        let mut tx = desk.db.write().await?;
        store::account::set_lang(&mut tx, &permit, &account.id, lang).await?;
        tx.commit().await?;
    }
    Ok(())
}
