//! Renewal dossiers.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Currency, Instant, Money, PartyCode, Permit,
    ids::{InstrumentId, PartnershipId, RenewalId},
    renewal::{Advice, Decided, Renewal},
    time::Day,
};

sql! {
    OF_INSTRUMENT = "select * from renewal where instrument = $1 order by at desc";
    FIND = "select * from renewal where id = $1";
    INSERT = "insert into renewal (id, instrument, due, results, problems, advice, reasons, body, case_number, decided_on, decided_advice, decided_note, version, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, '', '', 1, $10)";
    UPDATE = "update renewal set results = $3, problems = $4, advice = $5, reasons = $6, body = $7, case_number = $8, decided_on = $9, decided_advice = $10, decided_note = $11,
              version = version + 1 where id = $1 and version = $2";
    AWARDED = "select w.party, w.currency, cast(sum(w.minor) as bigint) as minor from partnership_programme l join call c on c.programme = l.programme
               join application a on a.call = c.id join award w on w.application = a.id where l.partnership = $1 group by w.party, w.currency order by w.party, w.currency";
}

/// What each side has awarded to projects of the partnership's programmes.
pub async fn awarded(tx: &mut Tx, _permit: &Permit, id: &PartnershipId) -> Result<Vec<(PartyCode, Money)>> {
    let read = |r: &Row| Ok((r.parse("party", PartyCode::parse)?, Money::new(r.int("minor")?, r.parse("currency", Currency::parse)?)));
    tx.all(AWARDED, &[id.as_str().into()]).await?.iter().map(read).collect()
}

/// Newest first.
pub async fn of_instrument(tx: &mut Tx, _permit: &Permit, id: &InstrumentId) -> Result<Vec<Renewal>> {
    tx.all(OF_INSTRUMENT, &[id.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn find(tx: &mut Tx, _permit: &Permit, id: &RenewalId) -> Result<Option<Renewal>> {
    tx.first(FIND, &[id.as_str().into()]).await?.as_ref().map(read).transpose()
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, r: &Renewal, at: Instant) -> Result<()> {
    let args = [
        r.id.as_str().into(),
        r.instrument.as_str().into(),
        r.due.map(Day::iso).into(),
        (&r.results).into(),
        (&r.problems).into(),
        r.advice.map_or("", Advice::code).into(),
        (&r.reasons).into(),
        (&r.body).into(),
        (&r.case_number).into(),
        at.into(),
    ];
    tx.run(INSERT, &args).await?;
    Ok(())
}

/// False where somebody else changed it since it was loaded.
pub async fn update(tx: &mut Tx, _permit: &Permit, r: &Renewal) -> Result<bool> {
    let decided = r.decided.as_ref();
    let args = [
        r.id.as_str().into(),
        r.version.into(),
        (&r.results).into(),
        (&r.problems).into(),
        r.advice.map_or("", Advice::code).into(),
        (&r.reasons).into(),
        (&r.body).into(),
        (&r.case_number).into(),
        decided.map(|d| d.on.iso()).into(),
        decided.map_or("", |d| d.advice.code()).into(),
        decided.map_or("", |d| d.note.as_str()).into(),
    ];
    Ok(tx.run(UPDATE, &args).await? == 1)
}

fn read(r: &Row) -> Result<Renewal> {
    let decided = match (r.opt_parse("decided_on", Day::parse)?, Advice::parse(&r.text("decided_advice")?)) {
        (Some(on), Some(advice)) => Some(Decided { on, advice, note: r.text("decided_note")? }),
        _ => None,
    };
    Ok(Renewal {
        id: r.parse("id", RenewalId::parse)?,
        instrument: r.parse("instrument", InstrumentId::parse)?,
        due: r.opt_parse("due", Day::parse)?,
        results: r.text3("results")?,
        problems: r.text3("problems")?,
        advice: Advice::parse(&r.text("advice")?),
        reasons: r.text3("reasons")?,
        body: r.text("body")?,
        case_number: r.text("case_number")?,
        decided,
        version: r.int("version")?,
        opened: r.at("at")?,
    })
}
