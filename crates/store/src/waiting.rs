//! What waits for a person: counts per call, one statement per kind of work.

use crate::{Row, Tx, Value, sql::sql};
use anyhow::Result;
use domain::{Instant, Permit, Text3};

sql! {
    // $1 party
    DRAFTS = "select c.slug, c.title, cast(count(*) as bigint) as n from call c join programme p on p.id = c.programme
              where c.published is null and (p.party_a = $1 or p.party_b = $1)
                and not exists (select 1 from call_consent k where k.call = c.id and k.party = $1 and k.version = c.version)
              group by c.slug, c.title order by c.slug";
    LATE = "select c.slug, c.title, cast(count(*) as bigint) as n from late_request r join application a on a.id = r.application join call c on c.id = a.call
            join programme p on p.id = c.programme where (p.party_a = $1 or p.party_b = $1)
              and not exists (select 1 from late_answer w where w.request = r.id and w.party = $1) group by c.slug, c.title order by c.slug";
    // $1 party, $2 now: after the closing, because until then a submission may be withdrawn and sent again
    UNHANDLED = "select c.slug, c.title, cast(count(*) as bigint) as n from application a join call c on c.id = a.call join programme p on p.id = c.programme
                 where a.state = 'submitted' and c.closes < $2 and (p.party_a = $1 or p.party_b = $1)
                   and not exists (select 1 from handling h where h.application = a.id and h.party = $1) group by c.slug, c.title order by c.slug";
    // $1 party, $2 now: assessed by the own side once both offices have handled everything
    UNCLOSED = "select c.slug, c.title, cast(count(*) as bigint) as n from application a join call c on c.id = a.call join programme p on p.id = c.programme
                where a.state = 'submitted' and c.closes < $2 and (p.party_a = $1 or p.party_b = $1)
                  and not exists (select 1 from assessment_closing x where x.call = c.id and x.party = $1)
                  and not exists (select 1 from application o where o.call = c.id and o.state = 'submitted' and (select count(*) from handling h where h.application = o.id) < 2)
                group by c.slug, c.title order by c.slug";
    UNSEALED = "select c.slug, c.title, cast(count(*) as bigint) as n from round r join call c on c.id = r.call join programme p on p.id = c.programme
                where r.voided is null and (p.party_a = $1 or p.party_b = $1)
                  and not exists (select 1 from sealing s where s.call = r.call and s.round = r.no and s.party = $1) group by c.slug, c.title order by c.slug";
    UNANSWERED = "select c.slug, c.title, cast(count(*) as bigint) as n from joint_result j join call c on c.id = j.call join programme p on p.id = c.programme
                  where j.answer = '' and j.superseded is null and j.proposed_by <> $1 and (p.party_a = $1 or p.party_b = $1) group by c.slug, c.title order by c.slug";
    UNDECIDED = "select c.slug, c.title, cast(count(*) as bigint) as n from funded f join joint_result j on j.id = f.result join call c on c.id = f.call join programme p on p.id = c.programme
                 where j.answer = 'accepted' and j.superseded is null and (p.party_a = $1 or p.party_b = $1)
                   and not exists (select 1 from decision d where d.application = f.application and d.party = $1) group by c.slug, c.title order by c.slug";
    // $1 account
    UNASSESSED = "select c.slug, c.title, cast(count(*) as bigint) as n from assignment s join expert e on e.id = s.expert join call c on c.id = s.call
                  where e.account = $1 and s.declined is null
                    and not exists (select 1 from assessment t where t.application = s.application and t.expert = s.expert and t.closed is not null)
                  group by c.slug, c.title order by c.slug";
    // $1 account, $2 now
    OWN_DRAFTS = "select c.slug, c.title, cast(count(*) as bigint) as n from editor e join application a on a.id = e.application join call c on c.id = a.call
                  where e.account = $1 and a.state = 'draft' and c.closes >= $2 group by c.slug, c.title order by c.slug";
    // $1 e-mail in lower case
    UNCONFIRMED = "select c.slug, c.title, cast(count(*) as bigint) as n from participant p join application a on a.id = p.application join call c on c.id = a.call
                   where p.email = $1 and p.party is not null and a.state <> 'withdrawn'
                     and not exists (select 1 from confirmation k where k.participant = p.id and k.voided is null) group by c.slug, c.title order by c.slug";
}

/// So many pieces of one kind of work under one call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// E.g. `unhandled`; the screen has a sentence and an address for each.
    pub kind: &'static str,
    pub slug: String,
    pub call: Text3,
    pub count: i64,
}

/// For the office of a party, in the order of the work.
pub async fn for_office(tx: &mut Tx, _permit: &Permit, party: &str, now: Instant) -> Result<Vec<Waiting>> {
    let own = [Value::from(party)];
    let mut all = read(tx, "draft-call", DRAFTS, &own).await?;
    all.extend(read(tx, "late", LATE, &own).await?);
    all.extend(read(tx, "unhandled", UNHANDLED, &[party.into(), now.into()]).await?);
    all.extend(read(tx, "unclosed", UNCLOSED, &[party.into(), now.into()]).await?);
    all.extend(read(tx, "unsealed", UNSEALED, &own).await?);
    all.extend(read(tx, "unanswered", UNANSWERED, &own).await?);
    all.extend(read(tx, "undecided", UNDECIDED, &own).await?);
    Ok(all)
}

/// For the members of a party's bodies.
pub async fn for_board(tx: &mut Tx, _permit: &Permit, party: &str) -> Result<Vec<Waiting>> {
    read(tx, "undecided", UNDECIDED, &[party.into()]).await
}

/// For a person as expert, applicant and contact of a participant.
pub async fn for_person(tx: &mut Tx, _permit: &Permit, account: &str, email: &str, now: Instant) -> Result<Vec<Waiting>> {
    let mut all = read(tx, "unassessed", UNASSESSED, &[account.into()]).await?;
    all.extend(read(tx, "own-draft", OWN_DRAFTS, &[account.into(), now.into()]).await?);
    all.extend(read(tx, "unconfirmed", UNCONFIRMED, &[email.into()]).await?);
    Ok(all)
}

async fn read(tx: &mut Tx, kind: &'static str, sql: &'static str, args: &[Value]) -> Result<Vec<Waiting>> {
    let waiting = |r: &Row| Ok(Waiting { kind, slug: r.text("slug")?, call: r.text3("title")?, count: r.int("n")? });
    tx.all(sql, args).await?.iter().map(waiting).collect()
}
