//! Who cooperates with whom, as points and lines: what the map, the matrix and the networks are drawn from (R43, R48-R50).

pub mod ego;
pub mod matrix;

use crate::{Text3, edtf::Edtf};
use std::collections::BTreeMap;

/// What a line stands for. The order is the order of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A partnership of places or authorities.
    Partnership,
    /// A link between universities or a joint centre.
    University,
    /// Schools, theatres, hospitals: institution to institution.
    Institution,
    /// A representative office or another service point.
    Office,
    /// A company in a place or with partners there.
    Company,
    /// An unverified twin-town claim.
    Claim,
}

impl Kind {
    pub const ALL: [Kind; 6] = [Kind::Partnership, Kind::University, Kind::Institution, Kind::Office, Kind::Company, Kind::Claim];
    pub fn code(self) -> &'static str {
        match self {
            Kind::Partnership => "partnership",
            Kind::University => "university",
            Kind::Institution => "institution",
            Kind::Office => "office",
            Kind::Company => "company",
            Kind::Claim => "claim",
        }
    }
    pub fn parse(s: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.code() == s)
    }
}

/// Degrees; a place's centre, not its border.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    pub lon: f64,
    pub lat: f64,
}

/// A place or an organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub id: String,
    /// Its page, e.g. `/places/jiangsu`.
    pub path: String,
    pub names: Text3,
    /// ISO 3166-1, or empty.
    pub country: String,
    /// A place of its own, or what the organisation's place says.
    pub is_place: bool,
    pub spot: Option<Spot>,
    /// The place that holds it: the containing place, or where the organisation sits.
    pub within: Option<String>,
}

/// Years that a relation is known to have lasted; open where not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub from: Option<i16>,
    pub to: Option<i16>,
}

impl Span {
    /// Whether it may have been alive in some year of the period. What is not dated is never hidden by a date.
    pub fn meets(self, from: Option<i16>, to: Option<i16>) -> bool {
        let begins_late = matches!((self.from, to), (Some(begin), Some(last)) if begin > last);
        let ends_early = matches!((self.to, from), (Some(end), Some(first)) if end < first);
        !begins_late && !ends_early
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    pub kind: Kind,
    /// What the relation itself is called, where it has words of its own.
    pub label: Text3,
    /// Otherwise the catalogue's key for its kind, e.g. `collaboration-kind-exchange`.
    pub word: String,
    pub a: String,
    pub b: String,
    /// For the table; `years` for the filter.
    pub since: Edtf,
    pub years: Span,
    pub themes: Vec<Text3>,
    /// Where it is told in full; empty for a claim.
    pub path: String,
    /// Slugs of the sources that state it.
    pub sources: Vec<String>,
}

impl Edge {
    /// Only one source states it: nobody else has confirmed it.
    pub fn one_side_says(&self) -> bool {
        self.sources.len() < 2
    }
    pub fn joins(&self, id: &str) -> bool {
        self.a == id || self.b == id
    }
    pub fn other(&self, id: &str) -> &str {
        if self.a == id { &self.b } else { &self.a }
    }
}

/// What the reader wants to see; empty means everything but claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub theme: String,
    pub kind: Option<Kind>,
    pub from: Option<i16>,
    pub to: Option<i16>,
    pub claims: bool,
}

impl Filter {
    /// A theme is chosen by its English word, which stands in the address.
    pub fn lets(&self, edge: &Edge) -> bool {
        (edge.kind != Kind::Claim || self.claims || self.kind == Some(Kind::Claim))
            && self.kind.is_none_or(|k| k == edge.kind)
            && (self.theme.is_empty() || edge.themes.iter().any(|t| t.en == self.theme))
            && edge.years.meets(self.from, self.to)
    }
}

/// Points and lines.
#[derive(Clone, Debug, Default)]
pub struct Web {
    pub nodes: BTreeMap<String, Node>,
    pub edges: Vec<Edge>,
}

impl Web {
    /// The lines that the filter lets through, and all points.
    pub fn filtered(&self, filter: &Filter) -> Web {
        Web { nodes: self.nodes.clone(), edges: self.edges.iter().filter(|e| filter.lets(e)).cloned().collect() }
    }

    /// Every theme that a line has, by its English word.
    pub fn themes(&self) -> Vec<Text3> {
        let all: BTreeMap<&str, &Text3> = self.edges.iter().flat_map(|e| &e.themes).map(|t| (t.en.as_str(), t)).collect();
        all.into_values().cloned().collect()
    }

    /// Where a node stands on the map: its own spot, or that of the nearest place around it.
    pub fn spot(&self, id: &str) -> Option<Spot> {
        self.chain(id).find_map(|n| n.spot)
    }

    /// The place that stands for a node on the map and in the matrix: itself or what holds it.
    pub fn place_of(&self, id: &str) -> Option<&Node> {
        self.chain(id).find(|n| n.is_place)
    }

    pub fn country(&self, id: &str) -> &str {
        self.chain(id).find(|n| !n.country.is_empty()).map_or("", |n| n.country.as_str())
    }

    /// Whether one is the other or lies in it.
    pub fn lies_in(&self, id: &str, holder: &str) -> bool {
        self.chain(id).any(|n| n.id == holder)
    }

    /// The node, then what holds it, outwards. Stops where a containment leads back to itself.
    fn chain<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Node> {
        let first = self.nodes.get(id);
        std::iter::successors(first, |n| n.within.as_ref().and_then(|w| self.nodes.get(w))).take(8)
    }
}

#[cfg(test)]
mod tests;
