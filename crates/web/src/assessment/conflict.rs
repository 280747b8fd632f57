//! Conflicts of interest of the own side's experts: found across scripts, declared by the expert or the office, dismissed with a reason.

use super::{links, trail};
use crate::kit::{
    Answer, App, Fields, Frame, Listing, Problem, Visit,
    error::found,
    export::{as_csv, as_xlsx},
    frame::MenuItem,
    listing::by_text,
    see_other,
};
use actions::{
    Error,
    assessment::conflict::{self, Line, Page as Loaded},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    assessment::{Conflict, Origin},
    ids::{ApplicationId, ConflictId, ExpertId},
};
use papers::sheet::{Cell, Column, Sheet};
use std::cmp::Ordering;

#[derive(Template)]
#[template(path = "assessment/conflicts.html")]
struct Index {
    l: Frame,
    v: Loaded,
    s: Listing,
    /// Those on this page; `v.lines` keeps none.
    rows: Vec<Line>,
    total: usize,
    /// Findings that hold and nobody has judged.
    found: usize,
    show: String,
    filters: Vec<(&'static str, String, usize)>,
    links: Vec<MenuItem>,
}

const SHOW: [&str; 4] = ["all", "found", "declared", "dismissed"];

fn shown(line: &Line, show: &str) -> bool {
    let c = &line.conflict;
    match show {
        "found" => c.holds() && c.origin == Origin::Detected,
        "declared" => c.holds() && c.origin == Origin::Declared,
        "dismissed" => !c.holds(),
        _ => true,
    }
}

impl Index {
    fn trail(&self) -> Vec<(String, String)> {
        trail(&self.l, &self.v.call)
    }
    fn grounds(&self, c: &Conflict) -> String {
        grounds(&self.l, c)
    }
    fn strength(&self, c: &Conflict) -> String {
        strength(&self.l, c)
    }
}

/// Why, in words: who declared it, or what two spellings have in common.
fn grounds(l: &Frame, c: &Conflict) -> String {
    match (c.origin, c.by_office) {
        (Origin::Declared, false) => l.t("conflicts-declared"),
        (Origin::Declared, true) => l.t("conflicts-declared-office"),
        (Origin::Detected, _) => l.code("conflict-reason", &c.reason),
    }
}

fn strength(l: &Frame, c: &Conflict) -> String {
    let word = match c.strength {
        800.. => "conflicts-strength-strong",
        400.. => "conflicts-strength-likely",
        _ => "conflicts-strength-possible",
    };
    l.t(word)
}

fn text(line: &Line) -> String {
    let c = &line.conflict;
    i18n::search::fold(&format!("{} {} {} {} {} {}", line.expert, line.number, line.title, c.ours, c.theirs, c.reason))
}

fn order(l: &Frame, column: &str, a: &Line, b: &Line) -> Ordering {
    match column {
        "expert" => by_text(l.lang, &a.expert, &b.expert),
        "application" => a.number.cmp(&b.number),
        // The strongest first; those dismissed last.
        _ => (!a.conflict.holds(), -a.conflict.strength, &a.number).cmp(&(!b.conflict.holds(), -b.conflict.strength, &b.number)),
    }
}

pub async fn index(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let mut v = conflict::page(&app.desk, &visit.viewer, &slug).await?;
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &["strength", "expert", "application"]);
    let show = SHOW.into_iter().find(|x| *x == s.other("show")).unwrap_or("all").to_string();
    let filters = SHOW.iter().map(|x| (*x, l.code("conflicts-filter", x), v.lines.iter().filter(|c| shown(c, x)).count())).collect();
    let all = std::mem::take(&mut v.lines);
    let (total, found) = (all.len(), all.iter().filter(|c| shown(c, "found")).count());
    let kept: Vec<Line> = all.into_iter().filter(|c| shown(c, &show)).collect();
    let rows = s.apply(kept, text, |column, a, b| order(&l, column, a, b));
    visit.page(&Index { links: links(&l, &slug, "conflicts"), rows, total, found, show, filters, s, v, l })
}

pub async fn search(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    conflict::detect(&app.desk, &visit.viewer, &slug).await?;
    Ok(see_other(&format!("/calls/{slug}/conflicts"), "message-conflicts-searched"))
}

#[derive(Template)]
#[template(path = "assessment/conflict.html")]
struct Single {
    l: Frame,
    v: Loaded,
    line: Line,
    f: Fields,
    links: Vec<MenuItem>,
}

impl Single {
    fn trail(&self) -> Vec<(String, String)> {
        back(&self.l, &self.v)
    }
    fn grounds(&self) -> String {
        grounds(&self.l, &self.line.conflict)
    }
    fn strength(&self) -> String {
        strength(&self.l, &self.line.conflict)
    }
    fn field(&self) -> String {
        format!("reason-{}", self.line.conflict.id)
    }
}

fn back(l: &Frame, v: &Loaded) -> Vec<(String, String)> {
    let mut trail = trail(l, &v.call);
    trail.push((format!("/calls/{}/conflicts", v.call.slug), l.t("conflicts-title")));
    trail
}

async fn single(app: &App, visit: &Visit, slug: &str, id: &str, f: Fields) -> Result<Single, Problem> {
    let id = found(ConflictId::parse(id))?;
    let mut v = conflict::page(&app.desk, &visit.viewer, slug).await?;
    let at = found(v.lines.iter().position(|c| c.conflict.id == id))?;
    let line = v.lines.swap_remove(at);
    let l = visit.frame();
    Ok(Single { links: links(&l, slug, "conflicts"), v, line, f, l })
}

