//! What a side's expert group says of the projects' professional content, for the body that recommends (R140): one page to print.

use super::{day, points, trail};
use crate::kit::{Answer, App, Frame, Visit, error::found};
use actions::{
    application,
    assessment::panel::{self, Overview, Panel, Side},
};
use askama::Template;
use axum::extract::{Path, State};

/// A place by the weighted mean, the application, its panel.
struct Line {
    place: usize,
    app: application::Line,
    panel: Panel,
}

#[derive(Template)]
#[template(path = "assessment/recommendation.html")]
struct Page {
    l: Frame,
    v: Overview,
    side: Side,
    lines: Vec<Line>,
}

impl Page {
    fn trail(&self) -> Vec<(String, String)> {
        trail(&self.l, &self.v.call)
    }
    fn closed(&self) -> String {
        self.side.closed.map(|at| day(&self.l, at)).unwrap_or_default()
    }
    fn appointed(&self) -> Option<String> {
        let (group, body, _) = self.side.group.as_ref()?;
        Some(self.l.t3("experts-appointed", "body", self.l.text(body), "day", self.l.day(group.on), "count", group.per_application))
    }
    fn points(&self, thousandths: &Option<i64>) -> String {
        points(&self.l, *thousandths)
    }
}

/// The side that the address names, closed and open to the reader; there is no page before.
pub async fn show(State(app): State<App>, visit: Visit, Path((slug, party)): Path<(String, String)>) -> Answer {
    let mut v = panel::overview(&app.desk, &visit.viewer, &slug, false).await?;
    let at = found(v.sides.iter().position(|s| s.party.as_str() == party && s.closed.is_some()))?;
    let mut side = v.sides.swap_remove(at);
    let panels = found(side.panels.take())?;
    let mut all: Vec<(application::Line, Panel)> = std::mem::take(&mut v.apps).into_iter().zip(panels).collect();
    all.sort_by(|(a, p), (b, q)| q.mean.cmp(&p.mean).then_with(|| a.number.cmp(&b.number)));
    let means: Vec<Option<i64>> = all.iter().map(|(_, p)| p.mean).collect();
    let place = |mean: &Option<i64>| means.iter().filter(|other| *other > mean).count() + 1;
    let lines = all.into_iter().map(|(app, panel)| Line { place: place(&panel.mean), app, panel }).collect();
    visit.page(&Page { l: visit.frame(), v, side, lines })
}
