//! The gift register of all delegations, in both directions.

use crate::kit::{
    Answer, App, Frame, Listing, Problem, Visit,
    export::{as_csv, as_xlsx},
    listing::by_text,
};
use actions::delegation::register::{self, Given};
use askama::Template;
use axum::extract::State;
use papers::sheet::{Cell, Column, Sheet};

#[derive(Template)]
#[template(path = "delegation/gifts.html")]
struct Page {
    l: Frame,
    s: Listing,
    rows: Vec<Given>,
}

impl Page {
    fn direction(&self, g: &Given) -> String {
        direction(&self.l, g)
    }
    fn answer(&self, g: &Given) -> String {
        answer(&self.l, g)
    }
}

fn direction(l: &Frame, g: &Given) -> String {
    format!("{} → {}", l.country(&g.from), l.country(&g.to))
}

/// Accepted with what became of it, or declined.
fn answer(l: &Frame, g: &Given) -> String {
    if g.gift.accepted {
        format!(
            "{}{}{}",
            l.t("delegation-gift-accepted"),
            l.t("delegation-comma"),
            l.code("delegation-gift-disposal", g.gift.disposal.code())
        )
    } else {
        l.t("delegation-gift-declined")
    }
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let all = register::gifts(&app.desk, &visit.viewer).await?;
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &["day", "what", "direction"]);
    let rows = s.apply(
        all,
        |g| i18n::search::fold(&format!("{} {} {} {}", g.gift.what, g.gift.giver_name, g.gift.recipient, l.text(&g.title))),
        |column, a, b| match column {
            "what" => by_text(l.lang, &a.gift.what, &b.gift.what),
            "direction" => (&a.from, &a.to).cmp(&(&b.from, &b.to)),
            // The newest first.
            _ => b.gift.day.cmp(&a.gift.day),
        },
    );
    visit.page(&Page { s, rows, l })
}

async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let columns = [
        ("delegation-gift-day", 12.0),
        ("delegation-gift-what", 40.0),
        ("delegation-direction", 24.0),
        ("delegation-gift-giver", 30.0),
        ("delegation-gift-recipient", 30.0),
        ("delegation-gift-value", 16.0),
        ("delegation-gift-answer", 30.0),
        ("delegation-title", 40.0),
    ];
    let line = |g: &Given| {
        let texts = [
            g.gift.day.iso(),
            g.gift.what.clone(),
            direction(&l, g),
            g.gift.giver_name.clone(),
            g.gift.recipient.clone(),
            l.money(g.gift.value),
            answer(&l, g),
            l.text(&g.title).to_string(),
        ];
        texts.into_iter().map(Cell::Text).collect()
    };
    let rows = register::gifts(&app.desk, &visit.viewer).await?.iter().map(line).collect();
    Ok(Sheet { name: l.t("gift-register"), columns: columns.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect(), rows })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    as_xlsx(&app, &visit.frame(), "gifts", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    as_csv("gifts", &sheet(&app, &visit).await?)
}
