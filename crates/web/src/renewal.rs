//! The renewal dossier: what the book knows of a text, what the office writes, the paper, and the decision.

use crate::{
    kit::{Answer, App, Fields, Frame, Problem, Visit, see_other, visit::download, words},
    partnership as book,
};
use actions::renewal::{self as dossiers, Dossier, Draft};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Lang, Refusal,
    partnership::Signal,
    renewal::{Advice, Decided, Renewal},
    time::Day,
};

#[derive(Template)]
#[template(path = "renewal/show.html")]
struct Show {
    l: Frame,
    f: Fields,
    d: Dossier,
    refused: Option<Refusal>,
}

impl Show {
    fn trail(&self) -> Vec<(String, String)> {
        let i = self.d.instrument();
        vec![
            ("/instruments".to_string(), self.l.t("nav-instruments")),
            (format!("/instruments/{}", i.slug), self.l.text(&i.title).to_string()),
        ]
    }
    fn advices(&self) -> Vec<(String, String)> {
        self.l.codes("renewal-advice", Advice::ALL.iter().map(|k| k.code()))
    }
    fn reason(&self, s: &Signal) -> String {
        book::health::reason(&self.l, s)
    }
    /// What is to be done after a decision.
    fn next(&self, r: &Renewal) -> Option<(String, String)> {
        let slug = &self.d.instrument().slug;
        let (key, end) = match r.decided.as_ref()?.advice {
            Advice::Renew | Advice::Renegotiate => ("renewal-next-renew", "amend"),
            Advice::End => ("renewal-next-end", "notice"),
            Advice::Lapse => ("renewal-next-lapse", ""),
        };
        let href = if end.is_empty() { format!("/instruments/{slug}/desk") } else { format!("/instruments/{slug}/desk/{end}") };
        Some((href, self.l.t(key)))
    }
    fn languages(&self) -> Vec<(&'static str, &'static str)> {
        Lang::ALL.iter().map(|lang| (lang.code(), lang.name())).collect()
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let d = dossiers::show(&app.desk, &visit.viewer, &slug).await?;
    let mut f = d.open.as_ref().map(filled).unwrap_or_default();
    f.set("form_key", app.desk.token());
    page(&visit, d, f, None)
}

fn page(visit: &Visit, d: Dossier, f: Fields, refused: Option<Refusal>) -> Answer {
    let status = if f.errors.is_empty() && refused.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.page_as(status, &Show { l: visit.frame(), f, d, refused })
}

fn filled(r: &Renewal) -> Fields {
    let mut f = Fields::filled([
        ("advice", r.advice.map_or("", Advice::code)),
        ("body", &r.body),
        ("case_number", &r.case_number),
        ("decided", r.advice.map_or("", Advice::code)),
    ]);
    for (name, text) in [("results", &r.results), ("problems", &r.problems), ("reasons", &r.reasons)] {
        words::fill(&mut f, name, text);
    }
    f.set("version", r.version.to_string());
    f
}

/// Opens, saves or decides, as the button says.
pub async fn update(State(app): State<App>, visit: Visit, Path(slug): Path<String>, mut f: Fields) -> Answer {
    let (desk, viewer) = (&app.desk, &visit.viewer);
    let outcome = match f.value("do").to_string().as_str() {
        "open" => Some(dossiers::open(desk, viewer, &slug, f.value("form_key")).await),
        "save" => {
            let version = f.number("version", 1, i64::MAX);
            let draft = draft(&mut f);
            if f.errors.is_empty() { Some(dossiers::save(desk, viewer, &slug, draft, version).await) } else { None }
        }
        "decide" => {
            let version = f.number("version", 1, i64::MAX);
            match decided(&mut f).filter(|_| f.errors.is_empty()) {
                Some(decided) => Some(dossiers::decide_dossier(desk, viewer, &slug, decided, version).await),
                None => None,
            }
        }
        _ => return Err(Problem::Garbled),
    };
    let refused = match outcome {
        None => None,
        Some(outcome) => match f.told(outcome)? {
            Ok(()) => return Ok(see_other(&format!("/instruments/{slug}/renewal"), "message-saved")),
            Err(why) => why,
        },
    };
    let d = dossiers::show(desk, viewer, &slug).await?;
    // One of the two forms was sent; the other is filled from what is stored.
    let mut whole = d.open.as_ref().map(filled).unwrap_or_default();
    f.pairs().iter().for_each(|(name, value)| whole.set(name, value.clone()));
    whole.errors = f.errors;
    page(&visit, d, whole, refused)
}

fn draft(f: &mut Fields) -> Draft {
    Draft {
        results: words::read(f, "results", 8000),
        problems: words::read(f, "problems", 8000),
        advice: Advice::parse(f.value("advice")),
        reasons: words::read(f, "reasons", 8000),
        body: f.text("body", 200),
        case_number: f.text("case_number", 100),
    }
}

fn decided(f: &mut Fields) -> Option<Decided> {
    let on = Day::parse(f.value("on"));
    if on.is_none() {
        f.fail("on", "journal-day", vec![]);
    }
    let advice = words::choice(f, "decided", Advice::parse, Advice::Renew);
    let note = f.text("note", 2000);
    if !f.is("confirm", "yes") {
        f.fail("decide-tick", "instrument-confirm", vec![]);
    }
    Some(Decided { on: on?, advice, note })
}

#[derive(Template)]
#[template(path = "renewal/paper.html")]
struct Paper {
    l: Frame,
    slug: String,
    lang: Lang,
    /// Rendered and escaped by `papers::html`.
    html: String,
}

/// `da`, `en`, `zh-Hans`: the page; with `.pdf` behind it the file.
pub async fn paper(State(app): State<App>, visit: Visit, Path((slug, name)): Path<(String, String)>) -> Answer {
    let (code, pdf) = name.strip_suffix(".pdf").map_or((name.as_str(), false), |code| (code, true));
    let lang = Lang::parse(code).ok_or(actions::Error::NotFound)?;
    let document = dossiers::paper(&app.desk, &visit.viewer, &slug, lang).await?;
    if !pdf {
        return visit.page(&Paper { l: visit.frame(), slug, lang, html: papers::html::render(&document) });
    }
    // Setting type is work for a processor, not for the thread that answers others.
    let bytes = tokio::task::spawn_blocking(move || papers::pdf::render(&document)).await.map_err(|e| Problem::from(anyhow::anyhow!(e)))?;
    let bytes = bytes.map_err(|e| Problem::from(anyhow::anyhow!(e)))?;
    Ok(download(&visit.frame().t2("renewal-paper-file", "slug", slug, "lang", code), "application/pdf", bytes))
}
