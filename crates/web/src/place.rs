//! The public pages of places: a searchable list and one page each (R43-R50).

pub mod edit;
pub mod twin;

use crate::kit::{Answer, App, Frame, Listing, Problem, Visit, export, listing::Wanted};
use actions::{book::Want, place::Public};
use askama::Template;
use axum::extract::{Path, State};
use domain::{
    Lang,
    place::{Kind, Place},
};
use papers::sheet::{Cell, Column, Sheet};

const COLUMNS: [&str; 1] = ["name"];
/// Rows of an exported list.
const ALL: i64 = 200_000;

#[derive(Template)]
#[template(path = "place/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    places: Vec<Place>,
    countries: Vec<String>,
    /// Unverified places that match too but are not shown.
    hidden: usize,
}

impl Index {
    fn kinds(&self) -> Vec<(String, String)> {
        Kind::ALL.iter().map(|k| (k.code().to_string(), self.l.code("place-kind", k.code()))).collect()
    }
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let mut s = Listing::read(&visit.here, &COLUMNS);
    let listed = actions::place::list(&app.desk, &wanted(&s, visit.viewer.lang, Wanted::Page)).await?;
    s.count(listed.total);
    let countries = actions::place::countries(&app.desk).await?;
    visit.page(&Index { l: visit.frame(), s, places: listed.places, countries, hidden: listed.unverified })
}

/// Places that are known from others' statements alone come only when they are asked for.
fn wanted(s: &Listing, lang: Lang, how_much: Wanted) -> Want {
    Want { verified: s.other("unverified") != "1", ..s.wanted(lang, how_much) }
}

#[derive(Template)]
#[template(path = "place/show.html")]
struct Show {
    l: Frame,
    p: Public,
}

impl Show {
    fn trail(&self) -> Vec<(String, String)> {
        let named = |p: &Place| (format!("/places/{}", p.slug), self.l.text(&p.names).to_string());
        let top = [("/book".to_string(), self.l.t("nav-book")), ("/places".to_string(), self.l.t("nav-places"))];
        top.into_iter().chain(self.p.above.iter().map(named)).collect()
    }
    fn names(&self) -> Vec<(&'static str, &str)> {
        self.l.all_names(&self.p.place.names)
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = actions::place::show(&app.desk, &slug).await?;
    visit.page(&Show { l: visit.frame(), p })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    export::as_xlsx(&app, &visit.frame(), "places", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    export::as_csv("places", &sheet(&app, &visit).await?)
}

async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let s = Listing::read(&visit.here, &COLUMNS);
    let places = actions::place::list(&app.desk, &wanted(&s, l.lang, Wanted::First(ALL))).await?.places;
    let rows = places.into_iter().map(|p| {
        let kind = l.code("place-kind", p.kind.code());
        [p.slug, kind, p.names.da, p.names.en, p.names.zh, p.country, p.code, p.wikidata].map(Cell::Text).to_vec()
    });
    let titles = [
        ("book-slug", 24.0),
        ("place-kind", 20.0),
        ("language-da", 30.0),
        ("language-en", 30.0),
        ("language-zh", 20.0),
        ("book-country", 10.0),
        ("place-code", 12.0),
        ("place-wikidata", 12.0),
    ];
    Ok(Sheet { name: l.t("nav-places"), columns: titles.iter().map(|(k, w)| Column::new(l.t(k), *w)).collect(), rows: rows.collect() })
}
