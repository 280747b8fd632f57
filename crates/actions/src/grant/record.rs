//! The steps of one side on one project, each one transaction: load, permit, rule, record, log. `party` is the side that acts.
//!
//! The same `form_key` again finds what the first sending made, whatever has happened since; empty where no form was sent. A step
//! that comes a second time with the same content under another key finds it too; with other content it is refused.

mod case;

use super::pot;
use crate::{Desk, Error, Result, Viewer};
use case::Case;
use domain::{
    Action, Money, PartyCode, Refusal,
    grant::{self, Evidence, Meeting, Share, Statement},
    ids::{ApplicationId, AwardId, BodyId, DecisionId, EvidenceId, InstalmentId, RecommendationId, ReleaseId, StatementId},
    journal::Direction,
    time::Day,
};
use serde_json::json;
use store::grant::write::{self, Entry};

/// A file that goes with a record.
#[derive(Clone, Debug)]
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}

#[derive(Clone, Debug)]
pub struct NewStatement {
    pub amount: Money,
    /// Number of the letter or protocol.
    pub reference: String,
    pub day: Day,
    pub document: Option<Upload>,
}

#[derive(Clone, Debug)]
pub struct NewMeeting {
    pub body: BodyId,
    /// As the minutes call it.
    pub name: String,
    pub day: Day,
}

#[derive(Clone, Debug)]
pub struct NewRecommendation {
    pub meeting: NewMeeting,
    pub recommended: bool,
    /// Needed where the body speaks against.
    pub text: String,
}

#[derive(Clone, Debug)]
pub struct NewDecision {
    pub meeting: NewMeeting,
    /// None: refused, with a reason.
    pub granted: Option<Money>,
    pub reason: String,
}

#[derive(Clone, Debug)]
pub struct NewEvidence {
    pub day: Day,
    pub what: String,
    pub document: Option<Upload>,
}

fn meeting(new: &NewMeeting) -> Meeting {
    Meeting { body: new.body.clone(), name: new.name.trim().into(), day: new.day }
}

/// A party states that it finances its own participants; the counterpart's office gets it into its journal as well.
pub async fn state_cofinancing(
    desk: &Desk,
    viewer: &Viewer,
    id: &ApplicationId,
    party: &PartyCode,
    new: &NewStatement,
    form_key: &str,
) -> Result<StatementId> {
    let mut case = Case::open(desk, viewer, id, party, Action::StateCofinancing, form_key).await?;
    if let Some(first) = case.sent.as_deref().and_then(StatementId::parse) {
        return Ok(first);
    }
    if let Some(s) = case.project.grant.side(party)?.statement()
        && s.amount == new.amount
        && s.reference == new.reference.trim()
        && s.day == new.day
    {
        return Ok(s.id.clone());
    }
    grant::state_cofinancing(&case.project.grant, party, new.amount, &new.reference, new.day, case.now)?;
    let document = case.keep(desk, new.document.as_ref()).await?;
    let statement = Statement {
        id: desk.mint(StatementId::mint),
        amount: new.amount,
        reference: new.reference.trim().into(),
        day: new.day,
        document: document.clone(),
        at: case.now,
        withdrawn: None,
    };
    let entry = Entry { application: id, party, at: case.now };
    write::add_statement(&mut case.tx, &case.permit, &entry, &statement).await?;
    let other = case.call.counterpart(party).clone();
    case.journal(desk, party, Direction::Out, "journal-grant-statement", document.as_ref()).await?;
    case.journal(desk, &other, Direction::In, "journal-grant-statement", document.as_ref()).await?;
    case.done(
        desk,
        statement.id.as_str(),
        json!({ "statement": statement.id.as_str(), "party": party.as_str(), "minor": new.amount.minor }),
    )
    .await?;
    Ok(statement.id)
}

pub async fn withdraw_statement(
    desk: &Desk,
    viewer: &Viewer,
    id: &ApplicationId,
    party: &PartyCode,
    reason: &str,
    form_key: &str,
) -> Result<()> {
    let mut case = Case::open(desk, viewer, id, party, Action::StateCofinancing, form_key).await?;
    if case.sent.is_some() {
        return Ok(());
    }
    let standing = grant::withdraw_statement(&case.project.grant, party, reason)?;
    if !write::withdraw_statement(&mut case.tx, &case.permit, &standing, reason.trim(), case.now).await? {
        return Err(Refusal::stale().into());
    }
    let other = case.call.counterpart(party).clone();
    case.journal(desk, party, Direction::Out, "journal-grant-statement-withdrawn", None).await?;
    case.journal(desk, &other, Direction::In, "journal-grant-statement-withdrawn", None).await?;
    case.done(desk, standing.as_str(), json!({ "statement-withdrawn": standing.as_str(), "party": party.as_str() })).await
}

