//! The facts that visibility of assessments depends on, computed here and nowhere else.

use crate::{Error, Result, Viewer};
use domain::{
    Action, PartyCode, Permit, Subject,
    application::Application,
    assessment::{Assessment, Assignment, Closing, Conflict, Expert, both_closed},
    call::Call,
    decide,
    ids::{ApplicationId, ExpertId},
};
use store::Tx;

/// An expert before one application.
pub(super) struct Seat {
    pub call: Call,
    pub app: Application,
    pub expert: Expert,
    /// None where the application is not this expert's.
    pub assignment: Option<Assignment>,
    pub conflicts: Vec<Conflict>,
    pub assessment: Option<Assessment>,
    pub closings: Vec<Closing>,
}

impl Seat {
    /// The viewer's own assessment of this application.
    pub fn subject(&self) -> Subject {
        let mine = self.assignment.as_ref().is_some_and(Assignment::stands);
        self.to_policy(&self.expert.party, mine)
    }
    /// A colleague's assessment of it.
    pub fn of_colleague(&self) -> Subject {
        self.to_policy(&self.expert.party, false)
    }
    pub fn side_closed(&self) -> bool {
        self.closings.iter().any(|c| c.party == self.expert.party)
    }
    fn to_policy(&self, party: &PartyCode, mine: bool) -> Subject {
        Subject::Assessment {
            party: party.clone(),
            parties: self.call.parties.clone(),
            mine,
            conflicted: self.conflicts.iter().any(Conflict::holds),
            own_closed: self.assessment.as_ref().is_some_and(|a| a.closed.is_some()),
            sides_closed: both_closed(&self.call.parties, &self.closings),
        }
    }
}

/// The viewer as an expert before an application; not found where they are no expert.
pub(super) async fn seat(tx: &mut Tx, viewer: &Viewer, id: &ApplicationId) -> Result<Seat> {
    let account = viewer.account.as_ref().ok_or(Error::Denied(domain::Denied::SignIn))?;
    let expert = store::assessment::expert_of(tx, &account.id).await?.ok_or(Error::NotFound)?;
    let app = store::application::find(tx, id).await?.filter(Application::is_submitted).ok_or(Error::NotFound)?;
    let call = store::call::get(tx, &app.call).await?;
    let assignment = store::assessment::assignments_of(tx, &expert.id).await?.into_iter().find(|a| a.application == app.id);
    let conflicts = store::assessment::conflicts_of(tx, &expert.id, &app.id).await?;
    let assessment = store::assessment::of_expert(tx, &expert.id).await?.into_iter().find(|a| a.application == app.id);
    let closings = store::assessment::closings(tx, &call.id).await?;
    Ok(Seat { call, app, expert, assignment, conflicts, assessment, closings })
}

/// The subject "an assessment of `app` by an expert of `party`" for any viewer: what `decide` is asked before anything of it is shown.
/// `of`: the expert who wrote it, where one is meant.
pub async fn facts(
    tx: &mut Tx,
    viewer: &Viewer,
    call: &Call,
    app: &ApplicationId,
    party: &PartyCode,
    of: Option<&ExpertId>,
) -> Result<Subject> {
    let expert = match &viewer.account {
        Some(account) => store::assessment::expert_of(tx, &account.id).await?,
        None => None,
    };
    let closings = store::assessment::closings(tx, &call.id).await?;
    let mut subject = (false, false, false);
    if let Some(me) = &expert {
        let assigned = store::assessment::assignments_of(tx, &me.id).await?.iter().any(|a| &a.application == app && a.stands());
        let conflicted = store::assessment::conflicts_of(tx, &me.id, app).await?.iter().any(Conflict::holds);
        let closed = store::assessment::of_expert(tx, &me.id).await?.iter().any(|a| &a.application == app && a.closed.is_some());
        subject = (of == Some(&me.id) && assigned, conflicted, closed);
    }
    let (mine, conflicted, own_closed) = subject;
    let sides_closed = both_closed(&call.parties, &closings);
    Ok(Subject::Assessment { party: party.clone(), parties: call.parties.clone(), mine, conflicted, own_closed, sides_closed })
}

/// May the viewer read this application: by what `subject` says of them, or as an expert it was given to.
pub(crate) async fn reader(tx: &mut Tx, viewer: &Viewer, call: &Call, id: &ApplicationId, subject: &Subject) -> Result<Permit> {
    let denied = match decide(&viewer.actor(), Action::ReadApplication, subject) {
        Ok(permit) => return Ok(permit),
        Err(denied) => denied,
    };
    let Some(account) = &viewer.account else { return Err(denied.into()) };
    let Some(expert) = store::assessment::expert_of(tx, &account.id).await? else { return Err(denied.into()) };
    let given = facts(tx, viewer, call, id, &expert.party, Some(&expert.id)).await?;
    Ok(decide(&viewer.actor(), Action::ReadApplication, &given)?)
}
