//! The steps of the reader's own side, one page each: what it rests on, the form, a box to confirm. What was typed is never lost.

use super::own_party;
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, see_other};
use actions::{
    Error,
    grant::{self, Dossier, NewDecision, NewEvidence, NewMeeting, NewRecommendation, NewStatement, Upload},
};
use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Currency, Money, PartyCode, Refusal, Text3,
    grant::{Releasable, Share, Side, release},
    ids::{ApplicationId, BodyId, InstalmentId, ParticipantId},
    programme::BodyKind,
    time::Day,
};
use std::collections::HashMap;

/// Instalments that one form lays out at most.
const MAX_INSTALMENTS: usize = 6;

#[derive(Template)]
#[template(path = "grant/step.html")]
struct Page {
    l: Frame,
    f: Fields,
    v: Dossier,
    own: PartyCode,
    /// Last part of the address.
    step: String,
    refused: Option<Refusal>,
    /// What a release rests on, where nothing is missing.
    rests: Option<Releasable>,
    /// Pairs of id and name.
    bodies: Vec<(String, String)>,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        let (call, id) = (&self.v.call, &self.v.project.grant.application);
        vec![
            (format!("/calls/{}/grants", call.slug), self.l.t("grant-list-title")),
            (format!("/applications/{id}/grant"), self.v.project.grant.number.clone()),
        ]
    }
    fn side(&self) -> &Side {
        let [a, b] = &self.v.project.grant.sides;
        if a.party == self.own { a } else { b }
    }
    fn other(&self) -> &Side {
        let [a, b] = &self.v.project.grant.sides;
        if a.party == self.own { b } else { a }
    }
    fn title(&self) -> String {
        self.l.t(match self.step.as_str() {
            "statement" => "grant-step-state-cofinancing",
            "recommendation" => "grant-step-recommend",
            "decision" => "grant-step-decide",
            "award" => "grant-step-award",
            "plan" => "grant-step-plan",
            "presentation" => "grant-step-present",
            "evidence" => "grant-step-evidence",
            "release" => "grant-step-release",
            _ => "grant-withdraw-title",
        })
    }
    fn help(&self) -> String {
        let (own, other) = (self.l.party(&self.own), self.l.party(&self.other().party));
        let key = match self.step.as_str() {
            "statement" => return self.l.t2("grant-statement-help", "party", own, "counterpart", other),
            "recommendation" => return self.l.t1("grant-recommend-help", "counterpart", other),
            "award" => return self.l.t1("grant-award-help", "party", own),
            "evidence" => return self.l.t1("grant-evidence-help", "counterpart", other),
            "decision" => "grant-decide-help",
            "plan" => "grant-plan-help",
            "presentation" => "grant-present-help",
            "release" => "grant-release-help",
            _ => "grant-withdraw-help",
        };
        self.l.t(key)
    }
    fn currency(&self) -> &'static str {
        self.side().currency.code()
    }
    fn outcomes(&self, yes: &str, no: &str) -> Vec<(String, String)> {
        [yes, no].map(|code| (code.to_string(), self.l.code("grant-outcome", code))).to_vec()
    }
    /// Field name and label of each own participant that may be paid.
    fn shares(&self) -> Vec<(String, String)> {
        let own = self.v.project.grant.participants.iter().filter(|p| p.party.as_ref() == Some(&self.own) && p.eligible);
        let label = |p: &domain::grant::Payee| {
            let asked = p.requested.unwrap_or(Money::zero(self.side().currency));
            (format!("share-{}", p.id), self.l.t2("grant-field-share", "name", &p.name, "money", self.l.money(asked)))
        };
        own.map(label).collect()
    }
    fn limits(&self) -> String {
        let own = self.side();
        let granted = own.decision.as_ref().and_then(|d| d.granted).unwrap_or(Money::zero(own.currency));
        let left =
            self.v.pots.iter().find(|(p, _)| p == &self.own).and_then(|(_, pot)| pot.left().ok()).unwrap_or(Money::zero(own.currency));
        let money = |m| self.l.money(m);
        self.l.t3("grant-limits", "granted", money(granted), "requested", money(own.requested), "left", money(left))
    }
    /// Fields of the plan: amount, day, number.
    fn plan(&self) -> Vec<(String, String, usize)> {
        let first = self.side().instalments.iter().filter(|i| i.release.is_some()).count();
        (1..=MAX_INSTALMENTS).map(|n| (format!("amount-{n}"), format!("day-{n}"), first + n)).collect()
    }
    fn confirmation(&self) -> String {
        self.l.t(match self.step.as_str() {
            "award" => "grant-confirm-award",
            "release" => "grant-confirm-release",
            "withdrawal" => "grant-confirm-withdraw",
            _ => "grant-confirm",
        })
    }
    fn button(&self) -> String {
        match &self.rests {
            Some(r) => self.l.t1("grant-release-button", "money", self.l.money(r.amount())),
            None => self.l.t("grant-save"),
        }
    }
    /// What the release rests on, in sentences.
    fn rests_on(&self, r: &Releasable) -> Vec<String> {
        let l = &self.l;
        let (meeting, other) = (r.presented().meeting(), self.other());
        let name: Text3 = self.v.bodies.iter().find(|b| b.id == meeting.body).map(|b| b.name.clone()).unwrap_or_default();
        let mut all = vec![l.t3("grant-rests-presented", "body", l.text(&name), "day", l.day(meeting.day), "meeting", &meeting.name)];
        if let Some(s) = other.statements.iter().find(|s| &s.id == r.cofinancing().statement()) {
            let said =
                [("party", l.party(&other.party)), ("money", l.money(s.amount)), ("reference", s.reference.clone()), ("day", l.day(s.day))];
            all.push(l.tn("grant-rests-statement", &said));
        }
        if let Some(e) = other.evidence.iter().find(|e| &e.id == r.activity().evidence()) {
            all.push(l.t3("grant-rests-evidence", "party", l.party(&other.party), "what", &e.what, "day", l.day(e.day)));
        }
        all
    }
    fn blank(&self) -> String {
        String::new()
    }
}

