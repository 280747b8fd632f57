//! The frontier of two pots as SVG: staircases of equal best value, the pots as dashed lines, the current cut as a ring.

use crate::kit::Frame;
use actions::priority::{
    cut::{Cut, Table},
    picture::{Contour as Line, Picture},
};
use domain::Money;

const WIDTH: i64 = 900;
const HEIGHT: i64 = 520;
const LEFT: i64 = 110;
const RIGHT: i64 = 70;
const TOP: i64 = 20;
const BOTTOM: i64 = 70;

/// Ready coordinates and words.
pub struct Drawing {
    pub contours: Vec<Contour>,
    /// Place of the pots, of the cut.
    pub pot: (i64, i64),
    pub cut: (i64, i64),
    /// Edges of the plot: left, top, right, bottom.
    pub frame: (i64, i64, i64, i64),
    /// Places and words along the axes.
    pub across: Vec<(i64, String)>,
    pub up: Vec<(i64, String)>,
    /// Steps for the table beside the picture: per pot, amount and best value, the last the pots can buy marked.
    pub steps: [(String, Vec<(String, i64, bool)>); 2],
    /// Words of the two axes.
    pub names: [String; 2],
    pub best: i64,
    pub sampled: bool,
}

pub struct Contour {
    pub path: String,
    pub value: i64,
    /// Where its word stands.
    pub label: (i64, i64),
    /// The one through the pots.
    pub own: bool,
}

/// Draws from nothing to a little beyond the pots.
pub fn draw(l: &Frame, table: &Table, cut: &Cut, p: &Picture) -> Drawing {
    let far = [0, 1].map(|side: usize| {
        let wanted = p.pots[side].saturating_mul(3) / 2;
        wanted.max(cut.spent[side].minor).clamp(1, p.reach[side].max(p.pots[side]).max(1))
    });
    let scale =
        |side: usize, minor: i64, length: i64| (i128::from(minor.clamp(0, far[side])) * i128::from(length) / i128::from(far[side])) as i64;
    let x = |minor: i64| LEFT + scale(0, minor, WIDTH - LEFT - RIGHT);
    let y = |minor: i64| HEIGHT - BOTTOM - scale(1, minor, HEIGHT - TOP - BOTTOM);
    let marks = |side: usize| -> Vec<i64> { (0..=4).map(|n| far[side] / 4 * n).collect() };
    let words = |minor: i64, side: usize| l.money_compact(Money::new(minor, table.pots[side].currency));
    let inside = |c: &&Line| c.corners.iter().any(|[a, b]| *a <= far[0] && *b <= far[1]);
    Drawing {
        contours: p.contours.iter().filter(inside).map(|c| contour(c, far, &x, &y, p.best)).collect(),
        pot: (x(p.pots[0]), y(p.pots[1])),
        cut: (x(cut.spent[0].minor), y(cut.spent[1].minor)),
        frame: (LEFT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM),
        across: marks(0).into_iter().map(|m| (x(m), words(m, 0))).collect(),
        up: marks(1).into_iter().map(|m| (y(m), words(m, 1))).collect(),
        steps: [0, 1].map(|side: usize| (l.party(&table.parties[side]), steps(l, table, p, side))),
        names: [0, 1].map(|side: usize| l.t1("frontier-axis", "party", l.party(&table.parties[side]))),
        best: p.best,
        sampled: p.sampled,
    }
}

fn contour(c: &Line, far: [i64; 2], x: &impl Fn(i64) -> i64, y: &impl Fn(i64) -> i64, best: i64) -> Contour {
    let corners: Vec<[i64; 2]> = c.corners.iter().copied().filter(|[a, b]| *a <= far[0] && *b <= far[1]).collect();
    let mut path = String::new();
    for (i, [a, b]) in corners.iter().enumerate() {
        if i == 0 {
            path.push_str(&format!("M{} {TOP}V{}", x(*a), y(*b)));
        } else {
            path.push_str(&format!("H{}V{}", x(*a), y(*b)));
        }
    }
    let end = corners.last().map_or(HEIGHT - BOTTOM, |[_, b]| y(*b));
    path.push_str(&format!("H{}", WIDTH - RIGHT));
    Contour { path, value: c.value, label: (WIDTH - RIGHT + 6, end + 4), own: c.value == best }
}

/// Up to ten steps about the pot.
fn steps(l: &Frame, table: &Table, p: &Picture, side: usize) -> Vec<(String, i64, bool)> {
    let all = &p.steps[side];
    let here = all.iter().rposition(|s| s.budget <= p.pots[side]).unwrap_or(0);
    let from = here.saturating_sub(4);
    let each = all.iter().enumerate().skip(from).take(10);
    each.map(|(i, s)| (l.money_whole(Money::new(s.budget, table.pots[side].currency)), s.value, i == here)).collect()
}
