//! A network as SVG: the node and what lies in it on the left, everybody they are tied to on the right. Narrow enough for a telephone.

use domain::{
    Lang,
    see::{
        Node,
        ego::{Branch, Tie},
    },
};

const WIDTH: i64 = 390;
const LEFT_END: i64 = 140;
const RIGHT_START: i64 = 232;
/// Height of a line of words, and the gap between two names.
const LINE: i64 = 16;
const GAP: i64 = 14;
/// Room for words in a column, in hundredths of an em.
const ROOM: usize = 1050;

pub struct Drawing {
    pub width: i64,
    pub height: i64,
    pub family: Vec<Name>,
    pub others: Vec<Name>,
    pub ties: Vec<Line>,
}

pub struct Name {
    pub lines: Vec<(i64, String)>,
    pub x: i64,
    pub path: String,
    /// The one the page is about.
    pub own: bool,
    /// Where its ties begin.
    pub at: (i64, i64),
    pub is_place: bool,
}

pub struct Line {
    pub kind: &'static str,
    pub path: String,
    pub words: String,
    pub one_side: Option<(i64, i64)>,
}

pub fn draw(branches: &[Branch], lang: Lang, words: impl Fn(&Tie) -> String) -> Drawing {
    let mut family: Vec<Name> = Vec::new();
    let mut y = 24;
    for (i, branch) in branches.iter().enumerate() {
        family.push(name(branch.node, lang, LEFT_END, y, i == 0));
        y = family.last().map_or(y, end) + GAP;
    }
    let left_height = y;
    let others = others(branches, &family);
    let mut y = 24;
    let mut right: Vec<Name> = Vec::new();
    for node in &others {
        right.push(name(node, lang, RIGHT_START, y, false));
        y = right.last().map_or(y, end) + GAP;
    }
    // The shorter column stands in the middle of the longer one.
    let height = left_height.max(y);
    let moved = (height - left_height) / 2;
    let moved_right = (height - y) / 2;
    family.iter_mut().for_each(|n| n.down(moved));
    right.iter_mut().for_each(|n| n.down(moved_right));
    let mut ties = Vec::new();
    for (branch, from) in branches.iter().zip(&family) {
        for tie in &branch.ties {
            let Some(to) = others.iter().position(|n| n.id == tie.other.id).and_then(|i| right.get(i)) else { continue };
            let aside = 7 * ties.iter().filter(|l: &&Line| l.starts(from.at) && l.ends(to.at)).count() as i64;
            ties.push(line(from.at, to.at, aside, tie, &words));
        }
    }
    Drawing { width: WIDTH, height: height + 8, family, others: right, ties }
}

impl Name {
    fn down(&mut self, by: i64) {
        self.lines.iter_mut().for_each(|(y, _)| *y += by);
        self.at.1 += by;
    }
}

fn end(n: &Name) -> i64 {
    n.lines.last().map_or(0, |(y, _)| *y + 4)
}

impl Line {
    fn starts(&self, at: (i64, i64)) -> bool {
        self.path.starts_with(&format!("M{} {}C", at.0, at.1))
    }
    fn ends(&self, at: (i64, i64)) -> bool {
        self.path.ends_with(&format!(" {} {}", at.0, at.1))
    }
}

fn line(p: (i64, i64), q: (i64, i64), aside: i64, tie: &Tie, words: impl Fn(&Tie) -> String) -> Line {
    let middle = i64::midpoint(p.0, q.0);
    let path = format!("M{} {}C{middle} {} {middle} {} {} {}", p.0, p.1, p.1 - aside, q.1 - aside, q.0, q.1);
    let centre = (middle, i64::midpoint(p.1, q.1) - aside * 3 / 4);
    Line { kind: tie.edge.kind.code(), path, words: words(tie), one_side: tie.edge.one_side_says().then_some(centre) }
}

/// Everybody outside, each once, near the height of those they are tied to: fewer lines cross.
fn others<'a>(branches: &[Branch<'a>], family: &[Name]) -> Vec<&'a Node> {
    let mut all: Vec<(&'a Node, Vec<i64>)> = Vec::new();
    for (branch, from) in branches.iter().zip(family) {
        for tie in &branch.ties {
            match all.iter_mut().find(|(n, _)| n.id == tie.other.id) {
                Some((_, heights)) => heights.push(from.at.1),
                None => all.push((tie.other, vec![from.at.1])),
            }
        }
    }
    all.sort_by_key(|(_, heights)| heights.iter().sum::<i64>() / heights.len() as i64);
    all.into_iter().map(|(n, _)| n).collect()
}

