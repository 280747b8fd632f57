//! What officers change about a partnership.

use crate::{
    Desk, Error, Result, Viewer,
    revision::{self, Kind as History},
};
use domain::{
    Action, Permit, Refusal, Role, Subject, Text3, decide,
    edtf::Edtf,
    ids::{EventId, PartnershipId},
    partnership::{
        Contact, Kind, LevelSpell, Link, LinkKind, Member, Partnership, Side, State, SubjectKind, Theme, check_link, check_members,
        is_slug, set_state as say_state,
    },
    refusal::{FieldError, Value},
};
use serde_json::json;
use store::{
    Tx,
    partnership::{Line, detail},
};

/// What the form holds; parties by the address of their pages.
#[derive(Clone, Debug)]
pub struct Draft {
    pub slug: String,
    pub title: Text3,
    pub kind: Kind,
    pub labels: [Text3; 2],
    pub since: Edtf,
    pub until: Edtf,
    pub purpose: Text3,
    pub contact: Text3,
    pub mailbox: String,
    /// Account that is reminded beside the mailbox; empty: whoever enters the partnership.
    pub owner: Option<String>,
    pub source: Option<String>,
    /// Field, side and what was typed.
    pub parties: Vec<(String, Side, String)>,
    pub form_key: String,
}

/// Id and name of the officers, one of whom is reminded.
pub async fn owners(desk: &Desk, viewer: &Viewer) -> Result<Vec<(String, String)>> {
    let permit = permit(viewer)?;
    let all = store::account::list(&mut desk.db.read().await?, &permit).await?;
    Ok(all.into_iter().filter(|a| a.roles.iter().any(|(role, _)| *role == Role::Officer)).map(|a| (a.id.to_string(), a.name)).collect())
}

pub(crate) fn permit(viewer: &Viewer) -> Result<Permit> {
    Ok(decide(&viewer.actor(), Action::EditBook, &Subject::Site)?)
}

/// Answers the slug; a replayed form answers the same.
pub async fn create(desk: &Desk, viewer: &Viewer, draft: Draft, state: State) -> Result<String> {
    let permit = permit(viewer)?;
    let mut tx = desk.db.write().await?;
    if let Some(done) = store::form_key::find(&mut tx, &permit, &draft.form_key).await? {
        return Ok(done);
    }
    if !is_slug(&draft.slug) {
        return Err(Error::Invalid(vec![FieldError::new("slug", "book-slug", vec![])]));
    }
    if store::partnership::find(&mut tx, &draft.slug).await?.is_some() {
        return Err(Error::Invalid(vec![FieldError::new("slug", "book-slug-taken", vec![])]));
    }
    let members = members(&mut tx, &draft.parties).await?;
    let p = Partnership {
        id: desk.mint(PartnershipId::mint),
        slug: draft.slug,
        title: draft.title,
        kind: draft.kind,
        labels: draft.labels,
        since: draft.since,
        until: draft.until,
        state,
        purpose: draft.purpose,
        contact: draft.contact,
        mailbox: draft.mailbox,
        owner: draft.owner.or_else(|| viewer.account.as_ref().map(|a| a.id.to_string())),
        source: draft.source,
        version: 1,
    };
    store::partnership::insert(&mut tx, &permit, &p, desk.now()).await?;
    store::partnership::set_parties(&mut tx, &permit, &p.id, &members).await?;
    revision::made(desk, &mut tx, &permit, History::Partnership, &p.slug).await?;
    store::form_key::put(&mut tx, &permit, &draft.form_key, &p.slug, desk.now()).await?;
    desk.record(&mut tx, &permit, "partnership", p.id.as_str(), json!({ "slug": p.slug })).await?;
    tx.commit().await?;
    Ok(p.slug)
}

