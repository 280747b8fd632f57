//! The public form for information or a visit, and the office's queue behind it (R76).

use super::index::countries;
use crate::kit::{
    Answer, App, Fields, Frame, Listing, Problem, Visit,
    error::found,
    export::{as_csv, as_xlsx},
    listing::by_text,
    see_other,
};
use actions::{
    Error,
    delegation::request::{self, Case, Line, NewRequest},
};
use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Lang,
    area::Area,
    delegation::request::{ANSWER_MAX, BODY_MAX, NAME_MAX, State as Stage, Wish},
    ids::VisitRequestId,
    person::Post,
};
use papers::sheet::{Cell, Column, Sheet};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "request/new.html")]
struct New {
    l: Frame,
    f: Fields,
    contacts: Vec<Post>,
}

impl New {
    fn wishes(&self) -> Vec<(String, String)> {
        Wish::ALL.iter().map(|w| (w.code().into(), self.l.code("request-wish", w.code()))).collect()
    }
    fn areas(&self) -> Vec<(String, String)> {
        Area::ALL.iter().map(|a| (a.code().into(), self.l.code("area", a.code()))).collect()
    }
    fn posts(&self) -> Vec<(String, String)> {
        let label = |p: &Post| format!("{}, {}", self.l.text(&p.title), self.l.text(&p.organisation.name));
        self.contacts.iter().map(|p| (p.slug.clone(), label(p))).collect()
    }
    fn languages(&self) -> Vec<(String, String)> {
        Lang::ALL.iter().map(|lang| (lang.code().to_string(), lang.name().to_string())).collect()
    }
}

pub async fn new(State(app): State<App>, visit: Visit, Query(query): Query<HashMap<String, String>>) -> Answer {
    let contacts = actions::person::contacts(&app.desk).await?;
    let wish = query.get("wish").filter(|w| Wish::parse(w).is_some()).cloned().unwrap_or_default();
    let post = query.get("post").cloned().or(contacts.first().map(|p| p.slug.clone())).unwrap_or_default();
    let f = Fields::filled([("form_key", app.desk.token()), ("lang", visit.viewer.lang.code().into()), ("wish", wish), ("post", post)]);
    visit.page(&New { l: visit.frame(), f, contacts })
}

pub async fn create(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let wish = Wish::parse(f.value("wish"));
    if wish.is_none() {
        f.fail("wish", "required", vec![]);
    }
    let new = NewRequest {
        wish: wish.unwrap_or(Wish::Information),
        name: f.required("name", NAME_MAX),
        organisation: f.required("organisation", NAME_MAX),
        contact: f.required("contact", NAME_MAX),
        lang: Lang::parse(f.value("lang")).unwrap_or(visit.viewer.lang),
        area: Area::parse(f.value("area")),
        body: f.required("body", BODY_MAX),
        wished: f.text("wished", NAME_MAX),
        post: f.value("post").into(),
        form_key: f.value("form_key").into(),
    };
    if new.form_key.len() != 64 {
        return Err(Problem::Garbled);
    }
    if !f.errors.is_empty() {
        let contacts = actions::person::contacts(&app.desk).await?;
        return visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &New { l: visit.frame(), f, contacts });
    }
    request::send(&app.desk, &visit.viewer, new).await?;
    Ok(see_other("/requests/thanks", ""))
}

#[derive(Template)]
#[template(path = "request/thanks.html")]
struct Thanks {
    l: Frame,
}

pub async fn thanks(visit: Visit) -> Answer {
    visit.page(&Thanks { l: visit.frame() })
}

#[derive(Template)]
#[template(path = "request/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    rows: Vec<Line>,
    waiting: usize,
}

pub fn badge(state: Stage) -> &'static str {
    match state {
        Stage::New => "warning",
        Stage::Assigned => "info",
        Stage::Answered | Stage::Turned => "success",
    }
}

