//! What a partnership carries: themes, levels, links to others, states with reasons, contacts, programmes and their projects, strategy goals.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Instant, Permit, Text3,
    edtf::Edtf,
    ids::{PartnershipId, ProgrammeId},
    partnership::{Channel, Contact, Direction, Level, LevelSpell, Link, LinkKind, Said, State, Theme},
};

sql! {
    GOALS = "select slug, label, since, until from strategy_goal order by slug";
    ADD_GOAL = "insert into strategy_goal (id, slug, place, label, since, until, source) values ($1, $2, $3, $4, $5, $6, $7)";
    THEMES = "select no, label, since, until, level, goal, source from partnership_theme where partnership = $1 order by no";
    ALL_THEMES = "select partnership, label from partnership_theme order by partnership, no";
    CLEAR_THEMES = "delete from partnership_theme where partnership = $1";
    ADD_THEME = "insert into partnership_theme (partnership, no, label, since, until, level, goal, source) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    LEVELS = "select no, level, since, until, note, source from partnership_level where partnership = $1 order by no";
    CLEAR_LEVELS = "delete from partnership_level where partnership = $1";
    ADD_LEVEL = "insert into partnership_level (partnership, no, level, since, until, note, source) values ($1, $2, $3, $4, $5, $6, $7)";
    LINKS = "select kind, other, note from partnership_link where partnership = $1 order by kind, other";
    // The same links, seen from the other end.
    BACKLINKS = "select kind, partnership as other, note from partnership_link where other = $1 order by kind, partnership";
    ADD_LINK = "insert into partnership_link (partnership, kind, other, note) values ($1, $2, $3, $4) on conflict (partnership, kind, other) do update set note = excluded.note";
    DROP_LINK = "delete from partnership_link where partnership = $1 and kind = $2 and other = $3";
    STATES = "select no, state, reason, by, at from partnership_state where partnership = $1 order by no";
    ADD_STATE = "insert into partnership_state (partnership, no, state, reason, by, at)
                 select cast($1 as text), coalesce(max(no), 0) + 1, cast($2 as text), cast($3 as text), cast($4 as text), cast($5 as bigint)
                 from partnership_state where partnership = $1";
    CONTACTS = "select direction, channel, day, subject, senior, person_days from partnership_contact where partnership = $1 order by day desc, id desc";
    ADD_CONTACT = "insert into partnership_contact (id, partnership, direction, channel, day, subject, senior, person_days, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    PROGRAMMES = "select g.id, g.slug, g.title, g.first_year, g.last_year from partnership_programme l join programme g on g.id = l.programme where l.partnership = $1
                  order by g.first_year";
    ADD_PROGRAMME = "insert into partnership_programme (partnership, programme) values ($1, $2) on conflict (partnership, programme) do nothing";
    DROP_PROGRAMME = "delete from partnership_programme where partnership = $1 and programme = $2";
    // Projects that came out of the calls of linked programmes: whatever at least one side has awarded.
    PROJECTS = "select a.number, a.title, a.lang, c.slug as call, c.title as call_title from partnership_programme l join call c on c.programme = l.programme
                join application a on a.call = c.id where l.partnership = $1 and exists (select 1 from award w where w.application = a.id) order by c.slug, a.number";
}

pub struct Goal {
    pub slug: String,
    pub label: Text3,
    pub since: Edtf,
    pub until: Edtf,
}

pub struct LinkedProgramme {
    pub id: ProgrammeId,
    pub slug: String,
    pub title: Text3,
    pub first_year: i64,
    pub last_year: i64,
}

/// A project that money was awarded to.
pub struct Project {
    pub number: String,
    pub title: String,
    /// The language that the title was written in.
    pub lang: String,
    pub call: String,
    pub call_title: Text3,
}

