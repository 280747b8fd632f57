//! Requests from anybody: information or a visit.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Lang, Permit,
    area::Area,
    delegation::request::{Request, State, Wish},
    ids::{PostId, VisitRequestId},
};

sql! {
    ADD = "insert into visit_request (id, at, wish, name, organisation, contact, lang, area, body, wished, post, state, assigned, answer, answered, delegation, form_key, search)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) on conflict (form_key) do nothing";
    LIST = "select id, at, wish, name, organisation, contact, lang, area, body, wished, post, state, assigned, answer, answered, delegation, search from visit_request order by at desc, id";
    FIND = "select id, at, wish, name, organisation, contact, lang, area, body, wished, post, state, assigned, answer, answered, delegation, search from visit_request where id = $1";
    FORGET = "update visit_request set name = '', contact = '', search = '' where id = $1";
    STEP = "update visit_request set state = $2, assigned = $3, answer = $4, answered = $5, delegation = $6 where id = $1";
}

#[derive(Clone, Debug)]
pub struct Line {
    pub request: Request,
    pub search: String,
}

/// Kept once for each `form_key`; answers whether this was the first.
pub async fn insert(tx: &mut Tx, _permit: &Permit, q: &Request, search: &str, form_key: &str) -> Result<bool> {
    let args = [
        q.id.as_str().into(),
        q.at.into(),
        q.wish.code().into(),
        (&q.name).into(),
        (&q.organisation).into(),
        (&q.contact).into(),
        q.lang.code().into(),
        q.area.map_or("", Area::code).into(),
        (&q.body).into(),
        (&q.wished).into(),
        q.post.as_ref().map(PostId::as_str).into(),
        q.state.code().into(),
        (&q.assigned).into(),
        (&q.answer).into(),
        q.answered.into(),
        (&q.delegation).into(),
        form_key.into(),
        search.into(),
    ];
    Ok(tx.run(ADD, &args).await? == 1)
}

pub async fn list(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Line>> {
    tx.all(LIST, &[]).await?.iter().map(|r| Ok(Line { request: read(r)?, search: r.text("search")? })).collect()
}

pub async fn find(tx: &mut Tx, _permit: &Permit, id: &VisitRequestId) -> Result<Option<Request>> {
    tx.first(FIND, &[id.as_str().into()]).await?.as_ref().map(read).transpose()
}

/// Who has it, how it was answered, what it became.
pub async fn step(tx: &mut Tx, _permit: &Permit, q: &Request) -> Result<()> {
    let args =
        [q.id.as_str().into(), q.state.code().into(), (&q.assigned).into(), (&q.answer).into(), q.answered.into(), (&q.delegation).into()];
    tx.run(STEP, &args).await?;
    Ok(())
}

/// Takes the sender out, and out of mail that has left.
pub async fn forget(tx: &mut Tx, permit: &Permit, q: &Request) -> Result<()> {
    tx.run(FORGET, &[q.id.as_str().into()]).await?;
    if q.contact.contains('@') {
        crate::outbox::forget(tx, permit, &q.contact).await?;
    }
    Ok(())
}

fn read(r: &Row) -> Result<Request> {
    Ok(Request {
        id: r.parse("id", VisitRequestId::parse)?,
        at: r.at("at")?,
        wish: r.parse("wish", Wish::parse)?,
        name: r.text("name")?,
        organisation: r.text("organisation")?,
        contact: r.text("contact")?,
        lang: r.parse("lang", Lang::parse)?,
        area: Area::parse(&r.text("area")?),
        body: r.text("body")?,
        wished: r.text("wished")?,
        post: r.opt_parse("post", PostId::parse)?,
        state: r.parse("state", State::parse)?,
        assigned: r.text("assigned")?,
        answer: r.text("answer")?,
        answered: r.opt_at("answered")?,
        delegation: r.text("delegation")?,
    })
}
