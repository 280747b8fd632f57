//! Writing the records of a grant. Awards and releases are written from types that only the rules make.

use crate::{Tx, sql::sql};
use anyhow::Result;
use domain::{
    Instant, Money, PartyCode, Permit,
    grant::{Awardable, Cofinancing, Evidence, Meeting, Releasable, Statement},
    ids::{ApplicationId, AwardId, DecisionId, DocumentId, EvidenceId, InstalmentId, RecommendationId, ReleaseId, ResultId, StatementId},
    time::Day,
};

sql! {
    ADD_STATEMENT = "insert into cofinancing_statement (id, application, party, minor, currency, reference, day, document, by, at, withdrawn, withdrawn_by, withdrawn_reason)
                     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null, null, '')";
    WITHDRAW = "update cofinancing_statement set withdrawn = $2, withdrawn_by = $3, withdrawn_reason = $4 where id = $1 and withdrawn is null";
    RECOMMEND = "insert into recommendation (id, application, result, party, counterpart, body, meeting, day, outcome, statement, text, by, at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    DECIDE = "insert into decision (id, application, party, body, recommendation, meeting, day, outcome, minor, currency, reason, by, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    AWARD = "insert into award (id, application, result, decision, party, outcome, minor, currency, by, at) values ($1, $2, $3, $4, $5, 'granted', $6, $7, $8, $9)";
    SHARE = "insert into award_share (award, participant, party, minor) values ($1, $2, $3, $4)";
    PRESENT = "insert into presentation (application, party, body, meeting, day, by, at) values ($1, $2, $3, $4, $5, $6, $7)";
    ADD_EVIDENCE = "insert into activity_evidence (id, application, party, day, what, document, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    CLEAR_PLAN = "delete from instalment where award = $1 and not exists (select 1 from release r where r.instalment = instalment.id)";
    ADD_INSTALMENT = "insert into instalment (id, award, application, party, no, minor, due) values ($1, $2, $3, $4, $5, $6, $7)";
    RELEASE = "insert into release (id, instalment, application, party, counterpart, statement, evidence, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
}

/// Where a record belongs: the project, the party whose record it is, and when it is made.
pub struct Entry<'a> {
    pub application: &'a ApplicationId,
    pub party: &'a PartyCode,
    pub at: Instant,
}

fn by(permit: &Permit) -> String {
    permit.account().map(|a| a.to_string()).unwrap_or_default()
}

pub async fn add_statement(tx: &mut Tx, permit: &Permit, e: &Entry<'_>, s: &Statement) -> Result<()> {
    let args = [
        s.id.as_str().into(),
        e.application.as_str().into(),
        e.party.into(),
        s.amount.minor.into(),
        s.amount.currency.code().into(),
        (&s.reference).into(),
        s.day.iso().into(),
        s.document.as_ref().map(DocumentId::as_str).into(),
        by(permit).into(),
        e.at.into(),
    ];
    tx.run(ADD_STATEMENT, &args).await?;
    Ok(())
}

/// Answers whether it still stood.
pub async fn withdraw_statement(tx: &mut Tx, permit: &Permit, id: &StatementId, reason: &str, at: Instant) -> Result<bool> {
    Ok(tx.run(WITHDRAW, &[id.as_str().into(), at.into(), by(permit).into(), reason.into()]).await? == 1)
}

/// What a recommending body said.
pub struct NewRecommendation<'a> {
    pub id: &'a RecommendationId,
    pub result: &'a ResultId,
    pub counterpart: &'a PartyCode,
    pub meeting: &'a Meeting,
    /// The counterpart's statement; none where the body spoke against the project.
    pub cofinancing: Option<&'a Cofinancing>,
    pub text: &'a str,
}

pub async fn recommend(tx: &mut Tx, permit: &Permit, e: &Entry<'_>, r: &NewRecommendation<'_>) -> Result<()> {
    let outcome = if r.cofinancing.is_some() { "recommended" } else { "not-recommended" };
    let args = [
        r.id.as_str().into(),
        e.application.as_str().into(),
        r.result.as_str().into(),
        e.party.into(),
        r.counterpart.into(),
        r.meeting.body.as_str().into(),
        (&r.meeting.name).into(),
        r.meeting.day.iso().into(),
        outcome.into(),
        r.cofinancing.map(|c| c.statement().as_str()).into(),
        r.text.into(),
        by(permit).into(),
        e.at.into(),
    ];
    tx.run(RECOMMEND, &args).await?;
    Ok(())
}

