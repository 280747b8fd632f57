//! One entry of the register: names in all spellings, organisation, disciplines, loads, and the account that signs in.

use super::{links, trail};
use crate::kit::{Answer, App, Fields, Frame, Visit, error::found, frame::MenuItem, see_other};
use actions::{
    Error,
    assessment::group::{self, NewExpert},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{assessment::Expert, call::Call, ids::ExpertId};

#[derive(Template)]
#[template(path = "assessment/expert.html")]
struct Page {
    l: Frame,
    call: Call,
    f: Fields,
    links: Vec<MenuItem>,
    /// None for a new one.
    known: Option<Expert>,
}

impl Page {
    fn new(visit: &Visit, call: Call, known: Option<Expert>, f: Fields) -> Page {
        let l = visit.frame();
        Page { links: links(&l, &call.slug, "experts"), call, known, f, l }
    }
    fn trail(&self) -> Vec<(String, String)> {
        let mut trail = trail(&self.l, &self.call);
        trail.push((format!("/calls/{}/experts", self.call.slug), self.l.t("experts-title")));
        trail
    }
    fn heading(&self) -> String {
        self.known.as_ref().map_or_else(|| self.l.t("experts-add"), |e| self.l.t1("experts-edit", "name", &e.name))
    }
    fn address(&self) -> String {
        format!("/calls/{}/experts/{}", self.call.slug, self.known.as_ref().map_or("new", |e| e.id.as_str()))
    }
}

fn filled(e: &Expert, email: &str) -> Fields {
    Fields::filled([
        ("name", e.name.clone()),
        ("aliases", e.aliases.join("\n")),
        ("organisation", e.organisation.clone()),
        ("organisation-aliases", e.organisation_aliases.join("\n")),
        ("disciplines", e.disciplines.join("\n")),
        ("min-load", e.min_load.to_string()),
        ("max-load", e.max_load.to_string()),
        ("email", email.to_string()),
    ])
}

/// The page of the register and the entry that the address names; none for `new`.
async fn entry(app: &App, visit: &Visit, slug: &str, id: &str) -> Result<(group::Page, Option<Expert>), crate::kit::Problem> {
    let v = group::page(&app.desk, &visit.viewer, slug).await?;
    if id == "new" {
        return Ok((v, None));
    }
    let id = found(ExpertId::parse(id))?;
    let known = found(v.register.iter().find(|e| e.id == id).cloned())?;
    Ok((v, Some(known)))
}

pub async fn show(State(app): State<App>, visit: Visit, Path((slug, id)): Path<(String, String)>) -> Answer {
    let (v, known) = entry(&app, &visit, &slug, &id).await?;
    let f = match &known {
        Some(e) => filled(e, v.emails.get(&e.id).map_or("", String::as_str)),
        None => Fields::filled([("min-load", "0"), ("max-load", "10")]),
    };
    visit.page(&Page::new(&visit, v.call, known, f))
}

pub async fn update(State(app): State<App>, visit: Visit, Path((slug, id)): Path<(String, String)>, mut f: Fields) -> Answer {
    let (v, known) = entry(&app, &visit, &slug, &id).await?;
    let new = read(&mut f, known.as_ref().is_some_and(|e| e.made_up));
    let outcome = if f.errors.is_empty() {
        group::save(&app.desk, &visit.viewer, &slug, known.as_ref().map(|e| &e.id), new).await
    } else {
        Err(Error::Invalid(Vec::new()))
    };
    match outcome {
        Ok(_) => Ok(see_other(&format!("/calls/{slug}/experts"), "message-expert-saved")),
        Err(Error::Invalid(errors)) => {
            f.errors.extend(errors);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Page::new(&visit, v.call, known, f))
        }
        Err(other) => Err(other.into()),
    }
}

fn read(f: &mut Fields, made_up: bool) -> NewExpert {
    let lines = |f: &mut Fields, name: &str| f.text(name, 2000).lines().map(str::to_string).collect();
    NewExpert {
        name: f.text("name", 200),
        aliases: lines(f, "aliases"),
        organisation: f.text("organisation", 300),
        organisation_aliases: lines(f, "organisation-aliases"),
        disciplines: lines(f, "disciplines"),
        min_load: f.number("min-load", 0, 200),
        max_load: f.number("max-load", 1, 200),
        email: f.text("email", 200),
        made_up,
    }
}
