//! Links between institutions, with their parties and the size of joint centres.

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
    Instant, Permit, Text3,
    collaboration::{Capacity, Collaboration, Kind, Party, Role, Standing, State, Subject},
    edtf::Edtf,
    ids::CollaborationId,
};
use std::collections::HashMap;

sql! {
    ALL_OF_THEM = "select c.id, c.slug, c.kind, c.state, c.names, c.body, c.partnership, c.since, c.until, s.slug as source, c.as_of, c.quote, c.version
                   from collaboration c join source s on s.id = c.source order by c.slug";
    ONE = "select c.id, c.slug, c.kind, c.state, c.names, c.body, c.partnership, c.since, c.until, s.slug as source, c.as_of, c.quote, c.version
           from collaboration c join source s on s.id = c.source where c.slug = $1";
    BY_IDS = concat!(
        "select c.id, c.slug, c.kind, c.state, c.names, c.body, c.partnership, c.since, c.until, s.slug as source, c.as_of, c.quote, c.version
         from collaboration c join source s on s.id = c.source where c.id in (", many!(), ")"
    );
    PARTIES_OF = concat!(
        "select p.collaboration, p.role, p.subject_kind, p.subject, coalesce(l.slug, o.slug) as slug, coalesce(l.names, o.names) as names
         from collaboration_party p left join place l on p.subject_kind = 'place' and l.id = p.subject
         left join organisation o on p.subject_kind = 'organisation' and o.id = p.subject where p.collaboration in (", many!(), ") order by p.role, p.no"
    );
    CAPACITIES_OF = concat!(
        "select c.collaboration, c.standing, c.what, c.number, c.year, s.slug as source
         from collaboration_capacity c join source s on s.id = c.source where c.collaboration in (", many!(), ") order by c.no"
    );
    INSERT = "insert into collaboration (id, slug, kind, state, names, body, partnership, since, until, source, as_of, quote, version, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, (select id from source where slug = $10), $11, $12, 1, $13)";
    UPDATE = "update collaboration set kind = $2, state = $3, names = $4, body = $5, partnership = $6, since = $7, until = $8,
              source = (select id from source where slug = $9), as_of = $10, quote = $11, version = version + 1 where id = $1 and version = $12";
    DROP_PARTIES = "delete from collaboration_party where collaboration = $1";
    ADD_PARTY = "insert into collaboration_party (collaboration, role, no, subject_kind, subject) values ($1, $2, $3, $4, $5)";
    DROP_CAPACITIES = "delete from collaboration_capacity where collaboration = $1";
    ADD_CAPACITY = "insert into collaboration_capacity (collaboration, no, standing, what, number, year, source)
                    values ($1, $2, $3, $4, $5, $6, (select id from source where slug = $7))";
}

/// A party as the book names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub role: Role,
    pub subject: Subject,
    pub id: String,
    pub slug: String,
    pub names: Text3,
}

impl Named {
    pub fn path(&self) -> String {
        match self.subject {
            Subject::Place => format!("/places/{}", self.slug),
            Subject::Organisation => format!("/organisations/{}", self.slug),
        }
    }
}

/// A link with its parties by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub link: Collaboration,
    pub parties: Vec<Named>,
}

impl Line {
    pub fn of(&self, role: Role) -> impl Iterator<Item = &Named> {
        self.parties.iter().filter(move |p| p.role == role)
    }
}

pub async fn list(tx: &mut Tx) -> Result<Vec<Line>> {
    let lines = tx.all(ALL_OF_THEM, &[]).await?.iter().map(line).collect::<Result<_>>()?;
    whole(tx, lines).await
}

/// In the order of their ids.
pub async fn by_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<Line>> {
    let lines = book::in_order(tx, BY_IDS, ids, line).await?;
    whole(tx, lines).await
}

/// What the list finds, filters and orders them by.
pub(crate) async fn relist(tx: &mut Tx, ids: &[&str]) -> Result<()> {
    for l in by_ids(tx, ids).await? {
        let side = |role| list::names(&l.of(role).map(|p| &p.names).collect::<Vec<_>>());
        let line = list::Line {
            id: l.link.id.to_string(),
            open: true,
            marks: vec![format!("kind-{}", l.link.kind.code()), format!("state-{}", l.link.state.code())],
            search: list::words([&l.link.names].into_iter().chain(l.parties.iter().map(|p| &p.names)), &[]),
            keys: vec![
                ("kind", Key::of(Kind::ALL, &l.link.kind)),
                ("state", Key::of(State::ALL, &l.link.state)),
                ("a", side(Role::A)),
                ("b", side(Role::B)),
                ("name", Key::Name(l.link.names.clone())),
            ],
        };
        list::put(tx, List::Collaboration, &line).await?;
    }
    Ok(())
}

