//! Around every request: who asks, security headers, and problems as pages.

use super::{
    App, Fields, Frame, Problem, Visit,
    kept::{self, Sent},
};
use actions::{
    Error,
    revision::{Kind, Revision},
};
use askama::Template;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use domain::{Denied, Lang};

const HEADERS: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("strict-transport-security", "max-age=31536000"),
];

/// Finds the viewer, runs the handler, dresses the answer.
pub async fn visit(State(app): State<App>, request: Request, next: Next) -> Response {
    // Apart, because a body may not be shared while we wait for the database.
    let (mut parts, body) = request.into_parts();
    let mut visit = match open(&app, &parts).await {
        Ok(visit) => visit,
        Err(problem) => return dress(problem.into_response()),
    };
    // Another site may link here, but not make a signed-in person act: reads are safe, writes must come from our own pages.
    if parts.method != Method::GET && parts.method != Method::HEAD && foreign(&parts.headers, &app.desk.base_url) {
        return dress(problem_page(&visit, &Problem::Foreign));
    }
    let (body, sent) = match visit.viewer.account {
        Some(_) => (body, None),
        None => match Sent::copy(&parts, body).await {
            Ok(both) => both,
            Err(problem) => return dress(problem_page(&visit, &problem)),
        },
    };
    match changed(&app, &visit).await {
        Ok(changed) => visit.changed = changed,
        Err(problem) => return dress(problem_page(&visit, &problem)),
    }
    parts.extensions.insert(visit.clone());
    let response = next.run(Request::from_parts(parts, body)).await;
    let problem = response.extensions().get::<Problem>().cloned().or_else(|| bare(&response));
    dress(match (problem, sent) {
        (Some(problem), Some(sent)) if problem.status() == StatusCode::UNAUTHORIZED => signed_out(&app, &visit, sent).await,
        (Some(problem), _) => problem_page(&visit, &problem),
        (None, _) => response,
    })
}

async fn open(app: &App, parts: &Parts) -> Result<Visit, Problem> {
    let session = cookie(&parts.headers, "session");
    let chosen = cookie(&parts.headers, "lang").and_then(|c| Lang::parse(&c));
    let wished = || parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).and_then(Lang::from_accept);
    let mut viewer = actions::account::viewer(&app.desk, session.as_deref(), chosen).await?;
    if viewer.account.is_none() && chosen.is_none() {
        viewer.lang = wished().unwrap_or(Lang::En);
    }
    let here = parts.uri.path_and_query().map_or("/", |p| p.as_str()).to_string();
    let partial = parts.headers.get("hx-request-type").is_some_and(|v| v == "partial");
    Ok(Visit::new(app, viewer, here, session, cookie(&parts.headers, "message"), partial))
}

/// On the page of a thing of the book: who changed it last, for those who look into the book.
async fn changed(app: &App, visit: &Visit) -> Result<Option<Revision>, Problem> {
    Ok(match Kind::at(visit.path()) {
        Some(_) => actions::revision::last(&app.desk, &visit.viewer, visit.path()).await?,
        None => None,
    })
}

/// Sec-Fetch-Site where the browser sends it, else Origin against our own address or Host; a forwarded host is never asked.
/// A request with neither comes from no browser.
fn foreign(headers: &HeaderMap, base_url: &str) -> bool {
    let get = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    match (get("sec-fetch-site"), get("origin")) {
        (Some(site), _) => !matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin != base_url && origin.split_once("://").map(|(_, host)| host) != get("host"),
        (None, None) => false,
    }
}

pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(k, v)| *k == name && !v.is_empty())
        .map(|(_, v)| v.to_string())
}

/// Answers that axum made without a page of ours.
fn bare(response: &Response) -> Option<Problem> {
    match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => Some(Problem::Method),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Problem::TooLarge(super::form::MAX_BODY)),
        StatusCode::BAD_REQUEST if response.headers().get(header::CONTENT_TYPE).is_none_or(|v| v.as_bytes().starts_with(b"text/plain")) => {
            Some(Problem::Garbled)
        }
        _ => None,
    }
}

#[derive(Template)]
#[template(path = "house/problem.html")]
struct ProblemPage {
    l: Frame,
    title: String,
    help: String,
    number: Option<String>,
    sign_in: bool,
}

#[derive(Template)]
#[template(path = "house/signed_out.html")]
struct SignedOut<'a> {
    l: Frame,
    f: &'a Fields,
    typed: Vec<&'a str>,
}

/// The session ended while somebody wrote: what was sent is given back.
async fn signed_out(app: &App, visit: &Visit, sent: Sent) -> Response {
    let fields = sent.fields(app).await;
    let page = SignedOut { l: visit.frame(), typed: kept::typed(&fields), f: &fields };
    match page.render() {
        Ok(html) => (StatusCode::UNAUTHORIZED, Html(html)).into_response(),
        Err(_) => problem_page(visit, &Problem::from(Error::Denied(Denied::SignIn))),
    }
}

fn problem_page(visit: &Visit, problem: &Problem) -> Response {
    let l = visit.frame();
    let mut number = None;
    let mut sign_in = false;
    let (title, help) = match problem {
        Problem::Action(e) => match &**e {
            Error::NotFound => (l.t("error-not-found"), l.t("error-not-found-help")),
            Error::Denied(Denied::SignIn) => {
                sign_in = true;
                (l.t("error-sign-in"), l.t("account-sign-in-help"))
            }
            Error::Denied(_) => (l.t("error-denied"), l.t1("error-denied-help", "name", l.user_name())),
            Error::Refused(r) => (l.t("refused-title"), l.refusal(r)),
            Error::Invalid(all) => (l.t("refused-title"), all.iter().map(|e| l.refusal(&e.refusal)).collect::<Vec<_>>().join(" ")),
            Error::Failure(e) => {
                // Shown as a number, told once in the log with its whole chain.
                let id = format!("{:08x}", fxhash(&format!("{e:?}{}", visit.here)));
                tracing::error!(number = %id, path = %visit.path(), error = %format!("{e:#}"), "an action failed");
                number = Some(id);
                (l.t("error-failure"), l.t("error-failure-help"))
            }
        },
        Problem::TooLarge(max) => {
            let size = i18n::format::bytes(l.lang, *max);
            (l.t("error-too-large"), l.t1("error-too-large-help", "size", size))
        }
        Problem::Garbled => (l.t("error-title"), l.t("error-garbled-help")),
        Problem::Foreign => (l.t("error-csrf"), l.t("error-csrf-help")),
        Problem::Method => (l.t("error-method"), l.t("error-not-found-help")),
        Problem::UnknownLanguage(code) => (l.t1("error-unknown-language", "code", code), l.t("error-unknown-language-help")),
    };
    let page = ProblemPage { title, help, number, sign_in, l };
    let html = page.render().unwrap_or_else(|_| page.title.clone());
    (problem.status(), Html(html)).into_response()
}

/// FNV-1a: only names an error, protects nothing.
fn fxhash(s: &str) -> u32 {
    s.bytes().fold(0x811c_9dc5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

fn dress(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    // Cases are not to lie in shared caches; assets set their own rule.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
