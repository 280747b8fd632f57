//! The register of texts with their dates, one text, and its files.

use super::part;
use crate::kit::{Answer, App, Frame, Listing, Problem, Visit, error::found, export, listing::by_text};
use actions::instrument::{Line, Page};
use askama::Template;
use axum::extract::{Path, State};
use axum::{
    http::{HeaderValue, header},
    response::IntoResponse,
};
use domain::{
    Lang, Text3,
    ids::VersionId,
    instrument::{By, Side, State as Standing, Term, kept},
};
use papers::sheet::{Cell, Column, Sheet};

const COLUMNS: [&str; 6] = ["signed", "title", "partnership", "kind", "state", "notice"];

#[derive(Template)]
#[template(path = "instrument/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    lines: Vec<Line>,
    today: domain::time::Day,
    internal: bool,
}

impl Index {
    fn states(&self) -> Vec<(String, String)> {
        Standing::ALL.iter().map(|k| (k.code().to_string(), self.l.code("instrument-state", k.code()))).collect()
    }
}

fn listed(visit: &Visit, mut lines: Vec<Line>) -> (Listing, Vec<Line>) {
    let lang = visit.viewer.lang;
    let mut s = Listing::read(&visit.here, &COLUMNS);
    let state = s.other("state").to_string();
    lines.retain(|x| state.is_empty() || x.instrument.state.code() == state);
    let rows = s.apply(
        lines,
        |x| x.search.clone(),
        |column, a, b| match column {
            "title" => by_text(lang, a.instrument.title.get(lang), b.instrument.title.get(lang)),
            "partnership" => by_text(lang, &a.partnership.name(lang), &b.partnership.name(lang)),
            "kind" => a.instrument.kind.cmp(&b.instrument.kind),
            "state" => a.instrument.state.cmp(&b.instrument.state),
            // Texts without a date for notice come last.
            "notice" => {
                let key = |x: &Line| (x.clock.is_none(), x.clock.map(|c| c.notice));
                key(a).cmp(&key(b))
            }
            _ => a.instrument.signed.order().cmp(&b.instrument.signed.order()),
        },
    );
    (s, rows)
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let (s, lines) = listed(&visit, actions::instrument::list(&app.desk, &visit.viewer).await?);
    let l = visit.frame();
    let today = export::today(&app, &l)?;
    let internal = domain::decide(&visit.viewer.actor(), domain::Action::ReadBook, &domain::Subject::Site).is_ok();
    visit.page(&Index { l, s, lines, today, internal })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    export::as_xlsx(&app, &visit.frame(), "instruments", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    export::as_csv("instruments", &sheet(&app, &visit).await?)
}

async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let rows = actions::instrument::list(&app.desk, &visit.viewer).await?.into_iter().map(|x| {
        let i = &x.instrument;
        let day = |d: Option<domain::time::Day>| d.map_or(Cell::Text(String::new()), |d| Cell::Date(export::date(d)));
        let words = [i.slug.clone(), i.title.get(l.lang).to_string(), x.partnership.name(l.lang)].into_iter();
        let codes = [l.code("instrument-kind", i.kind.code()), l.code("instrument-state", i.state.code()), i.signed.as_str().to_string()];
        let mut row: Vec<Cell> = words.chain(codes).map(Cell::Text).collect();
        row.extend([day(x.clock.map(|c| c.term.until)), day(x.clock.map(|c| c.notice)), day(x.clock.map(|c| c.review))]);
        row
    });
    let titles = [
        ("book-slug", 24.0),
        ("instrument-title", 50.0),
        ("partnership-title", 50.0),
        ("instrument-kind", 20.0),
        ("instrument-state", 16.0),
        ("instrument-signed", 12.0),
        ("instrument-term-until", 14.0),
        ("instrument-notice", 14.0),
        ("instrument-review", 14.0),
    ];
    Ok(Sheet { name: l.t("nav-instruments"), columns: titles.iter().map(|(k, w)| Column::new(l.t(k), *w)).collect(), rows: rows.collect() })
}

#[derive(Template)]
#[template(path = "instrument/show.html")]
struct Show {
    l: Frame,
    p: Page,
}

impl Show {
    fn trail(&self) -> Vec<(String, String)> {
        let line = &self.p.partnership;
        vec![
            ("/partnerships".to_string(), self.l.t("nav-partnerships")),
            (format!("/partnerships/{}", line.partnership.slug), line.name(self.l.lang)),
        ]
    }
    fn bound(&self, side: &Side) -> Vec<&actions::instrument::BoundBy> {
        self.p.whole.bound.iter().filter(|b| b.bound.side == *side).collect()
    }
    fn labels(&self) -> Vec<(Side, &Text3)> {
        let own = |side: Side| (side, &self.p.whole.instrument.labels[side.index()]);
        [own(Side::A), own(Side::B)].into_iter().filter(|(_, t)| t.missing().len() < 3).collect()
    }
    fn by(&self, by: &By) -> String {
        part::by(&self.l, &self.p, *by)
    }
    /// The term rule in words.
    fn term(&self) -> String {
        term_words(&self.l, &self.p.whole.instrument.term)
    }
    /// The name of a document's language; the code where it is none of ours.
    fn language(&self, code: &str) -> String {
        Lang::parse(code).map_or_else(|| code.to_string(), |lang| lang.name().to_string())
    }
    fn kept(&self) -> (usize, usize) {
        kept(&self.p.whole.commitments)
    }
    /// Lines of the focus areas.
    fn focus(&self) -> Vec<&str> {
        self.l.text(&self.p.whole.instrument.focus).lines().filter(|x| !x.trim().is_empty()).collect()
    }
}

/// "36 months, then renewed by 12 months at a time; notice 6 months".
pub fn term_words(l: &Frame, term: &Term) -> String {
    let mut words = match *term {
        Term::Unknown => l.t("instrument-term-unknown"),
        Term::Open { .. } => l.t("instrument-term-open"),
        Term::Fixed { months, .. } => l.t1("instrument-term-fixed-months", "count", months),
        Term::Tacit { months, renews, .. } => l.t2("instrument-term-tacit-months", "count", months, "renews", renews),
    };
    let notice = term.notice();
    if notice.months > 0 {
        words = format!("{words} {}", l.t1("instrument-notice-months", "count", notice.months));
    }
    if notice.days > 0 {
        words = format!("{words} {}", l.t1("instrument-notice-days", "count", notice.days));
    }
    words
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = actions::instrument::show(&app.desk, &visit.viewer, &slug).await?;
    visit.page(&Show { l: visit.frame(), p })
}

/// The file of one language version, as it was uploaded.
pub async fn file(State(app): State<App>, visit: Visit, Path((slug, version)): Path<(String, String)>) -> Answer {
    let id = found(VersionId::parse(&version))?;
    let d = actions::instrument::file(&app.desk, &visit.viewer, &slug, &id).await?;
    let mut response = (d.bytes,).into_response();
    let headers = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(&d.media_type) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    let plain: String = d.name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' }).collect();
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{plain}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}
