//! The map as SVG: two windows, west and east, with lines between them; names in a column beside each window, so that none covers another.
//! Points and lines only: no border is drawn, by decision.

use domain::{
    Lang,
    see::{Kind, Spot, Web},
};
use std::collections::{BTreeMap, BTreeSet};

/// Degrees east that part the windows.
const PART: f64 = 60.0;
/// Height a name takes.
const LINE: f64 = 19.0;

/// Where the two windows and their names stand. Tall for a telephone, broad otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    Broad,
    Tall,
}

/// Ready coordinates and words; templates only write them down.
pub struct Drawing {
    pub name: &'static str,
    pub width: i64,
    pub height: i64,
    pub windows: Vec<Window>,
    pub lines: Vec<Line>,
    pub points: Vec<Point>,
}

/// A frame with its net of degrees.
pub struct Window {
    pub x: i64,
    pub y: i64,
    pub width: i64,
    pub height: i64,
    /// Meridians and parallels: path, place of the word, word.
    pub net: Vec<(String, (i64, i64), String)>,
}

pub struct Line {
    pub kind: &'static str,
    pub path: String,
    pub words: String,
    /// Middle of a line that only one source states.
    pub one_side: Option<(i64, i64)>,
}

pub struct Point {
    pub at: (i64, i64),
    pub name: String,
    pub path: String,
    /// Where the name stands, and the line that leads to it.
    pub label: (i64, i64),
    pub anchor: &'static str,
    pub leader: String,
}

/// A window while it is fitted.
struct Frame {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    label_x: f64,
    anchor: &'static str,
}

/// Degrees to pixels: equal steps, narrowed by the cosine of the middle latitude, so that shapes keep near their true proportions.
struct Projection {
    west: f64,
    north: f64,
    across: f64,
    down: f64,
    x: f64,
    y: f64,
}

impl Projection {
    fn fit(spots: &[Spot], f: &Frame) -> Projection {
        let bound = |of: fn(&Spot) -> f64| {
            let (low, high) = spots.iter().map(of).fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(v), h.max(v)));
            // One point alone still needs a window about it.
            let room = ((high - low) * 0.08).max(0.8);
            (low - room, high + room)
        };
        let ((west, east), (south, north)) = (bound(|s| s.lon), bound(|s| s.lat));
        let narrow = f64::midpoint(south, north).to_radians().cos();
        let down = (f.width / ((east - west) * narrow)).min(f.height / (north - south));
        let across = down * narrow;
        // The points in the middle of the window.
        let x = f.x + (f.width - (east - west) * across) / 2.0;
        let y = f.y + (f.height - (north - south) * down) / 2.0;
        Projection { west, north, across, down, x, y }
    }
    fn place(&self, s: Spot) -> (f64, f64) {
        (self.x + (s.lon - self.west) * self.across, self.y + (self.north - s.lat) * self.down)
    }
    fn lon(&self, x: f64) -> f64 {
        self.west + (x - self.x) / self.across
    }
    fn lat(&self, y: f64) -> f64 {
        self.north - (y - self.y) / self.down
    }
}

/// Draws what has a spot; answers also how many relations have none.
/// `words`: what a line says of itself when it is pointed at.
pub fn draw(web: &Web, lang: Lang, shape: Shape, words: impl Fn(&domain::see::Edge) -> String) -> (Drawing, usize) {
    let ends = |id: &str| web.place_of(id).filter(|n| n.spot.is_some()).or_else(|| holder(web, id)).map(|n| n.id.clone());
    let mut shown: Vec<(String, String, &domain::see::Edge)> = Vec::new();
    let mut missing = 0;
    for edge in &web.edges {
        match (ends(&edge.a), ends(&edge.b)) {
            (Some(a), Some(b)) if a != b => shown.push((a, b, edge)),
            (Some(_), Some(_)) => {}
            _ => missing += 1,
        }
    }
    let used: BTreeSet<&String> = shown.iter().flat_map(|(a, b, _)| [a, b]).collect();
    let spots: BTreeMap<&String, Spot> = used.iter().filter_map(|id| Some((*id, web.nodes.get(*id)?.spot?))).collect();
    let sides = [west(&spots), east(&spots)];
    let tallest = sides.iter().map(Vec::len).max().unwrap_or(0) as f64 * LINE;
    let (frames, width, height) = frames(shape, [sides[0].len(), sides[1].len()], tallest);

    let mut at: BTreeMap<&String, (f64, f64)> = BTreeMap::new();
    let (mut windows, mut points) = (Vec::new(), Vec::new());
    for (side, frame) in sides.iter().zip(&frames).filter(|(side, _)| !side.is_empty()) {
        let all: Vec<Spot> = side.iter().map(|id| spots[*id]).collect();
        let projection = Projection::fit(&all, frame);
        windows.push(window(frame, &projection));
        let placed: Vec<(&String, (f64, f64))> = side.iter().map(|id| (*id, projection.place(spots[*id]))).collect();
        points.extend(labels(web, lang, frame, &placed));
        at.extend(placed);
    }
    let lines = lines(&shown, &at, shape, words);
    let name = if shape == Shape::Broad { "broad" } else { "tall" };
    (Drawing { name, width: width as i64, height: height as i64, windows, lines, points }, missing)
}