fn name(node: &Node, lang: Lang, x: i64, top: i64, own: bool) -> Name {
    let lines: Vec<(i64, String)> = wrap(node.names.get(lang)).into_iter().enumerate().map(|(i, l)| (top + i as i64 * LINE, l)).collect();
    let middle = top + (lines.len() as i64 - 1) * LINE / 2 - 4;
    let at = if x == LEFT_END { (x + 12, middle) } else { (x - 12, middle) };
    Name { lines, x, path: node.path.clone(), own, at, is_place: node.is_place }
}

/// Breaks a name into lines: at spaces and hyphens, Chinese anywhere.
fn wrap(name: &str) -> Vec<String> {
    let width = |c: char| if c.is_ascii() || ('\u{80}'..'\u{2000}').contains(&c) { 56 } else { 100 };
    let mut lines: Vec<String> = vec![String::new()];
    let mut used = 0;
    for piece in pieces(name) {
        let wide: usize = piece.trim_end().chars().map(width).sum();
        if used > 0 && used + wide > ROOM {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(&piece);
        }
        used += piece.chars().map(width).sum::<usize>();
    }
    lines.iter().map(|l| l.trim().to_string()).collect()
}

fn pieces(name: &str) -> Vec<String> {
    let mut pieces: Vec<String> = vec![String::new()];
    for c in name.chars() {
        let chinese = c as u32 >= 0x2e80;
        if chinese && pieces.last().is_some_and(|p| !p.is_empty()) {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
        if chinese || c == ' ' || c == '-' {
            pieces.push(String::new());
        }
    }
    pieces.retain(|p| !p.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        Text3,
        edtf::Edtf,
        see::{Edge, Kind, Span},
    };

    #[test]
    fn names_break_where_readers_expect() {
        assert_eq!(
            wrap("Nanjing University of Posts and Telecommunications"),
            ["Nanjing University", "of Posts and", "Telecommunications"]
        );
        assert_eq!(wrap("南京邮电大学国际教育学院"), ["南京邮电大学国际教育", "学院"]);
        assert_eq!(wrap("Wuxi"), ["Wuxi"]);
        assert_eq!(wrap("Baden-Württemberg"), ["Baden-Württemberg"]);
    }

    fn node(id: &str) -> Node {
        Node {
            id: id.into(),
            path: String::new(),
            names: Text3::new(id, id, id),
            country: String::new(),
            is_place: true,
            spot: None,
            within: None,
        }
    }

    #[test]
    fn everybody_stands_once_and_no_names_overlap() {
        let nodes: Vec<Node> = ["jiangsu", "wuxi", "a long name of a place", "b", "c"].map(node).into();
        let edge = |n: usize| Edge {
            kind: Kind::Partnership,
            label: Text3::default(),
            word: String::new(),
            a: String::new(),
            b: String::new(),
            since: Edtf::default(),
            years: Span::default(),
            themes: vec![],
            path: n.to_string(),
            sources: vec!["s2".into()],
        };
        let edges: Vec<Edge> = (0..4).map(edge).collect();
        let tie = |e: usize, n: usize| Tie { edge: &edges[e], other: &nodes[n] };
        let branches = vec![
            Branch { node: &nodes[0], ties: vec![tie(0, 2), tie(1, 3)] },
            Branch { node: &nodes[1], ties: vec![tie(2, 3), tie(3, 3)] },
        ];
        let d = draw(&branches, Lang::En, |_| String::new());
        assert_eq!((d.family.len(), d.others.len(), d.ties.len()), (2, 2, 4));
        assert_ne!(d.ties[2].path, d.ties[3].path, "two ties of the same two lie side by side");
        for column in [&d.family, &d.others] {
            let ends: Vec<(i64, i64)> = column.iter().map(|n| (n.lines[0].0, end(n))).collect();
            assert!(ends.windows(2).all(|w| w[0].1 < w[1].0), "{ends:?}");
            assert!(ends.iter().all(|(_, e)| *e <= d.height));
        }
    }
}
