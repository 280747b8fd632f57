//! Administrative handling: what each office finds, says of its own participants and of the whole (R133-R134).

use crate::{
    Desk, Error, Result, Viewer,
    journal::{self, Document, worded},
    priority::reached::{Reached, reached},
};
use domain::{
    Action, PartyCode, Permit, Refusal, Role,
    application::{Application, in_force},
    call::Call,
    decide,
    handling::{self, Eligibility, Finding, Handling, Joint, Verdict, Weight, elsewhere, findings},
    ids::{ApplicationId, ParticipantId, QuestionId},
    journal::{Direction, Entry},
    refusal::FieldError,
};
use serde_json::json;
use std::collections::HashMap;
use store::Tx;

/// One application on the desk.
pub struct Row {
    pub app: Application,
    pub findings: Vec<Finding>,
    /// What the offices have said so far, at most one a party.
    pub said: Vec<Handling>,
    pub joint: Joint,
}

impl Row {
    pub fn said_by(&self, party: &PartyCode) -> Option<&Handling> {
        self.said.iter().find(|h| &h.party == party)
    }
    /// Nothing asks for a person: may be approved in bulk.
    pub fn sound(&self) -> bool {
        self.findings.iter().all(|f| f.weight < Weight::Question)
    }
}

/// All submitted applications of a call with what both offices have said.
pub struct Overview {
    pub call: Call,
    /// The viewer's own party, where they handle for one of the two.
    pub own: Option<PartyCode>,
    pub rows: Vec<Row>,
    /// Verdicts are fixed.
    pub started: bool,
    /// Why assessment can't start yet, if so.
    pub waiting: Option<Refusal>,
    /// How far the call has come.
    pub reached: Option<Reached>,
}

impl Overview {
    pub fn done(&self, party: &PartyCode) -> usize {
        self.rows.iter().filter(|r| r.said_by(party).is_some()).count()
    }
}

/// One application's case.
pub struct Case {
    pub call: Call,
    pub own: Option<PartyCode>,
    pub row: Row,
    pub judged: Vec<Eligibility>,
    /// Why no verdict can be given now, if so.
    pub shut: Option<Refusal>,
    /// The own office's journal on it.
    pub journal: Vec<Entry>,
}

impl Case {
    pub fn judged_of(&self, id: &ParticipantId) -> Option<&Eligibility> {
        self.judged.iter().find(|e| &e.participant == id)
    }
}

/// What an office says of an application: of each participant on its own side, and of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub participants: Vec<(ParticipantId, Verdict, String)>,
    pub whole: Verdict,
    pub note: String,
}

pub async fn overview(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Overview> {
    let mut tx = desk.db.read().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::ReadDesk, &call.shared())?;
    let rows = rows(&mut tx, &permit, &call).await?;
    let started = store::assessment::started(&mut tx, &call.id).await?;
    let waiting = waiting(&call, &rows).err();
    let reached = reached(&mut tx, viewer, &call).await?;
    Ok(Overview { own: own_office(viewer, &call), call, rows, started, waiting, reached })
}

pub async fn case(desk: &Desk, viewer: &Viewer, id: &ApplicationId) -> Result<Case> {
    let mut tx = desk.db.read().await?;
    let (call, permit) = open_desk(&mut tx, viewer, id).await?;
    let mut all = rows(&mut tx, &permit, &call).await?;
    let at = all.iter().position(|r| &r.app.id == id).ok_or(Error::NotFound)?;
    let mut row = all.swap_remove(at);
    row.app = store::application::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let judged = store::handling::eligibilities(&mut tx, &permit, &call.id).await?;
    let judged = judged.into_iter().filter(|e| row.app.participant(&e.participant).is_some()).collect();
    let started = store::assessment::started(&mut tx, &call.id).await?;
    let shut = handling::open(&call, &row.app, started, desk.now()).err();
    let own = own_office(viewer, &call);
    let mut journal = Vec::new();
    if let Some(party) = viewer.party().filter(|p| call.has_party(p))
        && let Ok(permit) = decide(&viewer.actor(), Action::ReadJournal, &call.side(party))
    {
        journal = store::journal::of_application(&mut tx, &permit, party, id).await?;
    }
    Ok(Case { call, own, row, judged, shut, journal })
}

