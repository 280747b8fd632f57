//! An activity as its form holds it, for its history.

use crate::{named, revision::Standing};
use anyhow::Result;
use domain::revision::Card;
use store::Tx;

pub(crate) async fn standing(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(a) = store::activity::find(tx, slug).await? else { return Ok(None) };
    let partnership = named::partnership(tx, &a.partnership).await?.map(|names| (a.partnership.as_str(), names));
    let card = Card::default()
        .text3("title", "form-title", &a.title)
        .code("kind", "activity-kind", "activity-kind", a.kind.code())
        .date("dates", "activity-dates", &a.dates)
        .named("place", "activity-place", a.place.as_ref())
        .named("organiser", "activity-organiser", a.organiser.as_ref())
        .thing("partnership", "delegation-partnership", partnership)
        .codes("targets", "activity-targets", "target", a.targets.iter().map(|k| k.code()))
        .codes("areas", "activity-areas", "area", a.areas.iter().map(|k| k.code()))
        .text3("body", "form-text", &a.body)
        .text3("support", "form-support", &a.support)
        .text3("goal", "form-goal", &a.goal)
        .text3("outcome", "form-outcome", &a.outcome)
        .number("projects", "activity-projects", a.projects);
    Ok(Some(Standing { names: a.title, version: a.version, card }))
}
