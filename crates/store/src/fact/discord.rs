//! Claims that contradict each other, side by side.

use super::{Line, line};
use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Instant, Permit,
    fact::{Discord, SubjectKind},
    ids::{DiscordId, FactId},
};

sql! {
    LIST = "select * from discord order by no, code";
    FIND = "select * from discord where code = $1";
    OF_SUBJECT = "select distinct d.id, d.code, d.no, d.body from discord d join discord_fact df on df.discord = d.id join fact f on f.id = df.fact
                  where f.subject_kind = $1 and f.subject = $2 order by d.no";
    CLAIMS = "select df.discord, f.*, s.slug as source_slug, s.title as source_title, s.written as source_written from discord_fact df
              join fact f on f.id = df.fact join source s on s.id = f.source order by s.written, f.no, f.id";
    CLAIMS_ABOUT = "select df.discord, f.*, s.slug as source_slug, s.title as source_title, s.written as source_written from discord_fact df
                    join fact f on f.id = df.fact join source s on s.id = f.source
                    where df.discord in (select o.discord from discord_fact o join fact g on g.id = o.fact where g.subject_kind = $1 and g.subject = $2)
                    order by s.written, f.no, f.id";
    INSERT = "insert into discord (id, code, no, body, at) values ($1, $2, $3, $4, $5)";
    ADD = "insert into discord_fact (discord, fact) values ($1, $2) on conflict do nothing";
}

/// In their order.
pub async fn list(tx: &mut Tx) -> Result<Vec<Discord>> {
    tx.all(LIST, &[]).await?.iter().map(read).collect()
}

pub async fn find(tx: &mut Tx, code: &str) -> Result<Option<Discord>> {
    tx.first(FIND, &[code.into()]).await?.as_ref().map(read).transpose()
}

/// Those that one of a thing's facts is part of.
pub async fn of(tx: &mut Tx, kind: SubjectKind, subject: &str) -> Result<Vec<Discord>> {
    tx.all(OF_SUBJECT, &[kind.code().into(), subject.into()]).await?.iter().map(read).collect()
}

/// The claims of all, each with its disagreement, by the date of their source.
pub async fn claims(tx: &mut Tx) -> Result<Vec<(DiscordId, Line)>> {
    tx.all(CLAIMS, &[]).await?.iter().map(claim).collect()
}

/// The claims of those that one of a thing's facts is part of.
pub async fn claims_about(tx: &mut Tx, kind: SubjectKind, subject: &str) -> Result<Vec<(DiscordId, Line)>> {
    tx.all(CLAIMS_ABOUT, &[kind.code().into(), subject.into()]).await?.iter().map(claim).collect()
}

fn claim(r: &Row) -> Result<(DiscordId, Line)> {
    Ok((r.parse("discord", DiscordId::parse)?, line(r)?))
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, d: &Discord, at: Instant) -> Result<()> {
    tx.run(INSERT, &[d.id.as_str().into(), (&d.code).into(), d.no.into(), (&d.body).into(), at.into()]).await?;
    Ok(())
}

pub async fn add_fact(tx: &mut Tx, _permit: &Permit, discord: &DiscordId, fact: &FactId) -> Result<()> {
    tx.run(ADD, &[discord.as_str().into(), fact.as_str().into()]).await?;
    Ok(())
}

fn read(r: &Row) -> Result<Discord> {
    Ok(Discord { id: r.parse("id", DiscordId::parse)?, code: r.text("code")?, no: r.int("no")?, body: r.text3("body")? })
}
