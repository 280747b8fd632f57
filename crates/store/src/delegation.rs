//! Delegations. Their numbered lines are in `part`, programmes, plan and letters in `programme`, requests in `request`.

pub mod part;
pub mod programme;
pub mod request;

use crate::{
    Row, Tx,
    book::{
        self,
        list::{self, Key, List},
        many,
    },
    named::{first, joined, slug},
    sql::sql,
};
use anyhow::Result;
use domain::{
    Instant, Permit,
    area::{Area, join, split},
    delegation::{
        Delegation, Hosting, Kind, State,
        reciprocity::{self, Received},
    },
    edtf::Edtf,
    ids::DelegationId,
    time::Day,
};

macro_rules! delegation {
    ($rest:literal) => {
        concat!(
            "select d.id, d.slug, d.title, d.kinds, d.state, d.visitor, d.host, d.dates, d.prepared, d.arrives, d.departs, d.purpose, d.areas, d.partnership, d.recommended,
             d.hosting, d.report, d.signs, d.recurring, d.public, d.source, d.version, v.slug as v_slug, v.names as v_names, h.slug as h_slug, h.names as h_names,
             p.slug as p_slug, p.names as p_names
             from delegation d left join organisation v on v.id = d.visitor_org left join organisation h on h.id = d.host_org left join place p on p.id = d.place ",
            $rest
        )
    };
}

sql! {
    LIST = delegation!("order by d.first desc, d.slug");
    BY_IDS = concat!(delegation!("where d.id in ("), many!(), ")");
    // What one country received of another: visits whose people or days nobody wrote down count as visits only.
    RECEIVED = "select cast(count(*) as bigint) as visits, cast(coalesce(sum(person_days), 0) as bigint) as days,
                cast(count(*) - count(person_days) as bigint) as unknown from delegation
                where state = 'done' and recurring = 0 and host = $1 and visitor = $2";
    SET_DAYS = "update delegation set person_days = $2 where id = $1";
    OF_PARTNERSHIP = delegation!("where d.partnership = $1 and d.public = 1 order by d.first desc, d.slug");
    FIND = delegation!("where d.slug = $1");
    ADD = "insert into delegation (id, slug, title, kinds, state, visitor, host, visitor_org, host_org, place, dates, first, prepared, arrives, departs, purpose, areas, partnership,
           recommended, hosting, report, signs, recurring, public, source, version, at)
           values ($1, $2, $3, $4, $5, $6, $7, (select id from organisation where slug = $8), (select id from organisation where slug = $9), (select id from place where slug = $10),
           $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)";
    UPDATE = "update delegation set slug = $2, title = $3, kinds = $4, state = $5, visitor = $6, host = $7, visitor_org = (select id from organisation where slug = $8),
              host_org = (select id from organisation where slug = $9), place = (select id from place where slug = $10), dates = $11, first = $12, prepared = $13, arrives = $14, departs = $15,
              purpose = $16, areas = $17, partnership = $18, recommended = $19, hosting = $20, report = $21, signs = $22, recurring = $23, public = $24, source = $25, version = $26
              where id = $1 and version = $26 - 1";
}

/// All of them, the hidden ones too: who may see what is the caller's.
pub async fn list(tx: &mut Tx) -> Result<Vec<Delegation>> {
    tx.all(LIST, &[]).await?.iter().map(read).collect()
}

/// In the order of their ids.
pub async fn by_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<Delegation>> {
    book::in_order(tx, BY_IDS, ids, read).await
}

/// What `host` has received of `visitor` in visits that are done (R129).
pub async fn received(tx: &mut Tx, host: &str, visitor: &str) -> Result<Received> {
    let Some(r) = tx.first(RECEIVED, &[host.into(), visitor.into()]).await? else { return Ok(Received::default()) };
    Ok(Received { visits: r.int("visits")?, person_days: r.int("days")?, unknown: r.int("unknown")? })
}

