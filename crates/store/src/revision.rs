//! Who changed what in the partnership book.

use crate::{
    Row, Tx, Value,
    row::{text3_from_json, text3_json},
    sql::sql,
};
use anyhow::{Context, Result};
use domain::{
    Instant, PartyCode, Permit,
    ids::RevisionId,
    revision::{Change, Kind, Said, Shown, What},
};
use serde_json::{Value as Json, json};

sql! {
    ADD = "insert into book_revision (id, page, kind, slug, what, at, account, party, reason, changes) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    OF = "select r.*, a.name as who from book_revision r join account a on a.id = r.account where r.page = $1 order by r.at desc, r.id desc";
    LAST = "select r.*, a.name as who from book_revision r join account a on a.id = r.account where r.page = $1 order by r.at desc, r.id desc limit 1";
    LATEST = "select r.*, a.name as who from book_revision r join account a on a.id = r.account where r.kind = $1 and r.slug = $2 order by r.at desc, r.id desc limit 1";
    COUNT = "select cast(count(*) as bigint) as n from book_revision where kind = $1 and slug = $2";
    BY_ID = "select r.*, a.name as who from book_revision r join account a on a.id = r.account where r.id = $1";
    NAMING = "select r.*, a.name as who from book_revision r join account a on a.id = r.account where r.changes like $1 or r.reason like $1";
    BLANK = "update book_revision set changes = $2, reason = $3 where id = $1";
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    pub id: RevisionId,
    /// On whose page it is told.
    pub page: String,
    pub kind: Kind,
    /// A statement's id.
    pub slug: String,
    pub what: What,
    pub at: Instant,
    /// Name of whoever made it; an account's id when it is added.
    pub who: String,
    pub party: Option<PartyCode>,
    pub reason: String,
    pub changes: Vec<Change>,
}

pub async fn add(tx: &mut Tx, _permit: &Permit, r: &Revision) -> Result<()> {
    let args: [Value; 10] = [
        r.id.as_str().into(),
        (&r.page).into(),
        r.kind.code().into(),
        (&r.slug).into(),
        r.what.code().into(),
        r.at.into(),
        (&r.who).into(),
        r.party.as_ref().map(|p| p.to_string()).into(),
        (&r.reason).into(),
        to_json(&r.changes).into(),
    ];
    tx.run(ADD, &args).await?;
    Ok(())
}

/// What is told on a page, the newest first.
pub async fn of(tx: &mut Tx, page: &str) -> Result<Vec<Revision>> {
    tx.all(OF, &[page.into()]).await?.iter().map(read).collect()
}

pub async fn last(tx: &mut Tx, page: &str) -> Result<Option<Revision>> {
    tx.first(LAST, &[page.into()]).await?.as_ref().map(read).transpose()
}

/// The last change of a thing, wherever it is told.
pub async fn latest(tx: &mut Tx, kind: Kind, slug: &str) -> Result<Option<Revision>> {
    tx.first(LATEST, &[kind.code().into(), slug.into()]).await?.as_ref().map(read).transpose()
}

/// How often a thing was changed.
pub async fn count(tx: &mut Tx, kind: Kind, slug: &str) -> Result<i64> {
    tx.first(COUNT, &[kind.code().into(), slug.into()]).await?.map_or(Ok(0), |r| r.int("n"))
}

pub async fn find(tx: &mut Tx, id: &RevisionId) -> Result<Option<Revision>> {
    tx.first(BY_ID, &[id.as_str().into()]).await?.as_ref().map(read).transpose()
}

/// Those in whose values or reason `name` stands, as it is written there.
pub async fn naming(tx: &mut Tx, name: &str) -> Result<Vec<Revision>> {
    tx.all(NAMING, &[format!("%{name}%").into()]).await?.iter().map(read).collect()
}

/// Keeps fewer changes and another reason; who and when stay.
pub async fn blank(tx: &mut Tx, _permit: &Permit, r: &Revision) -> Result<()> {
    tx.run(BLANK, &[r.id.as_str().into(), to_json(&r.changes).into(), (&r.reason).into()]).await?;
    Ok(())
}

fn read(r: &Row) -> Result<Revision> {
    Ok(Revision {
        id: r.parse("id", RevisionId::parse)?,
        page: r.text("page")?,
        kind: r.parse("kind", Kind::parse)?,
        slug: r.text("slug")?,
        what: r.parse("what", What::parse)?,
        at: r.at("at")?,
        who: r.text("who")?,
        party: r.opt_parse("party", PartyCode::parse)?,
        reason: r.text("reason")?,
        changes: from_json(&r.text("changes")?).context("changes of a revision")?,
    })
}

/// `[[field, label, [[value, shown, words]…], […]]…]`
fn to_json(all: &[Change]) -> String {
    let said = |s: &Said| match &s.shown {
        Shown::AsIs => json!([s.value, "as-is", ""]),
        Shown::In(lang) => json!([s.value, "in", lang]),
        Shown::Code(prefix) => json!([s.value, "code", prefix]),
        Shown::Country => json!([s.value, "country", ""]),
        Shown::Date => json!([s.value, "date", ""]),
        Shown::Flag => json!([s.value, "flag", ""]),
        Shown::Named(names) => json!([s.value, "named", text3_json(names)]),
    };
    let values = |all: &[Said]| all.iter().map(said).collect::<Vec<Json>>();
    Json::Array(all.iter().map(|c| json!([c.name, c.label, values(&c.old), values(&c.new)])).collect()).to_string()
}

fn from_json(text: &str) -> Result<Vec<Change>> {
    let all: Vec<(String, String, Vec<[String; 3]>, Vec<[String; 3]>)> = serde_json::from_str(text)?;
    let values = |all: Vec<[String; 3]>| all.into_iter().map(said).collect::<Result<Vec<Said>>>();
    all.into_iter().map(|(name, label, old, new)| Ok(Change { name, label, old: values(old)?, new: values(new)? })).collect()
}

fn said([value, shown, words]: [String; 3]) -> Result<Said> {
    let shown = match shown.as_str() {
        "in" => Shown::In(words),
        "code" => Shown::Code(words),
        "country" => Shown::Country,
        "date" => Shown::Date,
        "flag" => Shown::Flag,
        "named" => Shown::Named(text3_from_json(&words)?),
        _ => Shown::AsIs,
    };
    Ok(Said { value, shown })
}
