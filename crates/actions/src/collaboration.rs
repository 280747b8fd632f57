//! Links between institutions: public to read, kept by the offices, loaded from files (R42, R62-R66).

pub(crate) mod card;
pub mod party;

use crate::{Desk, Error, Result, Viewer, revision};
use domain::{
    Action, Permit, Refusal, Subject, Text3,
    collaboration::{Capacity, Collaboration, Kind, Party, Role, State},
    decide,
    edtf::Edtf,
    ids::CollaborationId,
    refusal::{FieldError, Value},
};
use party::resolve;
use serde_json::json;
pub use store::collaboration::{Line, Named};
use store::{
    Tx,
    book::list::{self, Ask, List, Part},
};

/// A link as a form or a file states it; parties and partnership by slug or name.
#[derive(Clone, Debug)]
pub struct NewCollaboration {
    pub slug: String,
    pub kind: Kind,
    pub state: State,
    pub names: Text3,
    pub body: Text3,
    pub parties: Vec<(Role, String)>,
    pub partnership: String,
    pub since: Edtf,
    pub until: Edtf,
    pub source: String,
    pub as_of: Edtf,
    pub quote: String,
    pub capacities: Vec<Capacity>,
    /// The version it was read at; 0 for a new one.
    pub version: i64,
}

pub async fn list(desk: &Desk) -> Result<Vec<Line>> {
    Ok(store::collaboration::list(&mut desk.db.read().await?).await?)
}

/// Part of the list.
pub async fn page(desk: &Desk, ask: &Ask) -> Result<Part<Line>> {
    let mut tx = desk.db.read().await?;
    let found = list::find(&mut tx, List::Collaboration, ask).await?;
    let rows = store::collaboration::by_ids(&mut tx, &found.ids()).await?;
    Ok(found.with(rows))
}

pub async fn show(desk: &Desk, slug: &str) -> Result<Line> {
    store::collaboration::find(&mut desk.db.read().await?, slug).await?.ok_or(Error::NotFound)
}

/// Keeps a new or a changed link.
pub async fn save(desk: &Desk, viewer: &Viewer, new: &NewCollaboration) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let before = revision::before(&mut tx, revision::Kind::Collaboration, &new.slug).await?;
    keep(desk, &mut tx, &permit, new).await?;
    before.keep(desk, &mut tx, &permit, "").await?;
    desk.record(&mut tx, &permit, "collaboration", &new.slug, json!({ "kind": new.kind.code(), "state": new.state.code() })).await?;
    Ok(tx.commit().await?)
}

/// Keeps the links of a file that are not there yet; answers how many came.
pub async fn load(desk: &Desk, viewer: &Viewer, all: &[NewCollaboration]) -> Result<usize> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let mut came = 0;
    for new in all {
        if store::collaboration::find(&mut tx, &new.slug).await?.is_none() {
            keep(desk, &mut tx, &permit, new).await?;
            came += 1;
        }
    }
    desk.record(&mut tx, &permit, "collaboration", "", json!({ "loaded": came })).await?;
    tx.commit().await?;
    Ok(came)
}

async fn keep(desk: &Desk, tx: &mut Tx, permit: &Permit, new: &NewCollaboration) -> Result<()> {
    let known = store::collaboration::find(tx, &new.slug).await?;
    if known.is_some() && new.version == 0 {
        return Err(FieldError::new("slug", "book-slug-taken", vec![("slug", Value::Text(new.slug.clone()))]).into_error());
    }
    let mut parties = Vec::new();
    let mut wrong = Vec::new();
    for (role, text) in &new.parties {
        match resolve(tx, text).await? {
            Some(found) => parties.push(Party { role: *role, subject: found.subject, id: found.id }),
            None => wrong.push(FieldError::new(role.code(), "book-unknown-name", vec![("name", Value::Text(text.clone()))])),
        }
    }
    check_source(tx, &new.source, &mut wrong).await?;
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let link = Collaboration {
        id: known.map_or_else(|| desk.mint(CollaborationId::mint), |line| line.link.id),
        slug: new.slug.clone(),
        kind: new.kind,
        state: new.state,
        names: new.names.clone(),
        body: new.body.clone(),
        partnership: new.partnership.clone(),
        since: new.since.clone(),
        until: new.until.clone(),
        source: new.source.clone(),
        as_of: new.as_of.clone(),
        quote: new.quote.clone(),
        parties,
        capacities: new.capacities.clone(),
        version: new.version,
    };
    link.check()?;
    if new.version == 0 {
        store::collaboration::insert(tx, permit, &link, desk.now()).await?;
    } else if !store::collaboration::update(tx, permit, &link).await? {
        return Err(Refusal::stale().into());
    }
    Ok(())
}

/// Nothing stands in the book without a source that it knows.
pub(crate) async fn check_source(tx: &mut Tx, slug: &str, wrong: &mut Vec<FieldError>) -> Result<()> {
    if store::source::find_by_slug(tx, slug).await?.is_none() {
        wrong.push(FieldError::new("source", "book-no-source", vec![]));
    }
    Ok(())
}

/// One wrong field as an error.
pub(crate) trait IntoError {
    fn into_error(self) -> Error;
}

impl IntoError for FieldError {
    fn into_error(self) -> Error {
        Error::Invalid(vec![self])
    }
}
