//! The meeting screen: both lists side by side, the cut under a question, the frontier of two pots, and every version of the result.

use super::{
    Case,
    cut::{Cut, Table, WhatIf},
    frozen, lines_of,
    picture::Picture,
};
use crate::{Desk, Result, Viewer};
use domain::{
    Action, Permit, Refusal,
    call::Call,
    ids::ApplicationId,
    priority::{Line, Outcome, Round, Version},
};
use solve::Control;
use std::collections::HashSet;
use std::sync::Arc;
use store::{Tx, priority as rows};

/// A question is answered within this time, microseconds; what is not proven by then says so.
const PATIENCE: i64 = 80_000;
/// The picture of the pots as they are may take longer, once: it is kept for the questions that follow.
const FIRST_PICTURE: i64 = 1_500_000;

pub struct Meeting {
    pub call: Call,
    /// Void rounds with their reasons, oldest first.
    pub earlier: Vec<Round>,
    pub round: Option<Round>,
    /// Why ranking can't begin yet.
    pub waits: Option<Refusal>,
    /// Commitments of the current round.
    pub sealings: Vec<rows::list::Sealing>,
    /// Slips that were refused, all rounds.
    pub refusals: Vec<rows::list::RevealRefusal>,
    /// Once both lists lie open.
    pub open: Option<Open>,
    /// Oldest first.
    pub versions: Vec<Shown>,
}

pub struct Open {
    pub table: Table,
    pub what: WhatIf,
    /// Or why the question has no answer.
    pub cut: std::result::Result<Cut, Refusal>,
    pub picture: Option<Arc<Picture>>,
    /// What answering took, microseconds.
    pub micros: i64,
    /// Numbers of projects of the result in force that were withdrawn or refused since: a new version is due.
    pub withdrawn: Vec<String>,
}

/// A version with what became of each project and what changed since the version before.
pub struct Shown {
    pub version: Version,
    pub entries: Vec<(ApplicationId, Outcome)>,
    pub changes: Vec<Change>,
}

/// A project whose outcome differs from the version before.
pub struct Change {
    pub number: String,
    /// `funded`, `reserve` or `out`; empty where it was not on the earlier roster.
    pub from: String,
    pub to: String,
}

/// Everything of the meeting. `what` without a policy asks for the one of the latest version, or strict ranking.
pub async fn show(desk: &Desk, viewer: &Viewer, slug: &str, what: &WhatIf) -> Result<Meeting> {
    let mut tx = desk.db.read().await?;
    let case = Case::load(&mut tx, slug).await?;
    let permit = case.on_shared(viewer, Action::ReadResult)?;
    let call = &case.call.id;
    let projects = rows::eligible(&mut tx, call).await?;
    let waits = domain::priority::round::begin(&case.call.parties, &rows::closed(&mut tx, call).await?, projects.len()).err();
    let refusals = rows::list::refusals(&mut tx, &permit, call).await?;
    let mut sealings = Vec::new();
    if let Some(round) = case.current() {
        sealings = rows::list::sealings(&mut tx, call, round.no).await?;
    }
    let mut meeting = Meeting {
        earlier: case.rounds.iter().filter(|r| r.voided.is_some()).cloned().collect(),
        round: case.current().cloned(),
        waits,
        sealings,
        refusals,
        open: None,
        versions: Vec::new(),
        call: case.call.clone(),
    };
    if case.revealed() {
        let material = Material::load(&mut tx, viewer, &case).await?;
        meeting.versions = shown(&material);
        let what = asked(what, &material);
        meeting.open = Some(answer(desk, &permit, material, what));
    }
    Ok(meeting)
}

fn asked(what: &WhatIf, material: &Material) -> WhatIf {
    let mut what = what.clone();
    if what.policy.is_empty() {
        what.policy = material.versions.last().map_or_else(|| super::cut::POLICIES[0].into(), |v| v.policy.clone());
    }
    // A pot of its own size is no question.
    let table = &material.table;
    what.pots.retain(|party, minor| table.parties.iter().zip(&table.pots).any(|(p, own)| p == party && own.minor != *minor));
    what
}

/// Takes pots of their own size out of a question.
pub async fn plain(desk: &Desk, viewer: &Viewer, slug: &str, what: &mut WhatIf) -> Result<()> {
    let mut tx = desk.db.read().await?;
    let case = Case::load(&mut tx, slug).await?;
    case.on_shared(viewer, Action::ReadResult)?;
    what.pots.retain(|party, minor| super::cut::pot(&case.call, party).minor != *minor);
    Ok(())
}

