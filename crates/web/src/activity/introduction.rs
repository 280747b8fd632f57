//! Introductions that the offices made, and what became of them (R87).

use crate::delegation::form::day;
use crate::kit::{
    Answer, App, Fields, Frame, Problem, Visit,
    error::found,
    export::{as_csv, as_xlsx, date, today},
    see_other,
};
use actions::{
    Error,
    activity::{self, NewIntroduction},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{activity::Introduction, area::Area, delegation::plan::plus, ids::IntroductionId, time::Day};
use papers::sheet::{Cell, Column, Sheet};

#[derive(Template)]
#[template(path = "activity/introductions.html")]
struct Page {
    l: Frame,
    f: Fields,
    all: Vec<Introduction>,
    today: Day,
    writable: bool,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/activities".into(), self.l.t("nav-activities"))]
    }
    fn areas(&self) -> Vec<(String, String)> {
        Area::ALL.iter().map(|k| (k.code().into(), self.l.code("area", k.code()))).collect()
    }
    fn overdue(&self) -> usize {
        self.all.iter().filter(|i| i.overdue(self.today)).count()
    }
    fn late(&self, i: &Introduction) -> bool {
        i.overdue(self.today)
    }
}

async fn page(app: &App, visit: &Visit, mut f: Fields) -> Result<Page, Problem> {
    let all = activity::introductions(&app.desk, &visit.viewer).await?;
    let l = visit.frame();
    let today = today(app, &l)?;
    if !f.has("form_key") {
        f.set("form_key", app.desk.token());
        f.set("day", today.iso());
        f.set("ask", plus(today, 60).iso());
    }
    Ok(Page { writable: visit.frame().keeps_book(), today, all, f, l })
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    visit.page(&page(&app, &visit, Fields::default()).await?)
}

async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let columns = [
        ("introduction-day", 12.0),
        ("introduction-from", 36.0),
        ("introduction-to", 36.0),
        ("introduction-purpose", 60.0),
        ("delegation-topic-area", 20.0),
        ("introduction-ask", 14.0),
        ("introduction-outcome", 60.0),
    ];
    let rows = activity::introductions(&app.desk, &visit.viewer).await?.into_iter().map(|i| {
        vec![
            Cell::Date(date(i.day)),
            Cell::Text(l.text(&i.from.name).into()),
            Cell::Text(l.text(&i.to.name).into()),
            Cell::Text(i.purpose),
            Cell::Text(i.area.map(|a| l.code("area", a.code())).unwrap_or_default()),
            Cell::Date(date(i.ask)),
            Cell::Text(i.outcome),
        ]
    });
    let rows = rows.collect();
    Ok(Sheet { name: l.t("introduction-title"), columns: columns.iter().map(|(k, w)| Column::new(l.t(k), *w)).collect(), rows })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    as_xlsx(&app, &visit.frame(), "introductions", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    as_csv("introductions", &sheet(&app, &visit).await?)
}

pub async fn create(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let (on, ask) = (day(&mut f, "day"), day(&mut f, "ask"));
    for (name, there) in [("day", on.is_some()), ("ask", ask.is_some())] {
        if !there && f.error(name).is_none() {
            f.fail(name, "required", vec![]);
        }
    }
    let (from, to, purpose) = (f.required("from", 200), f.required("to", 200), f.required("purpose", 1000));
    let area = Area::parse(f.value("area"));
    let key = f.value("form_key").to_string();
    let outcome = match (on, ask, f.errors.is_empty()) {
        (Some(day), Some(ask), true) => {
            activity::introduce(&app.desk, &visit.viewer, NewIntroduction { day, from, to, purpose, area, ask }, &key).await
        }
        _ => Err(Error::Invalid(Vec::new())),
    };
    match outcome {
        Ok(()) => Ok(see_other("/introductions", "message-saved")),
        Err(Error::Invalid(more)) => {
            f.errors.extend(more);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, f).await?)
        }
        Err(other) => Err(other.into()),
    }
}

pub async fn follow_up(State(app): State<App>, visit: Visit, Path(id): Path<String>, mut f: Fields) -> Answer {
    let id = found(IntroductionId::parse(&id))?;
    let outcome = f.required("outcome", 2000);
    if !f.errors.is_empty() {
        return visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, Fields::default()).await?);
    }
    activity::follow_up(&app.desk, &visit.viewer, &id, &outcome).await?;
    Ok(see_other("/introductions", "message-saved"))
}
