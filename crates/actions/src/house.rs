//! The front page: what waits for the reader.

use crate::{Desk, Result, Viewer};
use domain::{Action, Role, Subject, decide};
pub use store::waiting::Waiting;

/// Everything that is this viewer's to do now; nothing for nobody.
pub async fn waiting(desk: &Desk, viewer: &Viewer) -> Result<Vec<Waiting>> {
    let Some(account) = &viewer.account else { return Ok(vec![]) };
    let (actor, now) = (viewer.actor(), desk.now());
    let mut tx = desk.db.read().await?;
    let mut all = Vec::new();
    for (role, party) in account.roles.iter().filter_map(|(role, party)| party.as_ref().map(|p| (*role, p))) {
        // The counts are of this party's own work alone.
        let own = Subject::Side { party: party.clone(), parties: [party.clone(), party.clone()] };
        match role {
            Role::Officer => {
                let permit = decide(&actor, Action::HandleApplication, &own)?;
                all.extend(store::waiting::for_office(&mut tx, &permit, party.as_str(), now).await?);
            }
            Role::Board => {
                let permit = decide(&actor, Action::DecideGrant, &own)?;
                all.extend(store::waiting::for_board(&mut tx, &permit, party.as_str()).await?);
            }
            Role::Expert | Role::Auditor | Role::Applicant => {}
        }
    }
    let permit = decide(&actor, Action::SignIn, &Subject::Site)?;
    all.extend(store::waiting::for_person(&mut tx, &permit, account.id.as_str(), &account.email, now).await?);
    Ok(all)
}
