//! Takes whole partnerships in, e.g. from a file; what is there already is left alone.

use super::edit::permit;
use crate::{Desk, Result, Viewer, fact, source};
use anyhow::{Context, anyhow};
use domain::{
    Permit, Text3,
    edtf::Edtf,
    fact::SubjectKind as About,
    ids::PartnershipId,
    partnership::{Kind, Level, LevelSpell, Link, LinkKind, Member, Partnership, Side, State, SubjectKind, Theme, check_members},
};
use serde_json::json;
use store::{
    Tx,
    partnership::detail::{self, Goal},
};

/// A partnership as a file has it; sources, places and organisations by slug.
#[derive(Clone, Debug)]
pub struct NewPartnership {
    pub slug: String,
    pub kind: Kind,
    pub labels: [Text3; 2],
    /// `places/shanghai`, `organisations/via`.
    pub parties: [Vec<String>; 2],
    pub since: Edtf,
    pub until: Edtf,
    pub state: State,
    pub purpose: Text3,
    pub contact: Text3,
    pub mailbox: String,
    pub source: String,
    pub themes: Vec<NewTheme>,
    pub levels: Vec<NewLevel>,
    /// Kind, slug of the other, note.
    pub links: Vec<(LinkKind, String, Text3)>,
    pub programmes: Vec<String>,
    pub facts: Vec<fact::NewFact>,
}

#[derive(Clone, Debug)]
pub struct NewTheme {
    pub label: Text3,
    pub since: Edtf,
    pub until: Edtf,
    pub level: Option<Level>,
    pub goal: Option<String>,
    pub source: String,
}

#[derive(Clone, Debug)]
pub struct NewLevel {
    pub level: Level,
    pub since: Edtf,
    pub until: Edtf,
    pub note: Text3,
    pub source: String,
}

#[derive(Clone, Debug)]
pub struct NewGoal {
    pub slug: String,
    pub place: String,
    pub label: Text3,
    pub since: Edtf,
    pub source: String,
}

/// Answers how many were new.
pub async fn load(desk: &Desk, viewer: &Viewer, goals: &[NewGoal], all: &[NewPartnership]) -> Result<usize> {
    let permit = permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let known = detail::goals(&mut tx).await?;
    for g in goals.iter().filter(|g| !known.iter().any(|k| k.slug == g.slug)) {
        let place = store::place::find_by_slug(&mut tx, &g.place).await?.with_context(|| format!("no place '{}'", g.place))?;
        let goal = Goal { slug: g.slug.clone(), label: g.label.clone(), since: g.since.clone(), until: Edtf::default() };
        let source = source::id_of(&mut tx, &g.source).await?;
        detail::add_goal(&mut tx, &permit, desk.mint(PartnershipId::mint).as_str(), &goal, Some(place.id.as_str()), Some(source.as_str()))
            .await?;
    }
    let mut fresh: Vec<(PartnershipId, &NewPartnership)> = Vec::new();
    for new in all {
        if store::partnership::find(&mut tx, &new.slug).await?.is_none() {
            let id = insert(desk, &mut tx, &permit, new).await.with_context(|| new.slug.clone())?;
            fresh.push((id, new));
        }
    }
    // Links may lead to partnerships further down the file.
    for (id, new) in &fresh {
        for (kind, slug, note) in &new.links {
            let other = store::partnership::find(&mut tx, slug).await?.with_context(|| format!("{}: no partnership '{slug}'", new.slug))?;
            let link = Link { kind: *kind, other: other.partnership.id, note: note.clone() };
            detail::add_link(&mut tx, &permit, id, &link).await?;
        }
    }
    tx.commit().await?;
    Ok(fresh.len())
}

async fn insert(desk: &Desk, tx: &mut Tx, permit: &Permit, new: &NewPartnership) -> anyhow::Result<PartnershipId> {
    let source = source::id_of(tx, &new.source).await?.to_string();
    let p = Partnership {
        id: desk.mint(PartnershipId::mint),
        slug: new.slug.clone(),
        title: Text3::default(),
        kind: new.kind,
        labels: new.labels.clone(),
        since: new.since.clone(),
        until: new.until.clone(),
        state: new.state,
        purpose: new.purpose.clone(),
        contact: new.contact.clone(),
        mailbox: new.mailbox.clone(),
        owner: None,
        source: Some(source),
        version: 1,
    };
    let members = members(tx, &new.parties).await?;
    check_members(&members).map_err(|r| anyhow!("{}", r.key()))?;
    store::partnership::insert(tx, permit, &p, desk.now()).await?;
    store::partnership::set_parties(tx, permit, &p.id, &members).await?;
    let mut themes = Vec::new();
    for (n, t) in new.themes.iter().enumerate() {
        let source = Some(source::id_of(tx, &t.source).await?.to_string());
        let (label, since, until) = (t.label.clone(), t.since.clone(), t.until.clone());
        themes.push(Theme { no: n as i64 + 1, label, since, until, level: t.level, goal: t.goal.clone(), source });
    }
    detail::set_themes(tx, permit, &p.id, &themes).await?;
    let mut levels = Vec::new();
    for (n, x) in new.levels.iter().enumerate() {
        let source = Some(source::id_of(tx, &x.source).await?.to_string());
        levels.push(LevelSpell {
            no: n as i64 + 1,
            level: x.level,
            since: x.since.clone(),
            until: x.until.clone(),
            note: x.note.clone(),
            source,
        });
    }
    detail::set_levels(tx, permit, &p.id, &levels).await?;
    for slug in &new.programmes {
        // The programme of the past may not be loaded in every installation.
        if let Some(g) = store::programme::list(tx).await?.into_iter().find(|g| &g.slug == slug) {
            detail::add_programme(tx, permit, &p.id, &g.id).await?;
        }
    }
    for f in &new.facts {
        fact::add_in(desk, tx, permit, About::Partnership, p.id.as_str(), f).await?;
    }
    desk.record(tx, permit, "partnership", p.id.as_str(), json!({ "slug": p.slug })).await?;
    Ok(p.id)
}

async fn members(tx: &mut Tx, parties: &[Vec<String>; 2]) -> anyhow::Result<Vec<Member>> {
    let mut members = Vec::new();
    for (side, addresses) in Side::ALL.iter().zip(parties) {
        for (n, address) in addresses.iter().enumerate() {
            let (kind, slug) = address.split_once('/').with_context(|| format!("'{address}' is no address"))?;
            let found = match kind {
                "places" => store::place::find_by_slug(tx, slug).await?.map(|p| (SubjectKind::Place, p.id.to_string())),
                _ => store::organisation::find_by_slug(tx, slug).await?.map(|o| (SubjectKind::Organisation, o.id.to_string())),
            };
            let (kind, subject) = found.with_context(|| format!("the book does not know '{address}'"))?;
            members.push(Member { side: *side, no: n as i64 + 1, kind, subject });
        }
    }
    Ok(members)
}
