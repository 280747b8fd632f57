//! The party's register of experts and its group in a round: who appointed it, who sits in it, how much each has to do.

use super::{links, trail};
use crate::kit::{
    Answer, App, Fields, Frame, Listing, Problem, Visit,
    error::found,
    export::{as_csv, as_xlsx},
    frame::MenuItem,
    listing::by_text,
    see_other,
};
use actions::{Error, assessment::group};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal,
    assessment::Expert,
    ids::{BodyId, ExpertId},
    time::Day,
};
use papers::sheet::{Cell, Column, Sheet};
use std::cmp::Ordering;

#[derive(Template)]
#[template(path = "assessment/register.html")]
struct Page {
    l: Frame,
    v: group::Page,
    f: Fields,
    s: Listing,
    /// Those on this page; `v.register` keeps none.
    rows: Vec<Expert>,
    total: usize,
    show: String,
    filters: Vec<(&'static str, String, usize)>,
    links: Vec<MenuItem>,
    refused: Option<String>,
}

const SHOW: [&str; 3] = ["all", "members", "others"];

fn shown(v: &group::Page, e: &Expert, show: &str) -> bool {
    match show {
        "members" => v.members.contains(&e.id),
        "others" => !v.members.contains(&e.id),
        _ => true,
    }
}

impl Page {
    fn new(visit: &Visit, mut v: group::Page, f: Fields) -> Page {
        let l = visit.frame();
        let mut s = Listing::read(&visit.here, &["name", "organisation", "load", "max"]);
        let show = SHOW.into_iter().find(|x| *x == s.other("show")).unwrap_or("all").to_string();
        let filters =
            SHOW.iter().map(|x| (*x, l.code("experts-filter", x), v.register.iter().filter(|e| shown(&v, e, x)).count())).collect();
        let all = std::mem::take(&mut v.register);
        let total = all.len();
        let kept: Vec<Expert> = all.into_iter().filter(|e| shown(&v, e, &show)).collect();
        let rows = s.apply(kept, text, |column, a, b| order(&l, &v, column, a, b));
        Page { links: links(&l, &v.call.slug, "experts"), rows, total, show, filters, s, v, f, l, refused: None }
    }
    fn trail(&self) -> Vec<(String, String)> {
        trail(&self.l, &self.v.call)
    }
    fn member(&self, e: &Expert) -> bool {
        self.v.members.contains(&e.id)
    }
    fn load(&self, e: &Expert) -> usize {
        self.v.loads.get(&e.id).copied().unwrap_or(0)
    }
    fn email(&self, e: &Expert) -> &str {
        self.v.emails.get(&e.id).map_or("", String::as_str)
    }
    fn bodies(&self) -> Vec<(String, String)> {
        self.v.bodies.iter().map(|b| (b.id.to_string(), self.l.text(&b.name).to_string())).collect()
    }
    fn appointed(&self) -> Option<String> {
        let g = self.v.group.as_ref()?;
        let body = self.v.bodies.iter().find(|b| b.id == g.body).map(|b| self.l.text(&b.name).to_string()).unwrap_or_default();
        Some(self.l.t3("experts-appointed", "body", body, "day", self.l.day(g.on), "count", g.per_application))
    }
}

fn text(e: &Expert) -> String {
    let more = [e.aliases.join(" "), e.organisation_aliases.join(" "), e.disciplines.join(" ")].join(" ");
    i18n::search::fold(&format!("{} {} {more}", e.name, e.organisation))
}

fn order(l: &Frame, v: &group::Page, column: &str, a: &Expert, b: &Expert) -> Ordering {
    let load = |e: &Expert| v.loads.get(&e.id).copied().unwrap_or(0);
    match column {
        "organisation" => by_text(l.lang, &a.organisation, &b.organisation),
        "load" => load(a).cmp(&load(b)),
        "max" => a.max_load.cmp(&b.max_load),
        _ => by_text(l.lang, &a.name, &b.name),
    }
}

/// The form of the appointment as it is kept.
fn filled(v: &group::Page) -> Fields {
    let Some(g) = &v.group else { return Fields::filled([("per-application", "2")]) };
    Fields::filled([("body", g.body.to_string()), ("on", g.on.iso()), ("per-application", g.per_application.to_string())])
}

pub async fn index(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let v = group::page(&app.desk, &visit.viewer, &slug).await?;
    let f = filled(&v);
    visit.page(&Page::new(&visit, v, f))
}

pub async fn appoint(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let body = BodyId::parse(f.value("body"));
    let on = Day::parse(f.value("on"));
    for (name, there) in [("body", body.is_some()), ("on", on.is_some())] {
        if !there {
            f.fail(name, "required", vec![]);
        }
    }
    let count = f.number("per-application", 1, 9);
    let outcome = match (body, on) {
        (Some(body), Some(on)) if f.errors.is_empty() => group::appoint(&app.desk, &visit.viewer, &slug, &body, on, count).await,
        _ => Err(Error::Invalid(Vec::new())),
    };
    answer(&app, &visit, &slug, f, outcome).await
}

/// The ticks of one page of the register; who stands on other pages stays as they are.
pub async fn seat(State(app): State<App>, visit: Visit, Path(slug): Path<String>, f: Fields) -> Answer {
    let v = group::page(&app.desk, &visit.viewer, &slug).await?;
    let ids = |name: &str| -> Option<Vec<ExpertId>> { f.all(name).into_iter().map(ExpertId::parse).collect() };
    let (on_page, ticked) = (found(ids("shown"))?, found(ids("member"))?);
    let mut members: Vec<ExpertId> = v.members.iter().filter(|id| !on_page.contains(id)).cloned().collect();
    members.extend(ticked);
    let outcome = group::set_members(&app.desk, &visit.viewer, &slug, &members).await;
    answer(&app, &visit, &slug, filled(&v), outcome).await
}

async fn answer(app: &App, visit: &Visit, slug: &str, mut f: Fields, outcome: actions::Result<()>) -> Answer {
    let (status, why): (StatusCode, Option<Refusal>) = match outcome {
        Ok(()) => return Ok(see_other(&format!("/calls/{slug}/experts"), "message-group-saved")),
        Err(Error::Invalid(errors)) => {
            f.errors.extend(errors);
            (StatusCode::UNPROCESSABLE_ENTITY, None)
        }
        Err(Error::Refused(why)) => (StatusCode::CONFLICT, Some(why)),
        Err(other) => return Err(other.into()),
    };
    let v = group::page(&app.desk, &visit.viewer, slug).await?;
    let mut page = Page::new(visit, v, f);
    page.refused = why.map(|why| page.l.refusal(&why));
    visit.page_as(status, &page)
}

pub async fn xlsx(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let l = visit.frame();
    let sheet = sheet(&app, &visit, &l, &slug).await?;
    as_xlsx(&app, &l, &format!("{slug}-experts"), sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    as_csv(&format!("{slug}-experts"), &sheet(&app, &visit, &visit.frame(), &slug).await?)
}

async fn sheet(app: &App, visit: &Visit, l: &Frame, slug: &str) -> Result<Sheet, Problem> {
    let v = group::page(&app.desk, &visit.viewer, slug).await?;
    let columns = [
        ("experts-name", 24.0),
        ("experts-aliases", 24.0),
        ("experts-organisation", 30.0),
        ("experts-organisation-aliases", 30.0),
        ("experts-disciplines", 50.0),
        ("experts-member", 12.0),
        ("assignment-load", 12.0),
        ("experts-min-load", 12.0),
        ("experts-max-load", 12.0),
        ("experts-email", 30.0),
    ];
    let row = |e: &Expert| {
        let words = |all: &[String]| Cell::Text(all.join("; "));
        vec![
            Cell::Text(e.name.clone()),
            words(&e.aliases),
            Cell::Text(e.organisation.clone()),
            words(&e.organisation_aliases),
            words(&e.disciplines),
            Cell::Text(if v.members.contains(&e.id) { l.t("button-yes") } else { l.t("button-no") }),
            Cell::Integer(v.loads.get(&e.id).copied().unwrap_or(0) as i64),
            Cell::Integer(e.min_load),
            Cell::Integer(e.max_load),
            Cell::Text(v.emails.get(&e.id).cloned().unwrap_or_default()),
        ]
    };
    Ok(Sheet {
        name: l.t("experts-register"),
        columns: columns.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect(),
        rows: v.register.iter().map(row).collect(),
    })
}