/// What the party's recommending body said of the project (R145, R146).
pub async fn recommend(
    desk: &Desk,
    viewer: &Viewer,
    id: &ApplicationId,
    party: &PartyCode,
    new: &NewRecommendation,
    form_key: &str,
) -> Result<()> {
    let mut case = Case::open(desk, viewer, id, party, Action::Recommend, form_key).await?;
    if case.sent.is_some() {
        return Ok(());
    }
    let body = case.body(&new.meeting.body).await?;
    let meeting = meeting(&new.meeting);
    if let Some(r) = &case.project.grant.side(party)?.recommendation
        && r.meeting == meeting
        && r.recommended == new.recommended
        && r.text == new.text.trim()
    {
        return Ok(());
    }
    let cofinancing = grant::recommend(&case.project.grant, party, &body, &meeting, new.recommended, &new.text, case.now)?;
    let record = write::NewRecommendation {
        id: &desk.mint(RecommendationId::mint),
        result: &case.project.grant.result,
        counterpart: case.call.counterpart(party),
        meeting: &meeting,
        cofinancing: cofinancing.as_ref(),
        text: new.text.trim(),
    };
    write::recommend(&mut case.tx, &case.permit, &Entry { application: id, party, at: case.now }, &record).await?;
    case.journal(desk, party, Direction::Internal, "journal-grant-recommendation", None).await?;
    case.done(desk, id.as_str(), json!({ "recommended": new.recommended, "party": party.as_str() })).await
}

/// What the party's granting body decided on the recommendation (R11).
pub async fn decide_grant(
    desk: &Desk,
    viewer: &Viewer,
    id: &ApplicationId,
    party: &PartyCode,
    new: &NewDecision,
    form_key: &str,
) -> Result<()> {
    let mut case = Case::open(desk, viewer, id, party, Action::DecideGrant, form_key).await?;
    if case.sent.is_some() {
        return Ok(());
    }
    let body = case.body(&new.meeting.body).await?;
    let meeting = meeting(&new.meeting);
    if let Some(d) = &case.project.grant.side(party)?.decision
        && d.meeting == meeting
        && d.granted == new.granted
        && d.reason == new.reason.trim()
    {
        return Ok(());
    }
    let rests_on = grant::decide_grant(&case.project.grant, party, &body, &meeting, new.granted, &new.reason, case.now)?;
    let record = write::NewDecision {
        id: &desk.mint(DecisionId::mint),
        recommendation: &rests_on.id,
        meeting: &meeting,
        granted: new.granted,
        reason: new.reason.trim(),
    };
    write::decide(&mut case.tx, &case.permit, &Entry { application: id, party, at: case.now }, &record).await?;
    case.journal(desk, party, Direction::Internal, "journal-grant-decision", None).await?;
    case.done(desk, id.as_str(), json!({ "granted": new.granted.map(|m| m.minor), "party": party.as_str() })).await
}

/// The party's money for its own participants (R154). `shares` add up to `amount`.
pub async fn award(
    desk: &Desk,
    viewer: &Viewer,
    id: &ApplicationId,
    party: &PartyCode,
    amount: Money,
    shares: &[Share],
    form_key: &str,
) -> Result<AwardId> {
    let mut case = Case::open(desk, viewer, id, party, Action::AwardGrant, form_key).await?;
    if let Some(first) = case.sent.as_deref().and_then(AwardId::parse) {
        return Ok(first);
    }
    if let Some(a) = &case.project.grant.side(party)?.award
        && a.amount == amount
        && shares.iter().filter(|s| s.amount.minor > 0).eq(&a.shares)
    {
        return Ok(a.id.clone());
    }
    let pot = pot(&mut case.tx, &case.permit, &case.call, party).await?;
    let awardable = grant::award(&case.project.grant, party, amount, shares, &pot)?;
    let award = desk.mint(AwardId::mint);
    write::award(&mut case.tx, &case.permit, id, &award, &awardable, case.now).await?;
    case.journal(desk, party, Direction::Internal, "journal-grant-award", None).await?;
    case.done(desk, award.as_str(), json!({ "award": award.as_str(), "party": party.as_str(), "minor": amount.minor })).await?;
    Ok(award)
}

