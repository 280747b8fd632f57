//! Other spellings of a place or an organisation, each with the source that writes it so.

use crate::{Tx, sql::sql};
use anyhow::Result;
use domain::{
    Permit, Text3,
    fact::SubjectKind,
    ids::{AliasId, SourceId},
};
use i18n::search;

sql! {
    OF = "select a.id, a.spelling, s.slug as source_slug, s.title as source_title from alias a left join source s on s.id = a.source
          where a.subject_kind = $1 and a.subject = $2 order by a.spelling";
    ADD = "insert into alias (id, subject_kind, subject, spelling, source, search) values ($1, $2, $3, $4, $5, $6)";
    REMOVE = "delete from alias where id = $1 and subject = $2";
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: AliasId,
    pub spelling: String,
    /// Slug and title of the source that writes it so.
    pub source: Option<(String, Text3)>,
}

pub async fn of(tx: &mut Tx, kind: SubjectKind, subject: &str) -> Result<Vec<Line>> {
    let rows = tx.all(OF, &[kind.code().into(), subject.into()]).await?;
    rows.iter()
        .map(|r| {
            let title = r.opt_text("source_title")?.map(|t| crate::row::text3_from_json(&t)).transpose()?;
            Ok(Line { id: r.parse("id", AliasId::parse)?, spelling: r.text("spelling")?, source: r.opt_text("source_slug")?.zip(title) })
        })
        .collect()
}

pub struct Alias<'a> {
    pub id: &'a AliasId,
    pub kind: SubjectKind,
    pub subject: &'a str,
    pub spelling: &'a str,
    pub source: Option<&'a SourceId>,
}

pub async fn add(tx: &mut Tx, _permit: &Permit, a: Alias<'_>) -> Result<()> {
    let args = [
        a.id.as_str().into(),
        a.kind.code().into(),
        a.subject.into(),
        a.spelling.into(),
        a.source.map(SourceId::as_str).into(),
        search::fold(a.spelling).into(),
    ];
    tx.run(ADD, &args).await?;
    Ok(())
}

pub async fn remove(tx: &mut Tx, _permit: &Permit, id: &AliasId, subject: &str) -> Result<()> {
    tx.run(REMOVE, &[id.as_str().into(), subject.into()]).await?;
    Ok(())
}
