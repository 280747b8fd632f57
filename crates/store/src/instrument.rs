//! Instruments and their rows; what hangs on them is in `detail`.

pub mod detail;

use crate::{Row, Tx, Value, sql::sql};
use anyhow::Result;
use domain::{
    Instant, Permit, Text3,
    edtf::Edtf,
    ids::{InstrumentId, PartnershipId},
    instrument::{By, Ending, Instrument, Kind, Notice, Prevails, Relation, State, Term},
    time::Day,
};

sql! {
    LIST = "select * from instrument order by partnership, signed, slug";
    OF_PARTNERSHIP = "select * from instrument where partnership = $1 order by signed, slug";
    BY_SLUG = "select * from instrument where slug = $1";
    BY_ID = "select * from instrument where id = $1";
    INSERT = "insert into instrument (id, slug, partnership, parent, relation, title, kind, label_a, label_b, state, signed, place, in_force, term, months, renews, notice_months,
              notice_days, ended, requested, requested_by, requested_reason, effective, prevails, focus, note, published, archive, source, search, version, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, 1, $31)";
    UPDATE = "update instrument set slug = $2, partnership = $3, parent = $4, relation = $5, title = $6, kind = $7, label_a = $8, label_b = $9, state = $10, signed = $11,
              place = $12, in_force = $13, term = $14, months = $15, renews = $16, notice_months = $17, notice_days = $18, ended = $19, requested = $20, requested_by = $21,
              requested_reason = $22, effective = $23, prevails = $24, focus = $25, note = $26, published = $27, archive = $28, source = $29, search = $30,
              version = version + 1 where id = $1 and version = $31";
    // Partnership of each organisation that a text binds, for the pages of organisations.
    OF_ORGANISATION = "select i.* from instrument i where exists (select 1 from instrument_party b where b.instrument = i.id and b.organisation = $1) order by i.signed, i.slug";
}

pub async fn list(tx: &mut Tx) -> Result<Vec<Line>> {
    tx.all(LIST, &[]).await?.iter().map(line).collect()
}

pub async fn of_partnership(tx: &mut Tx, id: &PartnershipId) -> Result<Vec<Instrument>> {
    tx.all(OF_PARTNERSHIP, &[id.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn of_organisation(tx: &mut Tx, id: &str) -> Result<Vec<Instrument>> {
    tx.all(OF_ORGANISATION, &[id.into()]).await?.iter().map(read).collect()
}

pub async fn find(tx: &mut Tx, slug: &str) -> Result<Option<Instrument>> {
    tx.first(BY_SLUG, &[slug.into()]).await?.as_ref().map(read).transpose()
}

pub async fn get(tx: &mut Tx, id: &InstrumentId) -> Result<Instrument> {
    let row = tx.first(BY_ID, &[id.as_str().into()]).await?;
    row.as_ref().map(read).transpose()?.ok_or_else(|| anyhow::anyhow!("no instrument {id}"))
}

/// In a list: the text and the folded words it is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub instrument: Instrument,
    pub search: String,
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, i: &Instrument, search: &str, at: Instant) -> Result<()> {
    tx.run(INSERT, &columns(i, search, at.into())).await?;
    Ok(())
}

/// False where somebody else changed it since it was loaded.
pub async fn update(tx: &mut Tx, _permit: &Permit, i: &Instrument, search: &str) -> Result<bool> {
    Ok(tx.run(UPDATE, &columns(i, search, i.version.into())).await? == 1)
}

/// The columns in the order of both statements; `last` is the time or the version.
fn columns(i: &Instrument, search: &str, last: Value) -> Vec<Value> {
    let notice = i.term.notice();
    let ending = i.ending.as_ref();
    vec![
        i.id.as_str().into(),
        (&i.slug).into(),
        i.partnership.as_str().into(),
        i.parent.as_ref().map(|(id, _)| id.as_str()).into(),
        i.parent.as_ref().map_or("", |(_, r)| r.code()).into(),
        (&i.title).into(),
        i.kind.code().into(),
        (&i.labels[0]).into(),
        (&i.labels[1]).into(),
        i.state.code().into(),
        i.signed.as_str().into(),
        (&i.place).into(),
        i.in_force.as_str().into(),
        i.term.code().into(),
        i.term.months().into(),
        i.term.renews().into(),
        notice.months.into(),
        notice.days.into(),
        i.ended.as_str().into(),
        ending.map(|e| e.requested.iso()).into(),
        ending.map_or("", |e| e.by.code()).into(),
        ending.map_or("", |e| e.reason.as_str()).into(),
        ending.map(|e| e.effective.iso()).into(),
        i.prevails.code().into(),
        (&i.focus).into(),
        (&i.note).into(),
        i.published.into(),
        (&i.archive).into(),
        i.source.clone().into(),
        search.into(),
        last,
    ]
}

fn line(r: &Row) -> Result<Line> {
    Ok(Line { instrument: read(r)?, search: r.text("search")? })
}

fn read(r: &Row) -> Result<Instrument> {
    let notice = Notice { months: r.int("notice_months")?, days: r.int("notice_days")? };
    let ending = match (r.opt_parse("requested", Day::parse)?, r.opt_parse("effective", Day::parse)?) {
        (Some(requested), Some(effective)) => {
            Some(Ending { requested, by: r.parse("requested_by", By::parse)?, reason: r.text("requested_reason")?, effective })
        }
        _ => None,
    };
    let parent: Option<InstrumentId> = r.opt_parse("parent", InstrumentId::parse)?;
    let relation = Relation::parse(&r.text("relation")?).unwrap_or(Relation::Supplements);
    Ok(Instrument {
        id: r.parse("id", InstrumentId::parse)?,
        slug: r.text("slug")?,
        partnership: r.parse("partnership", PartnershipId::parse)?,
        parent: parent.map(|id| (id, relation)),
        title: r.text3("title")?,
        kind: r.parse("kind", Kind::parse)?,
        labels: labels(r)?,
        state: r.parse("state", State::parse)?,
        signed: r.parse("signed", Edtf::parse)?,
        place: r.text3("place")?,
        in_force: r.parse("in_force", Edtf::parse)?,
        term: Term::of(&r.text("term")?, r.int("months")?, r.int("renews")?, notice),
        ended: r.parse("ended", Edtf::parse)?,
        ending,
        prevails: r.parse("prevails", Prevails::parse)?,
        focus: r.text3("focus")?,
        note: r.text3("note")?,
        published: r.flag("published")?,
        archive: r.text("archive")?,
        source: r.opt_text("source")?,
        version: r.int("version")?,
    })
}

/// What each side calls a thing.
pub(crate) fn labels(r: &Row) -> Result<[Text3; 2]> {
    Ok([r.text3("label_a")?, r.text3("label_b")?])
}
