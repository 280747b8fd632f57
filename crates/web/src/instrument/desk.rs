//! An officer's desk for one text: whose turn it is, what is missing on either side, and the doors to every form.

use super::part;
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, see_other};
use actions::instrument::{self as texts, Page, Step};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal,
    ids::{ApprovalId, VersionId},
    instrument::{Approval, ApprovalKind, Outcome, Paper, Side, Signatory, State as Standing, signed_by, standing},
};

#[derive(Template)]
#[template(path = "instrument/desk.html")]
struct Desk {
    l: Frame,
    p: Page,
    refused: Option<Refusal>,
}

impl Desk {
    fn trail(&self) -> Vec<(String, String)> {
        trail(&self.l, &self.p)[..2].to_vec()
    }
    fn state(&self) -> &'static str {
        self.p.whole.instrument.state.code()
    }
    fn bound(&self, side: &Side) -> Vec<&texts::BoundBy> {
        self.p.whole.bound.iter().filter(|b| b.bound.side == *side).collect()
    }
    fn signatories(&self, side: &Side) -> Vec<&Signatory> {
        self.p.whole.signatories.iter().filter(|s| s.side == *side).collect()
    }
    fn approvals(&self, side: &Side) -> Vec<&Approval<ApprovalId>> {
        self.p.whole.approvals.iter().filter(|a| a.side == *side).collect()
    }
    fn paper(&self, x: &Paper) -> String {
        part::paper(&self.l, &self.p, x.kind)
    }
    fn outcome(&self, a: &Approval<ApprovalId>) -> &'static str {
        match a.outcome {
            Outcome::Open => "info",
            Outcome::Approved => "success",
            Outcome::Refused => "error",
            Outcome::NotNeeded => "neutral",
        }
    }
    /// Whose turn it is, in one sentence.
    fn turn(&self) -> String {
        let (i, l) = (&self.p.whole.instrument, &self.l);
        match i.state {
            Standing::Offered => match Side::ALL.iter().find(|s| !signed_by(&self.p.whole.signatories, **s)) {
                Some(side) => l.t1("instrument-turn-sign", "side", self.p.partnership.names(*side, l.lang)),
                None => l.t("instrument-turn-signed-both"),
            },
            Standing::Signed => match Side::ALL.iter().find_map(|s| standing(&self.p.whole.approvals, *s).0) {
                Some(open) => {
                    l.t2("instrument-turn-approval", "side", self.p.partnership.names(open.side, l.lang), "body", open.body.clone())
                }
                None => l.t("instrument-turn-force"),
            },
            state => l.code("instrument-turn", state.code()),
        }
    }
    /// The last day of a notice or of a fixed term is past.
    fn may_end(&self) -> bool {
        let i = &self.p.whole.instrument;
        match &i.ending {
            Some(e) => e.effective < self.p.today,
            None => self.p.clock.as_ref().is_some_and(|c| c.expired),
        }
    }
    fn turn_kind(&self) -> &'static str {
        if self.p.whole.instrument.state.over() { "nobody" } else { "you" }
    }
}

/// The way down to a page of this text.
pub fn trail(l: &Frame, p: &Page) -> Vec<(String, String)> {
    let (line, i) = (&p.partnership, &p.whole.instrument);
    vec![
        (format!("/partnerships/{}", line.partnership.slug), line.name(l.lang)),
        (format!("/instruments/{}", i.slug), l.text(&i.title).to_string()),
        (format!("/instruments/{}/desk", i.slug), l.t("instrument-desk")),
    ]
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    page(&app, &visit, &slug, None).await
}

async fn page(app: &App, visit: &Visit, slug: &str, refused: Option<Refusal>) -> Answer {
    let p = texts::show(&app.desk, &visit.viewer, slug).await?;
    let status = if refused.is_none() { StatusCode::OK } else { StatusCode::CONFLICT };
    visit.page_as(status, &Desk { l: visit.frame(), p, refused })
}

/// What a button on the desk does; what it needs more than a button is a form of its own.
pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let (desk, viewer) = (&app.desk, &visit.viewer);
    let what = f.value("do").to_string();
    let outcome = match what.as_str() {
        "usual-a" | "usual-b" => {
            let side = if what == "usual-a" { Side::A } else { Side::B };
            let l = visit.frame();
            let named = |kind: ApprovalKind| l.code("instrument-approval", kind.code());
            texts::add_usual(desk, viewer, &slug, side, named).await
        }
        "drop-document" => {
            let id = VersionId::parse(f.value("which")).ok_or(Problem::Garbled)?;
            texts::drop_version(desk, viewer, &slug, &id).await
        }
        _ => {
            let step = match what.as_str() {
                "offer" => Step::Offer,
                "reopen" => Step::Reopen,
                "sign" => Step::Sign,
                "take-back" => Step::TakeBack,
                "end" => Step::End,
                _ => return Err(Problem::Garbled),
            };
            let bare = matches!(step, Step::Offer | Step::Reopen);
            if !bare && !f.is("confirm", "yes") {
                return page(&app, &visit, &slug, Some(Refusal::new("instrument-confirm", vec![]))).await;
            }
            let version = f.number("version", 1, i64::MAX);
            texts::step(desk, viewer, &slug, step, version).await
        }
    };
    match f.told(outcome)? {
        Ok(()) => Ok(see_other(&format!("/instruments/{slug}/desk"), "message-saved")),
        Err(refused) => page(&app, &visit, &slug, refused).await,
    }
}
