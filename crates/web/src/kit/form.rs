//! What a person typed: kept as typed, so that a page can show it again with its errors.

use super::{App, Problem};
use axum::{
    body::{Body, Bytes, HttpBody, to_bytes},
    extract::{FromRequest, Multipart, Request},
    http::{
        HeaderMap,
        header::{CONTENT_LENGTH, CONTENT_TYPE},
    },
};
use domain::{
    Currency, Money, Refusal,
    money::AmountProblem,
    refusal::{FieldError, Value},
    text::hidden_character,
};
use std::{future::poll_fn, pin::Pin};

/// Largest body of a form with files, bytes.
pub const MAX_BODY: u64 = 30 * 1024 * 1024;

/// What is read to its end although it is refused, bytes; the connection is closed on more.
const DRAINED: u64 = 512 * 1024 * 1024;

/// An uploaded file as it came.
#[derive(Clone, Debug)]
pub struct File {
    pub field: String,
    pub name: String,
    pub media_type: String,
    pub bytes: Bytes,
}

/// The fields of a form in the order they came, and what is wrong with them.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    values: Vec<(String, String)>,
    pub files: Vec<File>,
    pub errors: Vec<FieldError>,
    /// What stands above the form about changes that it is to take back, or that another has made meanwhile.
    pub above: Option<Told>,
}

/// Changes in words: a heading, what to do, and field, before, after.
#[derive(Clone, Debug)]
pub struct Told {
    pub title: String,
    pub help: String,
    pub rows: Vec<[String; 3]>,
}

impl Fields {
    /// A form filled from what is stored.
    pub fn filled<K: Into<String>, V: Into<String>>(values: impl IntoIterator<Item = (K, V)>) -> Fields {
        Fields { values: values.into_iter().map(|(k, v)| (k.into(), v.into())).collect(), ..Fields::default() }
    }
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.retain(|(k, _)| k != name);
        self.values.push((name.into(), value.into()));
    }
    /// Several values in the place of those there are.
    pub fn set_all(&mut self, name: &str, values: impl IntoIterator<Item = String>) {
        self.values.retain(|(k, _)| k != name);
        self.values.extend(values.into_iter().map(|v| (name.to_string(), v)));
    }
    /// As typed; empty where the field did not come.
    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(k, _)| k == name).map_or("", |(_, v)| v)
    }
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.values.iter().filter(|(k, _)| k == name).map(|(_, v)| v.as_str()).collect()
    }
    pub fn has(&self, name: &str) -> bool {
        self.values.iter().any(|(k, _)| k == name)
    }
    pub fn pairs(&self) -> &[(String, String)] {
        &self.values
    }
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.all(name).contains(&value)
    }
    pub fn error(&self, name: &str) -> Option<&FieldError> {
        self.errors.iter().find(|e| e.field == name)
    }
    pub fn fail(&mut self, name: &str, key: &'static str, args: domain::refusal::Args) {
        self.errors.push(FieldError::new(name, key, args));
    }

    /// What an action answered: done, or what stands above the form when it is shown again with what was typed.
    pub fn told<T>(&mut self, outcome: actions::Result<T>) -> Result<Result<T, Option<Refusal>>, Problem> {
        match outcome {
            Ok(done) => Ok(Ok(done)),
            Err(actions::Error::Refused(why)) => Ok(Err(Some(why))),
            Err(actions::Error::Invalid(errors)) => {
                self.errors = errors;
                Ok(Err(None))
            }
            Err(other) => Err(other.into()),
        }
    }
    /// One of the values offered, or none where nothing was chosen.
    pub fn offered(&mut self, name: &str, options: &[(String, String)]) -> Option<String> {
        let typed = self.value(name).to_string();
        if typed.is_empty() {
            return None;
        }
        if !options.iter().any(|(value, _)| *value == typed) {
            self.fail(name, "required", vec![]);
        }
        Some(typed)
    }

    /// Trimmed text; notes characters that hide or reorder text, and text over `max` characters.
    pub fn text(&mut self, name: &str, max: usize) -> String {
        let text = self.value(name).replace("\r\n", "\n").trim().to_string();
        if let Some(c) = hidden_character(&text) {
            self.fail(name, "hidden-character", vec![("code", Value::Text(format!("U+{:04X}", c as u32)))]);
        }
        let count = text.chars().count();
        if count > max {
            self.fail(name, "too-long", vec![("count", Value::Number(count as i64)), ("max", Value::Number(max as i64))]);
        }
        text
    }
    /// As `text`, and notes where nothing was typed.
    pub fn required(&mut self, name: &str, max: usize) -> String {
        let text = self.text(name, max);
        if text.is_empty() {
            self.fail(name, "required", vec![]);
        }
        text
    }
    /// A whole number within bounds; notes what is wrong and answers `low`.
    pub fn number(&mut self, name: &str, low: i64, high: i64) -> i64 {
        let typed = self.value(name).trim().to_string();
        match typed.parse::<i64>() {
            Ok(n) if (low..=high).contains(&n) => n,
            _ if typed.is_empty() => {
                self.fail(name, "required", vec![]);
                low
            }
            _ => {
                self.fail(
                    name,
                    "number-between",
                    vec![("typed", Value::Text(typed)), ("low", Value::Number(low)), ("high", Value::Number(high))],
                );
                low
            }
        }
    }
    /// An amount in the field's own currency; notes what is wrong and answers zero. An empty field is zero.
    pub fn money(&mut self, name: &str, currency: Currency) -> Money {
        match domain::money::parse_amount(self.value(name), currency) {
            Ok(m) => m,
            Err(AmountProblem::Empty) => Money::zero(currency),
            Err(problem) => {
                let (key, args) = amount_refusal(problem, currency);
                self.fail(name, key, args);
                Money::zero(currency)
            }
        }
    }
}

