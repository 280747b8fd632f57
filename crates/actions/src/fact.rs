//! Facts of the partnership book and the disagreements among them. Every fact names its source; nothing is resolved in silence.

pub(crate) mod card;
pub mod edit;

use crate::{Desk, Error, Result, Viewer, revision, source};
use domain::{
    Action, Permit, Subject, Text3, decide,
    edtf::Edtf,
    fact::{Discord, Fact, Kind, SubjectKind},
    ids::{DiscordId, FactId},
};
use serde_json::json;
use std::collections::HashMap;
use store::Tx;
pub use store::fact::{Line, Subject as About};

/// A fact before it has an id and a subject.
#[derive(Clone, Debug)]
pub struct NewFact {
    pub kind: Kind,
    pub body: Text3,
    pub number: Option<f64>,
    pub unit: String,
    pub as_of: Edtf,
    /// Slugs: the first is the source, the others say the same.
    pub sources: Vec<String>,
    pub quote: String,
}

/// A claim of a disagreement: what it is about, by kind and slug.
#[derive(Clone, Debug)]
pub struct NewClaim {
    pub about: SubjectKind,
    pub slug: String,
    pub fact: NewFact,
}

#[derive(Clone, Debug)]
pub struct NewDiscord {
    pub code: String,
    pub no: i64,
    pub body: Text3,
    pub claims: Vec<NewClaim>,
}

/// A fact with what it is about.
#[derive(Clone, Debug)]
pub struct Told {
    pub line: Line,
    pub about: Option<About>,
}

/// A disagreement with its claims.
#[derive(Clone, Debug)]
pub struct Dispute {
    pub discord: Discord,
    pub claims: Vec<Told>,
}

/// Adds a fact inside a transaction of another action.
pub async fn add_in(desk: &Desk, tx: &mut Tx, permit: &Permit, about: SubjectKind, subject: &str, new: &NewFact) -> anyhow::Result<FactId> {
    let mut slugs = new.sources.iter();
    let first = slugs.next().ok_or_else(|| anyhow::anyhow!("a fact without a source"))?;
    let fact = Fact {
        id: desk.mint(FactId::mint),
        about,
        subject: subject.into(),
        no: 0,
        kind: new.kind,
        body: new.body.clone(),
        number: new.number,
        unit: new.unit.clone(),
        as_of: new.as_of.clone(),
        source: source::id_of(tx, first).await?,
        quote: new.quote.clone(),
    };
    store::fact::insert(tx, permit, &fact, desk.now()).await?;
    for slug in slugs {
        let id = source::id_of(tx, slug).await?;
        store::fact::add_support(tx, permit, &fact.id, &id).await?;
    }
    Ok(fact.id)
}

/// What a new fact would be about, by kind and short name.
pub async fn about(desk: &Desk, viewer: &Viewer, kind: SubjectKind, slug: &str) -> Result<About> {
    decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    store::fact::find_subject(&mut desk.db.read().await?, kind, slug).await?.ok_or(Error::NotFound)
}

/// Adds a fact to anything in the book; a replayed form adds one.
pub async fn add(desk: &Desk, viewer: &Viewer, about: &About, new: &NewFact, form_key: &str) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    if store::form_key::find(&mut tx, &permit, form_key).await?.is_some() {
        return Ok(());
    }
    let id = add_in(desk, &mut tx, &permit, about.kind, &about.id, new).await?;
    store::form_key::put(&mut tx, &permit, form_key, id.as_str(), desk.now()).await?;
    revision::made(desk, &mut tx, &permit, revision::Kind::Fact, id.as_str()).await?;
    let detail = json!({ "about": about.kind.code(), "subject": about.id, "kind": new.kind.code() });
    desk.record(&mut tx, &permit, "fact", id.as_str(), detail).await?;
    Ok(tx.commit().await?)
}

/// Keeps disagreements that are not there yet; a claim about something unknown stops the load.
pub async fn load_discords(desk: &Desk, viewer: &Viewer, all: Vec<NewDiscord>) -> Result<()> {
    let permit = decide(&viewer.actor(), Action::EditBook, &Subject::Site)?;
    let mut tx = desk.db.write().await?;
    for new in &all {
        if store::fact::discord::find(&mut tx, &new.code).await?.is_some() {
            continue;
        }
        let discord = Discord { id: desk.mint(DiscordId::mint), code: new.code.clone(), no: new.no, body: new.body.clone() };
        store::fact::discord::insert(&mut tx, &permit, &discord, desk.now()).await?;
        for claim in &new.claims {
            let subject = store::fact::find_subject(&mut tx, claim.about, &claim.slug).await?;
            let subject = subject.ok_or_else(|| anyhow::anyhow!("{}: no {} '{}'", new.code, claim.about.code(), claim.slug))?;
            let fact = add_in(desk, &mut tx, &permit, claim.about, &subject.id, &claim.fact).await?;
            store::fact::discord::add_fact(&mut tx, &permit, &discord.id, &fact).await?;
        }
        desk.record(&mut tx, &permit, "discord", discord.id.as_str(), json!({ "code": new.code })).await?;
    }
    Ok(tx.commit().await?)
}

/// Every disagreement with its claims.
pub async fn disputes(desk: &Desk) -> Result<Vec<Dispute>> {
    all_disputes(&mut desk.db.read().await?).await
}

pub(crate) async fn all_disputes(tx: &mut Tx) -> Result<Vec<Dispute>> {
    let all = store::fact::discord::list(tx).await?;
    let claims = store::fact::discord::claims(tx).await?;
    disputes_of(tx, all, claims).await
}

/// The disagreements that touch one thing.
pub async fn disputes_about(tx: &mut Tx, kind: SubjectKind, subject: &str) -> Result<Vec<Dispute>> {
    let all = store::fact::discord::of(tx, kind, subject).await?;
    let claims = store::fact::discord::claims_about(tx, kind, subject).await?;
    disputes_of(tx, all, claims).await
}

/// Sets the claims under their disagreements.
async fn disputes_of(tx: &mut Tx, all: Vec<Discord>, claims: Vec<(DiscordId, Line)>) -> Result<Vec<Dispute>> {
    let (ids, lines): (Vec<DiscordId>, Vec<Line>) = claims.into_iter().unzip();
    let mut of: HashMap<DiscordId, Vec<Told>> = HashMap::new();
    for (id, told) in ids.into_iter().zip(with_subjects(tx, lines).await?) {
        of.entry(id).or_default().push(told);
    }
    Ok(all.into_iter().map(|discord| Dispute { claims: of.remove(&discord.id).unwrap_or_default(), discord }).collect())
}

pub(crate) async fn with_subjects(tx: &mut Tx, lines: Vec<Line>) -> anyhow::Result<Vec<Told>> {
    let mut ids: Vec<&str> = lines.iter().map(|l| l.fact.subject.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let known = store::fact::subjects(tx, &ids).await?;
    Ok(lines.into_iter().map(|line| Told { about: known.get(&line.fact.subject).cloned(), line }).collect())
}
