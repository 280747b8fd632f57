//! Grants as both sides' records: read for a whole call in five statements, or for one project. Writing is in `write`, letters in `letter`.

pub mod letter;
pub mod letter_problem;
pub mod write;

use crate::{Row, Tx, Value, sql::sql};
use anyhow::Result;
use domain::{
    Currency, Instant, Lang, Money, PartyCode, Permit,
    grant::{Award, Decision, Evidence, Grant, Instalment, Meeting, Recommendation, Release, Share, Side, Statement, Withdrawn},
    ids::{
        ApplicationId, AwardId, BodyId, CallId, DecisionId, DocumentId, EvidenceId, InstalmentId, ParticipantId, RecommendationId,
        ReleaseId, ResultId, StatementId,
    },
};

sql! {
    FUNDED = "select f.application, r.id as result, r.version, r.answered, r.superseded, a.state, a.number, a.title, a.lang, a.start_month, a.equal_benefit
              from funded f join joint_result r on r.id = f.result join application a on a.id = f.application
              where r.call = $1 and r.answer = 'accepted' and ($2 = '' or f.application = $2) order by r.version, f.application";
    // An ineligible participant gets nothing, so its budget asks for nothing.
    PAYEES = "select p.id, p.application, p.party, p.name, p.lang, p.lead, p.email, e.verdict,
                     cast(coalesce((select sum(b.minor) from budget_line b where b.participant = p.id), 0) as bigint) as minor,
                     cast(coalesce((select sum(y.hours) from participant_year y where y.participant = p.id), 0) as bigint) as hours
              from participant p join application a on a.id = p.application left join eligibility e on e.participant = p.id
              where a.call = $1 and ($2 = '' or a.id = $2) and p.application in (select f.application from funded f) order by p.application, p.no";
    PAPERS = "select 'statement' as kind, s.id, s.application, s.party, s.minor, s.currency, s.reference as words, s.day, s.document, s.at, s.withdrawn, s.withdrawn_reason
              from cofinancing_statement s join application a on a.id = s.application where a.call = $1 and ($2 = '' or a.id = $2)
              union all
              select 'evidence', e.id, e.application, e.party, 0, '', e.what, e.day, e.document, e.at, null, ''
              from activity_evidence e join application a on a.id = e.application where a.call = $1 and ($2 = '' or a.id = $2)
              order by 10, 2";
    MEETINGS = "select 'recommendation' as kind, x.id, x.application, x.party, x.body, x.meeting, x.day, x.outcome, 0 as minor, '' as currency, x.text as words, x.at
                from recommendation x join application a on a.id = x.application where a.call = $1 and ($2 = '' or a.id = $2)
                union all
                select 'decision', x.id, x.application, x.party, x.body, x.meeting, x.day, x.outcome, x.minor, x.currency, x.reason, x.at
                from decision x join application a on a.id = x.application where a.call = $1 and ($2 = '' or a.id = $2)
                union all
                select 'presentation', '', x.application, x.party, x.body, x.meeting, x.day, '', 0, '', '', x.at
                from presentation x join application a on a.id = x.application where a.call = $1 and ($2 = '' or a.id = $2)";
    AWARDS = "select w.id, w.application, w.party, w.minor, w.currency, w.at, s.participant, s.minor as share
              from award w join application a on a.id = w.application join award_share s on s.award = w.id join participant p on p.id = s.participant
              where a.call = $1 and ($2 = '' or a.id = $2) order by w.at, w.id, p.no";
    INSTALMENTS = "select i.id, i.application, i.party, i.no, i.minor, i.due, w.currency, r.id as release, r.statement, r.evidence, r.at as released
                   from instalment i join award w on w.id = i.award join application a on a.id = i.application left join release r on r.instalment = i.id
                   where a.call = $1 and ($2 = '' or a.id = $2) order by i.no, i.id";
    AWARDED = "select w.currency, cast(coalesce(sum(w.minor), 0) as bigint) as minor from award w join application a on a.id = w.application
               where a.call = $1 and w.party = $2 group by w.currency";
    ASSESSED = "select cast(count(*) as bigint) as n from application a where a.call = $1
                and (select count(distinct e.party) from assessment s join expert e on e.id = s.expert where s.application = a.id and s.closed is not null) = 2";
    CALL_OF = "select call from application where id = $1";
}

