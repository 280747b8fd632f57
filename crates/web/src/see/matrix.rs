//! Places of the first party's country against places of the second's: in the cell, how they are related (R43).

use super::{Choice, table, wants_claims};
use crate::kit::{Answer, App, Frame, Visit};
use askama::Template;
use axum::extract::State;
use domain::see::{Node, matrix::Matrix};

pub struct Line {
    pub name: String,
    pub path: String,
    pub cells: Vec<Vec<table::Row>>,
}

#[derive(Template)]
#[template(path = "see/matrix.html")]
struct Page {
    l: Frame,
    c: Choice,
    columns: Vec<(String, String)>,
    lines: Vec<Line>,
    filled: usize,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let all = actions::see::web(&app.desk, wants_claims(&visit)).await?;
    let c = Choice::read(&l, &all);
    let web = all.filtered(&c.filter);
    let country = |n: usize| l.parties.get(n).map_or("", |p| p.country.as_str());
    let m = Matrix::new(&web, country(0), country(1));
    let mut rows: Vec<&Node> = m.rows.clone();
    let mut heads: Vec<&Node> = m.columns.clone();
    let by_name = |a: &&Node, b: &&Node| i18n::collate::compare(l.lang, l.text(&a.names), l.text(&b.names));
    rows.sort_by(by_name);
    heads.sort_by(by_name);
    let named = |n: &Node| (l.text(&n.names).to_string(), n.path.clone());
    let line = |row: &&Node| {
        let cell = |head: &&Node| m.cell(&row.id, &head.id).iter().map(|e| table::row(&l, &web, e)).collect();
        let (name, path) = named(row);
        Line { name, path, cells: heads.iter().map(cell).collect() }
    };
    let lines = rows.iter().map(line).collect();
    let (columns, filled) = (heads.iter().map(|n| named(n)).collect(), m.filled());
    visit.page(&Page { columns, lines, filled, c, l: l.clone() })
}
