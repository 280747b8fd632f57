//! Screens of representative offices: the register and one office.

pub mod edit;

use crate::kit::{Answer, App, Frame, Listing, Problem, Visit, export};
use actions::office::{Behind, Line, Page};
use askama::Template;
use axum::extract::{Path, State};
use domain::office::PartyRole;
use papers::sheet::{Cell, Column, Sheet};

const COLUMNS: [&str; 4] = ["opened", "name", "place", "closed"];

#[derive(Template)]
#[template(path = "office/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    lines: Vec<Line>,
    editable: bool,
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &COLUMNS);
    let part = actions::office::page(&app.desk, &s.ask(l.lang, &[])).await?;
    s.count(part.total);
    let editable = l.keeps_book();
    visit.page(&Index { l, s, lines: part.rows, editable })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    export::as_xlsx(&app, &visit.frame(), "offices", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    export::as_csv("offices", &sheet(&app, &visit).await?)
}

async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let rows = actions::office::list(&app.desk).await?.into_iter().map(|x| {
        let o = &x.office;
        let of = |role| behind(&x, role).map(|b| b.names.get(l.lang)).collect::<Vec<_>>().join("; ");
        let closed = o.closing.as_ref().map(|c| if c.closed.is_unknown() { &c.decided } else { &c.closed });
        let words = [o.slug.clone(), o.name.get(l.lang).to_string(), x.place.get(l.lang).to_string(), o.opened.as_str().to_string()];
        let more = [
            closed.map(|c| c.as_str().to_string()).unwrap_or_default(),
            of(PartyRole::Owner),
            of(PartyRole::Partner),
            of(PartyRole::Funder),
        ];
        words.into_iter().chain(more).map(Cell::Text).collect()
    });
    let titles = [
        ("book-slug", 24.0),
        ("office-name", 40.0),
        ("office-place", 20.0),
        ("office-opened", 12.0),
        ("office-closed", 12.0),
        ("office-role-owner", 40.0),
        ("office-role-partner", 40.0),
        ("office-role-funder", 40.0),
    ];
    Ok(Sheet { name: l.t("nav-offices"), columns: titles.iter().map(|(k, w)| Column::new(l.t(k), *w)).collect(), rows: rows.collect() })
}

fn behind(x: &Line, role: PartyRole) -> impl Iterator<Item = &Behind> {
    x.parties.iter().filter(move |b| b.party.role == role)
}

#[derive(Template)]
#[template(path = "office/show.html")]
struct Show {
    l: Frame,
    p: Page,
}

impl Show {
    fn of(&self, role: &PartyRole) -> Vec<&Behind> {
        behind(&self.p.line, *role).collect()
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = actions::office::show(&app.desk, &visit.viewer, &slug).await?;
    visit.page(&Show { l: visit.frame(), p })
}
