//! The numbered lines of a delegation: members, sites, topics, costs, gifts, follow-ups.

use crate::{
    Row, Tx, Value,
    book::{self, many},
    named::{joined, slug},
    sql::sql,
};
use anyhow::{Context, Result};
use domain::{
    Currency, Money, Permit,
    area::Area,
    delegation::{
        cost::{Cost, Payer, What},
        gift::{Disposal, Gift, Level},
        part::{FollowUp, Member, Part, Site, Sort, Topic},
    },
    edtf::Edtf,
    ids::{DelegationId, PersonId},
    time::Day,
};
use std::collections::HashMap;

sql! {
    MEMBERS = "select m.no, m.name, m.person, m.organisation_name, m.post, m.rank, m.head, m.passport, m.passport_no, m.born, m.people, o.slug as o_slug, o.names as o_names
               from delegation_member m left join organisation o on o.id = m.organisation where m.delegation = $1 order by m.head desc, m.rank, m.no";
    SITES = "select s.no, s.name, s.day, o.slug as o_slug, o.names as o_names from delegation_site s left join organisation o on o.id = s.organisation
             where s.delegation = $1 order by s.no";
    TOPICS = "select no, name, finding, area, taken_up from delegation_topic where delegation = $1 order by no";
    COSTS = "select no, what, note, payer, minor, currency, reason from delegation_cost where delegation = $1 order by no";
    GIFTS = "select no, day, giver, giver_name, recipient, recipient_head, level, what, minor, currency, accepted, disposal from delegation_gift where delegation = $1 order by day, no";
    ALL_GIFTS = "select d.slug, g.no, g.day, g.giver, g.giver_name, g.recipient, g.recipient_head, g.level, g.what, g.minor, g.currency, g.accepted, g.disposal
                 from delegation_gift g join delegation d on d.id = g.delegation order by d.slug, g.day, g.no";
    FOLLOW_UPS = "select no, what, owner, due, done from delegation_follow_up where delegation = $1 order by due, no";
    ALL_FOLLOW_UPS = "select d.slug, d.title, f.no, f.what, f.owner, f.due, f.done from delegation_follow_up f join delegation d on d.id = f.delegation where f.done is null order by f.due, d.slug";
    MEMBERS_OF = concat!(
        "select m.delegation, m.no, m.name, m.person, m.organisation_name, m.post, m.rank, m.head, m.passport, m.passport_no, m.born, m.people, o.slug as o_slug, o.names as o_names
         from delegation_member m left join organisation o on o.id = m.organisation where m.delegation in (", many!(), ") order by m.delegation, m.head desc, m.rank, m.no"
    );
    TAKEN_UP = "select t.area, t.name, d.slug, d.title from delegation_topic t join delegation d on d.id = t.delegation where t.taken_up = 1 order by t.area, d.first, t.no";
    LAST_MEMBER = "select cast(coalesce(max(no), 0) as bigint) as n from delegation_member where delegation = $1";
    LAST_SITE = "select cast(coalesce(max(no), 0) as bigint) as n from delegation_site where delegation = $1";
    LAST_TOPIC = "select cast(coalesce(max(no), 0) as bigint) as n from delegation_topic where delegation = $1";
    LAST_COST = "select cast(coalesce(max(no), 0) as bigint) as n from delegation_cost where delegation = $1";
    LAST_GIFT = "select cast(coalesce(max(no), 0) as bigint) as n from delegation_gift where delegation = $1";
    LAST_FOLLOW_UP = "select cast(coalesce(max(no), 0) as bigint) as n from delegation_follow_up where delegation = $1";
    DROP_MEMBER = "delete from delegation_member where delegation = $1 and no = $2";
    DROP_SITE = "delete from delegation_site where delegation = $1 and no = $2";
    DROP_TOPIC = "delete from delegation_topic where delegation = $1 and no = $2";
    DROP_COST = "delete from delegation_cost where delegation = $1 and no = $2";
    DROP_GIFT = "delete from delegation_gift where delegation = $1 and no = $2";
    DROP_FOLLOW_UP = "delete from delegation_follow_up where delegation = $1 and no = $2";
    ADD_MEMBER = "insert into delegation_member (delegation, no, name, person, organisation, organisation_name, post, rank, head, passport, people, passport_no, born)
                  values ($1, $2, $3, $4, (select id from organisation where slug = $5), $6, $7, $8, $9, $10, $11, $12, $13)";
    ADD_SITE = "insert into delegation_site (delegation, no, organisation, name, day) values ($1, $2, (select id from organisation where slug = $3), $4, $5)";
    ADD_TOPIC = "insert into delegation_topic (delegation, no, name, finding, area, taken_up) values ($1, $2, $3, $4, $5, $6)";
    ADD_COST = "insert into delegation_cost (delegation, no, what, note, payer, minor, currency, reason) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    ADD_GIFT = "insert into delegation_gift (delegation, no, day, giver, giver_name, recipient, recipient_head, level, what, minor, currency, accepted, disposal)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    ADD_FOLLOW_UP = "insert into delegation_follow_up (delegation, no, what, owner, due, done) values ($1, $2, $3, $4, $5, $6)";
}