/// `version`: what the form was filled from.
pub async fn update(desk: &Desk, viewer: &Viewer, slug: &str, draft: Draft, version: i64) -> Result<()> {
    let permit = permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let mut p = find(&mut tx, slug).await?.partnership;
    let before = revision::before(&mut tx, History::Partnership, slug).await?;
    let members = members(&mut tx, &draft.parties).await?;
    (p.title, p.kind, p.labels, p.since, p.until) = (draft.title, draft.kind, draft.labels, draft.since, draft.until);
    p.owner = draft.owner;
    (p.purpose, p.contact, p.mailbox, p.source, p.version) = (draft.purpose, draft.contact, draft.mailbox, draft.source, version);
    save(&mut tx, &permit, &p).await?;
    store::partnership::set_parties(&mut tx, &permit, &p.id, &members).await?;
    before.keep(desk, &mut tx, &permit, "").await?;
    desk.record(&mut tx, &permit, "partnership", p.id.as_str(), json!({ "changed": "description" })).await?;
    tx.commit().await?;
    Ok(())
}

async fn find(tx: &mut Tx, slug: &str) -> Result<Line> {
    store::partnership::find(tx, slug).await?.ok_or(Error::NotFound)
}

async fn save(tx: &mut Tx, permit: &Permit, p: &Partnership) -> Result<()> {
    if store::partnership::update(tx, permit, p).await? { Ok(()) } else { Err(Refusal::stale().into()) }
}

/// Finds the parties by what was typed: the address of their page, or a name that only one has.
async fn members(tx: &mut Tx, typed: &[(String, Side, String)]) -> Result<Vec<Member>> {
    let (mut members, mut errors) = (Vec::new(), Vec::new());
    for (field, side, text) in typed {
        if let Some((kind, subject)) = only(tx, field, None, text, &mut errors).await? {
            let no = members.iter().filter(|m: &&Member| m.side == *side).count() as i64 + 1;
            members.push(Member { side: *side, no, kind, subject });
        }
    }
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    check_members(&members)?;
    Ok(members)
}

/// The one place or organisation that was meant, of `kind` where only that will do; else a note on the field.
pub(crate) async fn only(
    tx: &mut Tx,
    field: &str,
    kind: Option<SubjectKind>,
    typed: &str,
    errors: &mut Vec<FieldError>,
) -> Result<Option<(SubjectKind, String)>> {
    let mut found = store::partnership::resolve(tx, typed).await?;
    found.retain(|(k, ..)| kind.is_none_or(|wanted| *k == wanted));
    match found.as_slice() {
        [(kind, subject, ..)] => return Ok(Some((*kind, subject.clone()))),
        [] => errors.push(FieldError::new(field, "partnership-party-unknown", vec![("typed", Value::Text(typed.into()))])),
        several => {
            let slugs: Vec<String> = several.iter().take(6).map(|(k, _, slug, _)| format!("{}s/{slug}", k.code())).collect();
            errors.push(FieldError::new(field, "partnership-party-several", vec![("slugs", Value::Text(slugs.join(", ")))]));
        }
    }
    Ok(None)
}

/// Themes and levels as the form holds them. `version`: what it was filled from.
pub async fn set_details(
    desk: &Desk,
    viewer: &Viewer,
    slug: &str,
    version: i64,
    themes: Vec<Theme>,
    levels: Vec<LevelSpell>,
) -> Result<()> {
    let permit = permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let mut p = find(&mut tx, slug).await?.partnership;
    p.version = version;
    let before = revision::before(&mut tx, History::Details, slug).await?;
    save(&mut tx, &permit, &p).await?;
    detail::set_themes(&mut tx, &permit, &p.id, &themes).await?;
    detail::set_levels(&mut tx, &permit, &p.id, &levels).await?;
    before.keep(desk, &mut tx, &permit, "").await?;
    desk.record(&mut tx, &permit, "partnership", p.id.as_str(), json!({ "themes": themes.len(), "levels": levels.len() })).await?;
    tx.commit().await?;
    Ok(())
}