/// A project that an accepted result funds; the latest such result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funded {
    pub application: ApplicationId,
    pub number: String,
    pub title: String,
    /// Language of the title.
    pub lang: Lang,
    pub start_month: String,
    pub equal_benefit: bool,
    pub result: ResultId,
    /// Version of the joint result.
    pub version: i64,
    pub agreed: Instant,
    pub in_force: bool,
    pub withdrawn: bool,
}

fn scope(call: &CallId, one: Option<&ApplicationId>) -> [Value; 2] {
    [call.as_str().into(), one.map_or("", ApplicationId::as_str).into()]
}

pub async fn call_of(tx: &mut Tx, id: &ApplicationId) -> Result<Option<CallId>> {
    tx.first(CALL_OF, &[id.as_str().into()]).await?.map(|r| r.parse("call", CallId::parse)).transpose()
}

/// Projects of accepted results, of the whole call or `one`; those of replaced results too, because money may have flowed.
pub async fn funded(tx: &mut Tx, _permit: &Permit, call: &CallId, one: Option<&ApplicationId>) -> Result<Vec<Funded>> {
    let mut all: Vec<Funded> = Vec::new();
    for r in tx.all(FUNDED, &scope(call, one)).await? {
        let row = Funded {
            application: r.parse("application", ApplicationId::parse)?,
            number: r.opt_text("number")?.unwrap_or_default(),
            title: r.text("title")?,
            lang: r.parse("lang", Lang::parse)?,
            start_month: r.text("start_month")?,
            equal_benefit: r.flag("equal_benefit")?,
            result: r.parse("result", ResultId::parse)?,
            version: r.int("version")?,
            agreed: r.at("answered")?,
            in_force: r.opt_int("superseded")?.is_none(),
            withdrawn: r.text("state")? == "withdrawn",
        };
        all.retain(|f| f.application != row.application);
        all.push(row);
    }
    Ok(all)
}

/// A participant of a funded project. `minor`: what it asks for, in its own side's currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payee {
    pub id: ParticipantId,
    pub application: ApplicationId,
    pub party: Option<PartyCode>,
    pub name: String,
    /// Language of the name.
    pub lang: Lang,
    pub lead: bool,
    /// Where its person is reached.
    pub email: String,
    pub eligible: bool,
    pub minor: i64,
    pub hours: i64,
}

/// The participants of every project that was ever funded, in the order of the consortium.
pub async fn payees(tx: &mut Tx, _permit: &Permit, call: &CallId, one: Option<&ApplicationId>) -> Result<Vec<Payee>> {
    let rows = tx.all(PAYEES, &scope(call, one)).await?;
    rows.iter()
        .map(|r| {
            Ok(Payee {
                id: r.parse("id", ParticipantId::parse)?,
                application: r.parse("application", ApplicationId::parse)?,
                party: r.opt_parse("party", PartyCode::parse)?,
                name: r.text("name")?,
                lang: r.parse("lang", Lang::parse)?,
                lead: r.flag("lead")?,
                email: r.text("email")?,
                eligible: r.opt_text("verdict")?.as_deref() != Some("ineligible"),
                minor: r.int("minor")?,
                hours: r.int("hours")?,
            })
        })
        .collect()
}

/// Fills the sides of these grants with what each party has put on record.
pub async fn fill(tx: &mut Tx, _permit: &Permit, call: &CallId, one: Option<&ApplicationId>, grants: &mut [Grant]) -> Result<()> {
    let args = scope(call, one);
    for r in tx.all(PAPERS, &args).await? {
        if let Some(side) = side_of(grants, &r)? {
            paper(side, &r)?;
        }
    }
    for r in tx.all(MEETINGS, &args).await? {
        if let Some(side) = side_of(grants, &r)? {
            met(side, &r)?;
        }
    }
    for r in tx.all(AWARDS, &args).await? {
        if let Some(side) = side_of(grants, &r)? {
            awarded_to(side, &r)?;
        }
    }
    for r in tx.all(INSTALMENTS, &args).await? {
        if let Some(side) = side_of(grants, &r)? {
            side.instalments.push(instalment(&r)?);
        }
    }
    Ok(())
}

