//! The table beside a picture: every line of it in words, to read, to sort and to download.

use crate::kit::{Frame, Listing, listing::by_text};
use domain::see::{Edge, Kind, Web};
use i18n::search;
use papers::sheet::{Cell, Column, Sheet};

/// One relation in the reader's words.
pub struct Row {
    pub kind: &'static str,
    pub label: String,
    /// Name and page of both ends.
    pub a: (String, String),
    pub b: (String, String),
    pub since: String,
    /// First year, for the order; unknown comes last.
    pub year: i16,
    pub themes: String,
    pub path: String,
    pub one_side: bool,
    pub sources: String,
}

pub fn row(l: &Frame, web: &Web, e: &Edge) -> Row {
    let end =
        |id: &str| web.nodes.get(id).map_or_else(|| (id.to_string(), String::new()), |n| (l.text(&n.names).to_string(), n.path.clone()));
    let themes: Vec<&str> = e.themes.iter().map(|t| l.text(t)).collect();
    Row {
        kind: e.kind.code(),
        label: match (l.text(&e.label), e.word.as_str()) {
            ("", "") => l.code("see-kind", e.kind.code()),
            ("", word) => l.t(word),
            (own, _) => own.to_string(),
        },
        a: end(&e.a),
        b: end(&e.b),
        since: l.edtf(&e.since),
        year: e.years.from.unwrap_or(i16::MAX),
        themes: i18n::format::list(l.lang, &themes),
        path: e.path.clone(),
        one_side: e.one_side_says(),
        sources: e.sources.join(", "),
    }
}

/// What a line says when it is pointed at or read aloud.
pub fn words(l: &Frame, web: &Web, e: &Edge) -> String {
    let r = row(l, web, e);
    let mut words = l.t3("see-line", "a", &r.a.0, "b", &r.b.0, "label", &r.label);
    if !r.since.is_empty() {
        words.push_str(&l.t1("see-line-since", "since", &r.since));
    }
    if r.one_side && e.kind != Kind::Claim {
        words.push_str(&l.t("see-line-one-side"));
    }
    words
}

/// The kinds that stand in a picture, in the legend's order.
pub fn kinds<'a>(edges: impl Iterator<Item = &'a Edge>) -> Vec<&'static str> {
    let found: std::collections::BTreeSet<Kind> = edges.map(|e| e.kind).collect();
    found.into_iter().map(Kind::code).collect()
}

const COLUMNS: [&str; 4] = ["a", "b", "kind", "since"];

/// Searched, sorted, one page of it.
pub fn page(l: &Frame, web: &Web) -> (Listing, Vec<Row>) {
    let mut s = Listing::read(&l.visit.here, &COLUMNS);
    let all = web.edges.iter().map(|e| row(l, web, e)).collect();
    let text = |r: &Row| search::fold(&[r.a.0.as_str(), &r.b.0, &r.label, &r.themes].join(" · "));
    let rows = s.apply(all, text, |column, x, y| match column {
        "b" => by_text(l.lang, &x.b.0, &y.b.0),
        "kind" => by_text(l.lang, &x.label, &y.label),
        "since" => x.year.cmp(&y.year),
        _ => by_text(l.lang, &x.a.0, &y.a.0),
    });
    (s, rows)
}

pub fn sheet(l: &Frame, web: &Web) -> Sheet {
    let titles = [
        ("see-one", 34.0),
        ("see-other", 34.0),
        ("see-kind", 22.0),
        ("see-called", 30.0),
        ("see-since", 14.0),
        ("see-themes", 40.0),
        ("see-source", 12.0),
    ];
    let cells = |r: Row| {
        let kind = l.code("see-kind", r.kind);
        [r.a.0, r.b.0, kind, r.label, r.since, r.themes, r.sources].map(Cell::Text).into()
    };
    Sheet {
        name: l.t("see-relations"),
        columns: titles.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect(),
        rows: web.edges.iter().map(|e| cells(row(l, web, e))).collect(),
    }
}
