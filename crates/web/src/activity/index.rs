//! The list of activities: searched, filtered by kind, exported, and as a calendar.

use crate::delegation::programme::{feed, host};
use crate::kit::{
    Answer, App, Frame, Listing, Problem, Visit,
    export::{as_csv, as_xlsx},
};
use actions::activity;
use askama::Template;
use axum::extract::{Query, State};
use domain::{
    Lang,
    activity::{Activity, Kind},
};
use papers::{
    calendar::{Entry, When, calendar},
    sheet::{Cell, Column, Sheet},
};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "activity/index.html")]
struct Page {
    l: Frame,
    s: Listing,
    rows: Vec<Activity>,
    filters: Vec<(String, String, usize)>,
    show: String,
    writable: bool,
    inside: bool,
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &["date", "title", "kind"]);
    let kind = Kind::parse(s.other("kind")).map(Kind::code);
    let part = activity::page(&app.desk, &s.ask(l.lang, &[kind.map(|k| format!("kind-{k}")).unwrap_or_default()])).await?;
    s.count(part.total);
    let count = |mark: &str| part.marks.get(mark).copied().unwrap_or_default();
    let kinds = Kind::ALL.iter().map(|k| (k.code().to_string(), l.code("activity-kind", k.code()), count(&format!("kind-{}", k.code()))));
    let mut filters = vec![("all".to_string(), l.t("activity-filter-all"), count(""))];
    filters.extend(kinds.filter(|(_, _, count)| *count > 0));
    let (show, rows) = (kind.unwrap_or("all").to_string(), part.rows);
    let officer = visit.frame().keeps_book();
    let inside = officer || visit.viewer.has(domain::Role::Board) || visit.viewer.has(domain::Role::Auditor);
    visit.page(&Page { s, rows, filters, show, writable: officer, inside, l })
}

async fn sheet(app: &App, l: &Frame) -> Result<Sheet, Problem> {
    let columns = [
        ("activity-title", 50.0),
        ("activity-kind", 16.0),
        ("activity-dates", 20.0),
        ("activity-place", 20.0),
        ("activity-targets", 30.0),
        ("activity-support", 50.0),
        ("activity-outcome", 50.0),
        ("fact-source", 10.0),
    ];
    let line = |a: Activity| {
        let targets: Vec<String> = a.targets.iter().map(|t| l.code("target", t.code())).collect();
        let cells = [
            l.text(&a.title).to_string(),
            l.code("activity-kind", a.kind.code()),
            l.edtf(&a.dates),
            a.place.as_ref().map(|p| l.text(&p.name).to_string()).unwrap_or_default(),
            targets.join(", "),
            l.text(&a.support).to_string(),
            l.text(&a.outcome).to_string(),
            a.source.clone(),
        ];
        cells.into_iter().map(Cell::Text).collect()
    };
    Ok(Sheet {
        name: l.t("nav-activities"),
        columns: columns.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect(),
        rows: activity::list(&app.desk).await?.into_iter().map(line).collect(),
    })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let sheet = sheet(&app, &l).await?;
    as_xlsx(&app, &l, "activities", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    as_csv("activities", &sheet(&app, &visit.frame()).await?)
}

/// Every activity whose days are known to the month, as a calendar to subscribe to.
pub async fn ics(State(app): State<App>, visit: Visit, Query(query): Query<HashMap<String, String>>) -> Answer {
    let lang = query.get("lang").and_then(|l| Lang::parse(l)).unwrap_or(visit.viewer.lang);
    let entry = |a: Activity| {
        let (from, to) = a.days()?;
        Some(Entry {
            uid: format!("{}@{}", a.id, host(&app)),
            sequence: a.version,
            stamp: app.desk.now(),
            when: When::Days { from, to },
            title: a.title.get(lang).into(),
            body: a.body.get(lang).into(),
            place: a.place.as_ref().map(|p| p.name.get(lang).to_string()).unwrap_or_default(),
            url: format!("{}/activities/{}", app.desk.base_url, a.slug),
        })
    };
    let entries: Vec<Entry> = activity::list(&app.desk).await?.into_iter().filter_map(entry).collect();
    feed(calendar(lang, &i18n::text(lang, "nav-activities", &[]), &entries), "text/calendar; charset=utf-8")
}
