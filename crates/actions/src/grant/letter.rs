//! Decision letters: one of each party to the applicants of every application, with reasons and appeal guidance, in the language of the
//! application (forvaltningsloven s. 22 and 25). Each letter is one transaction: document, journal line, mail.

mod dispatch;
mod wording;

use super::fate::{Ended, Ending};
use crate::{Desk, Error, Result, Viewer, application};
use anyhow::anyhow;
use dispatch::Job;
use domain::{
    Action, PartyCode, Permit, Refusal, Text3,
    call::Call,
    decide,
    grant::{Fate, Verdict, verdict},
    ids::{ApplicationId, BodyId, LetterId},
    programme::{Body, BodyKind},
    refusal::Value,
    time::Day,
};
use papers::letter;
use store::{
    Tx,
    document::Document,
    grant::{letter as rows, letter_problem as problems},
};

/// What the office adds to all letters of one dispatch.
#[derive(Clone, Debug)]
pub struct LetterOrder {
    /// Decided on what the agreed result does not fund.
    pub body: BodyId,
    pub day: Day,
    /// Whom to ask.
    pub contact: String,
    /// How to appeal; a language that is missing is stood in for by another.
    pub appeal: Text3,
}

/// One application and the party's letter on it.
pub struct LetterLine {
    pub application: ApplicationId,
    pub number: String,
    pub title: String,
    pub lang: domain::Lang,
    pub fate: Fate,
    /// None for a withdrawn application; the refusal says what a letter waits for.
    pub verdict: std::result::Result<Option<Verdict>, Refusal>,
    /// The last letter that was sent.
    pub sent: Option<rows::Letter>,
    /// Why the last try failed.
    pub problem: Option<problems::LetterProblem>,
}

impl LetterLine {
    /// A letter may go out now.
    pub fn ready(&self) -> bool {
        let Ok(Some(verdict)) = &self.verdict else { return false };
        self.sent.as_ref().is_none_or(|l| l.outcome != verdict.code())
    }
}

/// A party's letters of a call.
pub struct LetterDesk {
    pub call: Call,
    pub bodies: Vec<Body>,
    pub lines: Vec<LetterLine>,
}

/// What a dispatch did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dispatch {
    pub sent: u32,
    /// Number of the application and why its letter can't be set, e.g. a character without a glyph.
    pub failed: Vec<(String, String)>,
}

/// Every application with what the party's letter says, or what it waits for.
pub async fn letters(desk: &Desk, viewer: &Viewer, slug: &str, party: &PartyCode) -> Result<LetterDesk> {
    let mut tx = desk.db.read().await?;
    let (permit, ending) = ending(desk, viewer, &mut tx, slug, party).await?;
    let lines = lines(&mut tx, &permit, &ending, party).await?;
    let mut bodies = store::programme::bodies(&mut tx).await?;
    bodies.retain(|b| &b.party == party && b.kind == BodyKind::Granting);
    Ok(LetterDesk { call: ending.call, bodies, lines })
}

/// Sends every letter that is ready. What is sent stays sent; a dispatch that stopped goes on with the rest when it is asked for again.
pub async fn send_letters(desk: &Desk, viewer: &Viewer, slug: &str, party: &PartyCode, order: &LetterOrder) -> Result<Dispatch> {
    let mut tx = desk.db.read().await?;
    let (permit, ending) = ending(desk, viewer, &mut tx, slug, party).await?;
    let body = check(&mut tx, &ending, party, order, desk).await?;
    let ready: Vec<ApplicationId> =
        lines(&mut tx, &permit, &ending, party).await?.into_iter().filter(LetterLine::ready).map(|l| l.application).collect();
    drop(tx);
    let mut done = Dispatch::default();
    let job = Job { desk, viewer, party, order, body: &body, ending: &ending };
    for id in ready {
        let Some(ended) = ending.all.iter().find(|e| e.app.id == id) else { continue };
        job.try_one(ended, &mut done).await?;
    }
    Ok(done)
}

/// Tries again what could not be set, each letter as it was ordered.
pub async fn retry_letters(desk: &Desk, viewer: &Viewer, slug: &str, party: &PartyCode) -> Result<Dispatch> {
    let mut tx = desk.db.read().await?;
    let (permit, ending) = ending(desk, viewer, &mut tx, slug, party).await?;
    let failed = lines(&mut tx, &permit, &ending, party).await?.into_iter().filter(LetterLine::ready).filter_map(|l| l.problem);
    let mut orders = Vec::new();
    for problem in failed {
        let order = LetterOrder { body: problem.body, day: problem.day, contact: problem.contact, appeal: problem.appeal };
        let body = check(&mut tx, &ending, party, &order, desk).await?;
        orders.push((problem.application, order, body));
    }
    drop(tx);
    let mut done = Dispatch::default();
    for (id, order, body) in &orders {
        let Some(ended) = ending.all.iter().find(|e| &e.app.id == id) else { continue };
        Job { desk, viewer, party, order, body, ending: &ending }.try_one(ended, &mut done).await?;
    }
    Ok(done)
}

