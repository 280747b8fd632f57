//! Assessments with their scores, panel summaries and closings.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Instant, Lang, PartyCode, Permit,
    assessment::{Assessment, Closing, Draft, Mark, Summary},
    ids::{ApplicationId, AssessmentId, CallId, CriterionId, ExpertId},
};
use std::collections::HashMap;

sql! {
    INSERT = "insert into assessment (id, application, expert, overall, lang, version, at, closed) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    UPDATE = "update assessment set overall = $2, lang = $3, version = $4, at = $5, closed = $6 where id = $1 and closed is null";
    CLEAR_SCORES = "delete from score where assessment = $1";
    ADD_SCORE = "insert into score (assessment, criterion, value, reason) values ($1, $2, $3, $4)";
    OF_EXPERT = "select id, application, expert, overall, lang, version, at, closed from assessment where expert = $1 order by at";
    SCORES_OF_EXPERT = "select s.assessment, s.criterion, s.value, s.reason from score s join assessment a on a.id = s.assessment where a.expert = $1";
    OF_SIDE = "select a.id, a.application, a.expert, a.overall, a.lang, a.version, a.at, a.closed
               from assessment a join expert e on e.id = a.expert join application p on p.id = a.application where p.call = $1 and e.party = $2 order by a.application, e.name, a.id";
    SCORES_OF_SIDE = "select s.assessment, s.criterion, s.value, s.reason from score s join assessment a on a.id = s.assessment join expert e on e.id = a.expert
                      join application p on p.id = a.application where p.call = $1 and e.party = $2";
    OF_APPLICATION = "select a.id, a.application, a.expert, a.overall, a.lang, a.version, a.at, a.closed
                      from assessment a join expert e on e.id = a.expert where a.application = $1 and e.party = $2 order by e.name, a.id";
    SCORES_OF_APPLICATION = "select s.assessment, s.criterion, s.value, s.reason from score s join assessment a on a.id = s.assessment join expert e on e.id = a.expert
                             where a.application = $1 and e.party = $2";
    SAVE_SUMMARY = "insert into panel_summary (application, party, body, lang, by, at) values ($1, $2, $3, $4, $5, $6)
                    on conflict (application, party) do update set body = excluded.body, lang = excluded.lang, by = excluded.by, at = excluded.at";
    SUMMARIES = "select s.application, s.party, s.body, s.lang, s.by, s.at from panel_summary s join application p on p.id = s.application where p.call = $1 and s.party = $2";
    ADD_CLOSING = "insert into assessment_closing (call, party, by, at) values ($1, $2, $3, $4)";
    CLOSINGS = "select party, by, at from assessment_closing where call = $1 order by party";
}

/// Inserts or updates; what is closed stays as it is.
pub async fn save(tx: &mut Tx, _permit: &Permit, a: &Assessment) -> Result<()> {
    let (overall, lang) = (&a.draft.overall, a.draft.lang.code());
    if a.version == 1 {
        let args = [
            a.id.as_str().into(),
            a.application.as_str().into(),
            a.expert.as_str().into(),
            overall.into(),
            lang.into(),
            a.version.into(),
            a.at.into(),
            a.closed.into(),
        ];
        tx.run(INSERT, &args).await?;
    } else {
        let touched =
            tx.run(UPDATE, &[a.id.as_str().into(), overall.into(), lang.into(), a.version.into(), a.at.into(), a.closed.into()]).await?;
        anyhow::ensure!(touched == 1, "assessment {} is closed", a.id);
        tx.run(CLEAR_SCORES, &[a.id.as_str().into()]).await?;
    }
    for m in &a.draft.marks {
        tx.run(ADD_SCORE, &[a.id.as_str().into(), m.criterion.as_str().into(), m.value.into(), (&m.reason).into()]).await?;
    }
    Ok(())
}