/// A step's address: the application, the loaded case, and the party the reader acts for.
struct Case {
    id: ApplicationId,
    v: Dossier,
    own: PartyCode,
    step: String,
}

async fn case(app: &App, visit: &Visit, id: &str) -> Result<Case, Problem> {
    let id = ApplicationId::parse(id).ok_or(Error::NotFound)?;
    let v = grant::show(&app.desk, &visit.viewer, &id).await?;
    let own = own_party(&visit.viewer, &v.call).ok_or(Error::NotFound)?;
    let step = visit.path().rsplit('/').next().unwrap_or("").to_string();
    Ok(Case { id, v, own, step })
}

impl Case {
    fn side(&self) -> &Side {
        let [a, b] = &self.v.project.grant.sides;
        if a.party == self.own { a } else { b }
    }
    fn currency(&self) -> Currency {
        self.side().currency
    }

    /// Typed so far with its errors, or a fresh form.
    fn page(self, visit: &Visit, f: Fields, refused: Option<Refusal>) -> Answer {
        let l = visit.frame();
        let kind = if self.step == "decision" { BodyKind::Granting } else { BodyKind::Recommending };
        let bodies = self.v.bodies.iter().filter(|b| b.party == self.own && b.kind == kind);
        let bodies = bodies.map(|b| (b.id.to_string(), l.text(&b.name).to_string())).collect();
        let mut refused = refused;
        let rests = match (self.step.as_str(), InstalmentId::parse(f.value("instalment"))) {
            ("release", Some(id)) => match release(&self.v.project.grant, &self.own, &id) {
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
    fn answer(self, visit: &Visit, f: Fields, outcome: Option<actions::Result<()>>) -> Answer {
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
    let mut f = Fields::filled([("day", today.clone())]);
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

fn day(f: &mut Fields, name: &str) -> Option<Day> {
    let day = Day::parse(f.value(name));
    if day.is_none() {
        f.fail(name, "journal-day", vec![]);
    }
    day
}

fn confirmed(f: &mut Fields) -> bool {
    if !f.is("confirm", "yes") {
        f.fail("confirm-tick", "grant-confirm", vec![]);
    }
    f.errors.is_empty()
}

fn upload(f: &Fields) -> Option<Upload> {
    let file = f.files.iter().find(|x| x.field == "document")?;
    Some(Upload { name: file.name.clone(), bytes: file.bytes.to_vec() })
}

fn meeting(f: &mut Fields) -> Option<NewMeeting> {
    let body = BodyId::parse(f.value("body"));
    if body.is_none() {
        f.fail("body", "required", vec![]);
    }
    let (name, day) = (f.required("meeting", 200), day(f, "day"));
    Some(NewMeeting { body: body?, name, day: day? })
}

pub async fn statement(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let (amount, reference, day) = (f.money("amount", case.currency()), f.required("reference", 200), day(&mut f, "day"));
    let outcome = match day.filter(|_| confirmed(&mut f)) {
        Some(day) => {
            let new = NewStatement { amount, reference, day, document: upload(&f) };
            Some(grant::state_cofinancing(&app.desk, &visit.viewer, &case.id, &case.own, &new).await.map(drop))
        }
        None => None,
    };
    case.answer(&visit, f, outcome)
}

pub async fn withdrawal(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let reason = f.required("reason", 2000);
    let outcome = match confirmed(&mut f) {
        true => Some(grant::withdraw_statement(&app.desk, &visit.viewer, &case.id, &case.own, &reason).await),
        false => None,
    };
    case.answer(&visit, f, outcome)
}

pub async fn recommendation(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let (meeting, text) = (meeting(&mut f), f.text("text", 4000));
    let recommended = outcome_of(&mut f, "recommended", "not-recommended");
    let outcome = match meeting.filter(|_| confirmed(&mut f)) {
        Some(meeting) => {
            let new = NewRecommendation { meeting, recommended, text };
            Some(grant::recommend(&app.desk, &visit.viewer, &case.id, &case.own, &new).await)
        }
        None => None,
    };
    case.answer(&visit, f, outcome)
}

pub async fn decision(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let (meeting, reason) = (meeting(&mut f), f.text("text", 4000));
    let granted = outcome_of(&mut f, "granted", "refused");
    let granted = if granted { Some(f.money("amount", case.currency())) } else { None };
    let outcome = match meeting.filter(|_| confirmed(&mut f)) {
        Some(meeting) => {
            let new = NewDecision { meeting, granted, reason };
            Some(grant::decide_grant(&app.desk, &visit.viewer, &case.id, &case.own, &new).await)
        }
        None => None,
    };
    case.answer(&visit, f, outcome)
}

fn outcome_of(f: &mut Fields, yes: &str, no: &str) -> bool {
    let said = f.value("outcome").to_string();
    if said != yes && said != no {
        f.fail("outcome", "required", vec![]);
    }
    said == yes
}

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
        true => Some(grant::award(&app.desk, &visit.viewer, &case.id, &case.own, amount, &shares).await.map(drop)),
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
        true => Some(grant::plan(&app.desk, &visit.viewer, &case.id, &case.own, &wanted).await.map(drop)),
        false => None,
    };
    case.answer(&visit, f, outcome)
}

pub async fn presentation(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let meeting = meeting(&mut f);
    let outcome = match meeting.filter(|_| confirmed(&mut f)) {
        Some(meeting) => Some(grant::present(&app.desk, &visit.viewer, &case.id, &case.own, &meeting).await),
        None => None,
    };
    case.answer(&visit, f, outcome)
}

pub async fn evidence(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let (what, day) = (f.required("what", 2000), day(&mut f, "day"));
    let outcome = match day.filter(|_| confirmed(&mut f)) {
        Some(day) => {
            let new = NewEvidence { day, what, document: upload(&f) };
            Some(grant::add_evidence(&app.desk, &visit.viewer, &case.id, &case.own, &new).await.map(drop))
        }
        None => None,
    };
    case.answer(&visit, f, outcome)
}

pub async fn release_now(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let case = case(&app, &visit, &id).await?;
    let instalment = InstalmentId::parse(f.value("instalment")).ok_or(Error::NotFound)?;
    let outcome = match confirmed(&mut f) {
        true => Some(grant::release(&app.desk, &visit.viewer, &case.id, &case.own, &instalment).await.map(drop)),
        false => None,
    };
    case.answer(&visit, f, outcome)
}
