//! What the forms of the partnership book share: three languages, uncertain dates, names one a line, a source.

use super::{App, Fields, Frame};
use actions::Error;
use domain::{
    Text3,
    edtf::Edtf,
    refusal::{FieldError, Value},
};

/// `name-da`, `name-en`, `name-zh`, each up to `max` characters.
pub fn text3(f: &mut Fields, name: &str, max: usize) -> Text3 {
    let mut one = |lang: &str| f.text(&format!("{name}-{lang}"), max);
    Text3 { da: one("da"), en: one("en"), zh: one("zh") }
}

/// As `text3`; every language is to be filled, because none stands behind the others.
pub fn required3(f: &mut Fields, name: &str, max: usize) -> Text3 {
    let text = text3(f, name, max);
    for lang in text.missing() {
        let code = if lang == domain::Lang::Zh { "zh" } else { lang.code() };
        f.fail(&format!("{name}-{code}"), "required", vec![]);
    }
    text
}

/// Fills `name-da`, `name-en`, `name-zh` from a stored text.
pub fn set3(f: &mut Fields, name: &str, text: &Text3) {
    f.set(&format!("{name}-da"), &text.da);
    f.set(&format!("{name}-en"), &text.en);
    f.set(&format!("{name}-zh"), &text.zh);
}

/// A date as sources give it, e.g. `198X`; empty is unknown.
pub fn date(f: &mut Fields, name: &str) -> Edtf {
    let typed = f.text(name, 40);
    Edtf::parse(&typed).unwrap_or_else(|| {
        f.fail(name, "book-date", vec![("typed", Value::Text(typed))]);
        Edtf::default()
    })
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

/// The sources to choose from: slug and title.
pub async fn sources(app: &App, l: &Frame) -> Result<Vec<(String, String)>, super::Problem> {
    let all = actions::source::list(&app.desk).await?;
    Ok(all.into_iter().map(|s| (s.source.slug.clone(), l.text(&s.source.title).to_string())).collect())
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
