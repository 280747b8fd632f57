//! Applications from the first draft to the receipt: start, edit, confirm, submit, withdraw, ask for a late submission, read.

pub mod attach;
pub mod confirm;
pub mod freeze;
pub mod late;
pub mod line;
pub mod list;
pub mod submit;
pub mod verify;

pub use confirm::{confirm, invite};
pub use submit::{submit, withdraw};

use crate::{Desk, Error, Result, Viewer};
use domain::{
    Action, Denied, Instant, Lang, Permit, Refusal, Subject,
    application::{Application, LateRequest, Project, State, changes, deadline, problems},
    call::{Call, Phase},
    decide,
    ids::{ApplicationId, ParticipantId},
    refusal::{FieldError, Value},
};
use serde_json::json;
use store::Tx;
pub use store::application::{line::Line, section::Section as SectionState};

/// An application with its call, and what the viewer is to it.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub call: Call,
    /// As it stands: what was submitted last, or the draft.
    pub app: Application,
    pub requests: Vec<LateRequest>,
    pub editor: bool,
    /// The parts that the viewer is the contact of.
    pub own_parts: Vec<ParticipantId>,
}

impl Loaded {
    pub fn subject(&self) -> Subject {
        let submitted = self.app.state != State::Draft;
        Subject::Application { parties: self.call.parties.clone(), editor: self.editor, participant: !self.own_parts.is_empty(), submitted }
    }
    /// The last instant for submitting this application.
    pub fn deadline(&self) -> Instant {
        deadline(&self.call, &self.requests)
    }
}

/// Loads what stands; missing things and things not for the viewer are alike.
pub async fn load(tx: &mut Tx, viewer: &Viewer, id: &ApplicationId) -> Result<Loaded> {
    let app = store::application::find(tx, id).await?.ok_or(Error::NotFound)?;
    with_call(tx, viewer, app).await
}

/// Loads what the writers see: the revision where one is being written over a submission.
pub async fn load_working(tx: &mut Tx, viewer: &Viewer, id: &ApplicationId) -> Result<Loaded> {
    let standing = store::application::find(tx, id).await?.ok_or(Error::NotFound)?;
    let app = store::application::revision::apply(tx, &standing).await?.unwrap_or(standing);
    with_call(tx, viewer, app).await
}

async fn with_call(tx: &mut Tx, viewer: &Viewer, app: Application) -> Result<Loaded> {
    let actor = viewer.actor();
    if actor.account.is_none() && !actor.operator {
        return Err(Denied::SignIn.into());
    }
    let call = store::call::get(tx, &app.call).await?;
    let requests = store::application::late::list(tx, &app.id).await?;
    let (mut editor, mut own_parts) = (false, Vec::new());
    if let Some(account) = &viewer.account {
        editor = store::application::is_editor(tx, &app.id, &account.id).await?;
        own_parts = app.participants.iter().filter(|p| p.email == account.email).map(|p| p.id.clone()).collect();
    }
    Ok(Loaded { call, app, requests, editor, own_parts })
}

/// What a new application begins with.
#[derive(Clone, Debug)]
pub struct NewApplication {
    pub title: String,
    pub lang: Lang,
    /// One form, one application: the same key answers with the same application.
    pub form_key: String,
    /// Where imported data comes from; empty for what is typed here.
    pub source: String,
}

/// Begins an application under an open call; its starter is the first editor.
pub async fn start(desk: &Desk, viewer: &Viewer, slug: &str, new: NewApplication) -> Result<ApplicationId> {
    let mut tx = desk.db.write().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = decide(&viewer.actor(), Action::StartApplication, &call.shared())?;
    if let Some(id) = store::application::find_by_form_key(&mut tx, &new.form_key).await? {
        return Ok(id);
    }
    // While one side still completes, a draft may begin: a late request needs something to be late with.
    if call.phase(desk.now()) != Phase::Completing {
        call.accepts(desk.now())?;
    }
    let title = new.title.trim().to_string();
    if title.is_empty() {
        return Err(vec![FieldError::new("title", "required", vec![])].into());
    }
    let app = Application {
        id: desk.mint(ApplicationId::mint),
        call: call.id.clone(),
        number: None,
        state: State::Draft,
        project: Project { title, theme: call.theme, ..Project::new(new.lang) },
        participants: Vec::new(),
        answers: Vec::new(),
        attachments: Vec::new(),
        submission: None,
        version: 1,
        created_by: viewer.account.as_ref().map(|a| a.id.clone()),
        source: new.source,
        at: desk.now(),
    };
    store::application::insert(&mut tx, &permit, &app, &new.form_key, &search_text(&app)).await?;
    desk.record(&mut tx, &permit, "application", app.id.as_str(), json!({ "call": slug })).await?;
    tx.commit().await?;
    Ok(app.id)
}

/// What a save led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The section's new version.
    pub version: i64,
    pub at: Instant,
    /// Names of participants whose confirmation no longer holds.
    pub voided: Vec<String>,
}