/// What a party has awarded in the whole call so far.
pub async fn awarded(tx: &mut Tx, _permit: &Permit, call: &CallId, party: &PartyCode, currency: Currency) -> Result<Money> {
    let mut sum = Money::zero(currency);
    for r in tx.all(AWARDED, &[call.as_str().into(), party.into()]).await? {
        let one = Money::new(r.int("minor")?, r.parse("currency", Currency::parse)?);
        sum = sum.plus(one).map_err(|e| anyhow::anyhow!("awards of {party}: {e:?}"))?;
    }
    Ok(sum)
}

/// How many applications experts of both sides have assessed.
pub async fn assessed(tx: &mut Tx, call: &CallId) -> Result<i64> {
    tx.first(ASSESSED, &[call.as_str().into()]).await?.map_or(Ok(0), |r| r.int("n"))
}

fn side_of<'a>(grants: &'a mut [Grant], r: &Row) -> Result<Option<&'a mut Side>> {
    let (application, party) = (r.text("application")?, r.text("party")?);
    let grant = grants.iter_mut().find(|g| g.application.as_str() == application);
    Ok(grant.and_then(|g| g.sides.iter_mut().find(|s| s.party.as_str() == party)))
}

fn money(r: &Row) -> Result<Money> {
    Ok(Money::new(r.int("minor")?, r.parse("currency", Currency::parse)?))
}

fn paper(side: &mut Side, r: &Row) -> Result<()> {
    let document = r.opt_parse("document", DocumentId::parse)?;
    if r.text("kind")? == "evidence" {
        let id = r.parse("id", EvidenceId::parse)?;
        side.evidence.insert(0, Evidence { id, day: r.day("day")?, what: r.text("words")?, document, at: r.at("at")? });
        return Ok(());
    }
    let withdrawn = match r.opt_at("withdrawn")? {
        Some(at) => Some(Withdrawn { at, reason: r.text("withdrawn_reason")? }),
        None => None,
    };
    side.statements.push(Statement {
        id: r.parse("id", StatementId::parse)?,
        amount: money(r)?,
        reference: r.text("words")?,
        day: r.day("day")?,
        document,
        at: r.at("at")?,
        withdrawn,
    });
    Ok(())
}

fn met(side: &mut Side, r: &Row) -> Result<()> {
    let meeting = Meeting { body: r.parse("body", BodyId::parse)?, name: r.text("meeting")?, day: r.day("day")? };
    let (outcome, words, at) = (r.text("outcome")?, r.text("words")?, r.at("at")?);
    match r.text("kind")?.as_str() {
        "recommendation" => {
            let id = r.parse("id", RecommendationId::parse)?;
            side.recommendation = Some(Recommendation { id, meeting, recommended: outcome == "recommended", text: words, at });
        }
        "decision" => {
            let granted = if outcome == "granted" { Some(money(r)?) } else { None };
            side.decision = Some(Decision { id: r.parse("id", DecisionId::parse)?, meeting, granted, reason: words, at });
        }
        _ => side.presentation = Some(meeting),
    }
    Ok(())
}

/// One row a share.
fn awarded_to(side: &mut Side, r: &Row) -> Result<()> {
    let amount = money(r)?;
    let award = match side.award.take() {
        Some(award) => award,
        None => Award { id: r.parse("id", AwardId::parse)?, amount, shares: Vec::new(), at: r.at("at")? },
    };
    let share = Share { participant: r.parse("participant", ParticipantId::parse)?, amount: Money::new(r.int("share")?, amount.currency) };
    let award = side.award.insert(award);
    award.shares.push(share);
    Ok(())
}

fn instalment(r: &Row) -> Result<Instalment> {
    let release = match r.opt_parse("release", ReleaseId::parse)? {
        Some(id) => Some(Release {
            id,
            statement: r.parse("statement", StatementId::parse)?,
            evidence: r.parse("evidence", EvidenceId::parse)?,
            at: r.at("released")?,
        }),
        None => None,
    };
    Ok(Instalment { id: r.parse("id", InstalmentId::parse)?, no: r.int("no")?, amount: money(r)?, due: r.day("due")?, release })
}
