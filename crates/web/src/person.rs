//! The contact register for the offices: posts by organisation and rank, who holds them, everything held of a person, and erasing it (R30).

pub mod trace;

use crate::kit::{
    Answer, App, Fields, Frame, Listing, Problem, Visit, changes,
    export::{as_csv, as_xlsx, today},
    see_other, words,
};
use actions::{
    Error,
    person::{self, Held, Holding, NewPerson, NewPost, NewTenure},
    revision::Kind as History,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    person::{Person, Post, RETENTION, Retention},
    refusal::FieldError,
};
use papers::sheet::{Cell, Column, Sheet};

#[derive(Template)]
#[template(path = "person/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    rows: Vec<Holding>,
    writable: bool,
}

/// A person as this reader names them.
fn shown(l: &Frame, p: &Person) -> String {
    p.shown(l.lang).map_or_else(|| l.t("person-erased-name"), str::to_string)
}

impl Index {
    fn shown(&self, p: &Person) -> String {
        shown(&self.l, p)
    }
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &["organisation", "rank", "title"]);
    let part = person::page(&app.desk, &visit.viewer, s.ask(l.lang, &[])).await?;
    s.count(part.total);
    visit.page(&Index { s, rows: part.rows, writable: visit.frame().keeps_book(), l })
}

async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let rows = person::register(&app.desk, &visit.viewer).await?.into_iter().map(|h| {
        let holder = h.holders.first();
        vec![
            Cell::Text(l.text(&h.post.organisation.name).into()),
            Cell::Integer(h.post.rank),
            Cell::Text(l.text(&h.post.title).into()),
            Cell::Text(holder.map(|(p, _)| shown(&l, p)).unwrap_or_default()),
            Cell::Text(holder.map(|(_, t)| l.edtf(&t.since)).unwrap_or_default()),
            Cell::Text(h.post.mailbox.clone()),
        ]
    });
    let columns = [
        ("person-organisation", 40.0),
        ("person-rank", 8.0),
        ("person-post", 40.0),
        ("person-holder", 30.0),
        ("person-since", 16.0),
        ("person-mailbox", 30.0),
    ];
    let rows = rows.collect();
    Ok(Sheet { name: l.t("nav-contacts"), columns: columns.iter().map(|(k, w)| Column::new(l.t(k), *w)).collect(), rows })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    as_xlsx(&app, &visit.frame(), "contacts", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    as_csv("contacts", &sheet(&app, &visit).await?)
}

#[derive(Template)]
#[template(path = "person/post.html")]
struct PostPage {
    l: Frame,
    f: Fields,
    slug: String,
}

impl PostPage {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/contacts".into(), self.l.t("nav-contacts"))]
    }
    fn heading(&self) -> String {
        self.l.t(if self.slug.is_empty() { "person-post-new" } else { "person-post-edit" })
    }
    fn action(&self) -> String {
        if self.slug.is_empty() { "/contacts/new".into() } else { format!("/contacts/{}", self.slug) }
    }
}

pub async fn new_post(visit: Visit) -> Answer {
    visit.page(&PostPage { l: visit.frame(), f: Fields::filled([("rank", "10")]), slug: String::new() })
}

pub async fn edit_post(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let f = changes::filled(&app, &visit, History::Post, &slug).await?;
    visit.page(&PostPage { l: visit.frame(), f, slug })
}

pub async fn create_post(State(app): State<App>, visit: Visit, f: Fields) -> Answer {
    keep_post(app, visit, String::new(), f).await
}

pub async fn update_post(State(app): State<App>, visit: Visit, Path(slug): Path<String>, f: Fields) -> Answer {
    person::post(&app.desk, &visit.viewer, &slug).await?;
    keep_post(app, visit, slug, f).await
}

async fn keep_post(app: App, visit: Visit, slug: String, mut f: Fields) -> Answer {
    let new = NewPost {
        slug: slug.clone(),
        version: f.value("version").parse().unwrap_or(-1),
        organisation: f.required("organisation", 200),
        title: words::required(&mut f, "title", 200),
        rank: f.number("rank", 1, 999),
        mailbox: f.text("mailbox", 200),
        contact: f.has("contact"),
    };
    let outcome =
        if f.errors.is_empty() { person::save_post(&app.desk, &visit.viewer, new).await } else { Err(Error::Invalid(Vec::new())) };
    match outcome {
        Ok(_) => Ok(see_other("/contacts", "message-saved")),
        Err(Error::Invalid(more)) => {
            f.errors.extend(more);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &PostPage { l: visit.frame(), f, slug })
        }
        Err(Error::Refused(refusal)) => {
            let refused = changes::overtaken(&app, &visit, (History::Post, &slug), &mut f, Some(refusal)).await?;
            f.errors.extend(refused.map(|refusal| FieldError { field: "title-da".into(), refusal }));
            visit.page_as(StatusCode::CONFLICT, &PostPage { l: visit.frame(), f, slug })
        }
        Err(other) => Err(other.into()),
    }
}

#[derive(Template)]
#[template(path = "person/form.html")]
struct PersonPage {
    l: Frame,
    f: Fields,
    slug: String,
    posts: Vec<(String, String)>,
}

