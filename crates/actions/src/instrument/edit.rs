//! A text is entered, changed, and continued in a new version that begins with the old one's words.

use super::{edit_permit, find, page::whole, save, words};
use crate::{Desk, Error, Result, Viewer, revision};
use domain::{
    Permit, Text3,
    edtf::Edtf,
    ids::{CommitmentId, InstrumentId},
    instrument::{Bound, Commitment, Instrument, Kind, Prevails, Progress, Relation, State, Term},
    partnership::is_slug,
    refusal::FieldError,
};
use serde_json::json;
use store::{Tx, instrument::detail};

/// What the form holds.
#[derive(Clone, Debug)]
pub struct Draft {
    pub slug: String,
    /// Address of the text above, and how this one hangs there.
    pub parent: Option<(String, Relation)>,
    pub title: Text3,
    pub kind: Kind,
    pub labels: [Text3; 2],
    pub state: State,
    pub signed: Edtf,
    pub place: Text3,
    pub in_force: Edtf,
    pub ended: Edtf,
    pub term: Term,
    pub prevails: Prevails,
    pub focus: Text3,
    pub note: Text3,
    pub published: bool,
    pub archive: String,
    pub source: Option<String>,
    pub form_key: String,
}

fn wrong(field: &str, key: &'static str) -> Error {
    Error::Invalid(vec![FieldError::new(field, key, vec![])])
}

/// Enters a text, also one of the past with the state it is in. Answers its slug; a replayed form answers the same.
pub async fn create(desk: &Desk, viewer: &Viewer, partnership: &str, draft: Draft) -> Result<String> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    if let Some(done) = store::form_key::find(&mut tx, &permit, &draft.form_key).await? {
        return Ok(done);
    }
    let line = store::partnership::find(&mut tx, partnership).await?.ok_or_else(|| wrong("partnership", "partnership-unknown"))?;
    if !is_slug(&draft.slug) {
        return Err(wrong("slug", "book-slug"));
    }
    if store::instrument::find(&mut tx, &draft.slug).await?.is_some() {
        return Err(wrong("slug", "book-slug-taken"));
    }
    let mut i = Instrument {
        id: desk.mint(InstrumentId::mint),
        slug: draft.slug.clone(),
        partnership: line.partnership.id.clone(),
        parent: None,
        title: Text3::default(),
        kind: draft.kind,
        labels: Default::default(),
        state: draft.state,
        signed: Edtf::default(),
        place: Text3::default(),
        in_force: Edtf::default(),
        term: Term::Unknown,
        ended: Edtf::default(),
        ending: None,
        prevails: Prevails::Unknown,
        focus: Text3::default(),
        note: Text3::default(),
        published: false,
        archive: String::new(),
        source: None,
        version: 1,
    };
    let form_key = draft.form_key.clone();
    fill(&mut tx, &mut i, draft).await?;
    store::instrument::insert(&mut tx, &permit, &i, &words(&i), desk.now()).await?;
    revision::made(desk, &mut tx, &permit, revision::Kind::Instrument, &i.slug).await?;
    store::form_key::put(&mut tx, &permit, &form_key, &i.slug, desk.now()).await?;
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "slug": i.slug, "state": i.state.code() })).await?;
    tx.commit().await?;
    Ok(i.slug)
}

/// What the form may change; the state moves only by its steps.
async fn fill(tx: &mut Tx, i: &mut Instrument, d: Draft) -> Result<()> {
    i.parent = match d.parent {
        None => None,
        Some((slug, relation)) => {
            let above = store::instrument::find(tx, &slug).await?.filter(|x| x.partnership == i.partnership && x.id != i.id);
            let above = above.ok_or_else(|| wrong("parent", "instrument-parent"))?;
            if hangs_under(tx, &above, &i.id).await? {
                return Err(wrong("parent", "instrument-parent-circle"));
            }
            Some((above.id, relation))
        }
    };
    (i.title, i.kind, i.labels, i.signed, i.place) = (d.title, d.kind, d.labels, d.signed, d.place);
    (i.in_force, i.ended, i.term, i.prevails, i.focus) = (d.in_force, d.ended, d.term, d.prevails, d.focus);
    (i.note, i.published, i.archive, i.source) = (d.note, d.published, d.archive, d.source);
    Ok(())
}