pub async fn show(State(app): State<App>, visit: Visit, Path((slug, id)): Path<(String, String)>) -> Answer {
    if id == "new" {
        let v = conflict::page(&app.desk, &visit.viewer, &slug).await?;
        return visit.page(&New::new(&visit, v, Fields::default()));
    }
    visit.page(&single(&app, &visit, &slug, &id, Fields::default()).await?)
}

pub async fn dismiss(State(app): State<App>, visit: Visit, Path((slug, id)): Path<(String, String)>, mut f: Fields) -> Answer {
    let conflict_id = found(ConflictId::parse(&id))?;
    let reason = f.text(&format!("reason-{id}"), 2000);
    if !f.is("confirm", "yes") {
        f.fail("dismiss-tick", "confirm-needed", vec![]);
    }
    let outcome = if f.errors.is_empty() {
        conflict::dismiss(&app.desk, &visit.viewer, &slug, &conflict_id, &reason).await
    } else {
        Err(Error::Invalid(Vec::new()))
    };
    match outcome {
        Ok(()) => Ok(see_other(&format!("/calls/{slug}/conflicts"), "message-conflict-dismissed")),
        Err(Error::Invalid(errors)) => {
            f.errors.extend(errors);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &single(&app, &visit, &slug, &id, f).await?)
        }
        Err(other) => Err(other.into()),
    }
}

#[derive(Template)]
#[template(path = "assessment/declaration.html")]
struct New {
    l: Frame,
    v: Loaded,
    f: Fields,
    links: Vec<MenuItem>,
}

impl New {
    fn new(visit: &Visit, v: Loaded, f: Fields) -> New {
        let l = visit.frame();
        New { links: links(&l, &v.call.slug, "conflicts"), v, f, l }
    }
    fn trail(&self) -> Vec<(String, String)> {
        back(&self.l, &self.v)
    }
    fn experts(&self) -> Vec<(String, String)> {
        self.v.members.iter().map(|e| (e.id.to_string(), format!("{}, {}", e.name, e.organisation))).collect()
    }
    fn applications(&self) -> Vec<(String, String)> {
        let words = |a: &domain::application::Application| format!("{} {}", a.number.as_deref().unwrap_or_default(), a.project.title);
        self.v.apps.iter().map(|a| (a.id.to_string(), words(a))).collect()
    }
}

/// The office declares a conflict that the expert has not told of.
pub async fn declare(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let reason = f.text("reason", 2000);
    if !f.is("confirm", "yes") {
        f.fail("declare-tick", "confirm-needed", vec![]);
    }
    let (expert, application) = (ExpertId::parse(f.value("expert")), ApplicationId::parse(f.value("application")));
    let outcome = if f.errors.is_empty() {
        conflict::declare_for(&app.desk, &visit.viewer, &slug, expert.as_ref(), application.as_ref(), &reason).await
    } else {
        Err(Error::Invalid(Vec::new()))
    };
    match outcome {
        Ok(()) => Ok(see_other(&format!("/calls/{slug}/conflicts"), "message-conflict-declared-office")),
        Err(Error::Invalid(errors)) => {
            f.errors.extend(errors);
            let v = conflict::page(&app.desk, &visit.viewer, &slug).await?;
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &New::new(&visit, v, f))
        }
        Err(other) => Err(other.into()),
    }
}

pub async fn xlsx(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let l = visit.frame();
    let v = conflict::page(&app.desk, &visit.viewer, &slug).await?;
    as_xlsx(&app, &l, &format!("{slug}-conflicts"), sheet(&l, &v)).await
}

pub async fn csv(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let v = conflict::page(&app.desk, &visit.viewer, &slug).await?;
    as_csv(&format!("{slug}-conflicts"), &sheet(&visit.frame(), &v))
}

fn sheet(l: &Frame, v: &Loaded) -> Sheet {
    let columns = [
        ("conflicts-expert", 24.0),
        ("conflicts-application", 14.0),
        ("assessment-project", 50.0),
        ("conflicts-why", 40.0),
        ("conflicts-ours", 30.0),
        ("conflicts-theirs", 30.0),
        ("conflicts-strength", 10.0),
        ("conflicts-state", 40.0),
    ];
    let row = |line: &Line| {
        let c = &line.conflict;
        let why = if c.origin == Origin::Declared { format!("{}: {}", grounds(l, c), c.reason) } else { grounds(l, c) };
        let state = c.dismissed.as_ref().map_or_else(|| l.t("conflicts-holds"), |d| l.t1("conflicts-dismissed", "reason", &d.reason));
        vec![
            Cell::Text(line.expert.clone()),
            Cell::Text(line.number.clone()),
            Cell::Text(line.title.clone()),
            Cell::Text(why),
            Cell::Text(c.ours.clone()),
            Cell::Text(c.theirs.clone()),
            Cell::Integer(c.strength),
            Cell::Text(state),
        ]
    };
    Sheet {
        name: l.t("conflicts-title"),
        columns: columns.iter().map(|(key, width)| Column::new(l.t(key), *width)).collect(),
        rows: v.lines.iter().map(row).collect(),
    }
}