pub async fn find(tx: &mut Tx, slug: &str) -> Result<Option<Line>> {
    let lines = tx.all(ONE, &[slug.into()]).await?.iter().map(line).collect::<Result<_>>()?;
    Ok(whole(tx, lines).await?.pop())
}

/// Sets parties and sizes beside the rows.
async fn whole(tx: &mut Tx, mut lines: Vec<Line>) -> Result<Vec<Line>> {
    let ids: Vec<String> = lines.iter().map(|l| l.link.id.to_string()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let at: HashMap<&str, usize> = ids.iter().copied().zip(0..).collect();
    for row in &book::rows(tx, PARTIES_OF, &ids).await? {
        let Some(line) = at.get(row.text("collaboration")?.as_str()).and_then(|n| lines.get_mut(*n)) else { continue };
        let named = Named {
            role: row.parse("role", Role::parse)?,
            subject: row.parse("subject_kind", Subject::parse)?,
            id: row.text("subject")?,
            slug: row.text("slug")?,
            names: row.text3("names")?,
        };
        line.link.parties.push(Party { role: named.role, subject: named.subject, id: named.id.clone() });
        line.parties.push(named);
    }
    for row in &book::rows(tx, CAPACITIES_OF, &ids).await? {
        let Some(line) = at.get(row.text("collaboration")?.as_str()).and_then(|n| lines.get_mut(*n)) else { continue };
        line.link.capacities.push(Capacity {
            standing: row.parse("standing", Standing::parse)?,
            what: row.text3("what")?,
            number: row.opt_int("number")?,
            year: row.parse("year", Edtf::parse)?,
            source: row.text("source")?,
        });
    }
    Ok(lines)
}

fn line(r: &Row) -> Result<Line> {
    let link = Collaboration {
        id: r.parse("id", CollaborationId::parse)?,
        slug: r.text("slug")?,
        kind: r.parse("kind", Kind::parse)?,
        state: r.parse("state", State::parse)?,
        names: r.text3("names")?,
        body: r.text3("body")?,
        partnership: r.text("partnership")?,
        since: r.parse("since", Edtf::parse)?,
        until: r.parse("until", Edtf::parse)?,
        source: r.text("source")?,
        as_of: r.parse("as_of", Edtf::parse)?,
        quote: r.text("quote")?,
        parties: vec![],
        capacities: vec![],
        version: r.int("version")?,
    };
    Ok(Line { link, parties: vec![] })
}

pub async fn insert(tx: &mut Tx, permit: &Permit, c: &Collaboration, at: Instant) -> Result<()> {
    let args: [Value; 13] = [
        c.id.as_str().into(),
        (&c.slug).into(),
        c.kind.code().into(),
        c.state.code().into(),
        (&c.names).into(),
        (&c.body).into(),
        (&c.partnership).into(),
        c.since.as_str().into(),
        c.until.as_str().into(),
        (&c.source).into(),
        c.as_of.as_str().into(),
        (&c.quote).into(),
        at.into(),
    ];
    tx.run(INSERT, &args).await?;
    parts(tx, permit, c).await
}

/// Answers whether it was still at the version that `c` was read at.
pub async fn update(tx: &mut Tx, permit: &Permit, c: &Collaboration) -> Result<bool> {
    let args: [Value; 12] = [
        c.id.as_str().into(),
        c.kind.code().into(),
        c.state.code().into(),
        (&c.names).into(),
        (&c.body).into(),
        (&c.partnership).into(),
        c.since.as_str().into(),
        c.until.as_str().into(),
        (&c.source).into(),
        c.as_of.as_str().into(),
        (&c.quote).into(),
        c.version.into(),
    ];
    if tx.run(UPDATE, &args).await? != 1 {
        return Ok(false);
    }
    tx.run(DROP_PARTIES, &[c.id.as_str().into()]).await?;
    tx.run(DROP_CAPACITIES, &[c.id.as_str().into()]).await?;
    parts(tx, permit, c).await?;
    Ok(true)
}

async fn parts(tx: &mut Tx, _permit: &Permit, c: &Collaboration) -> Result<()> {
    for (no, p) in (0i64..).zip(&c.parties) {
        tx.run(ADD_PARTY, &[c.id.as_str().into(), p.role.code().into(), no.into(), p.subject.code().into(), (&p.id).into()]).await?;
    }
    for (no, k) in (0i64..).zip(&c.capacities) {
        let args = [
            c.id.as_str().into(),
            no.into(),
            k.standing.code().into(),
            (&k.what).into(),
            k.number.into(),
            k.year.as_str().into(),
            (&k.source).into(),
        ];
        tx.run(ADD_CAPACITY, &args).await?;
    }
    relist(tx, &[c.id.as_str()]).await
}
