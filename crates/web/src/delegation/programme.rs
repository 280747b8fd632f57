//! The programme's form, what changed between two versions, and the calendar file.

use super::show::hours;
use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, see_other, visit::download};
use actions::{
    Error,
    delegation::{self, programme::Comparison},
};
use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    delegation::{
        Delegation,
        programme::{Change, Item, write},
    },
    refusal::FieldError,
    time::Zone,
};
use papers::calendar::{Entry, When, calendar};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "delegation/programme.html")]
struct Form {
    l: Frame,
    f: Fields,
    d: Delegation,
}

impl Form {
    fn trail(&self) -> Vec<(String, String)> {
        trail(&self.l, &self.d)
    }
}

fn trail(l: &Frame, d: &Delegation) -> Vec<(String, String)> {
    vec![("/delegations".into(), l.t("nav-delegations")), (format!("/delegations/{}", d.slug), l.text(&d.title).into())]
}

pub async fn edit(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = delegation::show(&app.desk, &visit.viewer, &slug).await?;
    let seen = p.version.map_or(0, |(no, _)| no).to_string();
    let f = Fields::filled([("programme", write(&p.items, &p.host_zone)), ("seen", seen)]);
    visit.page(&Form { l: visit.frame(), f, d: p.delegation })
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let text = f.text("programme", 40_000);
    let seen = f.value("seen").parse().unwrap_or(0);
    let outcome = if f.errors.is_empty() {
        delegation::programme::save(&app.desk, &visit.viewer, &slug, &text, seen).await
    } else {
        Err(Error::Invalid(Vec::new()))
    };
    let status = match outcome {
        Ok(_) => return Ok(see_other(&format!("/delegations/{slug}#programme"), "message-saved")),
        Err(Error::Invalid(more)) => {
            f.errors.extend(more);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(Error::Refused(refusal)) => {
            f.errors.push(FieldError { field: "programme".into(), refusal });
            StatusCode::CONFLICT
        }
        Err(other) => return Err(other.into()),
    };
    let d = delegation::show(&app.desk, &visit.viewer, &slug).await?.delegation;
    visit.page_as(status, &Form { l: visit.frame(), f, d })
}

#[derive(Template)]
#[template(path = "delegation/changes.html")]
struct Changes {
    l: Frame,
    c: Comparison,
    versions: Vec<i64>,
}

impl Changes {
    fn trail(&self) -> Vec<(String, String)> {
        trail(&self.l, &self.c.delegation)
    }
    fn title(&self) -> String {
        self.l.t2("programme-diff-title", "from", self.c.from, "to", self.c.to)
    }
    fn badge(&self, change: &Change) -> &'static str {
        match change {
            Change::Same(_) => "neutral",
            Change::Added(_) => "success",
            Change::Removed(_) => "error",
            Change::Moved { .. } => "warning",
        }
    }
    fn when(&self, item: &Item, zone: &Zone) -> String {
        let day = self.l.day_short(zone.wall(item.starts).day);
        format!("{day} {}", hours(self.l.lang, &item.starts, &item.ends, zone))
    }
}

pub async fn changes(
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Answer {
    let number = |name: &str| query.get(name).and_then(|n| n.parse().ok());
    let c = delegation::programme::compare(&app.desk, &visit.viewer, &slug, number("from"), number("to")).await?;
    let p = delegation::show(&app.desk, &visit.viewer, &slug).await?;
    let versions = p.inside.iter().flat_map(|i| i.versions.iter().map(|(no, _)| *no)).collect();
    visit.page(&Changes { l: visit.frame(), c, versions })
}

/// The programme as a calendar file: the host's zone, a stable name for each item, the version as its sequence.
pub async fn ics(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    actions::delegation::programme::may_read(&visit.viewer)?;
    let p = delegation::show(&app.desk, &visit.viewer, &slug).await?;
    let l = visit.frame();
    let sequence = p.version.map_or(0, |(no, _)| no);
    let entry = |(no, i): (usize, &Item)| Entry {
        uid: format!("{}-{}@{}", p.delegation.id, no + 1, host(&app)),
        sequence,
        stamp: p.version.map_or_else(|| app.desk.now(), |(_, at)| at),
        when: When::Hours { from: i.starts, to: i.ends, zone: p.host_zone.clone() },
        title: l.text(&i.title).into(),
        body: String::new(),
        place: i.place.clone(),
        url: format!("{}/delegations/{}", app.desk.base_url, p.delegation.slug),
    };
    let entries: Vec<Entry> = p.items.iter().enumerate().map(entry).collect();
    let bytes = calendar(visit.viewer.lang, l.text(&p.delegation.title), &entries).into_bytes();
    Ok(download(&format!("{slug}.ics"), "text/calendar; charset=utf-8", bytes))
}

/// The node's name in identifiers that must never change.
pub fn host(app: &App) -> String {
    app.desk.base_url.split("://").nth(1).unwrap_or("counterpart").split(['/', ':']).next().unwrap_or("counterpart").into()
}

/// The feed is open, so it is read inline, not downloaded.
pub fn feed(body: String, media_type: &'static str) -> Result<axum::response::Response, Problem> {
    use axum::response::IntoResponse;
    Ok(([(axum::http::header::CONTENT_TYPE, media_type)], body).into_response())
}