/// Is `id` somewhere above this text?
async fn hangs_under(tx: &mut Tx, text: &Instrument, id: &InstrumentId) -> Result<bool> {
    let mut next = text.parent.clone();
    while let Some((above, _)) = next {
        if &above == id {
            return Ok(true);
        }
        next = store::instrument::get(tx, &above).await?.parent;
    }
    Ok(false)
}

/// `version`: what the form was filled from.
pub async fn update(desk: &Desk, viewer: &Viewer, slug: &str, draft: Draft, version: i64) -> Result<()> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let mut i = find(&mut tx, slug).await?;
    fill(&mut tx, &mut i, draft).await?;
    i.version = version;
    save(desk, &mut tx, &permit, &i).await?;
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "changed": "text" })).await?;
    tx.commit().await?;
    Ok(())
}

/// A new draft under the old text with its words, parties and open promises; the old one stays as it is. Answers the new slug.
pub async fn amend(desk: &Desk, viewer: &Viewer, slug: &str, relation: Relation, form_key: &str) -> Result<String> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    if let Some(done) = store::form_key::find(&mut tx, &permit, form_key).await? {
        return Ok(done);
    }
    let old = find(&mut tx, slug).await?;
    let old = whole(&mut tx, old).await?;
    let mut i = old.instrument.clone();
    i.id = desk.mint(InstrumentId::mint);
    i.slug = free_slug(&mut tx, &old.instrument.slug).await?;
    i.parent = Some((old.instrument.id.clone(), relation));
    (i.state, i.published, i.version) = (State::Draft, false, 1);
    (i.signed, i.in_force, i.ended, i.ending) = (Edtf::default(), Edtf::default(), Edtf::default(), None);
    i.archive = String::new();
    store::instrument::insert(&mut tx, &permit, &i, &words(&i), desk.now()).await?;
    revision::made(desk, &mut tx, &permit, revision::Kind::Instrument, &i.slug).await?;
    let bound: Vec<Bound> = old.bound.into_iter().map(|b| b.bound).collect();
    detail::set_bound(&mut tx, &permit, &i.id, &bound).await?;
    carry_over(desk, &mut tx, &permit, &i.id, old.commitments).await?;
    store::form_key::put(&mut tx, &permit, form_key, &i.slug, desk.now()).await?;
    desk.record(&mut tx, &permit, "instrument", i.id.as_str(), json!({ "slug": i.slug, "relation": relation.code() })).await?;
    tx.commit().await?;
    Ok(i.slug)
}

async fn carry_over(desk: &Desk, tx: &mut Tx, permit: &Permit, to: &InstrumentId, all: Vec<Commitment>) -> Result<()> {
    for mut c in all.into_iter().filter(|c| matches!(c.progress, Progress::Open | Progress::Partly)) {
        c.id = desk.mint(CommitmentId::mint);
        (c.progress, c.done, c.evidence) = (Progress::Open, Edtf::default(), String::new());
        detail::add_commitment(tx, permit, to, &c).await?;
    }
    Ok(())
}

async fn free_slug(tx: &mut Tx, old: &str) -> Result<String> {
    let stem = old.rsplit_once("-v").filter(|(_, n)| n.parse::<u32>().is_ok()).map_or(old, |(stem, _)| stem);
    let mut n = 2;
    loop {
        let slug = format!("{stem}-v{n}");
        if store::instrument::find(tx, &slug).await?.is_none() {
            return Ok(slug);
        }
        n += 1;
    }
}
