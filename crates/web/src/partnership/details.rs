//! Themes and levels with their periods, links to other partnerships, and the programmes whose projects count as results.

use crate::kit::{Answer, App, Fields, Frame, Problem, Visit, changes, see_other, words};
use actions::{
    partnership::{self as book, Page},
    revision::Kind as History,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Refusal, Text3,
    partnership::{Level, LevelSpell, LinkKind, Theme},
};

/// Empty rows at the end of a form, to write new lines in.
const SPARE: usize = 2;
/// No partnership has more themes than this.
const MOST: usize = 60;

#[derive(Template)]
#[template(path = "partnership/details.html")]
struct Form {
    l: Frame,
    f: Fields,
    p: Page,
    refused: Option<Refusal>,
    sources: Vec<(String, String)>,
    others: Vec<(String, String)>,
    programmes: Vec<(String, String)>,
}

impl Form {
    fn name(&self) -> String {
        self.p.line.name(self.l.lang)
    }
    fn rows(&self, what: &str) -> Vec<String> {
        (0..rows(&self.f, what)).map(|n| format!("{what}-{n}")).collect()
    }
    fn levels(&self) -> Vec<(String, String)> {
        self.l.codes("partnership-level", Level::ALL.iter().map(|k| k.code()))
    }
    fn goals(&self) -> Vec<(String, String)> {
        self.p.goals.iter().map(|g| (g.slug.clone(), self.l.text(&g.label).to_string())).collect()
    }
    fn kinds(&self) -> Vec<(String, String)> {
        self.l.codes("partnership-link", LinkKind::ALL.iter().map(|k| k.code()))
    }
}

/// How many rows of `what` the form has.
fn rows(f: &Fields, what: &str) -> usize {
    f.value(&format!("{what}s")).parse().unwrap_or(SPARE).min(MOST)
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = book::show(&app.desk, &visit.viewer, &slug).await?;
    page(&app, &visit, filled(&app, &visit, &slug).await?, p, None).await
}

/// With a row for each theme and level, and some to write new ones in.
async fn filled(app: &App, visit: &Visit, slug: &str) -> Result<Fields, Problem> {
    let mut f = changes::filled(app, visit, History::Details, slug).await?;
    for what in ["theme", "level"] {
        let row = |name: &str| name.strip_prefix(what)?.strip_prefix('-')?.split('-').next()?.parse::<usize>().ok();
        let rows = f.pairs().iter().filter_map(|(name, _)| row(name)).max().map_or(0, |last| last + 1);
        f.set(&format!("{what}s"), (rows + SPARE).to_string());
    }
    Ok(f)
}

async fn page(app: &App, visit: &Visit, f: Fields, p: Page, refused: Option<Refusal>) -> Answer {
    let l = visit.frame();
    let sources = super::sources(app, &l).await?;
    let all = book::list(&app.desk).await?;
    let others = all
        .into_iter()
        .filter(|x| x.partnership.id != p.line.partnership.id)
        .map(|x| (x.partnership.slug.clone(), x.name(l.lang)))
        .collect();
    let programmes =
        actions::programme::list(&app.desk).await?.into_iter().map(|g| (g.slug.clone(), l.text(&g.title).to_string())).collect();
    let status = if f.errors.is_empty() && refused.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.page_as(status, &Form { l, f, p, refused, sources, others, programmes })
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let p = book::show(&app.desk, &visit.viewer, &slug).await?;
    let version = f.number("version", 1, i64::MAX);
    let sources = super::sources(&app, &visit.frame()).await?;
    let goals: Vec<(String, String)> = p.goals.iter().map(|g| (g.slug.clone(), String::new())).collect();
    let themes = themes(&mut f, &sources, &goals);
    let levels = levels(&mut f, &sources);
    let mut refused = None;
    if f.errors.is_empty() {
        match f.told(book::set_details(&app.desk, &visit.viewer, &slug, version, themes, levels).await)? {
            Ok(()) => return Ok(see_other(&format!("/partnerships/{slug}/details"), "message-saved")),
            Err(why) => refused = changes::overtaken(&app, &visit, (History::Details, &slug), &mut f, why).await?,
        }
    }
    page(&app, &visit, f, p, refused).await
}

