//! Organisations of the book: loaded from files, kept by the offices, open to everyone (R43, R52, R72).

pub(crate) mod card;
pub mod edit;

use crate::{
    Desk, Error, Result, Viewer,
    fact::{self, Dispute, NewFact},
};
use domain::{
    Action, Permit, Subject, Text3, decide,
    edtf::Edtf,
    fact::SubjectKind,
    ids::OrganisationId,
    organisation::{Category, Organisation, Scheme, Succession},
    place::Place,
};
use serde_json::json;
pub use store::organisation::Line;
use store::{Tx, book::Want, organisation::link};

/// An organisation as a file states it; other things by their slugs.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    pub slug: String,
    pub kind: Category,
    pub names: Text3,
    pub abbr: String,
    pub country: String,
    pub part_of: Option<String>,
    pub place: Option<String>,
    pub established: Edtf,
    pub dissolved: Edtf,
    pub mailbox: String,
    pub verified: bool,
    pub identifiers: Vec<(Scheme, String)>,
    pub members: Vec<String>,
    /// What it was merged into, when, and why.
    pub successors: Vec<(String, Edtf, Text3)>,
    pub aliases: Vec<(String, Option<String>)>,
    pub facts: Vec<NewFact>,
}

/// Keeps the organisations that are not there yet, in one transaction; answers how many came.
pub async fn load(desk: &Desk, viewer: &Viewer, all: &[NewOrganisation]) -> Result<usize> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    let mut fresh = Vec::new();
    for new in all {
        if store::organisation::find_by_slug(&mut tx, &new.slug).await?.is_none() {
            insert(desk, &mut tx, &permit, new).await?;
            fresh.push(new);
        }
    }
    for new in &fresh {
        tie(&mut tx, &permit, new).await?;
    }
    desk.record(&mut tx, &permit, "organisation", "", json!({ "loaded": fresh.len() })).await?;
    tx.commit().await?;
    Ok(fresh.len())
}

async fn insert(desk: &Desk, tx: &mut Tx, permit: &Permit, new: &NewOrganisation) -> Result<()> {
    let part_of = match &new.part_of {
        Some(slug) => Some(by_slug(tx, slug).await?.id),
        None => None,
    };
    let place = match &new.place {
        Some(slug) => Some(store::place::find_by_slug(tx, slug).await?.ok_or_else(|| anyhow::anyhow!("no place '{slug}'"))?.id),
        None => None,
    };
    let organisation = Organisation {
        id: desk.mint(OrganisationId::mint),
        slug: new.slug.clone(),
        kind: new.kind,
        names: new.names.clone(),
        abbr: new.abbr.clone(),
        country: new.country.clone(),
        part_of,
        place,
        established: new.established.clone(),
        dissolved: new.dissolved.clone(),
        mailbox: new.mailbox.clone(),
        verified: new.verified,
        version: 1,
        identifiers: new.identifiers.clone(),
    };
    let spellings: Vec<&str> = new.aliases.iter().map(|(s, _)| s.as_str()).collect();
    store::organisation::save(tx, permit, &organisation, &spellings, true, desk.now()).await?;
    let about = (SubjectKind::Organisation, organisation.id.as_str());
    for (spelling, source) in &new.aliases {
        crate::place::add_alias(desk, tx, permit, about, spelling, source.as_deref()).await?;
    }
    for fact in &new.facts {
        crate::fact::add_in(desk, tx, permit, about.0, about.1, fact).await?;
    }
    Ok(())
}

/// Members and successors, which may come later in the file than what names them.
async fn tie(tx: &mut Tx, permit: &Permit, new: &NewOrganisation) -> Result<()> {
    if new.members.is_empty() && new.successors.is_empty() {
        return Ok(());
    }
    let organisation = by_slug(tx, &new.slug).await?;
    for member in &new.members {
        let member = by_slug(tx, member).await?;
        link::add_member(tx, permit, &organisation.id, &member.id).await?;
    }
    for (successor, date, note) in &new.successors {
        let successor = by_slug(tx, successor).await?.id;
        let succession = Succession { predecessor: organisation.id.clone(), successor, date: date.clone(), note: note.clone() };
        link::save_succession(tx, permit, &succession).await?;
    }
    Ok(())
}

async fn by_slug(tx: &mut Tx, slug: &str) -> Result<Organisation> {
    Ok(store::organisation::find_by_slug(tx, slug).await?.ok_or_else(|| anyhow::anyhow!("no organisation '{slug}'"))?)
}

/// Organisations of a list and how many match.
pub async fn list(desk: &Desk, want: &Want) -> Result<(Vec<Line>, usize)> {
    let mut tx = desk.db.read().await?;
    let shelf = desk.finder.organisations(&mut tx).await?;
    let found = shelf.find(want);
    Ok((store::organisation::by_ids(&mut tx, &shelf.page(&found, want)).await?, found.total))
}

/// Countries to filter by.
pub async fn countries(desk: &Desk) -> Result<Vec<String>> {
    Ok(desk.finder.organisations(&mut desk.db.read().await?).await?.countries())
}

/// An organisation with all that is known of it.
pub struct Public {
    pub organisation: Organisation,
    pub part_of: Option<Organisation>,
    pub place: Option<Place>,
    pub parts: Vec<Organisation>,
    pub members: Vec<Organisation>,
    pub groups: Vec<Organisation>,
    pub predecessors: Vec<link::Turn>,
    pub successors: Vec<link::Turn>,
    pub aliases: Vec<store::alias::Line>,
    pub facts: Vec<fact::Line>,
    pub disputes: Vec<Dispute>,
}

pub async fn show(desk: &Desk, slug: &str) -> Result<Public> {
    let mut tx = desk.db.read().await?;
    let organisation = store::organisation::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let id = organisation.id.clone();
    let part_of = match &organisation.part_of {
        Some(above) => store::organisation::find(&mut tx, above).await?,
        None => None,
    };
    let place = match &organisation.place {
        Some(place) => store::place::find(&mut tx, place).await?,
        None => None,
    };
    Ok(Public {
        organisation,
        part_of,
        place,
        parts: store::organisation::parts(&mut tx, &id).await?,
        members: link::members(&mut tx, &id).await?,
        groups: link::groups(&mut tx, &id).await?,
        predecessors: link::predecessors(&mut tx, &id).await?,
        successors: link::successors(&mut tx, &id).await?,
        aliases: store::alias::of(&mut tx, SubjectKind::Organisation, id.as_str()).await?,
        facts: store::fact::of(&mut tx, SubjectKind::Organisation, id.as_str()).await?,
        disputes: crate::fact::disputes_about(&mut tx, SubjectKind::Organisation, id.as_str()).await?,
    })
}
