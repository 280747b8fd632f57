//! The forms behind an officer's desk, one page each: parties, signatories, approvals, commitments, documents, the paper, notice.

use super::desk::trail;
use crate::{
    kit::{Answer, App, Fields, Frame, Problem, Visit, see_other, words},
    partnership as book,
};
use actions::{
    Error,
    instrument::{self as texts, Page, Step, Upload},
};
use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Instant, Lang, Refusal, Text3,
    ids::{ApprovalId, CommitmentId},
    instrument::{Approval, ApprovalKind, By, Commitment, Outcome, Paper, Physical, Progress, Relation, Side, Signatory},
    time::Day,
};
use std::collections::HashMap;

/// Empty rows for signatories to come.
const SPARE: usize = 2;
const MOST: usize = 20;

#[derive(Template)]
#[template(path = "instrument/part.html")]
struct Part {
    l: Frame,
    f: Fields,
    p: Page,
    part: String,
    refused: Option<Refusal>,
}

impl Part {
    fn trail(&self) -> Vec<(String, String)> {
        trail(&self.l, &self.p)
    }
    fn title(&self) -> String {
        self.l.code("instrument-part", &self.part)
    }
    fn rows(&self) -> Vec<String> {
        (0..rows(&self.f)).map(|n| format!("signatory-{n}")).collect()
    }
    fn sides(&self) -> Vec<(String, String)> {
        Side::ALL.iter().map(|side| (side.code().to_string(), self.p.partnership.names(*side, self.l.lang))).collect()
    }
    /// The side whose signatories are named.
    fn side(&self) -> String {
        Side::parse(self.f.value("side")).map(|side| self.p.partnership.names(side, self.l.lang)).unwrap_or_default()
    }
    fn steps(&self) -> Vec<(String, String)> {
        self.l.codes("instrument-approval", ApprovalKind::ALL.iter().map(|k| k.code()))
    }
    fn outcomes(&self) -> Vec<(String, String)> {
        self.l.codes("instrument-outcome", Outcome::ALL.iter().map(|k| k.code()))
    }
    fn progress(&self) -> Vec<(String, String)> {
        self.l.codes("instrument-progress", Progress::ALL.iter().map(|k| k.code()))
    }
    fn papers(&self) -> Vec<(String, String)> {
        Physical::ALL.iter().map(|k| (k.code().to_string(), paper(&self.l, &self.p, *k))).collect()
    }
    fn by(&self) -> Vec<(String, String)> {
        By::ALL.iter().map(|k| (k.code().to_string(), by(&self.l, &self.p, *k))).collect()
    }
    fn relations(&self) -> Vec<(String, String)> {
        self.l.codes("instrument-relation", Relation::ALL.iter().map(|k| k.code()))
    }
    /// Who the text binds on the side whose signatories are named.
    fn organisations(&self) -> Vec<(String, String)> {
        let own = self.p.whole.bound.iter().filter(|b| b.bound.side.code() == self.f.value("side"));
        own.map(|b| (b.slug.clone(), self.l.text(&b.names).to_string())).collect()
    }
    fn languages(&self) -> Vec<(String, String)> {
        Lang::ALL.iter().map(|lang| (lang.code().to_string(), lang.name().to_string())).collect()
    }
}

/// Who ends a text, by name.
pub fn by(l: &Frame, p: &Page, by: By) -> String {
    let side = |side| l.t1("instrument-by-side", "side", p.partnership.names(side, l.lang));
    match by {
        By::A => side(Side::A),
        By::B => side(Side::B),
        By::Both => l.t("instrument-by-both"),
    }
}

/// What happened to the paper; who signed it, by name.
pub fn paper(l: &Frame, p: &Page, kind: Physical) -> String {
    let signed = |side| l.t1("instrument-paper-signed", "side", p.partnership.names(side, l.lang));
    match kind {
        Physical::SignedA => signed(Side::A),
        Physical::SignedB => signed(Side::B),
        other => l.code("instrument-paper", other.code()),
    }
}