impl Index {
    fn badge(&self, line: &Line) -> &'static str {
        badge(line.request.state)
    }
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let all = request::list(&app.desk, &visit.viewer).await?;
    let l = visit.frame();
    let waiting = all.iter().filter(|x| x.request.open()).count();
    let mut s = Listing::read(&visit.here, &["state", "at", "organisation"]);
    let rows = s.apply(
        all,
        |x| x.search.clone(),
        |column, a, b| match column {
            "at" => b.request.at.cmp(&a.request.at),
            "organisation" => by_text(l.lang, &a.request.organisation, &b.request.organisation),
            // What waits first, the oldest of it before.
            _ => (a.request.state, a.request.at).cmp(&(b.request.state, b.request.at)),
        },
    );
    visit.page(&Index { s, rows, waiting, l })
}

/// Without the sender's address: a file lies about, and what it holds of a person can't be erased with the request.
async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let columns = [
        ("request-at", 22.0),
        ("request-organisation", 36.0),
        ("request-wish", 24.0),
        ("request-area", 20.0),
        ("request-wished", 16.0),
        ("request-body", 60.0),
        ("delegation-state", 18.0),
        ("request-answer", 60.0),
    ];
    let rows = request::list(&app.desk, &visit.viewer).await?.into_iter().map(|x| {
        let q = x.request;
        [
            l.own(q.at),
            q.organisation,
            l.code("request-wish", q.wish.code()),
            q.area.map(|a| l.code("area", a.code())).unwrap_or_default(),
            q.wished,
            q.body,
            l.code("request-state", q.state.code()),
            q.answer,
        ]
        .map(Cell::Text)
        .to_vec()
    });
    let rows = rows.collect();
    Ok(Sheet { name: l.t("request-queue"), columns: columns.iter().map(|(k, w)| Column::new(l.t(k), *w)).collect(), rows })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    as_xlsx(&app, &visit.frame(), "requests", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    as_csv("requests", &sheet(&app, &visit).await?)
}

#[derive(Template)]
#[template(path = "request/show.html")]
struct Show {
    l: Frame,
    f: Fields,
    c: Case,
    countries: Vec<(String, String)>,
}

impl Show {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/requests".into(), self.l.t("request-queue"))]
    }
    fn badge(&self) -> &'static str {
        badge(self.c.request.state)
    }
}

async fn page(app: &App, visit: &Visit, id: &str, f: Fields) -> Result<Show, Problem> {
    let id = found(VisitRequestId::parse(id))?;
    let c = request::show(&app.desk, &visit.viewer, &id).await?;
    let l = visit.frame();
    let countries = countries(app).into_iter().map(|c| (c.clone(), l.country(&c))).collect();
    Ok(Show { countries, f, c, l })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let mut p = page(&app, &visit, &id, Fields::default()).await?;
    p.f.set("assigned", p.c.request.assigned.as_str());
    visit.page(&p)
}

/// One of the things an office does with a request, said by `step`.
pub async fn update(State(app): State<App>, visit: Visit, Path((id, step)): Path<(String, String)>, mut f: Fields) -> Answer {
    let key = found(VisitRequestId::parse(&id))?;
    let here = format!("/requests/{id}");
    let outcome = match step.as_str() {
        "assignment" => request::assign(&app.desk, &visit.viewer, &key, f.value("assigned")).await.map(|()| here),
        "answer" => {
            let answer = f.required("answer", ANSWER_MAX);
            if f.errors.is_empty() {
                request::answer(&app.desk, &visit.viewer, &key, &answer).await.map(|()| here)
            } else {
                Err(Error::Invalid(vec![]))
            }
        }
        "delegation" => {
            let known = countries(&app);
            let (visitor, host) = (f.value("visitor").to_string(), f.value("host").to_string());
            if visitor == host || !known.contains(&visitor) || !known.contains(&host) {
                f.fail("host", "delegation-same-side", vec![]);
                Err(Error::Invalid(vec![]))
            } else {
                request::turn(&app.desk, &visit.viewer, &key, &visitor, &host).await.map(|slug| format!("/delegations/{slug}/edit"))
            }
        }
        // Without the confirmation nothing happens.
        "erasure" if !f.is("confirm", "yes") => Ok(here),
        "erasure" => request::erase(&app.desk, &visit.viewer, &key).await.map(|()| here),
        _ => return Err(Error::NotFound.into()),
    };
    match outcome {
        Ok(next) => Ok(see_other(&next, "message-saved")),
        Err(Error::Invalid(more)) => {
            f.errors.extend(more);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, &id, f).await?)
        }
        Err(other) => Err(other.into()),
    }
}
