//! Results as a spreadsheet: one row an application, for each side that may be seen its progress, mean, spread and summary.

use super::points;
use crate::kit::{
    Answer, App, Frame, Visit,
    export::{as_csv, as_xlsx},
};
use actions::{
    application::Line,
    assessment::panel::{self, Overview, Panel},
};
use axum::extract::{Path, State};
use domain::{
    assessment::{Draft, criterion_mean},
    call::Call,
};
use papers::sheet::{Cell, Column, Sheet};

pub async fn xlsx(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let l = visit.frame();
    let v = panel::overview(&app.desk, &visit.viewer, &slug, false).await?;
    as_xlsx(&app, &l, &format!("{slug}-assessment"), sheet(&l, &v)).await
}

pub async fn csv(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let v = panel::overview(&app.desk, &visit.viewer, &slug, false).await?;
    as_csv(&format!("{slug}-assessment"), &sheet(&visit.frame(), &v))
}

fn sheet(l: &Frame, v: &Overview) -> Sheet {
    let seen: Vec<(&str, &Vec<Panel>)> = v.sides.iter().filter_map(|s| Some((s.party.as_str(), s.panels.as_ref()?))).collect();
    let mut columns = vec![Column::new(l.t("conflicts-application"), 14.0), Column::new(l.t("assessment-project"), 50.0)];
    for (party, _) in &seen {
        let named = |key: &str, width: f64| Column::new(format!("{party} {}", l.t(key)), width);
        columns.extend([named("assessment-assigned", 12.0), named("assessment-finished", 12.0)]);
        columns.extend(v.call.criteria.iter().map(|c| Column::new(format!("{party} {}", l.text(&c.label)), 14.0)));
        columns.extend([named("assessment-mean", 14.0), named("assessment-spread", 12.0), named("assessment-summary", 80.0)]);
    }
    let row = |(at, app): (usize, &Line)| {
        let mut row = vec![Cell::Text(app.number.clone()), Cell::Text(app.title.clone())];
        for (_, panels) in &seen {
            row.extend(cells(l, &v.call, &panels[at]));
        }
        row
    };
    Sheet { name: l.t("assessment-export-name"), columns, rows: v.apps.iter().enumerate().map(row).collect() }
}

fn cells(l: &Frame, call: &Call, p: &Panel) -> Vec<Cell> {
    let last: Vec<&Draft> = p.assessments.iter().filter(|(_, a)| a.closed.is_some()).map(|(_, a)| &a.draft).collect();
    let figure = |words: String| if words.is_empty() { Cell::Empty } else { Cell::Text(words) };
    let mut all = vec![Cell::Integer(p.progress.assigned as i64), Cell::Integer(p.progress.closed as i64)];
    let means = call.criteria.iter().map(|c| criterion_mean(&c.id, &last));
    all.extend(means.map(|m| figure(m.map(|m| i18n::format::decimal(l.lang, m / 10, 2)).unwrap_or_default())));
    all.extend([figure(points(l, p.mean)), figure(points(l, p.spread))]);
    all.push(p.summary.as_ref().map_or(Cell::Empty, |s| Cell::Text(s.body.clone())));
    all
}
