//! Across all delegations, for the offices: the gift register in both directions, and the follow-ups that are still open.

use super::judge;
use crate::{Desk, Result, Viewer};
use domain::{
    Action, Refusal, Subject, Text3, decide,
    delegation::{Delegation, cost::Payer, gift::Gift, part::FollowUp},
};
use std::collections::HashMap;

/// A gift with the delegation it was given on.
#[derive(Clone, Debug)]
pub struct Given {
    pub slug: String,
    pub title: Text3,
    /// Countries of giver and receiver.
    pub from: String,
    pub to: String,
    pub gift: Gift,
    pub warnings: Vec<Refusal>,
}

pub async fn gifts(desk: &Desk, viewer: &Viewer) -> Result<Vec<Given>> {
    let permit = decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    let mut tx = desk.db.read().await?;
    let delegations: HashMap<String, Delegation> =
        store::delegation::list(&mut tx).await?.into_iter().map(|d| (d.slug.clone(), d)).collect();
    let all = store::delegation::part::all_gifts(&mut tx, &permit).await?;
    let mut out = Vec::new();
    for of_one in all.chunk_by(|a, b| a.0 == b.0) {
        let Some(d) = of_one.first().and_then(|(slug, _, _)| delegations.get(slug)) else { continue };
        let gifts: Vec<(i64, Gift)> = of_one.iter().map(|(_, no, g)| (*no, g.clone())).collect();
        out.extend(judge(d, &gifts).into_iter().map(|(_, gift, warnings)| given(d, gift, warnings)));
    }
    Ok(out)
}

fn given(d: &Delegation, gift: Gift, warnings: Vec<Refusal>) -> Given {
    let (from, to) = match gift.giver {
        Payer::Host => (d.host.clone(), d.visitor.clone()),
        Payer::Visitor => (d.visitor.clone(), d.host.clone()),
    };
    Given { slug: d.slug.clone(), title: d.title.clone(), from, to, gift, warnings }
}

/// What is still to be done, the most urgent first: address and title of the delegation, and the follow-up.
pub async fn open_follow_ups(desk: &Desk, viewer: &Viewer) -> Result<Vec<(String, Text3, FollowUp)>> {
    let permit = decide(&viewer.actor(), Action::ReadBook, &Subject::Site)?;
    Ok(store::delegation::part::open_follow_ups(&mut desk.db.read().await?, &permit).await?)
}
