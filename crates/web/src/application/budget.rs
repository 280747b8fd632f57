//! Step 3: each participant's budget by year and cost category, in its own side's currency, with own contribution and hours.

use super::{
    guide::{Guide, application_id, opened, participant_id},
    merge,
    save::{Section, answer, save},
};
use crate::kit::figures::{SideTable, sides};
use crate::kit::{Answer, App, Fields, Frame, Visit};
use actions::application::{Checked, Opened};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use domain::{
    Currency, Lang, Money,
    application::{Application, BudgetLine, Category, Participant, YearFigures},
    ids::ParticipantId,
    money::{AmountProblem, parse_amount},
    refusal::FieldError,
};
use i18n::format;

#[derive(Template)]
#[template(path = "application/budgets.html")]
struct Index {
    l: Frame,
    guide: Guide,
    all: Vec<Participant>,
    sides: Vec<SideTable>,
    no_years: bool,
}

pub async fn index(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let opened = opened(&app, &visit, &application_id(&id)?, "budget").await?;
    let l = visit.frame();
    let a = &opened.loaded.app;
    let page = Index {
        guide: Guide::new(&opened, app.desk.now(), 3),
        sides: sides(&l, &opened.loaded.call, a)?,
        no_years: a.project.years().is_empty(),
        all: a.participants.clone(),
        l,
    };
    visit.page(&page)
}

#[derive(Template)]
#[template(path = "application/budget.html")]
struct Page {
    l: Frame,
    f: Fields,
    guide: Guide,
    part: Participant,
    years: Vec<i64>,
    categories: Vec<&'static str>,
    currency: String,
    sides: Vec<SideTable>,
}

impl Page {
    fn new(visit: &Visit, app: &App, opened: &Opened, part: Participant, f: Fields) -> Result<Page, crate::kit::Problem> {
        let l = visit.frame();
        Ok(Page {
            guide: Guide::new(opened, app.desk.now(), 3),
            years: years(&opened.loaded.app, &part),
            categories: Category::ALL.iter().map(|c| c.code()).collect(),
            currency: part.currency.map_or("", Currency::code).into(),
            sides: sides(&l, &opened.loaded.call, &opened.loaded.app)?,
            part,
            f,
            l,
        })
    }
    fn label(&self, row: &str, year: &i64) -> String {
        format!("{} {year}", self.l.code("application-category", row))
    }
    /// Name of a cell, e.g. `staff-2026`.
    fn cell(&self, row: &str, year: &i64) -> String {
        format!("{row}-{year}")
    }
}

