//! Representative offices with their owners, partners and funders.

use crate::{
    Row, Tx, Value,
    book::{
        self,
        list::{self, Key, List},
        many,
    },
    sql::sql,
};
use anyhow::Result;
use domain::{
    Currency, Instant, Money, Permit, Text3,
    edtf::Edtf,
    ids::{OfficeId, PartnershipId},
    office::{Closing, Office, Party, PartyRole},
};
use std::collections::HashMap;

sql! {
    LIST = "select f.*, p.names as place_names, p.slug as place_slug from office f join place p on p.id = f.place order by f.opened, f.slug";
    BY_SLUG = "select f.*, p.names as place_names, p.slug as place_slug from office f join place p on p.id = f.place where f.slug = $1";
    BY_IDS = concat!("select f.*, p.names as place_names, p.slug as place_slug from office f join place p on p.id = f.place where f.id in (", many!(), ")");
    OF_PARTNERSHIP = "select f.*, p.names as place_names, p.slug as place_slug from office f join place p on p.id = f.place where f.partnership = $1 order by f.opened, f.slug";
    OF_PLACE = "select f.*, p.names as place_names, p.slug as place_slug from office f join place p on p.id = f.place where f.place = $1 order by f.opened, f.slug";
    INSERT = "insert into office (id, slug, name, place, partnership, purpose, opened, closing, decided, closed, reason, freed_for, freed_minor, freed_currency, note, source,
              version, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1, $17)";
    UPDATE = "update office set slug = $2, name = $3, place = $4, partnership = $5, purpose = $6, opened = $7, closing = $8, decided = $9, closed = $10, reason = $11, freed_for = $12,
              freed_minor = $13, freed_currency = $14, note = $15, source = $16, version = version + 1 where id = $1 and version = $17";
    PARTIES_OF = concat!(
        "select x.office, x.role, x.no, x.organisation, x.share, o.slug, o.names from office_party x join organisation o on o.id = x.organisation
         where x.office in (", many!(), ") order by x.role, x.no"
    );
    CLEAR_PARTIES = "delete from office_party where office = $1";
    ADD_PARTY = "insert into office_party (office, role, no, organisation, share) values ($1, $2, $3, $4, $5)";
}

/// An office with its place's name and who stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub office: Office,
    pub place: Text3,
    pub place_slug: String,
    pub parties: Vec<Behind>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    pub party: Party,
    pub slug: String,
    pub names: Text3,
}

pub async fn list(tx: &mut Tx) -> Result<Vec<Line>> {
    let rows = tx.all(LIST, &[]).await?;
    lines(tx, &rows).await
}

pub async fn of_partnership(tx: &mut Tx, id: &PartnershipId) -> Result<Vec<Line>> {
    let rows = tx.all(OF_PARTNERSHIP, &[id.as_str().into()]).await?;
    lines(tx, &rows).await
}

/// Offices in a place.
pub async fn of_place(tx: &mut Tx, place: &str) -> Result<Vec<Line>> {
    let rows = tx.all(OF_PLACE, &[place.into()]).await?;
    lines(tx, &rows).await
}

pub async fn find(tx: &mut Tx, slug: &str) -> Result<Option<Line>> {
    let rows = tx.all(BY_SLUG, &[slug.into()]).await?;
    Ok(lines(tx, &rows).await?.pop())
}

async fn lines(tx: &mut Tx, rows: &[Row]) -> Result<Vec<Line>> {
    let all = rows.iter().map(line).collect::<Result<_>>()?;
    with_parties(tx, all).await
}

async fn with_parties(tx: &mut Tx, mut all: Vec<Line>) -> Result<Vec<Line>> {
    let ids: Vec<&str> = all.iter().map(|l| l.office.id.as_str()).collect();
    let mut of: HashMap<String, Vec<Behind>> = HashMap::new();
    for r in book::rows(tx, PARTIES_OF, &ids).await? {
        of.entry(r.text("office")?).or_default().push(behind(&r)?);
    }
    all.iter_mut().for_each(|l| l.parties = of.remove(l.office.id.as_str()).unwrap_or_default());
    Ok(all)
}

fn line(r: &Row) -> Result<Line> {
    Ok(Line { office: read(r)?, place: r.text3("place_names")?, place_slug: r.text("place_slug")?, parties: vec![] })
}

