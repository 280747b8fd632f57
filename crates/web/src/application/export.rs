//! The desks' list as a spreadsheet: every application with its participants, amounts as numbers with their currency.

use super::desk::{Row, rows};
use crate::kit::{Answer, App, Frame, Visit, visit::download};
use actions::application::list::desktop;
use axum::extract::{Path, State};
use domain::{Money, call::Call};
use papers::document::Date;
use papers::sheet::{Cell, Column, Sheet, csv, xlsx};

pub async fn spreadsheet(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let sheet = sheet(&app, &visit, &slug).await?;
    let day = domain::time::Zone::parse("UTC").map_err(|e| anyhow::anyhow!("{e:?}"))?.wall(app.desk.now()).day;
    let made = Date { year: i32::from(day.year), month: day.month.unsigned_abs(), day: day.day.unsigned_abs() };
    let bytes =
        tokio::task::spawn_blocking(move || xlsx(&[sheet], made)).await.map_err(|e| anyhow::anyhow!(e))?.map_err(|e| anyhow::anyhow!(e))?;
    Ok(download(&format!("{slug}.xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes))
}

pub async fn comma_separated(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let bytes = csv(&sheet(&app, &visit, &slug).await?).map_err(|e| anyhow::anyhow!(e))?;
    Ok(download(&format!("{slug}.csv"), "text/csv; charset=utf-8", bytes))
}

async fn sheet(app: &App, visit: &Visit, slug: &str) -> Result<Sheet, crate::kit::Problem> {
    let desk = desktop(&app.desk, &visit.viewer, slug).await?;
    let l = visit.frame();
    let mut all = rows(&l, &desk.call, desk.lines);
    all.sort_by(|a, b| a.number.len().cmp(&b.number.len()).then_with(|| a.number.cmp(&b.number)));
    Ok(Sheet {
        name: l.t("nav-applications"),
        columns: columns(&l, &desk.call),
        rows: all.iter().map(|r| cells(&l, &desk.call, r)).collect(),
    })
}

fn columns(l: &Frame, call: &Call) -> Vec<Column> {
    let mut all = vec![
        Column::new(l.t("application-col-number"), 16.0),
        Column::new(l.t("application-field-title"), 50.0),
        Column::new(l.t("application-field-acronym"), 14.0),
        Column::new(l.t("application-col-lead"), 30.0),
        Column::new(l.t("application-col-standing"), 18.0),
        Column::new(l.t("application-late"), 10.0),
        Column::new(l.t("application-field-start"), 12.0),
        Column::new(l.t("application-field-months"), 10.0),
    ];
    for party in &call.parties {
        let name = l.party(party);
        all.push(Column::money(l.t1("application-col-asked", "party", &name), 18.0));
        all.push(Column::money(l.t1("application-col-own", "party", &name), 18.0));
        all.push(Column::new(l.t1("application-col-hours", "party", &name), 12.0));
        all.push(Column::new(l.t1("application-col-participants", "party", &name), 50.0));
    }
    all.push(Column::new(l.t("application-associated"), 50.0));
    all
}

fn cells(l: &Frame, call: &Call, r: &Row) -> Vec<Cell> {
    let app = &r.line.app;
    let money = |m: Option<Money>| m.map_or(Cell::Empty, |m| Cell::Money { minor: m.minor, currency: m.currency.code().into() });
    let mut all = vec![
        Cell::Text(r.number.clone()),
        Cell::Text(app.project.title.clone()),
        Cell::Text(app.project.acronym.clone()),
        Cell::Text(r.lead.clone()),
        Cell::Text(l.t(r.standing)),
        Cell::Text(if r.late { l.t("application-late") } else { String::new() }),
        Cell::Text(app.project.start_month.clone()),
        Cell::Integer(app.project.months),
    ];
    for (i, party) in call.parties.iter().enumerate() {
        let names = app.of(party).map(|p| p.name.as_str()).collect::<Vec<_>>().join("; ");
        let own = l.party_of(party).and_then(|p| app.own(party, p.currency).ok()).filter(|o| o.minor != 0);
        all.extend([money(r.money.get(i).copied().flatten()), money(own), Cell::Integer(app.hours(party)), Cell::Text(names)]);
    }
    let associated = app.participants.iter().filter(|p| p.is_associated()).map(|p| p.name.as_str()).collect::<Vec<_>>();
    all.push(Cell::Text(associated.join("; ")));
    all
}
