//! Posts, people and their time in posts.

use crate::{Row, Tx, named::joined, sql::sql};
use anyhow::{Context, Result};
use domain::{
    Instant, Permit,
    edtf::Edtf,
    ids::{DelegationId, PersonId, PostId, TenureId},
    person::{Person, Post, Tenure},
};

macro_rules! post {
    ($rest:literal) => {
        concat!("select p.id, p.slug, p.title, p.rank, p.mailbox, p.contact, o.slug as o_slug, o.names as o_names from post p join organisation o on o.id = p.organisation ", $rest)
    };
}

sql! {
    POSTS = post!("order by o.slug, p.rank, p.slug");
    POST = post!("where p.slug = $1");
    POST_OF = post!("where p.id = $1");
    CONTACTS = post!("where p.contact = 1 order by p.rank, p.slug");
    ADD_POST = "insert into post (id, slug, organisation, title, rank, mailbox, contact) values ($1, $2, (select id from organisation where slug = $3), $4, $5, $6, $7)";
    SET_POST = "update post set organisation = (select id from organisation where slug = $2), title = $3, rank = $4, mailbox = $5, contact = $6 where id = $1";
    PEOPLE = "select id, slug, name, name_zh, pinyin_family, pinyin_given, passport, salutation, erased, version from person order by slug";
    PERSON = "select id, slug, name, name_zh, pinyin_family, pinyin_given, passport, salutation, erased, version from person where slug = $1";
    ADD = "insert into person (id, slug, name, name_zh, pinyin_family, pinyin_given, passport, salutation, erased, version, search, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    UPDATE = "update person set name = $2, name_zh = $3, pinyin_family = $4, pinyin_given = $5, passport = $6, salutation = $7, erased = $8, version = $9, search = $10
              where id = $1 and version = $9 - 1";
    TENURES = "select id, person, post, since, until, successor, source from tenure order by since, id";
    ADD_TENURE = "insert into tenure (id, person, post, since, until, successor, source, at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    SET_TENURE = "update tenure set since = $2, until = $3, successor = $4 where id = $1";
    TRAVELS = "select d.slug, d.title, m.no, m.name, m.passport from delegation_member m join delegation d on d.id = m.delegation where m.person = $1 order by d.first, m.no";
    FORGET_TRAVELLER = "update delegation_member set name = '', passport = '', passport_no = '', born = '' where person = $1";
    LISTED = "select d.slug, d.title, d.id, m.no, m.name, m.passport from delegation_member m join delegation d on d.id = m.delegation where m.name <> '' or m.passport <> '' order by d.first, d.slug, m.no";
    GIVEN = "select d.slug, d.title, d.id, g.no, g.giver_name, g.recipient from delegation_gift g join delegation d on d.id = g.delegation order by g.day, d.slug, g.no";
    FORGET_LISTED = "update delegation_member set name = '', passport = '', passport_no = '', born = '' where delegation = $1 and no = $2";
    FORGET_GIVER = "update delegation_gift set giver_name = '' where delegation = $1 and no = $2";
    FORGET_RECIPIENT = "update delegation_gift set recipient = '' where delegation = $1 and no = $2";
    EXPIRE_PASSPORTS = "update delegation_member set passport = '', passport_no = '', born = '' where (passport || passport_no || born) <> '' and delegation in
                        (select id from delegation where departs is not null and departs < $1)";
    EXPIRE_REQUESTS = "update visit_request set name = '', contact = '', search = '' where contact <> '' and answered is not null and answered < $1";
    EXPIRE_GIFTS = "update delegation_gift set recipient = '', giver_name = '' where day < $1 and (recipient <> '' or giver_name <> '')";
}

pub async fn posts(tx: &mut Tx) -> Result<Vec<Post>> {
    tx.all(POSTS, &[]).await?.iter().map(read_post).collect()
}

