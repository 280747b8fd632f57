//! The list of partnerships, one with all that hangs on it, and the round years to come.

use super::feed;
use crate::kit::{Answer, App, Frame, Listing, Problem, Visit, export};
use actions::partnership::{FactLine, Line, Moment, Page, Round};
use askama::Template;
use axum::extract::{Path, State};
use domain::{
    Text3,
    fact::Kind as FactKind,
    instrument::Instrument,
    partnership::{Kind, Side, State as Standing},
};
use papers::sheet::{Cell, Column, Sheet};
use serde_json::json;

const COLUMNS: [&str; 5] = ["a", "b", "kind", "since", "state"];

#[derive(Template)]
#[template(path = "partnership/index.html")]
struct Index {
    l: Frame,
    s: Listing,
    lines: Vec<Line>,
    countries: Vec<String>,
    editable: bool,
}

impl Index {
    fn kinds(&self) -> Vec<(String, String)> {
        Kind::ALL.iter().map(|k| (k.code().to_string(), self.l.code("partnership-kind", k.code()))).collect()
    }
    fn states(&self) -> Vec<(String, String)> {
        Standing::ALL.iter().map(|k| (k.code().to_string(), self.l.code("partnership-state", k.code()))).collect()
    }
}

pub async fn index(State(app): State<App>, visit: Visit) -> Answer {
    let l = visit.frame();
    let mut s = Listing::read(&visit.here, &COLUMNS);
    let part = actions::partnership::page(&app.desk, &s.ask(l.lang, &["kind", "state", "country"].map(|name| s.mark(name)))).await?;
    s.count(part.total);
    let mut countries: Vec<String> = part.marks.keys().filter_map(|m| m.strip_prefix("country-")).map(String::from).collect();
    countries.sort();
    let editable = l.keeps_book();
    visit.page(&Index { l, s, lines: part.rows, countries, editable })
}

pub async fn xlsx(State(app): State<App>, visit: Visit) -> Answer {
    let sheet = sheet(&app, &visit).await?;
    export::as_xlsx(&app, &visit.frame(), "partnerships", sheet).await
}

pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    export::as_csv("partnerships", &sheet(&app, &visit).await?)
}

async fn sheet(app: &App, visit: &Visit) -> Result<Sheet, Problem> {
    let l = visit.frame();
    let rows = actions::partnership::list(&app.desk).await?.into_iter().map(|x| {
        let p = &x.partnership;
        let [a, b] = [Side::A, Side::B].map(|side| x.names(side, l.lang));
        let words = [p.slug.clone(), x.name(l.lang), a, b, l.code("partnership-kind", p.kind.code())];
        let dates =
            [p.since.as_str().to_string(), p.until.as_str().to_string(), l.code("partnership-state", p.state.code()), p.mailbox.clone()];
        words.into_iter().chain(dates).map(Cell::Text).collect()
    });
    let titles = [
        ("book-slug", 24.0),
        ("partnership-name", 50.0),
        ("partnership-side-a", 30.0),
        ("partnership-side-b", 30.0),
        ("partnership-kind", 20.0),
        ("partnership-since", 12.0),
        ("partnership-until", 12.0),
        ("partnership-state", 16.0),
        ("partnership-mailbox", 30.0),
    ];
    Ok(Sheet {
        name: l.t("nav-partnerships"),
        columns: titles.iter().map(|(k, w)| Column::new(l.t(k), *w)).collect(),
        rows: rows.collect(),
    })
}

#[derive(Template)]
#[template(path = "partnership/show.html")]
struct Show {
    l: Frame,
    p: Page,
    /// schema.org, as JSON that can't close its element.
    json: String,
}