/// The lines of one sort with their numbers.
pub async fn of(tx: &mut Tx, id: &DelegationId, sort: Sort) -> Result<Vec<(i64, Part)>> {
    let sql = match sort {
        Sort::Members => MEMBERS,
        Sort::Sites => SITES,
        Sort::Topics => TOPICS,
        Sort::Costs => COSTS,
        Sort::Gifts => GIFTS,
        Sort::FollowUps => FOLLOW_UPS,
    };
    tx.all(sql, &[id.as_str().into()]).await?.iter().map(|r| Ok((r.int("no")?, read(r, sort)?))).collect()
}

/// Members of some delegations.
pub async fn members_of(tx: &mut Tx, ids: &[&str]) -> Result<HashMap<DelegationId, Vec<Member>>> {
    let mut of: HashMap<DelegationId, Vec<Member>> = HashMap::new();
    for r in book::rows(tx, MEMBERS_OF, ids).await? {
        of.entry(r.parse("delegation", DelegationId::parse)?).or_default().push(member(&r)?);
    }
    Ok(of)
}

/// What is still to be done, with the delegation it comes from.
pub async fn open_follow_ups(tx: &mut Tx, _permit: &Permit) -> Result<Vec<(String, domain::Text3, FollowUp)>> {
    tx.all(ALL_FOLLOW_UPS, &[]).await?.iter().map(|r| Ok((r.text("slug")?, r.text3("title")?, follow_up(r)?))).collect()
}

/// The whole gift register: address of the delegation, number, gift; a delegation's gifts stand together.
pub async fn all_gifts(tx: &mut Tx, _permit: &Permit) -> Result<Vec<(String, i64, Gift)>> {
    tx.all(ALL_GIFTS, &[]).await?.iter().map(|r| Ok((r.text("slug")?, r.int("no")?, gift(r)?))).collect()
}

/// A topic that became a sub-theme, and the delegation that found it.
#[derive(Clone, Debug)]
pub struct SubTheme {
    pub area: Option<Area>,
    pub name: domain::Text3,
    pub slug: String,
    pub title: domain::Text3,
}

pub async fn sub_themes(tx: &mut Tx) -> Result<Vec<SubTheme>> {
    let read = |r: &Row| {
        Ok(SubTheme { area: Area::parse(&r.text("area")?), name: r.text3("name")?, slug: r.text("slug")?, title: r.text3("title")? })
    };
    tx.all(TAKEN_UP, &[]).await?.iter().map(read).collect()
}

pub async fn drop(tx: &mut Tx, _permit: &Permit, id: &DelegationId, sort: Sort, no: i64) -> Result<bool> {
    let sql = match sort {
        Sort::Members => DROP_MEMBER,
        Sort::Sites => DROP_SITE,
        Sort::Topics => DROP_TOPIC,
        Sort::Costs => DROP_COST,
        Sort::Gifts => DROP_GIFT,
        Sort::FollowUps => DROP_FOLLOW_UP,
    };
    let dropped = tx.run(sql, &[id.as_str().into(), no.into()]).await? == 1;
    if sort == Sort::Members {
        super::relist(tx, &[id.as_str()]).await?;
    }
    Ok(dropped)
}

