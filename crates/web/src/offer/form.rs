//! Makes and changes an offer.

use crate::kit::{Answer, App, Fields, Frame, Visit, changes, see_other, words};
use actions::{offer::NewOffer, revision::Kind as History};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal,
    offer::{BODY_MAX, Kind, NAME_MAX, Reach},
};

#[derive(Template)]
#[template(path = "offer/edit.html")]
struct Edit {
    l: Frame,
    f: Fields,
    slug: String,
    refused: Option<Refusal>,
    sources: Vec<(String, String)>,
    partnerships: Vec<(String, String)>,
}

impl Edit {
    fn kinds(&self) -> Vec<(String, String)> {
        words::options(&self.l, "offer-kind", Kind::ALL.iter().map(|k| k.code()))
    }
}

pub async fn new(State(app): State<App>, visit: Visit) -> Answer {
    page(&app, &visit, Fields::filled([("version", "0")]), String::new(), None).await
}

pub async fn edit(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let f = changes::filled(&app, &visit, History::Offer, &slug).await?;
    page(&app, &visit, f, slug, None).await
}

async fn page(app: &App, visit: &Visit, f: Fields, slug: String, refused: Option<Refusal>) -> Answer {
    let l = visit.frame();
    let (sources, partnerships) = (words::sources(app, &l).await?, words::partnerships(app, &l).await?);
    let status = if f.errors.is_empty() && refused.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.page_as(status, &Edit { l, f, slug, refused, sources, partnerships })
}

pub async fn create(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let names = words::read(&mut f.clone(), "names", NAME_MAX);
    let slug = words::slug(&mut f, &names);
    save(&app, &visit, f, slug, true).await
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, f: Fields) -> Answer {
    save(&app, &visit, f, slug, false).await
}

async fn save(app: &App, visit: &Visit, mut f: Fields, slug: String, fresh: bool) -> Answer {
    let new = read(&mut f, slug.clone(), fresh);
    words::partnership(&mut f, &words::partnerships(app, &visit.frame()).await?);
    let mut refused = None;
    if f.errors.is_empty() {
        match actions::offer::save(&app.desk, &visit.viewer, &new).await {
            Ok(()) => return Ok(see_other(&format!("/offers/{slug}"), "message-saved")),
            Err(e) => {
                let why = words::wrong(&mut f, e)?;
                refused = changes::overtaken(app, visit, (History::Offer, &slug), &mut f, why).await?;
            }
        }
    }
    page(app, visit, f, if fresh { String::new() } else { slug }, refused).await
}

fn read(f: &mut Fields, slug: String, fresh: bool) -> NewOffer {
    let kinds: Vec<Kind> = f.all("kinds").into_iter().filter_map(Kind::parse).collect();
    if kinds.is_empty() {
        f.fail("kinds", "required", vec![]);
    }
    let mut places = Vec::new();
    for reach in Reach::ALL {
        places.extend(words::lines(f, reach.code()).into_iter().map(|name| (*reach, name)));
    }
    NewOffer {
        slug,
        provider: f.required("provider", NAME_MAX),
        kinds,
        names: words::required_all(f, "names", NAME_MAX),
        body: words::read(f, "body", BODY_MAX),
        audience: words::read(f, "audience", NAME_MAX),
        partnership: f.text("partnership", 80),
        since: words::edtf(f, "since"),
        source: f.required("source", 80),
        as_of: words::edtf(f, "as_of"),
        quote: f.text("quote", BODY_MAX),
        places,
        version: if fresh { 0 } else { f.value("version").parse().unwrap_or(-1) },
    }
}
