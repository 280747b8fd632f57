//! A programme's money and projects over all its calls (R106, R154, R158).

use super::{Purse, load, purses};
use crate::{Desk, Result, Viewer};
use domain::{Action, Money, decide, ids::ProgrammeId, programme::Programme};

/// What has become of the programme's money so far.
pub struct Status {
    /// One a party, in the order of the programme's parties, over all calls that have a pot.
    pub purses: Vec<Purse>,
    /// Year, target range where the programme has one, and projects that both parties have awarded, by year of start.
    pub years: Vec<(i64, Option<(i64, i64)>, i64)>,
}

/// For the offices, boards and auditors of the programme's parties.
pub async fn programme_status(desk: &Desk, viewer: &Viewer, programme: &ProgrammeId) -> Result<Status> {
    let mut tx = desk.db.read().await?;
    let programme = store::programme::get(&mut tx, programme).await?;
    let permit = decide(&viewer.actor(), Action::ReadGrants, &programme.shared())?;
    let parties = store::party::list(&mut tx).await?;
    let mut totals: Vec<Purse> = Vec::new();
    let mut starts: Vec<i64> = Vec::new();
    for line in store::call::list(&mut tx).await?.into_iter().filter(|l| l.programme_slug == programme.slug && l.published.is_some()) {
        let call = store::call::get(&mut tx, &line.id).await?;
        let projects = load(&mut tx, &permit, &call, &parties, None).await?;
        for purse in purses(&call, &parties, &projects)? {
            match totals.iter_mut().find(|t| t.party == purse.party) {
                Some(total) => add(total, &purse)?,
                None => totals.push(purse),
            }
        }
        let whole = projects.iter().filter(|p| p.grant.sides.iter().all(|s| s.award.is_some()));
        starts.extend(whole.filter_map(|p| p.start_month.get(..4)?.parse::<i64>().ok()));
    }
    Ok(Status { purses: totals, years: years(&programme, &starts) })
}

fn years(programme: &Programme, starts: &[i64]) -> Vec<(i64, Option<(i64, i64)>, i64)> {
    let mut years: Vec<i64> = programme.years().chain(starts.iter().copied()).collect();
    years.sort_unstable();
    years.dedup();
    let target = |year| programme.targets.iter().find(|t| t.year == year).map(|t| (t.low, t.high));
    years.into_iter().map(|y| (y, target(y), starts.iter().filter(|s| **s == y).count() as i64)).collect()
}

fn add(total: &mut Purse, more: &Purse) -> Result<()> {
    let sum = |a: Money, b: Money| a.plus(b).map_err(|e| anyhow::anyhow!("pots of {}: {e:?}", more.party));
    total.set_aside = sum(total.set_aside, more.set_aside)?;
    total.requested = sum(total.requested, more.requested)?;
    total.awarded = sum(total.awarded, more.awarded)?;
    total.released = sum(total.released, more.released)?;
    total.hours = total.hours.saturating_add(more.hours);
    Ok(())
}
