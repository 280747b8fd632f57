//! Signing in by a link, and out.

use crate::kit::{Answer, App, Fields, Frame, Visit, see_other};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
};
use domain::account::SESSION_SECONDS;

#[derive(Template)]
#[template(path = "account/sign_in.html")]
struct SignIn {
    l: Frame,
    /// Where the button leads; empty on the page that only explains.
    token: String,
    f: Fields,
    /// A link was asked for; the answer is alike for known and unknown addresses.
    asked: bool,
}

pub async fn show(visit: Visit) -> Answer {
    visit.page(&SignIn { l: visit.frame(), token: String::new(), f: Fields::default(), asked: false })
}

/// Asks for a link by mail.
pub async fn request(State(app): State<App>, visit: Visit, mut fields: Fields) -> Answer {
    let email = fields.required("email", 200);
    if fields.errors.is_empty() && !email.contains('@') {
        fields.fail("email", "email-shape", vec![]);
    }
    if !fields.errors.is_empty() {
        return visit
            .page_as(StatusCode::UNPROCESSABLE_ENTITY, &SignIn { l: visit.frame(), token: String::new(), f: fields, asked: false });
    }
    actions::account::request_link(&app.desk, &visit.viewer, &email).await?;
    visit.page(&SignIn { l: visit.frame(), token: String::new(), f: fields, asked: true })
}

/// A page with a button: mail scanners follow links, and must not spend them.
pub async fn confirm(visit: Visit, Path(token): Path<String>) -> Answer {
    visit.page(&SignIn { l: visit.frame(), token, f: Fields::default(), asked: false })
}

pub async fn create(State(app): State<App>, Path(token): Path<String>) -> Answer {
    let session = actions::account::sign_in(&app.desk, &token).await?;
    let mut response = see_other("/", "message-signed-in");
    let secure = if app.secure() { "; Secure" } else { "" };
    let cookie = format!("session={session}; Path=/; Max-Age={SESSION_SECONDS}; HttpOnly; SameSite=Lax{secure}");
    if let Ok(value) = cookie.parse() {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    // The account's own language counts from here on.
    response.headers_mut().append(header::SET_COOKIE, header::HeaderValue::from_static("lang=; Path=/; Max-Age=0; SameSite=Lax"));
    Ok(response)
}

pub async fn destroy(State(app): State<App>, visit: Visit) -> Answer {
    if let Some(session) = &visit.session {
        actions::account::sign_out(&app.desk, &visit.viewer, session).await?;
    }
    let mut response = see_other("/", "message-signed-out");
    response
        .headers_mut()
        .append(header::SET_COOKIE, header::HeaderValue::from_static("session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"));
    Ok(response)
}
