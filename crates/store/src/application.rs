//! Applications as whole dossiers: read in a fixed number of statements however many there are, saved by what changed.

pub mod late;
pub mod line;
pub mod part;
pub mod revision;
pub mod section;
pub mod submission;

use crate::{Row, Tx, Value, sql::sql};
use anyhow::{Context, Result};
use domain::{
    Lang, Permit,
    application::{Answer, Application, Attachment, Project, State, Submission},
    ids::{AccountId, ApplicationId, AttachmentId, CallId, DocumentId, QuestionId, SubmissionId},
};
use std::collections::{HashMap, HashSet};

/// Which applications: the condition that every statement of a reading shares.
macro_rules! scope {
    (one) => {
        "a.id = $1"
    };
    (call) => {
        "a.call = $1 and a.state = 'submitted'"
    };
    (desk) => {
        "a.call = $1 and a.state in ('submitted', 'withdrawn')"
    };
    (mine) => {
        "a.id in (select application from editor where account = $1 union select application from participant where email = $2)"
    };
}
pub(crate) use scope;

macro_rules! heads {
    ($scope:ident) => {
        concat!(
            "select a.id, a.call, a.number, a.state, a.title, a.lang, a.acronym, a.summary, a.theme, a.start_month, a.months, a.equal_benefit, a.version, a.created_by, a.source, a.at,
             s.id as submission, s.number as receipt, s.at as submitted, s.sha256, s.late
             from application a left join submission s on s.application = a.id and s.at = (select max(x.at) from submission x where x.application = a.id)
             where ", scope!($scope), " order by coalesce(a.number, '~'), a.id")
    };
}

sql! {
    ONE = heads!(one);
    CALL = heads!(call);
    DESK = heads!(desk);
    MINE = heads!(mine);
    ANSWERS = "select question, lang, body from answer where application = $1";
    ATTACHMENTS = "select t.id, t.question, t.document, t.at, d.name, d.media_type, d.sha256, d.size from attachment t join document d on d.id = t.document where t.application = $1 order by t.at, t.id";
    BY_FORM_KEY = "select id from application where form_key = $1";
    INSERT = "insert into application (id, call, number, state, title, lang, acronym, summary, theme, start_month, months, equal_benefit, search, version, created_by, form_key, source, at)
              values ($1, $2, null, 'draft', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    UPDATE = "update application set title = $2, lang = $3, acronym = $4, summary = $5, theme = $6, start_month = $7, months = $8, equal_benefit = $9, search = $10, version = $11, state = $12, number = $13 where id = $1";
    ADD_EDITOR = "insert into editor (application, account) values ($1, $2) on conflict (application, account) do nothing";
    IS_EDITOR = "select account from editor where application = $1 and account = $2";
    EDITED = "select application from editor where account = $1";
    EDITORS = "select e.account, c.name, c.email from editor e join account c on c.id = e.account where e.application = $1 order by c.name";
    PUT_ANSWER = "insert into answer (application, question, lang, body) values ($1, $2, $3, $4) on conflict (application, question) do update set lang = excluded.lang, body = excluded.body";
    DROP_ANSWER = "delete from answer where application = $1 and question = $2";
    ADD_ATTACHMENT = "insert into attachment (id, application, question, document, at) values ($1, $2, $3, $4, $5)";
    DROP_ATTACHMENT = "delete from attachment where id = $1";
    NUMBERED = "select cast(count(*) as bigint) as n from application where number like $1";
    SEARCH = "select id, search from application where call = $1 and state in ('submitted', 'withdrawn')";
}

/// Every statement of applications.
pub fn statements() -> &'static [(&'static str, &'static str)] {
    static EVERY: std::sync::LazyLock<Vec<(&'static str, &'static str)>> =
        std::sync::LazyLock::new(|| [ALL, late::ALL, line::ALL, part::ALL, revision::ALL, section::ALL, submission::ALL].concat());
    &EVERY
}

/// One application with everything; `None` where there is none.
pub async fn find(tx: &mut Tx, id: &ApplicationId) -> Result<Option<Application>> {
    let args: [Value; 1] = [id.as_str().into()];
    let mut all = heads(tx, ONE, &args).await?;
    part::fill(tx, &part::ONE, &args, &mut all).await?;
    let Some(mut app) = all.pop() else { return Ok(None) };
    app.answers = tx.all(ANSWERS, &args).await?.iter().map(answer).collect::<Result<_>>()?;
    app.attachments = tx.all(ATTACHMENTS, &args).await?.iter().map(attachment).collect::<Result<_>>()?;
    Ok(Some(app))
}

/// The submitted applications of a call by number, with participants and money, without answers and attachments: five statements.
pub async fn list(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Vec<Application>> {
    let args: [Value; 1] = [call.as_str().into()];
    let mut all = heads(tx, CALL, &args).await?;
    part::fill(tx, &part::CALL, &args, &mut all).await?;
    Ok(all)
}

/// As `list`, with what was withdrawn.
pub async fn list_desk(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<Vec<Application>> {
    let args: [Value; 1] = [call.as_str().into()];
    let mut all = heads(tx, DESK, &args).await?;
    part::fill(tx, &part::DESK, &args, &mut all).await?;
    Ok(all)
}

/// Where a person is editor, or is the contact of a participant by its e-mail address (lower case).
pub async fn list_mine(tx: &mut Tx, account: &AccountId, email: &str) -> Result<Vec<Application>> {
    let args: [Value; 2] = [account.as_str().into(), email.into()];
    let mut all = heads(tx, MINE, &args).await?;
    part::fill(tx, &part::MINE, &args, &mut all).await?;
    Ok(all)
}

/// Folded search texts of a call's applications, by id.
pub async fn search_texts(tx: &mut Tx, _permit: &Permit, call: &CallId) -> Result<HashMap<ApplicationId, String>> {
    tx.all(SEARCH, &[call.as_str().into()]).await?.iter().map(|r| Ok((r.parse("id", ApplicationId::parse)?, r.text("search")?))).collect()
}

/// The application that a form with this key has started already.
pub async fn find_by_form_key(tx: &mut Tx, key: &str) -> Result<Option<ApplicationId>> {
    tx.first(BY_FORM_KEY, &[key.into()]).await?.map(|r| r.parse("id", ApplicationId::parse)).transpose()
}

/// A new draft with its participants, answers and first editor. `search`: folded text.
pub async fn insert(tx: &mut Tx, permit: &Permit, a: &Application, form_key: &str, search: &str) -> Result<()> {
    let p = &a.project;
    let args = [
        a.id.as_str().into(),
        a.call.as_str().into(),
        (&p.title).into(),
        p.lang.code().into(),
        (&p.acronym).into(),
        (&p.summary).into(),
        p.theme.into(),
        (&p.start_month).into(),
        p.months.into(),
        p.equal_benefit.into(),
        search.into(),
        a.version.into(),
        a.created_by.as_ref().map(AccountId::as_str).into(),
        form_key.into(),
        (&a.source).into(),
        a.at.into(),
    ];
    tx.run(INSERT, &args).await?;
    if let Some(account) = &a.created_by {
        add_editor(tx, permit, &a.id, account).await?;
    }
    let empty = Application { participants: Vec::new(), answers: Vec::new(), attachments: Vec::new(), ..a.clone() };
    save(tx, permit, &empty, a, search).await
}

/// Writes what differs between two states of one application. Confirmations and submissions have their own writes.
pub async fn save(tx: &mut Tx, permit: &Permit, before: &Application, after: &Application, search: &str) -> Result<()> {
    let p = &after.project;
    let id = after.id.as_str();
    let args = [
        id.into(),
        (&p.title).into(),
        p.lang.code().into(),
        (&p.acronym).into(),
        (&p.summary).into(),
        p.theme.into(),
        (&p.start_month).into(),
        p.months.into(),
        p.equal_benefit.into(),
        search.into(),
        after.version.into(),
        after.state.code().into(),
        after.number.as_deref().into(),
    ];
    tx.run(UPDATE, &args).await?;
    part::save(tx, permit, before, after).await?;
    for gone in before.answers.iter().filter(|x| !after.answers.iter().any(|y| y.question == x.question)) {
        tx.run(DROP_ANSWER, &[id.into(), gone.question.as_str().into()]).await?;
    }
    for answer in after.answers.iter().filter(|x| !before.answers.contains(x)) {
        tx.run(PUT_ANSWER, &[id.into(), answer.question.as_str().into(), answer.lang.code().into(), (&answer.body).into()]).await?;
    }
    for gone in before.attachments.iter().filter(|x| !after.attachments.iter().any(|y| y.id == x.id)) {
        tx.run(DROP_ATTACHMENT, &[gone.id.as_str().into()]).await?;
    }
    for new in after.attachments.iter().filter(|x| !before.attachments.iter().any(|y| y.id == x.id)) {
        let args = [
            new.id.as_str().into(),
            id.into(),
            new.question.as_ref().map(QuestionId::as_str).into(),
            new.document.as_str().into(),
            new.at.into(),
        ];
        tx.run(ADD_ATTACHMENT, &args).await?;
    }
    Ok(())
}

pub async fn add_editor(tx: &mut Tx, _permit: &Permit, id: &ApplicationId, account: &AccountId) -> Result<()> {
    tx.run(ADD_EDITOR, &[id.as_str().into(), account.as_str().into()]).await?;
    Ok(())
}

pub async fn is_editor(tx: &mut Tx, id: &ApplicationId, account: &AccountId) -> Result<bool> {
    Ok(tx.first(IS_EDITOR, &[id.as_str().into(), account.as_str().into()]).await?.is_some())
}

/// The applications that somebody writes.
pub async fn edited(tx: &mut Tx, account: &AccountId) -> Result<HashSet<ApplicationId>> {
    tx.all(EDITED, &[account.as_str().into()]).await?.iter().map(|r| r.parse("application", ApplicationId::parse)).collect()
}

/// Name and e-mail address of those who write the application.
pub async fn editors(tx: &mut Tx, _permit: &Permit, id: &ApplicationId) -> Result<Vec<(String, String)>> {
    tx.all(EDITORS, &[id.as_str().into()]).await?.iter().map(|r| Ok((r.text("name")?, r.text("email")?))).collect()
}

/// How many applications carry a number that begins with `prefix` (letters, digits, hyphens).
pub async fn numbered(tx: &mut Tx, prefix: &str) -> Result<i64> {
    let row = tx.first(NUMBERED, &[format!("{prefix}%").into()]).await?;
    row.context("a count has a row")?.int("n")
}

async fn heads(tx: &mut Tx, sql: &'static str, args: &[Value]) -> Result<Vec<Application>> {
    tx.all(sql, args).await?.iter().map(head).collect()
}

fn head(r: &Row) -> Result<Application> {
    let submission = match r.opt_parse("submission", SubmissionId::parse)? {
        Some(id) => {
            Some(Submission { id, number: r.text("receipt")?, at: r.at("submitted")?, sha256: r.text("sha256")?, late: r.flag("late")? })
        }
        None => None,
    };
    Ok(Application {
        id: r.parse("id", ApplicationId::parse)?,
        call: r.parse("call", CallId::parse)?,
        number: r.opt_text("number")?,
        state: r.parse("state", State::parse)?,
        project: Project {
            title: r.text("title")?,
            lang: r.parse("lang", Lang::parse)?,
            acronym: r.text("acronym")?,
            summary: r.text("summary")?,
            theme: r.int("theme")?,
            start_month: r.text("start_month")?,
            months: r.int("months")?,
            equal_benefit: r.flag("equal_benefit")?,
        },
        participants: Vec::new(),
        answers: Vec::new(),
        attachments: Vec::new(),
        submission,
        version: r.int("version")?,
        created_by: r.opt_parse("created_by", AccountId::parse)?,
        source: r.text("source")?,
        at: r.at("at")?,
    })
}

fn answer(r: &Row) -> Result<Answer> {
    Ok(Answer { question: r.parse("question", QuestionId::parse)?, lang: r.parse("lang", Lang::parse)?, body: r.text("body")? })
}

fn attachment(r: &Row) -> Result<Attachment> {
    Ok(Attachment {
        id: r.parse("id", AttachmentId::parse)?,
        question: r.opt_parse("question", QuestionId::parse)?,
        document: r.parse("document", DocumentId::parse)?,
        name: r.text("name")?,
        media_type: r.text("media_type")?,
        sha256: r.text("sha256")?,
        size: r.int("size")?,
        at: r.at("at")?,
    })
}