/// The project's years and those in which the part has figures.
fn years(app: &Application, p: &Participant) -> Vec<i64> {
    let mut all: Vec<i64> =
        app.project.years().into_iter().chain(p.lines.iter().map(|l| l.year)).chain(p.years.iter().map(|y| y.year)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// An amount as the reader would type it; whole units without decimals.
fn typed(lang: Lang, m: Money) -> String {
    if m.minor % 100 == 0 { format::number(lang, m.minor / 100) } else { format::decimal(lang, m.minor, 2) }
}

fn fill_of(lang: Lang, p: &Participant) -> Vec<(String, String)> {
    let lines = p.lines.iter().map(|x| (format!("{}-{}", x.category.code(), x.year), typed(lang, x.amount)));
    let own = p.years.iter().filter_map(|y| Some((format!("own-{}", y.year), typed(lang, y.own?))));
    let hours = p.years.iter().filter(|y| y.hours != 0).map(|y| (format!("hours-{}", y.year), y.hours.to_string()));
    lines.chain(own).chain(hours).collect()
}

pub async fn show(State(app): State<App>, visit: Visit, Path((id, part)): Path<(String, String)>) -> Answer {
    let (id, part) = (application_id(&id)?, participant_id(&part)?);
    let opened = opened(&app, &visit, &id, &section_name(&part)).await?;
    let p = opened.loaded.app.participant(&part).cloned().ok_or(actions::Error::NotFound)?;
    let mut f = Fields::filled(fill_of(visit.viewer.lang, &p));
    f.set("version", opened.section.version.to_string());
    f.set("form_key", app.desk.token());
    visit.page(&Page::new(&visit, &app, &opened, p, f)?)
}

pub async fn update(
    State(app): State<App>,
    visit: Visit,
    Path((id, part)): Path<(String, String)>,
    headers: HeaderMap,
    mut f: Fields,
) -> Answer {
    let (id, part) = (application_id(&id)?, participant_id(&part)?);
    let opened = opened(&app, &visit, &id, &section_name(&part)).await?;
    let p = opened.loaded.app.participant(&part).cloned().ok_or(actions::Error::NotFound)?;
    merge::resolve(&mut f);
    let years = years(&opened.loaded.app, &p);
    let figures = read(&mut f, &p, &years);
    let (l, lang) = (visit.frame(), visit.viewer.lang);
    let fill = |a: &Application| a.participant(&part).map(|p| fill_of(lang, p)).unwrap_or_default();
    let section = Section {
        id: &id,
        name: section_name(&part),
        address: format!("/applications/{id}/edit/budget/{part}"),
        next: next(&opened.loaded.app, &part),
        fill: &fill,
        labels: labels(&l, &years),
    };
    let outcome = save(&app, &visit, section, &headers, &f, |a| put(a, &part, &figures)).await?;
    answer(outcome, |errors| {
        f.errors = errors;
        visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &Page::new(&visit, &app, &opened, p, f)?)
    })
}

pub fn section_name(part: &ParticipantId) -> String {
    format!("budget:{part}")
}

/// The next participant's budget, or the next step after the last one.
fn next(app: &Application, part: &ParticipantId) -> String {
    let after = app.participants.iter().skip_while(|p| &p.id != part).nth(1);
    after.map_or(format!("/applications/{}/edit/questions", app.id), |p| format!("/applications/{}/edit/budget/{}", app.id, p.id))
}

fn labels(l: &Frame, years: &[i64]) -> Vec<(String, String)> {
    let rows = Category::ALL.iter().map(|c| c.code()).chain(["own", "hours"]);
    rows.flat_map(|row| years.iter().map(move |y| (format!("{row}-{y}"), format!("{} {y}", l.code("application-category", row))))).collect()
}

#[derive(Clone)]
struct Figures {
    stated: bool,
    lines: Vec<BudgetLine>,
    years: Vec<YearFigures>,
}

fn put(a: &mut Application, part: &ParticipantId, figures: &Figures) -> Checked {
    let Some(p) = a.participant_mut(part) else { return Ok(()) };
    (p.money_stated, p.lines, p.years) = (figures.stated, figures.lines.clone(), figures.years.clone());
    Ok(())
}

/// An empty field states nothing; 0 is a statement. Amounts typed for an associated participant are refused by name.
fn read(f: &mut Fields, p: &Participant, years: &[i64]) -> Figures {
    let mut all = Figures { stated: false, lines: Vec::new(), years: Vec::new() };
    for &year in years {
        for category in Category::ALL {
            let amount = amount(f, &format!("{}-{year}", category.code()), p);
            all.lines.extend(amount.map(|amount| BudgetLine { year, category, amount }));
        }
        let own = amount(f, &format!("own-{year}"), p);
        let name = format!("hours-{year}");
        let hours = if f.value(&name).trim().is_empty() { 0 } else { f.number(&name, 0, 1_000_000) };
        if own.is_some() || hours != 0 {
            all.years.push(YearFigures { year, own, hours });
        }
    }
    all.stated = !all.lines.is_empty();
    all
}

fn amount(f: &mut Fields, name: &str, p: &Participant) -> Option<Money> {
    let raw = f.value(name).trim().to_string();
    if raw.is_empty() {
        return None;
    }
    let Some(currency) = p.currency else {
        f.errors.push(FieldError::new(name, "associated-money", vec![("name", domain::refusal::Value::Text(p.name.clone()))]));
        return None;
    };
    match parse_amount(&raw, currency) {
        Ok(m) => Some(m),
        Err(AmountProblem::Empty) => None,
        Err(_) => {
            f.money(name, currency);
            None
        }
    }
}
