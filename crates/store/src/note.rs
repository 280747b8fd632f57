//! Background notes: the office's prose, and the sentences as they stood when a note was filed.

use crate::{Row, Tx, Value, sql::sql};
use anyhow::Result;
use domain::{
    Instant, Lang, PartyCode, Permit, Text3,
    edtf::Edtf,
    ids::{DocumentId, NoteId},
    note::{Note, Part, Section, Sentence},
};

sql! {
    LIST = "select n.id, l.slug as place, l.names, n.lang, n.title, n.party, n.follows, n.version, n.at, n.filed, n.document, n.journal
            from note n join place l on l.id = n.place order by n.at desc";
    ONE = "select n.id, l.slug as place, l.names, n.lang, n.title, n.party, n.follows, n.version, n.at, n.filed, n.document, n.journal
           from note n join place l on l.id = n.place where n.id = $1";
    OF_FORM = "select id from note where form_key = $1";
    PROSE = "select part, body from note_prose where note = $1";
    SENTENCES = "select section, topic, key, body, source, source_title, as_of from note_sentence where note = $1 order by no";
    INSERT = "insert into note (id, place, lang, title, party, follows, version, at, by, filed, document, journal, form_key)
              values ($1, (select id from place where slug = $2), $3, $4, $5, $6, 1, $7, $8, null, null, '', $9)";
    UPDATE = "update note set title = $2, version = version + 1 where id = $1 and version = $3 and filed is null";
    FILE = "update note set filed = $2, document = $3, journal = $4, version = version + 1 where id = $1 and filed is null";
    DROP_PROSE = "delete from note_prose where note = $1";
    ADD_PROSE = "insert into note_prose (note, part, body) values ($1, $2, $3)";
    ADD_SENTENCE = "insert into note_sentence (note, no, section, topic, key, body, source, source_title, as_of) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
}

/// A note with its place's name, and where it lies once filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub note: Note,
    pub place: Text3,
    pub document: Option<DocumentId>,
    /// The journal's number, empty until filed.
    pub journal: String,
}

/// Without the prose.
pub async fn list(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Line>> {
    tx.all(LIST, &[]).await?.iter().map(line).collect()
}

pub async fn find(tx: &mut Tx, _permit: &Permit, id: &NoteId) -> Result<Option<Line>> {
    let Some(row) = tx.first(ONE, &[id.as_str().into()]).await? else { return Ok(None) };
    let mut found = line(&row)?;
    for row in &tx.all(PROSE, &[id.as_str().into()]).await? {
        found.note.prose.push((row.parse("part", Part::parse)?, row.text("body")?));
    }
    found.note.prose.sort();
    Ok(Some(found))
}

/// The note that a form made already.
pub async fn of_form(tx: &mut Tx, _permit: &Permit, form_key: &str) -> Result<Option<NoteId>> {
    tx.first(OF_FORM, &[form_key.into()]).await?.map(|r| r.parse("id", NoteId::parse)).transpose()
}

/// As they stood when it was filed; none of a draft.
pub async fn sentences(tx: &mut Tx, _permit: &Permit, id: &NoteId) -> Result<Vec<Sentence>> {
    let sentence = |r: &Row| {
        Ok(Sentence {
            section: r.parse("section", Section::parse)?,
            topic: r.text("topic")?,
            key: r.text("key")?,
            body: r.text("body")?,
            source: r.text("source")?,
            source_title: r.text("source_title")?,
            as_of: r.parse("as_of", Edtf::parse)?,
        })
    };
    tx.all(SENTENCES, &[id.as_str().into()]).await?.iter().map(sentence).collect()
}

pub async fn insert(tx: &mut Tx, permit: &Permit, n: &Note, form_key: &str) -> Result<()> {
    let by = permit.account().map(|a| a.to_string()).unwrap_or_default();
    let args: [Value; 9] = [
        n.id.as_str().into(),
        (&n.place).into(),
        n.lang.code().into(),
        (&n.title).into(),
        (&n.party).into(),
        n.follows.as_ref().map(NoteId::as_str).into(),
        n.at.into(),
        by.into(),
        form_key.into(),
    ];
    tx.run(INSERT, &args).await?;
    prose(tx, n).await
}

/// Title and prose of a draft. Answers whether it was still at the version that `n` was read at.
pub async fn update(tx: &mut Tx, _permit: &Permit, n: &Note) -> Result<bool> {
    if tx.run(UPDATE, &[n.id.as_str().into(), (&n.title).into(), n.version.into()]).await? != 1 {
        return Ok(false);
    }
    tx.run(DROP_PROSE, &[n.id.as_str().into()]).await?;
    prose(tx, n).await?;
    Ok(true)
}

/// Freezes it with its sentences, its paper and its number in the journal.
pub async fn file(tx: &mut Tx, _permit: &Permit, n: &Note, at: Instant, sentences: &[Sentence], kept: (&DocumentId, &str)) -> Result<()> {
    tx.run(FILE, &[n.id.as_str().into(), at.into(), kept.0.as_str().into(), kept.1.into()]).await?;
    for (no, s) in (0i64..).zip(sentences) {
        let args = [
            n.id.as_str().into(),
            no.into(),
            s.section.code().into(),
            (&s.topic).into(),
            (&s.key).into(),
            (&s.body).into(),
            (&s.source).into(),
            (&s.source_title).into(),
            s.as_of.as_str().into(),
        ];
        tx.run(ADD_SENTENCE, &args).await?;
    }
    Ok(())
}

async fn prose(tx: &mut Tx, n: &Note) -> Result<()> {
    for (part, body) in n.prose.iter().filter(|(_, body)| !body.is_empty()) {
        tx.run(ADD_PROSE, &[n.id.as_str().into(), part.code().into(), body.into()]).await?;
    }
    Ok(())
}

fn line(r: &Row) -> Result<Line> {
    let note = Note {
        id: r.parse("id", NoteId::parse)?,
        place: r.text("place")?,
        lang: r.parse("lang", Lang::parse)?,
        title: r.text("title")?,
        party: r.parse("party", PartyCode::parse)?,
        follows: r.opt_parse("follows", NoteId::parse)?,
        prose: vec![],
        version: r.int("version")?,
        at: r.at("at")?,
        filed: r.opt_at("filed")?,
    };
    Ok(Line { note, place: r.text3("names")?, document: r.opt_parse("document", DocumentId::parse)?, journal: r.text("journal")? })
}
