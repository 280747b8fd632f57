//! Takes whole texts in, e.g. from a file; what is there already is left alone.

use super::{edit_permit, words};
use crate::{Desk, Result, Viewer, source};
use anyhow::Context;
use domain::{
    Permit, Text3,
    edtf::Edtf,
    ids::InstrumentId,
    instrument::{Bound, Instrument, Kind, Prevails, Relation, Side, Signatory, State, Term},
};
use serde_json::json;
use store::{Tx, instrument::detail};

/// A text as a file has it; everything it names by slug.
#[derive(Clone, Debug)]
pub struct NewInstrument {
    pub slug: String,
    pub partnership: String,
    /// The text above comes earlier in the file.
    pub parent: Option<(String, Relation)>,
    pub title: Text3,
    pub kind: Kind,
    pub labels: [Text3; 2],
    pub state: State,
    pub signed: Edtf,
    pub place: Text3,
    pub in_force: Edtf,
    pub term: Term,
    pub prevails: Prevails,
    pub focus: Text3,
    pub note: Text3,
    pub published: bool,
    pub source: Option<String>,
    pub bound: [Vec<String>; 2],
    /// Side, post, name, organisation, date.
    pub signatories: Vec<(Side, Text3, String, Option<String>, Edtf)>,
}

/// Answers how many were new.
pub async fn load(desk: &Desk, viewer: &Viewer, all: &[NewInstrument]) -> Result<usize> {
    let permit = edit_permit(viewer)?;
    let mut tx = desk.db.write().await?;
    let mut fresh = 0;
    for new in all {
        if store::instrument::find(&mut tx, &new.slug).await?.is_none() {
            insert(desk, &mut tx, &permit, new).await.with_context(|| new.slug.clone())?;
            fresh += 1;
        }
    }
    tx.commit().await?;
    Ok(fresh)
}

async fn insert(desk: &Desk, tx: &mut Tx, permit: &Permit, new: &NewInstrument) -> anyhow::Result<()> {
    let line = store::partnership::find(tx, &new.partnership).await?.with_context(|| format!("no partnership '{}'", new.partnership))?;
    let parent = match &new.parent {
        None => None,
        Some((slug, relation)) => {
            let above = store::instrument::find(tx, slug).await?.with_context(|| format!("no text '{slug}'"))?;
            Some((above.id, *relation))
        }
    };
    let source = match &new.source {
        None => None,
        Some(slug) => Some(source::id_of(tx, slug).await?.to_string()),
    };
    let i = Instrument {
        id: desk.mint(InstrumentId::mint),
        slug: new.slug.clone(),
        partnership: line.partnership.id,
        parent,
        title: new.title.clone(),
        kind: new.kind,
        labels: new.labels.clone(),
        state: new.state,
        signed: new.signed.clone(),
        place: new.place.clone(),
        in_force: new.in_force.clone(),
        term: new.term,
        ended: Edtf::default(),
        ending: None,
        prevails: new.prevails,
        focus: new.focus.clone(),
        note: new.note.clone(),
        published: new.published,
        archive: String::new(),
        source,
        version: 1,
    };
    store::instrument::insert(tx, permit, &i, &words(&i), desk.now()).await?;
    let mut bound = Vec::new();
    for (side, slugs) in Side::ALL.iter().zip(&new.bound) {
        for (n, slug) in slugs.iter().enumerate() {
            bound.push(Bound { side: *side, no: n as i64 + 1, organisation: organisation(tx, slug).await? });
        }
    }
    detail::set_bound(tx, permit, &i.id, &bound).await?;
    for side in Side::ALL {
        let mut signing = Vec::new();
        for (n, (_, post, name, at, signed)) in new.signatories.iter().filter(|s| s.0 == *side).enumerate() {
            let organisation = match at {
                Some(slug) => Some(organisation(tx, slug).await?),
                None => None,
            };
            signing.push(Signatory {
                side: *side,
                no: n as i64 + 1,
                post: post.clone(),
                name: name.clone(),
                organisation,
                signed: signed.clone(),
            });
        }
        detail::set_signatories(tx, permit, &i.id, *side, &signing).await?;
    }
    desk.record(tx, permit, "instrument", i.id.as_str(), json!({ "slug": i.slug, "state": i.state.code() })).await
}

async fn organisation(tx: &mut Tx, slug: &str) -> anyhow::Result<String> {
    let found = store::organisation::find_by_slug(tx, slug).await?;
    Ok(found.with_context(|| format!("no organisation '{slug}'"))?.id.to_string())
}
