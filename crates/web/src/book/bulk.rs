//! Reading organisations and places from a spreadsheet: a look at what would change, then all of it or nothing.

use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, see_other};
use actions::{
    Error,
    book::bulk::{self, Rehearsal},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};

#[derive(Template)]
#[template(path = "book/bulk.html")]
struct Page {
    l: Frame,
    f: Fields,
    /// `places` or `organisations`.
    what: &'static str,
    file: String,
    rehearsal: Option<Rehearsal>,
    /// The file once more, for the form that saves; hex, so that any bytes pass.
    again: String,
}

impl Page {
    fn nav(&self) -> String {
        self.l.code("nav", self.what)
    }
}

/// Largest file: it goes through the browser a second time.
const MAX: usize = 2 * 1024 * 1024;

fn kind(what: &str) -> Result<&'static str, Problem> {
    ["places", "organisations"].into_iter().find(|w| *w == what).ok_or_else(|| Error::NotFound.into())
}

pub async fn show(visit: Visit, Path(what): Path<String>) -> Answer {
    let what = kind(&what)?;
    visit.page(&Page { l: visit.frame(), f: Fields::default(), what, file: String::new(), rehearsal: None, again: String::new() })
}

pub async fn create(State(app): State<App>, visit: Visit, Path(what): Path<String>, mut f: Fields) -> Answer {
    let what = kind(&what)?;
    let save = f.is("do", "save");
    let (file, bytes) = match save {
        true => (f.value("file").to_string(), bytes_of(f.value("again")).ok_or(Problem::Garbled)?),
        false => match f.files.iter().find(|x| x.field == "sheet") {
            Some(sent) if sent.bytes.len() > MAX => return Err(Problem::TooLarge(MAX as u64)),
            Some(sent) => (sent.name.clone(), sent.bytes.to_vec()),
            None => {
                f.fail("sheet", "sheet-missing", vec![]);
                let page = Page { l: visit.frame(), f, what, file: String::new(), rehearsal: None, again: String::new() };
                return visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
            }
        },
    };
    let read = match what {
        "places" => bulk::places(&app.desk, &visit.viewer, &file, &bytes, save).await,
        _ => bulk::organisations(&app.desk, &visit.viewer, &file, &bytes, save).await,
    };
    match read {
        Ok(r) if save && r.problems.is_empty() => Ok(see_other(&format!("/{what}"), "message-saved")),
        Ok(r) => {
            let status = if r.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
            let again = bytes.iter().map(|b| format!("{b:02x}")).collect();
            visit.page_as(status, &Page { l: visit.frame(), f, what, file, rehearsal: Some(r), again })
        }
        Err(Error::Refused(refusal)) => {
            f.errors.push(domain::refusal::FieldError { field: "sheet".into(), refusal });
            let page = Page { l: visit.frame(), f, what, file, rehearsal: None, again: String::new() };
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(other) => Err(other.into()),
    }
}

fn bytes_of(hex: &str) -> Option<Vec<u8>> {
    if !hex.len().is_multiple_of(2) || hex.len() > 2 * MAX || !hex.is_ascii() {
        return None;
    }
    (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).ok()).collect()
}
