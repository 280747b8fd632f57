//! Representative offices: the public register and page, and what officers change (R34-R39).

pub(crate) mod card;

use crate::{
    Desk, Error, Result, Viewer,
    partnership::{edit_permit, only},
    revision::{self, Before},
};
use domain::{
    Action, Permit, Refusal, Subject, Text3, decide,
    edtf::Edtf,
    fact::SubjectKind as About,
    ids::OfficeId,
    office::{Closing, Office, Party, PartyRole, check},
    partnership::{SubjectKind, is_slug},
    refusal::FieldError,
};
use serde_json::json;
pub use store::office::{Behind, Line};
use store::{
    Tx,
    book::list::{self, Ask, List, Part},
    fact::Line as FactLine,
};

pub struct Page {
    pub line: Line,
    pub partnership: Option<store::partnership::Line>,
    pub facts: Vec<FactLine>,
    pub source: Option<(String, Text3)>,
    pub editable: bool,
}

/// What the form holds; parties and place by address or name.
#[derive(Clone, Debug)]
pub struct Draft {
    pub slug: String,
    pub name: Text3,
    pub place: String,
    pub partnership: String,
    pub purpose: Text3,
    pub opened: Edtf,
    pub closing: Option<Closing>,
    pub note: Text3,
    pub source: Option<String>,
    /// Field, role, what was typed and the share in words.
    pub parties: Vec<(String, PartyRole, String, Text3)>,
    pub form_key: String,
}

pub async fn list(desk: &Desk) -> Result<Vec<Line>> {
    Ok(store::office::list(&mut desk.db.read().await?).await?)
}

/// Part of the register.
pub async fn page(desk: &Desk, ask: &Ask) -> Result<Part<Line>> {
    let mut tx = desk.db.read().await?;
    let found = list::find(&mut tx, List::Office, ask).await?;
    let rows = store::office::by_ids(&mut tx, &found.ids()).await?;
    Ok(found.with(rows))
}

pub async fn show(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Page> {
    let mut tx = desk.db.read().await?;
    let line = store::office::find(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let partnership = match &line.office.partnership {
        Some(id) => Some(store::partnership::get(&mut tx, id).await?),
        None => None,
    };
    let source = store::source::list(&mut tx).await?.into_iter().find(|l| Some(l.source.id.as_str()) == line.office.source.as_deref());
    Ok(Page {
        facts: store::fact::of(&mut tx, About::Office, line.office.id.as_str()).await?,
        partnership,
        source: source.map(|l| (l.source.slug, l.source.title)),
        line,
        editable: decide(&viewer.actor(), Action::EditBook, &Subject::Site).is_ok(),
    })
}

/// Answers the slug; a replayed form answers the same.
pub async fn create(desk: &Desk, viewer: &Viewer, draft: Draft) -> Result<String> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    if let Some(done) = store::form_key::find(&mut tx, &permit, &draft.form_key).await? {
        return Ok(done);
    }
    if !is_slug(&draft.slug) {
        return Err(wrong("slug", "book-slug"));
    }
    if store::office::find(&mut tx, &draft.slug).await?.is_some() {
        return Err(wrong("slug", "book-slug-taken"));
    }
    let key = draft.form_key.clone();
    let (office, parties) = read(&mut tx, desk.mint(OfficeId::mint), draft, 1).await?;
    let before = revision::before(&mut tx, revision::Kind::Office, &office.slug).await?;
    store::office::insert(&mut tx, &permit, &office, desk.now()).await?;
    store::form_key::put(&mut tx, &permit, &key, &office.slug, desk.now()).await?;
    finish(desk, tx, &permit, (office, parties), before).await
}

/// `version`: what the form was filled from.
pub async fn update(desk: &Desk, viewer: &Viewer, slug: &str, mut draft: Draft, version: i64) -> Result<String> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let old = store::office::find(&mut tx, slug).await?.ok_or(Error::NotFound)?.office;
    draft.slug = old.slug;
    let before = revision::before(&mut tx, revision::Kind::Office, slug).await?;
    let (office, parties) = read(&mut tx, old.id, draft, version).await?;
    if !store::office::update(&mut tx, &permit, &office).await? {
        return Err(Refusal::stale().into());
    }
    finish(desk, tx, &permit, (office, parties), before).await
}

async fn finish(desk: &Desk, mut tx: Tx, permit: &Permit, (office, parties): (Office, Vec<Party>), before: Before) -> Result<String> {
    store::office::set_parties(&mut tx, permit, &office.id, &parties).await?;
    before.keep(desk, &mut tx, permit, "").await?;
    desk.record(&mut tx, permit, "office", office.id.as_str(), json!({ "slug": office.slug, "closed": office.closing.is_some() })).await?;
    tx.commit().await?;
    Ok(office.slug)
}

fn wrong(field: &str, key: &'static str) -> Error {
    Error::Invalid(vec![FieldError::new(field, key, vec![])])
}

async fn read(tx: &mut Tx, id: OfficeId, d: Draft, version: i64) -> Result<(Office, Vec<Party>)> {
    let mut errors = Vec::new();
    let place = only(tx, "place", Some(SubjectKind::Place), &d.place, &mut errors).await?.map(|(_, id)| id).unwrap_or_default();
    let mut parties: Vec<Party> = Vec::new();
    for (field, role, typed, share) in &d.parties {
        if let Some((_, organisation)) = only(tx, field, Some(SubjectKind::Organisation), typed, &mut errors).await? {
            let no = parties.iter().filter(|p| p.role == *role).count() as i64 + 1;
            parties.push(Party { role: *role, no, organisation, share: share.clone() });
        }
    }
    let partnership = match d.partnership.as_str() {
        "" => None,
        slug => {
            let found = store::partnership::find(tx, slug).await?;
            if found.is_none() {
                errors.push(FieldError::new("partnership", "partnership-unknown", vec![]));
            }
            found.map(|l| l.partnership.id)
        }
    };
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    let office = Office {
        id,
        slug: d.slug,
        name: d.name,
        place,
        partnership,
        purpose: d.purpose,
        opened: d.opened,
        closing: d.closing,
        note: d.note,
        source: d.source,
        version,
    };
    check(&office, &parties)?;
    Ok((office, parties))
}

/// Takes offices in with what is stated of them, e.g. from a file; what is there already is left alone.
pub async fn load(desk: &Desk, viewer: &Viewer, all: Vec<(Draft, Vec<crate::fact::NewFact>)>) -> Result<usize> {
    let permit = edit_permit(viewer)?;
    let mut fresh = 0;
    for (mut draft, facts) in all {
        let mut tx = desk.db.write().await?;
        if store::office::find(&mut tx, &draft.slug).await?.is_some() {
            continue;
        }
        if let Some(slug) = draft.source.take() {
            draft.source = Some(crate::source::id_of(&mut tx, &slug).await?.to_string());
        }
        let (office, parties) = read(&mut tx, desk.mint(OfficeId::mint), draft, 1).await?;
        let before = revision::before(&mut tx, revision::Kind::Office, &office.slug).await?;
        store::office::insert(&mut tx, &permit, &office, desk.now()).await?;
        for f in &facts {
            crate::fact::add_in(desk, &mut tx, &permit, About::Office, office.id.as_str(), f).await?;
        }
        finish(desk, tx, &permit, (office, parties), before).await?;
        fresh += 1;
    }
    Ok(fresh)
}
