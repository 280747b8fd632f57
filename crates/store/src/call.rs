//! Calls with their windows, pots, criteria and questions; consents, extensions and archived announcements.

use crate::{Row, Tx, Value, row::text3s_json, sql::sql};
use anyhow::{Context, Result, anyhow};
use domain::{
    Currency, Instant, Money, PartyCode, Permit, Text3,
    call::{Call, ConfirmationRule, Criterion, Phase, Pot, Presented, Question, QuestionKind, Window},
    ids::{BodyId, CallId, CriterionId, ProgrammeId, QuestionId},
};

sql! {
    BY_ID = "select c.*, p.party_a, p.party_b from call c join programme p on p.id = c.programme where c.id = $1";
    BY_SLUG = "select c.*, p.party_a, p.party_b from call c join programme p on p.id = c.programme where c.slug = $1";
    LIST = "select c.id, c.slug, c.title, c.summary, c.theme, c.opens, c.closes, c.published, c.made_up, p.slug as programme_slug, p.title as programme_title, p.party_a, p.party_b,
                   (select max(w.completes) from call_window w where w.call = c.id) as completes
            from call c join programme p on p.id = c.programme order by c.opens desc, c.slug";
    WINDOWS = "select party, completes from call_window where call = $1 order by party";
    POTS = "select party, year, minor, currency from pot where call = $1 order by party, year";
    CRITERIA = "select id, no, label, help, weight, anchors from criterion where call = $1 order by no";
    QUESTIONS = "select id, no, kind, label, help, required, options, max_length from question where call = $1 order by no";
    INSERT = "insert into call (id, slug, programme, title, summary, theme, opens, closes, confirmation_rule, max_months, published, presented_to, presented_on, version, made_up, at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null, $11, $12, 1, $13, $14)";
    UPDATE = "update call set title = $2, summary = $3, theme = $4, opens = $5, closes = $6, confirmation_rule = $7, max_months = $8, published = $9, presented_to = $10, presented_on = $11, version = version + 1
              where id = $1 and version = $12";
    CLEAR_WINDOWS = "delete from call_window where call = $1";
    ADD_WINDOW = "insert into call_window (call, party, completes) values ($1, $2, $3)";
    CLEAR_POTS = "delete from pot where call = $1";
    ADD_POT = "insert into pot (call, party, year, minor, currency) values ($1, $2, $3, $4, $5)";
    CLEAR_CRITERIA = "delete from criterion where call = $1";
    ADD_CRITERION = "insert into criterion (id, call, no, label, help, weight, anchors) values ($1, $2, $3, $4, $5, $6, $7)";
    CLEAR_QUESTIONS = "delete from question where call = $1";
    ADD_QUESTION = "insert into question (id, call, no, kind, label, help, required, options, max_length) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    CONSENTS = "select party, version, at from call_consent where call = $1 order by party";
    CONSENT = "insert into call_consent (call, party, version, by, at) values ($1, $2, $3, $4, $5)
               on conflict (call, party) do update set version = excluded.version, by = excluded.by, at = excluded.at";
    ADD_EXTENSION = "insert into extension (id, call, at, closed, closes, reason, by) values ($1, $2, $3, $4, $5, $6, $7)";
    EXTENSIONS = "select at, closed, closes, reason from extension where call = $1 order by at";
    ARCHIVE = "insert into announcement (id, call, at, body, sha256, cause) values ($1, $2, $3, $4, $5, $6)";
    ANNOUNCEMENTS = "select id, at, body, sha256, cause from announcement where call = $1 order by at";
}

/// A call in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: CallId,
    pub slug: String,
    pub title: Text3,
    pub summary: Text3,
    pub theme: i64,
    pub programme_slug: String,
    pub programme_title: Text3,
    pub parties: [PartyCode; 2],
    pub opens: Instant,
    pub closes: Instant,
    /// The last completion instant of any side.
    pub ends: Instant,
    pub published: Option<Instant>,
    pub made_up: bool,
}

impl Line {
    /// As `Call::phase`.
    pub fn phase(&self, now: Instant) -> Phase {
        Window { opens: self.opens, closes: self.closes, completes: vec![(self.parties[0].clone(), self.ends)] }.phase(self.published, now)
    }
}

/// That one office agrees to a version of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    pub party: PartyCode,
    pub version: i64,
    pub at: Instant,
}

/// A closing that was put off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    pub at: Instant,
    pub closed: Instant,
    pub closes: Instant,
    pub reason: String,
}

/// The text as it was announced, and its SHA-256 (hex) by which anyone can check a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    pub id: String,
    pub at: Instant,
    pub body: String,
    pub sha256: String,
    /// `publication` or `extension`.
    pub cause: String,
}

/// With pots, criteria and questions. Whether a draft may be shown is the caller's to decide.
pub async fn get(tx: &mut Tx, id: &CallId) -> Result<Call> {
    find(tx, id).await?.ok_or_else(|| anyhow!("no call {id}"))
}

pub async fn find(tx: &mut Tx, id: &CallId) -> Result<Option<Call>> {
    let row = tx.first(BY_ID, &[id.as_str().into()]).await?;
    whole(tx, row).await
}