impl PersonPage {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/contacts".into(), self.l.t("nav-contacts"))]
    }
    fn heading(&self) -> String {
        self.l.t(if self.slug.is_empty() { "person-new" } else { "person-edit" })
    }
    fn action(&self) -> String {
        if self.slug.is_empty() { "/people/new".into() } else { format!("/people/{}/edit", self.slug) }
    }
}

async fn person_page(app: &App, visit: &Visit, f: Fields, slug: String) -> Result<PersonPage, Problem> {
    let l = visit.frame();
    let label = |p: &Post| format!("{}, {}", l.text(&p.title), l.text(&p.organisation.name));
    let posts = person::posts(&app.desk, &visit.viewer).await?.iter().map(|p| (p.slug.clone(), label(p))).collect();
    Ok(PersonPage { f, slug, posts, l })
}

pub async fn new(State(app): State<App>, visit: Visit) -> Answer {
    visit.page(&person_page(&app, &visit, Fields::filled([("version", "0")]), String::new()).await?)
}

pub async fn edit(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = person::held(&app.desk, &visit.viewer, &slug).await?.person;
    let mut f = Fields::filled([
        ("name", p.name),
        ("name_zh", p.name_zh),
        ("pinyin_family", p.pinyin_family),
        ("pinyin_given", p.pinyin_given),
        ("passport", p.passport),
        ("version", p.version.to_string()),
    ]);
    words::fill(&mut f, "salutation", &p.salutation);
    visit.page(&person_page(&app, &visit, f, slug).await?)
}

pub async fn create(State(app): State<App>, visit: Visit, f: Fields) -> Answer {
    keep(app, visit, String::new(), f).await
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, f: Fields) -> Answer {
    keep(app, visit, slug, f).await
}

/// Keeps the person and, where one is chosen, puts them in a post.
async fn keep(app: App, visit: Visit, slug: String, mut f: Fields) -> Answer {
    let new = NewPerson {
        slug: slug.clone(),
        version: f.value("version").parse().unwrap_or(0),
        name: f.text("name", 200),
        name_zh: f.text("name_zh", 50),
        pinyin_family: f.text("pinyin_family", 50),
        pinyin_given: f.text("pinyin_given", 50),
        passport: f.text("passport", 100),
        salutation: words::read(&mut f, "salutation", 50),
    };
    let (since, until, post) = (words::edtf(&mut f, "since"), words::edtf(&mut f, "until"), f.value("post").to_string());
    let outcome = if f.errors.is_empty() { person::save(&app.desk, &visit.viewer, new).await } else { Err(Error::Invalid(Vec::new())) };
    let outcome = match outcome {
        Ok(saved) if !post.is_empty() => {
            let tenure = NewTenure { person: saved.clone(), post, since, until, source: String::new() };
            person::appoint(&app.desk, &visit.viewer, tenure).await.map(|()| saved)
        }
        other => other,
    };
    match outcome {
        Ok(saved) => Ok(see_other(&format!("/people/{saved}"), "message-saved")),
        Err(Error::Invalid(more)) => {
            f.errors.extend(more);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &person_page(&app, &visit, f, slug).await?)
        }
        Err(Error::Refused(refusal)) => {
            let field = if refusal.key().starts_with("person-tenure") { "since" } else { "name" };
            f.errors.push(FieldError { field: field.into(), refusal });
            visit.page_as(StatusCode::CONFLICT, &person_page(&app, &visit, f, slug).await?)
        }
        Err(other) => Err(other.into()),
    }
}

#[derive(Template)]
#[template(path = "person/show.html")]
struct Show {
    l: Frame,
    h: Held,
    writable: bool,
}

impl Show {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/contacts".into(), self.l.t("nav-contacts"))]
    }
    fn name(&self) -> String {
        shown(&self.l, &self.h.person)
    }
    fn retention(&self) -> &'static [Retention] {
        RETENTION
    }
    fn kept(&self, r: &Retention) -> String {
        match r.months {
            Some(months) => self.l.t1("retention-months", "count", months),
            None => self.l.t("retention-history"),
        }
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let h = person::held(&app.desk, &visit.viewer, &slug).await?;
    visit.page(&Show { l: visit.frame(), h, writable: visit.frame().keeps_book() })
}

pub async fn erase(State(app): State<App>, visit: Visit, Path(slug): Path<String>, f: Fields) -> Answer {
    if f.is("confirm", "yes") {
        person::erase(&app.desk, &visit.viewer, &slug).await?;
        return Ok(see_other(&format!("/people/{slug}"), "message-saved"));
    }
    Ok(see_other(&format!("/people/{slug}"), ""))
}

/// Blanks what is past its time, in all registers.
pub async fn expire(State(app): State<App>, visit: Visit, f: Fields) -> Answer {
    if f.is("confirm", "yes") {
        let today = today(&app, &visit.frame())?;
        person::expire(&app.desk, &visit.viewer, today).await?;
        return Ok(see_other("/contacts", "message-saved"));
    }
    Ok(see_other("/contacts", ""))
}
