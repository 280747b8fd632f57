//! The side's money: the award with its shares, and its instalments.

use super::{
    case,
    form::{confirmed, day},
};
use crate::kit::{Answer, App, Fields, Visit};
use actions::grant;
use axum::extract::{Path, State};
use domain::{grant::Share, ids::ParticipantId};

/// Instalments that one form lays out at most.
pub(super) const MAX_INSTALMENTS: usize = 6;

pub async fn award(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let amount = f.money("amount", case.currency());
    let names: Vec<String> = f.pairs().iter().map(|(k, _)| k.clone()).filter(|k| k.starts_with("share-")).collect();
    let mut shares = Vec::new();
    for name in names {
        let Some(participant) = ParticipantId::parse(name.trim_start_matches("share-")) else { continue };
        shares.push(Share { participant, amount: f.money(&name, case.currency()) });
    }
    let outcome = match confirmed(&mut f) {
        true => Some(grant::award(&app.desk, &visit.viewer, &case.id, &case.own, amount, &shares, f.value("form_key")).await.map(drop)),
        false => None,
    };
    case.answer(&visit, f, outcome)
}

pub async fn plan(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let mut wanted = Vec::new();
    for n in 1..=MAX_INSTALMENTS {
        let (amount, on) = (format!("amount-{n}"), format!("day-{n}"));
        if f.value(&amount).trim().is_empty() {
            continue;
        }
        let money = f.money(&amount, case.currency());
        wanted.extend(day(&mut f, &on).map(|d| (money, d)));
    }
    let outcome = match confirmed(&mut f) {
        true => Some(grant::plan(&app.desk, &visit.viewer, &case.id, &case.own, &wanted, f.value("form_key")).await.map(drop)),
        false => None,
    };
    case.answer(&visit, f, outcome)
}
