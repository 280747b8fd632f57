//! The desks' list as a spreadsheet: every application with its participants, amounts as numbers with their currency.

use super::{desk::by_number, dossier::standing_words};
use crate::kit::{Answer, App, Frame, Visit, visit::download};
use actions::application::list::whole;
use axum::extract::{Path, State};
use domain::{
    Money,
    application::{Application, Standing},
    call::Call,
};
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
    let (call, mut all) = whole(&app.desk, &visit.viewer, slug).await?;
    let l = visit.frame();
    let number = |app: &Application| app.number.clone().unwrap_or_default();
    all.sort_by(|(a, _), (b, _)| by_number(&number(a), &number(b)));
    Ok(Sheet {
        name: l.t("nav-applications"),
        columns: columns(&l, &call),
        rows: all.iter().map(|(app, standing)| cells(&l, &call, app, *standing)).collect(),
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

fn cells(l: &Frame, call: &Call, app: &Application, standing: Standing) -> Vec<Cell> {
    let money = |m: Option<Money>| m.map_or(Cell::Empty, |m| Cell::Money { minor: m.minor, currency: m.currency.code().into() });
    let mut all = vec![
        Cell::Text(app.number.clone().unwrap_or_default()),
        Cell::Text(app.project.title.clone()),
        Cell::Text(app.project.acronym.clone()),
        Cell::Text(app.lead().map(|p| p.name.clone()).unwrap_or_default()),
        Cell::Text(l.t(standing_words(app.state, standing).0)),
        Cell::Text(if app.submission.as_ref().is_some_and(|s| s.late) { l.t("application-late") } else { String::new() }),
        Cell::Text(app.project.start_month.clone()),
        Cell::Integer(app.project.months),
    ];
    for party in &call.parties {
        let names = app.of(party).map(|p| p.name.as_str()).collect::<Vec<_>>().join("; ");
        let currency = l.party_of(party).map(|p| p.currency);
        let asked = currency.filter(|_| app.of(party).any(|p| p.money_stated)).and_then(|c| app.requested(party, c).ok());
        let own = currency.and_then(|c| app.own(party, c).ok()).filter(|o| o.minor != 0);
        all.extend([money(asked), money(own), Cell::Integer(app.hours(party)), Cell::Text(names)]);
    }
    let associated = app.participants.iter().filter(|p| p.is_associated()).map(|p| p.name.as_str()).collect::<Vec<_>>();
    all.push(Cell::Text(associated.join("; ")));
    all
}
