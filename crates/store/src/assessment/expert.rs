//! The register of experts and the group of a round.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Instant, PartyCode, Permit,
    assessment::{Expert, Group},
    ids::{AccountId, BodyId, CallId, ExpertId},
};

sql! {
    SAVE_EXPERT = "insert into expert (id, party, account, name, aliases, organisation, organisation_aliases, disciplines, min_load, max_load, made_up) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                   on conflict (id) do update set account = excluded.account, name = excluded.name, aliases = excluded.aliases, organisation = excluded.organisation,
                   organisation_aliases = excluded.organisation_aliases, disciplines = excluded.disciplines, min_load = excluded.min_load, max_load = excluded.max_load";
    EXPERT = "select id, party, account, name, aliases, organisation, organisation_aliases, disciplines, min_load, max_load, made_up from expert where id = $1";
    EXPERT_OF_ACCOUNT = "select id, party, account, name, aliases, organisation, organisation_aliases, disciplines, min_load, max_load, made_up from expert where account = $1";
    EXPERTS = "select id, party, account, name, aliases, organisation, organisation_aliases, disciplines, min_load, max_load, made_up from expert where party = $1 order by name, id";
    MEMBERS = "select e.id, e.party, e.account, e.name, e.aliases, e.organisation, e.organisation_aliases, e.disciplines, e.min_load, e.max_load, e.made_up
               from group_member m join expert e on e.id = m.expert where m.call = $1 and e.party = $2 order by e.name, e.id";
    SAVE_GROUP = "insert into expert_group (call, party, appointed_by, appointed_on, per_application, at) values ($1, $2, $3, $4, $5, $6)
                  on conflict (call, party) do update set appointed_by = excluded.appointed_by, appointed_on = excluded.appointed_on, per_application = excluded.per_application, at = excluded.at";
    GROUP = "select call, party, appointed_by, appointed_on, per_application, at from expert_group where call = $1 and party = $2";
    JOIN = "insert into group_member (call, expert) values ($1, $2) on conflict (call, expert) do nothing";
    EMAILS = "select e.id, a.email from expert e join account a on a.id = e.account where e.party = $1 order by e.id";
    LEAVE = "delete from group_member where call = $1 and expert = $2";
}

pub async fn save_expert(tx: &mut Tx, _permit: &Permit, e: &Expert) -> Result<()> {
    let args = [
        e.id.as_str().into(),
        (&e.party).into(),
        e.account.as_ref().map(AccountId::as_str).into(),
        (&e.name).into(),
        e.aliases.join("\n").into(),
        (&e.organisation).into(),
        e.organisation_aliases.join("\n").into(),
        e.disciplines.join("\n").into(),
        e.min_load.into(),
        e.max_load.into(),
        e.made_up.into(),
    ];
    tx.run(SAVE_EXPERT, &args).await?;
    Ok(())
}

pub async fn expert(tx: &mut Tx, id: &ExpertId) -> Result<Option<Expert>> {
    tx.first(EXPERT, &[id.as_str().into()]).await?.as_ref().map(read_expert).transpose()
}

/// The register's entry that signs in with this account.
pub async fn expert_of(tx: &mut Tx, account: &AccountId) -> Result<Option<Expert>> {
    tx.first(EXPERT_OF_ACCOUNT, &[account.as_str().into()]).await?.as_ref().map(read_expert).transpose()
}

/// A party's whole register.
pub async fn experts(tx: &mut Tx, _permit: &Permit, party: &PartyCode) -> Result<Vec<Expert>> {
    tx.all(EXPERTS, &[party.into()]).await?.iter().map(read_expert).collect()
}

/// Addresses that a party's experts sign in with, where they have an account.
pub async fn emails(tx: &mut Tx, _permit: &Permit, party: &PartyCode) -> Result<Vec<(ExpertId, String)>> {
    let rows = tx.all(EMAILS, &[party.into()]).await?;
    rows.iter().map(|r| Ok((r.parse("id", ExpertId::parse)?, r.text("email")?))).collect()
}

pub async fn members(tx: &mut Tx, _permit: &Permit, call: &CallId, party: &PartyCode) -> Result<Vec<Expert>> {
    tx.all(MEMBERS, &[call.as_str().into(), party.into()]).await?.iter().map(read_expert).collect()
}

pub async fn save_group(tx: &mut Tx, _permit: &Permit, g: &Group) -> Result<()> {
    let args =
        [g.call.as_str().into(), (&g.party).into(), g.body.as_str().into(), g.on.iso().into(), g.per_application.into(), g.at.into()];
    tx.run(SAVE_GROUP, &args).await?;
    Ok(())
}

pub async fn group(tx: &mut Tx, _permit: &Permit, call: &CallId, party: &PartyCode) -> Result<Option<Group>> {
    let row = tx.first(GROUP, &[call.as_str().into(), party.into()]).await?;
    row.map(|r| {
        Ok(Group {
            call: r.parse("call", CallId::parse)?,
            party: r.parse("party", PartyCode::parse)?,
            body: r.parse("appointed_by", BodyId::parse)?,
            on: r.day("appointed_on")?,
            per_application: r.int("per_application")?,
            at: Instant::from_micros(r.int("at")?),
        })
    })
    .transpose()
}

pub async fn join(tx: &mut Tx, _permit: &Permit, call: &CallId, expert: &ExpertId) -> Result<()> {
    tx.run(JOIN, &[call.as_str().into(), expert.as_str().into()]).await?;
    Ok(())
}

pub async fn leave(tx: &mut Tx, _permit: &Permit, call: &CallId, expert: &ExpertId) -> Result<()> {
    tx.run(LEAVE, &[call.as_str().into(), expert.as_str().into()]).await?;
    Ok(())
}

fn read_expert(r: &Row) -> Result<Expert> {
    let lines = |name: &str| -> Result<Vec<String>> { Ok(r.text(name)?.lines().filter(|l| !l.is_empty()).map(str::to_string).collect()) };
    Ok(Expert {
        id: r.parse("id", ExpertId::parse)?,
        party: r.parse("party", PartyCode::parse)?,
        account: r.opt_parse("account", AccountId::parse)?,
        name: r.text("name")?,
        aliases: lines("aliases")?,
        organisation: r.text("organisation")?,
        organisation_aliases: lines("organisation_aliases")?,
        disciplines: lines("disciplines")?,
        min_load: r.int("min_load")?,
        max_load: r.int("max_load")?,
        made_up: r.flag("made_up")?,
    })
}
