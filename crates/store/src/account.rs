//! Accounts, their roles, sign-in links and sessions. Tokens are kept only as SHA-256.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{Instant, Lang, PartyCode, Permit, Role, account::Account, ids::AccountId};

sql! {
    INSERT = "insert into account (id, name, email, lang, at) values ($1, $2, $3, $4, $5)";
    SET_LANG = "update account set lang = $2 where id = $1";
    ADD_ROLE = "insert into account_role (account, role, party) values ($1, $2, $3) on conflict (account, role, party) do nothing";
    BY_ID = "select id, name, email, lang from account where id = $1";
    BY_EMAIL = "select id, name, email, lang from account where email = $1";
    LIST = "select id, name, email, lang from account order by name, id";
    NAMES = "select id, name from account";
    ROLES = "select role, party from account_role where account = $1 order by role, party";
    HOLDERS = "select a.email, a.lang from account_role r join account a on a.id = r.account where r.role = $1 and r.party = $2 order by a.email";
    ADD_LINK = "insert into sign_in_link (token_hash, account, expires, reusable) values ($1, $2, $3, $4)";
    FIND_LINK = "select account, reusable from sign_in_link where token_hash = $1 and expires > $2";
    OPEN_LINKS = "select cast(count(*) as bigint) as n from sign_in_link where account = $1 and expires > $2 and reusable = 0";
    USE_LINK = "delete from sign_in_link where token_hash = $1 and reusable = 0";
    ADD_SESSION = "insert into session (token_hash, account, expires) values ($1, $2, $3)";
    // one statement for every page: a row per role
    BY_SESSION = "select a.id, a.name, a.email, a.lang, r.role, r.party from session s join account a on a.id = s.account left join account_role r on r.account = a.id
                  where s.token_hash = $1 and s.expires > $2 order by r.role, r.party";
    END_SESSION = "delete from session where token_hash = $1";
    SWEEP_SESSIONS = "delete from session where expires <= $1";
    SWEEP_LINKS = "delete from sign_in_link where expires <= $1";
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, a: &Account, at: Instant) -> Result<()> {
    tx.run(INSERT, &[a.id.as_str().into(), (&a.name).into(), (&a.email).into(), a.lang.code().into(), at.into()]).await?;
    for (role, party) in &a.roles {
        add_role(tx, _permit, &a.id, *role, party.as_ref()).await?;
    }
    Ok(())
}

pub async fn add_role(tx: &mut Tx, _permit: &Permit, id: &AccountId, role: Role, party: Option<&PartyCode>) -> Result<()> {
    tx.run(ADD_ROLE, &[id.as_str().into(), role.code().into(), party.map_or("", PartyCode::as_str).into()]).await?;
    Ok(())
}

pub async fn set_lang(tx: &mut Tx, _permit: &Permit, id: &AccountId, lang: Lang) -> Result<()> {
    tx.run(SET_LANG, &[id.as_str().into(), lang.code().into()]).await?;
    Ok(())
}

pub async fn find(tx: &mut Tx, id: &AccountId) -> Result<Option<Account>> {
    let row = tx.first(BY_ID, &[id.as_str().into()]).await?;
    with_roles(tx, row).await
}

/// `email` in lower case.
pub async fn find_by_email(tx: &mut Tx, email: &str) -> Result<Option<Account>> {
    let row = tx.first(BY_EMAIL, &[email.into()]).await?;
    with_roles(tx, row).await
}

pub async fn list(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Account>> {
    let mut all = Vec::new();
    for row in tx.all(LIST, &[]).await? {
        all.extend(with_roles(tx, Some(row)).await?);
    }
    Ok(all)
}

/// Id and name of everybody, for lists that name who acted.
pub async fn names(tx: &mut Tx, _permit: &Permit) -> Result<Vec<(String, String)>> {
    tx.all(NAMES, &[]).await?.iter().map(|r| Ok((r.text("id")?, r.text("name")?))).collect()
}

/// E-mail address and language of everybody who holds a role for a party.
pub async fn holders(tx: &mut Tx, _permit: &Permit, role: Role, party: &PartyCode) -> Result<Vec<(String, Lang)>> {
    let rows = tx.all(HOLDERS, &[role.code().into(), party.as_str().into()]).await?;
    rows.iter().map(|r| Ok((r.text("email")?, r.parse("lang", Lang::parse)?))).collect()
}

/// `reusable` links serve demonstrations only; others die with their first use.
pub async fn add_link(tx: &mut Tx, _permit: &Permit, token_hash: &str, id: &AccountId, expires: Instant, reusable: bool) -> Result<()> {
    tx.run(ADD_LINK, &[token_hash.into(), id.as_str().into(), expires.into(), reusable.into()]).await?;
    Ok(())
}

/// Single-use links of a person that still hold.
pub async fn open_links(tx: &mut Tx, _permit: &Permit, id: &AccountId, now: Instant) -> Result<i64> {
    tx.first(OPEN_LINKS, &[id.as_str().into(), now.into()]).await?.map_or(Ok(0), |r| r.int("n"))
}

/// The account behind a valid link; a single-use link is spent by this.
pub async fn use_link(tx: &mut Tx, _permit: &Permit, token_hash: &str, now: Instant) -> Result<Option<AccountId>> {
    let Some(row) = tx.first(FIND_LINK, &[token_hash.into(), now.into()]).await? else { return Ok(None) };
    tx.run(USE_LINK, &[token_hash.into()]).await?;
    Ok(Some(row.parse("account", AccountId::parse)?))
}

pub async fn add_session(tx: &mut Tx, _permit: &Permit, token_hash: &str, id: &AccountId, expires: Instant) -> Result<()> {
    tx.run(ADD_SESSION, &[token_hash.into(), id.as_str().into(), expires.into()]).await?;
    Ok(())
}

pub async fn find_by_session(tx: &mut Tx, token_hash: &str, now: Instant) -> Result<Option<Account>> {
    let rows = tx.all(BY_SESSION, &[token_hash.into(), now.into()]).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let held = rows.iter().filter_map(|r| role(r).transpose()).collect::<Result<_>>()?;
    Ok(Some(account(first, held)?))
}

pub async fn end_session(tx: &mut Tx, _permit: &Permit, token_hash: &str) -> Result<()> {
    tx.run(END_SESSION, &[token_hash.into()]).await?;
    Ok(())
}

/// Forgets what has expired.
pub async fn sweep(tx: &mut Tx, _permit: &Permit, now: Instant) -> Result<()> {
    tx.run(SWEEP_SESSIONS, &[now.into()]).await?;
    tx.run(SWEEP_LINKS, &[now.into()]).await?;
    Ok(())
}

async fn with_roles(tx: &mut Tx, row: Option<Row>) -> Result<Option<Account>> {
    let Some(r) = row else { return Ok(None) };
    let rows = tx.all(ROLES, &[r.text("id")?.into()]).await?;
    let held = rows.iter().filter_map(|r| role(r).transpose()).collect::<Result<_>>()?;
    Ok(Some(account(&r, held)?))
}

/// None on the row of somebody without any role.
fn role(r: &Row) -> Result<Option<(Role, Option<PartyCode>)>> {
    let Some(role) = r.opt_parse("role", Role::parse)? else { return Ok(None) };
    Ok(Some((role, PartyCode::parse(&r.text("party")?))))
}

fn account(r: &Row, roles: Vec<(Role, Option<PartyCode>)>) -> Result<Account> {
    let id = r.parse("id", AccountId::parse)?;
    Ok(Account { id, name: r.text("name")?, email: r.text("email")?, lang: r.parse("lang", Lang::parse)?, roles })
}
