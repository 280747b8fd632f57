//! What an office changes on an organisation: the card, its spellings, members, and what came before and after.

use crate::{Desk, Error, Result, Viewer, book, place, revision};
use domain::{
    Action, Permit, Refusal, Subject, Text3, decide,
    edtf::Edtf,
    fact::SubjectKind,
    ids::{AliasId, OrganisationId},
    organisation::{Category, Organisation, Scheme, Succession},
    refusal::FieldError,
};
use serde_json::json;
use store::{Tx, organisation::link};

/// An organisation as the form has it; other things by name or short name.
#[derive(Clone, Debug)]
pub struct Draft {
    pub kind: Category,
    pub names: Text3,
    pub abbr: String,
    pub country: String,
    pub part_of: String,
    pub place: String,
    pub established: Edtf,
    pub dissolved: Edtf,
    pub mailbox: String,
    pub verified: bool,
    pub identifiers: Vec<(Scheme, String)>,
}

/// Organisations that are called the same, or carry one of the same numbers.
pub async fn alike(desk: &Desk, viewer: &Viewer, draft: &Draft) -> Result<Vec<Organisation>> {
    decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let mut found: Vec<Organisation> = Vec::new();
    for name in [&draft.names.da, &draft.names.en, &draft.names.zh].into_iter().filter(|n| !n.is_empty()) {
        for o in store::organisation::named(&mut tx, name, 50).await?.0 {
            let spelt = store::alias::of(&mut tx, SubjectKind::Organisation, o.id.as_str()).await?;
            if book::is_called(&o.names, name) || spelt.iter().any(|a| i18n::search::fold(&a.spelling) == i18n::search::fold(name)) {
                found.push(o);
            }
        }
    }
    for (scheme, value) in &draft.identifiers {
        if let Some(id) = link::find_by_identifier(&mut tx, *scheme, value).await? {
            found.extend(store::organisation::find(&mut tx, &id).await?);
        }
    }
    found.sort_by(|a, b| a.slug.cmp(&b.slug));
    found.dedup_by(|a, b| a.slug == b.slug);
    Ok(found)
}

/// Answers the slug of the new organisation; the same `form_key` finds the same one.
pub async fn create(desk: &Desk, viewer: &Viewer, draft: Draft, form_key: &str) -> Result<String> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    if let Some(slug) = store::form_key::find(&mut tx, &permit, form_key).await? {
        return Ok(slug);
    }
    let id = desk.mint(OrganisationId::mint);
    let plain = book::slug(&draft.names, id.as_str(), false);
    let taken = store::organisation::find_by_slug(&mut tx, &plain).await?.is_some();
    let slug = book::slug(&draft.names, id.as_str(), taken);
    let organisation = placed(&mut tx, id, slug.clone(), 1, draft).await?;
    store::organisation::save(&mut tx, &permit, &organisation, &[], true, desk.now()).await?;
    revision::made(desk, &mut tx, &permit, revision::Kind::Organisation, &slug).await?;
    store::form_key::put(&mut tx, &permit, form_key, &slug, desk.now()).await?;
    desk.record(&mut tx, &permit, "organisation", organisation.id.as_str(), json!({ "created": slug })).await?;
    tx.commit().await?;
    Ok(slug)
}

pub async fn update(desk: &Desk, viewer: &Viewer, slug: &str, version: i64, draft: Draft) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let old = by_slug(&mut tx, slug).await?;
    let organisation = placed(&mut tx, old.id.clone(), old.slug, version, draft).await?;
    if organisation.part_of.as_ref() == Some(&organisation.id) {
        return Err(vec![FieldError::new("part_of", "organisation-ring", vec![])].into());
    }
    if !change(desk, &mut tx, &permit, &organisation).await? {
        return Err(Refusal::stale().into());
    }
    desk.record(&mut tx, &permit, "organisation", organisation.id.as_str(), json!({ "changed": organisation.slug })).await?;
    Ok(tx.commit().await?)
}

async fn by_slug(tx: &mut Tx, slug: &str) -> Result<Organisation> {
    store::organisation::find_by_slug(tx, slug).await?.ok_or(Error::NotFound)
}

/// Keeps a changed organisation and what was changed. Answers whether nobody else was quicker.
pub(crate) async fn change(desk: &Desk, tx: &mut Tx, permit: &Permit, o: &Organisation) -> Result<bool> {
    let before = revision::before(tx, revision::Kind::Organisation, &o.slug).await?;
    let kept = save(desk, tx, permit, o).await?;
    before.keep(desk, tx, permit, "").await?;
    Ok(kept)
}

