//! Activities and introductions.

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
use anyhow::{Context, Result};
use domain::{
    Instant, Permit,
    activity::{Activity, Introduction, Kind},
    area::{Area, Target, join, split},
    edtf::Edtf,
    ids::{ActivityId, IntroductionId},
};

macro_rules! activity {
    ($rest:literal) => {
        concat!(
            "select a.id, a.slug, a.kind, a.title, a.body, a.dates, a.partnership, a.areas, a.targets, a.support, a.goal, a.outcome, a.projects, a.source, a.version,
             p.slug as p_slug, p.names as p_names, o.slug as o_slug, o.names as o_names
             from activity a left join place p on p.id = a.place left join organisation o on o.id = a.organiser ",
            $rest
        )
    };
}

sql! {
    LIST = activity!("order by a.first desc, a.slug");
    BY_IDS = concat!(activity!("where a.id in ("), many!(), ")");
    OF_PARTNERSHIP = activity!("where a.partnership = $1 order by a.first desc, a.slug");
    FIND = activity!("where a.slug = $1");
    ADD = "insert into activity (id, slug, kind, title, body, dates, first, place, organiser, partnership, areas, targets, support, goal, outcome, projects, source, version, at)
           values ($1, $2, $3, $4, $5, $6, $7, (select id from place where slug = $8), (select id from organisation where slug = $9), $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";
    UPDATE = "update activity set slug = $2, kind = $3, title = $4, body = $5, dates = $6, first = $7, place = (select id from place where slug = $8),
              organiser = (select id from organisation where slug = $9), partnership = $10, areas = $11, targets = $12, support = $13, goal = $14, outcome = $15, projects = $16,
              source = $17, version = $18 where id = $1 and version = $18 - 1";
    INTRODUCTIONS = "select i.id, i.day, i.purpose, i.area, i.ask, i.outcome, i.by, f.slug as f_slug, f.names as f_names, t.slug as t_slug, t.names as t_names
                     from introduction i join organisation f on f.id = i.from_org join organisation t on t.id = i.to_org order by i.day desc, i.id";
    INTRODUCE = "insert into introduction (id, day, from_org, to_org, purpose, area, ask, outcome, by, at)
                 values ($1, $2, (select id from organisation where slug = $3), (select id from organisation where slug = $4), $5, $6, $7, $8, $9, $10)";
    ASKED = "update introduction set outcome = $2 where id = $1";
}

pub async fn list(tx: &mut Tx) -> Result<Vec<Activity>> {
    tx.all(LIST, &[]).await?.iter().map(read).collect()
}

/// In the order of their ids.
pub async fn by_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<Activity>> {
    book::in_order(tx, BY_IDS, ids, read).await
}

/// What the list finds, filters and orders them by.
pub(crate) async fn relist(tx: &mut Tx, ids: &[&str]) -> Result<()> {
    for a in by_ids(tx, ids).await? {
        let things = [&a.place, &a.organiser].into_iter().flatten().map(|n| &n.name);
        let line = list::Line {
            id: a.id.to_string(),
            open: true,
            marks: vec![format!("kind-{}", a.kind.code())],
            search: list::words([&a.title, &a.body, &a.outcome].into_iter().chain(things), &[]),
            keys: vec![("date", Key::newest(a.dates.first_day())), ("kind", Key::of(Kind::ALL, &a.kind)), ("title", Key::Name(a.title))],
        };
        list::put(tx, List::Activity, &line).await?;
    }
    Ok(())
}

pub async fn of_partnership(tx: &mut Tx, partnership: &str) -> Result<Vec<Activity>> {
    tx.all(OF_PARTNERSHIP, &[partnership.into()]).await?.iter().map(read).collect()
}

pub async fn find(tx: &mut Tx, slug: &str) -> Result<Option<Activity>> {
    tx.first(FIND, &[slug.into()]).await?.as_ref().map(read).transpose()
}

/// A new activity, or a changed one whose version follows that in the database. Answers whether it was kept.
pub async fn save(tx: &mut Tx, _permit: &Permit, a: &Activity, fresh: Option<Instant>) -> Result<bool> {
    let mut args = vec![
        a.id.as_str().into(),
        (&a.slug).into(),
        a.kind.code().into(),
        (&a.title).into(),
        (&a.body).into(),
        a.dates.as_str().into(),
        first(&a.dates).into(),
        slug(&a.place),
        slug(&a.organiser),
        (&a.partnership).into(),
        join(a.areas.iter().map(|x| x.code())).into(),
        join(a.targets.iter().map(|x| x.code())).into(),
        (&a.support).into(),
        (&a.goal).into(),
        (&a.outcome).into(),
        a.projects.into(),
        (&a.source).into(),
        a.version.into(),
    ];
    if let Some(at) = fresh {
        args.push(at.into());
    }
    let kept = tx.run(if fresh.is_some() { ADD } else { UPDATE }, &args).await? == 1;
    relist(tx, &[a.id.as_str()]).await?;
    Ok(kept)
}

pub async fn introductions(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Introduction>> {
    tx.all(INTRODUCTIONS, &[])
        .await?
        .iter()
        .map(|r| {
            Ok(Introduction {
                id: r.parse("id", IntroductionId::parse)?,
                day: r.day("day")?,
                from: joined(r, "f_slug", "f_names")?.context("introduction")?,
                to: joined(r, "t_slug", "t_names")?.context("introduction")?,
                purpose: r.text("purpose")?,
                area: Area::parse(&r.text("area")?),
                ask: r.day("ask")?,
                outcome: r.text("outcome")?,
                by: r.text("by")?,
            })
        })
        .collect()
}

pub async fn introduce(tx: &mut Tx, _permit: &Permit, i: &Introduction, at: Instant) -> Result<()> {
    let args = [
        i.id.as_str().into(),
        i.day.iso().into(),
        (&i.from.slug).into(),
        (&i.to.slug).into(),
        (&i.purpose).into(),
        i.area.map_or("", Area::code).into(),
        i.ask.iso().into(),
        (&i.outcome).into(),
        (&i.by).into(),
        at.into(),
    ];
    tx.run(INTRODUCE, &args).await?;
    Ok(())
}

pub async fn asked(tx: &mut Tx, _permit: &Permit, id: &IntroductionId, outcome: &str) -> Result<bool> {
    Ok(tx.run(ASKED, &[id.as_str().into(), outcome.into()]).await? == 1)
}

fn read(r: &Row) -> Result<Activity> {
    Ok(Activity {
        id: r.parse("id", ActivityId::parse)?,
        slug: r.text("slug")?,
        kind: r.parse("kind", Kind::parse)?,
        title: r.text3("title")?,
        body: r.text3("body")?,
        dates: r.parse("dates", Edtf::parse)?,
        place: joined(r, "p_slug", "p_names")?,
        organiser: joined(r, "o_slug", "o_names")?,
        partnership: r.text("partnership")?,
        areas: r.parse("areas", |s| split(s, Area::parse))?,
        targets: r.parse("targets", |s| split(s, Target::parse))?,
        support: r.text3("support")?,
        goal: r.text3("goal")?,
        outcome: r.text3("outcome")?,
        projects: r.opt_int("projects")?,
        source: r.text("source")?,
        version: r.int("version")?,
    })
}