/// A row without a name is left out.
fn themes(f: &mut Fields, sources: &[(String, String)], goals: &[(String, String)]) -> Vec<Theme> {
    let mut all = Vec::new();
    for row in (0..rows(f, "theme")).map(|n| format!("theme-{n}")) {
        let theme = Theme {
            no: all.len() as i64 + 1,
            label: words::read(f, &row, 200),
            since: words::edtf(f, &format!("{row}-since")),
            until: words::edtf(f, &format!("{row}-until")),
            level: Level::parse(f.value(&format!("{row}-level"))),
            goal: f.offered(&format!("{row}-goal"), goals),
            source: f.offered(&format!("{row}-source"), sources),
        };
        if theme.label != Text3::default() {
            all.push(theme);
        }
    }
    all
}

/// A row without a level is left out.
fn levels(f: &mut Fields, sources: &[(String, String)]) -> Vec<LevelSpell> {
    let mut all = Vec::new();
    for row in (0..rows(f, "level")).map(|n| format!("level-{n}")) {
        let note = words::read(f, &row, 1000);
        let (since, until) = (words::edtf(f, &format!("{row}-since")), words::edtf(f, &format!("{row}-until")));
        let source = f.offered(&format!("{row}-source"), sources);
        match Level::parse(f.value(&format!("{row}-level"))) {
            Some(level) => all.push(LevelSpell { no: all.len() as i64 + 1, level, since, until, note, source }),
            // A note without a level would be lost.
            None if note != Text3::default() => f.fail(&format!("{row}-level"), "required", vec![]),
            None => {}
        }
    }
    all
}

/// A link or a programme is added or taken away.
pub async fn tie(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let p = book::show(&app.desk, &visit.viewer, &slug).await?;
    let outcome =
        if f.value("do") == "link" { link(&app, &visit, &slug, &mut f).await? } else { other(&app, &visit, &slug, &mut f).await? };
    let refused = match outcome {
        None => None,
        Some(outcome) => match f.told(outcome)? {
            Ok(()) => return Ok(see_other(&format!("/partnerships/{slug}/details"), "message-saved")),
            Err(why) => why,
        },
    };
    // The form above is filled from what is stored; what was typed below stays.
    let mut whole = filled(&app, &visit, &slug).await?;
    f.pairs().iter().for_each(|(name, value)| whole.set(name, value.clone()));
    whole.errors = f.errors;
    page(&app, &visit, whole, p, refused).await
}

/// None where something is missing on the form.
async fn link(app: &App, visit: &Visit, slug: &str, f: &mut Fields) -> Result<Option<actions::Result<()>>, Problem> {
    let kind = words::choice(f, "link", LinkKind::parse, LinkKind::Under);
    let (other, note) = (f.required("other", 80), words::read(f, "note", 500));
    if !f.errors.is_empty() {
        return Ok(None);
    }
    Ok(Some(book::link(&app.desk, &visit.viewer, slug, kind, &other, note).await))
}

async fn other(app: &App, visit: &Visit, slug: &str, f: &mut Fields) -> Result<Option<actions::Result<()>>, Problem> {
    let (desk, viewer) = (&app.desk, &visit.viewer);
    Ok(Some(match f.value("do").to_string().as_str() {
        "programme" => book::programme(desk, viewer, slug, f.value("programme"), true).await,
        "unlink" => {
            let (kind, other) =
                f.value("which").split_once(':').and_then(|(k, o)| Some((LinkKind::parse(k)?, o))).ok_or(Problem::Garbled)?;
            book::relink(desk, viewer, slug, kind, other).await
        }
        "untie" => book::programme(desk, viewer, slug, f.value("which"), false).await,
        _ => return Err(Problem::Garbled),
    }))
}
