//! One request: who asks, where, and how a page or a redirect is answered.

use super::{Answer, App, Frame, Problem, summary};
use actions::{Viewer, revision::Revision};
use askama::Template;
use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Response},
};
use std::sync::Arc;

#[derive(Clone)]
pub struct Visit {
    pub viewer: Viewer,
    /// Path and query, for the language switch and the way back.
    pub here: String,
    pub session: Option<String>,
    /// Key of a message that the page before left, e.g. `message-saved`.
    pub message: Option<String>,
    /// htmx asks for a part of the page.
    pub partial: bool,
    /// The last change of the thing whose page this is.
    pub changed: Option<Revision>,
    app: Arc<App>,
}

impl Visit {
    pub fn new(app: &App, viewer: Viewer, here: String, session: Option<String>, message: Option<String>, partial: bool) -> Visit {
        Visit { viewer, here, session, message, partial, changed: None, app: Arc::new(app.clone()) }
    }

    pub fn frame(&self) -> Frame {
        Frame::new(&self.app, self)
    }

    pub fn page(&self, template: &impl Template) -> Answer {
        self.page_as(StatusCode::OK, template)
    }

    /// A page with another status: 422 for a form that needs mending.
    pub fn page_as(&self, status: StatusCode, template: &impl Template) -> Answer {
        let mut html = template.render().map_err(|e| Problem::from(anyhow::anyhow!(e)))?;
        if !status.is_success() {
            html = summary::named(html, self.viewer.lang);
        }
        let mut response = (status, Html(html)).into_response();
        response.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(self.viewer.lang.code()));
        if self.message.is_some() {
            clear_message(&mut response);
        }
        Ok(response)
    }

    /// The path without its query.
    pub fn path(&self) -> &str {
        self.here.split('?').next().unwrap_or("/")
    }
}

fn clear_message(response: &mut Response) {
    response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_static("message=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"));
}

/// 303 to `path`, with a message that the next page shows once.
pub fn see_other(path: &str, message: &'static str) -> Response {
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, path.to_string())]).into_response();
    if !message.is_empty()
        && let Ok(cookie) = HeaderValue::from_str(&format!("message={message}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// A file for the reader to keep.
pub fn download(name: &str, media_type: &'static str, bytes: Vec<u8>) -> Response {
    // ASCII name for old browsers, the real one beside it (RFC 6266).
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' }).collect();
    let encoded: String = name
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b"-_.".contains(&b) { (b as char).to_string() } else { format!("%{b:02X}") })
        .collect();
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}");
    ([(header::CONTENT_TYPE, media_type.to_string()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

impl FromRequestParts<App> for Visit {
    type Rejection = Problem;

    /// The visit layer has put it there.
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Visit, Problem> {
        parts.extensions.get::<Visit>().cloned().ok_or_else(|| Problem::from(anyhow::anyhow!("the visit layer is missing")))
    }
}