/// In the order of their ids.
pub async fn by_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<Line>> {
    let all = book::in_order(tx, BY_IDS, ids, line).await?;
    with_parties(tx, all).await
}

/// What the list finds and orders them by.
pub(crate) async fn relist(tx: &mut Tx, ids: &[&str]) -> Result<()> {
    for Line { office, place, .. } in book::in_order(tx, BY_IDS, ids, line).await? {
        let line = list::Line {
            id: office.id.to_string(),
            open: true,
            marks: vec![],
            search: list::words([&office.name, &office.purpose, &place], &[&office.slug]),
            keys: vec![
                ("opened", Key::oldest(&office.opened)),
                ("closed", Key::number(office.closing.is_some().into())),
                ("place", Key::Name(place)),
                ("name", Key::Name(office.name)),
            ],
        };
        list::put(tx, List::Office, &line).await?;
    }
    Ok(())
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, o: &Office, at: Instant) -> Result<()> {
    tx.run(INSERT, &columns(o, at.into())).await?;
    relist(tx, &[o.id.as_str()]).await
}

/// False where somebody else changed it since it was loaded.
pub async fn update(tx: &mut Tx, _permit: &Permit, o: &Office) -> Result<bool> {
    let kept = tx.run(UPDATE, &columns(o, o.version.into())).await? == 1;
    relist(tx, &[o.id.as_str()]).await?;
    Ok(kept)
}

pub async fn set_parties(tx: &mut Tx, _permit: &Permit, id: &OfficeId, all: &[Party]) -> Result<()> {
    tx.run(CLEAR_PARTIES, &[id.as_str().into()]).await?;
    for p in all {
        tx.run(ADD_PARTY, &[id.as_str().into(), p.role.code().into(), p.no.into(), (&p.organisation).into(), (&p.share).into()]).await?;
    }
    Ok(())
}

fn columns(o: &Office, last: Value) -> Vec<Value> {
    let none = (Edtf::default(), Text3::default());
    let c = o.closing.as_ref();
    vec![
        o.id.as_str().into(),
        (&o.slug).into(),
        (&o.name).into(),
        (&o.place).into(),
        o.partnership.as_ref().map(PartnershipId::as_str).into(),
        (&o.purpose).into(),
        o.opened.as_str().into(),
        c.is_some().into(),
        c.map_or(&none.0, |c| &c.decided).as_str().into(),
        c.map_or(&none.0, |c| &c.closed).as_str().into(),
        c.map_or(&none.1, |c| &c.reason).into(),
        c.map_or(&none.1, |c| &c.freed_for).into(),
        c.and_then(|c| c.freed).map(|m| m.minor).into(),
        c.and_then(|c| c.freed).map_or("", |m| m.currency.code()).into(),
        (&o.note).into(),
        o.source.clone().into(),
        last,
    ]
}

fn read(r: &Row) -> Result<Office> {
    let freed = match (r.opt_int("freed_minor")?, Currency::parse(&r.text("freed_currency")?)) {
        (Some(minor), Some(currency)) => Some(Money::new(minor, currency)),
        _ => None,
    };
    let closing = Closing {
        decided: r.parse("decided", Edtf::parse)?,
        closed: r.parse("closed", Edtf::parse)?,
        reason: r.text3("reason")?,
        freed_for: r.text3("freed_for")?,
        freed,
    };
    Ok(Office {
        id: r.parse("id", OfficeId::parse)?,
        slug: r.text("slug")?,
        name: r.text3("name")?,
        place: r.text("place")?,
        partnership: r.opt_parse("partnership", PartnershipId::parse)?,
        purpose: r.text3("purpose")?,
        opened: r.parse("opened", Edtf::parse)?,
        closing: r.flag("closing")?.then_some(closing),
        note: r.text3("note")?,
        source: r.opt_text("source")?,
        version: r.int("version")?,
    })
}

fn behind(r: &Row) -> Result<Behind> {
    Ok(Behind {
        party: Party {
            role: r.parse("role", PartyRole::parse)?,
            no: r.int("no")?,
            organisation: r.text("organisation")?,
            share: r.text3("share")?,
        },
        slug: r.text("slug")?,
        names: r.text3("names")?,
    })
}
