//! The form that enters or describes an office: who is behind it, what it is for, and how it closed.

use crate::{
    kit::{Answer, App, Fields, Frame, Problem, Visit, changes, see_other, words},
    partnership as book,
};
use actions::{
    office::{Draft, Page},
    revision::Kind as History,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Currency, Refusal, Text3,
    edtf::Edtf,
    office::{Closing, PartyRole},
};

/// Organisations that an office may have behind it, in one form.
const SPARE: usize = 3;
const MOST: usize = 30;

#[derive(Template)]
#[template(path = "office/edit.html")]
struct Form {
    l: Frame,
    f: Fields,
    of: Option<(String, String)>,
    refused: Option<Refusal>,
    sources: Vec<(String, String)>,
    partnerships: Vec<(String, String)>,
}

impl Form {
    fn title(&self) -> String {
        match &self.of {
            Some((_, name)) => self.l.t1("book-edit-title", "name", name.as_str()),
            None => self.l.t("office-new"),
        }
    }
    fn action(&self) -> String {
        self.of.as_ref().map_or_else(|| "/offices/new".into(), |(slug, _)| format!("/offices/{slug}/edit"))
    }
    fn rows(&self) -> Vec<String> {
        (0..rows(&self.f)).map(|n| format!("party-{n}")).collect()
    }
    fn roles(&self) -> Vec<(String, String)> {
        self.l.codes("office-role", PartyRole::ALL.iter().map(|k| k.code()))
    }
    fn currencies(&self) -> Vec<(String, String)> {
        [Currency::Dkk, Currency::Cny, Currency::Eur].iter().map(|c| (c.code().to_string(), c.code().to_string())).collect()
    }
}

fn rows(f: &Fields) -> usize {
    f.value("rows").parse().unwrap_or(SPARE).min(MOST)
}

pub async fn new(State(app): State<App>, visit: Visit) -> Answer {
    let f = Fields::filled([("form_key", app.desk.token()), ("party-0-role", PartyRole::Owner.code().to_string())]);
    page(&app, &visit, f, None, None).await
}

pub async fn create(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let draft = draft(&app, &visit, &mut f).await?;
    let mut refused = None;
    if f.errors.is_empty() {
        match f.told(actions::office::create(&app.desk, &visit.viewer, draft).await)? {
            Ok(slug) => return Ok(see_other(&format!("/offices/{slug}"), "message-saved")),
            Err(why) => refused = why,
        }
    }
    page(&app, &visit, f, None, refused).await
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = actions::office::show(&app.desk, &visit.viewer, &slug).await?;
    let mut f = changes::filled(&app, &visit, History::Office, &slug).await?;
    let behind = f.pairs().iter().filter(|(name, _)| name.starts_with("party-") && name.ends_with("-who")).count();
    f.set("rows", (behind + SPARE).to_string());
    page(&app, &visit, f, Some(&p), None).await
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let p = actions::office::show(&app.desk, &visit.viewer, &slug).await?;
    let version = f.number("version", 1, i64::MAX);
    let draft = draft(&app, &visit, &mut f).await?;
    let mut refused = None;
    if f.errors.is_empty() {
        match f.told(actions::office::update(&app.desk, &visit.viewer, &slug, draft, version).await)? {
            Ok(slug) => return Ok(see_other(&format!("/offices/{slug}"), "message-saved")),
            Err(why) => refused = changes::overtaken(&app, &visit, (History::Office, &slug), &mut f, why).await?,
        }
    }
    page(&app, &visit, f, Some(&p), refused).await
}

async fn page(app: &App, visit: &Visit, f: Fields, of: Option<&Page>, refused: Option<Refusal>) -> Answer {
    let l = visit.frame();
    let of = of.map(|p| (p.line.office.slug.clone(), l.text(&p.line.office.name).to_string()));
    let sources = book::sources(app, &l).await?;
    let partnerships = actions::partnership::list(&app.desk).await?;
    let partnerships = partnerships.into_iter().map(|x| (x.partnership.slug.clone(), x.name(l.lang))).collect();
    let status = if f.errors.is_empty() && refused.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.page_as(status, &Form { l, f, of, refused, sources, partnerships })
}

async fn draft(app: &App, visit: &Visit, f: &mut Fields) -> Result<Draft, Problem> {
    let sources = book::sources(app, &visit.frame()).await?;
    let name = words::required(f, "name", 200);
    let slug = match f.text("slug", 80) {
        typed if typed.is_empty() => domain::partnership::slug(name.get(domain::Lang::En)),
        typed => typed,
    };
    let mut parties = Vec::new();
    for row in (0..rows(f)).map(|n| format!("party-{n}")) {
        let field = format!("{row}-who");
        let who = f.text(&field, 200);
        if !who.is_empty() {
            let role = words::choice(f, &format!("{row}-role"), PartyRole::parse, PartyRole::Owner);
            parties.push((field, role, who, words::read(f, &row, 200)));
        }
    }
    Ok(Draft {
        slug,
        name,
        place: f.required("place", 200),
        partnership: f.text("partnership", 80),
        purpose: words::read(f, "purpose", 2000),
        opened: words::edtf(f, "opened"),
        closing: closing(f),
        note: words::read(f, "note", 4000),
        source: f.offered("source", &sources),
        parties,
        form_key: f.value("form_key").to_string(),
    })
}

/// None where nothing is said of a closing.
fn closing(f: &mut Fields) -> Option<Closing> {
    let (decided, closed) = (words::edtf(f, "decided"), words::edtf(f, "closed"));
    let (reason, freed_for) = (words::read(f, "reason", 1000), words::read(f, "freed_for", 1000));
    let freed = match (f.value("freed").trim().is_empty(), Currency::parse(f.value("currency"))) {
        (true, _) => None,
        (false, Some(currency)) => Some(f.money("freed", currency)),
        (false, None) => {
            f.fail("currency", "required", vec![]);
            None
        }
    };
    let silent = decided == Edtf::default()
        && closed == Edtf::default()
        && reason == Text3::default()
        && freed_for == Text3::default()
        && freed.is_none();
    (!silent).then_some(Closing { decided, closed, reason, freed_for, freed })
}
