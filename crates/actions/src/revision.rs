//! Who changed what in the partnership book, and how it stood before: read by those who look into the book, so that a mistake can be put right.

use crate::{
    Desk, Error, Result, Viewer, activity, collaboration, delegation, fact, instrument, news, offer, office, organisation, partnership,
    person, place, presence,
};
pub use domain::revision::Kind;
use domain::{
    Action, Instant, Permit, Subject, Text3, decide,
    ids::{FactId, RevisionId},
    person::mentions,
    revision::{Card, What, changes},
};
use store::Tx;
pub use store::revision::Revision;

/// A thing as its form holds it now.
#[derive(Clone, Debug)]
pub struct Standing {
    pub names: Text3,
    /// Rises with every save: a form that somebody else has overtaken is refused.
    pub version: i64,
    pub card: Card,
}

/// One line of a history.
pub struct Step {
    pub revision: Revision,
    /// The save that this one took back.
    pub undoes: Option<Instant>,
    /// Whether its form can take it back.
    pub undoable: bool,
}

/// How a thing stands; none where the book does not hold it.
pub(crate) async fn standing(tx: &mut Tx, kind: Kind, slug: &str) -> anyhow::Result<Option<Standing>> {
    match kind {
        Kind::Place => place::card::standing(tx, slug).await,
        Kind::Organisation => organisation::card::standing(tx, slug).await,
        Kind::Partnership => partnership::card::standing(tx, slug).await,
        Kind::Details => partnership::card::details(tx, slug).await,
        Kind::Instrument => instrument::card::standing(tx, slug).await,
        Kind::Office => office::card::standing(tx, slug).await,
        Kind::Delegation => delegation::card::standing(tx, slug).await,
        Kind::Report => delegation::card::report(tx, slug).await,
        Kind::Activity => activity::card::standing(tx, slug).await,
        Kind::News => news::card::standing(tx, slug).await,
        Kind::Collaboration => collaboration::card::standing(tx, slug).await,
        Kind::Offer => offer::card::standing(tx, slug).await,
        Kind::Presence => presence::card::standing(tx, slug).await,
        Kind::Post => person::card::standing(tx, slug).await,
        Kind::Fact => fact::card::standing(tx, slug).await,
    }
}

/// A source by its slug, with its title.
pub(crate) async fn by_slug(tx: &mut Tx, slug: &str) -> anyhow::Result<Option<(String, Text3)>> {
    Ok(store::source::find_by_slug(tx, slug).await?.map(|l| (l.source.slug, l.source.title)))
}

/// A source by its id, with its title.
pub(crate) async fn by_id(tx: &mut Tx, id: Option<&str>) -> anyhow::Result<Option<(String, Text3)>> {
    let Some(id) = id else { return Ok(None) };
    let found = store::source::list(tx).await?.into_iter().find(|l| l.source.id.as_str() == id);
    Ok(found.map(|l| (l.source.id.to_string(), l.source.title)))
}

/// A change on its way: how the thing stood before, and on whose page it is told.
pub(crate) struct Before {
    kind: Kind,
    slug: String,
    page: String,
    card: Option<Card>,
}

/// Call it before a thing is changed, made or withdrawn, and `keep` behind it.
pub(crate) async fn before(tx: &mut Tx, kind: Kind, slug: &str) -> anyhow::Result<Before> {
    let card = standing(tx, kind, slug).await?.map(|s| s.card);
    let page = page(tx, kind, slug).await?;
    Ok(Before { kind, slug: slug.into(), page, card })
}

impl Before {
    /// Keeps what the save has changed, if anything. What the operator's files bring is nobody's change.
    pub(crate) async fn keep(self, desk: &Desk, tx: &mut Tx, permit: &Permit, reason: &str) -> anyhow::Result<()> {
        if permit.account().is_none() {
            return Ok(());
        }
        let after = standing(tx, self.kind, &self.slug).await?.map(|s| s.card);
        let what = match (&self.card, &after) {
            (None, _) => What::Created,
            (_, None) => What::Withdrawn,
            _ => What::Changed,
        };
        let changes = changes(&self.card.unwrap_or_default(), &after.unwrap_or_default());
        if changes.is_empty() {
            return Ok(());
        }
        // What is made just now could not be asked for its page before.
        let page = if self.page.is_empty() { page(tx, self.kind, &self.slug).await? } else { self.page };
        let (id, at) = (desk.mint(RevisionId::mint), desk.now());
        let (kind, slug, reason) = (self.kind, self.slug, reason.to_string());
        let who = permit.account().map(|a| a.to_string()).unwrap_or_default();
        let party = permit.party().cloned();
        let revision = Revision { id, page, kind, slug, what, at, who, party, reason, changes };
        store::revision::add(tx, permit, &revision).await
    }
}

