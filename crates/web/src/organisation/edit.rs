//! The forms an office changes an organisation with.

use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, changes, see_other, words};
use actions::{
    Error,
    organisation::{
        self, Public,
        edit::{self, Draft, Tie},
    },
    revision::Kind as History,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal,
    ids::AliasId,
    organisation::{Category, IdWarning, Organisation, Scheme, check},
};

#[derive(Template)]
#[template(path = "organisation/edit.html")]
struct Form {
    l: Frame,
    f: Fields,
    /// None for a new organisation.
    p: Option<Public>,
    sources: Vec<(String, String)>,
    /// Organisations called the same or with the same number, before a new one is made.
    alike: Vec<Organisation>,
    refused: Option<Refusal>,
}

impl Form {
    fn kinds(&self) -> Vec<(String, String)> {
        Category::ALL.iter().map(|k| (k.code().to_string(), self.l.code("organisation-category", k.code()))).collect()
    }
    fn title(&self) -> String {
        match &self.p {
            Some(p) => self.l.t1("book-edit-title", "name", self.l.text(&p.organisation.names)),
            None => self.l.t("organisation-new"),
        }
    }
    fn action(&self) -> String {
        self.p.as_ref().map_or_else(|| "/organisations/new".to_string(), |p| format!("/organisations/{}/edit", p.organisation.slug))
    }
    /// Numbers whose form or check digit is odd; a warning, for real numbers fail too.
    fn odd_numbers(&self) -> Vec<(&'static str, &'static str)> {
        let typed = Scheme::ALL.iter().map(|s| (*s, self.f.value(&format!("id-{}", s.code()))));
        let sentence = |w| if w == IdWarning::Shape { "organisation-number-shape" } else { "organisation-number-check" };
        typed.filter(|(_, v)| !v.is_empty()).filter_map(|(s, v)| check(s, v).map(|w| (s.code(), sentence(w)))).collect()
    }
}

pub async fn new(State(app): State<App>, visit: Visit) -> Answer {
    let f = Fields::filled([("form_key", app.desk.token()), ("verified", "1".to_string())]);
    page(&app, &visit, StatusCode::OK, f, None, Said::Nothing).await
}

pub async fn create(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let draft = draft(&mut f);
    if f.value("form_key").len() != 64 {
        return Err(Problem::Garbled);
    }
    let alike = edit::alike(&app.desk, &visit.viewer, &draft).await?;
    if !f.errors.is_empty() || (!alike.is_empty() && !f.is("anyway", "1")) {
        return page(&app, &visit, StatusCode::UNPROCESSABLE_ENTITY, f, None, Said::Alike(alike)).await;
    }
    let key = f.value("form_key").to_string();
    match edit::create(&app.desk, &visit.viewer, draft, &key).await {
        Ok(slug) => Ok(see_other(&format!("/organisations/{slug}"), "message-saved")),
        Err(error) => again(&app, &visit, f, None, error).await,
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let f = changes::filled(&app, &visit, History::Organisation, &slug).await?;
    page(&app, &visit, StatusCode::OK, f, Some(slug), Said::Nothing).await
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let version = f.number("version", 1, i64::MAX);
    let draft = draft(&mut f);
    if !f.errors.is_empty() {
        return page(&app, &visit, StatusCode::UNPROCESSABLE_ENTITY, f, Some(slug), Said::Nothing).await;
    }
    match edit::update(&app.desk, &visit.viewer, &slug, version, draft).await {
        Ok(()) => Ok(see_other(&format!("/organisations/{slug}"), "message-saved")),
        Err(error) => again(&app, &visit, f, Some(slug), error).await,
    }
}

/// A spelling, a member or a successor, added or removed.
pub async fn tie(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let wanted = match f.value("do") {
        "spelling" => {
            let spelling = f.required("spelling", 200);
            Tie::Spelling { spelling, source: Some(f.text("source", 100)).filter(|s| !s.is_empty()) }
        }
        "remove-spelling" => Tie::RemoveSpelling(AliasId::parse(f.value("which")).ok_or(Problem::Garbled)?),
        "member" => Tie::Member(f.required("member", 200)),
        "remove-member" => Tie::RemoveMember(f.value("which").to_string()),
        "successor" => {
            let to = f.required("successor", 200);
            Tie::Successor { to, date: words::edtf(&mut f, "on"), note: words::read(&mut f, "note", 1000) }
        }
        _ => return Err(Problem::Garbled),
    };
    let error = match f.errors.is_empty() {
        true => match edit::tie(&app.desk, &visit.viewer, &slug, wanted).await {
            Ok(()) => return Ok(see_other(&format!("/organisations/{slug}/edit"), "message-saved")),
            Err(error) => error,
        },
        false => Error::Invalid(f.errors.clone()),
    };
    // The card above is filled from what is stored; what was typed below stays.
    let mut whole = changes::filled(&app, &visit, History::Organisation, &slug).await?;
    for (name, value) in f.pairs() {
        whole.set(name, value.clone());
    }
    again(&app, &visit, whole, Some(slug), error).await
}

async fn again(app: &App, visit: &Visit, mut f: Fields, slug: Option<String>, error: Error) -> Answer {
    match error {
        Error::Invalid(errors) => {
            f.errors = errors;
            page(app, visit, StatusCode::UNPROCESSABLE_ENTITY, f, slug, Said::Nothing).await
        }
        Error::Refused(refused) => {
            let thing = (History::Organisation, slug.as_deref().unwrap_or_default());
            let refused = changes::overtaken(app, visit, thing, &mut f, Some(refused)).await?;
            page(app, visit, StatusCode::CONFLICT, f, slug, refused.map_or(Said::Nothing, Said::Refused)).await
        }
        other => Err(other.into()),
    }
}

/// What the page says above the form.
enum Said {
    Nothing,
    Alike(Vec<Organisation>),
    Refused(Refusal),
}

async fn page(app: &App, visit: &Visit, status: StatusCode, f: Fields, slug: Option<String>, said: Said) -> Answer {
    let l = visit.frame();
    let p = match &slug {
        Some(slug) => Some(organisation::show(&app.desk, slug).await?),
        None => None,
    };
    let sources = words::sources(app, &l).await?;
    let (alike, refused) = match said {
        Said::Nothing => (vec![], None),
        Said::Alike(all) => (all, None),
        Said::Refused(r) => (vec![], Some(r)),
    };
    visit.page_as(status, &Form { l, f, p, sources, alike, refused })
}

fn draft(f: &mut Fields) -> Draft {
    let mailbox = f.text("mailbox", 200);
    if !mailbox.is_empty() && !mailbox.contains('@') {
        f.fail("mailbox", "organisation-mailbox", vec![]);
    }
    let mut identifiers = Vec::new();
    for scheme in Scheme::ALL {
        let value = f.text(&format!("id-{}", scheme.code()), 60);
        if !value.is_empty() {
            identifiers.push((scheme, value));
        }
    }
    Draft {
        kind: words::choice(f, "kind", Category::parse, Category::Other),
        names: words::required(f, "name", 200),
        abbr: f.text("abbr", 40),
        country: words::country(f),
        part_of: f.text("part_of", 200),
        place: f.text("place", 200),
        established: words::edtf(f, "established"),
        dissolved: words::edtf(f, "dissolved"),
        mailbox,
        verified: f.is("verified", "1"),
        identifiers,
    }
}