/// Records, or changes until assessment starts, what the viewer's office says. One transaction: all of it or nothing.
pub async fn record(desk: &Desk, viewer: &Viewer, id: &ApplicationId, said: &Statement) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let (call, _) = open_desk(&mut tx, viewer, id).await?;
    let party = own_office(viewer, &call).ok_or(Error::Denied(domain::Denied::NotYours))?;
    let permit = decide(&viewer.actor(), Action::HandleApplication, &call.side(&party))?;
    let app = store::application::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let started = store::assessment::started(&mut tx, &call.id).await?;
    handling::open(&call, &app, started, desk.now())?;
    let judged = judge(desk, viewer, &app, &party, said)?;
    let counted = in_force(&call, app.clone(), desk.now()).unwrap_or_else(|| app.clone());
    handling::conclude(&counted, &party, said.whole, &judged)?;
    for e in &judged {
        store::handling::save_eligibility(&mut tx, &permit, e).await?;
    }
    conclude(desk, viewer, &mut tx, &permit, &call, &party, &app, said.whole, &said.note).await?;
    tx.commit().await?;
    Ok(())
}

/// Own-side verdicts as typed; every "ineligible" without its reason is named.
fn judge(desk: &Desk, viewer: &Viewer, app: &Application, party: &PartyCode, said: &Statement) -> Result<Vec<Eligibility>> {
    let (mut judged, mut wrong) = (Vec::new(), Vec::new());
    for (id, verdict, reason) in &said.participants {
        let Some(p) = app.of(party).find(|p| &p.id == id) else { return Err(Error::NotFound) };
        if let Err(refusal) = handling::reasoned(*verdict, reason) {
            wrong.push(FieldError { field: format!("reason-{}", p.no), refusal });
        }
        let reason = reason.trim().to_string();
        judged.push(Eligibility {
            participant: id.clone(),
            party: party.clone(),
            verdict: *verdict,
            reason,
            by: viewer.by(),
            at: desk.now(),
        });
    }
    if let Err(refusal) = handling::reasoned(said.whole, &said.note) {
        wrong.push(FieldError { field: "note".into(), refusal });
    }
    if wrong.is_empty() { Ok(judged) } else { Err(wrong.into()) }
}

#[allow(clippy::too_many_arguments)]
async fn conclude(
    desk: &Desk,
    viewer: &Viewer,
    tx: &mut Tx,
    permit: &Permit,
    call: &Call,
    party: &PartyCode,
    app: &Application,
    verdict: Verdict,
    note: &str,
) -> Result<()> {
    let said =
        Handling { application: app.id.clone(), party: party.clone(), verdict, note: note.trim().into(), by: viewer.by(), at: desk.now() };
    store::handling::save(tx, permit, &said).await?;
    desk.record(tx, permit, "application", app.id.as_str(), json!({ "verdict": verdict.code(), "party": party.as_str() })).await?;
    let number = app.number.as_deref().unwrap_or_default();
    let subject = worded("journal-subject-eligibility", &[("number", number.into()), ("verdict", verdict.code().into())]);
    let entry = Document {
        application: Some(&app.id),
        body: note.trim().into(),
        lang: viewer.lang,
        ..Document::new(&call.id, party, Direction::Internal, subject)
    };
    journal::enter(desk, tx, permit, entry).await?;
    Ok(())
}

