//! Where statements come from.

use crate::{Row, Tx, Value, sql::sql};
use anyhow::Result;
use domain::{Instant, Lang, Permit, edtf::Edtf, ids::SourceId, source::Source};

sql! {
    SAVE = "insert into source (id, slug, title, lang, written, url, licence, note, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (slug) do update set title = excluded.title, lang = excluded.lang, written = excluded.written, url = excluded.url,
            licence = excluded.licence, note = excluded.note";
    LIST = "select s.*, (select cast(count(*) as bigint) from fact f where f.source = s.id) as facts from source s order by s.written, s.slug";
    BY_SLUG = "select s.*, (select cast(count(*) as bigint) from fact f where f.source = s.id) as facts from source s where s.slug = $1";
}

/// A source with the number of facts that rest on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub source: Source,
    pub facts: i64,
}

/// Keeps a source; one with the same slug is renewed and keeps its id.
pub async fn save(tx: &mut Tx, _permit: &Permit, s: &Source, at: Instant) -> Result<()> {
    let args: [Value; 9] = [
        s.id.as_str().into(),
        (&s.slug).into(),
        (&s.title).into(),
        s.lang.code().into(),
        s.written.as_str().into(),
        (&s.url).into(),
        (&s.licence).into(),
        (&s.note).into(),
        at.into(),
    ];
    tx.run(SAVE, &args).await?;
    Ok(())
}

/// The oldest first.
pub async fn list(tx: &mut Tx) -> Result<Vec<Line>> {
    tx.all(LIST, &[]).await?.iter().map(line).collect()
}

pub async fn find_by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Line>> {
    tx.first(BY_SLUG, &[slug.into()]).await?.as_ref().map(line).transpose()
}

fn line(r: &Row) -> Result<Line> {
    let source = Source {
        id: r.parse("id", SourceId::parse)?,
        slug: r.text("slug")?,
        title: r.text3("title")?,
        lang: r.parse("lang", Lang::parse)?,
        written: r.parse("written", Edtf::parse)?,
        url: r.text("url")?,
        licence: r.text("licence")?,
        note: r.text3("note")?,
    };
    Ok(Line { source, facts: r.int("facts")? })
}