/// The nearest place around a node that has a spot.
fn holder<'a>(web: &'a Web, id: &str) -> Option<&'a domain::see::Node> {
    let mut node = web.nodes.get(id)?;
    for _ in 0..8 {
        node = web.nodes.get(node.within.as_ref()?)?;
        if node.spot.is_some() && node.is_place {
            return Some(node);
        }
    }
    None
}

fn west<'a>(spots: &BTreeMap<&'a String, Spot>) -> Vec<&'a String> {
    spots.iter().filter(|(_, s)| s.lon < PART).map(|(id, _)| *id).collect()
}

fn east<'a>(spots: &BTreeMap<&'a String, Spot>) -> Vec<&'a String> {
    spots.iter().filter(|(_, s)| s.lon >= PART).map(|(id, _)| *id).collect()
}

fn frames(shape: Shape, names: [usize; 2], tallest: f64) -> ([Frame; 2], f64, f64) {
    match shape {
        Shape::Broad => {
            let height = (tallest + 20.0).max(460.0);
            let frame = |x, label_x, anchor| Frame { x, y: 20.0, width: 300.0, height: height - 20.0, label_x, anchor };
            ([frame(190.0, 180.0, "end"), frame(610.0, 920.0, "start")], 1100.0, height + 40.0)
        }
        Shape::Tall => {
            let tall = |n: usize| (n as f64 * LINE + 10.0).max(230.0);
            let (first, second) = (tall(names[0]), tall(names[1]));
            let frame = |y, height| Frame { x: 6.0, y, width: 205.0, height, label_x: 226.0, anchor: "start" };
            ([frame(16.0, first), frame(first + 90.0, second)], 390.0, first + second + 120.0)
        }
    }
}

/// Meridians and parallels at whole steps, with their degrees.
fn window(f: &Frame, p: &Projection) -> Window {
    let step = |span: f64| [1.0, 2.0, 5.0, 10.0, 20.0].into_iter().find(|s| span / s <= 5.0).unwrap_or(30.0);
    let mut net = Vec::new();
    let (west, east) = (p.lon(f.x), p.lon(f.x + f.width));
    let (south, north) = (p.lat(f.y + f.height), p.lat(f.y));
    let by = step(east - west);
    let mut lon = (west / by).ceil() * by;
    while lon <= east {
        let (x, _) = p.place(Spot { lon, lat: north });
        net.push((format!("M{x:.0} {:.0}v{:.0}", f.y, f.height), (x as i64, (f.y + f.height + 13.0) as i64), format!("{lon:.0}° E")));
        lon += by;
    }
    let by = step(north - south);
    let mut lat = (south / by).ceil() * by;
    while lat <= north {
        let (_, y) = p.place(Spot { lon: west, lat });
        net.push((format!("M{:.0} {y:.0}h{:.0}", f.x, f.width), ((f.x + 20.0) as i64, (y - 3.0) as i64), format!("{lat:.0}° N")));
        lat += by;
    }
    Window { x: f.x as i64, y: f.y as i64, width: f.width as i64, height: f.height as i64, net }
}

/// Names in one column by height, moved apart where they would touch.
fn labels(web: &Web, lang: Lang, f: &Frame, placed: &[(&String, (f64, f64))]) -> Vec<Point> {
    let mut order: Vec<&(&String, (f64, f64))> = placed.iter().collect();
    order.sort_by(|a, b| a.1.1.total_cmp(&b.1.1));
    let wanted: Vec<f64> = order.iter().map(|(_, (_, y))| *y).collect();
    let heights = spread(&wanted, LINE, f.y + 8.0, f.y + f.height);
    let edge = if f.anchor == "end" { f.label_x + 4.0 } else { f.label_x - 4.0 };
    let point = |((id, (x, y)), label_y): (&&(&String, (f64, f64)), f64)| {
        let node = web.nodes.get(*id)?;
        Some(Point {
            at: (*x as i64, *y as i64),
            name: node.names.get(lang).to_string(),
            path: node.path.clone(),
            label: (f.label_x as i64, label_y as i64 + 4),
            anchor: f.anchor,
            leader: format!("M{x:.0} {y:.0}L{edge:.0} {label_y:.0}"),
        })
    };
    order.iter().zip(heights).filter_map(point).collect()
}