/// Changes one section of the form, if nobody saved it since `version`; another version is refused as stale and nothing is saved.
/// Every confirmation of a part that changed is void from then on. After a submission the change goes into a revision; what was submitted stands.
pub async fn edit(
    desk: &Desk,
    viewer: &Viewer,
    id: &ApplicationId,
    section: &str,
    version: i64,
    change: impl FnOnce(&mut Application) -> Checked,
) -> Result<Saved> {
    let mut tx = desk.db.write().await?;
    let (loaded, permit) = writable(desk, viewer, &mut tx, id).await?;
    if store::application::section::find(&mut tx, id, section).await?.version != version {
        return Err(Refusal::stale().into());
    }
    let saved = write(desk, viewer, &mut tx, &permit, loaded.app, section, version, change).await?;
    tx.commit().await?;
    Ok(saved)
}

/// What a change answers: nothing, or what is wrong by field.
pub type Checked = std::result::Result<(), Vec<FieldError>>;

/// Adds to or takes from the dossier, where no text of somebody else's can be lost: files, whole participants.
pub async fn amend(
    desk: &Desk,
    viewer: &Viewer,
    id: &ApplicationId,
    section: &str,
    change: impl FnOnce(&mut Application) -> Checked,
) -> Result<Saved> {
    let mut tx = desk.db.write().await?;
    let (loaded, permit) = writable(desk, viewer, &mut tx, id).await?;
    let version = store::application::section::find(&mut tx, id, section).await?.version;
    let saved = write(desk, viewer, &mut tx, &permit, loaded.app, section, version, change).await?;
    tx.commit().await?;
    Ok(saved)
}

/// The application as its writers have it, if the viewer may write and it may still change.
async fn writable(desk: &Desk, viewer: &Viewer, tx: &mut Tx, id: &ApplicationId) -> Result<(Loaded, Permit)> {
    let loaded = load_working(tx, viewer, id).await?;
    let permit = decide(&viewer.actor(), Action::EditApplication, &loaded.subject())?;
    if loaded.app.number.is_some() && desk.now() > loaded.deadline() {
        return Err(Refusal::new("application-frozen", vec![("since", Value::At(loaded.deadline()))]).into());
    }
    Ok((loaded, permit))
}

async fn write(
    desk: &Desk,
    viewer: &Viewer,
    tx: &mut Tx,
    permit: &Permit,
    before: Application,
    section: &str,
    version: i64,
    change: impl FnOnce(&mut Application) -> Checked,
) -> Result<Saved> {
    let mut after = before.clone();
    change(&mut after).map_err(Error::Invalid)?;
    let wrong: Vec<FieldError> = after.participants.iter().filter(|p| before.participant(&p.id) != Some(p)).flat_map(problems).collect();
    if !wrong.is_empty() {
        return Err(wrong.into());
    }
    after.version += 1;
    let now = desk.now();
    let voided = void_changed(desk, viewer, tx, permit, &before, &after).await?;
    if after.number.is_some() {
        store::application::revision::put(tx, permit, &after, now).await?;
    } else {
        store::application::save(tx, permit, &before, &after, &search_text(&after)).await?;
    }
    let name = viewer.account.as_ref().map_or("", |a| a.name.as_str());
    store::application::section::put(tx, permit, &after.id, section, version + 1, name, now).await?;
    desk.record(tx, permit, "application", after.id.as_str(), json!({ "section": section, "version": after.version })).await?;
    Ok(Saved { version: version + 1, at: now, voided })
}

async fn void_changed(
    desk: &Desk,
    viewer: &Viewer,
    tx: &mut Tx,
    permit: &Permit,
    before: &Application,
    after: &Application,
) -> Result<Vec<String>> {
    let name = viewer.account.as_ref().map_or("", |a| a.name.as_str());
    let mut voided = Vec::new();
    for old in before.participants.iter().filter(|p| p.is_confirmed()) {
        let Some(new) = after.participant(&old.id) else { continue };
        let what = changes(old, new);
        if !what.is_empty() {
            store::application::part::void(tx, permit, &old.id, desk.now(), name, &what).await?;
            desk.record(tx, permit, "application", before.id.as_str(), json!({ "confirmation-void": old.id.as_str(), "what": what }))
                .await?;
            voided.push(new.name.clone());
        }
    }
    Ok(voided)
}

/// One section as its form needs it.
pub struct Opened {
    pub loaded: Loaded,
    pub section: SectionState,
    /// A revision is being written over what was submitted.
    pub revised: bool,
}

/// What stands in the form of a section, for its writers.
pub async fn open(desk: &Desk, viewer: &Viewer, id: &ApplicationId, section: &str) -> Result<Opened> {
    let mut tx = desk.db.read().await?;
    let loaded = load_working(&mut tx, viewer, id).await?;
    decide(&viewer.actor(), Action::EditApplication, &loaded.subject())?;
    let standing = store::application::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let revised = standing.version != loaded.app.version;
    let section = store::application::section::find(&mut tx, id, section).await?;
    Ok(Opened { loaded, section, revised })
}

/// Everything a reader may look for an application by, folded.
pub fn search_text(app: &Application) -> String {
    let p = &app.project;
    let mut words = vec![app.number.clone().unwrap_or_default(), p.title.clone(), p.acronym.clone(), p.summary.clone()];
    for x in &app.participants {
        words.extend([x.name.clone(), x.aliases.join(" "), x.city.clone(), x.identifier.clone()]);
    }
    i18n::search::fold(&words.join(" "))
}
