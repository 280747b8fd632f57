//! The public pages of programmes: frame, plan, goals, themes, targets, schedule, bodies, calls (R93-R121, R152).

use crate::kit::{Answer, App, Frame, Visit};
use actions::{
    Error,
    grant::Status,
    programme::{Line, Public},
};
use askama::Template;
use axum::extract::{Path, State};
use domain::{
    Money, Refusal, Text3,
    programme::{FactKind, Programme},
};

#[derive(Template)]
#[template(path = "programme/index.html")]
struct Index {
    l: Frame,
    lines: Vec<Line>,
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let lines = actions::programme::list(&app.desk).await?;
    visit.page(&Index { l: visit.frame(), lines })
}

/// Rows by years with sums both ways.
struct Grid {
    years: Vec<i64>,
    rows: Vec<GridRow>,
    sums: Vec<Money>,
    total: Money,
}

struct GridRow {
    label: Text3,
    /// Why the figures are an estimate; none where they are not.
    note: Option<Text3>,
    cells: Vec<Money>,
    total: Money,
}

#[derive(Template)]
#[template(path = "programme/show.html")]
struct Show {
    l: Frame,
    p: Programme,
    bodies: Vec<domain::programme::Body>,
    calls: Vec<actions::call::Line>,
    frame: Grid,
    plan: Grid,
    schedule: Vec<(i64, Vec<Option<Text3>>)>,
    /// For those who may read grants; a record of the past has none.
    status: Option<Status>,
}

impl Show {
    fn facts(&self, kind: &str) -> Vec<&domain::programme::Fact> {
        FactKind::parse(kind).map(|k| self.p.facts_of(k)).unwrap_or_default()
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let Public { programme: p, bodies, calls } = actions::programme::show(&app.desk, &slug).await?;
    let frame = grid(&p, p.frame.iter().map(|line| (&line.label, None, &line.amounts)))?;
    let plan = grid(&p, p.financing.iter().map(|s| (&s.label, s.estimate.then_some(&s.note), &s.amounts)))?;
    let schedule =
        p.schedule_years().into_iter().map(|year| (year, (1..=4).map(|q| p.step(year, q).map(|s| s.what.clone())).collect())).collect();
    let status = match p.record_only {
        true => None,
        false => status(&app, &visit, &p).await?,
    };
    visit.page(&Show { l: visit.frame(), frame, plan, schedule, bodies, calls, status, p })
}

/// None for readers who may not see it.
async fn status(app: &App, visit: &Visit, p: &Programme) -> Result<Option<Status>, Error> {
    match actions::grant::programme_status(&app.desk, &visit.viewer, &p.id).await {
        Ok(status) => Ok(Some(status)),
        Err(Error::Denied(_) | Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

type Row<'a> = (&'a Text3, Option<&'a Text3>, &'a Vec<(i64, Money)>);

fn grid<'a>(p: &Programme, rows: impl Iterator<Item = Row<'a>>) -> Result<Grid, Refusal> {
    let years: Vec<i64> = p.years().collect();
    let mut grid = Grid { sums: vec![Money::zero(p.currency); years.len()], total: Money::zero(p.currency), rows: vec![], years };
    for (label, note, amounts) in rows {
        let cell = |year: &i64| amounts.iter().find(|(y, _)| y == year).map_or(Money::zero(p.currency), |(_, m)| *m);
        let cells: Vec<Money> = grid.years.iter().map(cell).collect();
        let total = p.total(amounts)?;
        for (sum, cell) in grid.sums.iter_mut().zip(&cells) {
            *sum = p.total(&[(0, *sum), (0, *cell)])?;
        }
        grid.total = p.total(&[(0, grid.total), (0, total)])?;
        grid.rows.push(GridRow { label: label.clone(), note: note.cloned(), cells, total });
    }
    Ok(grid)
}
