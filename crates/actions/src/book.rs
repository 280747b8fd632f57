//! The partnership book as a whole: how much it holds, and how a thing typed by name or short name is found.

pub mod bulk;
pub(crate) mod finder;
mod shelf;

use crate::{Desk, Result, Viewer};
use domain::{Action, Subject, Text3, decide, refusal::FieldError, refusal::Value};
use i18n::search;
pub use store::book::{
    Want,
    list::{Ask, Part},
};

/// Writes what lists are found by where a database is older than that; answers how many lines came.
pub async fn complete(desk: &Desk) -> Result<usize> {
    let permit = decide(&Viewer::operator().actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let came = store::book::list::complete(&mut tx, &permit).await?;
    tx.commit().await?;
    Ok(came)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub places: i64,
    pub organisations: i64,
    pub sources: i64,
    pub disputes: i64,
    /// Unverified claims of twin towns.
    pub pairs: i64,
}

pub async fn counts(desk: &Desk) -> Result<Counts> {
    let mut tx = desk.db.read().await?;
    Ok(Counts {
        places: desk.finder.places(&mut tx).await?.len() as i64,
        organisations: desk.finder.organisations(&mut tx).await?.len() as i64,
        sources: store::source::list(&mut tx).await?.len() as i64,
        disputes: store::fact::discord::list(&mut tx).await?.len() as i64,
        pairs: store::place::pair::count(&mut tx).await?,
    })
}

/// `Østjyllands Universitet` becomes `oestjyllands-universitet`; `end` stands in for a name without Latin letters, or behind a slug that is taken.
pub(crate) fn slug(names: &Text3, end: &str, taken: bool) -> String {
    let folded = search::fold(names.get(domain::Lang::En));
    let latin: Vec<&str> = folded.split(' ').filter(|w| w.is_ascii()).collect();
    let words: String = latin.join("-").chars().take(60).collect();
    let tail: String = end.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect();
    match (words.is_empty(), taken) {
        (true, _) => tail,
        (false, true) => format!("{words}-{tail}"),
        (false, false) => words,
    }
}

/// Whether one of a thing's names is what was typed, in any spelling that folds alike.
pub(crate) fn is_called(names: &Text3, typed: &str) -> bool {
    let wanted = search::fold(typed);
    [&names.da, &names.en, &names.zh].into_iter().any(|n| !n.is_empty() && search::fold(n) == wanted)
}

/// Nothing, or more than one thing, is called what was typed in a field.
pub(crate) fn not_found(field: &str, typed: &str, many: bool) -> FieldError {
    FieldError::new(field, if many { "book-ambiguous" } else { "book-unknown" }, vec![("typed", Value::Text(typed.into()))])
}
