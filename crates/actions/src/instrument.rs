//! Texts under a partnership: the public pages, and every step an officer takes with them (R26-R33).

mod approval;
pub(crate) mod card;
mod commitment;
mod document;
mod edit;
mod load;
mod page;
mod step;

pub use approval::{add_approval, add_usual, set_approval};
pub use commitment::{add_commitment, set_commitment};
pub use document::{Upload, add_version, drop_version, file};
pub use edit::{Draft, amend, create, update};
pub use load::{NewInstrument, load};
pub use page::{Line, Page, Whole, list, show};
pub use step::{Step, add_paper, bind, set_signatories, step};
pub use store::instrument::detail::BoundBy;

use crate::{Desk, Error, Result, partnership::edit_permit, revision};
use domain::{Permit, Refusal, instrument::Instrument};
use store::Tx;

async fn find(tx: &mut Tx, slug: &str) -> Result<Instrument> {
    store::instrument::find(tx, slug).await?.ok_or(Error::NotFound)
}

/// Saves what a rule or a form has changed, with the words it is found by, and what that was.
async fn save(desk: &Desk, tx: &mut Tx, permit: &Permit, i: &Instrument) -> Result<()> {
    let before = revision::before(tx, revision::Kind::Instrument, &i.slug).await?;
    if !store::instrument::update(tx, permit, i, &words(i)).await? {
        return Err(Refusal::stale().into());
    }
    Ok(before.keep(desk, tx, permit, "").await?)
}

fn words(i: &Instrument) -> String {
    let texts = [&i.title, &i.labels[0], &i.labels[1], &i.place, &i.focus];
    let all: Vec<&str> = texts.iter().flat_map(|t| [t.da.as_str(), &t.en, &t.zh]).chain([i.slug.as_str()]).collect();
    i18n::search::fold(&all.join(" "))
}