/// The sentence for an amount that was not understood.
pub fn amount_refusal(problem: AmountProblem, currency: Currency) -> (&'static str, domain::refusal::Args) {
    let wanted = ("currency", Value::Text(currency.code().into()));
    match problem {
        AmountProblem::Empty => ("required", vec![]),
        AmountProblem::NotANumber(typed) => ("amount-not-a-number", vec![("typed", Value::Text(typed)), wanted]),
        AmountProblem::TooManyDecimals(typed) => ("amount-decimals", vec![("typed", Value::Text(typed))]),
        AmountProblem::TooLarge => ("amount-too-large", vec![]),
        AmountProblem::Negative => ("amount-negative", vec![]),
        AmountProblem::WrongCurrency { typed, .. } => ("amount-currency", vec![("typed", Value::Text(typed.code().into())), wanted]),
    }
}

impl FromRequest<App> for Fields {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Fields, Problem> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("").to_string();
        let (parts, body) = request.into_parts();
        let body = within_limit(&parts.headers, body).await?;
        let request = Request::from_parts(parts, body);
        if kind.starts_with("multipart/form-data") {
            let multipart = Multipart::from_request(request, app).await.map_err(|_| Problem::Garbled)?;
            return read_multipart(multipart).await;
        }
        let bytes = to_bytes(request.into_body(), MAX_BODY as usize).await.map_err(|_| Problem::TooLarge(MAX_BODY))?;
        let values = serde_urlencoded::from_bytes(&bytes).map_err(|_| Problem::Garbled)?;
        Ok(Fields { values, ..Fields::default() })
    }
}

/// Refuses a body that is announced to be too large. A browser that is cut off while it sends shows its own error, one that has sent
/// everything reads our page: so it is read to its end, up to `DRAINED`, and nothing of it kept.
pub async fn within_limit(headers: &HeaderMap, mut body: Body) -> Result<Body, Problem> {
    let length = headers.get(CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<u64>().ok()).unwrap_or(0);
    if length <= MAX_BODY {
        return Ok(body);
    }
    if length <= DRAINED {
        while let Some(Ok(_)) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {}
    }
    Err(Problem::TooLarge(MAX_BODY))
}

async fn read_multipart(mut multipart: Multipart) -> Result<Fields, Problem> {
    let mut fields = Fields::default();
    let failed = |e: axum::extract::multipart::MultipartError| {
        if e.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE { Problem::TooLarge(MAX_BODY) } else { Problem::Garbled }
    };
    while let Some(part) = multipart.next_field().await.map_err(failed)? {
        let field = part.name().unwrap_or("").to_string();
        match part.file_name().map(str::to_string) {
            None => fields.values.push((field, part.text().await.map_err(failed)?)),
            Some(name) => {
                let media_type = part.content_type().unwrap_or("application/octet-stream").to_string();
                let bytes = part.bytes().await.map_err(failed)?;
                // A browser sends an empty, nameless part for a file field left alone.
                if !name.is_empty() {
                    fields.files.push(File { field, name, media_type, bytes });
                }
            }
        }
    }
    Ok(fields)
}
