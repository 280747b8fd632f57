//! Project ideas of a call.

use crate::{Row, Tx, Value, sql::sql};
use anyhow::Result;
use domain::{
    Lang, PartyCode, Permit,
    idea::Idea,
    ids::{CallId, IdeaId},
    text::Text,
};

sql! {
    INSERT = "insert into idea (id, call, at, title, lang, body, organisation, party, contact, search, form_key) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
              on conflict (form_key) do nothing";
    OF_CALL = "select id, at, title, lang, body, organisation, party, contact, search from idea where call = $1 order by at desc";
    COUNT = "select cast(count(*) as bigint) as n from idea where call = $1";
}

/// An idea in a list, with the folded text it is searched by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub idea: Idea,
    pub search: String,
}

/// `form_key` makes a replayed form the same idea: it is kept once. `search`: folded.
pub async fn insert(tx: &mut Tx, _permit: &Permit, call: &CallId, idea: &Idea, search: &str, form_key: &str) -> Result<bool> {
    let party = idea.party.as_ref().map_or("", PartyCode::as_str);
    let args: [Value; 11] = [
        idea.id.as_str().into(),
        call.as_str().into(),
        idea.at.into(),
        (&idea.title).into(),
        idea.body.lang.code().into(),
        (&idea.body.body).into(),
        (&idea.organisation).into(),
        party.into(),
        (&idea.contact).into(),
        search.into(),
        form_key.into(),
    ];
    Ok(tx.run(INSERT, &args).await? == 1)
}

/// The newest first.
pub async fn of_call(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Vec<Line>> {
    tx.all(OF_CALL, &[call.as_str().into()]).await?.iter().map(line).collect()
}

pub async fn count(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<i64> {
    tx.first(COUNT, &[call.as_str().into()]).await?.map_or(Ok(0), |r| r.int("n"))
}

fn line(r: &Row) -> Result<Line> {
    let idea = Idea {
        id: r.parse("id", IdeaId::parse)?,
        at: r.at("at")?,
        title: r.text("title")?,
        body: Text { lang: r.parse("lang", Lang::parse)?, body: r.text("body")? },
        organisation: r.text("organisation")?,
        party: PartyCode::parse(&r.text("party")?),
        contact: r.text("contact")?,
    };
    Ok(Line { idea, search: r.text("search")? })
}
