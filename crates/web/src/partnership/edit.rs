//! The form that enters or describes a partnership: parties, kind, dates, purpose, contact post.

use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, changes, see_other, words};
use actions::{
    partnership::{Draft, Page},
    revision::Kind as History,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal,
    partnership::{Kind, Side, State as Standing},
};

#[derive(Template)]
#[template(path = "partnership/edit.html")]
struct Form {
    l: Frame,
    f: Fields,
    /// Slug and name; none for a new one.
    of: Option<(String, String)>,
    refused: Option<Refusal>,
    sources: Vec<(String, String)>,
    owners: Vec<(String, String)>,
}

impl Form {
    fn kinds(&self) -> Vec<(String, String)> {
        self.l.codes("partnership-kind", Kind::ALL.iter().map(|k| k.code()))
    }
    fn states(&self) -> Vec<(String, String)> {
        self.l.codes("partnership-state", Standing::ALL.iter().map(|k| k.code()))
    }
    fn title(&self) -> String {
        match &self.of {
            Some((_, name)) => self.l.t1("book-edit-title", "name", name.as_str()),
            None => self.l.t("partnership-new"),
        }
    }
    fn action(&self) -> String {
        self.of.as_ref().map_or_else(|| "/partnerships/new".into(), |(slug, _)| format!("/partnerships/{slug}/edit"))
    }
}

pub async fn new(State(app): State<App>, visit: Visit) -> Answer {
    let f = Fields::filled([("form_key", app.desk.token()), ("state", Standing::Developing.code().to_string())]);
    page(&app, &visit, f, None, None).await
}

pub async fn create(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let draft = draft(&app, &visit, &mut f).await?;
    let state = words::choice(&mut f, "state", Standing::parse, Standing::Developing);
    let mut refused = None;
    if f.errors.is_empty() {
        match f.told(actions::partnership::create(&app.desk, &visit.viewer, draft, state).await)? {
            Ok(slug) => return Ok(see_other(&format!("/partnerships/{slug}"), "message-saved")),
            Err(why) => refused = why,
        }
    }
    page(&app, &visit, f, None, refused).await
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = actions::partnership::show(&app.desk, &visit.viewer, &slug).await?;
    let f = changes::filled(&app, &visit, History::Partnership, &slug).await?;
    page(&app, &visit, f, Some(&p), None).await
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let p = actions::partnership::show(&app.desk, &visit.viewer, &slug).await?;
    let version = f.number("version", 1, i64::MAX);
    let draft = draft(&app, &visit, &mut f).await?;
    let mut refused = None;
    if f.errors.is_empty() {
        match f.told(actions::partnership::update(&app.desk, &visit.viewer, &slug, draft, version).await)? {
            Ok(()) => return Ok(see_other(&format!("/partnerships/{slug}"), "message-saved")),
            Err(why) => refused = changes::overtaken(&app, &visit, (History::Partnership, &slug), &mut f, why).await?,
        }
    }
    page(&app, &visit, f, Some(&p), refused).await
}

async fn page(app: &App, visit: &Visit, f: Fields, of: Option<&Page>, refused: Option<Refusal>) -> Answer {
    let l = visit.frame();
    let of = of.map(|p| (p.line.partnership.slug.clone(), p.line.name(l.lang)));
    let sources = super::sources(app, &l).await?;
    let owners = actions::partnership::owners(&app.desk, &visit.viewer).await?;
    let status = if f.errors.is_empty() && refused.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.page_as(status, &Form { l, f, of, refused, sources, owners })
}

async fn draft(app: &App, visit: &Visit, f: &mut Fields) -> Result<Draft, Problem> {
    let sources = super::sources(app, &visit.frame()).await?;
    let owners = actions::partnership::owners(&app.desk, &visit.viewer).await?;
    let mut parties = Vec::new();
    for side in Side::ALL {
        let field = format!("parties-{}", side.code());
        let typed = f.required(&field, 2000);
        parties.extend(super::lines(&typed).map(|line| (field.clone(), *side, line)));
    }
    Ok(Draft {
        slug: f.text("slug", 80),
        title: words::read(f, "title", 200),
        kind: words::choice(f, "kind", Kind::parse, Kind::Collaboration),
        labels: [words::read(f, "label-a", 100), words::read(f, "label-b", 100)],
        since: words::edtf(f, "since"),
        until: words::edtf(f, "until"),
        purpose: words::read(f, "purpose", 2000),
        contact: words::read(f, "contact", 200),
        mailbox: super::mailbox(f),
        owner: f.offered("owner", &owners),
        source: f.offered("source", &sources),
        parties,
        form_key: f.value("form_key").to_string(),
    })
}