/// Moves heights (ascending) apart to at least `gap`, as little as a sweep down and one up allow, within the bounds where they fit.
fn spread(wanted: &[f64], gap: f64, top: f64, bottom: f64) -> Vec<f64> {
    let mut at = wanted.to_vec();
    let mut low = top;
    for y in &mut at {
        *y = y.max(low);
        low = *y + gap;
    }
    let mut high = bottom.max(top + gap * (at.len().max(1) - 1) as f64);
    for y in at.iter_mut().rev() {
        *y = y.min(high);
        high = *y - gap;
    }
    at
}

/// Curves; several relations of the same two places lie side by side.
fn lines(
    shown: &[(String, String, &domain::see::Edge)],
    at: &BTreeMap<&String, (f64, f64)>,
    shape: Shape,
    words: impl Fn(&domain::see::Edge) -> String,
) -> Vec<Line> {
    let mut between: BTreeMap<(&String, &String), Vec<(Kind, &str)>> = BTreeMap::new();
    let mut lines = Vec::new();
    for (a, b, edge) in shown {
        let key = if a < b { (a, b) } else { (b, a) };
        let drawn = between.entry(key).or_default();
        if drawn.contains(&(edge.kind, edge.path.as_str())) {
            continue;
        }
        let aside = drawn.len() as f64 * 16.0;
        drawn.push((edge.kind, edge.path.as_str()));
        let (Some(p), Some(q)) = (at.get(a), at.get(b)) else { continue };
        let (path, middle) = curve(*p, *q, aside, shape);
        lines.push(Line { kind: edge.kind.code(), path, words: words(edge), one_side: edge.one_side_says().then_some(middle) });
    }
    lines
}

/// A curve that leaves and arrives level (upright on the tall map), and its middle.
fn curve(p: (f64, f64), q: (f64, f64), aside: f64, shape: Shape) -> (String, (i64, i64)) {
    let (c, d) = match shape {
        Shape::Broad => {
            let reach = ((q.0 - p.0) / 2.0).abs().max(30.0) * (q.0 - p.0).signum();
            ((p.0 + reach, p.1 - aside), (q.0 - reach, q.1 - aside))
        }
        Shape::Tall => {
            let reach = ((q.1 - p.1) / 2.0).abs().max(30.0) * (q.1 - p.1).signum();
            ((p.0 - aside, p.1 + reach), (q.0 - aside, q.1 - reach))
        }
    };
    let middle = |p: f64, c: f64, d: f64, q: f64| ((p + 3.0 * c + 3.0 * d + q) / 8.0) as i64;
    let path = format!("M{:.0} {:.0}C{:.0} {:.0} {:.0} {:.0} {:.0} {:.0}", p.0, p.1, c.0, c.1, d.0, d.1, q.0, q.1);
    (path, (middle(p.0, c.0, d.0, q.0), middle(p.1, c.1, d.1, q.1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn north_is_up_east_is_right_and_all_points_are_inside() {
        let frame = Frame { x: 10.0, y: 20.0, width: 300.0, height: 400.0, label_x: 0.0, anchor: "end" };
        let spots = [Spot { lon: 9.4, lat: 56.4 }, Spot { lon: 12.3, lat: 45.4 }, Spot { lon: 5.3, lat: 51.7 }];
        let p = Projection::fit(&spots, &frame);
        let at: Vec<(f64, f64)> = spots.iter().map(|s| p.place(*s)).collect();
        assert!(at[0].1 < at[1].1 && at[2].0 < at[0].0 && at[0].0 < at[1].0);
        assert!(at.iter().all(|(x, y)| (10.0..=310.0).contains(x) && (20.0..=420.0).contains(y)), "{at:?}");
        // At 51° a degree east is about 0.63 of a degree north.
        assert!((p.across / p.down - 0.63).abs() < 0.02);
        assert!((p.lon(at[0].0) - 9.4).abs() < 1e-9 && (p.lat(at[0].1) - 56.4).abs() < 1e-9);
    }

    #[test]
    fn one_point_alone_has_a_window() {
        let frame = Frame { x: 0.0, y: 0.0, width: 100.0, height: 100.0, label_x: 0.0, anchor: "end" };
        let p = Projection::fit(&[Spot { lon: 121.5, lat: 31.2 }], &frame);
        let (x, y) = p.place(Spot { lon: 121.5, lat: 31.2 });
        assert!((x - 50.0).abs() < 0.1 && (y - 50.0).abs() < 0.1);
    }

    #[test]
    fn names_never_touch() {
        let wanted = [100.0, 101.0, 102.0, 180.0, 399.0, 399.5];
        let at = spread(&wanted, 19.0, 20.0, 400.0);
        assert!(at.windows(2).all(|w| w[1] - w[0] >= 19.0 - 1e-9), "{at:?}");
        assert!(at.iter().all(|y| (20.0..=400.0).contains(y)), "{at:?}");
        assert_eq!(at[3], 180.0, "what has room stays");
        let many = spread(&[5.0; 40], 19.0, 0.0, 100.0);
        assert!(many.windows(2).all(|w| w[1] - w[0] >= 19.0 - 1e-9), "too many for the window still part");
    }
}
