//! What was sent in a form after the session had ended: given back on the page that asks to sign in, ready to be sent once more.
//! It lives on that page only: who is not signed in can't fill our database.

use super::{
    App, Fields, Problem,
    form::{MAX_BODY, within_limit},
};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{FromRequest, Request},
    http::{HeaderValue, Method, header, request::Parts},
};

/// A form as it came from somebody who is not signed in.
pub struct Sent {
    bytes: Bytes,
    kind: HeaderValue,
}

impl Sent {
    /// Reads a form's body and hands it on: a handler takes it before anybody knows that it may not.
    pub async fn copy(parts: &Parts, body: Body) -> Result<(Body, Option<Sent>), Problem> {
        let kind = parts.headers.get(header::CONTENT_TYPE).filter(|v| parts.method == Method::POST && is_form(v));
        let Some(kind) = kind.cloned() else { return Ok((body, None)) };
        let body = within_limit(&parts.headers, body).await?;
        let bytes = to_bytes(body, MAX_BODY as usize).await.map_err(|_| Problem::TooLarge(MAX_BODY))?;
        Ok((Body::from(bytes.clone()), Some(Sent { bytes, kind })))
    }

    /// The fields again; nothing where the form can't be read.
    pub async fn fields(self, app: &App) -> Fields {
        let mut request = Request::new(Body::from(self.bytes));
        request.headers_mut().insert(header::CONTENT_TYPE, self.kind);
        Fields::from_request(request, app).await.unwrap_or_default()
    }
}

fn is_form(kind: &HeaderValue) -> bool {
    let kind = kind.as_bytes();
    kind.starts_with(b"application/x-www-form-urlencoded") || kind.starts_with(b"multipart/form-data")
}

/// What of a form is a person's own words: what the page itself put into it does not count.
pub fn typed(fields: &Fields) -> Vec<&str> {
    const OURS: [&str; 5] = ["form_key", "version", "confirm", "then", "next"];
    let own = |(name, value): &&(String, String)| {
        let id = value.len() == 36 && value.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
        !OURS.contains(&name.as_str()) && !value.trim().is_empty() && !id
    };
    fields.pairs().iter().filter(own).map(|(_, value)| value.as_str()).collect()
}
