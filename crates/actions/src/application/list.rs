//! Lists and dossiers: an applicant's own, the desks' of a call, and what other steps of the call work on.

use super::{Loaded, load, load_working};
use crate::{
    Desk, Error, Result, Viewer,
    assessment::reader,
    priority::reached::{Reached, reached},
};
use domain::{
    Action, Instant,
    application::{Application, Participant, Standing, State, confirmable_until, standing, standing_of},
    call::Call,
    decide,
    ids::{ApplicationId, CallId, ParticipantId, SubmissionId},
};
use std::collections::HashMap;
use store::{
    application::{
        late::Asked,
        line,
        submission::{self, Frozen},
    },
    event::Event,
    grant::letter::Letter,
};

/// An application in the own list: what it is, under which call, and what the viewer is to it.
pub struct Mine {
    pub app: Application,
    pub call: Call,
    pub editor: bool,
    /// Own parts that wait for a confirmation.
    pub to_confirm: usize,
}

/// Where the viewer writes, or is asked to confirm a part; the newest first.
pub async fn mine(desk: &Desk, viewer: &Viewer) -> Result<Vec<Mine>> {
    let account = viewer.account.as_ref().ok_or(Error::Denied(domain::Denied::SignIn))?;
    let mut tx = desk.db.read().await?;
    let mut calls: HashMap<CallId, Call> = HashMap::new();
    let mut all = Vec::new();
    let edited = store::application::edited(&mut tx, &account.id).await?;
    for app in store::application::list_mine(&mut tx, &account.id, &account.email).await? {
        if !calls.contains_key(&app.call) {
            calls.insert(app.call.clone(), store::call::get(&mut tx, &app.call).await?);
        }
        let Some(call) = calls.get(&app.call).cloned() else { continue };
        let own = app.participants.iter().filter(|p| p.email == account.email);
        let to_confirm = own.filter(|p| !p.is_associated() && !p.is_confirmed()).count();
        all.push(Mine { editor: edited.contains(&app.id), app, call, to_confirm });
    }
    all.sort_by(|a, b| b.app.at.cmp(&a.app.at));
    Ok(all)
}

/// One line of the desks' list.
pub struct Line {
    pub row: line::Line,
    pub standing: Standing,
}

/// What both offices, the boards and auditors see of a call's applications: everything submitted, withdrawn ones marked.
pub struct Desktop {
    pub call: Call,
    pub lines: Vec<Line>,
    /// Folded texts to search in, where they were asked for.
    pub search: HashMap<ApplicationId, String>,
    /// Late requests that some side has yet to answer.
    pub late: Vec<Asked>,
    /// How far the call has come.
    pub reached: Option<Reached>,
}

pub async fn desktop(desk: &Desk, viewer: &Viewer, slug: &str, searching: bool) -> Result<Desktop> {
    let mut tx = desk.db.read().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::ReadDesk, &call.shared())?;
    let now = desk.now();
    let search = if searching { store::application::search_texts(&mut tx, &permit, &call.id).await? } else { HashMap::new() };
    let rows = line::list(&mut tx, &permit, &call.id).await?;
    let lines = rows.into_iter().map(|row| Line { standing: standing_of(&call, row.sides, Some(row.submitted), now), row }).collect();
    let late = store::application::late::list_call(&mut tx, &permit, &call.id).await?;
    let late = late.into_iter().filter(|x| x.request.is_open(&call.parties)).collect();
    let reached = reached(&mut tx, viewer, &call).await?;
    Ok(Desktop { call, lines, search, late, reached })
}

/// The same applications with their participants and money, by number, for a spreadsheet.
pub async fn whole(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<(Call, Vec<(Application, Standing)>)> {
    let mut tx = desk.db.read().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::ReadDesk, &call.shared())?;
    let now = desk.now();
    let apps = store::application::list_desk(&mut tx, &permit, &call.id).await?;
    let all = apps.into_iter();
    let all = all.map(|app| {
        let standing = standing(&call, &app, now);
        (app, standing)
    });
    let all = all.collect();
    Ok((call, all))
}

