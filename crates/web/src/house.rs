//! The front page, the language switch and the static files.

use crate::kit::{Answer, App, Frame, Problem, Visit, see_other};
use actions::{call::Line, house::Waiting};
use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{Lang, Role, call::Phase};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "house/home.html")]
struct Home {
    l: Frame,
    waiting: Vec<Waiting>,
    /// Dates of the partnership book that nobody has acknowledged.
    reminders: usize,
    /// Open now or soon.
    calls: Vec<Line>,
}

impl Home {
    /// Where a piece of work is done.
    fn href(&self, w: &Waiting) -> String {
        let end = match w.kind {
            "draft-call" => "edit",
            "late" => "applications",
            "unhandled" => "handling",
            "unclosed" => "assessment",
            "unsealed" => "priorities",
            "unanswered" => "joint",
            "undecided" => "grants",
            "unassessed" => return "/assessments".into(),
            _ => return "/applications".into(),
        };
        format!("/calls/{}/{end}", w.slug)
    }
    fn sentence(&self, w: &Waiting) -> String {
        self.l.t2(&format!("home-{}", w.kind), "count", w.count, "call", self.l.text(&w.call))
    }
    /// What a reader with nothing to do may look at.
    fn idle(&self) -> &'static str {
        if self.l.has(Role::Officer) {
            "home-idle-office"
        } else if self.l.has(Role::Applicant) {
            "home-idle-applicant"
        } else {
            "home-idle"
        }
    }
}

pub async fn home(State(app): State<App>, visit: Visit) -> Answer {
    let now = app.desk.now();
    let waiting = actions::house::waiting(&app.desk, &visit.viewer).await?;
    let mut calls = actions::call::list(&app.desk, &visit.viewer).await?;
    calls.retain(|c| matches!(c.phase(now), Phase::Open | Phase::Coming));
    let reminders = actions::reminder::waiting(&app.desk, &visit.viewer).await?;
    visit.page(&Home { l: visit.frame(), waiting, reminders, calls })
}

/// GET, because it changes nothing but how things are shown: works as a plain link.
pub async fn language(
    State(app): State<App>,
    visit: Visit,
    Path(code): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Answer {
    let lang = Lang::parse(&code).ok_or(Problem::UnknownLanguage(code))?;
    actions::account::choose_language(&app.desk, &visit.viewer, lang).await?;
    let back = query.get("back").map(String::as_str).filter(|b| own_path(b)).unwrap_or("/");
    let mut response = see_other(back, "");
    let cookie = format!("lang={}; Path=/; Max-Age=31536000; SameSite=Lax", lang.code());
    if let Ok(value) = cookie.parse() {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    Ok(response)
}

/// Only our own paths: `//host` leaves the house, and browsers read `/\\host` and a tab or line break as the same.
fn own_path(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && !path.contains(|c: char| c == '\\' || c.is_control())
}

/// For what asks without having read a page, e.g. a browser that shows a PDF.
pub async fn icon() -> Response {
    (StatusCode::FOUND, [(header::LOCATION, assets::url("mark.svg")), (header::CACHE_CONTROL, "public, max-age=86400")]).into_response()
}

pub async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Result<Response, Problem> {
    let asset = assets::get(&format!("/static/{path}")).ok_or_else(|| Problem::from(actions::Error::NotFound))?;
    let accepts = |name: header::HeaderName, what: &str| headers.get(name).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains(what));
    let packed = asset.br.filter(|_| accepts(header::ACCEPT_ENCODING, "br"));
    // Two encodings are two representations: each has its own tag.
    let etag = if packed.is_some() { asset.etag_br() } else { asset.etag.to_string() };
    if accepts(header::IF_NONE_MATCH, &etag) {
        return Ok(StatusCode::NOT_MODIFIED.into_response());
    }
    let common = [
        (header::CONTENT_TYPE, asset.content_type),
        (header::ETAG, &etag),
        (header::CACHE_CONTROL, assets::CACHE_CONTROL),
        (header::VARY, "accept-encoding"),
    ];
    Ok(match packed {
        Some(br) => (common, [(header::CONTENT_ENCODING, "br")], br).into_response(),
        None => (common, asset.bytes).into_response(),
    })
}
