//! Who assesses what: conflicts, assignments and the proof behind them.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Instant, Lang, PartyCode, Permit, Text3,
    assessment::{Assignment, Conflict, Dismissal, Found, Origin},
    ids::{ApplicationId, CallId, ConflictId, ExpertId},
};

sql! {
    ADD_CONFLICT = "insert into conflict (id, call, expert, application, origin, reason, ours, theirs, strength, by_office, at, dismissed, dismissed_by, dismissed_reason)
                    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, null, null, '')";
    CHANGE_CONFLICT = "update conflict set reason = $2, ours = $3, theirs = $4, strength = $5, by_office = $6, at = $7, dismissed = null, dismissed_by = null, dismissed_reason = '' where id = $1";
    DELETE_CONFLICT = "delete from conflict where id = $1";
    DISMISS = "update conflict set dismissed = $2, dismissed_by = $3, dismissed_reason = $4 where id = $1 and dismissed is null";
    CONFLICT = "select id, expert, application, origin, reason, ours, theirs, strength, by_office, at, dismissed, dismissed_by, dismissed_reason from conflict where id = $1";
    CONFLICTS = "select c.id, c.expert, c.application, c.origin, c.reason, c.ours, c.theirs, c.strength, c.by_office, c.at, c.dismissed, c.dismissed_by, c.dismissed_reason
                 from conflict c join expert e on e.id = c.expert where c.call = $1 and e.party = $2 order by c.strength desc, c.id";
    CONFLICTS_OF = "select id, expert, application, origin, reason, ours, theirs, strength, by_office, at, dismissed, dismissed_by, dismissed_reason from conflict where expert = $1 and application = $2";
    PEOPLE = "select a.id as application, c.name from application a join editor e on e.application = a.id join account c on c.id = e.account where a.call = $1
              union select a.id as application, c.name from application a join participant p on p.application = a.id join account c on c.email = p.email where a.call = $1
              order by application, name";
    STARTED = "select count(*) as n from assignment where call = $1";
    ASSIGN = "insert into assignment (application, expert, call, at, declined, decline_reason) values ($1, $2, $3, $4, null, '')
              on conflict (application, expert) do update set declined = null, decline_reason = '', at = excluded.at";
    DECLINE = "update assignment set declined = $3, decline_reason = $4 where application = $1 and expert = $2 and declined is null";
    ASSIGNMENTS = "select a.application, a.expert, a.at, a.declined, a.decline_reason from assignment a join expert e on e.id = a.expert where a.call = $1 and e.party = $2 order by a.application, a.expert";
    ASSIGNMENTS_OF_EXPERT = "select application, expert, at, declined, decline_reason from assignment where expert = $1 order by at, application";
    TASKS = "select a.application, p.number, p.title, p.lang, c.slug, c.title as call_title, c.made_up, s.closed, s.version, x.at as side_closed
             from assignment a join application p on p.id = a.application join call c on c.id = a.call join expert e on e.id = a.expert
             left join assessment s on s.application = a.application and s.expert = a.expert left join assessment_closing x on x.call = a.call and x.party = e.party
             where a.expert = $1 and a.declined is null and p.state = 'submitted' order by c.closes desc, p.number";
    ADD_PROOF = "insert into assignment_proof (call, party, at, total, body) values ($1, $2, $3, $4, $5)";
    LAST_PROOF = "select at, total, body from assignment_proof where call = $1 and party = $2 order by at desc limit 1";
}

/// The last proof of a side's assignment.
pub struct Proof {
    pub at: Instant,
    /// Millionths.
    pub total: i64,
    /// JSON: the problem, its answer and the prices.
    pub body: String,
}

pub async fn add_conflict(
    tx: &mut Tx,
    _permit: &Permit,
    call: &CallId,
    id: &ConflictId,
    origin: Origin,
    f: &Found,
    at: Instant,
) -> Result<()> {
    let args = [
        id.as_str().into(),
        call.as_str().into(),
        f.expert.as_str().into(),
        f.application.as_str().into(),
        origin.code().into(),
        (&f.reason).into(),
        (&f.ours).into(),
        (&f.theirs).into(),
        f.strength.into(),
        f.by_office.into(),
        at.into(),
    ];
    tx.run(ADD_CONFLICT, &args).await?;
    Ok(())
}

/// New grounds: what was dismissed before holds again.
pub async fn change_conflict(tx: &mut Tx, _permit: &Permit, id: &ConflictId, f: &Found, at: Instant) -> Result<()> {
    let args =
        [id.as_str().into(), (&f.reason).into(), (&f.ours).into(), (&f.theirs).into(), f.strength.into(), f.by_office.into(), at.into()];
    tx.run(CHANGE_CONFLICT, &args).await?;
    Ok(())
}

pub async fn remove_conflict(tx: &mut Tx, _permit: &Permit, id: &ConflictId) -> Result<()> {
    tx.run(DELETE_CONFLICT, &[id.as_str().into()]).await?;
    Ok(())
}

/// True where it held until now.
pub async fn dismiss(tx: &mut Tx, _permit: &Permit, id: &ConflictId, d: &Dismissal) -> Result<bool> {
    Ok(tx.run(DISMISS, &[id.as_str().into(), d.at.into(), (&d.by).into(), (&d.reason).into()]).await? > 0)
}

pub async fn conflict(tx: &mut Tx, id: &ConflictId) -> Result<Option<Conflict>> {
    tx.first(CONFLICT, &[id.as_str().into()]).await?.as_ref().map(read_conflict).transpose()
}

/// Of one side's experts, strongest first.
pub async fn conflicts(tx: &mut Tx, _permit: &Permit, call: &CallId, party: &PartyCode) -> Result<Vec<Conflict>> {
    tx.all(CONFLICTS, &[call.as_str().into(), party.into()]).await?.iter().map(read_conflict).collect()
}

