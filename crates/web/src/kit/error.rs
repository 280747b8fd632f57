//! What can go wrong on the way to a page. The visit layer turns a `Problem` into a page in the reader's language.

use actions::Error;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use std::sync::Arc;

pub type Answer = std::result::Result<Response, Problem>;

#[derive(Clone, Debug)]
pub enum Problem {
    Action(Arc<Error>),
    /// More than this many bytes were sent.
    TooLarge(u64),
    /// The body is not the form that was asked for.
    Garbled,
    /// The form came from another site.
    Foreign,
    Method,
    UnknownLanguage(String),
}

impl<E: Into<Error>> From<E> for Problem {
    fn from(e: E) -> Problem {
        Problem::Action(Arc::new(e.into()))
    }
}

impl Problem {
    pub fn status(&self) -> StatusCode {
        match self {
            Problem::Action(e) => match &**e {
                Error::NotFound => StatusCode::NOT_FOUND,
                Error::Denied(domain::Denied::SignIn) => StatusCode::UNAUTHORIZED,
                Error::Denied(_) => StatusCode::FORBIDDEN,
                Error::Refused(_) => StatusCode::CONFLICT,
                Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
                Error::Failure(_) => StatusCode::INTERNAL_SERVER_ERROR,
            },
            Problem::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::Garbled => StatusCode::BAD_REQUEST,
            Problem::Foreign => StatusCode::FORBIDDEN,
            Problem::Method => StatusCode::METHOD_NOT_ALLOWED,
            Problem::UnknownLanguage(_) => StatusCode::BAD_REQUEST,
        }
    }
}

/// What an address names, or a page that does not exist.
pub fn found<T>(named: Option<T>) -> Result<T, Problem> {
    named.ok_or_else(|| Problem::from(Error::NotFound))
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
