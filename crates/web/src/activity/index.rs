//! The list of activities: searched, filtered by kind, exported, and as a calendar.

use crate::delegation::programme::{feed, host};
use crate::kit::{
    Answer, App, Frame, Listing, Problem, Visit,
    export::{as_csv, as_xlsx},
    listing::by_text,
};
use actions::activity::{self, Line};
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
    rows: Vec<Line>,
    filters: Vec<(String, String, usize)>,
    show: String,
    writable: bool,
    inside: bool,
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let all = activity::list(&app.desk).await?;
    let mut s = Listing::read(&visit.here, &["date", "title", "kind"]);
    let show = Kind::parse(s.other("kind")).map_or("all", Kind::code).to_string();
    let mut filters = vec![("all".to_string(), l.t("activity-filter-all"), all.len())];
    for kind in Kind::ALL {
        let count = all.iter().filter(|x| x.activity.kind == *kind).count();
        if count > 0 {
            filters.push((kind.code().into(), l.code("activity-kind", kind.code()), count));
        }
    }
    let kept: Vec<Line> = all.into_iter().filter(|x| show == "all" || x.activity.kind.code() == show).collect();
    let order = |x: &Line| x.activity.dates.first_day().map(|d| d.iso()).unwrap_or_default();
    let rows = s.apply(
        kept,
        |x| x.search.clone(),
        |column, a, b| match column {
            "title" => by_text(l.lang, l.text(&a.activity.title), l.text(&b.activity.title)),
            "kind" => a.activity.kind.cmp(&b.activity.kind),
            // The newest first.
            _ => order(b).cmp(&order(a)),
        },
    );
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
        rows: activity::list(&app.desk).await?.into_iter().map(|x| line(x.activity)).collect(),
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
    let entries: Vec<Entry> = activity::list(&app.desk).await?.into_iter().filter_map(|x| entry(x.activity)).collect();
    feed(calendar(lang, &i18n::text(lang, "nav-activities", &[]), &entries), "text/calendar; charset=utf-8")
}
