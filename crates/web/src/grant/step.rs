//! The steps of the reader's own side, one page each: what it rests on, the form, a box to confirm. What was typed is never lost.

mod award;
mod form;
mod meeting;
mod page;
mod release;
mod statement;

pub use award::{award, plan};
pub use meeting::{decision, presentation, recommendation};
pub use release::{evidence, release_now};
pub use statement::{statement, withdrawal};

use super::own_party;
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, see_other};
use actions::{
    Error,
    grant::{self, Dossier},
};
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Currency, Money, PartyCode, Refusal,
    grant::{Side, release as releasable},
    ids::{ApplicationId, InstalmentId},
    programme::{Body, BodyKind},
    time::{Day, Zone},
};
use page::Page;
use std::collections::HashMap;

/// A step's address: the application, the loaded case, and the party the reader acts for.
pub(super) struct Case {
    pub id: ApplicationId,
    pub v: Dossier,
    pub own: PartyCode,
    step: String,
    /// On the own party's wall.
    today: Day,
}

pub(super) async fn case(app: &App, visit: &Visit, id: &str) -> Result<Case, Problem> {
    let id = ApplicationId::parse(id).ok_or(Error::NotFound)?;
    let v = grant::show(&app.desk, &visit.viewer, &id).await?;
    let own = own_party(&visit.viewer, &v.call).ok_or(Error::NotFound)?;
    let step = visit.path().rsplit('/').next().unwrap_or("").to_string();
    let today = visit.frame().party_of(&own).map_or_else(Zone::utc, |p| p.zone.clone()).wall(app.desk.now()).day;
    Ok(Case { id, v, own, step, today })
}

impl Case {
    pub fn side(&self) -> &Side {
        let [a, b] = &self.v.project.grant.sides;
        if a.party == self.own { a } else { b }
    }
    pub fn currency(&self) -> Currency {
        self.side().currency
    }

    /// A body that does not sit today carries its years, so that an earlier one of the same name is not taken for it.
    fn body_name(&self, l: &Frame, b: &Body) -> String {
        let name = l.text(&b.name).to_string();
        if b.sits_on(self.today) {
            return name;
        }
        let to = b.to.map(|day| day.year.to_string()).unwrap_or_default();
        l.t3("grant-body-years", "name", name, "from", b.from.year.to_string(), "to", to)
    }

    /// Typed so far with its errors, or a fresh form.
    fn page(self, visit: &Visit, f: Fields, refused: Option<Refusal>) -> Answer {
        let l = visit.frame();
        let kind = if self.step == "decision" { BodyKind::Granting } else { BodyKind::Recommending };
        let mut bodies: Vec<&Body> = self.v.bodies.iter().filter(|b| b.party == self.own && b.kind == kind).collect();
        bodies.sort_by_key(|b| !b.sits_on(self.today));
        let bodies = bodies.iter().map(|b| (b.id.to_string(), self.body_name(&l, b))).collect();
        let mut refused = refused;
        let rests = match (self.step.as_str(), InstalmentId::parse(f.value("instalment"))) {
            ("release", Some(id)) => match releasable(&self.v.project.grant, &self.own, &id) {
                Ok(rests) => Some(rests),
                Err(why) => {
                    refused = refused.or(Some(why));
                    None
                }
            },
            _ => None,
        };
        let fresh = f.errors.is_empty() && refused.is_none();
        let status = if fresh { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        visit.page_as(status, &Page { l, f, v: self.v, own: self.own, step: self.step, refused, rests, bodies })
    }

    /// Back to the form with what was typed, or on to the project.
    pub fn answer(self, visit: &Visit, f: Fields, outcome: Option<actions::Result<()>>) -> Answer {
        let to = format!("/applications/{}/grant", self.id);
        match outcome {
            None => self.page(visit, f, None),
            Some(Ok(())) => Ok(see_other(&to, "message-saved")),
            Some(Err(Error::Refused(why))) => self.page(visit, f, Some(why)),
            Some(Err(Error::Invalid(errors))) => {
                let mut f = f;
                f.errors = errors;
                self.page(visit, f, None)
            }
            Some(Err(other)) => Err(other.into()),
        }
    }
}

/// The form of a step, filled with what is likely.
pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>, Query(query): Query<HashMap<String, String>>) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let own = case.side();
    let plain = |m: Money| format!("{}.{:02}", m.minor / 100, m.minor % 100);
    let today = own.day(app.desk.now()).iso();
    let mut f = Fields::filled([("day", today.clone()), ("form_key", app.desk.token())]);
    match case.step.as_str() {
        "statement" | "decision" => f.set("amount", plain(own.requested)),
        "award" => {
            let granted = own.decision.as_ref().and_then(|d| d.granted).unwrap_or(own.requested);
            f.set("amount", plain(granted));
            for p in case.v.project.grant.participants.iter().filter(|p| p.party.as_ref() == Some(&case.own) && p.eligible) {
                f.set(&format!("share-{}", p.id), plain(p.requested.unwrap_or(Money::zero(own.currency))));
            }
        }
        "plan" => {
            for (n, i) in own.instalments.iter().filter(|i| i.release.is_none()).enumerate() {
                f.set(&format!("amount-{}", n + 1), plain(i.amount));
                f.set(&format!("day-{}", n + 1), i.due.iso());
            }
            if own.instalments.is_empty() {
                f.set("amount-1", plain(own.awarded()));
                f.set("day-1", today);
            }
        }
        "presentation" => {
            if let Some(r) = &own.recommendation {
                f.set("body", r.meeting.body.to_string());
                f.set("meeting", r.meeting.name.clone());
                f.set("day", r.meeting.day.iso());
            }
        }
        "release" => {
            let due = own.due().map(|i| i.id.to_string()).unwrap_or_default();
            f.set("instalment", query.get("instalment").cloned().unwrap_or(due));
        }
        _ => {}
    }
    case.page(&visit, f, None)
}