pub async fn goals(tx: &mut Tx) -> Result<Vec<Goal>> {
    let read = |r: &Row| {
        Ok(Goal {
            slug: r.text("slug")?,
            label: r.text3("label")?,
            since: r.parse("since", Edtf::parse)?,
            until: r.parse("until", Edtf::parse)?,
        })
    };
    tx.all(GOALS, &[]).await?.iter().map(read).collect()
}

/// `id`: any unused text.
pub async fn add_goal(tx: &mut Tx, _permit: &Permit, id: &str, goal: &Goal, place: Option<&str>, source: Option<&str>) -> Result<()> {
    let args = [
        id.into(),
        (&goal.slug).into(),
        place.into(),
        (&goal.label).into(),
        goal.since.as_str().into(),
        goal.until.as_str().into(),
        source.into(),
    ];
    tx.run(ADD_GOAL, &args).await?;
    Ok(())
}

pub async fn themes(tx: &mut Tx, id: &PartnershipId) -> Result<Vec<Theme>> {
    let read = |r: &Row| {
        Ok(Theme {
            no: r.int("no")?,
            label: r.text3("label")?,
            since: r.parse("since", Edtf::parse)?,
            until: r.parse("until", Edtf::parse)?,
            level: Level::parse(&r.text("level")?),
            goal: r.opt_text("goal")?,
            source: r.opt_text("source")?,
        })
    };
    tx.all(THEMES, &[id.as_str().into()]).await?.iter().map(read).collect()
}

/// Partnership and theme, for lists and maps.
pub async fn all_themes(tx: &mut Tx) -> Result<Vec<(PartnershipId, Text3)>> {
    tx.all(ALL_THEMES, &[]).await?.iter().map(|r| Ok((r.parse("partnership", PartnershipId::parse)?, r.text3("label")?))).collect()
}

pub async fn set_themes(tx: &mut Tx, _permit: &Permit, id: &PartnershipId, themes: &[Theme]) -> Result<()> {
    tx.run(CLEAR_THEMES, &[id.as_str().into()]).await?;
    for t in themes {
        let args = [
            id.as_str().into(),
            t.no.into(),
            (&t.label).into(),
            t.since.as_str().into(),
            t.until.as_str().into(),
            t.level.map_or("", Level::code).into(),
            t.goal.clone().into(),
            t.source.clone().into(),
        ];
        tx.run(ADD_THEME, &args).await?;
    }
    super::relist(tx, &[id.as_str()]).await
}

