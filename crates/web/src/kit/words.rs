//! Fields that the forms of the book share: a text in three languages, a country, a degree, an uncertain date, names one a line, a source.

use super::{App, Fields, Frame, Problem};
use actions::Error;
use domain::{Lang, Refusal, Text3, edtf::Edtf, refusal::Value};

/// The fields `name-da`, `name-en`, `name-zh` from what is stored.
pub fn fill(f: &mut Fields, name: &str, text: &Text3) {
    f.set(&format!("{name}-da"), text.da.clone());
    f.set(&format!("{name}-en"), text.en.clone());
    f.set(&format!("{name}-zh"), text.zh.clone());
}

pub fn read(f: &mut Fields, name: &str, max: usize) -> Text3 {
    Text3 { da: f.text(&format!("{name}-da"), max), en: f.text(&format!("{name}-en"), max), zh: f.text(&format!("{name}-zh"), max) }
}

/// At least one of the three: others stand in until they are written.
pub fn required(f: &mut Fields, name: &str, max: usize) -> Text3 {
    let text = read(f, name, max);
    if text == Text3::default() {
        f.fail(&format!("{name}-da"), "book-one-language", vec![]);
    }
    text
}

/// All three, because none stands behind the others.
pub fn required_all(f: &mut Fields, name: &str, max: usize) -> Text3 {
    let text = read(f, name, max);
    for lang in text.missing() {
        let code = if lang == Lang::Zh { "zh" } else { lang.code() };
        f.fail(&format!("{name}-{code}"), "required", vec![]);
    }
    text
}

/// Names, one a line.
pub fn lines(f: &mut Fields, name: &str) -> Vec<String> {
    f.text(name, 4000).lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_string).collect()
}

/// The part of an address that a thing is found under: small letters, digits and hyphens; made of `otherwise` where nothing was typed.
pub fn slug(f: &mut Fields, otherwise: &Text3) -> String {
    let typed = f.text("slug", 80);
    if typed.is_empty() {
        return actions::named::slug(otherwise);
    }
    if !typed.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        f.fail("slug", "book-slug", vec![("typed", Value::Text(typed.clone()))]);
    }
    typed
}

/// Two letters of ISO 3166-1, or none.
pub fn country(f: &mut Fields) -> String {
    let typed = f.text("country", 2).to_ascii_uppercase();
    if !typed.is_empty() && !(typed.len() == 2 && typed.bytes().all(|b| b.is_ascii_uppercase())) {
        f.fail("country", "book-country-code", vec![("typed", Value::Text(typed.clone()))]);
    }
    typed
}

/// Degrees with a decimal point or comma; empty is none.
pub fn degree(f: &mut Fields, name: &str, most: f64) -> Option<f64> {
    let typed = f.text(name, 20);
    if typed.is_empty() {
        return None;
    }
    let degree = decimal(&typed).filter(|d| d.abs() <= most);
    if degree.is_none() {
        f.fail(name, "place-degree", vec![("typed", Value::Text(typed)), ("most", Value::Number(most as i64))]);
    }
    degree
}

/// A number as Danes, Britons or Chinese write it without grouping; empty is none.
pub fn number(f: &mut Fields, name: &str) -> Option<f64> {
    let typed = f.text(name, 30);
    if typed.is_empty() {
        return None;
    }
    let number = decimal(&typed);
    if number.is_none() {
        f.fail(name, "book-number", vec![("typed", Value::Text(typed))]);
    }
    number
}

fn decimal(typed: &str) -> Option<f64> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    let digits = plain.trim_start_matches('-');
    let sound = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    plain.parse().ok().filter(|_| sound)
}

/// An uncertain date as EDTF; empty is unknown.
pub fn edtf(f: &mut Fields, name: &str) -> Edtf {
    let typed = f.text(name, 30);
    Edtf::parse(&typed).unwrap_or_else(|| {
        f.fail(name, "book-date", vec![("typed", Value::Text(typed))]);
        Edtf::default()
    })
}

/// One of a closed set of codes.
pub fn choice<T>(f: &mut Fields, name: &str, parse: impl Fn(&str) -> Option<T>, otherwise: T) -> T {
    parse(f.value(name)).unwrap_or_else(|| {
        f.fail(name, "required", vec![]);
        otherwise
    })
}

/// Address and name of every partnership, as this reader reads it.
pub async fn partnerships(app: &App, l: &Frame) -> Result<Vec<(String, String)>, Problem> {
    let all = actions::named::partnerships(&app.desk).await?;
    Ok(all.into_iter().map(|(slug, name)| (slug, l.text(&name).to_string())).collect())
}

/// The partnership chosen; notes one that is not in the book.
pub fn partnership(f: &mut Fields, known: &[(String, String)]) {
    let typed = f.value("partnership").to_string();
    if !typed.is_empty() && !known.iter().any(|(slug, _)| *slug == typed) {
        f.fail("partnership", "book-not-found", vec![("typed", Value::Text(typed))]);
    }
}

/// The codes of an enumeration with their words.
pub fn options(l: &Frame, prefix: &str, codes: impl IntoIterator<Item = &'static str>) -> Vec<(String, String)> {
    codes.into_iter().map(|code| (code.to_string(), l.code(prefix, code))).collect()
}

/// What the rules found wrong, set beside the fields; the sentence where it concerns the whole; anything else goes on.
pub fn wrong(f: &mut Fields, error: Error) -> Result<Option<Refusal>, Error> {
    match error {
        Error::Invalid(all) => {
            f.errors.extend(all);
            Ok(None)
        }
        Error::Refused(refusal) => Ok(Some(refusal)),
        other => Err(other),
    }
}

/// Short name and title of every source, to choose from.
pub async fn sources(app: &App, l: &Frame) -> Result<Vec<(String, String)>, Problem> {
    let all = actions::source::list(&app.desk).await?;
    Ok(all.into_iter().map(|line| (line.source.slug, l.text(&line.source.title).to_string())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_comma_or_point_and_nothing_else() {
        for (typed, read) in
            [("102600", Some(102_600.0)), ("2,5", Some(2.5)), ("2.5", Some(2.5)), ("-3", Some(-3.0)), ("77 300 000", Some(77_300_000.0))]
        {
            assert_eq!(decimal(typed), read, "{typed}");
        }
        for typed in ["1.000,5", "inf", "NaN", "1e9", "", "-"] {
            assert_eq!(decimal(typed), None, "{typed}");
        }
    }
}
