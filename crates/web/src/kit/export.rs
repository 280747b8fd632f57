//! A table to keep: as xlsx or as CSV.

use super::{Answer, App, Frame, Problem, visit::download};
use domain::time::{Day, Zone};
use papers::{
    document::Date,
    sheet::{Sheet, csv, xlsx},
};

fn failed(e: impl std::error::Error + Send + Sync + 'static) -> Problem {
    Problem::from(anyhow::anyhow!(e))
}

pub fn date(d: Day) -> Date {
    Date { year: i32::from(d.year), month: d.month.unsigned_abs(), day: d.day.unsigned_abs() }
}

/// The day by the reader's own wall.
pub fn today(app: &App, l: &Frame) -> Result<Day, Problem> {
    let own = l.visit.viewer.party().and_then(|p| l.party_of(p)).map(|p| p.zone.clone());
    let zone = own.map_or_else(|| Zone::parse("UTC"), Ok).map_err(|e| Problem::from(anyhow::anyhow!("{e:?}")))?;
    Ok(zone.wall(app.desk.now()).day)
}

pub async fn as_xlsx(app: &App, l: &Frame, name: &str, sheet: Sheet) -> Answer {
    let made = date(today(app, l)?);
    let bytes = tokio::task::spawn_blocking(move || xlsx(&[sheet], made)).await.map_err(failed)?.map_err(failed)?;
    Ok(download(&format!("{name}.xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes))
}

pub fn as_csv(name: &str, sheet: &Sheet) -> Answer {
    Ok(download(&format!("{name}.csv"), "text/csv; charset=utf-8", csv(sheet).map_err(failed)?))
}
