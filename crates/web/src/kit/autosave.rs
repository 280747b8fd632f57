//! What a form that saves by itself is answered (see `assets`, app.js): the new version, or the fields that cannot be saved.

use super::Frame;
use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{Instant, refusal::FieldError};

/// The request comes from the script that saves by itself.
pub fn by_itself(headers: &HeaderMap) -> bool {
    headers.contains_key("x-autosave")
}

pub fn saved(l: &Frame, version: i64, at: Instant) -> Response {
    let words = l.t1("form-saved", "time", l.own(at));
    json(StatusCode::OK, &serde_json::json!({ "version": version, "saved": words }))
}

pub fn refused(errors: &[FieldError]) -> Response {
    let fields: Vec<&str> = errors.iter().map(|e| e.field.as_str()).collect();
    json(StatusCode::UNPROCESSABLE_ENTITY, &serde_json::json!({ "fields": fields }))
}

/// Somebody else saved in between: the page has to ask.
pub fn conflict() -> Response {
    json(StatusCode::CONFLICT, &serde_json::json!({}))
}

fn json(status: StatusCode, body: &serde_json::Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}
