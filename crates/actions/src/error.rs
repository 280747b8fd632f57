//! Why an action did not happen. `?` works on database errors, denials and refusals alike.

use domain::{Denied, Refusal, refusal::FieldError};

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug)]
pub enum Error {
    /// No such thing, or not for this viewer to know of.
    NotFound,
    Denied(Denied),
    /// The rules say no; the sentence says why and what to do.
    Refused(Refusal),
    /// The form needs mending, field by field.
    Invalid(Vec<FieldError>),
    /// Something broke; logged once with its chain, shown as a number.
    Failure(anyhow::Error),
}

impl From<anyhow::Error> for Error {
    fn from(e: anyhow::Error) -> Error {
        Error::Failure(e)
    }
}
impl From<Denied> for Error {
    fn from(d: Denied) -> Error {
        match d {
            Denied::Hidden => Error::NotFound,
            other => Error::Denied(other),
        }
    }
}
impl From<Refusal> for Error {
    fn from(r: Refusal) -> Error {
        Error::Refused(r)
    }
}
impl From<Vec<FieldError>> for Error {
    fn from(all: Vec<FieldError>) -> Error {
        Error::Invalid(all)
    }
}

impl std::fmt::Display for Error {
    /// For the command line and logs; screens translate.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::NotFound => f.write_str("not found"),
            Error::Denied(d) => write!(f, "not permitted: {d:?}"),
            Error::Refused(r) => write!(f, "refused: {} {:?}", r.key(), r.args()),
            Error::Invalid(all) => {
                write!(f, "invalid: {}", all.iter().map(|e| format!("{} {}", e.field, e.refusal.key())).collect::<Vec<_>>().join(", "))
            }
            Error::Failure(e) => write!(f, "{e:#}"),
        }
    }
}
impl std::error::Error for Error {}