pub async fn levels(tx: &mut Tx, id: &PartnershipId) -> Result<Vec<LevelSpell>> {
    let read = |r: &Row| {
        Ok(LevelSpell {
            no: r.int("no")?,
            level: r.parse("level", Level::parse)?,
            since: r.parse("since", Edtf::parse)?,
            until: r.parse("until", Edtf::parse)?,
            note: r.text3("note")?,
            source: r.opt_text("source")?,
        })
    };
    tx.all(LEVELS, &[id.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn set_levels(tx: &mut Tx, _permit: &Permit, id: &PartnershipId, levels: &[LevelSpell]) -> Result<()> {
    tx.run(CLEAR_LEVELS, &[id.as_str().into()]).await?;
    for s in levels {
        let args = [
            id.as_str().into(),
            s.no.into(),
            s.level.code().into(),
            s.since.as_str().into(),
            s.until.as_str().into(),
            (&s.note).into(),
            s.source.clone().into(),
        ];
        tx.run(ADD_LEVEL, &args).await?;
    }
    Ok(())
}

pub async fn links(tx: &mut Tx, id: &PartnershipId) -> Result<Vec<Link>> {
    tx.all(LINKS, &[id.as_str().into()]).await?.iter().map(link).collect()
}

/// Links that others have to this one.
pub async fn backlinks(tx: &mut Tx, id: &PartnershipId) -> Result<Vec<Link>> {
    tx.all(BACKLINKS, &[id.as_str().into()]).await?.iter().map(link).collect()
}

fn link(r: &Row) -> Result<Link> {
    Ok(Link { kind: r.parse("kind", LinkKind::parse)?, other: r.parse("other", PartnershipId::parse)?, note: r.text3("note")? })
}

pub async fn add_link(tx: &mut Tx, _permit: &Permit, id: &PartnershipId, l: &Link) -> Result<()> {
    tx.run(ADD_LINK, &[id.as_str().into(), l.kind.code().into(), l.other.as_str().into(), (&l.note).into()]).await?;
    Ok(())
}

pub async fn drop_link(tx: &mut Tx, _permit: &Permit, id: &PartnershipId, kind: LinkKind, other: &PartnershipId) -> Result<()> {
    tx.run(DROP_LINK, &[id.as_str().into(), kind.code().into(), other.as_str().into()]).await?;
    Ok(())
}

pub async fn states(tx: &mut Tx, id: &PartnershipId) -> Result<Vec<Said>> {
    let read = |r: &Row| {
        Ok(Said { no: r.int("no")?, state: r.parse("state", State::parse)?, reason: r.text("reason")?, by: r.text("by")?, at: r.at("at")? })
    };
    tx.all(STATES, &[id.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn add_state(tx: &mut Tx, _permit: &Permit, id: &PartnershipId, state: State, reason: &str, by: &str, at: Instant) -> Result<()> {
    tx.run(ADD_STATE, &[id.as_str().into(), state.code().into(), reason.into(), by.into(), at.into()]).await?;
    Ok(())
}

/// Newest first.
pub async fn contacts(tx: &mut Tx, id: &PartnershipId) -> Result<Vec<Contact>> {
    let read = |r: &Row| {
        Ok(Contact {
            direction: r.parse("direction", Direction::parse)?,
            channel: r.parse("channel", Channel::parse)?,
            day: r.day("day")?,
            subject: r.text("subject")?,
            senior: r.flag("senior")?,
            person_days: r.int("person_days")?,
        })
    };
    tx.all(CONTACTS, &[id.as_str().into()]).await?.iter().map(read).collect()
}

/// `row`: the id of the new row.
pub async fn add_contact(tx: &mut Tx, _permit: &Permit, row: &str, id: &PartnershipId, c: &Contact, by: &str, at: Instant) -> Result<()> {
    let args = [
        row.into(),
        id.as_str().into(),
        c.direction.code().into(),
        c.channel.code().into(),
        c.day.iso().into(),
        (&c.subject).into(),
        c.senior.into(),
        c.person_days.into(),
        by.into(),
        at.into(),
    ];
    tx.run(ADD_CONTACT, &args).await?;
    Ok(())
}

pub async fn programmes(tx: &mut Tx, id: &PartnershipId) -> Result<Vec<LinkedProgramme>> {
    let read = |r: &Row| {
        Ok(LinkedProgramme {
            id: r.parse("id", ProgrammeId::parse)?,
            slug: r.text("slug")?,
            title: r.text3("title")?,
            first_year: r.int("first_year")?,
            last_year: r.int("last_year")?,
        })
    };
    tx.all(PROGRAMMES, &[id.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn add_programme(tx: &mut Tx, _permit: &Permit, id: &PartnershipId, programme: &ProgrammeId) -> Result<()> {
    tx.run(ADD_PROGRAMME, &[id.as_str().into(), programme.as_str().into()]).await?;
    Ok(())
}

pub async fn drop_programme(tx: &mut Tx, _permit: &Permit, id: &PartnershipId, programme: &ProgrammeId) -> Result<()> {
    tx.run(DROP_PROGRAMME, &[id.as_str().into(), programme.as_str().into()]).await?;
    Ok(())
}

pub async fn projects(tx: &mut Tx, id: &PartnershipId) -> Result<Vec<Project>> {
    let read = |r: &Row| {
        Ok(Project {
            number: r.text("number")?,
            title: r.text("title")?,
            lang: r.text("lang")?,
            call: r.text("call")?,
            call_title: r.text3("call_title")?,
        })
    };
    tx.all(PROJECTS, &[id.as_str().into()]).await?.iter().map(read).collect()
}