/// The next free number of a sort.
pub async fn next(tx: &mut Tx, _permit: &Permit, id: &DelegationId, sort: Sort) -> Result<i64> {
    let sql = match sort {
        Sort::Members => LAST_MEMBER,
        Sort::Sites => LAST_SITE,
        Sort::Topics => LAST_TOPIC,
        Sort::Costs => LAST_COST,
        Sort::Gifts => LAST_GIFT,
        Sort::FollowUps => LAST_FOLLOW_UP,
    };
    Ok(tx.first(sql, &[id.as_str().into()]).await?.map_or(Ok(0), |r| r.int("n"))? + 1)
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, id: &DelegationId, no: i64, part: &Part) -> Result<()> {
    let (sql, rest): (&'static str, Vec<Value>) = match part {
        Part::Member(m) => (
            ADD_MEMBER,
            vec![
                (&m.name).into(),
                m.person.as_ref().map(PersonId::as_str).into(),
                slug(&m.organisation),
                (&m.organisation_name).into(),
                (&m.post).into(),
                m.rank.into(),
                m.head.into(),
                (&m.passport).into(),
                m.people.into(),
                (&m.passport_no).into(),
                m.born.map(Day::iso).unwrap_or_default().into(),
            ],
        ),
        Part::Site(s) => (ADD_SITE, vec![slug(&s.organisation), (&s.name).into(), s.on.as_str().into()]),
        Part::Topic(t) => (ADD_TOPIC, vec![(&t.name).into(), (&t.finding).into(), t.area.map_or("", Area::code).into(), t.taken_up.into()]),
        Part::Cost(c) => (
            ADD_COST,
            vec![
                c.what.code().into(),
                (&c.note).into(),
                c.payer.code().into(),
                c.money.minor.into(),
                c.money.currency.code().into(),
                (&c.reason).into(),
            ],
        ),
        Part::Gift(g) => (
            ADD_GIFT,
            vec![
                g.day.iso().into(),
                g.giver.code().into(),
                (&g.giver_name).into(),
                (&g.recipient).into(),
                g.recipient_head.into(),
                g.level.code().into(),
                (&g.what).into(),
                g.value.minor.into(),
                g.value.currency.code().into(),
                g.accepted.into(),
                g.disposal.code().into(),
            ],
        ),
        Part::FollowUp(f) => (ADD_FOLLOW_UP, vec![(&f.what).into(), (&f.owner).into(), f.due.iso().into(), f.done.map(Day::iso).into()]),
    };
    let mut args = vec![id.as_str().into(), no.into()];
    args.extend(rest);
    tx.run(sql, &args).await?;
    if part.sort() == Sort::Members {
        super::relist(tx, &[id.as_str()]).await?;
    }
    Ok(())
}

fn read(r: &Row, sort: Sort) -> Result<Part> {
    Ok(match sort {
        Sort::Members => Part::Member(member(r)?),
        Sort::Sites => {
            Part::Site(Site { organisation: joined(r, "o_slug", "o_names")?, name: r.text3("name")?, on: r.parse("day", Edtf::parse)? })
        }
        Sort::Topics => Part::Topic(Topic {
            name: r.text3("name")?,
            finding: r.text3("finding")?,
            area: Area::parse(&r.text("area")?),
            taken_up: r.flag("taken_up")?,
        }),
        Sort::Costs => Part::Cost(Cost {
            what: r.parse("what", What::parse)?,
            note: r.text("note")?,
            payer: r.parse("payer", Payer::parse)?,
            money: money(r)?,
            reason: r.text("reason")?,
        }),
        Sort::Gifts => Part::Gift(gift(r)?),
        Sort::FollowUps => Part::FollowUp(follow_up(r)?),
    })
}

fn money(r: &Row) -> Result<Money> {
    let currency = Currency::parse(&r.text("currency")?).context("currency")?;
    Ok(Money::new(r.int("minor")?, currency))
}

fn gift(r: &Row) -> Result<Gift> {
    Ok(Gift {
        day: r.day("day")?,
        giver: r.parse("giver", Payer::parse)?,
        giver_name: r.text("giver_name")?,
        recipient: r.text("recipient")?,
        recipient_head: r.flag("recipient_head")?,
        level: r.parse("level", Level::parse)?,
        what: r.text("what")?,
        value: money(r)?,
        accepted: r.flag("accepted")?,
        disposal: r.parse("disposal", Disposal::parse)?,
    })
}

fn follow_up(r: &Row) -> Result<FollowUp> {
    Ok(FollowUp { what: r.text("what")?, owner: r.text("owner")?, due: r.day("due")?, done: r.opt_parse("done", Day::parse)? })
}

fn member(r: &Row) -> Result<Member> {
    Ok(Member {
        name: r.text("name")?,
        person: r.opt_parse("person", PersonId::parse)?,
        organisation: joined(r, "o_slug", "o_names")?,
        organisation_name: r.text("organisation_name")?,
        post: r.text3("post")?,
        rank: r.int("rank")?,
        head: r.flag("head")?,
        passport: r.text("passport")?,
        passport_no: r.text("passport_no")?,
        born: Day::parse(&r.text("born")?),
        people: r.int("people")?,
    })
}
