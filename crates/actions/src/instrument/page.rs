//! What everyone may read of texts, and the register with its dates.

use super::find;
use crate::{Desk, Error, Result, Viewer, named, partnership::today};
use domain::{
    Action, Subject, decide,
    fact::SubjectKind,
    ids::ApprovalId,
    instrument::{Approval, Clock, Commitment, Instrument, Paper, Relation, Signatory, Version},
    time::Day,
};
use i18n::search;
use std::collections::HashMap;
use store::{
    Tx,
    fact::Line as FactLine,
    instrument::detail::{self, BoundBy},
    partnership,
};

/// A text in the register.
pub struct Line {
    pub instrument: Instrument,
    pub partnership: partnership::Line,
    pub clock: Option<Clock>,
    pub search: String,
}

/// What hangs on a text.
pub struct Whole {
    pub instrument: Instrument,
    pub bound: Vec<BoundBy>,
    pub signatories: Vec<Signatory>,
    pub versions: Vec<Version>,
    pub commitments: Vec<Commitment>,
    pub approvals: Vec<Approval<ApprovalId>>,
    pub papers: Vec<Paper>,
}

pub struct Page {
    pub whole: Whole,
    pub partnership: partnership::Line,
    pub above: Option<(Instrument, Relation)>,
    pub below: Vec<Instrument>,
    pub clock: Option<Clock>,
    pub facts: Vec<FactLine>,
    pub source: Option<(String, domain::Text3)>,
    pub today: Day,
    pub internal: bool,
    pub editable: bool,
}

/// All texts that the viewer may see, with where their terms stand.
pub async fn list(desk: &Desk, viewer: &Viewer) -> Result<Vec<Line>> {
    let mut tx = desk.db.read().await?;
    let internal = decide(&viewer.actor(), Action::ReadBook, &Subject::Site).is_ok();
    let today = today(desk, &mut tx).await?;
    let partnerships: HashMap<_, _> = partnership::list(&mut tx).await?.into_iter().map(|p| (p.partnership.id.clone(), p)).collect();
    let all = store::instrument::list(&mut tx).await?.into_iter().filter(|l| internal || l.instrument.published);
    let with = |l: store::instrument::Line| {
        let partnership = partnerships.get(&l.instrument.partnership)?.clone();
        let search = format!("{} {}", l.search, search::fold(&named::words([&partnership.title()], [])));
        Some(Line { clock: l.instrument.clock(today), instrument: l.instrument, partnership, search })
    };
    Ok(all.filter_map(with).collect())
}

pub async fn show(desk: &Desk, viewer: &Viewer, slug: &str) -> Result<Page> {
    let mut tx = desk.db.read().await?;
    let i = find(&mut tx, slug).await?;
    let internal = decide(&viewer.actor(), Action::ReadBook, &Subject::Site).is_ok();
    if !(internal || i.published) {
        return Err(Error::NotFound);
    }
    let today = today(desk, &mut tx).await?;
    let family = store::instrument::of_partnership(&mut tx, &i.partnership).await?;
    let seen = |x: &Instrument| internal || x.published;
    let above = i.parent.as_ref().and_then(|(id, r)| family.iter().find(|x| &x.id == id && seen(x)).map(|x| (x.clone(), *r)));
    let below = family.iter().filter(|x| seen(x) && x.parent.as_ref().is_some_and(|(id, _)| id == &i.id)).cloned().collect();
    let source = store::source::list(&mut tx).await?.into_iter().find(|l| Some(l.source.id.as_str()) == i.source.as_deref());
    Ok(Page {
        partnership: partnership::get(&mut tx, &i.partnership).await?,
        above,
        below,
        clock: i.clock(today),
        facts: store::fact::of(&mut tx, SubjectKind::Instrument, i.id.as_str()).await?,
        source: source.map(|l| (l.source.slug, l.source.title)),
        whole: whole(&mut tx, i).await?,
        today,
        internal,
        editable: decide(&viewer.actor(), Action::EditBook, &Subject::Site).is_ok(),
    })
}

pub(crate) async fn whole(tx: &mut Tx, i: Instrument) -> Result<Whole> {
    Ok(Whole {
        bound: detail::bound(tx, &i.id).await?,
        signatories: detail::signatories(tx, &i.id).await?,
        versions: detail::versions(tx, &i.id).await?,
        commitments: detail::commitments(tx, &i.id).await?,
        approvals: detail::approvals(tx, &i.id).await?,
        papers: detail::papers(tx, &i.id).await?,
        instrument: i,
    })
}