pub async fn find_by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Call>> {
    let row = tx.first(BY_SLUG, &[slug.into()]).await?;
    whole(tx, row).await
}

/// All calls, drafts too, the latest opening first.
pub async fn list(tx: &mut Tx) -> Result<Vec<Line>> {
    tx.all(LIST, &[]).await?.iter().map(line).collect()
}

pub async fn insert(tx: &mut Tx, _permit: &Permit, c: &Call, at: Instant) -> Result<()> {
    let args = [
        c.id.as_str().into(),
        (&c.slug).into(),
        c.programme.as_str().into(),
        (&c.title).into(),
        (&c.summary).into(),
        c.theme.into(),
        c.window.opens.into(),
        c.window.closes.into(),
        c.confirmation.code().into(),
        c.max_months.into(),
        c.presented.as_ref().map(|p| p.body.as_str()).into(),
        c.presented.as_ref().map(|p| p.on.iso()).into(),
        c.made_up.into(),
        at.into(),
    ];
    tx.run(INSERT, &args).await?;
    insert_parts(tx, c).await
}

/// Writes the whole call if it is still at `c.version`, which then grows by one; answers whether it was. For drafts: criteria and questions are written anew.
pub async fn update(tx: &mut Tx, permit: &Permit, c: &Call) -> Result<bool> {
    if !update_itself(tx, permit, c).await? {
        return Ok(false);
    }
    for clear in [CLEAR_WINDOWS, CLEAR_POTS, CLEAR_CRITERIA, CLEAR_QUESTIONS] {
        tx.run(clear, &[c.id.as_str().into()]).await?;
    }
    insert_parts(tx, c).await?;
    Ok(true)
}

/// As `update`, but leaves pots, criteria and questions alone, because assessments and answers refer to them: publication and extension.
pub async fn update_window(tx: &mut Tx, permit: &Permit, c: &Call) -> Result<bool> {
    if !update_itself(tx, permit, c).await? {
        return Ok(false);
    }
    tx.run(CLEAR_WINDOWS, &[c.id.as_str().into()]).await?;
    insert_windows(tx, c).await?;
    Ok(true)
}

async fn update_itself(tx: &mut Tx, _permit: &Permit, c: &Call) -> Result<bool> {
    let args = [
        c.id.as_str().into(),
        (&c.title).into(),
        (&c.summary).into(),
        c.theme.into(),
        c.window.opens.into(),
        c.window.closes.into(),
        c.confirmation.code().into(),
        c.max_months.into(),
        c.published.into(),
        c.presented.as_ref().map(|p| p.body.as_str()).into(),
        c.presented.as_ref().map(|p| p.on.iso()).into(),
        c.version.into(),
    ];
    Ok(tx.run(UPDATE, &args).await? == 1)
}

async fn insert_windows(tx: &mut Tx, c: &Call) -> Result<()> {
    for (party, at) in &c.window.completes {
        tx.run(ADD_WINDOW, &[c.id.as_str().into(), party.into(), (*at).into()]).await?;
    }
    Ok(())
}

async fn insert_parts(tx: &mut Tx, c: &Call) -> Result<()> {
    insert_windows(tx, c).await?;
    for p in &c.pots {
        tx.run(ADD_POT, &[c.id.as_str().into(), (&p.party).into(), p.year.into(), p.amount.minor.into(), p.amount.currency.code().into()])
            .await?;
    }
    for k in &c.criteria {
        let args = [
            k.id.as_str().into(),
            c.id.as_str().into(),
            k.no.into(),
            (&k.label).into(),
            (&k.help).into(),
            k.weight.into(),
            text3s_json(&k.anchors).into(),
        ];
        tx.run(ADD_CRITERION, &args).await?;
    }
    for q in &c.questions {
        let args = [
            q.id.as_str().into(),
            c.id.as_str().into(),
            q.no.into(),
            q.kind.code().into(),
            (&q.label).into(),
            (&q.help).into(),
            q.required.into(),
            text3s_json(q.kind.options()).into(),
            q.max_length.into(),
        ];
        tx.run(ADD_QUESTION, &args).await?;
    }
    Ok(())
}

/// Which office agreed to which version.
pub async fn consents(tx: &mut Tx, id: &CallId) -> Result<Vec<Consent>> {
    let rows = tx.all(CONSENTS, &[id.as_str().into()]).await?;
    rows.iter().map(|r| Ok(Consent { party: r.parse("party", PartyCode::parse)?, version: r.int("version")?, at: r.at("at")? })).collect()
}

pub async fn add_consent(tx: &mut Tx, _permit: &Permit, id: &CallId, consent: &Consent, by: &str) -> Result<()> {
    let args: [Value; 5] = [id.as_str().into(), (&consent.party).into(), consent.version.into(), by.into(), consent.at.into()];
    tx.run(CONSENT, &args).await?;
    Ok(())
}