impl Show {
    fn name(&self) -> String {
        self.p.line.name(self.l.lang)
    }
    fn outcomes(&self) -> Vec<&FactLine> {
        self.p.of_kind(FactKind::Outcome)
    }
    fn others(&self) -> Vec<FactLine> {
        self.p.other_facts().into_iter().cloned().collect()
    }
    fn moment(&self, m: &Moment) -> String {
        feed::sentence(&self.l, m)
    }
    fn benefits(&self) -> Vec<&FactLine> {
        self.p.of_kind(FactKind::Benefit)
    }
    /// Texts that hang under none that is shown, then those under them: depth and text, in order.
    fn tree(&self) -> Vec<(usize, &Instrument)> {
        tree(&self.p.instruments)
    }
    /// What each side calls it, where it has a word of its own.
    fn labels(&self) -> Vec<(Side, &Text3)> {
        let own = |side: Side| (side, &self.p.line.partnership.labels[side.index()]);
        [own(Side::A), own(Side::B)].into_iter().filter(|(_, t)| t.missing().len() < 3).collect()
    }
}

/// A forest by parent: each text after the one above it, with its depth.
pub fn tree(all: &[Instrument]) -> Vec<(usize, &Instrument)> {
    fn below<'a>(all: &'a [Instrument], above: Option<&Instrument>, depth: usize, out: &mut Vec<(usize, &'a Instrument)>) {
        for i in all {
            let parent = i.parent.as_ref().and_then(|(id, _)| all.iter().find(|x| &x.id == id));
            if parent.map(|p| &p.id) == above.map(|a| &a.id) && out.len() < all.len() {
                out.push((depth, i));
                below(all, Some(i), depth + 1, out);
            }
        }
    }
    let mut out = Vec::new();
    below(all, None, 0, &mut out);
    out
}

/// `/partnerships/{slug}`, and with `.ics` or `.atom` behind it the feeds.
pub async fn show(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    if let Some((slug, ending @ ("ics" | "atom"))) = slug.rsplit_once('.') {
        return feed::answer(&app, &visit, slug, ending).await;
    }
    let p = actions::partnership::show(&app.desk, &visit.viewer, &slug).await?;
    let l = visit.frame();
    let json = json_ld(&app, &l, &p);
    visit.page(&Show { l, p, json })
}

/// The partnership as schema.org says it: a project of its parties with the post that answers for it.
fn json_ld(app: &App, l: &Frame, p: &Page) -> String {
    let base = &app.desk.base_url;
    let it = &p.line.partnership;
    let member = |party: &actions::partnership::Party| {
        let kind = if party.href().starts_with("/places/") { "AdministrativeArea" } else { "Organization" };
        json!({ "@type": kind, "name": party.names.get(l.lang), "url": format!("{base}{}", party.href()) })
    };
    let text = |i: &&Instrument| json!({ "@type": "DigitalDocument", "name": i.title.get(l.lang), "url": format!("{base}/instruments/{}", i.slug), "dateCreated": i.signed.as_str() });
    let mut value = json!({
        "@context": "https://schema.org", "@type": "Project", "name": p.line.name(l.lang), "url": format!("{base}/partnerships/{}", it.slug),
        "description": it.purpose.get(l.lang), "foundingDate": it.since.as_str(), "dissolutionDate": it.until.as_str(),
        "member": p.line.parties.iter().map(member).collect::<Vec<_>>(),
        "subjectOf": p.binding().iter().map(text).collect::<Vec<_>>(),
        "contactPoint": { "@type": "ContactPoint", "contactType": it.contact.get(l.lang), "email": it.mailbox },
        "keywords": p.themes.iter().filter(|t| t.current()).map(|t| t.label.get(l.lang)).collect::<Vec<_>>().join(", "),
    });
    if let Some(map) = value.as_object_mut() {
        map.retain(|_, v| v.as_str() != Some("") && v.as_array().is_none_or(|a| !a.is_empty()));
        if it.mailbox.is_empty() {
            map.remove("contactPoint");
        }
    }
    // "<" would let a name close the element.
    value.to_string().replace('<', "\\u003c")
}

#[derive(Template)]
#[template(path = "partnership/anniversaries.html")]
struct Anniversaries {
    l: Frame,
    rounds: Vec<Round>,
}

pub async fn anniversaries(State(app): State<App>, visit: Visit) -> Answer {
    let rounds = actions::partnership::coming(&app.desk).await?;
    visit.page(&Anniversaries { l: visit.frame(), rounds })
}
