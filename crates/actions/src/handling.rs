//! Administrative handling: what each office finds, says of its own participants and of the whole (R133-R134).

use crate::{
    Desk, Error, Result, Viewer,
    journal::{self, Document, worded},
    priority::reached::{Reached, reached},
};
use domain::{
    Action, PartyCode, Permit, Refusal, Role,
    application::{Application, Standing, State, in_force, standing_of},
    call::Call,
    decide,
    handling::{self, Eligibility, Finding, Handling, Joint, Verdict, elsewhere, findings, shared},
    ids::{ApplicationId, ParticipantId},
    journal::{Direction, Entry},
    refusal::FieldError,
};
use serde_json::json;
use std::collections::{HashMap, HashSet};
use store::{Tx, application::line::Line};

/// What the offices have said of one application so far, at most one verdict a party, and what it adds up to.
pub struct Said {
    pub all: Vec<Handling>,
    pub joint: Joint,
}

impl Said {
    fn new(call: &Call, all: Vec<Handling>) -> Said {
        Said { joint: handling::joint(&call.parties, &all.iter().collect::<Vec<_>>()), all }
    }
    pub fn by(&self, party: &PartyCode) -> Option<&Handling> {
        self.all.iter().find(|h| &h.party == party)
    }
}

/// One application on the desk.
pub struct Row {
    pub line: Line,
    /// How many findings, with those about organisations that stand in several applications.
    pub notes: i64,
    pub said: Said,
}

impl Row {
    /// Nothing asks for a person: may be approved in bulk.
    pub fn sound(&self) -> bool {
        self.line.questions == 0
    }
}

/// All submitted applications of a call with what both offices have said.
pub struct Overview {
    pub call: Call,
    /// The viewer's own party, where they handle for one of the two.
    pub own: Option<PartyCode>,
    /// By number.
    pub rows: Vec<Row>,
    /// Folded texts to search in, where they were asked for.
    pub search: HashMap<ApplicationId, String>,
    /// Verdicts are fixed.
    pub started: bool,
    /// Why assessment can't start yet, if so.
    pub waiting: Option<Refusal>,
    /// How far the call has come.
    pub reached: Option<Reached>,
}

impl Overview {
    pub fn done(&self, party: &PartyCode) -> usize {
        self.rows.iter().filter(|r| r.said.by(party).is_some()).count()
    }
}

/// One application's case.
pub struct Case {
    pub call: Call,
    pub own: Option<PartyCode>,
    pub app: Application,
    pub findings: Vec<Finding>,
    pub said: Said,
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

/// `searching`: with the texts to search in.
pub async fn overview(desk: &Desk, viewer: &Viewer, slug: &str, searching: bool) -> Result<Overview> {
    let mut tx = desk.db.read().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::ReadDesk, &call.shared())?;
    let rows = rows(&mut tx, &permit, &call).await?;
    let search = if searching { store::application::search_texts(&mut tx, &permit, &call.id).await? } else { HashMap::new() };
    let started = store::assessment::started(&mut tx, &call.id).await?;
    let ids: Vec<ApplicationId> = rows.iter().map(|r| r.line.application.clone()).collect();
    let said: Vec<Handling> = rows.iter().flat_map(|r| r.said.all.clone()).collect();
    let waiting = handling::complete(&call.parties, &ids, &said).err();
    let reached = reached(&mut tx, viewer, &call).await?;
    Ok(Overview { own: own_office(viewer, &call), call, rows, search, started, waiting, reached })
}

pub async fn case(desk: &Desk, viewer: &Viewer, id: &ApplicationId) -> Result<Case> {
    let mut tx = desk.db.read().await?;
    let (call, permit, app) = open_desk(&mut tx, viewer, id).await?;
    let entrants = store::handling::entrants(&mut tx, &permit, &call.id).await?;
    let findings = findings(&call, &app, &elsewhere(&entrants, id));
    let mut said = store::handling::list(&mut tx, &permit, &call.id).await?;
    said.retain(|h| &h.application == id);
    let judged = store::handling::eligibilities(&mut tx, &permit, &call.id).await?;
    let judged = judged.into_iter().filter(|e| app.participant(&e.participant).is_some()).collect();
    let started = store::assessment::started(&mut tx, &call.id).await?;
    let shut = handling::open(&call, &app, started, desk.now()).err();
    let own = own_office(viewer, &call);
    let mut journal = Vec::new();
    if let Some(party) = viewer.party().filter(|p| call.has_party(p))
        && let Ok(permit) = decide(&viewer.actor(), Action::ReadJournal, &call.side(party))
    {
        journal = store::journal::of_application(&mut tx, &permit, party, id).await?;
    }
    Ok(Case { said: Said::new(&call, said), call, own, app, findings, judged, shut, journal })
}

