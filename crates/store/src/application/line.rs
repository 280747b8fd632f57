//! The desks' list: one narrow row an application, kept beside it.

use crate::{Row, Tx, sql::sql};
use anyhow::Result;
use domain::{
    Instant, Lang, Permit,
    application::{Confirming, State},
    ids::{ApplicationId, CallId},
};

sql! {
    LIST = "select l.application, a.number, a.state, a.title, a.lang, a.acronym, l.late, l.submitted, l.lead, l.lead_lang, l.waits,
              l.first_parts, l.first_open, l.first_asked, l.second_parts, l.second_open, l.second_asked, l.questions, l.notes
            from application_line l join application a on a.id = l.application where l.call = $1";
    PUT = "insert into application_line (application, call, late, submitted, lead, lead_lang, waits, first_parts, first_open, first_asked, second_parts, second_open, second_asked, questions, notes)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
           on conflict (application) do update set late = excluded.late, submitted = excluded.submitted, lead = excluded.lead, lead_lang = excluded.lead_lang, waits = excluded.waits,
             first_parts = excluded.first_parts, first_open = excluded.first_open, first_asked = excluded.first_asked,
             second_parts = excluded.second_parts, second_open = excluded.second_open, second_asked = excluded.second_asked,
             questions = excluded.questions, notes = excluded.notes";
    MISSING = "select a.id from application a where a.number is not null and not exists (select 1 from application_line l where l.application = a.id) order by a.id";
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub application: ApplicationId,
    pub number: String,
    pub state: State,
    pub title: String,
    pub lang: Lang,
    pub acronym: String,
    pub late: bool,
    /// The newest submission.
    pub submitted: Instant,
    pub lead: String,
    pub lead_lang: String,
    /// Who has yet to confirm.
    pub waits: Vec<String>,
    /// In the order of the call's parties.
    pub sides: [Confirming; 2],
    /// Minor units of each side's currency; none where nobody of the side stated money.
    pub asked: [Option<i64>; 2],
    /// Findings that ask for a person.
    pub questions: i64,
    /// The others, without those about organisations that stand in several applications: these change with the others.
    pub notes: i64,
}

/// Everything submitted under a call, withdrawn or not, in no order.
pub async fn list(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Vec<Line>> {
    tx.all(LIST, &[call.as_str().into()]).await?.iter().map(line).collect()
}

/// Number, state and texts are the application's own and not written here.
pub async fn put(tx: &mut Tx, _permit: &Permit, call: &CallId, l: &Line) -> Result<()> {
    let args = [
        l.application.as_str().into(),
        call.as_str().into(),
        l.late.into(),
        l.submitted.into(),
        (&l.lead).into(),
        (&l.lead_lang).into(),
        l.waits.join("\n").into(),
        l.sides[0].parts.into(),
        l.sides[0].open.into(),
        l.asked[0].into(),
        l.sides[1].parts.into(),
        l.sides[1].open.into(),
        l.asked[1].into(),
        l.questions.into(),
        l.notes.into(),
    ];
    tx.run(PUT, &args).await?;
    Ok(())
}

/// Applications with a number and without a line: of a database that is older than the lines.
pub async fn missing(tx: &mut Tx, _permit: &Permit) -> Result<Vec<ApplicationId>> {
    tx.all(MISSING, &[]).await?.iter().map(|r| r.parse("id", ApplicationId::parse)).collect()
}

fn line(r: &Row) -> Result<Line> {
    Ok(Line {
        application: r.parse("application", ApplicationId::parse)?,
        number: r.text("number")?,
        state: r.parse("state", State::parse)?,
        title: r.text("title")?,
        lang: r.parse("lang", Lang::parse)?,
        acronym: r.text("acronym")?,
        late: r.flag("late")?,
        submitted: r.at("submitted")?,
        lead: r.text("lead")?,
        lead_lang: r.text("lead_lang")?,
        waits: r.text("waits")?.lines().map(str::to_string).collect(),
        sides: [
            Confirming { parts: r.int("first_parts")?, open: r.int("first_open")? },
            Confirming { parts: r.int("second_parts")?, open: r.int("second_open")? },
        ],
        asked: [r.opt_int("first_asked")?, r.opt_int("second_asked")?],
        questions: r.int("questions")?,
        notes: r.int("notes")?,
    })
}