fn rows(f: &Fields) -> usize {
    f.value("rows").parse().unwrap_or(SPARE).min(MOST)
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((slug, part)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Answer {
    let p = texts::show(&app.desk, &visit.viewer, &slug).await?;
    let mut f = Fields::filled([("form_key", app.desk.token()), ("version", p.whole.instrument.version.to_string())]);
    let id = query.get("id").map_or("", String::as_str);
    let side = query.get("side").and_then(|s| Side::parse(s));
    let today = p.today.iso();
    match part.as_str() {
        "parties" => fill_parties(&mut f, &p),
        "signatories" => fill_signatories(&mut f, &p, side.ok_or(Error::NotFound)?),
        "approval" if id.is_empty() => f.set("side", side.map_or("", Side::code)),
        "approval" => fill_approval(&mut f, p.whole.approvals.iter().find(|a| a.id.as_str() == id).ok_or(Error::NotFound)?),
        "commitment" if id.is_empty() => f.set("progress", Progress::Open.code()),
        "commitment" => fill_commitment(&mut f, p.whole.commitments.iter().find(|c| c.id.as_str() == id).ok_or(Error::NotFound)?),
        "paper" => f.set("day", today),
        "force" => f.set("from", today),
        "notice" => f.set("requested", today),
        "document" => {}
        "amend" => f.set("relation", Relation::Renews.code()),
        _ => return Err(Error::NotFound.into()),
    }
    page(&visit, p, part, f, None)
}

fn page(visit: &Visit, p: Page, part: String, f: Fields, refused: Option<Refusal>) -> Answer {
    let status = if f.errors.is_empty() && refused.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.page_as(status, &Part { l: visit.frame(), f, p, part, refused })
}

fn fill_parties(f: &mut Fields, p: &Page) {
    for side in Side::ALL {
        let own = p.whole.bound.iter().filter(|b| b.bound.side == *side);
        let typed: Vec<String> = own.map(|b| format!("organisations/{}", b.slug)).collect();
        f.set(&format!("parties-{}", side.code()), typed.join("\n"));
    }
}

fn fill_signatories(f: &mut Fields, p: &Page, side: Side) {
    let own: Vec<&Signatory> = p.whole.signatories.iter().filter(|s| s.side == side).collect();
    f.set("side", side.code());
    f.set("rows", (own.len() + SPARE).to_string());
    for (n, s) in own.into_iter().enumerate() {
        words::fill(f, &format!("signatory-{n}"), &s.post);
        f.set(&format!("signatory-{n}-name"), s.name.clone());
        f.set(&format!("signatory-{n}-signed"), s.signed.as_str());
        let slug = p.whole.bound.iter().find(|b| Some(&b.bound.organisation) == s.organisation.as_ref()).map(|b| b.slug.clone());
        f.set(&format!("signatory-{n}-organisation"), slug.unwrap_or_default());
    }
}

fn fill_approval(f: &mut Fields, a: &Approval<ApprovalId>) {
    let pairs = [("id", a.id.as_str()), ("side", a.side.code()), ("kind", a.kind.code()), ("body", &a.body), ("due", a.due.as_str())];
    pairs.into_iter().for_each(|(name, value)| f.set(name, value));
    let pairs = [("outcome", a.outcome.code()), ("decided", a.decided.as_str()), ("reference", &a.reference)];
    pairs.into_iter().for_each(|(name, value)| f.set(name, value));
}

fn fill_commitment(f: &mut Fields, c: &Commitment) {
    words::fill(f, "body", &c.body);
    words::fill(f, "indicator", &c.indicator);
    let pairs = [("id", c.id.as_str()), ("owner-a", &c.owners[0]), ("owner-b", &c.owners[1]), ("due", c.due.as_str())];
    pairs.into_iter().for_each(|(name, value)| f.set(name, value));
    let pairs = [("progress", c.progress.code()), ("done", c.done.as_str()), ("evidence", &c.evidence)];
    pairs.into_iter().for_each(|(name, value)| f.set(name, value));
}

/// A form is sent in; what is wrong comes back with what was typed.
pub async fn update(State(app): State<App>, visit: Visit, Path((slug, part)): Path<(String, String)>, mut f: Fields) -> Answer {
    let p = texts::show(&app.desk, &visit.viewer, &slug).await?;
    let refused = match send(&app, &visit, &p, &part, &mut f).await? {
        None => None,
        Some(outcome) => match f.told(outcome)? {
            Ok(slug) => return Ok(see_other(&format!("/instruments/{slug}/desk"), "message-saved")),
            Err(why) => why,
        },
    };
    page(&visit, p, part, f, refused)
}

type Sent = Result<Option<actions::Result<String>>, Problem>;

/// Reads a form and acts; none where the form itself is wrong. Answers the text to go on with.
async fn send(app: &App, visit: &Visit, p: &Page, part: &str, f: &mut Fields) -> Sent {
    let (desk, viewer, slug) = (&app.desk, &visit.viewer, p.whole.instrument.slug.clone());
    let key = f.value("form_key").to_string();
    let outcome = match part {
        "parties" => {
            let mut typed = Vec::new();
            for side in Side::ALL {
                let field = format!("parties-{}", side.code());
                let text = f.text(&field, 2000);
                typed.extend(book::lines(&text).map(|line| (field.clone(), *side, line)));
            }
            if !f.errors.is_empty() {
                return Ok(None);
            }
            texts::bind(desk, viewer, &slug, &typed).await
        }
        "signatories" => {
            let side = words::choice(f, "side", Side::parse, Side::A);
            let all = signatories(p, side, f);
            if !f.errors.is_empty() {
                return Ok(None);
            }
            texts::set_signatories(desk, viewer, &slug, side, all).await
        }
        "approval" => {
            let a = approval(f);
            if !f.errors.is_empty() {
                return Ok(None);
            }
            match ApprovalId::parse(f.value("id")) {
                Some(id) => texts::set_approval(desk, viewer, &slug, &id, a).await,
                None => texts::add_approval(desk, viewer, &slug, a, &key).await,
            }
        }
        "commitment" => {
            let known = CommitmentId::parse(f.value("id"));
            let c = commitment(f, known.clone().unwrap_or_else(|| CommitmentId::mint(Instant::from_micros(0), [0; 10])));
            if !f.errors.is_empty() {
                return Ok(None);
            }
            match known {
                Some(_) => texts::set_commitment(desk, viewer, &slug, c).await,
                None => texts::add_commitment(desk, viewer, &slug, c, &key).await,
            }
        }
        "document" => {
            let lang = f.required("lang", 20);
            let Some(file) = f.files.first().cloned() else {
                f.fail("file", "required", vec![]);
                return Ok(None);
            };
            if !f.errors.is_empty() {
                return Ok(None);
            }
            texts::add_version(desk, viewer, &slug, Upload { lang, name: file.name, bytes: file.bytes.to_vec() }).await
        }
        "paper" => {
            let paper = Paper {
                no: 0,
                kind: words::choice(f, "kind", Physical::parse, Physical::Printed),
                day: words::edtf(f, "day"),
                note: f.text("note", 500),
            };
            if !f.errors.is_empty() {
                return Ok(None);
            }
            texts::add_paper(desk, viewer, &slug, paper, &key).await
        }
        "amend" => {
            let relation = words::choice(f, "relation", Relation::parse, Relation::Renews);
            if !f.errors.is_empty() {
                return Ok(None);
            }
            return Ok(Some(texts::amend(desk, viewer, &slug, relation, &key).await));
        }
        "force" | "notice" => {
            let step = if part == "force" { day(f, "from").map(|from| Step::EnterForce { from }) } else { notice(f) };
            if !f.is("confirm", "yes") {
                f.fail("confirm-tick", "instrument-confirm", vec![]);
            }
            let version = f.number("version", 1, i64::MAX);
            let (Some(step), true) = (step, f.errors.is_empty()) else { return Ok(None) };
            texts::step(desk, viewer, &slug, step, version).await
        }
        _ => return Err(Error::NotFound.into()),
    };
    Ok(Some(outcome.map(|()| slug)))
}

fn signatories(p: &Page, side: Side, f: &mut Fields) -> Vec<Signatory> {
    let mut all = Vec::new();
    for row in (0..rows(f)).map(|n| format!("signatory-{n}")) {
        let post = words::read(f, &row, 200);
        let name = f.text(&format!("{row}-name"), 200);
        let signed = words::edtf(f, &format!("{row}-signed"));
        let slug = f.text(&format!("{row}-organisation"), 80);
        let organisation = p.whole.bound.iter().find(|b| b.slug == slug).map(|b| b.bound.organisation.clone());
        if post == Text3::default() && !name.is_empty() {
            f.fail(&format!("{row}-da"), "instrument-post-missing", vec![]);
        }
        if post != Text3::default() {
            all.push(Signatory { side, no: all.len() as i64 + 1, post, name, organisation, signed });
        }
    }
    all
}

fn approval(f: &mut Fields) -> Approval<()> {
    let kind = words::choice(f, "kind", ApprovalKind::parse, ApprovalKind::Other);
    Approval {
        id: (),
        side: words::choice(f, "side", Side::parse, Side::A),
        no: 0,
        kind,
        body: f.required("body", 300),
        due: words::edtf(f, "due"),
        outcome: Outcome::parse(f.value("outcome")).unwrap_or(Outcome::Open),
        decided: words::edtf(f, "decided"),
        reference: f.text("reference", 200),
    }
}

fn commitment(f: &mut Fields, id: CommitmentId) -> Commitment {
    Commitment {
        id,
        no: 0,
        body: words::required(f, "body", 500),
        owners: [f.text("owner-a", 200), f.text("owner-b", 200)],
        due: words::edtf(f, "due"),
        indicator: words::read(f, "indicator", 500),
        progress: words::choice(f, "progress", Progress::parse, Progress::Open),
        done: words::edtf(f, "done"),
        evidence: f.text("evidence", 2000),
    }
}

fn notice(f: &mut Fields) -> Option<Step> {
    let requested = day(f, "requested");
    let by = words::choice(f, "by", By::parse, By::A);
    let reason = f.required("reason", 2000);
    let effective = if f.value("effective").is_empty() { None } else { day(f, "effective") };
    Some(Step::GiveNotice { requested: requested?, by, reason, effective })
}

fn day(f: &mut Fields, name: &str) -> Option<Day> {
    let day = Day::parse(f.value(name));
    if day.is_none() {
        f.fail(name, "journal-day", vec![]);
    }
    day
}