/// Lays out the instalments that are not released yet, in the order of their days.
pub async fn plan(
    desk: &Desk,
    viewer: &Viewer,
    id: &ApplicationId,
    party: &PartyCode,
    wanted: &[(Money, Day)],
    form_key: &str,
) -> Result<Vec<InstalmentId>> {
    let mut case = Case::open(desk, viewer, id, party, Action::AwardGrant, form_key).await?;
    if let Some(first) = &case.sent {
        return Ok(first.split(' ').filter_map(InstalmentId::parse).collect());
    }
    let all: Vec<(InstalmentId, i64, Money, Day)> = grant::plan(&case.project.grant, party, wanted)?
        .into_iter()
        .map(|(no, money, due)| (desk.mint(InstalmentId::mint), no, money, due))
        .collect();
    let award = case.project.grant.side(party)?.award.clone().ok_or(Error::NotFound)?;
    write::plan(&mut case.tx, &case.permit, &Entry { application: id, party, at: case.now }, &award.id, &all).await?;
    let ids: Vec<InstalmentId> = all.into_iter().map(|(id, ..)| id).collect();
    let made: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
    case.done(desk, &made.join(" "), json!({ "instalments": ids.len(), "party": party.as_str() })).await?;
    Ok(ids)
}

/// The project was laid before the party's recommending body (R157).
pub async fn present(desk: &Desk, viewer: &Viewer, id: &ApplicationId, party: &PartyCode, new: &NewMeeting, form_key: &str) -> Result<()> {
    let mut case = Case::open(desk, viewer, id, party, Action::Recommend, form_key).await?;
    if case.sent.is_some() {
        return Ok(());
    }
    let body = case.body(&new.body).await?;
    let meeting = meeting(new);
    if case.project.grant.side(party)?.presentation.as_ref() == Some(&meeting) {
        return Ok(());
    }
    grant::present(&case.project.grant, party, &body, &meeting, case.now)?;
    write::present(&mut case.tx, &case.permit, &Entry { application: id, party, at: case.now }, &meeting).await?;
    case.journal(desk, party, Direction::Internal, "journal-grant-presentation", None).await?;
    case.done(desk, id.as_str(), json!({ "presented": meeting.day.iso(), "party": party.as_str() })).await
}

/// A party shows that its own participants are at work (R158); the counterpart's office gets it into its journal as well.
pub async fn add_evidence(
    desk: &Desk,
    viewer: &Viewer,
    id: &ApplicationId,
    party: &PartyCode,
    new: &NewEvidence,
    form_key: &str,
) -> Result<EvidenceId> {
    let mut case = Case::open(desk, viewer, id, party, Action::EvidenceActivity, form_key).await?;
    if let Some(first) = case.sent.as_deref().and_then(EvidenceId::parse) {
        return Ok(first);
    }
    if let Some(e) = case.project.grant.side(party)?.evidence.iter().find(|e| e.day == new.day && e.what == new.what.trim()) {
        return Ok(e.id.clone());
    }
    grant::evidence(&case.project.grant, party, &new.what, new.day, case.now)?;
    let document = case.keep(desk, new.document.as_ref()).await?;
    let evidence =
        Evidence { id: desk.mint(EvidenceId::mint), day: new.day, what: new.what.trim().into(), document: document.clone(), at: case.now };
    write::add_evidence(&mut case.tx, &case.permit, &Entry { application: id, party, at: case.now }, &evidence).await?;
    let other = case.call.counterpart(party).clone();
    case.journal(desk, party, Direction::Out, "journal-grant-evidence", document.as_ref()).await?;
    case.journal(desk, &other, Direction::In, "journal-grant-evidence", document.as_ref()).await?;
    case.done(desk, evidence.id.as_str(), json!({ "evidence": evidence.id.as_str(), "party": party.as_str() })).await?;
    Ok(evidence.id)
}

/// Releases an instalment, or refuses with what is missing and who owes it (R157, R158).
pub async fn release(
    desk: &Desk,
    viewer: &Viewer,
    id: &ApplicationId,
    party: &PartyCode,
    instalment: &InstalmentId,
    form_key: &str,
) -> Result<ReleaseId> {
    let mut case = Case::open(desk, viewer, id, party, Action::ReleaseGrant, form_key).await?;
    if let Some(first) = case.sent.as_deref().and_then(ReleaseId::parse) {
        return Ok(first);
    }
    let releasable = grant::release(&case.project.grant, party, instalment)?;
    let release = desk.mint(ReleaseId::mint);
    write::release(&mut case.tx, &case.permit, id, &release, &releasable, case.now).await?;
    case.journal(desk, party, Direction::Internal, "journal-grant-release", None).await?;
    let detail = json!({
        "release": release.as_str(),
        "party": party.as_str(),
        "minor": releasable.amount().minor,
        "statement": releasable.cofinancing().statement().as_str(),
        "evidence": releasable.activity().evidence().as_str(),
    });
    case.done(desk, release.as_str(), detail).await?;
    Ok(release)
}
