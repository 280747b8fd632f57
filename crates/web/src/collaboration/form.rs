//! Makes and changes a link between institutions.

use crate::kit::{Answer, App, Fields, Frame, Visit, changes, see_other, words};
use actions::{collaboration::NewCollaboration, revision::Kind as History};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal,
    collaboration::{BODY_MAX, Capacity, Kind, NAME_MAX, Role, Standing, State as Stage},
};

/// Rows for the size of a joint centre.
const SIZES: usize = 4;

#[derive(Template)]
#[template(path = "collaboration/edit.html")]
struct Edit {
    l: Frame,
    f: Fields,
    /// Empty for a new one.
    slug: String,
    refused: Option<Refusal>,
    sources: Vec<(String, String)>,
    partnerships: Vec<(String, String)>,
}

impl Edit {
    fn kinds(&self) -> Vec<(String, String)> {
        words::options(&self.l, "collaboration-kind", Kind::ALL.iter().map(|k| k.code()))
    }
    fn stages(&self) -> Vec<(String, String)> {
        words::options(&self.l, "collaboration-state", Stage::ALL.iter().map(|k| k.code()))
    }
    fn standings(&self) -> Vec<(String, String)> {
        words::options(&self.l, "collaboration-size", Standing::ALL.iter().map(|k| k.code()))
    }
    fn rows(&self) -> std::ops::Range<usize> {
        0..SIZES
    }
}

pub async fn new(State(app): State<App>, visit: Visit) -> Answer {
    page(&app, &visit, Fields::filled([("version", "0")]), String::new(), None).await
}

pub async fn edit(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let f = changes::filled(&app, &visit, History::Collaboration, &slug).await?;
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
        match actions::collaboration::save(&app.desk, &visit.viewer, &new).await {
            Ok(()) => return Ok(see_other(&format!("/collaborations/{slug}"), "message-saved")),
            Err(e) => {
                let why = words::wrong(&mut f, e)?;
                refused = changes::overtaken(app, visit, (History::Collaboration, &slug), &mut f, why).await?;
            }
        }
    }
    page(app, visit, f, if fresh { String::new() } else { slug }, refused).await
}

fn read(f: &mut Fields, slug: String, fresh: bool) -> NewCollaboration {
    let kind = Kind::parse(f.value("kind")).unwrap_or_else(|| {
        f.fail("kind", "required", vec![]);
        Kind::Research
    });
    let state = Stage::parse(f.value("state")).unwrap_or_else(|| {
        f.fail("state", "required", vec![]);
        Stage::Considered
    });
    let mut parties = Vec::new();
    for role in Role::ALL {
        parties.extend(words::lines(f, role.code()).into_iter().map(|name| (*role, name)));
    }
    let source = f.required("source", 80);
    NewCollaboration {
        slug,
        kind,
        state,
        names: words::required_all(f, "names", NAME_MAX),
        body: words::read(f, "body", BODY_MAX),
        parties,
        partnership: f.text("partnership", 80),
        since: words::edtf(f, "since"),
        until: words::edtf(f, "until"),
        as_of: words::edtf(f, "as_of"),
        quote: f.text("quote", BODY_MAX),
        capacities: (0..SIZES).filter_map(|i| size(f, i, &source)).collect(),
        source,
        version: if fresh { 0 } else { f.value("version").parse().unwrap_or(-1) },
    }
}

/// A row of the sizes; none where nothing stands in it.
fn size(f: &mut Fields, i: usize, source: &str) -> Option<Capacity> {
    let what = words::read(f, &format!("size{i}-what"), NAME_MAX);
    let number = f.text(&format!("size{i}-number"), 12);
    if what.missing().len() == 3 && number.is_empty() {
        return None;
    }
    let what = words::required_all(f, &format!("size{i}-what"), NAME_MAX);
    let number = if number.is_empty() { None } else { Some(f.number(&format!("size{i}-number"), 0, 1_000_000_000)) };
    let standing = Standing::parse(f.value(&format!("size{i}-standing"))).unwrap_or(Standing::Expected);
    Some(Capacity { standing, what, number, year: words::edtf(f, &format!("size{i}-year")), source: source.to_string() })
}