/// One application with all that its page shows.
pub struct Dossier {
    pub loaded: Loaded,
    pub standing: Standing,
    pub submissions: Vec<Frozen>,
    pub withdrawal: Option<(String, Instant)>,
    /// The writers' revision, not yet submitted; only writers and participants get it.
    pub revision: Option<Application>,
    pub events: Vec<Event>,
    /// Decision letters of both parties; an expert reads the application, not what became of it.
    pub letters: Vec<Letter>,
    /// How far the call has come.
    pub reached: Option<Reached>,
}

pub async fn dossier(desk: &Desk, viewer: &Viewer, id: &ApplicationId) -> Result<Dossier> {
    let mut tx = desk.db.read().await?;
    let loaded = load(&mut tx, viewer, id).await?;
    let permit = reader(&mut tx, viewer, &loaded.call, id, &loaded.subject()).await?;
    let writes = loaded.editor || !loaded.own_parts.is_empty();
    let working = if writes { store::application::revision::apply(&mut tx, &loaded.app).await? } else { None };
    let revision = working.filter(|w| w.version != loaded.app.version);
    let letters = match decide(&viewer.actor(), Action::ReadApplication, &loaded.subject()) {
        Ok(permit) => store::grant::letter::of_application(&mut tx, &permit, id).await?,
        Err(_) => Vec::new(),
    };
    Ok(Dossier {
        reached: reached(&mut tx, viewer, &loaded.call).await?,
        letters,
        standing: standing(&loaded.call, &loaded.app, desk.now()),
        submissions: submission::list(&mut tx, &permit, id).await?,
        withdrawal: if loaded.app.state == State::Withdrawn { submission::withdrawal(&mut tx, id).await? } else { None },
        events: store::event::of_subject(&mut tx, &permit, "application", id.as_str()).await?,
        revision,
        loaded,
    })
}

/// A submission with its application, for the receipt.
pub async fn receipt(desk: &Desk, viewer: &Viewer, id: &ApplicationId, number: &str) -> Result<(Loaded, Frozen)> {
    let mut tx = desk.db.read().await?;
    let loaded = load(&mut tx, viewer, id).await?;
    decide(&viewer.actor(), Action::ReadApplication, &loaded.subject())?;
    let frozen = submission::find_by_number(&mut tx, number).await?.filter(|f| &f.application == id).ok_or(Error::NotFound)?;
    Ok((loaded, frozen))
}

/// The call as somebody sees it who wants to apply: announced, and open or at least still completing.
pub async fn call_to_apply(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Call> {
    let mut tx = desk.db.read().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.filter(|c| c.published.is_some()).ok_or(Error::NotFound)?;
    decide(&viewer.actor(), Action::StartApplication, &call.shared())?;
    Ok(call)
}

/// The number of a submission just made.
pub async fn number(desk: &Desk, viewer: &Viewer, id: &ApplicationId, submission: &SubmissionId) -> Result<String> {
    let mut tx = desk.db.read().await?;
    let loaded = load(&mut tx, viewer, id).await?;
    decide(&viewer.actor(), Action::ReadApplication, &loaded.subject())?;
    let frozen = submission::find(&mut tx, submission).await?.filter(|f| &f.application == id).ok_or(Error::NotFound)?;
    Ok(frozen.number)
}

/// One part as its contact confirms it.
pub struct Part {
    pub app: Application,
    pub call: Call,
    pub part: Participant,
    pub is_contact: bool,
    /// The last instant for confirming it.
    pub last: Instant,
}

pub async fn part(desk: &Desk, viewer: &Viewer, id: &ApplicationId, part: &ParticipantId) -> Result<Part> {
    let mut tx = desk.db.read().await?;
    let standing = load(&mut tx, viewer, id).await?;
    let open = desk.now() <= standing.deadline();
    let loaded = if open { load_working(&mut tx, viewer, id).await? } else { standing };
    decide(&viewer.actor(), Action::ReadApplication, &loaded.subject())?;
    let is_contact = loaded.own_parts.contains(part);
    // The other parts are the writers' business; the offices read the whole dossier instead.
    if !is_contact && !loaded.editor {
        return Err(Error::NotFound);
    }
    let found = loaded.app.participant(part).cloned().ok_or(Error::NotFound)?;
    let last = confirmable_until(&loaded.call, &found, &loaded.requests);
    Ok(Part { part: found, is_contact, last, app: loaded.app, call: loaded.call })
}