/// What the list finds, filters and orders them by, and their person-days.
pub(crate) async fn relist(tx: &mut Tx, ids: &[&str]) -> Result<()> {
    let mut crews = part::members_of(tx, ids).await?;
    for d in by_ids(tx, ids).await? {
        let crew = crews.remove(&d.id).unwrap_or_default();
        tx.run(SET_DAYS, &[d.id.as_str().into(), reciprocity::person_days(&d, &crew).into()]).await?;
        // Without names of people: an erased name must not lie on among the words.
        let things = [&d.visitor_org, &d.host_org, &d.place].into_iter().flatten().map(|n| &n.name);
        let line = list::Line {
            id: d.id.to_string(),
            open: d.public,
            marks: vec![format!("from-{}", d.visitor.to_lowercase()), format!("state-{}", d.state.code())],
            search: list::words([&d.title, &d.purpose, &d.report, &d.recommended].into_iter().chain(things), &[]),
            keys: vec![
                ("date", Key::newest(d.arrives.or(d.dates.first_day()))),
                ("direction", Key::Plain(d.visitor.to_lowercase())),
                ("state", Key::of(State::ALL, &d.state)),
                ("title", Key::Name(d.title)),
            ],
        };
        list::put(tx, List::Delegation, &line).await?;
    }
    Ok(())
}

/// The public ones under a partnership, newest first.
pub async fn of_partnership(tx: &mut Tx, partnership: &str) -> Result<Vec<Delegation>> {
    tx.all(OF_PARTNERSHIP, &[partnership.into()]).await?.iter().map(read).collect()
}

pub async fn find(tx: &mut Tx, slug: &str) -> Result<Option<Delegation>> {
    tx.first(FIND, &[slug.into()]).await?.as_ref().map(read).transpose()
}

/// A new one, or a changed one whose version follows that in the database. Answers whether it was kept.
pub async fn save(tx: &mut Tx, _permit: &Permit, d: &Delegation, fresh: Option<Instant>) -> Result<bool> {
    // Exact days, where they are known, order better than an uncertain date.
    let order = d.arrives.map_or_else(|| first(&d.dates), Day::iso);
    let mut args = vec![
        d.id.as_str().into(),
        (&d.slug).into(),
        (&d.title).into(),
        join(d.kinds.iter().map(|x| x.code())).into(),
        d.state.code().into(),
        (&d.visitor).into(),
        (&d.host).into(),
        slug(&d.visitor_org),
        slug(&d.host_org),
        slug(&d.place),
        d.dates.as_str().into(),
        order.into(),
        d.prepared.as_str().into(),
        d.arrives.map(Day::iso).into(),
        d.departs.map(Day::iso).into(),
        (&d.purpose).into(),
        join(d.areas.iter().map(|x| x.code())).into(),
        (&d.partnership).into(),
        (&d.recommended).into(),
        d.hosting.code().into(),
        (&d.report).into(),
        d.signs.into(),
        d.recurring.into(),
        d.public.into(),
        (&d.source).into(),
        d.version.into(),
    ];
    if let Some(at) = fresh {
        args.push(at.into());
    }
    let kept = tx.run(if fresh.is_some() { ADD } else { UPDATE }, &args).await? == 1;
    relist(tx, &[d.id.as_str()]).await?;
    Ok(kept)
}

fn read(r: &Row) -> Result<Delegation> {
    Ok(Delegation {
        id: r.parse("id", DelegationId::parse)?,
        slug: r.text("slug")?,
        title: r.text3("title")?,
        kinds: r.parse("kinds", |s| split(s, Kind::parse))?,
        state: r.parse("state", State::parse)?,
        visitor: r.text("visitor")?,
        host: r.text("host")?,
        visitor_org: joined(r, "v_slug", "v_names")?,
        host_org: joined(r, "h_slug", "h_names")?,
        place: joined(r, "p_slug", "p_names")?,
        dates: r.parse("dates", Edtf::parse)?,
        prepared: r.parse("prepared", Edtf::parse)?,
        arrives: r.opt_parse("arrives", Day::parse)?,
        departs: r.opt_parse("departs", Day::parse)?,
        purpose: r.text3("purpose")?,
        areas: r.parse("areas", |s| split(s, Area::parse))?,
        partnership: r.text("partnership")?,
        recommended: r.text3("recommended")?,
        hosting: r.parse("hosting", Hosting::parse)?,
        report: r.text3("report")?,
        signs: r.flag("signs")?,
        recurring: r.flag("recurring")?,
        public: r.flag("public")?,
        source: r.text("source")?,
        version: r.int("version")?,
    })
}