/// Keeps that a thing was made just now.
pub(crate) async fn made(desk: &Desk, tx: &mut Tx, permit: &Permit, kind: Kind, slug: &str) -> anyhow::Result<()> {
    Before { kind, slug: slug.into(), page: String::new(), card: None }.keep(desk, tx, permit, "").await
}

/// The page that tells of it: a statement's is that of what it is about; empty while there is none.
async fn page(tx: &mut Tx, kind: Kind, slug: &str) -> anyhow::Result<String> {
    let Kind::Fact = kind else { return Ok(kind.page(slug)) };
    let Some(id) = FactId::parse(slug) else { return Ok(String::new()) };
    Ok(fact::edit::subject(tx, &id).await?.map(|s| s.href()).unwrap_or_default())
}

/// Name of a thing and what was changed on it and its statements, the newest first.
pub async fn history(desk: &Desk, viewer: &Viewer, kind: Kind, slug: &str) -> Result<(Text3, Vec<Step>)> {
    decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    // A draft is the officers' alone.
    if kind == Kind::News {
        news::show(desk, viewer, slug).await?;
    }
    let mut tx = desk.db.read().await?;
    let thing = standing(&mut tx, kind, slug).await?.filter(|_| Kind::at(&kind.page(slug)).is_some_and(|(k, _)| k == kind));
    let all = store::revision::of(&mut tx, &kind.page(slug)).await?;
    Ok((thing.ok_or(Error::NotFound)?.names, steps(all)))
}

fn steps(all: Vec<Revision>) -> Vec<Step> {
    let gone = |r: &Revision| r.what == What::Changed && all.iter().any(|x| x.slug == r.slug && x.what == What::Withdrawn);
    let step = |(n, r): (usize, &Revision)| Step {
        undoes: all[n + 1..].iter().find(|of| takes_back(r, of)).map(|of| of.at),
        undoable: r.what != What::Created && r.changes.iter().any(|c| c.has_field()) && !gone(r),
        revision: r.clone(),
    };
    all.iter().enumerate().map(step).collect()
}

fn takes_back(r: &Revision, of: &Revision) -> bool {
    !r.changes.is_empty()
        && (r.kind, &r.slug, r.changes.len()) == (of.kind, &of.slug, of.changes.len())
        && r.changes.iter().all(|c| of.changes.iter().any(|o| c.reverses(o)))
}

/// A thing as its form is filled.
pub async fn editing(desk: &Desk, viewer: &Viewer, kind: Kind, slug: &str) -> Result<Standing> {
    decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    standing(&mut desk.db.read().await?, kind, slug).await?.ok_or(Error::NotFound)
}

/// One line of a history, to take it back.
pub async fn find(desk: &Desk, viewer: &Viewer, id: &str) -> Result<Revision> {
    decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let id = RevisionId::parse(id).ok_or(Error::NotFound)?;
    store::revision::find(&mut desk.db.read().await?, &id).await?.ok_or(Error::NotFound)
}

/// The last change of a thing.
pub async fn latest(desk: &Desk, viewer: &Viewer, kind: Kind, slug: &str) -> Result<Option<Revision>> {
    decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    Ok(store::revision::latest(&mut desk.db.read().await?, kind, slug).await?)
}

/// The last change told on a page, for those who look into the book.
pub async fn last(desk: &Desk, viewer: &Viewer, page: &str) -> Result<Option<Revision>> {
    match decide(&viewer.actor(), Action::ReadBook, &Subject::Site) {
        Ok(_) => Ok(store::revision::last(&mut desk.db.read().await?, page).await?),
        Err(_) => Ok(None),
    }
}

/// Takes a name out of every history that it stands in: the field's values go, who changed it and when stay.
pub(crate) async fn forget(tx: &mut Tx, permit: &Permit, names: &[String]) -> anyhow::Result<()> {
    for name in names.iter().map(|n| n.trim()).filter(|n| n.chars().count() > 1) {
        for mut r in store::revision::naming(tx, name).await? {
            r.changes.retain(|c| !c.old.iter().chain(&c.new).any(|s| mentions(&s.value, name)));
            r.reason = if mentions(&r.reason, name) { String::new() } else { r.reason };
            store::revision::blank(tx, permit, &r).await?;
        }
    }
    Ok(())
}
