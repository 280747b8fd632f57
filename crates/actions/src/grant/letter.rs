//! Decision letters: one of each party to the applicants of every application, with reasons and appeal guidance, in the language of the
//! application (forvaltningsloven s. 22 and 25). Each letter is one transaction: document, journal line, mail.

use super::{
    fate::{Ended, Ending},
    one,
    paper::date,
};
use crate::{Desk, Error, Result, Viewer, application, journal, outbox, words::Words};
use anyhow::anyhow;
use domain::{
    Action, PartyCode, Permit, Refusal, Text3,
    call::Call,
    decide,
    grant::{Fate, Verdict, verdict},
    ids::{ApplicationId, BodyId, DocumentId, LetterId, ResultId},
    journal::Direction,
    priority::Standing,
    programme::{Body, BodyKind},
    refusal::Value,
    time::Day,
};
use dossier::Digest;
use i18n::Arg;
use papers::{
    document::Text,
    letter::{self, Letter, Outcome},
    pdf::{self, PdfError},
};
use serde_json::json;
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

struct Job<'a> {
    desk: &'a Desk,
    viewer: &'a Viewer,
    party: &'a PartyCode,
    order: &'a LetterOrder,
    body: &'a Body,
    ending: &'a Ending,
}

impl Job<'_> {
    /// One letter; what can't be set is noted for the office, and the others go on.
    async fn try_one(&self, e: &Ended, done: &mut Dispatch) -> Result<()> {
        match self.send(e).await? {
            Ok(()) => done.sent += 1,
            Err(problem) => {
                self.note(e, &problem).await?;
                done.failed.push((e.app.number.clone().unwrap_or_default(), problem.to_string()));
            }
        }
        Ok(())
    }

    async fn note(&self, e: &Ended, problem: &PdfError) -> Result<()> {
        let (kind, detail) = match problem {
            PdfError::Glyphs(missing) => {
                ("glyphs", missing.iter().map(|c| format!("{c} (U+{:04X})", *c as u32)).collect::<Vec<_>>().join(", "))
            }
            other => ("other", other.to_string()),
        };
        let mut tx = self.desk.db.write().await?;
        let permit = decide(&self.viewer.actor(), Action::Correspond, &self.ending.call.side(self.party))?;
        let row = problems::LetterProblem {
            application: e.app.id.clone(),
            kind: kind.into(),
            detail,
            body: self.order.body.clone(),
            day: self.order.day,
            contact: self.order.contact.clone(),
            appeal: self.order.appeal.clone(),
            at: self.desk.now(),
        };
        problems::save(&mut tx, &permit, self.party, &row).await?;
        let said = json!({ "letter-problem": row.kind, "party": self.party.as_str() });
        self.desk.record(&mut tx, &permit, "application", e.app.id.as_str(), said).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The inner error says why the letter can't be set; nothing of it is kept then.
    async fn send(&self, e: &Ended) -> Result<std::result::Result<(), PdfError>> {
        let (desk, call) = (self.desk, &self.ending.call);
        let mut tx = desk.db.write().await?;
        let permit = decide(&self.viewer.actor(), Action::Correspond, &call.side(self.party))?;
        let Some(said) = self.stands(&mut tx, &permit, e).await? else { return Ok(Ok(())) };
        let today = self.ending.party(self.party)?.zone.wall(desk.now()).day;
        let number = store::journal::next(&mut tx, &permit, self.party, today.year.into()).await?;
        let case = format!("{}-{}-{:04}", self.party, number.year, number.no);
        let letter = self.letter(e, &said, &case, today)?;
        let document = letter::document(&letter).map_err(|e| anyhow!("{e}"))?;
        let bytes = match pdf::render(&document) {
            Ok(bytes) => bytes,
            Err(problem) => return Ok(Err(problem)),
        };
        let file = self.keep(&mut tx, &permit, e, bytes).await?;
        self.enter(&mut tx, &permit, e, &file).await?;
        let row = rows::Letter {
            id: desk.mint(LetterId::mint),
            application: e.app.id.clone(),
            party: self.party.clone(),
            outcome: said.code().into(),
            day: today,
            document: file,
            at: desk.now(),
        };
        rows::insert(&mut tx, &permit, &row).await?;
        problems::remove(&mut tx, &permit, self.party, &e.app.id).await?;
        self.mail(&mut tx, &permit, e, &row).await?;
        let detail = json!({ "letter": row.outcome, "party": self.party.as_str() });
        desk.record(&mut tx, &permit, "application", e.app.id.as_str(), detail).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }

    /// What the letter says, asked again inside the transaction; none where it has gone out, or where things have changed since.
    async fn stands(&self, tx: &mut Tx, permit: &Permit, e: &Ended) -> Result<Option<Verdict>> {
        let call = &self.ending.call;
        let in_force: Option<ResultId> = store::priority::result::in_force(tx, permit, &call.id).await?.map(|(v, _)| v.id);
        if in_force.as_ref() != Some(&self.ending.version.id) {
            return Err(Refusal::stale().into());
        }
        let grant = match one(tx, permit, call, &e.app.id).await {
            Ok(project) => Some(project.grant),
            Err(Error::NotFound) => None,
            Err(other) => return Err(other),
        };
        let Ok(Some(said)) = verdict(&e.fate, grant.as_ref(), self.party) else { return Ok(None) };
        let sent = rows::of_application(tx, permit, &e.app.id).await?;
        let gone = sent.iter().any(|l| &l.party == self.party && l.outcome == said.code());
        Ok((!gone).then_some(said))
    }

    fn letter(&self, e: &Ended, said: &Verdict, case: &str, today: Day) -> Result<Letter> {
        let lang = e.app.project.lang;
        let words = Words { lang, parties: &self.ending.parties };
        let call = &self.ending.call;
        let (own, other) = (words.party(self.party), words.party(call.counterpart(self.party)));
        let decision = self.ending.project(&e.app.id).and_then(|p| p.grant.side(self.party).ok()?.decision.clone());
        let decided = decision.as_ref().map_or(self.order.day, |d| d.meeting.day);
        let outcome = match said {
            Verdict::Granted { amount, .. } => Outcome::Granted { amount: amount.minor, currency: amount.currency.code().into() },
            Verdict::Reserve { .. } => Outcome::Reserve,
            Verdict::Refused => Outcome::Refused,
        };
        let number = e.app.number.clone().unwrap_or_default();
        let issuer = words.say("grant-letter-issuer", &[("party", &own)]);
        Ok(Letter {
            lang,
            issuer: issuer.clone(),
            recipient: self.recipient(e),
            date: date(today),
            case_number: case.into(),
            application: number.clone(),
            project: e.app.project.title.as_str().into(),
            call: call.title.get(lang).into(),
            body: self.body.name.get(lang).into(),
            decided: date(decided),
            outcome,
            party: own,
            counterpart: other,
            reasons: self.reasons(e, said, &words),
            conditions: self.conditions(e, said, &words),
            appeal: vec![self.order.appeal.get(lang).into()],
            contact: words.say("grant-letter-contact", &[("contact", self.order.contact.trim()), ("number", &number)]).into(),
            signatures: vec![issuer.into()],
        })
    }

    /// The side's own participants, the leading one first where it is theirs.
    fn recipient(&self, e: &Ended) -> Vec<Text> {
        let mut own: Vec<_> = e.app.of(self.party).collect();
        own.sort_by_key(|p| (!p.lead, p.no));
        let name = |p: &&domain::application::Participant| {
            if p.lang == e.app.project.lang { p.name.as_str().into() } else { Text::foreign(p.lang.code(), p.name.as_str()) }
        };
        own.iter().map(name).collect()
    }

    /// Why, in general words and in the party's own; the counterpart's words are not this party's to send.
    fn reasons(&self, e: &Ended, said: &Verdict, words: &Words<'_>) -> Vec<Text> {
        let say = |key: &str| Text::from(words.say(key, &[]));
        let office = |reason: &str| Text::from(words.say("grant-letter-reason-office", &[("reason", reason)]));
        let own_decision = self.ending.project(&e.app.id).and_then(|p| p.grant.side(self.party).ok()?.decision.clone());
        let refused = own_decision.filter(|d| d.granted.is_none());
        let mut all = match (&e.fate, said) {
            (_, Verdict::Granted { .. }) => vec![say("grant-letter-reason-funded")],
            (_, Verdict::Reserve { place }) => vec![words.say("grant-letter-reason-reserve", &[("place", &place.to_string())]).into()],
            (Fate::Funded | Fate::Fallen { .. }, Verdict::Refused) if refused.is_some() => vec![say("grant-letter-reason-refused")],
            (fate, Verdict::Refused) => vec![say(&format!("grant-letter-reason-{}", fate.code()))],
        };
        let noted = e.handlings.iter().find(|h| &h.party == self.party && h.verdict == domain::handling::Verdict::Ineligible);
        all.extend(noted.filter(|h| !h.note.is_empty()).map(|h| office(&h.note)));
        all.extend(refused.filter(|d| !d.reason.is_empty()).map(|d| office(&d.reason)));
        if *said == Verdict::Refused && e.fate == Fate::NotPrioritised {
            let line = e.lines[self.ending.place(self.party)].as_ref();
            let unwanted = line.filter(|l| l.standing == Standing::NotPrioritised && !l.reason.is_empty());
            all.extend(unwanted.map(|l| office(&l.reason)));
        }
        all
    }

    fn conditions(&self, e: &Ended, said: &Verdict, words: &Words<'_>) -> Vec<Text> {
        let (Verdict::Granted { .. }, Some(project)) = (said, self.ending.project(&e.app.id)) else { return Vec::new() };
        let award = project.grant.side(self.party).ok().and_then(|s| s.award.as_ref());
        let own = words.party(self.party);
        let mut all: Vec<Text> = vec![words.say("grant-letter-condition-own", &[("party", &own)]).into()];
        for share in award.map(|a| a.shares.as_slice()).unwrap_or_default() {
            let name = project.grant.participants.iter().find(|p| p.id == share.participant).map_or("", |p| p.name.as_str());
            all.push(words.say("grant-letter-condition-share", &[("name", name), ("money", &words.money(share.amount))]).into());
        }
        let other = words.party(self.ending.call.counterpart(self.party));
        all.push(words.say("grant-letter-condition-release", &[("counterpart", &other)]).into());
        all
    }

    async fn keep(&self, tx: &mut Tx, permit: &Permit, e: &Ended, bytes: Vec<u8>) -> Result<DocumentId> {
        let words = Words { lang: e.app.project.lang, parties: &self.ending.parties };
        let number = e.app.number.clone().unwrap_or_default();
        let document = Document {
            id: self.desk.mint(DocumentId::mint),
            name: words.say("grant-letter-file", &[("number", &number), ("party", self.party.as_str())]),
            media_type: "application/pdf".into(),
            sha256: Digest::of(&bytes).hex(),
            bytes,
        };
        store::document::insert(tx, permit, &document, self.desk.now()).await?;
        Ok(document.id)
    }

    async fn enter(&self, tx: &mut Tx, permit: &Permit, e: &Ended, file: &DocumentId) -> Result<()> {
        let number = e.app.number.clone().unwrap_or_default();
        let subject = journal::worded("grant-letter-subject", &[("number", Arg::Text(&number))]);
        let mut line = journal::Document::new(&self.ending.call.id, self.party, Direction::Out, subject);
        let names: Vec<&str> = e.app.of(self.party).map(|p| p.name.as_str()).collect();
        (line.application, line.file, line.counterpart) = (Some(&e.app.id), Some(file), names.join(", "));
        journal::enter(self.desk, tx, permit, line).await?;
        Ok(())
    }

    /// To the contacts of the side's own participants; where none is known, to the writers of the application.
    async fn mail(&self, tx: &mut Tx, permit: &Permit, e: &Ended, row: &rows::Letter) -> Result<()> {
        let words = Words { lang: e.app.project.lang, parties: &self.ending.parties };
        let mut to: Vec<String> = e.app.of(self.party).map(|p| p.email.clone()).filter(|m| !m.is_empty()).collect();
        if to.is_empty() {
            to = store::application::editors(tx, permit, &e.app.id).await?.into_iter().map(|(_, email)| email).collect();
        }
        to.sort();
        to.dedup();
        let number = e.app.number.clone().unwrap_or_default();
        let link = format!("{}/applications/{}/letters/{}", self.desk.base_url, e.app.id, row.id);
        let subject = words.say("grant-letter-mail-subject", &[("number", &number)]);
        let args = [("party", words.party(self.party)), ("number", number), ("title", e.app.project.title.clone()), ("link", link)];
        let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let body = words.say("grant-letter-mail-body", &args);
        for recipient in &to {
            outbox::push(self.desk, tx, permit, recipient, &subject, &body).await?;
        }
        Ok(())
    }
}
