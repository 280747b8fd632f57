//! Posts, people and their time in posts.

use crate::{
    Row, Tx,
    book::{
        self,
        list::{self, Key, List},
        many,
    },
    named::joined,
    sql::sql,
};
use anyhow::{Context, Result};
use domain::{
    Instant, Permit,
    edtf::Edtf,
    ids::{DelegationId, PersonId, PostId, TenureId},
    person::{Person, Post, Tenure},
};
use std::collections::HashMap;

macro_rules! post {
    ($rest:literal) => {
        concat!("select p.id, p.slug, p.title, p.rank, p.mailbox, p.contact, o.slug as o_slug, o.names as o_names from post p join organisation o on o.id = p.organisation ", $rest)
    };
}

sql! {
    POSTS = post!("order by o.slug, p.rank, p.slug");
    POST = post!("where p.slug = $1");
    BY_IDS = concat!(post!("where p.id in ("), many!(), ")");
    // The present holder first, then the one who came last.
    HOLDERS = concat!(
        "select t.id as tenure, t.person, t.post, t.since, t.until, t.successor, t.source, p.id, p.slug, p.name, p.name_zh, p.pinyin_family, p.pinyin_given, p.passport,
         p.salutation, p.erased, p.version from tenure t join person p on p.id = t.person where t.post in (", many!(), ")
         order by case when t.until = '' then 0 else 1 end, t.since desc, t.id desc"
    );
    POSTS_OF = "select distinct post from tenure where person = $1";
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
    TENURES = "select id as tenure, person, post, since, until, successor, source from tenure where post = $1 order by since, id";
    HELD = "select id as tenure, person, post, since, until, successor, source from tenure where person = $1 order by since, id";
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
    relist(tx, &[p.id.as_str()]).await
}

/// In the order of their ids.
pub async fn posts_by_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<Post>> {
    book::in_order(tx, BY_IDS, ids, read_post).await
}

/// Who holds and held some posts, the present holder first.
pub async fn holders(tx: &mut Tx, posts: &[&str]) -> Result<HashMap<PostId, Vec<(Person, Tenure)>>> {
    let mut of: HashMap<PostId, Vec<(Person, Tenure)>> = HashMap::new();
    for r in book::rows(tx, HOLDERS, posts).await? {
        let held = read_tenure(&r)?;
        of.entry(held.post.clone()).or_default().push((read(&r)?, held));
    }
    Ok(of)
}

/// What the register finds and orders posts by: their organisations, and the names of who holds and held them.
pub(crate) async fn relist(tx: &mut Tx, ids: &[&str]) -> Result<()> {
    let mut of = holders(tx, ids).await?;
    for p in posts_by_ids(tx, ids).await? {
        let people = of.remove(&p.id).unwrap_or_default();
        let mut names: Vec<&str> = people.iter().flat_map(|(x, _)| [x.name.as_str(), &x.name_zh]).collect();
        names.push(&p.mailbox);
        let line = list::Line {
            id: p.id.to_string(),
            open: false,
            marks: vec![],
            search: list::words([&p.title, &p.organisation.name], &names),
            keys: vec![
                ("organisation", Key::Ranked(p.organisation.name.clone(), p.rank)),
                ("rank", Key::number(p.rank)),
                ("title", Key::Name(p.title.clone())),
            ],
        };
        list::put(tx, List::Post, &line).await?;
    }
    Ok(())
}

/// A name has changed or is gone: the posts must not be found by the old one.
async fn relist_of(tx: &mut Tx, person: &PersonId) -> Result<()> {
    let posts: Vec<String> = tx.all(POSTS_OF, &[person.as_str().into()]).await?.iter().map(|r| r.text("post")).collect::<Result<_>>()?;
    relist(tx, &posts.iter().map(String::as_str).collect::<Vec<_>>()).await
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
    let kept = tx.run(if fresh.is_some() { ADD } else { UPDATE }, &args).await? == 1;
    if fresh.is_none() {
        relist_of(tx, &p.id).await?;
    }
    Ok(kept)
}

/// Who holds and held a post.
pub async fn tenures(tx: &mut Tx, post: &PostId) -> Result<Vec<Tenure>> {
    tx.all(TENURES, &[post.as_str().into()]).await?.iter().map(read_tenure).collect()
}

/// What a person holds and held.
pub async fn held(tx: &mut Tx, person: &PersonId) -> Result<Vec<Tenure>> {
    tx.all(HELD, &[person.as_str().into()]).await?.iter().map(read_tenure).collect()
}

fn read_tenure(r: &Row) -> Result<Tenure> {
    Ok(Tenure {
        id: r.parse("tenure", TenureId::parse)?,
        person: r.parse("person", PersonId::parse)?,
        post: r.parse("post", PostId::parse)?,
        since: r.parse("since", Edtf::parse)?,
        until: r.parse("until", Edtf::parse)?,
        successor: r.opt_parse("successor", PersonId::parse)?,
        source: r.text("source")?,
    })
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
    relist(tx, &[t.post.as_str()]).await
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
