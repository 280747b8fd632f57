//! What a clerk types for an organisation or a place, found in the book; and addresses made of titles.

use domain::{Text3, edtf::Edtf, named::Named, refusal::FieldError, refusal::Value};
use i18n::search;
use store::Tx;
pub use store::named::Which;

/// Finds what was typed: an address, a name in any language, or a part of one that fits only one thing. Nothing typed is nothing.
pub async fn resolve(tx: &mut Tx, which: Which, field: &str, typed: &str) -> anyhow::Result<Result<Option<Named>, FieldError>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(Ok(None));
    }
    if let Some(found) = store::named::find(tx, which, typed).await? {
        return Ok(Ok(Some(found)));
    }
    let folded = search::fold(typed);
    let near = store::named::like(tx, which, &folded).await?;
    let exact = |n: &&Named| [&n.name.da, &n.name.en, &n.name.zh].iter().any(|name| search::fold(name) == folded);
    let mut same = near.iter().filter(exact);
    if let (Some(one), None) = (same.next(), same.next()) {
        return Ok(Ok(Some(one.clone())));
    }
    let args = |names: String| vec![("typed", Value::Text(typed.into())), ("names", Value::Text(names))];
    Ok(match near.as_slice() {
        [one] => Ok(Some(one.clone())),
        [] => Err(FieldError::new(field, "book-not-found", vec![("typed", Value::Text(typed.into()))])),
        several => {
            let names: Vec<String> = several.iter().map(|n| n.slug.clone()).collect();
            Err(FieldError::new(field, "book-several", args(names.join(", "))))
        }
    })
}

/// Slug, title and date of a source, as the house cites it.
pub type Cited = (String, Text3, Edtf);

pub async fn cite(tx: &mut Tx, source: &str) -> anyhow::Result<Option<Cited>> {
    if source.is_empty() {
        return Ok(None);
    }
    let found = store::source::find_by_slug(tx, source).await?;
    Ok(found.map(|line| (line.source.slug, line.source.title, line.source.written)))
}

/// Address and name of every partnership, for a form's choice.
pub async fn partnerships(desk: &crate::Desk) -> crate::Result<Vec<(String, Text3)>> {
    let all = store::partnership::list(&mut desk.db.read().await?).await?;
    Ok(all.into_iter().map(|l| (l.partnership.slug.clone(), l.title())).collect())
}

/// The name of the partnership at an address; none where the book does not hold it.
pub async fn partnership(tx: &mut Tx, slug: &str) -> anyhow::Result<Option<Text3>> {
    if slug.is_empty() {
        return Ok(None);
    }
    Ok(store::partnership::find(tx, slug).await?.map(|l| l.title()))
}

/// An address of a title: `shanghai-health-2018`.
pub fn slug(title: &Text3) -> String {
    let from = if title.en.is_empty() { &title.da } else { &title.en };
    let words: String = search::fold(from).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(60).collect();
    let parts: Vec<&str> = words.split('-').filter(|w| !w.is_empty()).collect();
    if parts.is_empty() { "x".into() } else { parts.join("-") }
}

/// All names of the things a row refers to, for its search column.
pub fn words<'a>(texts: impl IntoIterator<Item = &'a Text3>, things: impl IntoIterator<Item = &'a Option<Named>>) -> String {
    let mut all: Vec<&str> = Vec::new();
    for t in texts.into_iter().chain(things.into_iter().flatten().map(|n| &n.name)) {
        all.extend([t.da.as_str(), &t.en, &t.zh]);
    }
    all.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_plain_letters() {
        assert_eq!(slug(&Text3::new("Besøg på Århus Å", "", "")), "besoeg-paa-aarhus-aa");
        assert_eq!(slug(&Text3::new("", "A & B: 2018!", "")), "a-b-2018");
        assert_eq!(slug(&Text3::new("", "", "上海")), "x");
    }
}
