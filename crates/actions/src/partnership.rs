//! Partnerships: the public page and list, what officers change, how a partnership does (R22-R29, R40-R42, R51-R61).

pub(crate) mod card;
mod edit;
mod health;
mod load;
mod page;
mod reason;
mod timeline;

pub use edit::{Draft, add_contact, create, link, owners, programme, relink, set_details, set_state, update};
pub(crate) use edit::{only, permit as edit_permit};
pub(crate) use health::input as health_input;
pub use health::{Health, health};
pub use load::{NewGoal, NewLevel, NewPartnership, NewTheme, load};
pub use page::{Page, Related, Round, coming, list, page, show};
pub use reason::reason;
pub use store::{
    fact::Line as FactLine,
    office::Line as OfficeLine,
    partnership::{
        Line, Party,
        detail::{Goal, LinkedProgramme, Project},
    },
};
pub use timeline::{Moment, MomentKind};

use crate::Desk;
use domain::time::{Day, Zone};
use store::Tx;

/// Today on the wall of the first party; terms are reckoned in days, and a day's difference must not depend on who looks.
pub(crate) async fn today(desk: &Desk, tx: &mut Tx) -> anyhow::Result<Day> {
    let zone = store::party::list(tx).await?.into_iter().next().map_or_else(Zone::utc, |p| p.zone);
    Ok(zone.wall(desk.now()).day)
}