pub async fn add_extension(tx: &mut Tx, _permit: &Permit, row_id: &str, id: &CallId, e: &Extension, by: &str) -> Result<()> {
    let args: [Value; 7] =
        [row_id.into(), id.as_str().into(), e.at.into(), e.closed.into(), e.closes.into(), (&e.reason).into(), by.into()];
    tx.run(ADD_EXTENSION, &args).await?;
    Ok(())
}

pub async fn extensions(tx: &mut Tx, id: &CallId) -> Result<Vec<Extension>> {
    let rows = tx.all(EXTENSIONS, &[id.as_str().into()]).await?;
    rows.iter()
        .map(|r| Ok(Extension { at: r.at("at")?, closed: r.at("closed")?, closes: r.at("closes")?, reason: r.text("reason")? }))
        .collect()
}

pub async fn archive(tx: &mut Tx, _permit: &Permit, id: &CallId, a: &Announcement) -> Result<()> {
    let args: [Value; 6] = [(&a.id).into(), id.as_str().into(), a.at.into(), (&a.body).into(), (&a.sha256).into(), (&a.cause).into()];
    tx.run(ARCHIVE, &args).await?;
    Ok(())
}

/// Public: what was announced, oldest first.
pub async fn announcements(tx: &mut Tx, id: &CallId) -> Result<Vec<Announcement>> {
    let rows = tx.all(ANNOUNCEMENTS, &[id.as_str().into()]).await?;
    rows.iter()
        .map(|r| {
            Ok(Announcement {
                id: r.text("id")?,
                at: r.at("at")?,
                body: r.text("body")?,
                sha256: r.text("sha256")?,
                cause: r.text("cause")?,
            })
        })
        .collect()
}

async fn whole(tx: &mut Tx, row: Option<Row>) -> Result<Option<Call>> {
    let Some(r) = row else { return Ok(None) };
    let id = r.parse("id", CallId::parse)?;
    let key = [Value::from(id.as_str())];
    let completes = tx
        .all(WINDOWS, &key)
        .await?
        .iter()
        .map(|w| Ok((w.parse("party", PartyCode::parse)?, w.at("completes")?)))
        .collect::<Result<_>>()?;
    let pots = tx.all(POTS, &key).await?.iter().map(pot).collect::<Result<_>>()?;
    let criteria = tx.all(CRITERIA, &key).await?.iter().map(criterion).collect::<Result<_>>()?;
    let questions = tx.all(QUESTIONS, &key).await?.iter().map(question).collect::<Result<_>>()?;
    let presented = match r.opt_parse("presented_to", BodyId::parse)? {
        Some(body) => Some(Presented { body, on: r.day("presented_on")? }),
        None => None,
    };
    Ok(Some(Call {
        id,
        slug: r.text("slug")?,
        programme: r.parse("programme", ProgrammeId::parse)?,
        parties: parties(&r)?,
        title: r.text3("title")?,
        summary: r.text3("summary")?,
        theme: r.int("theme")?,
        window: Window { opens: r.at("opens")?, closes: r.at("closes")?, completes },
        confirmation: r.parse("confirmation_rule", ConfirmationRule::parse)?,
        max_months: r.int("max_months")?,
        pots,
        criteria,
        questions,
        presented,
        published: r.opt_at("published")?,
        version: r.int("version")?,
        made_up: r.flag("made_up")?,
    }))
}

fn parties(r: &Row) -> Result<[PartyCode; 2]> {
    Ok([r.parse("party_a", PartyCode::parse)?, r.parse("party_b", PartyCode::parse)?])
}

fn line(r: &Row) -> Result<Line> {
    let closes = r.at("closes")?;
    Ok(Line {
        id: r.parse("id", CallId::parse)?,
        slug: r.text("slug")?,
        title: r.text3("title")?,
        summary: r.text3("summary")?,
        theme: r.int("theme")?,
        programme_slug: r.text("programme_slug")?,
        programme_title: r.text3("programme_title")?,
        parties: parties(r)?,
        opens: r.at("opens")?,
        closes,
        ends: r.opt_at("completes")?.map_or(closes, |at| at.max(closes)),
        published: r.opt_at("published")?,
        made_up: r.flag("made_up")?,
    })
}

fn pot(r: &Row) -> Result<Pot> {
    let amount = Money::new(r.int("minor")?, r.parse("currency", Currency::parse)?);
    Ok(Pot { party: r.parse("party", PartyCode::parse)?, year: r.int("year")?, amount })
}

fn criterion(r: &Row) -> Result<Criterion> {
    Ok(Criterion {
        id: r.parse("id", CriterionId::parse)?,
        no: r.int("no")?,
        label: r.text3("label")?,
        help: r.text3("help")?,
        weight: r.int("weight")?,
        anchors: r.text3s("anchors")?,
    })
}

fn question(r: &Row) -> Result<Question> {
    let kind = QuestionKind::of(&r.text("kind")?, r.text3s("options")?).context("kind of a question")?;
    Ok(Question {
        id: r.parse("id", QuestionId::parse)?,
        no: r.int("no")?,
        kind,
        label: r.text3("label")?,
        help: r.text3("help")?,
        required: r.flag("required")?,
        max_length: r.int("max_length")?,
    })
}