/// Of one expert with one application. No permit: `decide` asks for it.
pub async fn conflicts_of(tx: &mut Tx, expert: &ExpertId, application: &ApplicationId) -> Result<Vec<Conflict>> {
    tx.all(CONFLICTS_OF, &[expert.as_str().into(), application.as_str().into()]).await?.iter().map(read_conflict).collect()
}

/// Names of the people behind the applications of a call: who writes them, and who stands for a participant.
pub async fn people(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Vec<(ApplicationId, String)>> {
    tx.all(PEOPLE, &[call.as_str().into()])
        .await?
        .iter()
        .map(|r| Ok((r.parse("application", ApplicationId::parse)?, r.text("name")?)))
        .collect()
}

/// Assessment of a call has started: somebody has been given an application, on either side.
pub async fn started(tx: &mut Tx, call: &CallId) -> Result<bool> {
    Ok(tx.first(STARTED, &[call.as_str().into()]).await?.map(|r| r.int("n")).transpose()?.unwrap_or(0) > 0)
}

/// Gives an application to an expert, again where it was given back.
pub async fn assign(
    tx: &mut Tx,
    _permit: &Permit,
    call: &CallId,
    application: &ApplicationId,
    expert: &ExpertId,
    at: Instant,
) -> Result<()> {
    tx.run(ASSIGN, &[application.as_str().into(), expert.as_str().into(), call.as_str().into(), at.into()]).await?;
    Ok(())
}

/// True where it was the expert's until now.
pub async fn decline(
    tx: &mut Tx,
    _permit: &Permit,
    application: &ApplicationId,
    expert: &ExpertId,
    at: Instant,
    reason: &str,
) -> Result<bool> {
    Ok(tx.run(DECLINE, &[application.as_str().into(), expert.as_str().into(), at.into(), reason.into()]).await? > 0)
}

/// Of one side, those given back included.
pub async fn assignments(tx: &mut Tx, _permit: &Permit, call: &CallId, party: &PartyCode) -> Result<Vec<Assignment>> {
    tx.all(ASSIGNMENTS, &[call.as_str().into(), party.into()]).await?.iter().map(read_assignment).collect()
}

/// An expert's own, those given back included. No permit: `decide` asks for it.
pub async fn assignments_of(tx: &mut Tx, expert: &ExpertId) -> Result<Vec<Assignment>> {
    tx.all(ASSIGNMENTS_OF_EXPERT, &[expert.as_str().into()]).await?.iter().map(read_assignment).collect()
}

/// One of an expert's own assessments, for the list of them.
#[derive(Clone, Debug)]
pub struct Task {
    pub application: ApplicationId,
    pub number: String,
    pub title: String,
    pub lang: Lang,
    pub slug: String,
    pub call_title: Text3,
    pub made_up: bool,
    pub begun: bool,
    pub closed: Option<Instant>,
    pub side_closed: bool,
}

/// What stands for an expert, newest call first. The list is the expert's own: the caller asks with the viewer's entry in the register.
pub async fn tasks(tx: &mut Tx, expert: &ExpertId) -> Result<Vec<Task>> {
    let task = |r: &Row| {
        Ok(Task {
            application: r.parse("application", ApplicationId::parse)?,
            number: r.opt_text("number")?.unwrap_or_default(),
            title: r.text("title")?,
            lang: r.parse("lang", Lang::parse)?,
            slug: r.text("slug")?,
            call_title: r.text3("call_title")?,
            made_up: r.flag("made_up")?,
            begun: r.opt_int("version")?.is_some(),
            closed: r.opt_at("closed")?,
            side_closed: r.opt_int("side_closed")?.is_some(),
        })
    };
    tx.all(TASKS, &[expert.as_str().into()]).await?.iter().map(task).collect()
}

pub async fn add_proof(tx: &mut Tx, _permit: &Permit, call: &CallId, party: &PartyCode, proof: &Proof) -> Result<()> {
    tx.run(ADD_PROOF, &[call.as_str().into(), party.into(), proof.at.into(), proof.total.into(), (&proof.body).into()]).await?;
    Ok(())
}

pub async fn last_proof(tx: &mut Tx, _permit: &Permit, call: &CallId, party: &PartyCode) -> Result<Option<Proof>> {
    let row = tx.first(LAST_PROOF, &[call.as_str().into(), party.into()]).await?;
    row.map(|r| Ok(Proof { at: r.at("at")?, total: r.int("total")?, body: r.text("body")? })).transpose()
}

fn read_conflict(r: &Row) -> Result<Conflict> {
    let dismissed = match r.opt_at("dismissed")? {
        Some(at) => Some(Dismissal { at, by: r.opt_text("dismissed_by")?.unwrap_or_default(), reason: r.text("dismissed_reason")? }),
        None => None,
    };
    Ok(Conflict {
        id: r.parse("id", ConflictId::parse)?,
        expert: r.parse("expert", ExpertId::parse)?,
        application: r.parse("application", ApplicationId::parse)?,
        origin: r.parse("origin", Origin::parse)?,
        reason: r.text("reason")?,
        ours: r.text("ours")?,
        theirs: r.text("theirs")?,
        strength: r.int("strength")?,
        by_office: r.flag("by_office")?,
        at: r.at("at")?,
        dismissed,
    })
}

fn read_assignment(r: &Row) -> Result<Assignment> {
    Ok(Assignment {
        application: r.parse("application", ApplicationId::parse)?,
        expert: r.parse("expert", ExpertId::parse)?,
        at: r.at("at")?,
        declined: r.opt_at("declined")?,
        reason: r.text("decline_reason")?,
    })
}
