//! Links between institutions, with their parties and the size of joint centres.

use crate::{Row, Tx, Value, sql::sql};
use anyhow::Result;
use domain::{
    Instant, Permit, Text3,
    collaboration::{Capacity, Collaboration, Kind, Party, Role, Standing, State, Subject},
    edtf::Edtf,
    ids::CollaborationId,
};

sql! {
    ALL_OF_THEM = "select c.id, c.slug, c.kind, c.state, c.names, c.body, c.partnership, c.since, c.until, s.slug as source, c.as_of, c.quote, c.search, c.version
                   from collaboration c join source s on s.id = c.source order by c.slug";
    ONE = "select c.id, c.slug, c.kind, c.state, c.names, c.body, c.partnership, c.since, c.until, s.slug as source, c.as_of, c.quote, c.search, c.version
           from collaboration c join source s on s.id = c.source where c.slug = $1";
    PARTIES = "select p.collaboration, p.role, p.subject_kind, p.subject, coalesce(l.slug, o.slug) as slug, coalesce(l.names, o.names) as names
               from collaboration_party p left join place l on p.subject_kind = 'place' and l.id = p.subject
               left join organisation o on p.subject_kind = 'organisation' and o.id = p.subject order by p.collaboration, p.role, p.no";
    CAPACITIES = "select c.collaboration, c.standing, c.what, c.number, c.year, s.slug as source
                  from collaboration_capacity c join source s on s.id = c.source order by c.collaboration, c.no";
    INSERT = "insert into collaboration (id, slug, kind, state, names, body, partnership, since, until, source, as_of, quote, search, version, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, (select id from source where slug = $10), $11, $12, $13, 1, $14)";
    UPDATE = "update collaboration set kind = $2, state = $3, names = $4, body = $5, partnership = $6, since = $7, until = $8,
              source = (select id from source where slug = $9), as_of = $10, quote = $11, search = $12, version = version + 1 where id = $1 and version = $13";
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

/// A link in a list, with its parties by name and the folded text it is searched by.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub link: Collaboration,
    pub parties: Vec<Named>,
    pub search: String,
}

impl Line {
    pub fn of(&self, role: Role) -> impl Iterator<Item = &Named> {
        self.parties.iter().filter(move |p| p.role == role)
    }
}

pub async fn list(tx: &mut Tx) -> Result<Vec<Line>> {
    let rows = tx.all(ALL_OF_THEM, &[]).await?;
    whole(tx, rows).await
}

pub async fn find(tx: &mut Tx, slug: &str) -> Result<Option<Line>> {
    let rows = tx.all(ONE, &[slug.into()]).await?;
    Ok(whole(tx, rows).await?.pop())
}

/// Sets parties and sizes beside the rows; there are few enough of them to be read at once.
async fn whole(tx: &mut Tx, rows: Vec<Row>) -> Result<Vec<Line>> {
    let mut lines: Vec<Line> = rows.iter().map(line).collect::<Result<_>>()?;
    if lines.is_empty() {
        return Ok(lines);
    }
    for row in &tx.all(PARTIES, &[]).await? {
        let id = row.text("collaboration")?;
        let Some(line) = lines.iter_mut().find(|l| l.link.id.as_str() == id) else { continue };
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
    for row in &tx.all(CAPACITIES, &[]).await? {
        let id = row.text("collaboration")?;
        let Some(line) = lines.iter_mut().find(|l| l.link.id.as_str() == id) else { continue };
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
    Ok(Line { link, parties: vec![], search: r.text("search")? })
}

pub async fn insert(tx: &mut Tx, permit: &Permit, c: &Collaboration, search: &str, at: Instant) -> Result<()> {
    let args: [Value; 14] = [
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
        search.into(),
        at.into(),
    ];
    tx.run(INSERT, &args).await?;
    parts(tx, permit, c).await
}

/// Answers whether it was still at the version that `c` was read at.
pub async fn update(tx: &mut Tx, permit: &Permit, c: &Collaboration, search: &str) -> Result<bool> {
    let args: [Value; 13] = [
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
        search.into(),
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
    Ok(())
}
