//! Requests to submit after the closing, and each side's answer.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    PartyCode, Permit,
    application::{LateAnswer, LateRequest},
    ids::{ApplicationId, CallId},
};
use std::collections::HashMap;

sql! {
    ASK = "insert into late_request (id, application, at, reason, by) values ($1, $2, $3, $4, $5)";
    ANSWER = "insert into late_answer (request, party, at, granted_until, body, by) values ($1, $2, $3, $4, $5, $6)
              on conflict (request, party) do update set at = excluded.at, granted_until = excluded.granted_until, body = excluded.body, by = excluded.by";
    OF_APPLICATION = "select q.id, q.application, a.title, q.at, q.reason, q.by from late_request q join application a on a.id = q.application where q.application = $1 order by q.at";
    ANSWERS_OF_APPLICATION = "select w.request, w.party, w.at, w.granted_until, w.body from late_answer w join late_request q on q.id = w.request where q.application = $1 order by w.party";
    OF_CALL = "select q.id, q.application, a.title, q.at, q.reason, q.by from late_request q join application a on a.id = q.application where a.call = $1 order by q.at";
    ANSWERS_OF_CALL = "select w.request, w.party, w.at, w.granted_until, w.body from late_answer w join late_request q on q.id = w.request join application a on a.id = q.application where a.call = $1 order by w.party";
}

pub async fn ask(tx: &mut Tx, _permit: &Permit, application: &ApplicationId, request: &LateRequest) -> Result<()> {
    tx.run(ASK, &[(&request.id).into(), application.as_str().into(), request.at.into(), (&request.reason).into(), (&request.by).into()])
        .await?;
    Ok(())
}

pub async fn answer(tx: &mut Tx, _permit: &Permit, request: &str, answer: &LateAnswer, by: &str) -> Result<()> {
    tx.run(ANSWER, &[request.into(), (&answer.party).into(), answer.at.into(), answer.until.into(), (&answer.text).into(), by.into()])
        .await?;
    Ok(())
}

pub async fn list(tx: &mut Tx, id: &ApplicationId) -> Result<Vec<LateRequest>> {
    let requests = tx.all(OF_APPLICATION, &[id.as_str().into()]).await?;
    if requests.is_empty() {
        return Ok(Vec::new());
    }
    let answers = tx.all(ANSWERS_OF_APPLICATION, &[id.as_str().into()]).await?;
    Ok(together(requests, answers)?.into_iter().map(|x| x.request).collect())
}

/// A request and which application it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub application: ApplicationId,
    pub title: String,
    pub request: LateRequest,
}

/// Every request under a call with its application, oldest first.
pub async fn list_call(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Vec<Asked>> {
    let requests = tx.all(OF_CALL, &[call.as_str().into()]).await?;
    if requests.is_empty() {
        return Ok(Vec::new());
    }
    let answers = tx.all(ANSWERS_OF_CALL, &[call.as_str().into()]).await?;
    together(requests, answers)
}

fn together(requests: Vec<Row>, answers: Vec<Row>) -> Result<Vec<Asked>> {
    let mut by_request: HashMap<String, Vec<LateAnswer>> = HashMap::new();
    for r in &answers {
        let answer = LateAnswer {
            party: r.parse("party", PartyCode::parse)?,
            at: r.at("at")?,
            until: r.opt_at("granted_until")?,
            text: r.text("body")?,
        };
        by_request.entry(r.text("request")?).or_default().push(answer);
    }
    requests
        .iter()
        .map(|r| {
            let id = r.text("id")?;
            let answers = by_request.remove(&id).unwrap_or_default();
            let request = LateRequest { id, at: r.at("at")?, reason: r.text("reason")?, by: r.text("by")?, answers };
            Ok(Asked { application: r.parse("application", ApplicationId::parse)?, title: r.text("title")?, request })
        })
        .collect()
}