/// Posts that the public may turn to.
pub async fn contacts(tx: &mut Tx) -> Result<Vec<Post>> {
    tx.all(CONTACTS, &[]).await?.iter().map(read_post).collect()
}

pub async fn post(tx: &mut Tx, slug: &str) -> Result<Option<Post>> {
    tx.first(POST, &[slug.into()]).await?.as_ref().map(read_post).transpose()
}

pub async fn post_of(tx: &mut Tx, id: &PostId) -> Result<Option<Post>> {
    tx.first(POST_OF, &[id.as_str().into()]).await?.as_ref().map(read_post).transpose()
}

pub async fn save_post(tx: &mut Tx, _permit: &Permit, p: &Post, fresh: bool) -> Result<()> {
    let rest = [(&p.organisation.slug).into(), (&p.title).into(), p.rank.into(), (&p.mailbox).into(), p.contact.into()];
    let mut args = vec![p.id.as_str().into()];
    if fresh {
        args.push((&p.slug).into());
    }
    args.extend(rest);
    tx.run(if fresh { ADD_POST } else { SET_POST }, &args).await?;
    Ok(())
}

/// Everybody in the register, erased ones too.
pub async fn people(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Person>> {
    tx.all(PEOPLE, &[]).await?.iter().map(read).collect()
}

pub async fn find(tx: &mut Tx, _permit: &Permit, slug: &str) -> Result<Option<Person>> {
    tx.first(PERSON, &[slug.into()]).await?.as_ref().map(read).transpose()
}

/// A new person, or a changed one whose version follows that in the database. Answers whether it was kept.
pub async fn save(tx: &mut Tx, _permit: &Permit, p: &Person, search: &str, fresh: Option<Instant>) -> Result<bool> {
    let mut args = vec![p.id.as_str().into()];
    if fresh.is_some() {
        args.push((&p.slug).into());
    }
    args.extend([
        (&p.name).into(),
        (&p.name_zh).into(),
        (&p.pinyin_family).into(),
        (&p.pinyin_given).into(),
        (&p.passport).into(),
        (&p.salutation).into(),
        p.erased.into(),
        p.version.into(),
        search.into(),
    ]);
    if let Some(at) = fresh {
        args.push(at.into());
    }
    Ok(tx.run(if fresh.is_some() { ADD } else { UPDATE }, &args).await? == 1)
}

pub async fn tenures(tx: &mut Tx) -> Result<Vec<Tenure>> {
    tx.all(TENURES, &[])
        .await?
        .iter()
        .map(|r| {
            Ok(Tenure {
                id: r.parse("id", TenureId::parse)?,
                person: r.parse("person", PersonId::parse)?,
                post: r.parse("post", PostId::parse)?,
                since: r.parse("since", Edtf::parse)?,
                until: r.parse("until", Edtf::parse)?,
                successor: r.opt_parse("successor", PersonId::parse)?,
                source: r.text("source")?,
            })
        })
        .collect()
}

pub async fn save_tenure(tx: &mut Tx, _permit: &Permit, t: &Tenure, fresh: Option<Instant>) -> Result<()> {
    let successor = t.successor.as_ref().map(PersonId::as_str);
    match fresh {
        Some(at) => {
            let args = [
                t.id.as_str().into(),
                t.person.as_str().into(),
                t.post.as_str().into(),
                t.since.as_str().into(),
                t.until.as_str().into(),
                successor.into(),
                (&t.source).into(),
                at.into(),
            ];
            tx.run(ADD_TENURE, &args).await?;
        }
        None => {
            tx.run(SET_TENURE, &[t.id.as_str().into(), t.since.as_str().into(), t.until.as_str().into(), successor.into()]).await?;
        }
    }
    Ok(())
}

/// A delegation that a person was in, and what its list holds of them.
#[derive(Clone, Debug)]
pub struct Travel {
    pub slug: String,
    pub title: domain::Text3,
    pub name: String,
    pub passport: String,
}

pub async fn travels(tx: &mut Tx, _permit: &Permit, id: &PersonId) -> Result<Vec<Travel>> {
    tx.all(TRAVELS, &[id.as_str().into()])
        .await?
        .iter()
        .map(|r| Ok(Travel { slug: r.text("slug")?, title: r.text3("title")?, name: r.text("name")?, passport: r.text("passport")? }))
        .collect()
}

/// A line of a delegation that names somebody.
#[derive(Clone, Debug)]
pub struct Mention {
    pub slug: String,
    pub title: domain::Text3,
    pub delegation: DelegationId,
    pub no: i64,
    /// A member's name and passport name; a gift's giver and recipient.
    pub names: [String; 2],
}

fn mention(r: &Row, first: &str, second: &str) -> Result<Mention> {
    Ok(Mention {
        slug: r.text("slug")?,
        title: r.text3("title")?,
        delegation: r.parse("id", DelegationId::parse)?,
        no: r.int("no")?,
        names: [r.text(first)?, r.text(second)?],
    })
}

/// Every named line of every delegation's list of members.
pub async fn listed(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Mention>> {
    tx.all(LISTED, &[]).await?.iter().map(|r| mention(r, "name", "passport")).collect()
}

/// Every entry of the gift register, by who gave and who was given.
pub async fn given(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Mention>> {
    tx.all(GIVEN, &[]).await?.iter().map(|r| mention(r, "giver_name", "recipient")).collect()
}

/// Takes what is personal out of one member's line.
pub async fn forget_listed(tx: &mut Tx, _permit: &Permit, m: &Mention) -> Result<()> {
    tx.run(FORGET_LISTED, &[m.delegation.as_str().into(), m.no.into()]).await?;
    Ok(())
}

/// Takes the giver's name out of one gift, or the recipient's.
pub async fn forget_gift(tx: &mut Tx, _permit: &Permit, m: &Mention, giver: bool) -> Result<()> {
    tx.run(if giver { FORGET_GIVER } else { FORGET_RECIPIENT }, &[m.delegation.as_str().into(), m.no.into()]).await?;
    Ok(())
}

/// Takes the name from every delegation's list; the line stays.
pub async fn forget_traveller(tx: &mut Tx, _permit: &Permit, id: &PersonId) -> Result<()> {
    tx.run(FORGET_TRAVELLER, &[id.as_str().into()]).await?;
    Ok(())
}

/// Blanks what is past its time; answers how many rows lost something. Days are ISO, `answered_before` an instant.
pub async fn expire(tx: &mut Tx, _permit: &Permit, passports_before: &str, answered_before: Instant, gifts_before: &str) -> Result<u64> {
    let passports = tx.run(EXPIRE_PASSPORTS, &[passports_before.into()]).await?;
    let requests = tx.run(EXPIRE_REQUESTS, &[answered_before.into()]).await?;
    Ok(passports + requests + tx.run(EXPIRE_GIFTS, &[gifts_before.into()]).await?)
}

fn read_post(r: &Row) -> Result<Post> {
    Ok(Post {
        id: r.parse("id", PostId::parse)?,
        slug: r.text("slug")?,
        organisation: joined(r, "o_slug", "o_names")?.context("a post without organisation")?,
        title: r.text3("title")?,
        rank: r.int("rank")?,
        mailbox: r.text("mailbox")?,
        contact: r.flag("contact")?,
    })
}

fn read(r: &Row) -> Result<Person> {
    Ok(Person {
        id: r.parse("id", PersonId::parse)?,
        slug: r.text("slug")?,
        name: r.text("name")?,
        name_zh: r.text("name_zh")?,
        pinyin_family: r.text("pinyin_family")?,
        pinyin_given: r.text("pinyin_given")?,
        passport: r.text("passport")?,
        salutation: r.text3("salutation")?,
        erased: r.opt_at("erased")?,
        version: r.int("version")?,
    })
}