async fn save(desk: &Desk, tx: &mut Tx, permit: &Permit, o: &Organisation) -> Result<bool> {
    let aliases = store::alias::of(tx, SubjectKind::Organisation, o.id.as_str()).await?;
    let spellings: Vec<&str> = aliases.iter().map(|a| a.spelling.as_str()).collect();
    Ok(store::organisation::save(tx, permit, o, &spellings, false, desk.now()).await?)
}

async fn placed(tx: &mut Tx, id: OrganisationId, slug: String, version: i64, d: Draft) -> Result<Organisation> {
    let part_of = find(tx, "part_of", &d.part_of).await?;
    let place = place::edit::find(tx, "place", &d.place).await?;
    Ok(Organisation {
        id,
        slug,
        kind: d.kind,
        names: d.names,
        abbr: d.abbr,
        country: d.country,
        part_of: part_of.map(|o| o.id),
        place: place.map(|p| p.id),
        established: d.established,
        dissolved: d.dissolved,
        mailbox: d.mailbox,
        verified: d.verified,
        version,
        identifiers: d.identifiers,
    })
}

/// The organisation that a field names; empty is none.
pub(crate) async fn find(tx: &mut Tx, field: &str, typed: &str) -> Result<Option<Organisation>> {
    if typed.is_empty() {
        return Ok(None);
    }
    if let Some(o) = store::organisation::find_by_slug(tx, typed).await? {
        return Ok(Some(o));
    }
    let (all, total) = store::organisation::named(tx, typed, 50).await?;
    let mut exact: Vec<Organisation> = all.iter().filter(|o| book::is_called(&o.names, typed)).cloned().collect();
    if exact.len() > 1 && exact.iter().any(|o| o.verified) {
        exact.retain(|o| o.verified);
    }
    match (exact.len(), total) {
        (1, _) => Ok(exact.pop()),
        (0, 1) => Ok(all.into_iter().next()),
        (_, n) => Err(vec![book::not_found(field, typed, n > 0)].into()),
    }
}

/// A tie between two organisations, as the form has it.
#[derive(Clone, Debug)]
pub enum Tie {
    Spelling { spelling: String, source: Option<String> },
    RemoveSpelling(AliasId),
    Member(String),
    RemoveMember(String),
    Successor { to: String, date: Edtf, note: Text3 },
}

/// Adds or removes what belongs to an organisation beside its card.
pub async fn tie(desk: &Desk, viewer: &Viewer, slug: &str, tie: Tie) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let o = by_slug(&mut tx, slug).await?;
    let before = revision::before(&mut tx, revision::Kind::Organisation, slug).await?;
    let about = (SubjectKind::Organisation, o.id.as_str());
    let required = |field: &str| Error::Invalid(vec![FieldError::new(field, "required", vec![])]);
    let what = match &tie {
        Tie::Spelling { spelling, source } => {
            let known = store::alias::of(&mut tx, about.0, about.1).await?;
            if !known.iter().any(|a| &a.spelling == spelling) {
                place::add_alias(desk, &mut tx, &permit, about, spelling, source.as_deref()).await?;
                save(desk, &mut tx, &permit, &o).await?;
            }
            "spelling"
        }
        Tie::RemoveSpelling(id) => {
            store::alias::remove(&mut tx, &permit, id, about.1).await?;
            save(desk, &mut tx, &permit, &o).await?;
            "spelling removed"
        }
        Tie::Member(typed) => {
            let member = find(&mut tx, "member", typed).await?.ok_or_else(|| required("member"))?;
            if member.id == o.id {
                return Err(vec![FieldError::new("member", "organisation-ring", vec![])].into());
            }
            link::add_member(&mut tx, &permit, &o.id, &member.id).await?;
            "member"
        }
        Tie::RemoveMember(slug) => {
            let member = by_slug(&mut tx, slug).await?;
            link::remove_member(&mut tx, &permit, &o.id, &member.id).await?;
            "member removed"
        }
        Tie::Successor { to, date, note } => {
            let successor = find(&mut tx, "successor", to).await?.ok_or_else(|| required("successor"))?.id;
            if successor == o.id {
                return Err(vec![FieldError::new("successor", "organisation-ring", vec![])].into());
            }
            let succession = Succession { predecessor: o.id.clone(), successor, date: date.clone(), note: note.clone() };
            link::save_succession(&mut tx, &permit, &succession).await?;
            "successor"
        }
    };
    before.keep(desk, &mut tx, &permit, "").await?;
    desk.record(&mut tx, &permit, "organisation", o.id.as_str(), json!({ "tie": what })).await?;
    Ok(tx.commit().await?)
}
