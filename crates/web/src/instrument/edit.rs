//! The form that enters or describes a text: where it hangs, what it is, from when and for how long.

use crate::{
    kit::{Answer, App, Fields, Frame, Problem, Visit, changes, see_other, words},
    partnership as book,
};
use actions::{
    instrument::{self as texts, Draft},
    revision::Kind as History,
};
use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Lang, Refusal,
    instrument::{Instrument, Kind, Notice, Prevails, Relation, Side, State as Standing, Term},
};
use std::collections::HashMap;

/// A century is longer than any term.
const MONTHS: i64 = 1200;

#[derive(Template)]
#[template(path = "instrument/edit.html")]
struct Form {
    l: Frame,
    f: Fields,
    of: Option<Instrument>,
    refused: Option<Refusal>,
    sources: Vec<(String, String)>,
    partnerships: Vec<(String, String)>,
    /// Who stands on either side, where the partnership is known.
    sides: Option<[String; 2]>,
    /// Texts that it can hang under.
    above: Vec<(String, String)>,
}

impl Form {
    fn kinds(&self) -> Vec<(String, String)> {
        self.l.codes("instrument-kind", Kind::ALL.iter().map(|k| k.code()))
    }
    fn states(&self) -> Vec<(String, String)> {
        self.l.codes("instrument-state", Standing::ALL.iter().map(|k| k.code()))
    }
    fn relations(&self) -> Vec<(String, String)> {
        self.l.codes("instrument-relation", Relation::ALL.iter().map(|k| k.code()))
    }
    fn terms(&self) -> Vec<(String, String)> {
        self.l.codes("instrument-term-rule", Term::CODES.into_iter())
    }
    fn prevailing(&self) -> Vec<(String, String)> {
        self.l.codes("instrument-prevails", Prevails::ALL.iter().map(|k| k.code()))
    }
    /// What a side calls the text, by the name of that side.
    fn label(&self, side: &str, plain: &str) -> String {
        let at = Side::parse(side).map_or(0, Side::index);
        self.sides.as_ref().map_or_else(|| self.l.t(plain), |names| self.l.t1("instrument-label", "side", &names[at]))
    }
    fn title(&self) -> String {
        match &self.of {
            Some(i) => self.l.t1("book-edit-title", "name", self.l.text(&i.title)),
            None => self.l.t("instrument-new"),
        }
    }
    fn action(&self) -> String {
        self.of.as_ref().map_or_else(|| "/instruments/new".into(), |i| format!("/instruments/{}/edit", i.slug))
    }
}

pub async fn new(State(app): State<App>, visit: Visit, Query(query): Query<HashMap<String, String>>) -> Answer {
    let partnership = query.get("partnership").cloned().unwrap_or_default();
    let f = Fields::filled([
        ("form_key", app.desk.token()),
        ("partnership", partnership),
        ("state", Standing::Draft.code().to_string()),
        ("term", "unknown".to_string()),
        ("prevails", Prevails::Unknown.code().to_string()),
    ]);
    page(&app, &visit, f, None, None).await
}

pub async fn create(State(app): State<App>, visit: Visit, mut f: Fields) -> Answer {
    let partnership = f.required("partnership", 80);
    let draft = draft(&app, &visit, &mut f).await?;
    let mut refused = None;
    if f.errors.is_empty() {
        match f.told(texts::create(&app.desk, &visit.viewer, &partnership, draft).await)? {
            Ok(slug) => return Ok(see_other(&format!("/instruments/{slug}/desk"), "message-saved")),
            Err(why) => refused = why,
        }
    }
    page(&app, &visit, f, None, refused).await
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let p = texts::show(&app.desk, &visit.viewer, &slug).await?;
    let f = changes::filled(&app, &visit, History::Instrument, &slug).await?;
    page(&app, &visit, f, Some(p.whole.instrument), None).await
}

pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let i = texts::show(&app.desk, &visit.viewer, &slug).await?.whole.instrument;
    let version = f.number("version", 1, i64::MAX);
    let draft = draft(&app, &visit, &mut f).await?;
    let mut refused = None;
    if f.errors.is_empty() {
        match f.told(texts::update(&app.desk, &visit.viewer, &slug, draft, version).await)? {
            Ok(()) => return Ok(see_other(&format!("/instruments/{slug}"), "message-saved")),
            Err(why) => refused = changes::overtaken(&app, &visit, (History::Instrument, &slug), &mut f, why).await?,
        }
    }
    page(&app, &visit, f, Some(i), refused).await
}

async fn page(app: &App, visit: &Visit, f: Fields, of: Option<Instrument>, refused: Option<Refusal>) -> Answer {
    let l = visit.frame();
    let all = texts::list(&app.desk, &visit.viewer).await?;
    let fits = |x: &&texts::Line| of.as_ref().is_none_or(|i| x.instrument.partnership == i.partnership && x.instrument.id != i.id);
    let name = |x: &texts::Line| match of {
        Some(_) => l.text(&x.instrument.title).to_string(),
        None => format!("{} · {}", x.partnership.name(l.lang), l.text(&x.instrument.title)),
    };
    let above = all.iter().filter(fits).map(|x| (x.instrument.slug.clone(), name(x))).collect();
    let partnerships = actions::partnership::list(&app.desk).await?;
    let own = partnerships.iter().find(|x| match &of {
        Some(i) => x.partnership.id == i.partnership,
        None => x.partnership.slug == f.value("partnership"),
    });
    let sides = own.map(|x| [Side::A, Side::B].map(|side| x.names(side, l.lang)));
    let partnerships = partnerships.into_iter().map(|x| (x.partnership.slug.clone(), x.name(l.lang))).collect();
    let sources = book::sources(app, &l).await?;
    let status = if f.errors.is_empty() && refused.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.page_as(status, &Form { l, f, of, refused, sources, partnerships, sides, above })
}

async fn draft(app: &App, visit: &Visit, f: &mut Fields) -> Result<Draft, Problem> {
    let sources = book::sources(app, &visit.frame()).await?;
    let parent = match f.text("parent", 80) {
        slug if slug.is_empty() => None,
        slug => Some((slug, words::choice(f, "relation", Relation::parse, Relation::Supplements))),
    };
    let title = words::required(f, "title", 300);
    Ok(Draft {
        slug: slug(f, &title.get(Lang::En).to_string()),
        parent,
        title,
        kind: words::choice(f, "kind", Kind::parse, Kind::Agreement),
        labels: [words::read(f, "label-a", 100), words::read(f, "label-b", 100)],
        state: Standing::parse(f.value("state")).unwrap_or(Standing::Draft),
        signed: words::edtf(f, "signed"),
        place: words::read(f, "place", 200),
        in_force: words::edtf(f, "in_force"),
        ended: words::edtf(f, "ended"),
        term: term(f),
        prevails: words::choice(f, "prevails", Prevails::parse, Prevails::Unknown),
        focus: words::read(f, "focus", 4000),
        note: words::read(f, "note", 4000),
        published: f.is("published", "1"),
        archive: f.text("archive", 300),
        source: f.offered("source", &sources),
        form_key: f.value("form_key").to_string(),
    })
}

/// As typed, or made from the title.
fn slug(f: &mut Fields, title: &str) -> String {
    match f.text("slug", 80) {
        typed if typed.is_empty() => domain::partnership::slug(title),
        typed => typed,
    }
}

/// The rule and its lengths; an empty length is none.
fn term(f: &mut Fields) -> Term {
    let rule = words::choice(f, "term", |code| Term::CODES.into_iter().find(|c| *c == code), "unknown");
    let mut length = |name: &str, least: i64| if f.value(name).trim().is_empty() && least == 0 { 0 } else { f.number(name, least, MONTHS) };
    let (fixed, tacit) = (rule == "fixed" || rule == "tacit", rule == "tacit");
    let months = if fixed { length("months", 1) } else { 0 };
    let renews = if tacit { length("renews", 1) } else { 0 };
    let notice =
        if rule == "unknown" { Notice::default() } else { Notice { months: length("notice_months", 0), days: length("notice_days", 0) } };
    Term::of(rule, months, renews, notice)
}
