//! Decision letters: the office's page with its dispatch and what of it failed, and the letter as its readers get it.

use super::own_party;
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, see_other, visit::download};
use actions::{
    Error,
    grant::{self, LetterDesk, LetterLine, LetterOrder, LetterProblem},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Lang, PartyCode, Refusal, Text3,
    ids::{ApplicationId, BodyId, LetterId},
    time::Day,
};

#[derive(Template)]
#[template(path = "grant/letters.html")]
struct Letters {
    l: Frame,
    f: Fields,
    v: LetterDesk,
    own: PartyCode,
    refused: Option<Refusal>,
    /// A dispatch runs: how many are to go.
    running: bool,
    bodies: Vec<(String, String)>,
}

impl Letters {
    fn trail(&self) -> Vec<(String, String)> {
        vec![(format!("/calls/{}/grants", self.v.call.slug), self.l.t("grant-list-title"))]
    }
    fn sent(&self) -> usize {
        self.v.lines.iter().filter(|x| x.sent.is_some() && !x.ready()).count()
    }
    fn ready(&self) -> usize {
        self.v.lines.iter().filter(|x| x.ready()).count()
    }
    fn state(&self) -> String {
        let waiting = self.v.lines.iter().filter(|x| x.verdict.is_err()).count();
        self.l.t3("grant-letters-state", "sent", self.sent(), "ready", self.ready(), "waiting", waiting)
    }
    fn progress(&self) -> String {
        self.l.t2("grant-letters-progress", "sent", self.sent(), "total", self.sent() + self.ready())
    }
    fn outcome(&self, line: &LetterLine) -> String {
        match &line.verdict {
            Ok(Some(v)) => self.l.code("grant-letter", v.code()),
            Ok(None) => self.l.t("table-none"),
            Err(why) => self.l.refusal(why),
        }
    }
    /// What could not be set and is still to go.
    fn failed(&self) -> Vec<(&LetterLine, &LetterProblem)> {
        self.v.lines.iter().filter(|x| x.ready()).filter_map(|x| Some((x, x.problem.as_ref()?))).collect()
    }
    fn why(&self, p: &LetterProblem) -> String {
        self.l.t1(&format!("grant-letter-problem-{}", p.kind), "detail", &p.detail)
    }
    fn blank(&self) -> String {
        String::new()
    }
}

async fn page(app: &App, visit: &Visit, slug: &str, f: Option<Fields>, refused: Option<Refusal>, running: bool) -> Answer {
    let call = actions::call::show(&app.desk, &visit.viewer, slug).await?;
    let own = own_party(&visit.viewer, &call).ok_or(Error::NotFound)?;
    let v = grant::letters(&app.desk, &visit.viewer, slug, &own).await?;
    let l = visit.frame();
    let bodies: Vec<(String, String)> = v.bodies.iter().map(|b| (b.id.to_string(), l.text(&b.name).to_string())).collect();
    let fresh = f.is_none() && refused.is_none();
    let f = f.unwrap_or_else(|| {
        let mut f = Fields::filled([("day", l.own_zone().wall(app.desk.now()).day.iso())]);
        f.set("body", bodies.first().map(|(id, _)| id.clone()).unwrap_or_default());
        for lang in Lang::ALL {
            f.set(&format!("appeal-{}", short(lang)), i18n::text(lang, "grant-letters-appeal-suggested", &[]));
        }
        f
    });
    let status = if fresh { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    // What failed stays ready: the dispatch is over when nothing else is.
    let running = running && v.lines.iter().any(|x| x.ready() && x.problem.is_none());
    visit.page_as(status, &Letters { l, f, v, own, refused, running, bodies })
}

fn short(lang: Lang) -> &'static str {
    match lang {
        Lang::Da => "da",
        Lang::En => "en",
        Lang::Zh => "zh",
    }
}

pub async fn index(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let running = visit.here.ends_with("?running=1");
    page(&app, &visit, &slug, None, None, running).await
}

/// Checks the order, starts the dispatch, and leads to a page that shows how far it is. The rows say what is sent, so a dispatch that
/// was cut off is simply started again.
pub async fn create(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let call = actions::call::show(&app.desk, &visit.viewer, &slug).await?;
    let own = own_party(&visit.viewer, &call).ok_or(Error::NotFound)?;
    let (body, day) = (BodyId::parse(f.value("body")), Day::parse(f.value("day")));
    if body.is_none() {
        f.fail("body", "required", vec![]);
    }
    if day.is_none() {
        f.fail("day", "journal-day", vec![]);
    }
    let contact = f.required("contact", 500);
    let appeal = Text3::new(&f.text("appeal-da", 2000), &f.text("appeal-en", 2000), &f.text("appeal-zh", 2000));
    if !f.is("confirm", "yes") {
        f.fail("confirm-tick", "grant-confirm", vec![]);
    }
    let (Some(body), Some(day), true) = (body, day, f.errors.is_empty()) else {
        return page(&app, &visit, &slug, Some(f), None, false).await;
    };
    let order = LetterOrder { body, day, contact, appeal };
    match grant::letter::check_order(&app.desk, &visit.viewer, &slug, &own, &order).await {
        Err(Error::Refused(why)) => return page(&app, &visit, &slug, Some(f), Some(why), false).await,
        other => other?,
    }
    let to = format!("/calls/{slug}/grants/letters?running=1");
    drop(dispatch(&app, &visit, slug, own, Some(order)));
    Ok(see_other(&to, ""))
}

/// Tries again what could not be set, as it was ordered.
pub async fn retry(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let call = actions::call::show(&app.desk, &visit.viewer, &slug).await?;
    let own = own_party(&visit.viewer, &call).ok_or(Error::NotFound)?;
    // Permission and state are asked before anything runs on its own.
    grant::letters(&app.desk, &visit.viewer, &slug, &own).await?;
    let to = format!("/calls/{slug}/grants/letters");
    // Few: the page that comes next already says how it went.
    dispatch(&app, &visit, slug, own, None).await.map_err(|e| Problem::from(anyhow::anyhow!(e)))?;
    Ok(see_other(&to, ""))
}

/// Sends what is ready by `order`, or else tries again what failed.
fn dispatch(app: &App, visit: &Visit, slug: String, own: PartyCode, order: Option<LetterOrder>) -> tokio::task::JoinHandle<()> {
    let (desk, viewer) = (app.desk.clone(), visit.viewer.clone());
    let runtime = tokio::runtime::Handle::current();
    // Setting type is work for a processor: on a thread of its own, one letter after the other.
    tokio::task::spawn_blocking(move || {
        let done = runtime.block_on(async {
            match order {
                Some(order) => grant::send_letters(&desk, &viewer, &slug, &own, &order).await,
                None => grant::retry_letters(&desk, &viewer, &slug, &own).await,
            }
        });
        match done {
            Ok(done) => tracing::info!(sent = done.sent, failed = done.failed.len(), "letters"),
            Err(problem) => tracing::warn!(?problem, "letters stopped"),
        }
    })
}

/// The letter itself, for its applicants and both offices.
pub async fn show(State(app): State<App>, visit: Visit, Path((id, letter)): Path<(String, String)>) -> Answer {
    let id = ApplicationId::parse(&id).ok_or(Error::NotFound)?;
    let letter = LetterId::parse(&letter).ok_or(Error::NotFound)?;
    let document = grant::letter_document(&app.desk, &visit.viewer, &id, &letter).await?;
    Ok(download(&document.name, "application/pdf", document.bytes))
}