/// What a granting body decided. `granted`: none where it refused.
pub struct NewDecision<'a> {
    pub id: &'a DecisionId,
    pub recommendation: &'a RecommendationId,
    pub meeting: &'a Meeting,
    pub granted: Option<Money>,
    pub reason: &'a str,
}

pub async fn decide(tx: &mut Tx, permit: &Permit, e: &Entry<'_>, d: &NewDecision<'_>) -> Result<()> {
    let args = [
        d.id.as_str().into(),
        e.application.as_str().into(),
        e.party.into(),
        d.meeting.body.as_str().into(),
        d.recommendation.as_str().into(),
        (&d.meeting.name).into(),
        d.meeting.day.iso().into(),
        if d.granted.is_some() { "granted" } else { "refused" }.into(),
        d.granted.map_or(0, |m| m.minor).into(),
        d.granted.map_or("", |m| m.currency.code()).into(),
        d.reason.into(),
        by(permit).into(),
        e.at.into(),
    ];
    tx.run(DECIDE, &args).await?;
    Ok(())
}

pub async fn award(tx: &mut Tx, permit: &Permit, application: &ApplicationId, id: &AwardId, a: &Awardable, at: Instant) -> Result<()> {
    let args = [
        id.as_str().into(),
        application.as_str().into(),
        a.result().as_str().into(),
        a.decision().as_str().into(),
        a.party().into(),
        a.amount().minor.into(),
        a.amount().currency.code().into(),
        by(permit).into(),
        at.into(),
    ];
    tx.run(AWARD, &args).await?;
    for s in a.shares() {
        tx.run(SHARE, &[id.as_str().into(), s.participant.as_str().into(), a.party().into(), s.amount.minor.into()]).await?;
    }
    Ok(())
}

pub async fn present(tx: &mut Tx, permit: &Permit, e: &Entry<'_>, m: &Meeting) -> Result<()> {
    let args = [
        e.application.as_str().into(),
        e.party.into(),
        m.body.as_str().into(),
        (&m.name).into(),
        m.day.iso().into(),
        by(permit).into(),
        e.at.into(),
    ];
    tx.run(PRESENT, &args).await?;
    Ok(())
}

pub async fn add_evidence(tx: &mut Tx, permit: &Permit, e: &Entry<'_>, x: &Evidence) -> Result<()> {
    let args = [
        x.id.as_str().into(),
        e.application.as_str().into(),
        e.party.into(),
        x.day.iso().into(),
        (&x.what).into(),
        x.document.as_ref().map(DocumentId::as_str).into(),
        by(permit).into(),
        e.at.into(),
    ];
    tx.run(ADD_EVIDENCE, &args).await?;
    Ok(())
}

/// Replaces what is not released yet.
pub async fn plan(tx: &mut Tx, _permit: &Permit, e: &Entry<'_>, award: &AwardId, all: &[(InstalmentId, i64, Money, Day)]) -> Result<()> {
    tx.run(CLEAR_PLAN, &[award.as_str().into()]).await?;
    for (id, no, money, due) in all {
        let args = [
            id.as_str().into(),
            award.as_str().into(),
            e.application.as_str().into(),
            e.party.into(),
            (*no).into(),
            money.minor.into(),
            due.iso().into(),
        ];
        tx.run(ADD_INSTALMENT, &args).await?;
    }
    Ok(())
}

/// Refers to the presentation, the counterpart's statement and its evidence: without these rows the database refuses it too.
pub async fn release(tx: &mut Tx, permit: &Permit, application: &ApplicationId, id: &ReleaseId, r: &Releasable, at: Instant) -> Result<()> {
    let evidence: &EvidenceId = r.activity().evidence();
    let args = [
        id.as_str().into(),
        r.instalment().as_str().into(),
        application.as_str().into(),
        r.payer().into(),
        r.cofinancing().by().into(),
        r.cofinancing().statement().as_str().into(),
        evidence.as_str().into(),
        by(permit).into(),
        at.into(),
    ];
    tx.run(RELEASE, &args).await?;
    Ok(())
}
