//! The board's spreadsheet: download, and the rehearsal of reading it back.

use super::{Turn, list, trail, turn};
use crate::kit::{Answer, App, Fields, Frame, Visit, visit::download};
use actions::{
    Error,
    priority::sheet::{self, Rehearsal},
};
use askama::Template;
use axum::extract::{Path, State};
use domain::priority::Line;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub async fn xlsx(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let table = sheet::export(&app.desk, &visit.viewer, &slug).await?;
    let bytes = papers::sheet::xlsx(&[table], today(&app)).map_err(|e| anyhow::anyhow!(e))?;
    Ok(download(&format!("{slug}-priorities.xlsx"), XLSX, bytes))
}

pub async fn csv(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let table = sheet::export(&app.desk, &visit.viewer, &slug).await?;
    let bytes = papers::sheet::csv(&table).map_err(|e| anyhow::anyhow!(e))?;
    Ok(download(&format!("{slug}-priorities.csv"), "text/csv; charset=utf-8", bytes))
}

/// The calendar day on the first party's wall.
fn today(app: &App) -> papers::document::Date {
    let day = app.parties.first().map(|p| p.zone.wall(app.desk.now()).day);
    let (year, month, day) = day.map_or((1970, 1, 1), |d| (i32::from(d.year), d.month.unsigned_abs(), d.day.unsigned_abs()));
    papers::document::Date { year, month, day }
}

#[derive(Template)]
#[template(path = "priority/rehearsal.html")]
struct Page {
    l: Frame,
    r: Rehearsal,
    turn: Turn,
    trail: Vec<(String, String)>,
    name: String,
}

impl Page {
    fn word(&self, line: &Option<Line>) -> String {
        match line {
            None => self.l.t("priority-undecided"),
            Some(line) => match line.standing.rank() {
                Some(rank) => format!("{} {rank}", self.l.code("priority-state", line.standing.code())),
                None => self.l.code("priority-state", line.standing.code()),
            },
        }
    }
    fn reason<'a>(&self, line: &'a Option<Line>) -> &'a str {
        line.as_ref().map_or("", |l| l.reason.as_str())
    }
    /// The whole list as fields for the ordinary form.
    fn hidden(&self) -> Vec<(String, String)> {
        let each = self.r.lines.iter().flat_map(|line| {
            let id = &line.application;
            let rank = line.standing.rank().map(|r| r.to_string()).unwrap_or_default();
            [
                (format!("rank-{id}"), rank),
                (format!("state-{id}"), line.standing.code().into()),
                (format!("reason-{id}"), line.reason.clone()),
            ]
        });
        each.collect()
    }
}

/// Reads the file and shows what it would change. Saving is the ordinary form's, after a look.
pub async fn create(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let Some(file) = f.files.iter().find(|file| file.field == "sheet" && !file.bytes.is_empty()).cloned() else {
        f.fail("sheet", "sheet-missing", vec![]);
        return list::again(&app, &visit, &slug, f, Error::Invalid(vec![])).await;
    };
    let r = match sheet::rehearse(&app.desk, &visit.viewer, &slug, &file.name, &file.bytes).await {
        Ok(r) => r,
        Err(error @ Error::Refused(_)) => return list::again(&app, &visit, &slug, f, error).await,
        Err(other) => return Err(other.into()),
    };
    let l = visit.frame();
    let turn = turn(&l, r.list.round.as_ref(), r.list.waits.as_ref(), Some(&r.list.party));
    let mut trail = trail(&l, &r.list.call);
    trail.push((format!("/calls/{slug}/priorities"), l.t("priority-title")));
    visit.page(&Page { l, r, turn, trail, name: file.name })
}