/// An expert's own. No permit: `decide` asks for it, and the caller shows only what it allows.
pub async fn of_expert(tx: &mut Tx, expert: &ExpertId) -> Result<Vec<Assessment>> {
    let rows = tx.all(OF_EXPERT, &[expert.as_str().into()]).await?;
    let scores = tx.all(SCORES_OF_EXPERT, &[expert.as_str().into()]).await?;
    with_scores(rows, scores)
}

/// All of one side in a call.
pub async fn of_side(tx: &mut Tx, _permit: &Permit, call: &CallId, party: &PartyCode) -> Result<Vec<Assessment>> {
    let args = [call.as_str().into(), party.into()];
    let rows = tx.all(OF_SIDE, &args).await?;
    let scores = tx.all(SCORES_OF_SIDE, &args).await?;
    with_scores(rows, scores)
}

/// All of one side on one application.
pub async fn of_application(tx: &mut Tx, _permit: &Permit, application: &ApplicationId, party: &PartyCode) -> Result<Vec<Assessment>> {
    let args = [application.as_str().into(), party.into()];
    let rows = tx.all(OF_APPLICATION, &args).await?;
    let scores = tx.all(SCORES_OF_APPLICATION, &args).await?;
    with_scores(rows, scores)
}

pub async fn save_summary(tx: &mut Tx, _permit: &Permit, s: &Summary) -> Result<()> {
    tx.run(
        SAVE_SUMMARY,
        &[s.application.as_str().into(), (&s.party).into(), (&s.body).into(), s.lang.code().into(), (&s.by).into(), s.at.into()],
    )
    .await?;
    Ok(())
}

pub async fn summaries(tx: &mut Tx, _permit: &Permit, call: &CallId, party: &PartyCode) -> Result<Vec<Summary>> {
    let rows = tx.all(SUMMARIES, &[call.as_str().into(), party.into()]).await?;
    rows.iter()
        .map(|r| {
            Ok(Summary {
                application: r.parse("application", ApplicationId::parse)?,
                party: r.parse("party", PartyCode::parse)?,
                body: r.text("body")?,
                lang: r.parse("lang", Lang::parse)?,
                by: r.text("by")?,
                at: r.at("at")?,
            })
        })
        .collect()
}

pub async fn add_closing(tx: &mut Tx, _permit: &Permit, call: &CallId, c: &Closing) -> Result<()> {
    tx.run(ADD_CLOSING, &[call.as_str().into(), (&c.party).into(), (&c.by).into(), c.at.into()]).await?;
    Ok(())
}

/// Which sides have closed; that much is no secret.
pub async fn closings(tx: &mut Tx, call: &CallId) -> Result<Vec<Closing>> {
    let rows = tx.all(CLOSINGS, &[call.as_str().into()]).await?;
    rows.iter()
        .map(|r| Ok(Closing { party: r.parse("party", PartyCode::parse)?, by: r.text("by")?, at: Instant::from_micros(r.int("at")?) }))
        .collect()
}

fn with_scores(rows: Vec<Row>, scores: Vec<Row>) -> Result<Vec<Assessment>> {
    let mut marks: HashMap<String, Vec<Mark>> = HashMap::new();
    for r in &scores {
        let mark = Mark { criterion: r.parse("criterion", CriterionId::parse)?, value: r.opt_int("value")?, reason: r.text("reason")? };
        marks.entry(r.text("assessment")?).or_default().push(mark);
    }
    rows.iter()
        .map(|r| {
            let id = r.text("id")?;
            Ok(Assessment {
                draft: Draft {
                    marks: marks.remove(&id).unwrap_or_default(),
                    overall: r.text("overall")?,
                    lang: r.parse("lang", Lang::parse)?,
                },
                id: r.parse("id", AssessmentId::parse)?,
                application: r.parse("application", ApplicationId::parse)?,
                expert: r.parse("expert", ExpertId::parse)?,
                version: r.int("version")?,
                at: r.at("at")?,
                closed: r.opt_at("closed")?,
            })
        })
        .collect()
}
