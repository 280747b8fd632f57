//! Project ideas: a form for anyone, a list for the offices (R123).

use crate::kit::{Answer, App, Fields, Frame, Listing, Visit, listing::by_text, see_other, visit::download};
use actions::{
    Error,
    idea::{Line, NewIdea},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Lang, PartyCode, Refusal,
    call::Call,
    idea::{BODY_MAX, CONTACT_MAX, ORGANISATION_MAX, TITLE_MAX},
    text::Text,
    time::Day,
};
use papers::{
    document::Date,
    sheet::{Cell, Column, Sheet},
};

#[derive(Template)]
#[template(path = "idea/new.html")]
struct New {
    l: Frame,
    c: Call,
    f: Fields,
    refused: Option<Refusal>,
}

impl New {
    fn languages(&self) -> Vec<(String, String)> {
        Lang::ALL.iter().map(|lang| (lang.code().to_string(), lang.name().to_string())).collect()
    }
    fn parties(&self) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = self.c.parties.iter().map(|p| (p.to_string(), self.l.party(p))).collect();
        all.push(("other".into(), self.l.t("idea-other-place")));
        all
    }
}

pub async fn new(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let c = actions::call::show(&app.desk, &visit.viewer, &slug).await?;
    let f = Fields::filled([("form_key", app.desk.token()), ("lang", visit.viewer.lang.code().to_string())]);
    visit.page(&New { l: visit.frame(), c, f, refused: None })
}

pub async fn create(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let c = actions::call::show(&app.desk, &visit.viewer, &slug).await?;
    let idea = NewIdea {
        title: f.required("title", TITLE_MAX),
        body: Text { lang: Lang::parse(f.value("lang")).unwrap_or(visit.viewer.lang), body: f.required("body", BODY_MAX) },
        organisation: f.required("organisation", ORGANISATION_MAX),
        party: PartyCode::parse(f.value("party")),
        contact: f.required("contact", CONTACT_MAX),
        form_key: f.value("form_key").to_string(),
    };
    if idea.form_key.len() != 64 {
        return Err(crate::kit::Problem::Garbled);
    }
    if !f.errors.is_empty() {
        return visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &New { l: visit.frame(), c, f, refused: None });
    }
    match actions::idea::send(&app.desk, &visit.viewer, &slug, idea).await {
        Ok(()) => Ok(see_other(&format!("/calls/{slug}/ideas/thanks"), "")),
        Err(Error::Refused(r)) => visit.page_as(StatusCode::CONFLICT, &New { l: visit.frame(), c, f, refused: Some(r) }),
        Err(other) => Err(other.into()),
    }
}

#[derive(Template)]
#[template(path = "idea/thanks.html")]
struct Thanks {
    l: Frame,
    c: Call,
}

pub async fn thanks(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let c = actions::call::show(&app.desk, &visit.viewer, &slug).await?;
    visit.page(&Thanks { l: visit.frame(), c })
}

#[derive(Template)]
#[template(path = "idea/index.html")]
struct Index {
    l: Frame,
    c: Call,
    s: Listing,
    lines: Vec<Line>,
}

const COLUMNS: [&str; 4] = ["at", "title", "organisation", "party"];

fn listed(visit: &Visit, lines: Vec<Line>) -> (Listing, Vec<Line>) {
    let lang = visit.viewer.lang;
    let mut s = Listing::read(&visit.here, &COLUMNS);
    let rows = s.apply(
        lines,
        |line| line.search.clone(),
        |column, a, b| match column {
            "title" => by_text(lang, &a.idea.title, &b.idea.title),
            "organisation" => by_text(lang, &a.idea.organisation, &b.idea.organisation),
            "party" => a.idea.party.cmp(&b.idea.party),
            // The newest first.
            _ => b.idea.at.cmp(&a.idea.at),
        },
    );
    (s, rows)
}

pub async fn index(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let (c, lines) = actions::idea::list(&app.desk, &visit.viewer, &slug).await?;
    let (s, lines) = listed(&visit, lines);
    visit.page(&Index { l: visit.frame(), c, s, lines })
}

pub async fn xlsx(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let sheet = sheet(&app, &visit, &slug).await?;
    let bytes = papers::sheet::xlsx(&[sheet], date(visit.frame().own_zone().wall(app.desk.now()).day)).map_err(anyhow::Error::from)?;
    Ok(download(&format!("{slug}-ideas.xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes))
}

pub async fn csv(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let sheet = sheet(&app, &visit, &slug).await?;
    let bytes = papers::sheet::csv(&sheet).map_err(anyhow::Error::from)?;
    Ok(download(&format!("{slug}-ideas.csv"), "text/csv; charset=utf-8", bytes))
}

fn date(day: Day) -> Date {
    Date { year: i32::from(day.year), month: day.month.unsigned_abs(), day: day.day.unsigned_abs() }
}

async fn sheet(app: &App, visit: &Visit, slug: &str) -> Result<Sheet, crate::kit::Problem> {
    let (c, lines) = actions::idea::list(&app.desk, &visit.viewer, slug).await?;
    let l = visit.frame();
    let zone = l.own_zone();
    let rows = lines.into_iter().map(|Line { idea, .. }| {
        vec![
            Cell::Date(date(zone.wall(idea.at).day)),
            Cell::Text(idea.title),
            Cell::Text(idea.organisation),
            Cell::Text(idea.party.map_or_else(|| l.t("idea-other-place"), |p| l.party(&p))),
            Cell::Text(idea.contact),
            Cell::Text(idea.body.body),
        ]
    });
    let titles = [
        ("idea-at", 12.0),
        ("idea-title", 40.0),
        ("idea-organisation", 30.0),
        ("party", 24.0),
        ("idea-contact", 30.0),
        ("idea-body", 80.0),
    ];
    Ok(Sheet {
        name: c.slug.clone(),
        columns: titles.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect(),
        rows: rows.collect(),
    })
}
