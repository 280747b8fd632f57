//! Participants with their budgets, years and confirmations.

use super::scope;
use crate::{Row, Tx, Value, sql::sql};
use anyhow::{Result, bail};
use domain::{
    Currency, Instant, Lang, Money, PartyCode, Permit,
    application::{Application, BudgetLine, Category, Confirmation, Participant, Voided, YearFigures, fingerprint},
    ids::{ApplicationId, ParticipantId},
    organisation::{Kind, Scheme},
};
use std::collections::HashMap;

macro_rules! parts {
    ($scope:ident) => {
        concat!(
            "select p.id, p.application, p.no, p.party, y.currency, p.name, p.lang, p.aliases, p.kind, p.scheme, p.identifier, p.city, p.country, p.lead, p.email, p.money_stated
             from participant p join application a on a.id = p.application left join party y on y.code = p.party where ", scope!($scope), " order by p.application, p.no")
    };
}
macro_rules! lines {
    ($scope:ident) => {
        concat!("select l.participant, l.year, l.category, l.minor from budget_line l join participant p on p.id = l.participant join application a on a.id = p.application where ", scope!($scope), " order by l.participant, l.year")
    };
}
macro_rules! years {
    ($scope:ident) => {
        concat!("select f.participant, f.year, f.own, f.hours from participant_year f join participant p on p.id = f.participant join application a on a.id = p.application where ", scope!($scope), " order by f.participant, f.year")
    };
}
macro_rules! confirmations {
    ($scope:ident) => {
        concat!(
            "select c.participant, c.fingerprint, c.by, c.at, c.voided, c.voided_by, c.voided_what, coalesce(n.name, '') as name
                 from confirmation c join application a on a.id = c.application left join account n on n.id = c.by where ",
            scope!($scope),
            " order by c.at"
        )
    };
}

sql! {
    ONE_PARTS = parts!(one);
    ONE_LINES = lines!(one);
    ONE_YEARS = years!(one);
    ONE_CONFIRMATIONS = confirmations!(one);
    CALL_PARTS = parts!(call);
    CALL_LINES = lines!(call);
    CALL_YEARS = years!(call);
    CALL_CONFIRMATIONS = confirmations!(call);
    DESK_PARTS = parts!(desk);
    DESK_LINES = lines!(desk);
    DESK_YEARS = years!(desk);
    DESK_CONFIRMATIONS = confirmations!(desk);
    MINE_PARTS = parts!(mine);
    MINE_LINES = lines!(mine);
    MINE_YEARS = years!(mine);
    MINE_CONFIRMATIONS = confirmations!(mine);
    INSERT = "insert into participant (id, application, no, party, name, lang, aliases, kind, scheme, identifier, city, country, lead, email, money_stated)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
              on conflict (id) do update set no = excluded.no, party = excluded.party, name = excluded.name, lang = excluded.lang, aliases = excluded.aliases, kind = excluded.kind, scheme = excluded.scheme,
              identifier = excluded.identifier, city = excluded.city, country = excluded.country, lead = excluded.lead, email = excluded.email, money_stated = excluded.money_stated where participant.application = excluded.application";
    DELETE = "delete from participant where id = $1";
    CLEAR_LINES = "delete from budget_line where participant = $1";
    CLEAR_YEARS = "delete from participant_year where participant = $1";
    CLEAR_CONFIRMATIONS = "delete from confirmation where participant = $1";
    ADD_LINE = "insert into budget_line (participant, year, category, minor) values ($1, $2, $3, $4)";
    ADD_YEAR = "insert into participant_year (participant, year, own, hours) values ($1, $2, $3, $4)";
    CONFIRM = "insert into confirmation (participant, application, fingerprint, by, at, voided, voided_by, voided_what) values ($1, $2, $3, $4, $5, null, '', '')";
    VOID = "update confirmation set voided = $2, voided_by = $3, voided_what = $4 where participant = $1 and voided is null";
}

/// The four statements of one reading.
pub(super) struct Reading {
    parts: &'static str,
    lines: &'static str,
    years: &'static str,
    confirmations: &'static str,
}

pub(super) const ONE: Reading = Reading { parts: ONE_PARTS, lines: ONE_LINES, years: ONE_YEARS, confirmations: ONE_CONFIRMATIONS };
pub(super) const CALL: Reading = Reading { parts: CALL_PARTS, lines: CALL_LINES, years: CALL_YEARS, confirmations: CALL_CONFIRMATIONS };
pub(super) const DESK: Reading = Reading { parts: DESK_PARTS, lines: DESK_LINES, years: DESK_YEARS, confirmations: DESK_CONFIRMATIONS };
pub(super) const MINE: Reading = Reading { parts: MINE_PARTS, lines: MINE_LINES, years: MINE_YEARS, confirmations: MINE_CONFIRMATIONS };

/// Reads the participants of every application in `all` and puts them there.
pub(super) async fn fill(tx: &mut Tx, reading: &Reading, args: &[Value], all: &mut [Application]) -> Result<()> {
    let mut lines: HashMap<String, Vec<Row>> = grouped(tx.all(reading.lines, args).await?)?;
    let mut years = grouped(tx.all(reading.years, args).await?)?;
    let mut confirmations = grouped(tx.all(reading.confirmations, args).await?)?;
    let at: HashMap<ApplicationId, usize> = all.iter().enumerate().map(|(i, a)| (a.id.clone(), i)).collect();
    for row in tx.all(reading.parts, args).await? {
        let Some(&i) = at.get(&row.parse("application", ApplicationId::parse)?) else { continue };
        let mut p = participant(&row)?;
        for r in lines.remove(p.id.as_str()).unwrap_or_default() {
            p.lines.extend(line(&r, p.currency)?);
        }
        for r in years.remove(p.id.as_str()).unwrap_or_default() {
            p.years.push(year(&r, p.currency)?);
        }
        let rows = confirmations.remove(p.id.as_str()).unwrap_or_default();
        set_confirmations(&mut p, rows.iter().map(confirmation).collect::<Result<_>>()?, all[i].is_submitted());
        all[i].participants.push(p);
    }
    Ok(())
}

/// A confirmation holds where its fingerprint is the part's. What was submitted stays confirmed although a revision is being written.
pub(super) fn set_confirmations(p: &mut Participant, all: Vec<Confirmation>, submitted: bool) {
    let now = fingerprint(p);
    p.confirmed = all.iter().rev().find(|c| c.fingerprint == now && (c.voided.is_none() || submitted)).cloned();
    if let Some(c) = &mut p.confirmed {
        // Only the revision is no longer confirmed.
        c.voided = None;
    }
    p.voided = if p.confirmed.is_some() { None } else { all.into_iter().rev().find(|c| c.voided.is_some()) };
}

pub(super) async fn confirmations_of(tx: &mut Tx, id: &ApplicationId) -> Result<HashMap<String, Vec<Confirmation>>> {
    let grouped = grouped(tx.all(ONE_CONFIRMATIONS, &[id.as_str().into()]).await?)?;
    grouped.into_iter().map(|(k, rows)| Ok((k, rows.iter().map(confirmation).collect::<Result<_>>()?))).collect()
}

/// Writes the participants that differ.
pub(super) async fn save(tx: &mut Tx, _permit: &Permit, before: &Application, after: &Application) -> Result<()> {
    for gone in before.participants.iter().filter(|x| after.participant(&x.id).is_none()) {
        for sql in [CLEAR_LINES, CLEAR_YEARS, CLEAR_CONFIRMATIONS, DELETE] {
            tx.run(sql, &[gone.id.as_str().into()]).await?;
        }
    }
    for p in &after.participants {
        let old = before.participant(&p.id);
        if old.is_some_and(|o| o == p) {
            continue;
        }
        let args = [
            p.id.as_str().into(),
            after.id.as_str().into(),
            p.no.into(),
            p.party.as_ref().map(PartyCode::as_str).into(),
            (&p.name).into(),
            p.lang.code().into(),
            p.aliases.join("\n").into(),
            p.kind.code().into(),
            p.scheme.code().into(),
            (&p.identifier).into(),
            (&p.city).into(),
            (&p.country).into(),
            p.lead.into(),
            (&p.email).into(),
            p.money_stated.into(),
        ];
        // An id of another application's participant touches nothing.
        if tx.run(INSERT, &args).await? != 1 {
            bail!("the participant {} belongs to another application", p.id);
        }
        if old.is_none_or(|o| o.lines != p.lines) {
            save_lines(tx, p).await?;
        }
        if old.is_none_or(|o| o.years != p.years) {
            save_years(tx, p).await?;
        }
    }
    Ok(())
}

async fn save_lines(tx: &mut Tx, p: &Participant) -> Result<()> {
    tx.run(CLEAR_LINES, &[p.id.as_str().into()]).await?;
    for l in &p.lines {
        tx.run(ADD_LINE, &[p.id.as_str().into(), l.year.into(), l.category.code().into(), l.amount.minor.into()]).await?;
    }
    Ok(())
}

async fn save_years(tx: &mut Tx, p: &Participant) -> Result<()> {
    tx.run(CLEAR_YEARS, &[p.id.as_str().into()]).await?;
    for y in p.years.iter().filter(|y| y.hours != 0 || y.own.is_some()) {
        tx.run(ADD_YEAR, &[p.id.as_str().into(), y.year.into(), y.own.map(|o| o.minor).into(), y.hours.into()]).await?;
    }
    Ok(())
}

/// The part as it is now is confirmed.
pub async fn confirm(tx: &mut Tx, _permit: &Permit, application: &ApplicationId, p: &Participant, by: &str, at: Instant) -> Result<()> {
    tx.run(CONFIRM, &[p.id.as_str().into(), application.as_str().into(), fingerprint(p).into(), by.into(), at.into()]).await?;
    Ok(())
}

/// The part changed: what was confirmed no longer holds. `what`: codes of the changed fields.
pub async fn void(tx: &mut Tx, _permit: &Permit, id: &ParticipantId, at: Instant, by_name: &str, what: &[&str]) -> Result<()> {
    tx.run(VOID, &[id.as_str().into(), at.into(), by_name.into(), what.join(" ").into()]).await?;
    Ok(())
}

fn grouped(rows: Vec<Row>) -> Result<HashMap<String, Vec<Row>>> {
    let mut all: HashMap<String, Vec<Row>> = HashMap::new();
    for row in rows {
        all.entry(row.text("participant")?).or_default().push(row);
    }
    Ok(all)
}

fn participant(r: &Row) -> Result<Participant> {
    Ok(Participant {
        id: r.parse("id", ParticipantId::parse)?,
        no: r.int("no")?,
        party: r.opt_parse("party", PartyCode::parse)?,
        currency: r.opt_parse("currency", Currency::parse)?,
        name: r.text("name")?,
        lang: r.parse("lang", Lang::parse)?,
        aliases: r.text("aliases")?.lines().map(str::to_string).collect(),
        kind: r.parse("kind", Kind::parse)?,
        scheme: r.parse("scheme", Scheme::parse)?,
        identifier: r.text("identifier")?,
        city: r.text("city")?,
        country: r.text("country")?,
        lead: r.flag("lead")?,
        email: r.text("email")?,
        money_stated: r.flag("money_stated")?,
        lines: Vec::new(),
        years: Vec::new(),
        confirmed: None,
        voided: None,
    })
}

/// None for an associated participant, who has no currency and so no money.
fn line(r: &Row, currency: Option<Currency>) -> Result<Option<BudgetLine>> {
    let Some(currency) = currency else { return Ok(None) };
    Ok(Some(BudgetLine {
        year: r.int("year")?,
        category: r.parse("category", Category::parse)?,
        amount: Money::new(r.int("minor")?, currency),
    }))
}

fn year(r: &Row, currency: Option<Currency>) -> Result<YearFigures> {
    let own = r.opt_int("own")?.zip(currency).map(|(minor, c)| Money::new(minor, c));
    Ok(YearFigures { year: r.int("year")?, own, hours: r.int("hours")? })
}

fn confirmation(r: &Row) -> Result<Confirmation> {
    let voided = match r.opt_at("voided")? {
        Some(at) => Some(Voided {
            at,
            by_name: r.text("voided_by")?,
            what: r.text("voided_what")?.split_whitespace().map(str::to_string).collect(),
        }),
        None => None,
    };
    Ok(Confirmation { fingerprint: r.text("fingerprint")?, by: r.text("by")?, by_name: r.text("name")?, at: r.at("at")?, voided })
}