/// Records, or changes until assessment starts, what the viewer's office says. One transaction: all of it or nothing.
pub async fn record(desk: &Desk, viewer: &Viewer, id: &ApplicationId, said: &Statement) -> Result<()> {
    let mut tx = desk.db.write().await?;
    let (call, _, app) = open_desk(&mut tx, viewer, id).await?;
    let party = own_office(viewer, &call).ok_or(Error::Denied(domain::Denied::NotYours))?;
    let permit = decide(&viewer.actor(), Action::HandleApplication, &call.side(&party))?;
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
    let rows = rows(&mut tx, &permit, &call).await?;
    let sound: HashSet<&ApplicationId> =
        rows.iter().filter(|r| r.sound() && r.said.by(&party).is_none()).map(|r| &r.line.application).collect();
    let mut numbers = Vec::new();
    for app in store::application::list(&mut tx, &permit, &call.id).await?.iter().filter(|a| sound.contains(&a.id)) {
        handling::open(&call, app, started, desk.now())?;
        for p in app.of(&party) {
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
        conclude(desk, viewer, &mut tx, &permit, &call, &party, app, Verdict::Eligible, "").await?;
        numbers.push(app.number.clone().unwrap_or_default());
    }
    tx.commit().await?;
    Ok(numbers)
}

/// The applications that both offices found eligible and that still count, by number; refused until every one has been handled by both (R134).
pub(crate) async fn eligible_lines(desk: &Desk, tx: &mut Tx, permit: &Permit, call: &Call) -> Result<Vec<Line>> {
    let lines = submitted(tx, permit, call).await?;
    let said = store::handling::list(tx, permit, &call.id).await?;
    let ids: Vec<ApplicationId> = lines.iter().map(|l| l.application.clone()).collect();
    handling::complete(&call.parties, &ids, &said)?;
    let mut said = by_application(said);
    let mut eligible = |line: &Line| {
        Said::new(call, said.remove(&line.application).unwrap_or_default()).joint == Joint::Eligible && stands(desk, call, line)
    };
    Ok(lines.into_iter().filter(|l| eligible(l)).collect())
}

/// The same with all that they hold, as it counts now.
pub(crate) async fn eligible(desk: &Desk, tx: &mut Tx, permit: &Permit, call: &Call) -> Result<Vec<Application>> {
    let lines = eligible_lines(desk, tx, permit, call).await?;
    let ids: HashSet<&ApplicationId> = lines.iter().map(|l| &l.application).collect();
    let apps = store::application::list(tx, permit, &call.id).await?;
    Ok(apps.into_iter().filter(|a| ids.contains(&a.id)).filter_map(|app| in_force(call, app, desk.now())).collect())
}

fn stands(desk: &Desk, call: &Call, line: &Line) -> bool {
    standing_of(call, line.sides, Some(line.submitted), desk.now()) != Standing::Lapsed
}

async fn submitted(tx: &mut Tx, permit: &Permit, call: &Call) -> Result<Vec<Line>> {
    let mut lines = store::application::line::list(tx, permit, &call.id).await?;
    lines.retain(|l| l.state == State::Submitted);
    lines.sort_by(|a, b| a.number.cmp(&b.number));
    Ok(lines)
}

fn by_application(said: Vec<Handling>) -> HashMap<ApplicationId, Vec<Handling>> {
    let mut all: HashMap<ApplicationId, Vec<Handling>> = HashMap::new();
    for h in said {
        all.entry(h.application.clone()).or_default().push(h);
    }
    all
}

async fn open_desk(tx: &mut Tx, viewer: &Viewer, id: &ApplicationId) -> Result<(Call, Permit, Application)> {
    let app = store::application::find(tx, id).await?.ok_or(Error::NotFound)?;
    let call = store::call::get(tx, &app.call).await?;
    match decide(&viewer.actor(), Action::ReadDesk, &call.shared()) {
        // Whether a draft exists is nobody's business.
        _ if !app.is_submitted() => Err(Error::NotFound),
        Ok(permit) => Ok((call, permit, app)),
        Err(denied) => Err(denied.into()),
    }
}

/// The party whose office the viewer works in, where it is one of the call's.
pub(crate) fn own_office(viewer: &Viewer, call: &Call) -> Option<PartyCode> {
    call.parties.iter().find(|p| viewer.actor().has_for(Role::Officer, p)).cloned()
}

async fn rows(tx: &mut Tx, permit: &Permit, call: &Call) -> Result<Vec<Row>> {
    let lines = submitted(tx, permit, call).await?;
    let mut said = by_application(store::handling::list(tx, permit, &call.id).await?);
    let shared = shared(&store::handling::entrants(tx, permit, &call.id).await?);
    let row = |line: Line| Row {
        notes: line.notes + shared.get(&line.application).map_or(0, |n| *n as i64),
        said: Said::new(call, said.remove(&line.application).unwrap_or_default()),
        line,
    };
    Ok(lines.into_iter().map(row).collect())
}