fn answer(desk: &Desk, _permit: &Permit, material: Material, what: WhatIf) -> Open {
    let begun = desk.now();
    let late = || desk.now().micros() - begun.micros() > PATIENCE;
    let control = Control::free().expire_when(&late);
    let cut = material.table.cut(&what, control);
    let own = what.pots.is_empty() && what.forced.is_empty() && what.excluded.is_empty();
    let far_too_late = || desk.now().micros() - begun.micros() > if own { FIRST_PICTURE } else { PATIENCE };
    let picture = desk.pictures.of(&material.table.problem(&what, false).0, Control::free().expire_when(&far_too_late));
    Open { withdrawn: material.withdrawn, table: material.table, what, cut, picture, micros: desk.now().micros() - begun.micros() }
}

/// The open lists and the facts, joined, with the versions so far.
pub(crate) struct Material {
    pub round: Round,
    pub table: Table,
    pub lists: [Vec<Line>; 2],
    pub sealings: Vec<rows::list::Sealing>,
    pub versions: Vec<Version>,
    /// What became of each project in each version.
    entries: Vec<rows::result::Entry>,
    /// Projects that the result in force funds.
    pub in_force: Vec<ApplicationId>,
    /// Numbers of those withdrawn since.
    pub withdrawn: Vec<String>,
}

impl Material {
    /// Refuses while the lists are closed.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, case: &Case) -> Result<Material> {
        let round = case.begun(tx).await?.clone();
        domain::priority::round::open_to_both(&round)?;
        let permit = case.on_list(viewer, Action::ReadPriorities, &case.call.parties[0])?;
        let call = &case.call.id;
        let entries = rows::list::entries(tx, &permit, call, round.no).await?;
        let lists = [lines_of(&entries, &case.call.parties[0]), lines_of(&entries, &case.call.parties[1])];
        let roster: HashSet<ApplicationId> = rows::roster(tx, call, round.no).await?.into_iter().map(|(id, _)| id).collect();
        let mut projects = rows::fact::projects(tx, call).await?;
        projects.retain(|p| roster.contains(&p.id));
        let versions = rows::result::versions(tx, &permit, call).await?;
        let results = rows::result::entries(tx, &permit, call).await?;
        let standing = versions.iter().find(|v| v.in_force());
        let funded = results.iter().filter(|e| standing.is_some_and(|v| v.id == e.result) && e.outcome == "funded");
        let in_force: Vec<ApplicationId> = funded.map(|e| e.application.clone()).collect();
        let withdrawn = projects.iter().filter(|p| p.gone() && in_force.contains(&p.id)).map(|p| p.number.clone()).collect();
        let sealings = rows::list::sealings(tx, call, round.no).await?;
        let table = Table::join(case, &round.roster, projects, lists.clone(), &in_force);
        Ok(Material { round, table, lists, sealings, versions, entries: results, in_force, withdrawn })
    }
}

fn shown(material: &Material) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    for version in &material.versions {
        let own: Vec<(ApplicationId, Outcome)> =
            material.entries.iter().filter(|e| e.result == version.id).map(|e| (e.application.clone(), outcome(e))).collect();
        let before = all.iter().rfind(|s| matches!(s.version.answer, domain::priority::Answer::Accepted { .. }));
        let changes = before.map(|b| changes(&b.entries, &own, &material.table)).unwrap_or_default();
        all.push(Shown { version: version.clone(), entries: own, changes });
    }
    all
}

/// An entry as stored, with its reason.
pub fn outcome(e: &rows::result::Entry) -> Outcome {
    let why = || frozen::why(&e.reason).unwrap_or_else(|| domain::priority::Why::plain(domain::priority::Cause::Short));
    match e.outcome.as_str() {
        "funded" => Outcome::Funded,
        "reserve" => Outcome::Reserve { place: u32::try_from(e.place).unwrap_or_default(), why: why() },
        _ => Outcome::Out { why: why() },
    }
}

fn changes(before: &[(ApplicationId, Outcome)], after: &[(ApplicationId, Outcome)], table: &Table) -> Vec<Change> {
    let mut all: Vec<Change> = after
        .iter()
        .filter_map(|(id, to)| {
            let from = before.iter().find(|(b, _)| b == id).map(|(_, o)| o);
            let differs = from.is_none_or(|from| from.code() != to.code() || from.place() != to.place());
            let word = |o: &Outcome| o.code().to_string();
            differs.then(|| Change { number: table.number(id), from: from.map(word).unwrap_or_default(), to: word(to) })
        })
        .collect();
    all.sort_by(|a, b| a.number.cmp(&b.number));
    all
}
