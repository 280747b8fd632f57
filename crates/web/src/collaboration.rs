//! Links between institutions: a public list, a page each, and the form of the offices (R42, R62-R66, R86).

pub mod form;

use crate::kit::{Answer, App, Frame, Listing, Problem, Visit, export};
use actions::collaboration::{Line, Named};
use askama::Template;
use axum::extract::{Path, State};
use domain::collaboration::{Kind, Role, Standing, State as Stage};
use papers::sheet::{Cell, Column, Sheet};

const COLUMNS: [&str; 5] = ["name", "kind", "a", "b", "state"];

/// A number, so that the catalogue can choose its plural; and how parties read in a row.
pub fn names(l: &Frame, line: &Line, role: Role) -> String {
    let all: Vec<&str> = line.of(role).map(|p| l.text(&p.names)).collect();
    i18n::format::list(l.lang, &all)
}

#[derive(Template)]
#[template(path = "collaboration/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    lines: Vec<Line>,
    edit: bool,
}

impl Index {
    fn kinds(&self) -> Vec<(String, String)> {
        Kind::ALL.iter().map(|k| (k.code().to_string(), self.l.code("collaboration-kind", k.code()))).collect()
    }
    fn stages(&self) -> Vec<(String, String)> {
        Stage::ALL.iter().map(|k| (k.code().to_string(), self.l.code("collaboration-state", k.code()))).collect()
    }
    fn side(&self, line: &Line, role: &str) -> Vec<Named> {
        Role::parse(role).map(|r| line.of(r).cloned().collect()).unwrap_or_default()
    }
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &COLUMNS);
    let part = actions::collaboration::page(&app.desk, &s.ask(l.lang, &["kind", "state"].map(|name| s.mark(name)))).await?;
    s.count(part.total);
    let edit = l.keeps_book();
    visit.page(&Index { l, s, lines: part.rows, edit })
}

#[derive(Template)]
#[template(path = "collaboration/show.html")]
struct Show {
    l: Frame,
    p: Line,
    source: Option<actions::source::Line>,
    edit: bool,
}

impl Show {
    fn side(&self, role: &str) -> Vec<Named> {
        Role::parse(role).map(|r| self.p.of(r).cloned().collect()).unwrap_or_default()
    }
    /// Sizes hoped for, or there: word, number, year.
    fn sizes(&self, standing: &str) -> Vec<(String, String)> {
        let wanted = Standing::parse(standing);
        let of = self.p.link.capacities.iter().filter(|c| Some(c.standing) == wanted);
        of.map(|c| {
            let number = c.number.map(|n| format!("{} ", self.l.number(n))).unwrap_or_default();
            (format!("{number}{}", self.l.text(&c.what)), self.l.edtf(&c.year))
        })
        .collect()
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = actions::collaboration::show(&app.desk, &slug).await?;
    let source = actions::source::list(&app.desk).await?.into_iter().find(|s| s.source.slug == p.link.source);
    let l = visit.frame();
    let edit = l.keeps_book();
    visit.page(&Show { l, p, source, edit })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    export::as_xlsx(&app, &visit.frame(), "collaborations", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    export::as_csv("collaborations", &sheet(&app, &visit).await?)
}

async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let rows = actions::collaboration::list(&app.desk).await?.into_iter().map(|line| {
        let link = &line.link;
        let sizes = link.capacities.iter().map(|c| {
            let number = c.number.map(|n| l.number(n)).unwrap_or_default();
            format!("{}: {number} {} {}", l.code("collaboration-size", c.standing.code()), l.text(&c.what), l.edtf(&c.year))
        });
        [
            l.text(&link.names).to_string(),
            l.code("collaboration-kind", link.kind.code()),
            l.code("collaboration-state", link.state.code()),
            names(&l, &line, Role::A),
            names(&l, &line, Role::B),
            names(&l, &line, Role::Supporter),
            l.edtf(&link.since),
            sizes.collect::<Vec<_>>().join("; "),
            link.source.clone(),
        ]
        .map(Cell::Text)
        .to_vec()
    });
    let titles = [
        ("book-name", 50.0),
        ("collaboration-kind", 24.0),
        ("collaboration-state", 14.0),
        ("collaboration-a", 30.0),
        ("collaboration-b", 30.0),
        ("collaboration-supporter", 24.0),
        ("see-since", 12.0),
        ("collaboration-size", 40.0),
        ("see-source", 10.0),
    ];
    let columns = titles.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect();
    Ok(Sheet { name: l.t("nav-collaborations"), columns, rows: rows.collect() })
}
