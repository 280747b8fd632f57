//! One place or organisation and everything that touches it, what lies in it included (R49-R51).

use super::{Edge, Kind, Node, Web};
use std::collections::BTreeMap;

/// A member of the family (the node itself, a place or organisation in it) with its relations outwards.
#[derive(Debug)]
pub struct Branch<'a> {
    pub node: &'a Node,
    pub ties: Vec<Tie<'a>>,
}

/// One line from the family to somebody else.
#[derive(Debug)]
pub struct Tie<'a> {
    pub edge: &'a Edge,
    pub other: &'a Node,
}

/// The network of `id`: itself first, then those within it that have relations, by depth and name.
/// Lines inside the family are left out: they are containment, which the indentation shows.
pub fn network<'a>(web: &'a Web, id: &str) -> Vec<Branch<'a>> {
    let family = family(web, id);
    let mut branches: Vec<Branch<'a>> = Vec::new();
    for node in &family {
        let mut ties: Vec<Tie<'a>> = Vec::new();
        for edge in web.edges.iter().filter(|e| e.joins(&node.id)) {
            let Some(other) = web.nodes.get(edge.other(&node.id)) else { continue };
            let told = ties.iter().any(|t| t.other.id == other.id && t.edge.kind == edge.kind && t.edge.path == edge.path);
            if !told && !family.iter().any(|n| n.id == other.id) {
                ties.push(Tie { edge, other });
            }
        }
        ties.sort_by(|a, b| (a.edge.kind, &a.other.names.en).cmp(&(b.edge.kind, &b.other.names.en)));
        if !ties.is_empty() || node.id == id {
            branches.push(Branch { node, ties });
        }
    }
    branches
}

/// The node and all that it holds, nearest first.
fn family<'a>(web: &'a Web, id: &str) -> Vec<&'a Node> {
    let mut held: BTreeMap<&str, Vec<&Node>> = BTreeMap::new();
    for node in web.nodes.values() {
        if let Some(within) = &node.within {
            held.entry(within).or_default().push(node);
        }
    }
    let mut all: Vec<&Node> = web.nodes.get(id).into_iter().collect();
    let mut at = 0;
    while let Some(node) = all.get(at) {
        let mut next: Vec<&Node> = held.get(node.id.as_str()).cloned().unwrap_or_default();
        next.retain(|n| !all.iter().any(|known| known.id == n.id));
        next.sort_by(|a, b| (!a.is_place, &a.names.en).cmp(&(!b.is_place, &b.names.en)));
        all.extend(next);
        at += 1;
    }
    all
}

/// How many lines of each kind, for the legend.
pub fn count(branches: &[Branch]) -> BTreeMap<Kind, usize> {
    let mut count = BTreeMap::new();
    for tie in branches.iter().flat_map(|b| &b.ties) {
        *count.entry(tie.edge.kind).or_default() += 1;
    }
    count
}
