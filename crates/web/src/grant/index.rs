//! The funded projects of a call with both sides' columns, the pots, and the ways to papers and letters.

use super::own_party;
use crate::kit::{Answer, App, Frame, Listing, Problem, Visit, frame::civil, listing::by_text, visit::download};
use actions::grant::{self, Overview, Project, Purse};
use askama::Template;
use axum::extract::{Path, State};
use domain::{
    PartyCode,
    grant::{Next, Side},
    priority::match_index,
};
use papers::sheet::{self, Cell, Column, Sheet};
use std::cmp::Ordering;

#[derive(Template)]
#[template(path = "grant/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    v: Overview,
    /// The party the reader speaks for, where it is one of the two.
    own: Option<PartyCode>,
    rows: Vec<Project>,
    /// Per party: projects in which it has to act now.
    turns: Vec<(PartyCode, usize)>,
}

impl Index {
    fn trail(&self) -> Vec<(String, String)> {
        vec![("/calls".into(), self.l.t("nav-calls")), (format!("/calls/{}", self.v.call.slug), self.l.text(&self.v.call.title).into())]
    }
    fn sides<'a>(&self, p: &'a Project) -> &'a [Side; 2] {
        &p.grant.sides
    }
    fn nexts(&self, p: &Project) -> [Next; 2] {
        p.grant.next()
    }
    fn match_of(&self) -> Option<i64> {
        match_index([self.v.purses.first()?.hours, self.v.purses.get(1)?.hours])
    }
    /// Kind and sentence of the turn notice.
    fn turn(&self) -> (&'static str, String) {
        let own = self.turns.iter().find(|(p, n)| Some(p) == self.own.as_ref() && *n > 0);
        let other = self.turns.iter().find(|(p, n)| Some(p) != self.own.as_ref() && *n > 0);
        match (own, other) {
            (Some((_, n)), _) => ("you", self.l.t1("grant-turn-you", "count", *n)),
            (None, Some((party, _))) => ("party", self.l.t1("grant-turn-other", "party", self.l.party(party))),
            (None, None) => ("nobody", self.l.t("grant-turn-nobody")),
        }
    }
    fn left(&self, p: &Purse) -> String {
        self.l.money(p.left())
    }
}

/// How many projects wait for each party.
fn turns(v: &Overview) -> Vec<(PartyCode, usize)> {
    let acts = |party: &PartyCode| {
        let waiting = v.projects.iter().filter(|p| {
            let own = |n: &Next| &n.party == party && n.step.is_open() && n.waits_for.is_none();
            p.grant.next().iter().any(own)
        });
        waiting.count()
    };
    v.call.parties.iter().map(|p| (p.clone(), acts(p))).collect()
}

fn order(l: &Frame, column: &str, a: &Project, b: &Project) -> Ordering {
    match column {
        "title" => by_text(l.lang, &a.title, &b.title),
        _ => a.grant.number.cmp(&b.grant.number),
    }
}

fn text(p: &Project) -> String {
    let names: Vec<&str> = p.grant.participants.iter().map(|x| x.name.as_str()).collect();
    i18n::search::fold(&format!("{} {} {}", p.grant.number, p.title, names.join(" ")))
}

pub async fn index(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let v = grant::overview(&app.desk, &visit.viewer, &slug).await?;
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &["number", "title"]);
    let rows = s.apply(v.projects.clone(), text, |column, a, b| order(&l, column, a, b));
    let own = own_party(&visit.viewer, &v.call);
    visit.page(&Index { turns: turns(&v), rows, own, s, v, l })
}

pub async fn spreadsheet(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let v = grant::overview(&app.desk, &visit.viewer, &slug).await?;
    let bytes =
        sheet::xlsx(&[table(&visit.frame(), &v)], made(&visit.frame(), app.desk.now())).map_err(|e| Problem::from(anyhow::anyhow!(e)))?;
    const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(download(&format!("{slug}-grants.xlsx"), TYPE, bytes))
}

pub async fn comma_separated(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let v = grant::overview(&app.desk, &visit.viewer, &slug).await?;
    let bytes = sheet::csv(&table(&visit.frame(), &v)).map_err(|e| Problem::from(anyhow::anyhow!(e)))?;
    Ok(download(&format!("{slug}-grants.csv"), "text/csv; charset=utf-8", bytes))
}

/// The day of the file, on the reader's own wall.
fn made(l: &Frame, at: domain::Instant) -> papers::document::Date {
    let c = civil(l.own_zone().wall(at).day);
    papers::document::Date { year: c.year.into(), month: c.month, day: c.day }
}

/// One row a project, five columns a party.
fn table(l: &Frame, v: &Overview) -> Sheet {
    let column = |title: String, width, money| Column { title, width, money };
    let mut columns = vec![
        column(l.t("grant-col-number"), 16.0, false),
        column(l.t("grant-col-title"), 40.0, false),
        column(l.t("grant-col-lead"), 30.0, false),
    ];
    for party in &v.call.parties {
        for (key, money) in [("statement", true), ("recommendation", false), ("decision", false), ("award", true), ("released", true)] {
            let title = format!("{}: {}", l.party(party), l.t(&format!("grant-col-{key}")));
            columns.push(column(title, 18.0, money));
        }
    }
    let money = |m: domain::Money| Cell::Money { minor: m.minor, currency: m.currency.code().into() };
    let day = |d: domain::time::Day| {
        let c = civil(d);
        Cell::Date(papers::document::Date { year: c.year.into(), month: c.month, day: c.day })
    };
    let rows = v.projects.iter().map(|p| {
        let mut row = vec![Cell::Text(p.grant.number.clone()), Cell::Text(p.title.clone()), Cell::Text(p.lead.0.clone())];
        for s in &p.grant.sides {
            row.push(s.statement().map_or(Cell::Empty, |x| money(x.amount)));
            row.push(s.recommendation.as_ref().map_or(Cell::Empty, |x| day(x.meeting.day)));
            row.push(s.decision.as_ref().map_or(Cell::Empty, |x| day(x.meeting.day)));
            row.push(s.award.as_ref().map_or(Cell::Empty, |x| money(x.amount)));
            row.push(money(s.released()));
        }
        row
    });
    Sheet { name: l.t("nav-grants"), rows: rows.collect(), columns }
}
