//! A delegation as its form and that of its report hold it, for its history. Who travels is not in it: what is kept of people is erased in time.

use crate::{named, revision::Standing};
use anyhow::Result;
use domain::{delegation::Delegation, revision::Card, time::Day};
use store::Tx;

pub(crate) async fn standing(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(d) = store::delegation::find(tx, slug).await? else { return Ok(None) };
    let day = |day: Option<Day>| day.map(Day::iso).unwrap_or_default();
    let partnership = named::partnership(tx, &d.partnership).await?.map(|names| (d.partnership.as_str(), names));
    let card = Card::default()
        .text3("title", "form-title", &d.title)
        .country("visitor", "delegation-form-visitor", &d.visitor)
        .country("host", "delegation-form-host", &d.host)
        .codes("kinds", "delegation-kind", "delegation-kind", d.kinds.iter().map(|k| k.code()))
        .code("state", "delegation-state", "delegation-state", d.state.code())
        .named("visitor_org", "delegation-visitor-org", d.visitor_org.as_ref())
        .named("host_org", "delegation-host-org", d.host_org.as_ref())
        .named("place", "delegation-place", d.place.as_ref())
        .date("dates", "delegation-dates", &d.dates)
        .day("arrives", "delegation-form-arrives", day(d.arrives))
        .day("departs", "delegation-form-departs", day(d.departs))
        .date("prepared", "delegation-form-prepared", &d.prepared)
        .text3("purpose", "form-purpose", &d.purpose)
        .codes("areas", "delegation-areas", "area", d.areas.iter().map(|k| k.code()))
        .text3("recommended", "form-recommended", &d.recommended)
        .thing("partnership", "delegation-partnership", partnership)
        .code("hosting", "delegation-form-hosting", "delegation-hosting", d.hosting.code())
        .flag("signs", "delegation-form-signs", d.signs)
        .flag("recurring", "delegation-form-recurring", d.recurring)
        .flag("public", "delegation-form-public", d.public);
    Ok(Some(of(d, card)))
}

pub(crate) async fn report(tx: &mut Tx, slug: &str) -> Result<Option<Standing>> {
    let Some(d) = store::delegation::find(tx, slug).await? else { return Ok(None) };
    let card = Card::default().text3("report", "form-text", &d.report);
    Ok(Some(of(d, card)))
}

fn of(d: Delegation, card: Card) -> Standing {
    Standing { names: d.title, version: d.version, card }
}