/// Says "eligible" of every application the viewer's office has not handled and nothing asks about. Answers their numbers.
pub async fn approve_sound(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Vec<String>> {
    let mut tx = desk.db.write().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let party = own_office(viewer, &call).ok_or(Error::Denied(domain::Denied::NotYours))?;
    let permit = decide(&viewer.actor(), Action::HandleApplication, &call.side(&party))?;
    let started = store::assessment::started(&mut tx, &call.id).await?;
    let mut numbers = Vec::new();
    for row in rows(&mut tx, &permit, &call).await?.iter().filter(|r| r.sound() && r.said_by(&party).is_none()) {
        handling::open(&call, &row.app, started, desk.now())?;
        for p in row.app.of(&party) {
            let e = Eligibility {
                participant: p.id.clone(),
                party: party.clone(),
                verdict: Verdict::Eligible,
                reason: String::new(),
                by: viewer.by(),
                at: desk.now(),
            };
            store::handling::save_eligibility(&mut tx, &permit, &e).await?;
        }
        conclude(desk, viewer, &mut tx, &permit, &call, &party, &row.app, Verdict::Eligible, "").await?;
        numbers.push(row.app.number.clone().unwrap_or_default());
    }
    tx.commit().await?;
    Ok(numbers)
}

/// The applications that both offices found eligible and that still count; refused until every one has been handled by both (R134).
pub(crate) async fn eligible(desk: &Desk, tx: &mut Tx, permit: &Permit, call: &Call) -> Result<Vec<Application>> {
    let apps = store::application::list(tx, permit, &call.id).await?;
    let said = store::handling::list(tx, permit, &call.id).await?;
    let ids: Vec<ApplicationId> = apps.iter().map(|a| a.id.clone()).collect();
    handling::complete(&call.parties, &ids, &said)?;
    let eligible = |app: &Application| handling::joint(&call.parties, &of(&said, &app.id)) == Joint::Eligible;
    Ok(apps.into_iter().filter(eligible).filter_map(|app| in_force(call, app, desk.now())).collect())
}

fn of<'a>(said: &'a [Handling], id: &ApplicationId) -> Vec<&'a Handling> {
    said.iter().filter(|h| &h.application == id).collect()
}

fn waiting(call: &Call, rows: &[Row]) -> std::result::Result<(), Refusal> {
    let ids: Vec<ApplicationId> = rows.iter().map(|r| r.app.id.clone()).collect();
    let said: Vec<Handling> = rows.iter().flat_map(|r| r.said.clone()).collect();
    handling::complete(&call.parties, &ids, &said)
}

async fn open_desk(tx: &mut Tx, viewer: &Viewer, id: &ApplicationId) -> Result<(Call, Permit)> {
    let app = store::application::find(tx, id).await?.ok_or(Error::NotFound)?;
    let call = store::call::get(tx, &app.call).await?;
    match decide(&viewer.actor(), Action::ReadDesk, &call.shared()) {
        // Whether a draft exists is nobody's business.
        _ if !app.is_submitted() => Err(Error::NotFound),
        Ok(permit) => Ok((call, permit)),
        Err(denied) => Err(denied.into()),
    }
}

/// The party whose office the viewer works in, where it is one of the call's.
pub(crate) fn own_office(viewer: &Viewer, call: &Call) -> Option<PartyCode> {
    call.parties.iter().find(|p| viewer.actor().has_for(Role::Officer, p)).cloned()
}

async fn rows(tx: &mut Tx, permit: &Permit, call: &Call) -> Result<Vec<Row>> {
    let apps = store::application::list(tx, permit, &call.id).await?;
    let said = store::handling::list(tx, permit, &call.id).await?;
    let mut answered: HashMap<ApplicationId, Vec<QuestionId>> = HashMap::new();
    for (app, question) in store::handling::answered(tx, permit, &call.id).await? {
        answered.entry(app).or_default().push(question);
    }
    let mut others = elsewhere(&apps);
    let row = |app: Application| {
        let answered = answered.get(&app.id).map_or(&[][..], Vec::as_slice);
        let findings = findings(call, &app, answered, &others.remove(&app.id).unwrap_or_default());
        let own: Vec<Handling> = of(&said, &app.id).into_iter().cloned().collect();
        let joint = handling::joint(&call.parties, &own.iter().collect::<Vec<_>>());
        Row { app, findings, said: own, joint }
    };
    Ok(apps.into_iter().map(row).collect())
}
