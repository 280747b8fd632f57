//! What ties organisations together: members of a group, before and after; and their identifiers.

use super::read;
use crate::{Tx, sql::sql};
use anyhow::Result;
use domain::{
    Permit, Text3,
    edtf::Edtf,
    ids::OrganisationId,
    organisation::{Organisation, Scheme, Succession},
};

sql! {
    MEMBERS = "select o.* from organisation o join organisation_member m on m.member = o.id where m.group_org = $1 order by o.by_en";
    GROUPS = "select o.* from organisation o join organisation_member m on m.group_org = o.id where m.member = $1 order by o.by_en";
    ADD_MEMBER = "insert into organisation_member (group_org, member) values ($1, $2) on conflict do nothing";
    REMOVE_MEMBER = "delete from organisation_member where group_org = $1 and member = $2";
    SUCCESSORS = "select o.*, s.date as on_date, s.note as because from organisation o join succession s on s.successor = o.id where s.predecessor = $1 order by s.date";
    PREDECESSORS = "select o.*, s.date as on_date, s.note as because from organisation o join succession s on s.predecessor = o.id where s.successor = $1 order by s.date";
    SAVE_SUCCESSION = "insert into succession (predecessor, successor, date, note) values ($1, $2, $3, $4)
                       on conflict (predecessor, successor) do update set date = excluded.date, note = excluded.note";
    IDENTIFIERS = "select scheme, value from identifier where organisation = $1 order by scheme, value";
    FORGET_IDENTIFIERS = "delete from identifier where organisation = $1";
    ADD_IDENTIFIER = "insert into identifier (organisation, scheme, value) values ($1, $2, $3) on conflict do nothing";
    BY_IDENTIFIER = "select organisation from identifier where scheme = $1 and value = $2 order by organisation";
}

/// An organisation before or after another, with the date and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    pub organisation: Organisation,
    pub date: Edtf,
    pub note: Text3,
}

pub async fn members(tx: &mut Tx, group: &OrganisationId) -> Result<Vec<Organisation>> {
    tx.all(MEMBERS, &[group.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn groups(tx: &mut Tx, member: &OrganisationId) -> Result<Vec<Organisation>> {
    tx.all(GROUPS, &[member.as_str().into()]).await?.iter().map(read).collect()
}

pub async fn add_member(tx: &mut Tx, _permit: &Permit, group: &OrganisationId, member: &OrganisationId) -> Result<()> {
    tx.run(ADD_MEMBER, &[group.as_str().into(), member.as_str().into()]).await?;
    Ok(())
}

pub async fn remove_member(tx: &mut Tx, _permit: &Permit, group: &OrganisationId, member: &OrganisationId) -> Result<()> {
    tx.run(REMOVE_MEMBER, &[group.as_str().into(), member.as_str().into()]).await?;
    Ok(())
}

pub async fn successors(tx: &mut Tx, id: &OrganisationId) -> Result<Vec<Turn>> {
    turns(tx, SUCCESSORS, id).await
}

pub async fn predecessors(tx: &mut Tx, id: &OrganisationId) -> Result<Vec<Turn>> {
    turns(tx, PREDECESSORS, id).await
}

async fn turns(tx: &mut Tx, sql: &'static str, id: &OrganisationId) -> Result<Vec<Turn>> {
    let rows = tx.all(sql, &[id.as_str().into()]).await?;
    rows.iter().map(|r| Ok(Turn { organisation: read(r)?, date: r.parse("on_date", Edtf::parse)?, note: r.text3("because")? })).collect()
}

pub async fn save_succession(tx: &mut Tx, _permit: &Permit, s: &Succession) -> Result<()> {
    let args = [s.predecessor.as_str().into(), s.successor.as_str().into(), s.date.as_str().into(), (&s.note).into()];
    tx.run(SAVE_SUCCESSION, &args).await?;
    Ok(())
}

pub async fn identifiers(tx: &mut Tx, id: &OrganisationId) -> Result<Vec<(Scheme, String)>> {
    let rows = tx.all(IDENTIFIERS, &[id.as_str().into()]).await?;
    rows.iter().map(|r| Ok((r.parse("scheme", Scheme::parse)?, r.text("value")?))).collect()
}

pub(super) async fn set_identifiers(tx: &mut Tx, _permit: &Permit, id: &OrganisationId, all: &[(Scheme, String)]) -> Result<()> {
    tx.run(FORGET_IDENTIFIERS, &[id.as_str().into()]).await?;
    for (scheme, value) in all {
        tx.run(ADD_IDENTIFIER, &[id.as_str().into(), scheme.code().into(), value.into()]).await?;
    }
    Ok(())
}

/// The organisation that carries an identifier.
pub async fn find_by_identifier(tx: &mut Tx, scheme: Scheme, value: &str) -> Result<Option<OrganisationId>> {
    tx.first(BY_IDENTIFIER, &[scheme.code().into(), value.into()])
        .await?
        .map(|r| r.parse("organisation", OrganisationId::parse))
        .transpose()
}