/// A person says how it goes, and why.
pub async fn set_state(desk: &Desk, viewer: &Viewer, slug: &str, state: State, reason: &str) -> Result<()> {
    let permit = permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let mut p = find(&mut tx, slug).await?.partnership;
    say_state(&mut p, state, reason)?;
    let before = revision::before(&mut tx, History::Partnership, slug).await?;
    save(&mut tx, &permit, &p).await?;
    before.keep(desk, &mut tx, &permit, reason.trim()).await?;
    detail::add_state(&mut tx, &permit, &p.id, state, reason.trim(), &viewer.by(), desk.now()).await?;
    desk.record(&mut tx, &permit, "partnership", p.id.as_str(), json!({ "state": state.code() })).await?;
    tx.commit().await?;
    Ok(())
}

pub async fn add_contact(desk: &Desk, viewer: &Viewer, slug: &str, contact: Contact, form_key: &str) -> Result<()> {
    let permit = permit(viewer)?;
    let mut tx = desk.db.write().await?;
    if store::form_key::find(&mut tx, &permit, form_key).await?.is_some() {
        return Ok(());
    }
    let p = find(&mut tx, slug).await?.partnership;
    if contact.day > super::today(desk, &mut tx).await? {
        return Err(Error::Invalid(vec![FieldError::new("day", "partnership-contact-future", vec![])]));
    }
    let row = desk.mint(EventId::mint);
    detail::add_contact(&mut tx, &permit, row.as_str(), &p.id, &contact, &viewer.by(), desk.now()).await?;
    store::form_key::put(&mut tx, &permit, form_key, slug, desk.now()).await?;
    desk.record(&mut tx, &permit, "partnership", p.id.as_str(), json!({ "contact": contact.direction.code() })).await?;
    tx.commit().await?;
    Ok(())
}

/// How this partnership stands to another.
pub async fn link(desk: &Desk, viewer: &Viewer, slug: &str, kind: LinkKind, other: &str, note: Text3) -> Result<()> {
    let permit = permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let p = find(&mut tx, slug).await?.partnership;
    let unknown = || Error::Invalid(vec![FieldError::new("other", "partnership-unknown", vec![])]);
    let other = store::partnership::find(&mut tx, other).await?.ok_or_else(unknown)?.partnership.id;
    check_link(&p.id, &other)?;
    detail::add_link(&mut tx, &permit, &p.id, &Link { kind, other, note }).await?;
    desk.record(&mut tx, &permit, "partnership", p.id.as_str(), json!({ "link": kind.code() })).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a link away.
pub async fn relink(desk: &Desk, viewer: &Viewer, slug: &str, kind: LinkKind, other: &str) -> Result<()> {
    let permit = permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let p = find(&mut tx, slug).await?.partnership;
    let other = find(&mut tx, other).await?.partnership.id;
    detail::drop_link(&mut tx, &permit, &p.id, kind, &other).await?;
    desk.record(&mut tx, &permit, "partnership", p.id.as_str(), json!({ "unlink": kind.code() })).await?;
    tx.commit().await?;
    Ok(())
}

/// Ties a programme to the partnership, so that its projects count as results; or unties it.
pub async fn programme(desk: &Desk, viewer: &Viewer, slug: &str, programme: &str, tied: bool) -> Result<()> {
    let permit = permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let p = find(&mut tx, slug).await?.partnership;
    let found = store::programme::list(&mut tx).await?.into_iter().find(|g| g.slug == programme);
    let programme = found.ok_or_else(|| Error::Invalid(vec![FieldError::new("programme", "required", vec![])]))?.id;
    if tied {
        detail::add_programme(&mut tx, &permit, &p.id, &programme).await?;
    } else {
        detail::drop_programme(&mut tx, &permit, &p.id, &programme).await?;
    }
    desk.record(&mut tx, &permit, "partnership", p.id.as_str(), json!({ "programme": programme.as_str(), "tied": tied })).await?;
    tx.commit().await?;
    Ok(())
}
