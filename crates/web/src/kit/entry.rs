//! What the forms of the partnership book share: three languages, uncertain dates, names one a line, a source.

pub use super::words::{edtf as date, fill as set3, read as text3, sources};
use super::{Fields, Frame};
use actions::Error;
use domain::{
    Text3,
    refusal::{FieldError, Value},
};

/// As `text3`; every language is to be filled, because none stands behind the others.
pub fn required3(f: &mut Fields, name: &str, max: usize) -> Text3 {
    let text = text3(f, name, max);
    for lang in text.missing() {
        let code = if lang == domain::Lang::Zh { "zh" } else { lang.code() };
        f.fail(&format!("{name}-{code}"), "required", vec![]);
    }
    text
}

/// Names, one a line.
pub fn lines(f: &mut Fields, name: &str) -> Vec<String> {
    f.text(name, 4000).lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_string).collect()
}

/// The part of an address that a thing is found under: small letters, digits and hyphens.
pub fn slug(f: &mut Fields) -> String {
    let typed = f.required("slug", 80);
    if !typed.is_empty() && !typed.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        f.fail("slug", "book-slug", vec![("typed", Value::Text(typed.clone()))]);
    }
    typed
}

/// The codes of an enumeration with their words.
pub fn options(l: &Frame, prefix: &str, codes: impl IntoIterator<Item = &'static str>) -> Vec<(String, String)> {
    codes.into_iter().map(|code| (code.to_string(), l.code(prefix, code))).collect()
}

/// What the rules found wrong, set beside the fields; the sentence where it concerns the whole; anything else goes on.
pub fn wrong(f: &mut Fields, e: Error) -> Result<Option<domain::Refusal>, Error> {
    match e {
        Error::Invalid(all) => {
            f.errors.extend(all.into_iter().map(|e: FieldError| e));
            Ok(None)
        }
        Error::Refused(r) => Ok(Some(r)),
        other => Err(other),
    }
}
