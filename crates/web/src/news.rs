//! News: list and page for anyone, the feed, texts to share, the code for WeChat, and the offices' form (R91, R92).

use crate::delegation::programme::feed;
use crate::kit::{Answer, App, Fields, Frame, Listing, Problem, Visit, changes, see_other, words};
use actions::{Error, news, revision::Kind as History};
use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{Lang, ids::NewsId, news::News, refusal::FieldError};
use papers::feed::{Feed, Item, atom};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "news/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    rows: Vec<News>,
    writable: bool,
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &["date", "title"]);
    let part = news::page(&app.desk, &visit.viewer, s.ask(l.lang, &[])).await?;
    s.count(part.total);
    visit.page(&Index { s, rows: part.rows, writable: visit.frame().keeps_book(), l })
}

#[derive(Template)]
#[template(path = "news/show.html")]
struct Show {
    l: Frame,
    n: News,
    link: String,
    writable: bool,
    lacks: Option<domain::Refusal>,
}

impl Show {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/news".into(), self.l.t("nav-news"))]
    }
    fn linkedin(&self) -> String {
        self.n.linkedin(self.l.lang, &self.link)
    }
    /// WeChat is read in Chinese, whatever the page's language.
    fn wechat(&self) -> String {
        self.n.wechat(Lang::Zh, &self.link)
    }
}

fn link(app: &App, n: &News) -> String {
    format!("{}/news/{}", app.desk.base_url, n.slug)
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let n = news::show(&app.desk, &visit.viewer, &slug).await?;
    let lacks = n.publish().err();
    visit.page(&Show { l: visit.frame(), link: link(&app, &n), writable: visit.frame().keeps_book(), lacks, n })
}

/// The news' address as a QR code.
pub async fn qr(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let n = news::show(&app.desk, &visit.viewer, &slug).await?;
    let svg = papers::qr::svg(&link(&app, &n), visit.frame().text(&n.title)).map_err(anyhow::Error::from)?;
    feed(svg, "image/svg+xml")
}

/// The feed in the reader's language, or in that of the address.
pub async fn atom_feed(State(app): State<App>, visit: Visit, Query(query): Query<HashMap<String, String>>) -> Answer {
    let lang = query.get("lang").and_then(|l| Lang::parse(l)).unwrap_or(visit.viewer.lang);
    let base = &app.desk.base_url;
    let item = |n: News| Item {
        address: link(&app, &n),
        title: n.title.get(lang).into(),
        summary: n.lead.get(lang).into(),
        published: n.published.unwrap_or(n.changed),
        updated: n.changed,
    };
    let feed_of = Feed {
        lang,
        address: format!("{base}/news.atom?lang={}", lang.code()),
        page: format!("{base}/news"),
        title: i18n::text(lang, "news-feed", &[]),
        author: app.parties.iter().map(|p| p.name.get(lang)).collect::<Vec<_>>().join(" · "),
        items: news::published(&app.desk).await?.into_iter().map(item).collect(),
    };
    feed(atom(&feed_of), "application/atom+xml; charset=utf-8")
}

#[derive(Template)]
#[template(path = "news/form.html")]
struct Form {
    l: Frame,
    f: Fields,
    slug: String,
}

impl Form {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/news".into(), self.l.t("nav-news"))]
    }
    fn heading(&self) -> String {
        self.l.t(if self.slug.is_empty() { "news-new" } else { "news-edit" })
    }
    fn action(&self) -> String {
        if self.slug.is_empty() { "/news/new".into() } else { format!("/news/{}/edit", self.slug) }
    }
}

pub async fn new(visit: Visit) -> Answer {
    visit.page(&Form { l: visit.frame(), f: Fields::filled([("version", "0")]), slug: String::new() })
}

pub async fn edit(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let f = changes::filled(&app, &visit, History::News, &slug).await?;
    visit.page(&Form { l: visit.frame(), f, slug })
}

pub async fn create(State(app): State<App>, visit: Visit, f: Fields) -> Answer {
    keep(app, visit, String::new(), f).await
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, f: Fields) -> Answer {
    news::show(&app.desk, &visit.viewer, &slug).await?;
    keep(app, visit, slug, f).await
}

async fn keep(app: App, visit: Visit, slug: String, mut f: Fields) -> Answer {
    let about = f.text("about", 200);
    // Only addresses of this house: a news is no place for a link to anywhere.
    if !about.is_empty() && (!about.starts_with('/') || about.starts_with("//")) {
        f.fail("about", "news-about", vec![]);
    }
    let n = News {
        id: app.desk.mint(NewsId::mint),
        slug: slug.clone(),
        title: words::read(&mut f, "title", 150),
        lead: words::read(&mut f, "lead", 500),
        body: words::read(&mut f, "body", 8000),
        about,
        published: None,
        changed: app.desk.now(),
        version: f.value("version").parse().unwrap_or(0),
    };
    let outcome = if f.errors.is_empty() { news::save(&app.desk, &visit.viewer, n).await } else { Err(Error::Invalid(Vec::new())) };
    let status = match outcome {
        Ok(slug) => return Ok(see_other(&format!("/news/{slug}"), "message-saved")),
        Err(Error::Invalid(more)) => {
            f.errors.extend(more);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(Error::Refused(refusal)) => {
            let refused = changes::overtaken(&app, &visit, (History::News, &slug), &mut f, Some(refusal)).await?;
            f.errors.extend(refused.map(|refusal| FieldError { field: "title-da".into(), refusal }));
            StatusCode::CONFLICT
        }
        Err(other) => return Err(other.into()),
    };
    visit.page_as(status, &Form { l: visit.frame(), f, slug })
}

pub async fn publish(
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    f: Fields,
) -> Result<axum::response::Response, Problem> {
    if f.is("confirm", "yes") {
        news::publish(&app.desk, &visit.viewer, &slug).await?;
        return Ok(see_other(&format!("/news/{slug}"), "message-saved"));
    }
    Ok(see_other(&format!("/news/{slug}"), ""))
}