/// Whether a dispatch may start: asked before it is sent off on its own.
pub async fn check_order(desk: &Desk, viewer: &Viewer, slug: &str, party: &PartyCode, order: &LetterOrder) -> Result<()> {
    let mut tx = desk.db.read().await?;
    let (_, ending) = ending(desk, viewer, &mut tx, slug, party).await?;
    check(&mut tx, &ending, party, order, desk).await.map(drop)
}

/// A letter as it was sent.
pub async fn letter_document(desk: &Desk, viewer: &Viewer, id: &ApplicationId, letter: &LetterId) -> Result<Document> {
    let mut tx = desk.db.read().await?;
    let loaded = application::load(&mut tx, viewer, id).await?;
    let permit = decide(&viewer.actor(), Action::ReadApplication, &loaded.subject())?;
    let found = rows::of_application(&mut tx, &permit, id).await?.into_iter().find(|l| &l.id == letter).ok_or(Error::NotFound)?;
    store::document::find(&mut tx, &permit, &found.document).await?.ok_or(Error::NotFound)
}

/// What a letter would say, as an HTML fragment, for the office to read before it sends.
pub async fn preview(
    desk: &Desk,
    viewer: &Viewer,
    slug: &str,
    party: &PartyCode,
    id: &ApplicationId,
    order: LetterOrder,
) -> Result<String> {
    let mut tx = desk.db.read().await?;
    let (_, ending) = ending(desk, viewer, &mut tx, slug, party).await?;
    let body = check(&mut tx, &ending, party, &order, desk).await?;
    let ended = ending.all.iter().find(|e| &e.app.id == id).ok_or(Error::NotFound)?;
    let said = verdict(&ended.fate, ending.project(id).map(|p| &p.grant), party)?.ok_or(Error::NotFound)?;
    let job = Job { desk, viewer, party, order: &order, body: &body, ending: &ending };
    let today = ending.party(party)?.zone.wall(desk.now()).day;
    let letter = job.letter(ended, &said, &format!("{party} {slug}"), today)?;
    let document = letter::document(&letter).map_err(|e| anyhow!("{e}"))?;
    Ok(papers::html::render(&document))
}

async fn ending(desk: &Desk, viewer: &Viewer, tx: &mut Tx, slug: &str, party: &PartyCode) -> Result<(Permit, Ending)> {
    let call = store::call::find_by_slug(tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::Correspond, &call.side(party))?;
    let ending = Ending::load(tx, &permit, call, desk.now()).await?;
    Ok((permit, ending.ok_or_else(|| Refusal::new("grant-letters-undecided", vec![]))?))
}

async fn lines(tx: &mut Tx, permit: &Permit, ending: &Ending, party: &PartyCode) -> Result<Vec<LetterLine>> {
    let sent = rows::of_call(tx, permit, &ending.call.id).await?;
    let failed = problems::of_call(tx, permit, &ending.call.id, party).await?;
    let line = |e: &Ended| LetterLine {
        application: e.app.id.clone(),
        number: e.app.number.clone().unwrap_or_default(),
        title: e.app.project.title.clone(),
        lang: e.app.project.lang,
        fate: e.fate.clone(),
        verdict: verdict(&e.fate, ending.project(&e.app.id).map(|p| &p.grant), party),
        sent: sent.iter().rfind(|l| l.application == e.app.id && &l.party == party).cloned(),
        problem: failed.iter().find(|p| p.application == e.app.id).cloned(),
    };
    Ok(ending.all.iter().map(line).collect())
}

/// A decision must say who decided, when, whom to ask and how to appeal.
async fn check(tx: &mut Tx, ending: &Ending, party: &PartyCode, order: &LetterOrder, desk: &Desk) -> Result<Body> {
    let bodies = store::programme::bodies(tx).await?;
    let body = bodies.into_iter().find(|b| b.id == order.body).ok_or(Error::NotFound)?;
    let label = ("body", Value::Label(body.name.clone()));
    let today = ending.party(party)?.zone.wall(desk.now()).day;
    let refuse = |key, args| Err(Error::Refused(Refusal::new(key, args)));
    if &body.party != party {
        return refuse("grant-body-of-other", vec![label, ("party", Value::Party(party.clone()))]);
    }
    if body.kind != BodyKind::Granting {
        return refuse("grant-body-not-granting", vec![label]);
    }
    if !body.sits_on(order.day) {
        return refuse("grant-body-not-sitting", vec![label, ("day", Value::Day(order.day))]);
    }
    if order.day > today {
        return refuse("grant-day-in-future", vec![("day", Value::Day(order.day)), ("today", Value::Day(today))]);
    }
    if order.contact.trim().is_empty() {
        return refuse("grant-letters-contact", vec![]);
    }
    if order.appeal.missing().len() == 3 {
        return refuse("grant-letters-appeal", vec![]);
    }
    Ok(body)
}
