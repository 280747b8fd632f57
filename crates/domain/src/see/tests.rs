//! Filters, places that stand for others, the matrix and the network, on a small web.

use super::{ego::network, matrix::Matrix, *};
use crate::edtf::Edtf;

fn node(id: &str, country: &str, within: Option<&str>, spot: Option<(f64, f64)>) -> (String, Node) {
    let is_place = !id.starts_with("org");
    let spot = spot.map(|(lon, lat)| Spot { lon, lat });
    let node = Node {
        id: id.into(),
        path: format!("/{id}"),
        names: Text3::new(id, id, id),
        country: country.into(),
        is_place,
        spot,
        within: within.map(str::to_string),
    };
    (id.into(), node)
}

fn edge(kind: Kind, a: &str, b: &str, years: (Option<i16>, Option<i16>), theme: &str, sources: usize) -> Edge {
    Edge {
        kind,
        label: Text3::default(),
        word: String::new(),
        a: a.into(),
        b: b.into(),
        since: Edtf::default(),
        years: Span { from: years.0, to: years.1 },
        themes: vec![Text3::new(theme, theme, theme)],
        path: format!("/{a}-{b}"),
        sources: (0..sources).map(|n| n.to_string()).collect(),
    }
}

fn web() -> Web {
    let nodes = [
        node("dk", "DK", None, None),
        node("rm", "", Some("dk"), Some((9.4, 56.45))),
        node("org-dtu", "", Some("dk"), Some((12.5, 55.8))),
        node("cn", "CN", None, None),
        node("jiangsu", "", Some("cn"), Some((118.8, 32.1))),
        node("wuxi", "", Some("jiangsu"), None),
        node("org-nju", "", Some("jiangsu"), None),
        node("veneto", "IT", None, Some((12.3, 45.4))),
    ];
    let edges = vec![
        edge(Kind::Partnership, "rm", "wuxi", (Some(2007), Some(2020)), "schools", 1),
        edge(Kind::University, "org-dtu", "org-nju", (None, None), "research", 1),
        edge(Kind::Partnership, "veneto", "jiangsu", (None, None), "trade", 2),
        edge(Kind::Claim, "rm", "jiangsu", (None, None), "", 1),
    ];
    Web { nodes: nodes.into(), edges }
}

#[test]
fn claims_are_hidden_until_asked_for() {
    let shown = |f: Filter| web().filtered(&f).edges.len();
    assert_eq!(shown(Filter::default()), 3);
    assert_eq!(shown(Filter { claims: true, ..Filter::default() }), 4);
    assert_eq!(shown(Filter { kind: Some(Kind::Claim), ..Filter::default() }), 1);
    assert_eq!(shown(Filter { theme: "schools".into(), ..Filter::default() }), 1);
}

#[test]
fn a_period_hides_only_what_is_dated_outside_it() {
    let shown = |from, to| web().filtered(&Filter { from, to, ..Filter::default() }).edges.len();
    assert_eq!(shown(Some(2021), None), 2, "ended in 2020");
    assert_eq!(shown(None, Some(2006)), 2, "begun in 2007");
    assert_eq!(shown(Some(2020), Some(2020)), 3);
}

#[test]
fn a_node_without_a_spot_stands_where_its_place_does() {
    let w = web();
    assert_eq!(w.spot("org-nju"), w.spot("jiangsu"));
    assert_eq!(w.spot("wuxi"), Some(Spot { lon: 118.8, lat: 32.1 }));
    assert_eq!((w.country("org-nju"), w.spot("dk")), ("CN", None));
    let mut round = web();
    round.nodes.get_mut("cn").unwrap().within = Some("wuxi".into());
    assert_eq!(round.country("dk"), "DK");
    assert_eq!(round.spot("cn"), w.spot("jiangsu"), "a circle ends");
}

#[test]
fn the_matrix_sets_places_of_one_country_against_the_other() {
    let w = web();
    let m = Matrix::new(&w, "DK", "CN");
    let names = |nodes: &[&Node]| nodes.iter().map(|n| n.id.clone()).collect::<Vec<_>>();
    assert_eq!((names(&m.rows), names(&m.columns)), (vec!["dk".into(), "rm".into()], vec!["jiangsu".to_string(), "wuxi".into()]));
    assert_eq!(m.cell("rm", "wuxi").len(), 1);
    assert_eq!(m.cell("dk", "jiangsu")[0].kind, Kind::University);
    assert!(m.cell("dk", "wuxi").is_empty());
    assert_eq!(m.filled(), 3);
}

#[test]
fn a_network_holds_what_lies_within() {
    let w = web().filtered(&Filter::default());
    let branches = network(&w, "jiangsu");
    let told: Vec<(String, Vec<String>)> =
        branches.iter().map(|b| (b.node.id.clone(), b.ties.iter().map(|t| t.other.id.clone()).collect())).collect();
    assert_eq!(
        told,
        [
            ("jiangsu".to_string(), vec!["veneto".to_string()]),
            ("wuxi".into(), vec!["rm".into()]),
            ("org-nju".into(), vec!["org-dtu".into()])
        ]
    );
    assert_eq!(ego::count(&branches)[&Kind::Partnership], 2);
    assert!(branches[0].ties[0].edge.sources.len() == 2 && !branches[0].ties[0].edge.one_side_says());
    assert!(branches[1].ties[0].edge.one_side_says());
}
