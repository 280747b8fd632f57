//! Who cooperates with whom, to look at: map, matrix, networks; each with an equal table (R43, R48-R50).

mod fan;
mod map;
mod matrix;
mod network;
mod table;

use crate::kit::{Answer, App, Fields, Frame, Listing, Visit, export};
use askama::Template;
use axum::extract::State;
use domain::see::{Filter, Kind, Web};
use map::{Drawing, Shape, draw};

pub use matrix::show as matrix;
pub use network::{of_organisation, of_place};
use table::Row;

/// What the reader chose, and what there is to choose from.
pub struct Choice {
    pub f: Fields,
    pub filter: Filter,
    pub kinds: Vec<(String, String)>,
    pub themes: Vec<(String, String)>,
}

impl Choice {
    /// Reads the address; what is no kind, theme or year is as if not asked for.
    pub fn read(l: &Frame, web: &Web) -> Choice {
        let pairs: Vec<(String, String)> =
            serde_urlencoded::from_str(l.visit.here.split_once('?').map_or("", |(_, q)| q)).unwrap_or_default();
        let f = Fields::filled(pairs);
        let year = |name: &str| f.value(name).trim().parse::<i16>().ok().filter(|y| (1000..=2999).contains(y));
        let filter = Filter {
            theme: f.value("theme").to_string(),
            kind: Kind::parse(f.value("kind")),
            from: year("from"),
            to: year("to"),
            claims: f.is("claims", "1"),
        };
        let kinds = Kind::ALL.iter().map(|k| (k.code().to_string(), l.code("see-kind", k.code()))).collect();
        let mut themes: Vec<(String, String)> = web.themes().iter().map(|t| (t.en.clone(), t.get(l.lang).to_string())).collect();
        themes.sort_by(|a, b| i18n::collate::compare(l.lang, &a.1, &b.1));
        Choice { f, filter, kinds, themes }
    }
    /// Whether anything was asked for.
    pub fn any(&self) -> bool {
        self.filter != Filter::default()
    }
}

/// Whether claims are wanted; they cost a look of their own.
fn wants_claims(visit: &Visit) -> bool {
    visit.here.contains("claims=1") || visit.here.contains("kind=claim")
}

#[derive(Template)]
#[template(path = "see/map.html")]
struct Map {
    l: Frame,
    c: Choice,
    s: Listing,
    rows: Vec<Row>,
    drawings: Vec<Drawing>,
    /// Relations that have no point on the map.
    missing: usize,
    kinds: Vec<&'static str>,
}

pub async fn map(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let all = actions::see::web(&app.desk, wants_claims(&visit)).await?;
    let c = Choice::read(&l, &all);
    let web = all.filtered(&c.filter);
    let mut missing = 0;
    let mut drawings = Vec::new();
    for shape in [Shape::Broad, Shape::Tall] {
        let (drawing, left) = draw(&web, l.lang, shape, |e| table::words(&l, &web, e));
        missing = left;
        drawings.push(drawing);
    }
    let kinds = table::kinds(web.edges.iter());
    let (s, rows) = table::page(&l, &web);
    visit.page(&Map { l, c, s, rows, drawings, missing, kinds })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let sheet = sheet(&app, &visit, &l).await?;
    export::as_xlsx(&app, &l, "relations", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    export::as_csv("relations", &sheet(&app, &visit, &l).await?)
}

async fn sheet(app: &App, visit: &Visit, l: &Frame) -> Result<papers::sheet::Sheet, crate::kit::Problem> {
    let all = actions::see::web(&app.desk, wants_claims(visit)).await?;
    let c = Choice::read(l, &all);
    Ok(table::sheet(l, &all.filtered(&c.filter)))
}
