//! Twin towns that others say there are: 17,401 pairs, searched and exported, none of them verified.

use crate::kit::{Answer, App, Frame, Listing, Problem, Visit, export, listing::Wanted};
use askama::Template;
use axum::extract::State;
use domain::place::Place;
use papers::sheet::{Cell, Column, Sheet};

const COLUMNS: [&str; 1] = ["name"];

#[derive(Template)]
#[template(path = "place/twins.html")]
struct Index {
    l: Frame,
    s: Listing,
    pairs: Vec<(Place, Place)>,
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let mut s = Listing::read(&visit.here, &COLUMNS);
    let (pairs, total) = actions::place::twins(&app.desk, &s.wanted(visit.viewer.lang, Wanted::Page)).await?;
    s.count(total);
    visit.page(&Index { l: visit.frame(), s, pairs })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    export::as_xlsx(&app, &visit.frame(), "twin-towns", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    export::as_csv("twin-towns", &sheet(&app, &visit).await?)
}

async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let s = Listing::read(&visit.here, &COLUMNS);
    let (pairs, _) = actions::place::twins(&app.desk, &s.wanted(l.lang, Wanted::First(super::ALL))).await?;
    let name = |p: &Place| l.text(&p.names).to_string();
    let row = |(a, b): (Place, Place)| [name(&a), a.wikidata, name(&b), b.wikidata, l.t("book-unverified")].map(Cell::Text).to_vec();
    let titles = ["nav-places", "place-wikidata", "place-twin", "place-wikidata", "twin-status"];
    let columns = titles.iter().map(|key| Column::new(l.t(key), 24.0)).collect();
    Ok(Sheet { name: l.t("nav-twin-towns"), columns, rows: pairs.into_iter().map(row).collect() })
}
