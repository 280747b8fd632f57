//! What became of every application of a call, with its place on both lists: for papers, letters and the outcome of the whole.

use super::{Project, load};
use crate::{Error, Result};
use domain::{
    Instant, PartyCode, Permit,
    application::{Application, Standing, standing},
    call::Call,
    grant::Fate,
    handling::{Handling, Verdict},
    ids::ApplicationId,
    party::Party,
    priority::{Cause, Line, Outcome, Version, Why},
};
use store::Tx;

/// One application at the end of the call.
pub struct Ended {
    pub app: Application,
    pub fate: Fate,
    /// Why it is not funded, where the joint result says.
    pub why: Option<Why>,
    /// What each party's list says of it, in the order of the call's parties; none where it was not on the roster.
    pub lines: [Option<Line>; 2],
    /// Both offices' verdicts.
    pub handlings: Vec<Handling>,
}

/// A call with an agreed result, and what became of everything.
pub struct Ending {
    pub call: Call,
    pub parties: Vec<Party>,
    pub version: Version,
    /// Funded now or once, by number.
    pub projects: Vec<Project>,
    /// Everything that was ever submitted, by number.
    pub all: Vec<Ended>,
}

impl Ending {
    pub fn project(&self, id: &ApplicationId) -> Option<&Project> {
        self.projects.iter().find(|p| &p.grant.application == id)
    }
    pub fn party(&self, code: &PartyCode) -> Result<&Party> {
        self.parties.iter().find(|p| &p.code == code).ok_or(Error::NotFound)
    }
    /// Place of a party in the call's order.
    pub fn place(&self, code: &PartyCode) -> usize {
        usize::from(&self.call.parties[0] != code)
    }

    /// `None` where the parties have not agreed on a result.
    pub async fn load(tx: &mut Tx, permit: &Permit, call: Call, now: Instant) -> Result<Option<Ending>> {
        let Some((version, entries)) = store::priority::result::in_force(tx, permit, &call.id).await? else { return Ok(None) };
        let parties = store::party::list(tx).await?;
        let projects = load(tx, permit, &call, &parties, None).await?;
        let handlings = store::handling::list(tx, permit, &call.id).await?;
        let lists = store::priority::list::entries(tx, permit, &call.id, version.round).await?;
        let line = |id: &ApplicationId, of: &PartyCode| lists.iter().find(|(p, l)| p == of && &l.application == id).map(|(_, l)| l.clone());
        let mut all = Vec::new();
        for app in store::application::list_desk(tx, permit, &call.id).await? {
            let own: Vec<Handling> = handlings.iter().filter(|h| h.application == app.id).cloned().collect();
            let entry = entries.iter().find(|e| e.application == app.id);
            let outcome = entry.map(crate::priority::meeting::outcome);
            let project = projects.iter().find(|p| p.grant.application == app.id);
            let fate = fate(&call, &app, &own, outcome.as_ref(), project, now);
            let why = outcome.as_ref().and_then(|o| o.why().cloned());
            let lines = [line(&app.id, &call.parties[0]), line(&app.id, &call.parties[1])];
            all.push(Ended { app, fate, why, lines, handlings: own });
        }
        Ok(Some(Ending { call, parties, version, projects, all }))
    }
}

fn fate(
    call: &Call,
    app: &Application,
    handlings: &[Handling],
    outcome: Option<&Outcome>,
    project: Option<&Project>,
    now: Instant,
) -> Fate {
    if !app.is_submitted() {
        return Fate::Withdrawn;
    }
    let against: Vec<PartyCode> = handlings.iter().filter(|h| h.verdict == Verdict::Ineligible).map(|h| h.party.clone()).collect();
    if !against.is_empty() {
        return Fate::Ineligible { by: against };
    }
    let refused: Vec<PartyCode> =
        project.map(|p| p.grant.sides.iter().filter(|s| s.refused()).map(|s| s.party.clone()).collect()).unwrap_or_default();
    match outcome {
        Some(Outcome::Funded) => Fate::Funded,
        _ if !refused.is_empty() => Fate::Fallen { by: refused },
        Some(Outcome::Reserve { place, .. }) => Fate::Reserve { place: *place },
        Some(Outcome::Out { why }) if matches!(why.cause, Cause::NotPrioritised { .. }) => Fate::NotPrioritised,
        Some(Outcome::Out { .. }) => Fate::Beyond,
        None if standing(call, app, now) == Standing::Lapsed => Fate::Lapsed,
        None => Fate::NotPrioritised,
    }
}

/// What became of every application of a call; none before the parties have agreed on a result.
pub async fn ending(desk: &crate::Desk, viewer: &crate::Viewer, slug: &str) -> Result<Option<Ending>> {
    let mut tx = desk.db.read().await?;
    let call = store::call::find_by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    let permit = domain::decide(&viewer.actor(), domain::Action::ReadGrants, &call.shared())?;
    Ending::load(&mut tx, &permit, call, desk.now()).await
}
